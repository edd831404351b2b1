/** The page of a receipt: for whom, and what it says as time goes on. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json } from '../../../test/json.ts'
import { mailsTo } from '../../../test/mails.ts'
import { receiver } from '../../../test/peers/receiver.ts'
import { browserWith, registerApplication, relyingParty, signOn } from '../../../test/sign-on.ts'
import { world, type Person } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { dayMs } from '../../kernel/time.ts'
import { tellEnded } from '../../propagation/back-channel.ts'
import { verifyReceipt } from '../../receipts/verify.ts'

type World = Awaited<ReturnType<typeof world>>

const linkTo = async (w: World, person: Person, which = 0): Promise<string> => {
  const found = (await mailsTo(w.db, person.upn)).flatMap(
    ({ body }) => /\/receipts\/[\w-]+\?code=[\w-]{43}/.exec(body)?.[0] ?? [],
  )
  return found[which] ?? assert.fail('no mail with a receipt')
}
const pageAt = async (w: World, path: string, headers: Record<string, string> = {}) => {
  const answer = await w.app.request(`${w.publicUrl}${path}`, {
    headers: { accept: 'text/html', ...headers },
  })
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}
const from = (address: string) => ({ 'x-forwarded-for': address })
/** What a page says, whichever it is about, and whenever it was asked for. */
const alike = ({ text }: { readonly text: string }, path: string): string =>
  text.replaceAll(path.slice(10), '').replace(/nonce="[^"]+"/, '')
const plainOf = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test('R20, R84, R128: the page lives: restorable, held, restored; left again, erased', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const ada = w.userOf(w.ada, w.fabrikam)
  await json(await w.as(w.ada).leave(w.fabrikam))
  const link = await linkTo(w, w.ada)
  // One can undo it until a day of its own: the day of the administrators is named.
  const told = (await mailsTo(w.db, w.ada.upn)).at(-1)?.body ?? ''
  assert.match(told, /Until 31 May 2026 at 12:00 UTC an administrator of Fabrikam can bring/)
  const says = async (pattern: RegExp, path = link) =>
    assert.match(plainOf((await pageAt(w, path)).text), pattern)
  await says(/ended because its person left\. .*It can be restored until 31 May 2026 at 12:00 UTC/)
  await says(/all of its data is erased; that is done by 30 June 2026 at 12:00 UTC at the latest/)
  const deleted = `/v1.0/directory/deletedItems/${ada}`
  assert.ok((await frank.post(`${deleted}/guesthouse.hold`, { reason: 'A case' })).ok)
  await says(/kept because of a legal hold, .* also after the day until which it can be restored/)
  assert.doesNotMatch(plainOf((await pageAt(w, link)).text), /that is done by/)
  assert.ok((await frank.post(`${deleted}/guesthouse.endHold`)).ok)
  w.pass(dayMs)
  await json(await frank.post(`${deleted}/restore`))
  await says(/It was restored on 2 May 2026/)
  assert.doesNotMatch(plainOf((await pageAt(w, link)).text), /be restored until|has ended/)
  assert.equal((await frank.delete(`/v1.0/users/${ada}`)).status, 204)
  const second = await linkTo(w, w.ada, 1)
  await says(/because an administrator removed it/, second)
  w.pass(31 * dayMs)
  await says(/can no longer be restored\. All of its data is being erased; that is done by/, second)
  assert.equal((await frank.delete(deleted)).status, 204)
  for (const path of [link, second]) await says(/Its data was erased on/, path)
  await says(/It was restored on 2 May .*, and ended again later\. Its data was erased on/)
  const all = await mailsTo(w.db, w.ada.upn)
  const erased = all.at(-1)
  assert.match(erased?.subject ?? '', /is erased/)
  const last = /\/receipts\/[\w-]+\?code=[\w-]{43}/.exec(erased?.body ?? '')?.[0] ?? ''
  await says(/all data of its person there have been erased/, last)
  // Both say the same of the end, also under the signature.
  const ended = '2026-05-02T12:00:00.000Z'
  for (const path of [second, last]) {
    await says(/Ended 2 May 2026 at 12:00 UTC .*Erased 2 June 2026/, path)
    const keys = JSON.parse((await pageAt(w, '/receipts/keys')).text) as { keys: object[] }
    const { text } = await pageAt(w, path.replace('?', '/file?'))
    const verified = await verifyReceipt(text, keys.keys as never[])
    assert.ok(verified.genuine && 'sub' in verified.claims)
    assert.equal(verified.claims.endedAt, ended)
    assert.equal(verified.claims.erasedAt, '2026-06-02T12:00:00.000Z')
  }
  for (const path of [link, second, last])
    assert.doesNotMatch((await pageAt(w, path)).text, /Lovelace|ada\.lovelace|contoso/i)
})

test('R20: it is shown to whoever has the code, to the person, and to administrators there; strangers learn nothing', async () => {
  const w = await world()
  const departure = await json(await w.as(w.ada).leave(w.fabrikam))
  const path = `/receipts/${String(departure['reference'])}`
  const link = await linkTo(w, w.ada)
  assert.ok(link.startsWith(path))
  const isShown = async (by: ReturnType<World['as']>) =>
    /its person left/.test(await (await by.get(path, { accept: 'text/html' })).text())
  assert.equal(await isShown(w.as(w.ada)), true, 'the person')
  const frank = w.as(w.frank, w.fabrikam)
  await frank.get('/v1.0/me')
  assert.equal(await isShown(frank), true, 'an administrator there')
  const fiona = w.as(w.fiona, w.fabrikam)
  await fiona.get('/v1.0/me')
  const carol = w.as(w.carol, w.contoso)
  await carol.get('/v1.0/me')
  for (const [name, by] of Object.entries({ fiona, carol, bob: w.as(w.bob) }))
    assert.equal(await isShown(by), false, name)
  const unknown = `/receipts/${newId()}`
  const code = 'x'.repeat(43)
  for (const suffix of ['', `?code=${code}`, '/file', `/file?code=${code}`]) {
    const [there, nowhere] = [await pageAt(w, path + suffix), await pageAt(w, unknown + suffix)]
    assert.equal(there.status, nowhere.status, suffix)
    assert.equal(
      alike(there, path),
      alike(nowhere, unknown),
      `the same for what there is and what there is not: ${suffix}`,
    )
  }
  assert.equal((await pageAt(w, '/receipts/nonsense')).status, 200)
  const form = await w.app.request(`${w.publicUrl}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    body: new URLSearchParams({ code: link.split('=')[1] ?? '' }).toString(),
  })
  assert.match(await form.text(), /its person left/)
})

test('R20: whoever tries codes waits after some, and a right one costs nothing', async () => {
  const w = await world(undefined, { trustedProxies: 1 })
  await json(await w.as(w.ada).leave(w.fabrikam))
  const link = await linkTo(w, w.ada)
  const statuses: number[] = []
  for (let n = 0; n < 21; n++)
    statuses.push((await pageAt(w, `/receipts/${newId()}?code=wrong`, from('203.0.113.9'))).status)
  assert.deepEqual([...new Set(statuses.slice(0, 20))], [400])
  assert.equal(statuses[20], 429)
  assert.equal((await pageAt(w, link, from('203.0.113.9'))).status, 429)
  for (let n = 0; n < 25; n++)
    assert.equal((await pageAt(w, link, from('198.51.100.7'))).status, 200)
})

test('R20: the file is signed, says what the page says, and which systems have acknowledged', async () => {
  const told = await receiver()
  try {
    const w = await world(undefined, { allowPrivateProviders: true })
    const application = await registerApplication(w, w.fabrikam, w.frank, {
      kind: 'native',
      backchannel: told.url,
    })
    const used = await signOn(
      await relyingParty(w, application),
      await browserWith(w, w.ada),
      application,
    )
    await used.exchange()
    await json(await w.as(w.ada).leave(w.fabrikam))
    const link = await linkTo(w, w.ada)
    assert.match(plainOf((await pageAt(w, link)).text), /not acknowledged yet/)
    await tellEnded(w.services, new Date())
    assert.match(plainOf((await pageAt(w, link)).text), /Payroll acknowledged on /)
    const keys = JSON.parse((await pageAt(w, '/receipts/keys')).text) as { keys: object[] }
    const file = await pageAt(w, link.replace('?', '/file?'))
    assert.match(String(file.headers.get('content-disposition')), /receipt-[\w-]+\.jws/)
    const verified = await verifyReceipt(file.text, keys.keys as never[])
    assert.ok(verified.genuine && 'sub' in verified.claims)
    assert.equal(verified.claims.sub, w.userOf(w.ada, w.fabrikam))
    assert.ok(verified.claims.systems.every(({ acknowledgedAt }) => acknowledgedAt !== null))
    assert.equal(verified.claims.systems.length, 1)
    assert.doesNotMatch(JSON.stringify(verified.claims), /Lovelace|@/)
  } finally {
    await told.stop()
  }
})

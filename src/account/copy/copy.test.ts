/** My data as people get it: in every state, as a page, and of all organizations at once. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { strFromU8, unzipSync } from 'fflate'
import { json, type Json } from '../../../test/json.ts'
import { world, type Organization } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { dayMs } from '../../kernel/time.ts'
import { asSecret, type Letter } from '../../mail/letters.ts'
import { queueMail } from '../../mail/outbox.ts'
import { languages } from '../../words/locales.ts'
import { serverWordsOf } from '../../words/server-words.ts'
import { myData } from '../../wire/my-data.ts'

type World = Awaited<ReturnType<typeof world>>

const ref = (id: string) => ({ '@odata.id': `https://x.example/v1.0/users/${id}` })
const dataAt = ({ id }: Organization) => `/account/organizations/${id}/data`
const frank = (w: World) => w.as(w.frank, w.fabrikam)
const user = (w: World) => `/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`
const deletedItem = (w: World) => `/v1.0/directory/deletedItems/${w.userOf(w.ada, w.fabrikam)}`

/** What brings Ada's membership of Fabrikam into each state, one after another in a world. */
const states: readonly (readonly [string, (w: World) => Promise<unknown>])[] = [
  ['guest', async () => undefined],
  ['disabled', (w) => frank(w).patch(user(w), { accountEnabled: false })],
  ['enabled again', (w) => frank(w).patch(user(w), { accountEnabled: true })],
  ['removed', (w) => frank(w).delete(user(w))],
  ['restored', (w) => frank(w).post(`${deletedItem(w)}/restore`)],
  ['left', (w) => w.as(w.ada).leave(w.fabrikam)],
  ['held', (w) => frank(w).post(`${deletedItem(w)}/guesthouse.hold`, { reason: 'Case 12' })],
  ['held, after its window', async (w) => w.pass(31 * dayMs)],
]

test('U3, R107, R129: my data is there in every state, for one organization and among all of them', async () => {
  const w = await world()
  for (const [state, bring] of states) {
    await bring(w)
    const ada = w.as(w.ada)
    const copy = await json(await ada.get(dataAt(w.fabrikam)))
    assert.deepEqual(myData.strict().safeParse(copy).error?.issues ?? [], [], state)
    const page = await ada.get(`/my-data/${w.fabrikam.id}`)
    assert.equal(page.status, 200, state)
    assert.match(await page.text(), /My data at Fabrikam/, state)
    const index = await (await ada.get('/my-data')).text()
    assert.match(index, new RegExp(`/my-data/${w.fabrikam.id}`), state)
  }
  // As a member, at home; and with the home account disabled, and deleted.
  const ada = w.as(w.ada)
  assert.equal((await json(await ada.get(dataAt(w.contoso))))['user'].userType, 'Member')
  const carol = w.as(w.carol, w.contoso)
  await carol.patch(`/v1.0/users/${w.ada.userId}`, { accountEnabled: false })
  assert.equal((await ada.get(dataAt(w.northwind))).status, 200)
  assert.equal((await ada.get(`/my-data/${w.northwind.id}`)).status, 200)
})

test('U3, R132: an invitation that waits has a page and a copy for whom it is for, and for nobody else', async () => {
  const w = await world()
  await json(
    await frank(w).post('/v1.0/invitations', {
      invitedUserEmailAddress: w.carol.upn,
      inviteRedirectUrl: 'https://x.example/',
    }),
    201,
  )
  const page = await (await w.as(w.carol).get(`/my-data/${w.fabrikam.id}`)).text()
  assert.match(page, /Invitations/)
  assert.match(page, new RegExp(w.carol.upn))
  const dora = await w.member(w.contoso, 'Dora Eng')
  assert.equal((await w.as(dora).get(`/my-data/${w.fabrikam.id}`)).status, 404)
})

test('R106, R107: all organizations come as one zip, with a page and the same JSON of each', async () => {
  const w = await world()
  const ada = w.as(w.ada)
  for (const path of ['/account/data', '/my-data/archive']) {
    const answer = await ada.get(path)
    assert.equal(answer.headers.get('content-type'), 'application/zip')
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
    const names = Object.keys(files).toSorted()
    assert.equal(names.length, 7, path)
    const text = (name: string) => strFromU8(files[name] ?? assert.fail(name))
    const copies = names.filter((name) => name.endsWith('.json'))
    assert.deepEqual(copies.map((name) => JSON.parse(text(name)).organization).toSorted(), [
      'Contoso',
      'Fabrikam',
      'Northwind',
    ])
    for (const name of copies) {
      const page = text(name.replace('.json', '.html'))
      const shown = JSON.parse(text(name))
      assert.ok(page.includes(`My data at ${shown.organization}`), name)
      // The JSON stands in the page, and each page is of one organization.
      assert.ok(page.includes(`&quot;copiedAt&quot;: &quot;${shown.copiedAt}&quot;`), name)
      const others = copies.filter((one) => one !== name).map((one) => JSON.parse(text(one)))
      for (const other of others)
        assert.ok(!page.includes(String(other.user.id)), `${name} names ${other.organization}`)
      assert.doesNotMatch(page, /<script|https?:\/\/(?!x\.example)[^"]*\.(?:css|js|png)/)
      assert.ok(text('index.html').includes(name.replace('.json', '.html')), name)
    }
  }
  assert.equal((await w.app.request(`${w.publicUrl}/account/data`)).status, 401)
  const stranger = await w.app.request(`${w.publicUrl}/my-data/archive`)
  assert.equal(stranger.headers.get('location'), '/sign-in?return=%2Fmy-data%2Farchive')
})

test('R139: wherever others can be named, the copy has an id or nothing', async () => {
  const w = await world()
  const planted = 'Zuleika'
  const mine = w.userOf(w.ada, w.fabrikam)
  // Everybody else in the store of this organization is called so, in each of their texts.
  await sql`update users set display_name = ${planted}, given_name = ${planted}, surname = ${planted}, job_title = ${planted},
    sort_name = ${planted}, mobile_phone = ${planted}
    where tenant_id = ${w.fabrikam.id} and id <> ${mine}`.execute(w.db)
  await frank(w).put(`/v1.0/users/${mine}/manager/$ref`, ref(w.frank.userId))
  await frank(w).post(`/v1.0/users/${mine}/sponsors/$ref`, ref(w.frank.userId))
  await frank(w).put(`/v1.0/users/${w.fiona.userId}/manager/$ref`, ref(mine))
  await frank(w).post(`/v1.0/users/${w.userOf(w.bob, w.fabrikam)}/sponsors/$ref`, ref(mine))
  await frank(w).patch(user(w), { accountEnabled: false })
  await frank(w).patch(user(w), { accountEnabled: true })
  await w.as(w.ada).leave(w.fabrikam)
  await json(
    await frank(w).post(`${deletedItem(w)}/guesthouse.hold`, { reason: `${planted} is wanted` }),
    204,
  )
  const inviting = {
    organization: { id: w.fabrikam.id, name: 'Fabrikam', domain: w.fabrikam.domain },
    inviter: planted,
  }
  const told = { inviterMail: `${planted}@x.example`, mayLeave: true, message: null }
  const until = { token: asSecret(newId()), expiresAt: w.now().toISOString() }
  const letters: Letter[] = [
    { kind: 'invitation', values: { ...inviting, ...told, ...until } },
    { kind: 'invitationCopy', values: { ...inviting, address: w.ada.upn } },
  ]
  for (const letter of letters)
    await queueMail(
      w.db,
      {
        recipient: `${planted}@x.example`,
        letter,
        about: { tenantId: w.fabrikam.id, userId: mine },
      },
      w.now(),
    )
  const answer = await w.as(w.ada).get(dataAt(w.fabrikam))
  const text = await answer.text()
  const copy = JSON.parse(text) as Json
  for (const name of ['manager', 'sponsors', 'directReports', 'sponsoredGuests'])
    assert.equal(copy[name].length, 1, name)
  assert.ok(copy['waitingMail'].length >= 2)
  assert.doesNotMatch(text, new RegExp(`${planted}|${w.fiona.upn}|${w.bob.upn}`, 'i'))
  const page = await (await w.as(w.ada).get(`/my-data/${w.fabrikam.id}`)).text()
  assert.doesNotMatch(page, new RegExp(planted, 'i'))
})

test('R107: the page is in the language of its reader, and names each property', async () => {
  const w = await world()
  const ada = w.as(w.ada)
  for (const language of languages) {
    const page = await ada.get(`/my-data/${w.fabrikam.id}`, { 'accept-language': language })
    const text = await page.text()
    const direction = language === 'ar' ? 'rtl' : 'ltr'
    const { copy, userProperties } = serverWordsOf({ language, direction })
    assert.ok(text.includes(`<html lang="${language}" dir="${direction}">`), language)
    for (const word of [
      userProperties.displayName,
      copy.user.tenantId,
      copy.sections.events,
      copy.asJson,
    ])
      assert.ok(text.includes(word), `${language}: ${word}`)
    // Each has a name: none is shown as the wire calls it.
    for (const [, label = ''] of text.matchAll(/<dt>([^<]*)<\/dt>/g))
      assert.doesNotMatch(label, /^[a-z]+[A-Z]/, `${language}: ${label}`)
  }
})

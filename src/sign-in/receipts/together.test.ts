/** Many that are left at once have one receipt beside their own: one mail, one page, one file. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { json, type Json } from '../../../test/json.ts'
import { guesthouse } from '../../../test/machines/command-line.ts'
import { mailsTo } from '../../../test/mails.ts'
import { newStore } from '../../../test/store.ts'
import { world, type Organization, type Person } from '../../../test/world.ts'
import { hourMs, minuteMs, plus } from '../../kernel/time.ts'
import { leave } from '../../directory/users/leave.ts'
import { newTogether } from '../../receipts/together.ts'
import { newId } from '../../kernel/ids.ts'
import { drainMails } from '../../mail/drain.ts'
import type { Waiting } from '../../mail/outbox.ts'
import type { Delivery } from '../../mail/post.ts'
import { readReceiptKeys } from '../../receipts/keys.ts'
import { verifyReceipt } from '../../receipts/verify.ts'

type World = Awaited<ReturnType<typeof world>>

const folder = mkdtempSync(join(tmpdir(), 'guesthouse-together-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const leaveBoth = async (w: World, person: Person = w.ada): Promise<Json> =>
  json(
    await w.as(person).post('/account/leaves', {
      organizationIds: [w.fabrikam.id, w.northwind.id],
    }),
  )
const linksIn = (body: string): string[] => body.match(/\/receipts\/[\w-]+\?code=[\w-]{43}/g) ?? []
const textAt = async (w: World, path: string): Promise<string> => {
  const headers = { accept: 'text/html' }
  const answer = await w.app.request(`${w.publicUrl}${path}`, { headers })
  return answer.text()
}
const plainOf = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test('R20: who leaves many has one mail, whose one code opens the receipt of all, and that of each', async () => {
  const w = await world()
  const { value, receipt } = await leaveBoth(w)
  const references = value.map(({ departure }: Json) => departure.reference)
  const mails = await mailsTo(w.db, w.ada.upn)
  assert.deepEqual(
    mails.map(({ subject }) => subject),
    ['Receipt: 2 organizations left'],
  )
  const body = mails[0]?.body ?? ''
  assert.match(body, /Fabrikam[^]*can be restored until|Fabrikam[^]*Can be restored until/)
  assert.match(body, /Northwind/)
  assert.match(body, /You can undo it yourself until/)
  const [link = '', ...others] = linksIn(body)
  assert.deepEqual(others, [])
  assert.ok(link.startsWith(`/receipts/${receipt}?`))
  const all = plainOf(await textAt(w, link))
  for (const text of ['2 organizations left', 'Fabrikam', 'Northwind', ...references])
    assert.ok(all.includes(text), text)
  for (const reference of references)
    assert.match(await textAt(w, link.replace(receipt, reference)), /its person left/)
  // Restored in one place, it says so in its row.
  const id = w.userOf(w.ada, w.fabrikam)
  await json(await w.as(w.frank, w.fabrikam).post(`/v1.0/directory/deletedItems/${id}/restore`))
  const later = plainOf(await textAt(w, link))
  assert.match(later, /The log of each organization says what happened there/)
  assert.match(later, /Fabrikam It was restored on/)
  assert.match(later, /Northwind It can be restored until/)
})

test('R20: the receipt of many is shown whole to its person alone; an administrator sees what is theirs, strangers nothing', async () => {
  const w = await world()
  const { receipt } = await leaveBoth(w)
  const shown = async (by: ReturnType<World['as']>) => {
    const text = await (await by.get(`/receipts/${receipt}`, { accept: 'text/html' })).text()
    return ['Fabrikam', 'Northwind'].filter((name) => text.includes(name))
  }
  assert.deepEqual(await shown(w.as(w.ada)), ['Fabrikam', 'Northwind'])
  const frank = w.as(w.frank, w.fabrikam)
  await frank.get('/v1.0/me')
  assert.deepEqual(await shown(frank), ['Fabrikam'])
  assert.deepEqual(await shown(w.as(w.bob)), [])
  assert.doesNotMatch(await textAt(w, `/receipts/${receipt}?code=${'x'.repeat(43)}`), /Fabrikam/)
  const { value } = await json(
    await frank.get(`/v1.0/guesthouse.findings?search=${encodeURIComponent(`"${receipt}"`)}`),
  )
  assert.ok(value.some((one: Json) => one['kind'] === 'receipt'))
})

test('R20: one signed file lists all, and the command verifies it without asking anybody', async () => {
  const w = await world()
  await leaveBoth(w)
  const [mail] = await mailsTo(w.db, w.ada.upn)
  const [link = ''] = linksIn(mail?.body ?? '')
  const jws = await textAt(w, link.replace('?', '/file?'))
  const published = await readReceiptKeys(w.db)
  const verified = await verifyReceipt(jws, published.keys)
  assert.ok(verified.genuine && 'receipts' in verified.claims)
  assert.deepEqual(
    verified.claims.receipts.map(({ organization, state }) => [organization, state]),
    [
      ['Fabrikam', 'restorable'],
      ['Northwind', 'restorable'],
    ],
  )
  assert.doesNotMatch(JSON.stringify(verified.claims), /Lovelace|@/)
  const [file, keys, forged] = ['all.jws', 'keys.json', 'forged.jws'].map((name) =>
    join(folder, name),
  ) as [string, string, string]
  writeFileSync(file, jws)
  writeFileSync(keys, JSON.stringify(published))
  const said = await guesthouse(['verify-receipt', file, '--keys', keys])
  assert.equal(said.code, 0, said.err)
  assert.match(said.out, /Reference of all 2 together: /)
  assert.match(said.out, /at Fabrikam [^]+ at Northwind /)
  const [head, body = '', signature] = jws.trim().split('.')
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as { receipts: unknown[] }
  const fewer = { ...claims, receipts: claims.receipts.slice(1) }
  const changed = Buffer.from(JSON.stringify(fewer)).toString('base64url')
  writeFileSync(forged, [head, changed, signature].join('.'))
  const wrong = await guesthouse(['verify-receipt', forged, '--keys', keys])
  assert.equal(wrong.code, 1)
  assert.match(wrong.err, /It was changed after it was signed/)
})

test('R20: where only one of many is left, its receipt and its mail are those of one; who left before keeps theirs', async () => {
  const w = await world()
  await json(await w.as(w.ada).leave(w.northwind))
  const { value, receipt } = await leaveBoth(w)
  assert.equal(receipt, null)
  assert.deepEqual(
    value.map(({ outcome }: Json) => outcome),
    ['left', 'left'],
  )
  const subjects = (await mailsTo(w.db, w.ada.upn)).map(({ subject }) => subject)
  assert.deepEqual(subjects.toSorted(), ['You have left Fabrikam', 'You have left Northwind'])
})

test('R20: the mail of many waits a moment for all of them, and what is just being sent loses none', async () => {
  const own = await newStore()
  try {
    const w = await world(undefined, { db: own.db })
    const together = newTogether()
    const leaveAt = async ({ id: tenantId }: Organization, now: Date) => {
      const who = { personId: w.ada.personId, tenantId }
      await leave(w.db, who, { now, correlationId: newId(), address: null }, { together })
    }
    const sent: string[][] = []
    const drain = async (at: Date, meanwhile?: () => Promise<void>) => {
      const send = async ({ letter }: Waiting): Promise<Delivery> => {
        const entries = letter?.kind === 'receipts' ? letter.values.entries : []
        if (entries.length > 0) sent.push(entries.map(({ organization }) => organization.name))
        await meanwhile?.()
        return { outcome: 'taken' }
      }
      const post = { send, close: () => undefined }
      await drainMails(
        w.db,
        () => at,
        post,
        () => undefined,
      )
    }
    await leaveAt(w.fabrikam, w.now())
    await drain(w.now())
    assert.deepEqual(sent, [], 'it waits')
    const later = plus(w.now(), minuteMs)
    await drain(later, () => leaveAt(w.northwind, later))
    await drain(plus(later, minuteMs))
    assert.deepEqual(sent, [['Fabrikam'], ['Fabrikam', 'Northwind']])
    await drain(plus(later, hourMs))
    assert.equal(sent.length, 2)
  } finally {
    await own.close()
  }
})

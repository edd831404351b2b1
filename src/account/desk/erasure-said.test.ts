/**
 * When data is erased is one date in one sentence: before leaving, after it, on the receipt, in its
 * mail, and for administrators (R7, R20, R83).
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageAt, signedIn } from '../../../test/desk.ts'
import { json } from '../../../test/json.ts'
import { mailsTo } from '../../../test/mails.ts'
import { world } from '../../../test/world.ts'
import { dayMs } from '../../kernel/time.ts'
import { sql } from '../../store/database.ts'
import { languages, localeOf } from '../../words/locales.ts'
import { serverWordsOf } from '../../words/server-words.ts'
import { speechOf } from '../../words/speech.ts'

type World = Awaited<ReturnType<typeof world>>

const until = '30 June 2026'
const comes = new RegExp(
  `Once the account can no longer be restored, all of its data is erased; that is done by ${until}[^.<]* at the latest`,
)
const plain = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

const receiptOf = async (w: World): Promise<string> => {
  const body = (await mailsTo(w.db, w.ada.upn)).at(-1)?.body ?? ''
  return /\/receipts\/[\w-]+\?code=[\w-]{43}/.exec(body)?.[0] ?? assert.fail('no receipt')
}
const open = async (w: World, path: string, language = 'en'): Promise<string> => {
  const headers = { accept: 'text/html', 'accept-language': language }
  return plain(await (await w.app.request(`${w.publicUrl}${path}`, { headers })).text())
}

test('R7, R20, R83: before leaving, in the list, on the receipt and in its mail one sentence says when data is erased', async () => {
  const w = await world()
  const ada = await signedIn(w, w.ada)
  assert.match(plain(await pageAt(ada, `/leave/${w.fabrikam.id}`)), comes)
  await json(await w.as(w.ada).leave(w.fabrikam))
  assert.match(plain(await pageAt(ada, '/organizations?show=ended')), comes)
  assert.match(await open(w, await receiptOf(w)), comes)
  assert.match((await mailsTo(w.db, w.ada.upn)).at(-1)?.body ?? '', comes)
})

test('R20, R83: once nobody can restore it any more, the receipt says that data is being erased, and by when that is done', async () => {
  const w = await world()
  await json(await w.as(w.ada).leave(w.fabrikam))
  const receipt = await receiptOf(w)
  w.pass(31 * dayMs)
  const page = await open(w, receipt)
  assert.match(page, /can no longer be restored\. All of its data is being erased; that is done by/)
  assert.match(page, new RegExp(until))
})

test('R128: dates are written by the language, whichever region a browser names, before signing in as after it', async () => {
  const w = await world()
  await json(await w.as(w.ada).leave(w.fabrikam))
  const receipt = await receiptOf(w)
  for (const asked of ['en', 'en-US,en;q=0.9', 'en-GB'])
    assert.match(await open(w, receipt, asked), /It can be restored until 31 May 2026 at 12:00 UTC/)
  assert.match(await open(w, receipt, 'de-AT'), /31\. Mai 2026/)
})

test('R128: the sentence names the same day in every language', () => {
  for (const language of languages) {
    const locale = localeOf(language) ?? assert.fail()
    const day = speechOf(locale).date('2026-06-30T12:00:00.000Z')
    for (const said of Object.values(serverWordsOf(locale).erasure))
      assert.ok(said(day).includes(day), language)
  }
})

test('R121, R128: the receipt of a closed organization promises no restore, and its list says the same', async () => {
  const w = await world()
  await json(await w.as(w.ada).leave(w.fabrikam))
  const receipt = await receiptOf(w)
  assert.match(await open(w, receipt), /It can be restored until 31 May 2026/)
  await sql`update tenants set state = 'closed' where id = ${w.fabrikam.id}`.execute(w.db)
  const page = await open(w, receipt)
  assert.match(
    page,
    /is closed, so nobody restores it unless the organization opens again before 31 May/,
  )
  assert.doesNotMatch(page, /can be restored until|Can be restored until/)
  const list = plain(await pageAt(await signedIn(w, w.ada), '/organizations?show=ended'))
  assert.match(list, /is closed, so nobody brings you back unless it opens again before 31 May/)
})

test('R121, R142: undoing at a closed organization is not asked for, and sends nobody to its administrators', async () => {
  const w = await world()
  await json(await w.as(w.ada).leave(w.fabrikam))
  const ada = await signedIn(w, w.ada)
  const at = `/organizations/${w.fabrikam.id}/undo`
  assert.match((await ada.open(at)).page ?? '', /Its administrators see that you are back/)
  await sql`update tenants set state = 'closed' where id = ${w.fabrikam.id}`.execute(w.db)
  w.pass(4 * dayMs)
  const { page = '' } = await (await signedIn(w, w.ada)).open(at)
  assert.match(page, /is closed, so nobody comes back to it/)
  assert.doesNotMatch(page, /administrators|Undo leaving Fabrikam\?/)
})

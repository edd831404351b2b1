/** What somebody who is signed in reads where a receipt is not shown to them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageAt, signedIn } from '../../../test/desk.ts'
import { json } from '../../../test/json.ts'
import { mailsTo } from '../../../test/mails.ts'
import { visitor } from '../../../test/visitor.ts'
import { world } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { dayMs } from '../../kernel/time.ts'
import { fallback, languages, localeOf } from '../../words/locales.ts'
import { serverWordsOf } from '../../words/server-words.ts'

test('R20, R84: after the erasure the reference of the leaving leads its person to the code, and not around in a circle', async () => {
  const w = await world()
  const { reference } = await json(await w.as(w.ada).leave(w.fabrikam))
  const path = `/receipts/${String(reference)}`
  const body = (await mailsTo(w.db, w.ada.upn)).map((mail) => mail.body).join('\n')
  const code = /\/receipts\/[\w-]+\?code=([\w-]{43})/.exec(body)?.[1] ?? ''
  assert.match(await pageAt(await signedIn(w, w.ada), path), /because its person left/)
  w.pass(dayMs)
  const deleted = `/v1.0/directory/deletedItems/${w.userOf(w.ada, w.fabrikam)}`
  assert.equal((await w.as(w.frank, w.fabrikam).delete(deleted)).status, 204)

  const ada = await signedIn(w, w.ada)
  const page = await pageAt(ada, path)
  assert.match(page, /only the code in a mail about it opens the receipt/)
  assert.doesNotMatch(page, /Sign in instead|href="\/sign-in/)
  const wrong = await ada.post(path, { code: 'x'.repeat(43) })
  assert.equal(wrong.status, 400)
  assert.match(wrong.page ?? '', /No receipt has this reference and this code\./)
  assert.doesNotMatch(wrong.page ?? '', /or sign in/)
  assert.match((await ada.post(path, { code })).page ?? '', /Its data was erased on/)

  const unknown = newId()
  const nowhere = await pageAt(ada, `/receipts/${unknown}`)
  assert.equal(nowhere.replaceAll(unknown, String(reference)), page, 'it tells nothing else')
  const stranger = await visitor(w).get(path)
  assert.match(await stranger.text(), /Sign in instead/)

  for (const language of languages) {
    await ada.post('/language', { language, return: path })
    const said = serverWordsOf(localeOf(language) ?? fallback).receipts
    assert.ok((await pageAt(ada, path)).includes(said.signedIn), language)
  }
})

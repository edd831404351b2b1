/** What who signs in reads whose home organization is closed (R121, R107). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { visitor } from '../../test/visitor.ts'
import { world } from '../../test/world.ts'
import { setPassword } from '../credentials/password/set.ts'
import { sql } from '../store/database.ts'
import { serverWordsOf } from '../words/server-words.ts'
import { fallback, languages, localeOf } from '../words/locales.ts'

const password = 'nine copper kettles sing at dawn'

test('R107, R121: whose home is closed reads, in every language, where a copy of their data comes from: its privacy contact; a wrong password learns nothing', async () => {
  const w = await world()
  await setPassword(w.db, { tenantId: w.contoso.id, userId: w.ada.userId, password }, w.operator())
  await sql`update tenants set state = 'closed' where id = ${w.contoso.id}`.execute(w.db)
  const link = `<a href="mailto:privacy@${w.contoso.domain}">`
  for (const language of languages) {
    const browser = visitor(w)
    await browser.post('/language', { language, return: '/sign-in' })
    const { closedData } = serverWordsOf(localeOf(language) ?? fallback).signIn
    const refused = await browser.signIn(w.ada.upn, password)
    assert.equal(refused.status, 403)
    const page = await refused.text()
    assert.ok(page.includes(closedData) && page.includes(link), language)
    const wrong = await (await visitor(w).signIn(w.ada.upn, 'something else entirely')).text()
    assert.ok(!wrong.includes(link))
  }
  await sql`update tenants set privacy_contact = null where id = ${w.contoso.id}`.execute(w.db)
  const none = await (await visitor(w).signIn(w.ada.upn, password)).text()
  assert.ok(!none.includes(serverWordsOf(fallback).signIn.closedData))
})

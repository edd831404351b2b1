/** The readable page of my data says no code as it is, in no language. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { world } from '../../../test/world.ts'
import { activities } from '../../events/event.ts'
import { receiptKinds } from '../../receipts/receipt.ts'
import { sql } from '../../store/database.ts'
import { deletedByKinds } from '../../wire/deleted-by.ts'
import { whyNotSent } from '../../wire/mail-state.ts'
import { user } from '../../wire/graph/users/user.ts'
import { languages } from '../../words/locales.ts'
import { serverWordsOf } from '../../words/server-words.ts'

const states = ['waiting', 'taken', ...Object.keys(whyNotSent)]
const targets = ['organization', 'user', 'group', 'application', 'role', 'request', 'policy']
const enumsOfUser = Object.values(user.properties).flatMap((property) =>
  'words' in property ? [...property.words] : [],
)
const { codes: english } = serverWordsOf({ language: 'en', direction: 'ltr' }).copy
const codes = new Set<string>([
  ...activities,
  ...receiptKinds,
  ...deletedByKinds,
  ...states,
  ...targets,
  ...enumsOfUser,
  ...Object.values(english).flatMap((table) =>
    typeof table === 'string' ? [] : Object.keys(table),
  ),
  'true',
  'false',
  'null',
])

const readable = (html: string): string => html.slice(0, html.indexOf('<details>'))
const valuesIn = (html: string): string[] =>
  [...readable(html).matchAll(/<dd>([^<]*)<\/dd>/g)].map(([, value = '']) => value.trim())

test('R107: what a person reads of their data holds no code of the wire, no boolean and no time as JSON has it; the JSON holds them all', async () => {
  const w = await world()
  const [tenant, id] = [w.fabrikam.id, w.userOf(w.ada, w.fabrikam)]
  for (const [n, activity] of activities.entries())
    await sql`insert into events (tenant_id, id, at, activity, actor_kind, actor_id, target_kind, target_id, correlation_id)
      values (${tenant}, gen_random_uuid(), ${w.now()}, ${activity}, 'user', ${id}::uuid, ${targets[n % targets.length]}, ${id}::uuid, gen_random_uuid())`.execute(
      w.db,
    )
  for (const state of states)
    await sql`insert into told_mails (tenant_id, id, user_id, kind, queued_at, state, at)
      values (${tenant}, gen_random_uuid(), ${id}::uuid, 'disabled', ${w.now()}, ${state}, ${w.now()})`.execute(
      w.db,
    )
  for (const kind of receiptKinds)
    await sql`insert into receipts (tenant_id, id, user_id, kind, ended_at, restorable_until, erased_by)
      values (${tenant}, gen_random_uuid(), ${id}::uuid, ${kind}, ${w.now()}, ${w.now()}, ${w.now()})`.execute(
      w.db,
    )
  await w.as(w.frank, w.fabrikam).patch(`/v1.0/users/${id}`, { preferredLanguage: 'de' })
  for (const language of languages) {
    const page = await w.as(w.ada).get(`/my-data/${tenant}`, { 'accept-language': language })
    const html = await page.text()
    const values = valuesIn(html)
    assert.ok(values.length > 150, `${language}: ${values.length} values`)
    const direction = language === 'ar' ? 'rtl' : 'ltr'
    const said = serverWordsOf({ language, direction }).copy.codes
    // A word of English may be spelt as its code is.
    const words = new Set(
      Object.values(said).flatMap((table) =>
        typeof table === 'string' ? [table] : Object.values(table),
      ),
    )
    for (const value of values) {
      assert.ok(!codes.has(value) || words.has(value), `${language}: ${value}`)
      assert.doesNotMatch(value, /^[a-z]+\.[a-z]+[A-Za-z]*$|^urn:|\d{4}-\d\d-\d\dT|^[[{]/, language)
      assert.notEqual(value, said.other, `${language}: a code without words`)
    }
    if (language === 'de') assert.ok(!values.includes('Guest') && values.includes('Gast'))
    for (const activity of activities) assert.ok(html.includes(`&quot;${activity}&quot;`), activity)
  }
})

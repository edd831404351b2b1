/** What keeping a guest stops, and what it does not: said before and after, and so (R136). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageAt, signedIn } from '../../../test/desk.ts'
import { json, type Json } from '../../../test/json.ts'
import { createPolicy, frank, idOf, passDays } from '../../../test/policies.ts'
import { world } from '../../../test/world.ts'
import { dayMs, plus } from '../../kernel/time.ts'
import { sql } from '../../store/database.ts'
import { languages } from '../../words/locales.ts'
import { serverWordsOf } from '../../words/server-words.ts'

/** Ada, for whom Fiona answers, who came on 1 May, under a policy of these rules. */
const governed = async (rules: object) => {
  const w = await world()
  const id = idOf(w, w.ada)
  const ref = { '@odata.id': `http://guesthouse.test/v1.0/users/${w.fiona.userId}` }
  await json(await frank(w).post(`/v1.0/users/${id}/sponsors/$ref`, ref), 204)
  await json(await w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/session`))
  await createPolicy(w, { 'guesthouse.inactiveDays': null, ...rules })
  const at = `/account/organizations/${w.fabrikam.id}/guests/${id}`
  return {
    w,
    id,
    at,
    guest: async () => json(await w.as(w.fiona).get(at)),
    keep: async () => json(await w.as(w.fiona).post(`${at}/attestation`)),
    lifecycle: async () => json(await frank(w).get(`/v1.0/users/${id}/guesthouse.lifecycle`)),
  }
}

type Governed = Awaited<ReturnType<typeof governed>>

const used = { 'guesthouse.inactiveDays': 90 }
const confirmed = { 'guesthouse.attestationDays': 60 }
const textOf = (page: string): string => page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

test('R136: what is said to come once a guest is kept is what comes, by whichever door they are kept', async () => {
  const atOnce = { gracePeriodInDays: 0 }
  const doors: Readonly<Record<string, (g: Governed) => Promise<unknown>>> = {
    sponsor: ({ keep }) => keep(),
    guest: async ({ w }) =>
      json(await w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/attestation`)),
    administrator: async ({ w, id }) =>
      json(await frank(w).post(`/v1.0/users/${id}/microsoft.graph.identityGovernance.attest`), 204),
  }
  const scenes: readonly (readonly [object, number, string])[] = [
    [used, 50, 'guest'],
    [confirmed, 50, 'administrator'],
    [confirmed, 70, 'guest'],
    [{ ...used, ...confirmed }, 70, 'sponsor'],
    [{ ...used, ...atOnce }, 91, 'sponsor'],
    [{ ...confirmed, ...atOnce }, 61, 'administrator'],
  ]
  for (const [rules, days, door] of scenes) {
    const g = await governed(rules)
    const { w, guest, lifecycle } = g
    await passDays(w, days)
    await passDays(w, 0)
    const before = await lifecycle()
    assert.notDeepEqual(before['comes'], [])
    assert.deepEqual(
      (await guest())['comesIfKept'].map((one: Json) => one['at']),
      before['comesIfKept'].map((one: Json) => one['dateTime']),
    )
    await doors[door]?.(g)
    const about = JSON.stringify([rules, days, door])
    assert.deepEqual((await lifecycle())['comes'], before['comesIfKept'], about)
  }
})

test('R136: where keeping does not stop the end, row, question and answer say so, and what does', async () => {
  const { w, id } = await governed(used)
  w.pass(20 * dayMs)
  const fiona = await signedIn(w, w.fiona)
  const row = textOf(await pageAt(fiona, '/guests'))
  assert.match(row, /If nothing happens, the account is disabled on 29 August 2026\./)
  assert.match(row, /Why Only if it is not used before then/)
  assert.doesNotMatch(row, /too long/)
  const help = /Keeping alone does not stop that\. The guest has to sign in there before then\./
  assert.match(row, help)
  const at = `/guests/${w.fabrikam.id}/${id}/keep`
  const asked = textOf(await pageAt(fiona, at))
  const still =
    /That alone does not stop it: the account is still disabled on 29 August 2026\. The guest has to sign in there before then\./
  assert.match(asked, still)
  assert.doesNotMatch(asked, /asked again counts/)
  const told = textOf((await fiona.post(at, { back: '/guests' })).page ?? '')
  assert.match(
    told,
    /It is noted that Ada Lovelace is still needed\. If nothing else happens, the account is then disabled on 29 August 2026\. The guest has to sign in/,
  )
  assert.match(told, help)
  await passDays(w, 70)
  await passDays(w, 30)
  const { value } = await json(await w.as(w.fiona).get('/account/guests'))
  assert.equal(value[0]['state'], 'disabled', 'as it was said')
})

test('R136: where keeping does stop it, that is said, and no more', async () => {
  const { w, id, keep } = await governed(confirmed)
  w.pass(50 * dayMs)
  const fiona = await signedIn(w, w.fiona)
  assert.match(textOf(await pageAt(fiona, '/guests')), /disabled on 30 July 2026/)
  const asked = textOf(await pageAt(fiona, `/guests/${w.fabrikam.id}/${id}/keep`))
  assert.match(
    asked,
    /If nothing else happens, the account is then disabled on 18 September 2026\./,
  )
  assert.doesNotMatch(asked, /does not stop/)
  await keep()
  assert.doesNotMatch(textOf(await pageAt(fiona, '/guests')), /does not stop/)
  const alone = await governed({ 'guesthouse.redemptionDays': 5 })
  alone.w.pass(dayMs)
  const end = plus(alone.w.now(), 9 * dayMs).toISOString()
  await json(
    await frank(alone.w).patch(`/v1.0/users/${alone.id}`, { 'guesthouse.endDateTime': end }),
    204,
  )
  const dated = textOf(await pageAt(await signedIn(alone.w, alone.w.fiona), '/guests'))
  assert.match(dated, /Keeping alone does not stop that\. Only a later end date moves that\./)
})

test('R136: a guest who says it of themselves hears what that does not stop, in every language', async () => {
  const { w } = await governed(used)
  w.pass(20 * dayMs)
  const ada = await signedIn(w, w.ada)
  const own = textOf(await pageAt(ada, `/organizations/${w.fabrikam.id}/needed`))
  assert.match(own, /still disabled on 29 August 2026\. Sign in there before then\./)
  const fiona = await signedIn(w, w.fiona)
  for (const language of languages) {
    const { page = '' } = await fiona.open('/guests', { headers: { 'accept-language': language } })
    const { coming } = serverWordsOf({
      language,
      direction: language === 'ar' ? 'rtl' : 'ltr',
    }).answering
    const said = textOf(page)
    assert.ok(said.includes(coming.notStopped.beside), language)
    assert.ok(said.includes(coming.stops.inactivity), language)
    assert.ok(said.includes(coming.condition.inactivity), language)
  }
})

test('R136: keeping who has not come yet stops nothing; the invitation is sent again by who may, where the page says', async () => {
  const { w } = await governed({ 'guesthouse.redemptionDays': 5 })
  const invited = await json(
    await w.as(w.fiona, w.fabrikam).post('/v1.0/invitations', {
      invitedUserEmailAddress: 'eve@outside.example',
      inviteRedirectUrl: `${w.publicUrl}/`,
    }),
    201,
  )
  const at = `/guests/${w.fabrikam.id}/${invited['invitedUser']['id']}/keep`
  const fiona = await signedIn(w, w.fiona)
  const row = await pageAt(fiona, '/guests')
  assert.match(
    textOf(row),
    /Keeping alone does not stop that\. The guest has to accept the invitation before then\./,
  )
  assert.match(textOf(row), /Only if the invitation is not accepted before then/)
  assert.doesNotMatch(row, /\/invitations"/)
  await w.grant(w.fiona, w.fabrikam, 'userAdministrator')
  const again = new RegExp(
    `href="/admin/${w.fabrikam.id}/invitations"[^]*Send the invitation again`,
  )
  for (const path of ['/guests', at]) assert.match(await pageAt(fiona, path), again)
  const { value } = await json(await w.as(w.fiona).get('/account/guests'))
  const canBeSent = (of: string) =>
    value.find((one: Json) => one['id'] === of)?.['canSendAgain'] as unknown
  assert.equal(canBeSent(String(invited['invitedUser']['id'])), true)
})

test('R136: nothing is sent again to a guest who came by an import, without an invitation', async () => {
  const { w, id, guest } = await governed({ 'guesthouse.redemptionDays': 5 })
  await w.grant(w.fiona, w.fabrikam, 'userAdministrator')
  // As the import writes a guest of whom the list says that they have not accepted.
  await sql`update users set external_user_state = 'PendingAcceptance' where tenant_id = ${w.fabrikam.id} and id = ${id}`.execute(
    w.db,
  )
  const { state, canSendAgain } = await guest()
  assert.deepEqual([state, canSendAgain], ['invited', false])
  assert.doesNotMatch(await pageAt(await signedIn(w, w.fiona), '/guests'), /Send the invitation/)
})

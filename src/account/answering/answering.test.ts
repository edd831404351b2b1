/** Saying that an account is needed, over the account API: guests themselves, and who answers. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../../test/json.ts'
import { mailsTo } from '../../../test/mails.ts'
import { world, type Person } from '../../../test/world.ts'
import { keepIn } from '../../directory/lifecycle/run.ts'
import { keepEndDates } from '../../directory/lifecycle/end-date.ts'
import { dayMs, plus } from '../../kernel/time.ts'
import { sql } from '../../store/database.ts'

type World = Awaited<ReturnType<typeof world>>

const frank = (w: World) => w.as(w.frank, w.fabrikam)
const idOf = (w: World, person: Person) => w.userOf(person, w.fabrikam)
const ref = (w: World, id: string) => ({
  '@odata.id': `http://guesthouse.test/v1.0/directoryObjects/${id}`,
})
const sponsor = async (w: World, guest: Person, id: string): Promise<void> => {
  const path = `/v1.0/users/${idOf(w, guest)}/sponsors/$ref`
  assert.equal((await frank(w).post(path, ref(w, id))).status, 204)
}
const own = (w: World) => `/account/organizations/${w.fabrikam.id}/attestation`
const guestAt = (w: World, guest: Person) =>
  `/account/organizations/${w.fabrikam.id}/guests/${idOf(w, guest)}`
const policies = '/v1.0/identityGovernance/lifecycleWorkflows/lifecyclePolicies'
const attesting = {
  displayName: 'Still needed?',
  isEnabled: true,
  priority: 1,
  gracePeriodInDays: 30,
  'guesthouse.attestationDays': 60,
  'guesthouse.action': 'delete',
}
const govern = async (w: World): Promise<void> => {
  await json(await frank(w).post(policies, attesting), 201)
}
const day = (w: World, days: number): string => plus(w.now(), days * dayMs).toISOString()
const names = ({ value }: Json): string[] => value.map((one: Json) => one['displayName'])
const endOf = ({ comes }: Json): Json | undefined =>
  comes.find(({ step }: Json) => step === 'deleted')
const mine = async (w: World, who: Person): Promise<string[]> =>
  names(await json(await w.as(who).get('/account/guests')))
const attestations = async (w: World): Promise<Json[]> => {
  const found = await json(await frank(w).get('/v1.0/auditLogs/directoryAudits'))
  return found['value'].filter((one: Json) => one['activityDisplayName'] === 'Attest guest')
}

test('R136: a guest says that they still need it, and is told until when that holds; saying it twice is written once', async () => {
  const w = await world()
  await govern(w)
  w.pass(50 * dayMs)
  const before = await json(await w.as(w.ada).get(own(w)))
  assert.deepEqual(
    [before['canAttest'], before['attestedAt'], endOf(before)?.['why']],
    [true, null, 'attestation'],
  )
  assert.equal(endOf(before)?.['at'], day(w, 40))
  const after = await json(await w.as(w.ada).post(own(w)))
  assert.equal(after['attestedAt'], w.now().toISOString())
  assert.equal(endOf(after)?.['at'], day(w, 90))
  await Promise.all([1, 2].map(async () => json(await w.as(w.ada).post(own(w)))))
  const found = await attestations(w)
  assert.deepEqual(
    found.map((one) => [one['initiatedBy']['user']['id'], one['targetResources'][0]['id']]),
    [[idOf(w, w.ada), idOf(w, w.ada)]],
  )
  w.pass(89 * dayMs)
  await keepIn(w.db, w.fabrikam.id, w.now())
  const rows = await json(await w.as(w.ada).get('/account/organizations'))
  assert.ok(
    rows['value'].some((one: Json) => one['id'] === w.fabrikam.id && one['state'] === 'active'),
  )
})

test('R136: who is disabled, no guest, or not asked by the organization cannot say it of themselves, and is told why', async () => {
  const w = await world()
  const because = async (who: Person, at = own(w)): Promise<unknown> =>
    (await json(await w.as(who).post(at), 409))['error']['reasons']
  assert.deepEqual(await because(w.fiona), ['notAGuest'])
  const policy = '/v1.0/policies/externalIdentitiesPolicy'
  const set = async (allowed: boolean) =>
    assert.equal((await frank(w).patch(policy, { 'guesthouse.guestsAttest': allowed })).status, 204)
  await set(false)
  assert.deepEqual(await because(w.ada), ['notAllowed'])
  assert.equal((await json(await w.as(w.ada).get(own(w))))['reason'], 'notAllowed')
  await set(true)
  const ada = `/v1.0/users/${idOf(w, w.ada)}`
  assert.equal((await frank(w).patch(ada, { accountEnabled: false })).status, 204)
  assert.deepEqual(await because(w.ada), ['disabled'])
  await refusal(await w.as(w.nora).post(own(w)), 404)
  assert.equal((await attestations(w)).length, 0)
})

test('R133, R136: who answers for a guest sees who it is and what ends it next, keeps it, and moves its end date on, and never nearer or beyond a year', async () => {
  const w = await world()
  await sponsor(w, w.ada, w.fiona.userId)
  await govern(w)
  const end = { 'guesthouse.endDateTime': day(w, 20) }
  assert.equal((await frank(w).patch(`/v1.0/users/${idOf(w, w.ada)}`, end)).status, 204)
  const listed = await json(await w.as(w.fiona).get('/account/guests'))
  assert.deepEqual(names(listed), ['Ada Lovelace'])
  const [row] = listed['value']
  assert.deepEqual(
    [row['organization']['displayName'], row['endsAt'], row['lastUsedAt'], row['direct']],
    ['Fabrikam', end['guesthouse.endDateTime'], null, true],
  )
  assert.equal(endOf(row)?.['at'], end['guesthouse.endDateTime'])
  const keep = (until?: string) =>
    w.as(w.fiona).post(`${guestAt(w, w.ada)}/attestation`, until === undefined ? {} : { until })
  assert.equal((await refusal(await keep(day(w, 10)), 409)).code, 'cannotKeep')
  assert.match((await refusal(await keep(day(w, 366)), 409)).message, /a year/)
  assert.equal((await attestations(w)).length, 0, 'what is refused is not half done')
  w.pass(dayMs)
  const kept = await json(await keep(day(w, 200)))
  assert.deepEqual([kept['endsAt'], kept['attestedAt']], [day(w, 200), w.now().toISOString()])
  assert.equal((await attestations(w))[0]?.['initiatedBy']['user']['id'], w.fiona.userId)
  w.pass(30 * dayMs)
  await keepEndDates(w.db, w.now())
  assert.deepEqual(await mine(w, w.fiona), ['Ada Lovelace'])
})

test('R104, R136: who does not answer for a guest, or is disabled there, or at another organization, does nothing with them', async () => {
  const w = await world()
  await sponsor(w, w.ada, w.fiona.userId)
  const acts = (who: Person) => {
    const at = guestAt(w, w.ada)
    return [
      () => w.as(who).get(at),
      () => w.as(who).post(`${at}/attestation`, {}),
      () => w.as(who).delete(`${at}/sponsor`),
      () => w.as(who).get(`${at}/colleagues`),
      () => w.as(who).post(`${at}/passOn`, { colleagueId: w.frank.userId }),
    ]
  }
  for (const who of [w.frank, w.ada, w.nora]) {
    assert.deepEqual(await mine(w, who), [], who.name)
    for (const act of acts(who))
      assert.equal((await refusal(await act(), 404)).code, 'guestNotFound')
  }
  assert.equal(
    (await frank(w).patch(`/v1.0/users/${w.fiona.userId}`, { accountEnabled: false })).status,
    204,
  )
  assert.ok((await w.as(w.fiona).get('/account/guests')).status >= 400)
  for (const act of acts(w.fiona)) assert.ok((await act()).status >= 400)
  assert.equal((await attestations(w)).length, 0)
})

test('R27, R135: whom an administrator has disabled nobody keeps; whom a policy has is not removed, and stays disabled', async () => {
  const w = await world()
  for (const guest of [w.ada, w.bob]) await sponsor(w, guest, w.fiona.userId)
  const rule = { 'guesthouse.action': 'disableThenDelete', 'guesthouse.deletionDays': 10 }
  await json(await frank(w).post(policies, { ...attesting, ...rule, gracePeriodInDays: 0 }), 201)
  assert.equal(
    (await frank(w).patch(`/v1.0/users/${idOf(w, w.bob)}`, { accountEnabled: false })).status,
    204,
  )
  w.pass(61 * dayMs)
  for (const _ of [1, 2]) await keepIn(w.db, w.fabrikam.id, w.now())
  const keep = (guest: Person) => w.as(w.fiona).post(`${guestAt(w, guest)}/attestation`)
  const list: Json[] = (await json(await w.as(w.fiona).get('/account/guests')))['value']
  assert.deepEqual(
    list.map((one) => [one['displayName'], one['state'], one['canBeKept']]),
    [
      ['Ada Lovelace', 'disabled', true],
      ['Bob Okafor', 'disabled', false],
    ],
  )
  const page = async (path: string): Promise<string> => (await w.as(w.fiona).get(path)).text()
  const asked = (guest: Person) => `/guests/${w.fabrikam.id}/${idOf(w, guest)}/keep`
  assert.match(await page('/guests'), new RegExp(`href="${asked(w.ada)}"`))
  assert.doesNotMatch(await page('/guests'), new RegExp(`href="${asked(w.bob)}"`))
  assert.doesNotMatch(await page(asked(w.bob)), /A rule has disabled|class="do"/)
  const why = await json(await keep(w.bob), 409)
  assert.deepEqual(why['error']['reasons'], ['guestDisabled'])
  assert.equal((await json(await keep(w.ada)))['state'], 'disabled')
  w.pass(20 * dayMs)
  await keepIn(w.db, w.fabrikam.id, w.now())
  const ada = await json(await frank(w).get(`/v1.0/users/${idOf(w, w.ada)}?$select=accountEnabled`))
  assert.equal(ada['accountEnabled'], false)
})

test('R104: a guest goes over to a colleague, who is told and answers from then on; only a member who can act', async () => {
  const w = await world()
  await sponsor(w, w.ada, w.fiona.userId)
  const at = guestAt(w, w.ada)
  const found = await json(await w.as(w.fiona).get(`${at}/colleagues?search=weber`))
  assert.deepEqual(names(found), ['Frank Weber'])
  const pass = (colleagueId: string) => w.as(w.fiona).post(`${at}/passOn`, { colleagueId })
  assert.equal((await refusal(await pass(idOf(w, w.bob)), 409)).code, 'successorRefused')
  assert.equal((await refusal(await pass(w.nora.userId), 404)).code, 'successorNotFound')
  assert.deepEqual(await mine(w, w.fiona), ['Ada Lovelace'])
  const both = await Promise.all([pass(w.frank.userId), pass(w.frank.userId)])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [204, 404])
  assert.deepEqual([await mine(w, w.fiona), await mine(w, w.frank)], [[], ['Ada Lovelace']])
  const [mail] = await mailsTo(w.db, w.frank.upn)
  assert.equal(mail?.subject, 'You answer for a guest at Fabrikam')
  assert.match(mail.body, /Ada Lovelace[^]*http:\/\/guesthouse\.test\/guests/)
})

test('R105, R136: whom nobody answers for any more, as who did is disabled or gave up, a member takes over; a guest does not, and of two at once one', async () => {
  const w = await world()
  for (const guest of [w.ada, w.bob]) await sponsor(w, guest, w.fiona.userId)
  const greta = await w.member(w.fabrikam, 'Greta Olsen')
  const unanswered = async (who: Person) =>
    names(await json(await w.as(who).get('/account/guests/unanswered')))
  const overview = async () =>
    (await json(await frank(w).get('/v1.0/guesthouse.overview')))['guestsWithoutSponsor']
  assert.deepEqual([await unanswered(greta), await overview()], [[], 0])
  assert.equal((await w.as(w.fiona).delete(`${guestAt(w, w.bob)}/sponsor`)).status, 204)
  assert.deepEqual([await unanswered(greta), await overview()], [['Bob Okafor'], 1])
  assert.equal(
    (await frank(w).patch(`/v1.0/users/${w.fiona.userId}`, { accountEnabled: false })).status,
    204,
  )
  assert.deepEqual(await unanswered(greta), ['Ada Lovelace', 'Bob Okafor'])
  assert.equal(await overview(), 2)
  for (const who of [w.ada, w.carol]) {
    assert.deepEqual(await unanswered(who), [])
    assert.ok((await w.as(who).put(`${guestAt(w, w.bob)}/sponsor`, {})).status >= 400)
  }
  const taken = await Promise.all(
    [greta, w.frank].map((who) => w.as(who).put(`${guestAt(w, w.ada)}/sponsor`, {})),
  )
  assert.deepEqual(taken.map(({ status }) => status).toSorted(), [200, 409])
  assert.deepEqual(await unanswered(greta), ['Bob Okafor'])
})

test('R102, R136: where members without a role do not see each other, they see and take over no guests of nobody', async () => {
  const w = await world()
  const policy = '/v1.0/policies/authorizationPolicy'
  const sent = { defaultUserRolePermissions: { allowedToReadOtherUsers: false } }
  assert.equal((await frank(w).patch(policy, sent)).status, 204)
  const seen = async (who: Person) =>
    names(await json(await w.as(who).get('/account/guests/unanswered')))
  assert.deepEqual(await seen(w.fiona), [])
  await refusal(await w.as(w.fiona).put(`${guestAt(w, w.ada)}/sponsor`, {}), 404)
  assert.deepEqual(await seen(w.frank), ['Ada Lovelace', 'Bob Okafor'])
})

test('R104: the owners of a group that sponsors answer too; they keep, and cannot give up what the group has', async () => {
  const w = await world()
  const { id } = await json(await frank(w).post('/v1.0/groups', { displayName: 'Hosts' }), 201)
  assert.equal(
    (await frank(w).post(`/v1.0/groups/${id}/owners/$ref`, ref(w, w.fiona.userId))).status,
    204,
  )
  await sponsor(w, w.ada, id)
  const [row] = (await json(await w.as(w.fiona).get('/account/guests')))['value']
  assert.equal(row['direct'], false)
  await json(await w.as(w.fiona).post(`${guestAt(w, w.ada)}/attestation`))
  const why = await json(await w.as(w.fiona).delete(`${guestAt(w, w.ada)}/sponsor`), 409)
  assert.deepEqual(why['error']['reasons'], ['throughGroup'])
})

test('R133, R136: before the end, sponsors are sent to their page, and guests to theirs where they may say it themselves', async () => {
  const w = await world()
  await sponsor(w, w.ada, w.fiona.userId)
  await govern(w)
  const policy = '/v1.0/policies/externalIdentitiesPolicy'
  w.pass(61 * dayMs)
  await keepIn(w.db, w.fabrikam.id, w.now())
  const last = async (who: Person) => (await mailsTo(w.db, who.upn)).at(-1)?.body ?? ''
  const page = new RegExp(`/organizations/${w.fabrikam.id}/needed`)
  assert.match(await last(w.fiona), /confirm it on the page Guests I answer for[^]*\/guests\b/)
  assert.match(await last(w.ada), page)
  assert.equal((await frank(w).patch(policy, { 'guesthouse.guestsAttest': false })).status, 204)
  w.pass(10 * dayMs)
  await keepIn(w.db, w.fabrikam.id, w.now())
  assert.doesNotMatch(await last(w.ada), page)
  assert.match(await last(w.ada), /ask whoever answers for you/)
})

test('R136: guests are paged by name, each once; a place of another list is refused', async () => {
  const w = await world()
  for (let one = 0; one < 30; one++)
    await w.guest(await w.member(w.contoso, `Guest ${one}`), w.fabrikam)
  const fiona = w.fiona.userId
  await sql`insert into sponsors (tenant_id, user_id, id, sponsor_user_id)
    select u.tenant_id, u.id, ${fiona}, ${fiona} from live_users u where u.tenant_id = ${w.fabrikam.id} and u.display_name like 'Guest %'`.execute(
    w.db,
  )
  const first = await json(await w.as(w.fiona).get('/account/guests'))
  const after = encodeURIComponent(String(first['next']))
  const second = await json(await w.as(w.fiona).get(`/account/guests?after=${after}`))
  assert.equal(second['next'], null)
  assert.equal(new Set([...names(first), ...names(second)]).size, 30)
  await refusal(await w.as(w.frank).get(`/account/guests?after=${after}`), 400)
})

test('R104, R136: nobody answers for themselves, not by a group that they own either', async () => {
  const w = await world()
  const { id } = await json(await frank(w).post('/v1.0/groups', { displayName: 'Own' }), 201)
  const owner = ref(w, idOf(w, w.ada))
  assert.equal((await frank(w).post(`/v1.0/groups/${id}/owners/$ref`, owner)).status, 204)
  await sponsor(w, w.ada, String(id))
  await sponsor(w, w.bob, String(id))
  const end = { 'guesthouse.endDateTime': day(w, 5) }
  assert.equal((await frank(w).patch(`/v1.0/users/${idOf(w, w.ada)}`, end)).status, 204)
  assert.deepEqual(await mine(w, w.ada), [w.bob.name])
  const keep = await w.as(w.ada).post(`${guestAt(w, w.ada)}/attestation`, { until: day(w, 300) })
  assert.equal((await refusal(keep, 404)).code, 'guestNotFound')
  assert.equal((await json(await w.as(w.ada).get(own(w))))['endsAt'], day(w, 5))
})

test('R104, R136: of five who are all disabled one gives way to who takes over', async () => {
  const w = await world()
  for (let n = 0; n < 5; n++) {
    const body = { displayName: `S${n}`, userPrincipalName: `s${n}@${w.fabrikam.domain}` }
    const { id } = await json(await frank(w).post('/v1.0/users', body), 201)
    await sponsor(w, w.ada, String(id))
    const disabled = { accountEnabled: false }
    assert.equal((await frank(w).patch(`/v1.0/users/${id}`, disabled)).status, 204)
  }
  await json(await w.as(w.fiona).put(`${guestAt(w, w.ada)}/sponsor`, {}))
  assert.deepEqual(await mine(w, w.fiona), [w.ada.name])
  const left = await json(await frank(w).get(`/v1.0/users/${idOf(w, w.ada)}/sponsors`))
  assert.equal(left['value'].length, 5)
})

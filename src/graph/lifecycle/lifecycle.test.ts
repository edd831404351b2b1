/** Lifecycle policies over HTTP and by their job (R134–R136). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../../test/json.ts'
import { mailsTo } from '../../../test/mails.ts'
import { browserWith, registerApplication, relyingParty, signOn } from '../../../test/sign-on.ts'
import {
  createPolicy,
  frank,
  idOf,
  inactivity,
  passDays,
  policiesAt,
  rowOf,
} from '../../../test/policies.ts'
import { world, type Person } from '../../../test/world.ts'
import { dayMs, plus } from '../../kernel/time.ts'

type World = Awaited<ReturnType<typeof world>>

const subjects = async (w: World, who: Person): Promise<string[]> =>
  (await mailsTo(w.db, who.upn)).map(({ subject }) => subject)
/** What the row of the organization says in the portal. */
const seen = async (w: World, person: Person): Promise<string> =>
  (await (await browserWith(w, person)).open(`/organizations/${w.fabrikam.id}`)).page ?? ''
const lifecycle = async (w: World, person: Person): Promise<Json> =>
  json(await frank(w).get(`/v1.0/users/${idOf(w, person)}/guesthouse.lifecycle`))
const attest = (w: World, by: Person, guest: Person) =>
  w
    .as(by, w.fabrikam)
    .post(`/v1.0/users/${idOf(w, guest)}/microsoft.graph.identityGovernance.attest`)
/** An application that reads the directory on Frank's behalf. */
const programOf = async (w: World) => {
  const application = await registerApplication(w, w.fabrikam, w.frank, {
    scopes: ['Directory.Read.All'],
  })
  const party = await relyingParty(w, application)
  const scope = `openid ${w.publicUrl}/Directory.Read.All`
  const flow = await signOn(party, await browserWith(w, w.frank), application, { scope })
  const { access_token: token } = await flow.exchange()
  const headers = { authorization: `Bearer ${token}` }
  return (method: string, at: string) => w.app.request(`${w.publicUrl}${at}`, { method, headers })
}
const signIn = (w: World, person: Person) =>
  w.as(person).post(`/account/organizations/${w.fabrikam.id}/session`)

test('R114, R115, R134, R135: unused, a guest is told four times, disabled, can still leave, and is deleted in the end; what was simulated happens', async () => {
  const w = await world()
  await signIn(w, w.bob)
  w.pass(80 * dayMs)
  await signIn(w, w.bob)
  const { value, next, counts } = await json(
    await frank(w).post(`${policiesAt}/guesthouse.simulate`, inactivity),
  )
  assert.deepEqual(counts, { told: 1, disabled: 1, deleted: 1, isWhole: true })
  assert.equal(next, null)
  const ada = value.find((one: Json) => one['id'] === idOf(w, w.ada))
  const day = (days: number) => plus(w.now(), days * dayMs).toISOString()
  assert.deepEqual(
    [ada['reason'], ada['toldDateTime'], ada['disableDateTime'], ada['deleteDateTime']],
    ['inactivity', day(10), day(40), day(60)],
  )
  assert.ok(!value.some((one: Json) => one['id'] === idOf(w, w.bob)), 'who is active is not named')
  assert.equal((await json(await frank(w).get(policiesAt)))['value'].length, 0, 'nothing is saved')
  const { id } = await createPolicy(w)
  await passDays(w, 10)
  const coming = await lifecycle(w, w.ada)
  assert.deepEqual(
    [coming['policy']['id'], coming['policy']['deleteDateTime']],
    [id, ada['deleteDateTime']],
  )
  assert.deepEqual(
    coming['comes'].map(({ step, why, dateTime }: Json) => [step, why, dateTime]),
    [
      ['disabled', 'inactivity', ada['disableDateTime']],
      ['deleted', 'inactivity', ada['deleteDateTime']],
      ['purged', 'inactivity', plus(new Date(ada['deleteDateTime']), 30 * dayMs).toISOString()],
    ],
  )
  const row = (await rowOf(w, w.ada))['comes']
  assert.deepEqual(row[0], {
    step: 'disabled',
    why: 'inactivity',
    already: true,
    at: ada['disableDateTime'],
  })
  assert.match(await seen(w, w.ada), /On [^<]* your account at \S*Fabrikam\S* is disabled: you/)
  for (const days of [10, 10, 9]) await passDays(w, days)
  const soon = 'Your account at Fabrikam will be disabled soon'
  assert.deepEqual(await subjects(w, w.ada), [soon, soon, soon, soon])
  await passDays(w, 1)
  const off = await rowOf(w, w.ada)
  assert.deepEqual([off['state'], off['blockers']], ['disabled', []])
  assert.equal((await subjects(w, w.ada)).at(-1), 'Your account at Fabrikam is disabled')
  const disabled = (await mailsTo(w.db, w.ada.upn)).find(({ subject }) =>
    subject.endsWith('is disabled'),
  )
  assert.match(disabled?.body ?? '', new RegExp(`Download my data[^]*/${w.fabrikam.id}`))
  assert.match(await seen(w, w.ada), /you can still leave\. Unless it is enabled again, it is/)
  await passDays(w, 19)
  assert.equal((await rowOf(w, w.ada))['state'], 'disabled')
  await passDays(w, 1)
  assert.equal((await rowOf(w, w.ada))['state'], 'removed')
  assert.equal((await subjects(w, w.ada)).at(-1), 'Your account at Fabrikam has ended')
  assert.equal((await rowOf(w, w.bob))['state'], 'active', 'who used it within the time stays')
  const back = await frank(w).post(`/v1.0/directory/deletedItems/${idOf(w, w.ada)}/restore`)
  assert.equal(back.status, 200)
  await passDays(w, 0)
  assert.equal((await rowOf(w, w.ada))['state'], 'active', 'J: restored, the clock begins anew')
})

test('R135: whom a policy has disabled leaves by themselves; whom an administrator disables then, does not (R27)', async () => {
  const w = await world()
  await createPolicy(w, { gracePeriodInDays: 0 })
  w.pass(100 * dayMs)
  await passDays(w, 0)
  await passDays(w, 0)
  assert.equal((await rowOf(w, w.ada))['state'], 'disabled')
  assert.equal((await rowOf(w, w.bob))['state'], 'disabled')
  const disabling = { accountEnabled: false }
  assert.equal((await frank(w).patch(`/v1.0/users/${idOf(w, w.bob)}`, disabling)).status, 204)
  assert.deepEqual(
    (await rowOf(w, w.bob))['blockers'].map(({ code }: Json) => code),
    ['disabledInOrganization'],
  )
  const left = await w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/leave`)
  assert.equal(left.status, 200)
  assert.equal((await rowOf(w, w.ada))['state'], 'left')
})

test('R135: enabling resets the clock, even of a rule that is still not kept', async () => {
  const w = await world()
  const rule = { 'guesthouse.inactiveDays': null, 'guesthouse.needsSponsor': true }
  await createPolicy(w, { ...rule, gracePeriodInDays: 3 })
  await passDays(w, 0)
  await passDays(w, 3)
  assert.equal((await rowOf(w, w.ada))['state'], 'disabled')
  const enabling = { accountEnabled: true }
  assert.equal((await frank(w).patch(`/v1.0/users/${idOf(w, w.ada)}`, enabling)).status, 204)
  await passDays(w, 1)
  assert.equal((await rowOf(w, w.ada))['state'], 'active')
  await passDays(w, 3)
  assert.equal((await rowOf(w, w.ada))['state'], 'disabled')
})

test('R134: the lowest number decides, alone; a policy of a group is for its members', async () => {
  const w = await world()
  const { id: group } = await json(
    await frank(w).post('/v1.0/groups', { displayName: 'Kept' }),
    201,
  )
  const member = { '@odata.id': `http://guesthouse.test/v1.0/directoryObjects/${idOf(w, w.ada)}` }
  assert.equal((await frank(w).post(`/v1.0/groups/${group}/members/$ref`, member)).status, 204)
  await createPolicy(w, { gracePeriodInDays: 1 })
  await createPolicy(w, {
    'guesthouse.groupId': group,
    'guesthouse.inactiveDays': 700,
    priority: 1,
  })
  w.pass(100 * dayMs)
  await passDays(w, 0)
  await passDays(w, 1)
  assert.deepEqual(
    [(await rowOf(w, w.ada))['state'], (await rowOf(w, w.bob))['state']],
    ['active', 'disabled'],
  )
})

test('R134: a policy outlives the group it was for: it is off, for nobody, and the log says why', async () => {
  const w = await world()
  const newGroup = async (): Promise<string> => {
    const made = await frank(w).post('/v1.0/groups', { displayName: 'Project' })
    return (await json(made, 201))['id']
  }
  const [group, other] = [await newGroup(), await newGroup()]
  const { id } = await createPolicy(w, { 'guesthouse.groupId': group })
  const policy = `${policiesAt}/${id}`
  assert.equal((await frank(w).delete(`/v1.0/groups/${group}`)).status, 204)
  assert.equal((await json(await frank(w).get(policy)))['isEnabled'], true, 'it can come back')
  assert.equal((await frank(w).delete(`/v1.0/directory/deletedItems/${group}`)).status, 204)
  const gone = await json(await frank(w).get(policy))
  assert.deepEqual(
    ['isEnabled', 'guesthouse.groupId', 'guesthouse.groupGoneDateTime'].map((name) => gone[name]),
    [false, null, w.now().toISOString()],
  )
  const audit = '/v1.0/auditLogs/directoryAudits'
  const { value } = await json(await frank(w).get(audit))
  const why = value.filter((one: Json) => one['resultReason'] === 'policyGroupGone')
  assert.equal(why.length, 1)
  assert.match(JSON.stringify(why[0]), new RegExp(id))
  const turnOn = { isEnabled: true }
  const { message } = await refusal(await frank(w).patch(policy, turnOn), 400)
  assert.match(message, /Say for whom/)
  assert.equal((await frank(w).patch(policy, { displayName: 'Kept for later' })).status, 204)
  await refusal(await frank(w).patch(policy, turnOn), 400)
  const forOther = { ...turnOn, 'guesthouse.groupId': other }
  assert.equal((await frank(w).patch(policy, forOther)).status, 204)
  const again = await json(await frank(w).get(policy))
  assert.deepEqual([again['isEnabled'], again['guesthouse.groupGoneDateTime']], [true, null])
})

test('R134: a policy is off once the group that it excepted is gone for good, so nobody falls under it unheard; the log says why', async () => {
  const w = await world()
  const made = await json(await frank(w).post('/v1.0/groups', { displayName: 'Kept' }), 201)
  const group: string = made['id']
  const ref = { '@odata.id': `http://guesthouse.test/v1.0/users/${idOf(w, w.ada)}` }
  assert.equal((await frank(w).post(`/v1.0/groups/${group}/members/$ref`, ref)).status, 204)
  const { id } = await createPolicy(w, { 'guesthouse.exceptGroupId': group, gracePeriodInDays: 0 })
  assert.equal((await frank(w).delete(`/v1.0/groups/${group}`)).status, 204)
  assert.equal((await frank(w).delete(`/v1.0/directory/deletedItems/${group}`)).status, 204)
  w.pass(100 * dayMs)
  await passDays(w, 0)
  await passDays(w, 1)
  assert.deepEqual(await subjects(w, w.ada), [])
  assert.equal((await rowOf(w, w.ada))['state'], 'active')
  const policy = await json(await frank(w).get(`${policiesAt}/${id}`))
  const state = ['isEnabled', 'guesthouse.exceptGroupId', 'guesthouse.groupGoneDateTime']
  assert.deepEqual(
    state.map((name) => policy[name]),
    [false, null, null],
  )
  const { value } = await json(await frank(w).get('/v1.0/auditLogs/directoryAudits'))
  const why = value.filter((one: Json) => one['resultReason'] === 'policyExceptGroupGone')
  assert.equal(why.length, 1)
  const { activityDisplayName, targetResources } = why[0]
  assert.equal(activityDisplayName, 'Update lifecycle policy')
  const [{ type, displayName, modifiedProperties }] = targetResources
  assert.deepEqual([type, displayName], ['Policy', 'Unused'])
  assert.deepEqual(modifiedProperties.map((one: Json) => one['displayName']).toSorted(), [
    'guesthouse.exceptGroupId',
    'isEnabled',
  ])
  assert.equal((await frank(w).patch(`${policiesAt}/${id}`, { isEnabled: true })).status, 204)
})

test('R136: who attests keeps the guest; the guest cannot be attested by who may not, and a member not at all', async () => {
  const w = await world()
  const rule = { 'guesthouse.inactiveDays': null, 'guesthouse.attestationDays': 60 }
  await createPolicy(w, { ...rule, gracePeriodInDays: 2 })
  w.pass(59 * dayMs)
  assert.equal((await attest(w, w.frank, w.ada)).status, 204)
  await refusal(await attest(w, w.fiona, w.bob), 403)
  await refusal(await attest(w, w.frank, w.fiona), 400)
  await passDays(w, 2)
  await passDays(w, 2)
  assert.deepEqual(
    [(await rowOf(w, w.ada))['state'], (await rowOf(w, w.bob))['state']],
    ['active', 'disabled'],
  )
  assert.notEqual((await lifecycle(w, w.ada))['lastAttestedDateTime'], null)
})

test('R133, R136: the need is confirmed with a new end date at once, both or neither; an application that reads for somebody confirms nothing for them', async () => {
  const w = await world()
  const at = `/v1.0/users/${idOf(w, w.ada)}/microsoft.graph.identityGovernance.attest`
  const end = (days: number) => ({ 'guesthouse.endDateTime': plus(w.now(), days * dayMs) })
  const stands = async () => {
    const { lastAttestedDateTime, endDateTime } = await lifecycle(w, w.ada)
    return [lastAttestedDateTime, endDateTime]
  }
  await refusal(await frank(w).post(at, end(-1)), 400)
  await refusal(await frank(w).post(at, { ...end(30), displayName: 'x' }), 400)
  await w.grant(w.ada, w.fabrikam, 'globalAdministrator')
  await w.grant(w.fiona, w.fabrikam, 'userAdministrator')
  const fiona = w.as(w.fiona, w.fabrikam)
  await refusal(await fiona.post(at, end(30)), 403)
  assert.deepEqual(await stands(), [null, null], 'what is refused is not half done')
  assert.equal((await frank(w).post(at, end(30))).status, 204)
  const kept = [w.now().toISOString(), plus(w.now(), 30 * dayMs).toISOString()]
  assert.deepEqual(await stands(), kept)
  w.pass(2 * dayMs)
  const program = await programOf(w)
  assert.equal(
    (await program('GET', at.replace('/microsoft.graph.identityGovernance.attest', ''))).status,
    200,
  )
  assert.equal((await program('POST', at)).status, 403)
  assert.deepEqual(await stands(), kept)
  assert.equal((await fiona.post(at)).status, 204)
  assert.deepEqual(
    await stands(),
    [w.now().toISOString(), kept[1]],
    'the date stays where none is sent',
  )
})

test('R134: a policy without a rule, with days that say nothing, of a strange group, or beyond ten is refused; changes and removal are logged', async () => {
  const w = await world()
  const refused = async (more: object): Promise<string> =>
    (await refusal(await frank(w).post(policiesAt, { ...inactivity, ...more }), 400)).message
  assert.match(await refused({ 'guesthouse.inactiveDays': null }), /needs a rule/)
  assert.match(await refused({ 'guesthouse.action': 'delete' }), /days between the two/)
  assert.match(await refused({ 'guesthouse.groupId': idOf(w, w.ada) }), /no such group/)
  const { id } = await createPolicy(w)
  assert.equal((await frank(w).patch(`${policiesAt}/${id}`, { isEnabled: false })).status, 204)
  w.pass(100 * dayMs)
  await passDays(w, 0)
  assert.deepEqual(await subjects(w, w.ada), [], 'a policy that is off does nothing')
  for (let more = 1; more <= 10; more++) await createPolicy(w, { priority: more })
  assert.match(await refused({}), /10 policies are on/)
  assert.equal((await frank(w).delete(`${policiesAt}/${id}`)).status, 204)
  await refusal(await frank(w).get(`${policiesAt}/${id}`), 404)
})

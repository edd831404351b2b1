/** Subscriptions as applications make and keep them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applicationToken, callWith } from '../../../test/by-itself.ts'
import { json, refusal, type Json } from '../../../test/json.ts'
import { changeReceiver, type Agreeing } from '../../../test/peers/change-receiver.ts'
import { registerApplication, type World } from '../../../test/sign-on.ts'
import { world } from '../../../test/world.ts'
import { dayMs, minuteMs, plus } from '../../kernel/time.ts'
import { sql } from '../../store/database.ts'

const path = '/v1.0/subscriptions'

/** So many more of the organization, as the one that is there. */
const copies = (w: World, count: number) =>
  sql`insert into subscriptions select (jsonb_populate_record(null::subscriptions, to_jsonb(s) || jsonb_build_object('id', gen_random_uuid()))).*
    from (select * from subscriptions where tenant_id = ${w.fabrikam.id} limit 1) s, generate_series(1, ${count}::integer)`.execute(
    w.db,
  )

const stageIn = async () => {
  const to = await changeReceiver()
  const w = await world(undefined, { allowPrivateProviders: true })
  const frank = w.as(w.frank, w.fabrikam)
  const wish = (more: object = {}) => ({
    changeType: 'updated,deleted',
    notificationUrl: `${to.url}/hook?code=a%20b`,
    resource: '/users',
    expirationDateTime: plus(w.now(), 60 * minuteMs).toISOString(),
    ...more,
  })
  const make = async (more: object = {}) => json(await frank.post(path, wish(more)), 201)
  const refused = async (more: object, status = 400) =>
    refusal(await frank.post(path, wish(more)), status)
  return { to, w, frank, wish, make, refused }
}

test('contract §10: a subscription is made when its addresses have agreed, read, renewed, reauthorized and removed', async () => {
  const { to, w, frank, make } = await stageIn()
  const made = await make({
    clientState: 'secret',
    lifecycleNotificationUrl: `${to.url}/life`,
    latestSupportedTlsVersion: 'v1_2',
  })
  assert.match(to.asked[0] ?? '', /^\/hook\?code=a%20b&validationToken=Validation%3A%20/)
  assert.match(to.asked[1] ?? '', /^\/life\?validationToken=/)
  const one = `${path}/${made['id']}`
  const shown = {
    resource: '/users',
    changeType: 'updated,deleted',
    clientState: 'secret',
    notificationUrl: `${to.url}/hook?code=a%20b`,
    lifecycleNotificationUrl: `${to.url}/life`,
    creatorId: w.frank.userId,
    latestSupportedTlsVersion: 'v1_2',
    includeResourceData: null,
  }
  for (const answer of [made, await json(await frank.get(one))])
    for (const [name, value] of Object.entries(shown)) assert.equal(answer[name], value, name)
  assert.deepEqual(
    ((await json(await frank.get(path)))['value'] as { id: string }[]).map(({ id }) => id),
    [made['id']],
  )
  const later = plus(w.now(), 20 * dayMs).toISOString()
  const renewed = await json(await frank.patch(one, { expirationDateTime: later }), 200)
  assert.equal(renewed['expirationDateTime'], later)
  assert.equal(to.asked.length, 2, 'it is asked once')
  assert.equal((await frank.post(`${one}/reauthorize`, {})).status, 204)
  assert.equal((await frank.delete(one)).status, 204)
  for (const gone of [frank.get(one), frank.delete(one), frank.post(`${one}/reauthorize`, {})])
    await refusal(await gone, 404)
  const logged = async (activity: string) =>
    (
      await json(
        await frank.get(
          `/v1.0/auditLogs/directoryAudits?$filter=activityDisplayName eq '${activity}'`,
        ),
      )
    )['value'] as Json[]
  for (const [activity, count] of [
    ['Add subscription', 1],
    ['Update subscription', 2],
    ['Delete subscription', 1],
  ] as const) {
    const entries = await logged(activity)
    assert.equal(entries.length, count, activity)
    for (const entry of entries) {
      assert.equal(entry['initiatedBy']['user']['id'], w.frank.userId, activity)
      const details = new Map(
        (entry['additionalDetails'] as Json[]).map(({ key, value }) => [key, value]),
      )
      assert.equal(details.get('guesthouse.subscription'), made['id'], activity)
    }
  }
  await to.stop()
})

test('contract §10: what an address does not answer as it has to is refused as InvalidRequest, and nothing is made', async () => {
  const { to, frank, refused } = await stageIn()
  for (const agrees of ['anotherText', 'json', 'status', 'escaped'] satisfies Agreeing[]) {
    const wrong = await changeReceiver()
    wrong.state.agrees = agrees
    const { code, message } = await refused({ notificationUrl: wrong.url })
    assert.equal(code, 'InvalidRequest', agrees)
    assert.match(message, /validation request failed/, agrees)
    assert.equal(wrong.asked.length, 1, agrees)
    await wrong.stop()
  }
  const other = await changeReceiver()
  other.state.agrees = 'status'
  assert.match(
    (await refused({ lifecycleNotificationUrl: other.url })).message,
    /lifecycleNotificationUrl/,
  )
  assert.deepEqual((await json(await frank.get(path)))['value'], [])
  await to.stop()
  await other.stop()
})

test('contract §10, K19: an address inside, without https, or too long is not called', async () => {
  const to = await changeReceiver()
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  for (const notificationUrl of [
    `${to.url}/hook`,
    to.url.replace('http:', 'https:'),
    'https://localhost/hook',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/hook',
    'http://app.example/hook',
    'https://user:pass@app.example/hook',
    `https://app.example/${'x'.repeat(2_100)}`,
    'hook',
  ]) {
    const sent = {
      changeType: 'updated',
      notificationUrl,
      resource: 'users',
      expirationDateTime: plus(w.now(), 60 * minuteMs).toISOString(),
    }
    const { code, message } = await refusal(await frank.post(path, sent), 400)
    assert.equal(code, 'InvalidRequest', notificationUrl)
    assert.match(message, /https address/, notificationUrl)
  }
  assert.deepEqual(to.asked, [])
  await to.stop()
})

test('contract §10: what cannot be subscribed to, lives too long, or is not done here is refused before anybody is asked', async () => {
  const { to, w, refused, make } = await stageIn()
  for (const resource of ['me', 'users/ada', 'groups/x/members', 'applications', 'users/a/b/c'])
    assert.match((await refused({ resource })).message, /does not support subscriptions/, resource)
  for (const changeType of ['created', 'updated,created', '', 'deleted,'])
    assert.match((await refused({ changeType })).message, /changeType/, changeType)
  const most = plus(w.now(), 41_760 * minuteMs)
  for (const end of [plus(most, 1), w.now(), plus(w.now(), -1)])
    assert.match(
      (await refused({ expirationDateTime: end.toISOString() })).message,
      /41760 minutes|in the future/,
    )
  assert.match((await refused({ clientState: 'x'.repeat(129) })).message, /128/)
  assert.match((await refused({ notificationQueryOptions: '$select=id' })).message, /not supported/)
  assert.deepEqual(to.asked, [])
  await make({ expirationDateTime: most.toISOString(), clientState: 'x'.repeat(128) })
  await to.stop()
})

test('contract §10: there are at most so many of an application, which the message says; what has ended counts no more and is 404', async () => {
  const { to, w, frank, make, refused } = await stageIn()
  await make()
  await copies(w, 99)
  const { code, message } = await refused({}, 403)
  assert.equal(code, 'Forbidden')
  assert.match(message, /limit of 100/)
  await sql`update subscriptions set app_id = gen_random_uuid() where tenant_id = ${w.fabrikam.id}`.execute(
    w.db,
  )
  await copies(w, 900)
  assert.match((await refused({}, 403)).message, /limit of 1000/)
  w.pass(2 * 60 * minuteMs)
  const mine = await make()
  assert.equal((await frank.get(`${path}/${mine['id']}`)).status, 200)
  w.pass(2 * 60 * minuteMs)
  await refusal(await frank.get(`${path}/${mine['id']}`), 404)
  await to.stop()
})

test('contract §10: subscribing asks what reading the resource asks, and nobody sees those of others', async () => {
  const { to, w, wish, make } = await stageIn()
  const { id } = await make()
  const ada = w.as(w.ada, w.fabrikam)
  await refusal(await ada.post(path, wish()), 403)
  await refusal(
    await ada.post(path, wish({ resource: `users/${w.userOf(w.ada, w.fabrikam)}` })),
    403,
  )
  const fiona = w.as(w.fiona, w.fabrikam)
  await refusal(await fiona.get(`${path}/${id}`), 404)
  await refusal(await fiona.delete(`${path}/${id}`), 404)
  assert.deepEqual((await json(await fiona.get(path)))['value'], [])
  const application = await registerApplication(w, w.fabrikam, w.frank)
  await sql`insert into application_permissions (tenant_id, id, application_id, permission, created_at)
    values (${w.fabrikam.id}, gen_random_uuid(), ${application.id}, 'Group.Read.All', ${w.now()})`.execute(
    w.db,
  )
  const call = callWith(w, await applicationToken(w, application))
  assert.match(
    (await refusal(await call('POST', '/subscriptions', wish()), 403)).message,
    /User\.Read\.All/,
  )
  const made = await json(await call('POST', '/subscriptions', wish({ resource: 'groups' })), 201)
  assert.equal(made['creatorId'], application.id)
  assert.equal(made['applicationId'], application.appId)
  await to.stop()
})

/** Who is told nothing any more, and how they hear of it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applicationToken, callWith } from '../../test/by-itself.ts'
import { json } from '../../test/json.ts'
import { registerApplication } from '../../test/sign-on.ts'
import { done, path, subscribersIn, toldOf, turn } from '../../test/subscribers.ts'
import { dayMs, hourMs, minuteMs, plus } from '../kernel/time.ts'
import { sql } from '../store/database.ts'
import { forgetExpired } from './subscriptions.sql.ts'

test('contract §10: an application whose permission is taken is told nothing but, once, that it is to be reauthorized; given back, it is told what it missed', async () => {
  const { to, w, wish, rename } = await subscribersIn()
  const application = await registerApplication(w, w.fabrikam, w.frank)
  const give = () =>
    sql`insert into application_permissions (tenant_id, id, application_id, permission, created_at)
      values (${w.fabrikam.id}, gen_random_uuid(), ${application.id}, 'User.Read.All', ${w.now()})`.execute(
      w.db,
    )
  await give()
  const call = callWith(w, await applicationToken(w, application))
  const life = { lifecycleNotificationUrl: `${to.url}/life`, clientState: 'mine' }
  const { id } = await json(await call('POST', '/subscriptions', wish('users', life)), 201)
  await rename(w.fiona.userId, 'told')
  await turn(w)
  assert.equal(to.received.length, 1)
  await sql`delete from application_permissions where application_id = ${application.id}`.execute(
    w.db,
  )
  await rename(w.fiona.userId, 'not told')
  for (let minute = 0; minute < 10; minute++) {
    await turn(w)
    w.pass(minuteMs)
  }
  assert.deepEqual(
    to.received
      .slice(1)
      .map(({ at, lifecycleEvent, subscriptionId }) => [at, lifecycleEvent, subscriptionId]),
    [['/life', 'reauthorizationRequired', id]],
  )
  await give()
  await turn(w)
  assert.deepEqual(
    toldOf(
      to.received.filter((one) => one['at'] === '/hook'),
      w.fiona.userId,
    ),
    ['updated', 'updated'],
  )
  const disabled = { accountEnabled: false }
  await json(
    await w.as(w.frank, w.fabrikam).patch(`/v1.0/servicePrincipals/${application.id}`, disabled),
    204,
  )
  await rename(w.fiona.userId, 'disabled')
  w.pass(minuteMs)
  await turn(w)
  assert.equal(to.received.filter((one) => one['at'] === '/hook').length, 2)
  await to.stop()
})

test('contract §10, R126: what somebody asked for ends with their access, and goes on when they ask anew', async () => {
  const { to, w, frank, subscribe, rename } = await subscribersIn()
  const id = await subscribe('users', {}, w.fiona)
  await done(
    frank
      .post(`/v1.0/users/${w.fiona.userId}/revokeSignInSessions`, {})
      .then((r) => (r.status === 200 ? new Response(null, { status: 204 }) : r)),
  )
  await rename(w.fiona.userId, 'unheard')
  await turn(w)
  assert.deepEqual(to.received, [])
  await done(w.as(w.fiona, w.fabrikam).post(`${path}/${id}/reauthorize`, {}))
  w.pass(minuteMs)
  await turn(w)
  assert.deepEqual(toldOf(to.received, w.fiona.userId), ['updated'])
  // Who reads nobody else any more is told of nobody.
  const setting = { defaultUserRolePermissions: { allowedToReadOtherUsers: false } }
  await done(frank.patch('/v1.0/policies/authorizationPolicy', setting))
  await rename(w.fiona.userId, 'hidden')
  await turn(w)
  assert.equal(to.received.length, 1)
  await to.stop()
})

test('contract §10: the lifecycle is told a day before the end, tried again, and renewing puts it off; what has ended is told nothing and goes', async () => {
  const { to, w, subscribe } = await subscribersIn()
  const id = await subscribe('users', { lifecycleNotificationUrl: `${to.url}/life` })
  await turn(w)
  w.pass(18 * dayMs)
  const later = plus(w.now(), 10 * dayMs)
  const frank = w.as(w.frank, w.fabrikam)
  await json(await frank.patch(`${path}/${id}`, { expirationDateTime: later.toISOString() }), 200)
  w.pass(2 * dayMs)
  await turn(w)
  assert.deepEqual(to.received, [])
  w.pass(7 * dayMs + hourMs)
  to.state.answers = 500
  await turn(w)
  to.state.answers = 202
  w.pass(minuteMs)
  await turn(w)
  w.pass(minuteMs)
  await turn(w)
  assert.deepEqual(
    to.received.map((one) => [one['lifecycleEvent'], one['subscriptionExpirationDateTime']]),
    [['reauthorizationRequired', later.toISOString()]],
  )
  w.pass(dayMs)
  const changes = { jobTitle: 'too late' }
  const renamed = await w.as(w.frank, w.fabrikam).patch(`/v1.0/users/${w.fiona.userId}`, changes)
  assert.equal(renamed.status, 204)
  await turn(w)
  assert.equal(to.received.length, 1)
  assert.ok((await forgetExpired(w.db, w.now())) > 0)
  await to.stop()
})

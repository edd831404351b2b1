/** Whoever made a subscription and is not there any more when it is told is told nothing. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applicationToken, callWith } from '../../test/by-itself.ts'
import { state } from '../../test/endings/ending-acts.ts'
import { json } from '../../test/json.ts'
import { registerApplication } from '../../test/sign-on.ts'
import { done, path, subscribersIn, toldOf, turn } from '../../test/subscribers.ts'
import { hourMs, minuteMs } from '../kernel/time.ts'
import { rows, sql } from '../store/database.ts'

type Stage = Awaited<ReturnType<typeof subscribersIn>>

const life = ({ to }: Stage) => ({ lifecycleNotificationUrl: `${to.url}/life` })

/** What was told at one of the two addresses. */
const at = ({ to }: Stage, address: string) => to.received.filter((one) => one['at'] === address)

/** Changes something, does what ends it before it is told, and lets the jobs take turns. */
const endedBetween = async (stage: Stage, end: () => Promise<unknown>): Promise<void> => {
  const { w, rename } = stage
  await rename(w.userOf(w.ada, w.fabrikam), 'unheard')
  await end()
  for (let minute = 0; minute < 4; minute++) {
    await turn(w)
    w.pass(minuteMs)
  }
  assert.deepEqual(at(stage, '/hook'), [])
  assert.deepEqual(
    at(stage, '/life').map(({ lifecycleEvent }) => lifecycleEvent),
    ['reauthorizationRequired'],
  )
}

const kept = async ({ w }: Stage, id: string): Promise<boolean> =>
  (await rows(w.db, sql`select 1 from subscriptions where id = ${id}::uuid`)).length > 0

test('contract §10: a person who is disabled, or deleted, between a change and its message hears nothing of it; back, they are told when they ask anew', async () => {
  const acts = {
    disabled: {
      end: { method: 'PATCH', address: '', body: { accountEnabled: false } },
      back: { method: 'PATCH', address: '', body: { accountEnabled: true } },
    },
    deleted: { end: { method: 'DELETE', address: '', body: undefined }, back: undefined },
  } as const
  for (const [name, { end, back }] of Object.entries(acts)) {
    const stage = await subscribersIn()
    const { to, w, subscribe } = stage
    const one = `/v1.0/users/${w.fiona.userId}`
    const call = (act: { method: string; body: object | undefined }) =>
      act.method === 'DELETE'
        ? done(w.as(w.frank, w.fabrikam).delete(one))
        : done(w.as(w.frank, w.fabrikam).patch(one, act.body ?? {}))
    const id = await subscribe('users', life(stage), w.fiona)
    await endedBetween(stage, () => call(end))
    if (back === undefined)
      await done(
        w
          .as(w.frank, w.fabrikam)
          .post(`/v1.0/directory/deletedItems/${w.fiona.userId}/restore`, {})
          .then((r) => new Response(null, { status: r.status === 200 ? 204 : r.status })),
      )
    else await call(back)
    w.pass(minuteMs)
    await turn(w)
    assert.deepEqual(at(stage, '/hook'), [], `${name}: what they asked for before has ended`)
    await done(w.as(w.fiona, w.fabrikam).post(`${path}/${id}/reauthorize`, {}))
    w.pass(minuteMs)
    await turn(w)
    assert.deepEqual(toldOf(at(stage, '/hook'), w.userOf(w.ada, w.fabrikam)), ['updated'], name)
    await to.stop()
  }
})

test('contract §10: with somebody who is permanently deleted go their subscriptions', async () => {
  const stage = await subscribersIn()
  const { to, w, subscribe, frank, rename } = stage
  const id = await subscribe('users', life(stage), w.fiona)
  await rename(w.userOf(w.ada, w.fabrikam), 'unheard')
  await done(frank.delete(`/v1.0/users/${w.fiona.userId}`))
  await done(frank.delete(`/v1.0/directory/deletedItems/${w.fiona.userId}`))
  await turn(w)
  assert.deepEqual(to.received, [])
  assert.ok(!(await kept(stage, id)))
  await to.stop()
})

test('contract §10: an application that is deleted between a change and its message hears nothing of it, and permanently deleted its subscriptions are gone', async () => {
  const stage = await subscribersIn()
  const { to, w, wish, frank } = stage
  const application = await registerApplication(w, w.fabrikam, w.frank)
  await sql`insert into application_permissions (tenant_id, id, application_id, permission, created_at)
    values (${w.fabrikam.id}, gen_random_uuid(), ${application.id}, 'User.Read.All', ${w.now()})`.execute(
    w.db,
  )
  const call = callWith(w, await applicationToken(w, application))
  const { id } = await json(await call('POST', '/subscriptions', wish('users', life(stage))), 201)
  await endedBetween(stage, () => done(frank.delete(`/v1.0/servicePrincipals/${application.id}`)))
  await done(w.as(w.frank, w.fabrikam).delete(`/v1.0/directory/deletedItems/${application.id}`))
  assert.ok(!(await kept(stage, String(id))))
  await to.stop()
})

test('contract §10: of an organization that is suspended nobody is told; open again, they hear what they missed when they ask anew', async () => {
  const stage = await subscribersIn()
  const { to, w, subscribe } = stage
  const id = await subscribe('users', life(stage), w.fiona)
  await endedBetween(stage, () => state(w, w.fabrikam, 'suspended'))
  await state(w, w.fabrikam, 'active')
  w.pass(minuteMs)
  await done(w.as(w.fiona, w.fabrikam).post(`${path}/${id}/reauthorize`, {}))
  await turn(w)
  assert.deepEqual(toldOf(at(stage, '/hook'), w.userOf(w.ada, w.fabrikam)), ['updated'])
  await to.stop()
})

test('contract §10: who has lost the right for longer than four hours is told what comes later alone, and the subscription says so', async () => {
  const stage = await subscribersIn()
  const { to, w, subscribe } = stage
  const id = await subscribe('users', life(stage), w.fiona)
  const ada = w.userOf(w.ada, w.fabrikam)
  await endedBetween(stage, () =>
    done(
      w.as(w.frank, w.fabrikam).patch(`/v1.0/users/${w.fiona.userId}`, { accountEnabled: false }),
    ),
  )
  w.pass(4 * hourMs)
  await turn(w)
  const frank = w.as(w.frank, w.fabrikam)
  await done(frank.patch(`/v1.0/users/${w.fiona.userId}`, { accountEnabled: true }))
  const fiona = w.as(w.fiona, w.fabrikam)
  await done(fiona.post(`${path}/${id}/reauthorize`, {}))
  w.pass(minuteMs)
  await turn(w)
  assert.deepEqual(toldOf(at(stage, '/hook'), ada), [])
  assert.ok(
    typeof (await json(await fiona.get(`${path}/${id}`)))['guesthouse.missedDateTime'] === 'string',
  )
  await done(frank.patch(`/v1.0/users/${ada}`, { jobTitle: 'heard' }))
  await turn(w)
  assert.deepEqual(toldOf(at(stage, '/hook'), ada), ['updated'])
  await to.stop()
})

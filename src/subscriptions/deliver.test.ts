/** What receivers are told: who, of what, once, and all of it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, type Json } from '../../test/json.ts'
import { changeReceiver } from '../../test/peers/change-receiver.ts'
import { done, path, subscribersIn, toldOf, turn } from '../../test/subscribers.ts'
import { sequenceAll } from '../directory/changes/sequence.ts'
import { giveBack, setDue, takeInTurns } from '../outbound/delivery/debts.sql.ts'
import { dueSubscriptions, moveOn, skipTo } from './due.sql.ts'
import { dayMs, hourMs, minuteMs, plus } from '../kernel/time.ts'
import { select } from '../store/columns.ts'
import { firstRow, sql } from '../store/database.ts'

test('contract §10: making, changing and soft deletion are told as updated, permanent deletion as deleted, once for each object of a slice, in ids alone', async () => {
  const { to, w, frank, subscribe, rename, makes } = await subscribersIn()
  const id = await subscribe('users', { clientState: 'secret' })
  await turn(w)
  assert.deepEqual(to.received, [], 'nothing of before')
  const user = await makes.user()
  await rename(user, 'Very own title')
  await turn(w)
  assert.equal(to.received.length, 1)
  const { id: notificationId, resourceData, ...others } = (to.received[0] ?? {}) as Json
  assert.match(String(notificationId), /^[0-9a-f-]{36}$/)
  assert.deepEqual(others, {
    subscriptionId: id,
    subscriptionExpirationDateTime: plus(w.now(), 20 * dayMs).toISOString(),
    clientState: 'secret',
    changeType: 'updated',
    resource: `Users/${user}`,
    tenantId: w.fabrikam.id,
    at: '/hook',
  })
  assert.deepEqual(
    { ...(resourceData as object), sequenceNumber: 0 },
    {
      '@odata.type': '#Microsoft.Graph.User',
      '@odata.id': `Users/${user}`,
      id: user,
      organizationId: w.fabrikam.id,
      sequenceNumber: 0,
    },
  )
  assert.doesNotMatch(JSON.stringify(to.received), /Very own title|Scene/)
  await done(frank.delete(`/v1.0/users/${user}`))
  await turn(w)
  await done(frank.delete(`/v1.0/directory/deletedItems/${user}`))
  await turn(w)
  await turn(w)
  assert.deepEqual(toldOf(to.received, user), ['updated', 'updated', 'deleted'])
  await to.stop()
})

test('contract §10: one user, groups, one group, its members and its owners are told to whom they concern, and nobody hears of another organization', async () => {
  const { to, w, subscribe, makes, rename } = await subscribersIn()
  const group = await makes.group()
  const beside = await makes.group()
  const [member, other] = [await makes.user(), await makes.user()]
  const at = (name: string) => ({ notificationUrl: `${to.url}/${name}` })
  await subscribe(`users/${member}`, at('user'))
  await subscribe('groups', { ...at('groups'), changeType: 'updated' })
  await subscribe(`/groups/${group}`, at('group'))
  await subscribe(`groups/${group}/members`, at('members'))
  await subscribe(`groups/${group}/owners`, at('owners'))
  await subscribe('users', at('elsewhere'), w.nora, w.northwind)
  await rename(member, 'a')
  await rename(other, 'b')
  await makes.link(`/groups/${group}/members`, member)
  await makes.link(`/groups/${beside}/owners`, other)
  await turn(w)
  const told = (name: string) =>
    to.received.filter((one) => one['at'] === `/${name}`).map((one) => one['resourceData']['id'])
  assert.deepEqual(told('user'), [member])
  assert.deepEqual(told('groups').toSorted(), [group, beside].toSorted())
  assert.deepEqual(told('group'), [group])
  assert.deepEqual(told('members'), [group])
  assert.deepEqual(told('owners'), [])
  assert.deepEqual(told('elsewhere'), [])
  const members = to.received.find((one) => one['at'] === '/members')
  assert.deepEqual(members?.['resourceData']['members@delta'], [{ id: member }])
  await to.stop()
})

test('contract §10: what is not acknowledged is told again, for an hour and by several workers, and then all of it, once', async () => {
  const { to, w, subscribe, makes, rename } = await subscribersIn()
  const user = await makes.user()
  await subscribe('users')
  to.state.answers = 503
  const ids: string[] = []
  for (let minute = 0; minute < 60; minute += 5) {
    await rename(user, `title ${minute}`)
    ids.push(await makes.user())
    to.state.answers = [503, 404, 302, 500][minute % 4] ?? 503
    await Promise.all([turn(w), turn(w)])
    w.pass(5 * minuteMs)
  }
  assert.deepEqual(to.received, [])
  to.state.answers = 202
  for (let tries = 0; tries < 6; tries++) {
    await Promise.all([turn(w), turn(w), turn(w)])
    w.pass(5 * minuteMs)
  }
  for (const id of ids) assert.deepEqual(toldOf(to.received, id), ['updated'])
  assert.equal(new Set(to.received.map(({ id }) => id)).size, to.received.length)
  await to.stop()
})

test('contract §10: what a worker had sent when it died is told again by another, under the same ids', async () => {
  const { to, w, subscribe, rename } = await subscribersIn()
  const id = await subscribe('users')
  const before = await firstRow(
    w.db,
    select<{ toldTo: string }>({
      toldTo: sql`told_to::text`,
    })`from subscriptions where id = ${id}::uuid`,
  )
  await rename(w.fiona.userId, 'once')
  await turn(w)
  // It died before it noted what was taken: the place is the one from before, and it is taken.
  await sql`update subscriptions set told_to = ${before?.toldTo}::bigint, next_try_at = ${plus(w.now(), minuteMs)} where id = ${id}::uuid`.execute(
    w.db,
  )
  await turn(w)
  assert.equal(to.received.length, 1, 'nobody takes what another has taken')
  w.pass(2 * minuteMs)
  await turn(w)
  assert.equal(to.received.length, 2)
  assert.deepEqual(to.received[1], to.received[0])
  await to.stop()
})

test('contract §10: a worker that was stopped for longer than its lease settles nothing when it goes on, and who has taken it meanwhile does', async () => {
  const { to, w, subscribe, rename } = await subscribersIn()
  const id = await subscribe('users')
  await rename(w.fiona.userId, 'once')
  await sequenceAll(w.db, w.now())
  const room = { room: 1, organization: 1, underWay: new Map(), lanes: new Map() }
  const mine = () =>
    takeInTurns(w.db, dueSubscriptions, w.now(), room).then((all) =>
      all.find((one) => one.id === id),
    )
  const first = await mine()
  assert.ok(first !== undefined)
  assert.equal(await mine(), undefined, 'it is taken')
  w.pass(minuteMs)
  const second = await mine()
  assert.ok(second !== undefined && second.attempts === first.attempts + 1)
  assert.equal(await setDue(w.db, dueSubscriptions, first, w.now()), false)
  assert.equal(await giveBack(w.db, dueSubscriptions, first, w.now()), false)
  assert.equal(await moveOn(w.db, first, first.last, { now: w.now(), remindAt: undefined }), false)
  assert.equal(await skipTo(w.db, first, first.last, w.now()), false)
  assert.equal(await mine(), undefined, 'it is still the second one who has it')
  assert.equal(await giveBack(w.db, dueSubscriptions, second, w.now()), true)
  assert.equal((await mine())?.attempts, second.attempts, 'what was given back was no try')
  await to.stop()
})

test('contract §10: a receiver that answers after more than three seconds has not taken it', async () => {
  const { to, w, subscribe, rename } = await subscribersIn()
  await subscribe('users')
  await rename(w.fiona.userId, 'slow')
  to.state.answers = 'hangs'
  await turn(w)
  assert.equal(to.held.size, 1)
  to.state.answers = 202
  w.pass(minuteMs)
  await turn(w)
  assert.deepEqual(toldOf(to.received, w.fiona.userId), ['updated'])
  await to.stop()
})

test('contract §10: what could not be told for four hours is given up, which the log and the subscription say; what comes later is told', async () => {
  const { to, w, frank, subscribe, rename } = await subscribersIn()
  const id = await subscribe('users')
  await rename(w.fiona.userId, 'lost')
  to.state.answers = 503
  for (let minute = 0; minute <= 4 * 60 + 15; minute += 15) {
    await turn(w)
    w.pass(15 * minuteMs)
  }
  to.state.answers = 202
  await turn(w)
  assert.deepEqual(to.received, [])
  const { 'guesthouse.missedDateTime': missed } = await json(await frank.get(`${path}/${id}`))
  assert.ok(typeof missed === 'string')
  const log = await json(
    await frank.get(
      "/v1.0/auditLogs/directoryAudits?$filter=activityDisplayName eq 'Give up notifications of a subscription'",
    ),
  )
  assert.equal((log['value'] as object[]).length, 1)
  await rename(w.fiona.userId, 'later')
  w.pass(15 * minuteMs)
  await turn(w)
  assert.deepEqual(toldOf(to.received, w.fiona.userId), ['updated'])
  await to.stop()
})

test('contract §10: of what waits for a receiver that is away for hours all that is too old is given up at once, and what is younger is told, in pieces', async () => {
  const { to, w, subscribe } = await subscribersIn()
  await subscribe('users')
  const changed = (count: number, title: string) =>
    sql`with made as (
        insert into users select made.* from users u cross join generate_series(1, ${count}::integer) n
        cross join lateral jsonb_populate_record(u, jsonb_build_object('id', gen_random_uuid(), 'person_id', null, 'user_principal_name', ${title}::text || n || '@m.example',
          'name_key', ${title}::text || n || '@m.example', 'mail', null, 'mail_key', null)) made
        where u.tenant_id = ${w.fabrikam.id} and u.id = ${w.fiona.userId} returning id)
      select count(*) from made`.execute(w.db)
  to.state.answers = 503
  await changed(3_000, 'old')
  await turn(w)
  w.pass(3 * hourMs)
  await changed(1_200, 'young')
  await turn(w)
  w.pass(hourMs + minuteMs)
  await turn(w)
  to.state.answers = 202
  for (let minute = 0; minute < 3; minute++) {
    w.pass(10 * minuteMs)
    await turn(w)
  }
  assert.equal(to.received.length, 1_200)
  const log = await json(
    await w
      .as(w.frank, w.fabrikam)
      .get(
        "/v1.0/auditLogs/directoryAudits?$filter=activityDisplayName eq 'Give up notifications of a subscription'",
      ),
  )
  assert.equal((log['value'] as object[]).length, 1, 'once, and not for each piece')
  await to.stop()
})

test('contract §10, K19: behind a thousand subscriptions to one that hangs others are told at once', async () => {
  const { to, w, subscribe, rename } = await subscribersIn()
  const hanging = await changeReceiver()
  const id = await subscribe('users', { notificationUrl: hanging.url })
  await subscribe('users')
  await subscribe('users', {}, w.nora, w.northwind)
  hanging.state.answers = 'hangs'
  await sql`insert into subscriptions select (jsonb_populate_record(null::subscriptions, to_jsonb(s) || jsonb_build_object('id', gen_random_uuid()))).*
    from subscriptions s, generate_series(1, 998) where s.id = ${id}::uuid`.execute(w.db)
  await rename(w.fiona.userId, 'here')
  const renamed = await w
    .as(w.nora, w.northwind)
    .patch(`/v1.0/users/${w.nora.userId}`, { jobTitle: 'x' })
  assert.equal(renamed.status, 204)
  const stop = new AbortController()
  const telling = turn(w, stop.signal)
  while (to.received.length < 2) await new Promise((tick) => setTimeout(tick, 5))
  assert.ok(hanging.held.size <= 4, `${hanging.held.size} at a time`)
  stop.abort()
  await telling
  await sql`delete from subscriptions where tenant_id = ${w.fabrikam.id}`.execute(w.db)
  await hanging.stop()
  await to.stop()
})

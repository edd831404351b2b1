/** Many requests are answered alike: as one after the other, in as many statements as one. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caught } from '../../../test/code/explain.ts'
import { json, refusal, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import { newId, type RequestId, type UserId } from '../../kernel/ids.ts'
import { dayMs, plus } from '../../kernel/time.ts'
import { select } from '../../store/columns.ts'
import { rows, sql } from '../../store/database.ts'
import type { RequestKind } from '../../wire/requests.ts'
import { operatorAuthority } from '../authority.ts'
import type { Answer } from './answer.rule.ts'
import { answerRequests } from './answer.ts'

type World = Awaited<ReturnType<typeof world>>

const ask = async (w: World, kind: RequestKind, userId: UserId): Promise<RequestId> => {
  const id = newId<RequestId>()
  await sql`insert into requests (tenant_id, id, user_id, kind, created_at, due_at)
    values (${w.fabrikam.id}, ${id}, ${userId}, ${kind}, ${w.now()}, ${plus(w.now(), 30 * dayMs)})`.execute(
    w.db,
  )
  return id
}

let serial = 0
const people = async (w: World, count: number): Promise<UserId[]> => {
  const all: UserId[] = []
  for (let n = 0; n < count; n++) all.push((await w.member(w.fabrikam, `Asker ${serial++}`)).userId)
  return all
}

/** Guests whom nothing but being disabled keeps. */
const disabled = async (w: World, count: number): Promise<UserId[]> => {
  const all: UserId[] = []
  for (let n = 0; n < count; n++)
    all.push(await w.guest(await w.member(w.contoso, `Asker ${serial++}`), w.fabrikam))
  await sql`update users set account_enabled = false where tenant_id = ${w.fabrikam.id} and id = any(${all}::uuid[])`.execute(
    w.db,
  )
  return all
}

/** What is done with the same people, one answer after the other. */
const script: readonly (readonly [RequestKind, ...Answer[]])[] = [
  ['removal', 'hold', 'release', 'decline'],
  ['removal', 'delete'],
  ['restore', 'decline'],
  ['restore', 'restore'],
]

test('R29, R68: what answering many requests asks the store does not grow with them, whatever the answer', async () => {
  const w = await world()
  const runs = [await people(w, 5), await people(w, 50)]
  await counts(w, runs, script)
  await counts(w, [await disabled(w, 5), await disabled(w, 50)], [['removal', 'enable']])
})

const counts = async (
  w: World,
  runs: readonly UserId[][],
  acts: readonly (readonly [RequestKind, ...Answer[]])[],
) => {
  for (const [kind, ...answers] of acts) {
    const asked: RequestId[][] = []
    for (const userIds of runs) {
      const ids: RequestId[] = []
      for (const userId of userIds) ids.push(await ask(w, kind, userId))
      asked.push(ids)
    }
    for (const action of answers) {
      const counted: number[] = []
      for (const requestIds of asked) {
        const which = { tenantId: w.fabrikam.id, requestIds }
        const said = { action, text: 'Because.' }
        const sent = await caught(w.db, async (db) => {
          const results = await answerRequests(db, which, said, operatorAuthority, w.operator())
          assert.deepEqual(
            [...results].map(([id, { outcome }]) => [id, outcome]),
            requestIds.map((id) => [id, 'answered']),
            action,
          )
        })
        counted.push(sent.length)
      }
      assert.equal(counted[1], counted[0], `${action}: ${counted}`)
      assert.ok((counted[0] ?? 0) <= (action === 'restore' ? 32 : 22), `${action}: ${counted}`)
    }
  }
}

test('R29, R31: of many requests each has its own answer: those that cannot be are told why, in the order of the list, and stay as they were', async () => {
  const w = await world()
  const [one, two, taken] = await people(w, 3)
  assert.ok(one !== undefined && two !== undefined && taken !== undefined)
  const deputy = await w.member(w.fabrikam, 'Deputy')
  await w.grant(deputy, w.fabrikam, 'globalAdministrator')
  const high = deputy.userId
  const frank = w.as(w.frank, w.fabrikam)
  for (const id of [one, two, high, taken]) await json(await frank.delete(`/v1.0/users/${id}`), 204)
  await sql`update users set name_key = (select name_key from users where tenant_id = ${w.fabrikam.id} and id = ${taken})
    where tenant_id = ${w.fabrikam.id} and id = ${w.fiona.userId}`.execute(w.db)
  const admin = await w.member(w.fabrikam, 'User Administrator')
  await w.grant(admin, w.fabrikam, 'userAdministrator')
  const [first, second, tooHigh, clash] = [
    await ask(w, 'restore', one),
    await ask(w, 'restore', two),
    await ask(w, 'restore', high),
    await ask(w, 'restore', taken),
  ]
  const removal = await ask(w, 'removal', w.userOf(w.ada, w.fabrikam))
  const nothing = newId<RequestId>()
  const ids = [removal, second, tooHigh, nothing, clash, first]
  const answer = { ids, action: 'restore', message: 'Welcome back.' }
  const path = '/v1.0/guesthouse.requests/guesthouse.answer'
  const by = w.as(admin, w.fabrikam)
  const told = async () =>
    (await json(await by.post(path, answer)))['value'].map((line: Json) => [
      line['id'],
      line['done'] || line['code'],
    ])
  const refused = [
    [tooHigh, 'Authorization_RequestDenied'],
    [nothing, 'Request_ResourceNotFound'],
    [clash, 'userPrincipalNameConflict'],
  ]
  assert.deepEqual(await told(), [
    [removal, 'wrongAnswer'],
    [second, true],
    ...refused,
    [first, true],
  ])
  assert.deepEqual(await told(), [
    [removal, 'wrongAnswer'],
    [second, 'alreadyAnswered'],
    ...refused,
    [first, 'alreadyAnswered'],
  ])
  const left = await rows(
    w.db,
    sql`select q.state, q.answer, u.deleted_at is null as live,
        (select count(*)::int from mails m where m.tenant_id = q.tenant_id and m.user_id = q.user_id and m.kind = 'requestAnswered') as mails
      from unnest(${[first, tooHigh, clash, removal]}::uuid[]) with ordinality as k(id, place)
      join requests q on q.id = k.id join users u on u.tenant_id = q.tenant_id and u.id = q.user_id order by k.place`,
  )
  const logged = await rows(
    w.db,
    sql`select target_id as target, activity, reason from events
      where tenant_id = ${w.fabrikam.id} and target_id = any(${ids}::uuid[]) order by target_id`,
  )
  const done = { activity: 'request.done', reason: 'restore' }
  assert.deepEqual(logged, [
    { target: first, ...done },
    { target: second, ...done },
  ])
  const open = { state: 'open', answer: null, mails: 0 }
  assert.deepEqual(left, [
    { state: 'done', answer: 'Welcome back.', live: true, mails: 1 },
    { ...open, live: false },
    { ...open, live: false },
    { ...open, live: true },
  ])
})

const ref = (id: unknown) => ({ '@odata.id': `https://x.example/directoryObjects/${id}` })
const linksIn = ({ comesBack }: Json) =>
  comesBack.map(({ kind, id }: Json) => `${kind} ${id}`).toSorted()

test('R40, R61, R68: of many who asked to be restored each comes back with what is previewed of them, less what is left out; a slip ends nothing', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const those = await people(w, 3)
  const [first, second, third] = those
  const groups: string[] = []
  for (const displayName of ['Day', 'Night']) {
    const { id } = await json(await frank.post('/v1.0/groups', { displayName }), 201)
    groups.push(String(id))
    for (const userId of those)
      await json(await frank.post(`/v1.0/groups/${id}/members/$ref`, ref(userId)), 204)
  }
  const [, night] = groups
  await json(await frank.put(`/v1.0/users/${second}/manager/$ref`, ref(w.fiona.userId)), 204)
  const ids: RequestId[] = []
  for (const userId of those) {
    await json(await frank.delete(`/v1.0/users/${userId}`), 204)
    ids.push(await ask(w, 'restore', userId))
  }
  const previews = await json(
    await frank.post('/v1.0/directory/deletedItems/guesthouse.previewRestores', { users: those }),
  )
  const [previewed] = previews['value'].map(linksIn)

  const path = '/v1.0/guesthouse.requests/guesthouse.answer'
  const leaveOut = [
    { kind: 'manager' },
    { of: ids[0], kind: 'group', item: night },
    { of: ids[2], kind: 'group', item: newId<string>() },
  ]
  const stray = [{ of: newId<string>(), kind: 'group' }]
  for (const [wrong, code] of [
    [{ ids, action: 'restore', leaveOut: stray }, 'unknownLink'],
    [{ ids, action: 'decline', message: 'No.', leaveOut }, 'Request_BadRequest'],
  ] as const)
    assert.equal((await refusal(await frank.post(path, wrong), 400)).code, code)
  const done = await json(await frank.post(path, { ids, action: 'restore', leaveOut }))
  assert.deepEqual(
    done['value'].map((line: Json) => line['code'] ?? line['done']),
    [true, true, 'unknownLink'],
  )
  const held = await rows(
    w.db,
    select<{ userId: UserId; groupId: string }>({
      userId: 'user_id',
      groupId: 'group_id',
    })`from memberships where tenant_id = ${w.fabrikam.id} and user_id = any(${those}::uuid[])`,
  )
  const groupsOf = (userId: UserId | undefined) =>
    held.flatMap((one) => (one.userId === userId ? [`group ${one.groupId}`] : [])).toSorted()
  assert.deepEqual(
    groupsOf(first),
    previewed.filter((one: string) => !one.includes(String(night))),
  )
  assert.equal(groupsOf(second).length, 2)
  await json(await frank.get(`/v1.0/users/${second}/manager`), 404)
  assert.equal(groupsOf(third).length, 2, 'a slip ends nothing')

  // One alone is answered with the same choice.
  const alone = `/v1.0/guesthouse.requests/${ids[2]}/guesthouse.answer`
  const slip = { kind: 'group', item: newId<string>() }
  const answer = { action: 'restore', leaveOut: [slip] }
  assert.equal((await refusal(await frank.post(alone, answer), 400)).code, 'unknownLink')
  await json(await frank.post(alone, { action: 'restore', leaveOut: [{ kind: 'group' }] }), 204)
  const { value } = await json(await frank.get(`/v1.0/users/${third}/memberOf`))
  assert.deepEqual(value, [])
})

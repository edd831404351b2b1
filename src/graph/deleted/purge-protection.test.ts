/** R137: what an organization asks for before a permanent deletion. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json } from '../../../test/json.ts'
import { newStore } from '../../../test/store.ts'
import { world } from '../../../test/world.ts'
import { isWeaker } from '../../directory/protection/protection.rule.ts'
import { carryOutDue } from '../../directory/protection/answer.ts'
import { tellOfDeletions } from '../../directory/protection/tell.ts'
import { purgeDue } from '../../directory/deleted/purge.ts'
import { hourMs, dayMs, plus } from '../../kernel/time.ts'
import { roles } from '../../access/roles.ts'
import { select } from '../../store/columns.ts'
import { rows, sql } from '../../store/database.ts'

type World = Awaited<ReturnType<typeof world>>

const setting = async (given?: World) => {
  const w = given ?? (await world())
  const gail = await w.member(w.fabrikam, 'Gail')
  const frank = w.as(w.frank, w.fabrikam)
  const assigned = await frank.post('/v1.0/roleManagement/directory/roleAssignments', {
    principalId: gail.userId,
    roleDefinitionId: roles.globalAdministrator.id,
    directoryScopeId: '/',
  })
  assert.equal(assigned.status, 201)
  const protect = (protection: string, waitingHours?: number) =>
    frank.post('/v1.0/organization/guesthouse.protectPurges', { protection, waitingHours })
  const second = w.as(gail, w.fabrikam)
  const deleted = async (name: string) => {
    const { userId } = await w.member(w.fabrikam, name)
    assert.equal((await frank.delete(`/v1.0/users/${userId}`)).status, 204)
    return userId
  }
  return { w, frank, second, protect, deleted }
}

type Caller = ReturnType<World['as']>

const item = (id: string) => `/v1.0/directory/deletedItems/${id}`
const waiting = async (caller: Caller) => {
  const { value } = await json(await caller.get('/v1.0/guesthouse.purgeRequests'))
  return value as readonly Readonly<Record<string, string | null>>[]
}
const requestFor = async (caller: Caller, targetId: string): Promise<string> => {
  const found = (await waiting(caller)).find((one) => one['targetId'] === targetId)
  assert.ok(found !== undefined, 'it is in the list of what waits')
  return found['id'] ?? ''
}
const answer = (caller: Caller, id: string, action: string) =>
  caller.post(`/v1.0/guesthouse.purgeRequests/${id}/guesthouse.answer`, { action })
const isThere = async (caller: Caller, id: string) => (await caller.get(item(id))).status === 200
const outcomeOf = async (response: Response) => (await json(response))['outcome']

test('R137: where an organization asks for a second administrator, whoever deletes for good only asks, and somebody else has to say yes', async () => {
  const { w, frank, second, protect, deleted } = await setting()
  assert.equal(await outcomeOf(await protect('secondAdministrator')), 'changed')
  const [one, other, third] = [await deleted('One'), await deleted('Other'), await deleted('Third')]

  assert.equal((await frank.delete(item(one))).status, 202)
  assert.equal((await frank.delete(item(one))).status, 202, 'asking again is asking once')
  assert.equal((await waiting(frank)).length, 1)
  assert.ok(await isThere(frank, one))
  const many = await json(
    await frank.post('/v1.0/directory/deletedItems/guesthouse.permanentlyDelete', {
      ids: [other, third],
    }),
  )
  assert.deepEqual(
    many['value'].map((each: Record<string, unknown>) => [each['deleted'], each['waits']]),
    [
      [false, true],
      [false, true],
    ],
  )

  const request = await requestFor(second, one)
  const own = await answer(frank, request, 'approve')
  assert.equal(own.status, 409)
  assert.equal((await json(own, 409))['error']['innerError']['code'], 'secondAdministratorNeeded')
  assert.equal((await answer(second, request, 'approveGroup')).status, 400)
  assert.equal((await answer(second, request, 'approve')).status, 204)
  assert.equal(await isThere(frank, one), false)
  assert.equal((await answer(second, request, 'approve')).status, 409)

  assert.equal((await answer(second, await requestFor(second, other), 'refuse')).status, 204)
  assert.ok(await isThere(frank, other))
  // Who was restored meanwhile is not deleted by an old yes.
  const old = await requestFor(second, third)
  assert.equal((await frank.post(`${item(third)}/restore`, {})).status, 200)
  assert.equal((await answer(second, old, 'approve')).status, 409)
  assert.equal((await frank.get(`/v1.0/users/${third}`)).status, 200)
  assert.deepEqual(await waiting(second), [])

  const past = await json(
    await frank.get('/v1.0/guesthouse.purgeRequests?$orderby=askedDateTime desc'),
  )
  assert.deepEqual(past['value'].map((each: Record<string, unknown>) => each['state']).toSorted(), [
    'done',
    'lapsed',
    'refused',
  ])
  const { value } = await json(
    await frank.get(
      `/v1.0/auditLogs/directoryAudits?$filter=targetResources/any(t:t/id eq '${one}')`,
    ),
  )
  const names = new Set(
    (value as { activityDisplayName: string }[]).map((each) => each.activityDisplayName),
  )
  for (const name of [
    'Ask for a permanent deletion',
    'Approve a permanent deletion',
    'Hard Delete user',
  ])
    assert.ok(names.has(name), name)
  // What its window ends goes by itself.
  w.pass(40 * dayMs)
  await purgeDue(w.db, w.now())
  assert.equal(await isThere(w.as(w.frank, w.fabrikam), other), false)
})

test('R137: groups and applications go through the same door', async () => {
  const { frank, second, protect } = await setting()
  await protect('secondAdministrator')
  const group = String(
    (
      await json(
        await frank.post('/v1.0/groups', {
          displayName: 'G',
          mailEnabled: false,
          mailNickname: 'g',
          securityEnabled: true,
        }),
        201,
      )
    )['id'],
  )
  const made = await json(await frank.post('/v1.0/servicePrincipals', { displayName: 'A' }), 201)
  const principal = String(made['id'])
  const path = `/v1.0/applications(appId='${String(made['appId'])}')`
  const application = String((await json(await frank.get(path)))['id'])
  for (const [set, id, action] of [
    ['groups', group, 'approveGroup'],
    ['servicePrincipals', principal, 'approveApplication'],
    ['applications', application, 'approveApplication'],
  ] as const) {
    assert.equal((await frank.delete(`/v1.0/${set}/${id}`)).status, 204)
    assert.equal((await frank.delete(item(id))).status, 202)
    assert.ok(await isThere(frank, id))
    assert.equal((await answer(second, await requestFor(second, id), action)).status, 204)
    assert.equal(await isThere(frank, id), false)
  }
})

test('R137: where it asks for time, a deletion waits for it and can be refused until then', async () => {
  const { w, frank, second, protect, deleted } = await setting()
  await protect('waiting', 48)
  const [one, other, held] = [await deleted('One'), await deleted('Other'), await deleted('Held')]
  for (const id of [one, other, held]) assert.equal((await frank.delete(item(id))).status, 202)
  assert.equal((await answer(second, await requestFor(second, one), 'approve')).status, 400)
  assert.equal((await answer(second, await requestFor(second, other), 'refuse')).status, 204)
  const hold = await frank.post(`${item(held)}/guesthouse.hold`, { reason: 'A court asks.' })
  assert.equal(hold.status, 204)
  w.pass(47 * hourMs)
  await carryOutDue(w.db, w.now())
  assert.ok(await isThere(w.as(w.frank, w.fabrikam), one))
  w.pass(2 * hourMs)
  await Promise.all([carryOutDue(w.db, w.now()), carryOutDue(w.db, w.now())])
  const later = w.as(w.frank, w.fabrikam)
  assert.deepEqual(await Promise.all([one, other, held].map((id) => isThere(later, id))), [
    false,
    true,
    true,
  ])
})

test('R137: a deletion that cannot be carried out keeps none of the others', async () => {
  const own = await newStore()
  const { w, frank, protect, deleted } = await setting(await world(undefined, { db: own.db }))
  await protect('waiting', 1)
  const [stuck, other] = [await deleted('Stuck'), await deleted('Other')]
  for (const id of [stuck, other]) assert.equal((await frank.delete(item(id))).status, 202)
  await sql`create function stays() returns trigger language plpgsql as 'begin raise exception ''no''; end'`.execute(
    w.db,
  )
  await sql`create trigger stays before delete on users for each row when (old.id = ${sql.lit(stuck)}) execute function stays()`.execute(
    w.db,
  )
  w.pass(2 * hourMs)
  await assert.rejects(carryOutDue(w.db, w.now()), AggregateError)
  const later = w.as(w.frank, w.fabrikam)
  assert.ok(await isThere(later, stuck))
  assert.equal(await isThere(later, other), false)
  const left = (await waiting(later)).map((each) => each['targetId'])
  assert.deepEqual(left, [stuck], 'it is tried again')
  await own.close()
})

test('R137: what was asked for before counts no more for who was back in between, and says so', async () => {
  const { w, frank, second, protect, deleted } = await setting()
  await protect('waiting', 48)
  const one = await deleted('One')
  assert.equal((await frank.delete(item(one))).status, 202)
  assert.equal((await second.post(`${item(one)}/restore`, {})).status, 200)
  assert.deepEqual(await waiting(second), [])
  assert.equal((await frank.delete(`/v1.0/users/${one}`)).status, 204)
  w.pass(49 * hourMs)
  await carryOutDue(w.db, w.now())
  const later = w.as(w.frank, w.fabrikam)
  assert.ok(await isThere(later, one), 'the second deletion was asked about by nobody')
  assert.equal((await later.delete(item(one))).status, 202)
  w.pass(49 * hourMs)
  await carryOutDue(w.db, w.now())
  assert.equal(await isThere(w.as(w.frank, w.fabrikam), one), false)
  const proof = await rows(
    w.db,
    sql`select cause from erasures where tenant_id = ${w.fabrikam.id} and user_id = ${one}`,
  )
  assert.deepEqual(proof, [{ cause: 'administrator' }], 'an administrator asked, no operator')
})

test('R137: more protection counts for what waits already, so that less is not got under the old one', async () => {
  const { w, frank, second, protect, deleted } = await setting()
  await protect('waiting', 1)
  const [one, other] = [await deleted('One'), await deleted('Other')]
  assert.equal(await outcomeOf(await protect('none')), 'waits')
  assert.equal((await frank.delete(item(one))).status, 202)
  const stronger = { protection: 'waiting', waitingHours: 48 }
  const set = '/v1.0/organization/guesthouse.protectPurges'
  assert.equal(await outcomeOf(await second.post(set, stronger)), 'changed')
  w.pass(2 * hourMs)
  await carryOutDue(w.db, w.now())
  const due = (await waiting(second)).map((each) => [each['kind'], each['dueDateTime']])
  const at = plus(w.now(), 46 * hourMs).toISOString()
  assert.deepEqual(due.toSorted(), [
    ['protection', at],
    ['user', at],
  ])
  await sql`update tenants set purge_protection = 'secondAdministrator' where id = ${w.fabrikam.id}`.execute(
    w.db,
  )
  w.pass(47 * hourMs)
  await carryOutDue(w.db, w.now())
  const later = w.as(w.frank, w.fabrikam)
  assert.ok(await isThere(later, one))
  assert.equal((await later.delete(item(other))).status, 202, 'it is not switched off')
  for (const each of await waiting(later)) assert.equal(each['dueDateTime'], null)
})

test('R137: the protection is not switched off or weakened without what it asks for', async () => {
  const { w, frank, second, protect } = await setting()
  const now = async () => {
    const { value } = await json(
      await frank.get(
        '/v1.0/organization?$select=guesthouse.purgeProtection,guesthouse.purgeWaitingHours',
      ),
    )
    return [value[0]['guesthouse.purgeProtection'], value[0]['guesthouse.purgeWaitingHours']]
  }
  assert.deepEqual(await now(), ['none', 24])
  assert.equal(await outcomeOf(await protect('waiting', 24)), 'changed')
  assert.equal(await outcomeOf(await protect('waiting', 72)), 'changed')
  assert.equal(await outcomeOf(await protect('waiting', 71)), 'waits')
  assert.deepEqual(await now(), ['waiting', 72])
  w.pass(73 * hourMs)
  await carryOutDue(w.db, w.now())
  const frankLater = w.as(w.frank, w.fabrikam)
  const gone = await json(
    await frankLater.get('/v1.0/organization?$select=guesthouse.purgeWaitingHours'),
  )
  assert.equal(gone['value'][0]['guesthouse.purgeWaitingHours'], 71)
  assert.equal((await protect('waiting', 169)).status, 400)
  assert.ok(second !== frank)
})

test('R137: less than a second administrator needs one', async () => {
  const { w, frank, second, protect } = await setting()
  await protect('secondAdministrator')
  assert.equal(await outcomeOf(await protect('none')), 'asked')
  const request = await requestFor(second, w.fabrikam.id)
  assert.equal((await answer(frank, request, 'approveProtection')).status, 409)
  assert.equal((await answer(second, request, 'approve')).status, 400)
  assert.equal((await answer(second, request, 'approveProtection')).status, 204)
  const { value } = await json(
    await frank.get('/v1.0/organization?$select=guesthouse.purgeProtection'),
  )
  assert.equal(value[0]['guesthouse.purgeProtection'], 'none')
})

test('R137: one change of the protection waits at a time: another wish is refused until the first is answered', async () => {
  const { w, frank, second, protect } = await setting()
  await protect('secondAdministrator', 24)
  assert.equal(await outcomeOf(await protect('waiting', 168)), 'asked')
  assert.equal(await outcomeOf(await protect('waiting', 168)), 'asked', 'the same is asked once')
  for (const [protection, hours] of [
    ['waiting', 1],
    ['none', 168],
  ] as const) {
    const other = await json(await protect(protection, hours), 409)
    assert.equal(other['error']['innerError']['code'], 'otherProtectionWaits')
  }
  const open = (await waiting(second)).map((one) => [one['protection'], one['waitingHours']])
  assert.deepEqual(open, [['waiting', 168]])
  const request = await requestFor(second, w.fabrikam.id)
  assert.equal((await answer(frank, request, 'refuse')).status, 204)
  assert.equal(await outcomeOf(await protect('waiting', 1)), 'asked')
})

const stripped = async ({ w, frank }: Awaited<ReturnType<typeof setting>>) => {
  const hank = await w.member(w.fabrikam, 'Hank')
  const path = '/v1.0/roleManagement/directory/roleAssignments'
  const given = await frank.post(path, {
    principalId: hank.userId,
    roleDefinitionId: roles.userAdministrator.id,
    directoryScopeId: '/',
  })
  const { id } = await json(given, 201)
  return {
    hank: w.as(hank, w.fabrikam),
    disable: () => frank.patch(`/v1.0/users/${hank.userId}`, { accountEnabled: false }),
    takeRole: () => frank.delete(`${path}/${id}`),
  }
}

for (const how of ['disable', 'takeRole'] as const)
  test(`R137: a wish counts for no more than who has it: ${how} before its time, and it is refused, and the others see why`, async () => {
    const s = await setting()
    const { w, frank, second, protect, deleted } = s
    const asker = await stripped(s)
    await protect('waiting', 48)
    const [one, other] = [await deleted('One'), await deleted('Other')]
    assert.equal((await asker.hank.delete(item(one))).status, 202)
    assert.equal((await frank.delete(item(other))).status, 202)
    assert.equal((await asker[how]()).status, 204)
    w.pass(49 * hourMs)
    await carryOutDue(w.db, w.now())
    const later = w.as(w.frank, w.fabrikam)
    assert.ok(await isThere(later, one), 'it is not done for who may not')
    assert.equal(await isThere(later, other), false, 'what others asked for is done')
    const past = '/v1.0/guesthouse.purgeRequests?$orderby=askedDateTime desc'
    const { value } = await json(await later.get(past))
    const found = value.find((each: Record<string, unknown>) => each['targetId'] === one)
    assert.deepEqual([found['state'], found['reason']], ['refused', 'mayNoLonger'])
    const about = `targetResources/any(t:t/id eq '${one}')`
    const entries = await json(await later.get(`/v1.0/auditLogs/directoryAudits?$filter=${about}`))
    const refused = entries['value'].find(
      (each: Record<string, unknown>) => each['resultReason'] === 'mayNoLonger',
    )
    assert.equal(refused?.['activityDisplayName'], 'Refuse a permanent deletion')
    assert.ok(second !== frank)
  })

test('R137: a second yes to the wish of who may no longer do it does nothing; it is refused, and can be asked anew', async () => {
  const s = await setting()
  const { frank, second, protect, deleted } = s
  const asker = await stripped(s)
  await protect('secondAdministrator')
  const one = await deleted('One')
  assert.equal((await asker.hank.delete(item(one))).status, 202)
  const request = await requestFor(second, one)
  assert.equal((await asker.takeRole()).status, 204)
  const { error } = await json(await answer(second, request, 'approve'), 409)
  assert.equal(error['innerError']['code'], 'askerMayNot')
  assert.ok(await isThere(frank, one))
  assert.deepEqual(await waiting(second), [])
  assert.equal((await second.delete(item(one))).status, 202)
  assert.equal((await answer(frank, await requestFor(frank, one), 'approve')).status, 204)
  assert.equal(await isThere(frank, one), false)
})

const wait = (waitingHours: number) => ({ protection: 'waiting', waitingHours }) as const

test('R137: what is weaker, as a table', () => {
  const none = { protection: 'none', waitingHours: 24 } as const
  const two = { protection: 'secondAdministrator', waitingHours: 24 } as const
  const cases = [
    [none, wait(1), false],
    [none, two, false],
    [wait(10), wait(11), false],
    [wait(10), wait(9), true],
    [wait(10), none, true],
    [wait(10), two, true],
    [two, wait(168), true],
    [two, none, true],
    [two, two, false],
  ] as const
  for (const [before, after, weaker] of cases)
    assert.equal(isWeaker(before, after), weaker, JSON.stringify([before, after]))
})

const mailOf = async (caller: Caller) =>
  (await json(await caller.get('/v1.0/me?$select=mail')))['mail']

/** The mails about permanent deletions that wait to be sent: to whom, which, with what. */
const lettersOf = async (w: World) =>
  (
    await rows(
      w.db,
      select<{ to: string; kind: string; values: Record<string, unknown> }>({
        to: 'm.recipient',
        kind: 'm.kind',
        values: sql`m.content - 'organization'`,
      })`from mails m where m.kind in ('deletionsWaiting', 'deletionsAnswered')
        and m.content -> 'organization' ->> 'id' = ${w.fabrikam.id} order by m.created_at, m.recipient`,
    )
  ).map(({ to, kind, values }) => [to, kind, values])

test('R137: who can answer is told by mail of what somebody else asked for, and who asked of the answer, each once, whatever the number', async () => {
  const { w, frank, second, protect, deleted } = await setting()
  const [asker, answerer] = [await mailOf(frank), await mailOf(second)]
  await protect('secondAdministrator')
  const [one, other, third] = [await deleted('One'), await deleted('Other'), await deleted('Third')]
  for (const id of [one, other, third]) assert.equal((await frank.delete(item(id))).status, 202)
  await Promise.all([tellOfDeletions(w.db, w.now()), tellOfDeletions(w.db, w.now())])
  await tellOfDeletions(w.db, w.now())
  const asked = [answerer, 'deletionsWaiting', { count: 3, firstDue: null }]
  assert.deepEqual(await lettersOf(w), [asked], 'not who asked, and once')

  w.pass(1_000)
  const answers = [
    [one, 'approve'],
    [other, 'refuse'],
  ] as const
  for (const [id, action] of answers)
    assert.equal((await answer(second, await requestFor(second, id), action)).status, 204)
  assert.equal((await answer(frank, await requestFor(frank, third), 'refuse')).status, 204)
  await tellOfDeletions(w.db, w.now())
  await tellOfDeletions(w.db, w.now())
  const told = [asker, 'deletionsAnswered', { done: 1, refused: 1 }]
  assert.deepEqual(await lettersOf(w), [asked, told], 'and not of what they took back themselves')
})

test('R124, R137: what waits for its time says when; who may not answer, or is disabled here or at home, is not told', async () => {
  const { w, frank, second, protect, deleted } = await setting()
  const helper = await w.member(w.fabrikam, 'Hedy Helper')
  await w.grant(helper, w.fabrikam, 'helpdeskAdministrator')
  await w.grant(w.ada, w.fabrikam, 'globalAdministrator')
  const atHome = { accountEnabled: false }
  const ada = `/v1.0/users/${w.ada.userId}`
  assert.equal((await w.as(w.carol, w.contoso).patch(ada, atHome)).status, 204)
  await protect('waiting', 5)
  const one = await deleted('One')
  assert.equal((await frank.delete(item(one))).status, 202)
  const due = plus(w.now(), 5 * hourMs)
  await tellOfDeletions(w.db, w.now())
  const letters = await lettersOf(w)
  assert.deepEqual(
    letters.map(([, kind, values]) => [kind, values]),
    [['deletionsWaiting', { count: 1, firstDue: due.toISOString() }]],
  )
  const me = await json(await second.get('/v1.0/me'))
  assert.equal(
    (await frank.patch(`/v1.0/users/${me['id']}`, { accountEnabled: false })).status,
    204,
  )
  const two = await deleted('Two')
  assert.equal((await frank.delete(item(two))).status, 202)
  await tellOfDeletions(w.db, w.now())
  assert.deepEqual(await lettersOf(w), letters)
})

/**
 * Nobody waits for ever for an answer: the clock of requests, over HTTP and by its job (R30–R32,
 * R130, complaint A).
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { json, refusal, type Json } from '../../../test/json.ts'
import { mailsTo } from '../../../test/mails.ts'
import { newStore } from '../../../test/store.ts'
import { world, type Person } from '../../../test/world.ts'
import { dayMs, plus } from '../../kernel/time.ts'
import { select } from '../../store/columns.ts'
import { rows, sql } from '../../store/database.ts'
import { keepClock } from './clock.ts'

type World = Awaited<ReturnType<typeof world>>

// The job looks at the requests of everybody, so these are alone in a store of their own.
const { db, close } = await newStore()
// The server of the run may have ended before.
after(() => close().catch(() => {}))

const policy = '/v1.0/policies/externalIdentitiesPolicy'
const frank = (w: World) => w.as(w.frank, w.fabrikam)
const ask = async (w: World, person: Person, kind: 'removal' | 'restore' = 'removal') =>
  json(await w.as(person).post(`/account/organizations/${w.fabrikam.id}/requests`, { kind }), 201)
const answer = (w: World, id: unknown, action: string, message?: string) =>
  frank(w).post(`/v1.0/guesthouse.requests/${String(id)}/guesthouse.answer`, { action, message })
const mine = async (w: World, person: Person): Promise<Json> =>
  (await json(await w.as(person).get('/account/organizations')))['value'].find(
    (one: Json) => one['id'] === w.fabrikam.id,
  ) ?? {}
const subjects = async (w: World, address: string): Promise<string[]> =>
  (await mailsTo(w.db, address)).map(({ subject }) => subject)
/** The days pass, and the job comes by. */
const pass = async (w: World, days: number): Promise<void> => {
  w.pass(days * dayMs)
  await keepClock(w.db, w.now())
}
const value = async (response: Response): Promise<Json[]> => (await json(response))['value']
/** Ada may not leave Fabrikam. */
const locked = async (): Promise<World> => {
  const w = await world(undefined, { db })
  assert.equal(
    (await frank(w).patch(policy, { allowExternalIdentitiesToLeave: false })).status,
    204,
  )
  return w
}
const activitiesOf = async (w: World): Promise<(string | null)[][]> =>
  (
    await rows(
      w.db,
      select<{ activity: string; reason: string | null; actor: string }>({
        activity: 'activity',
        reason: 'reason',
        actor: 'actor_kind',
      })`from events where tenant_id = ${w.fabrikam.id} and (activity like 'request.%' or activity like 'user.deleted%') order by id`,
    )
  ).map(({ activity, actor, reason }) => [activity, actor, reason])

test('complaint A, R32: blocked, and nobody answers: administrators are reminded twice, then the guest is gone, told, and restorable', async () => {
  const w = await locked()
  const asked = await ask(w, w.ada)
  assert.deepEqual(
    [asked['dueAt'], asked['whenDue'], asked['hold'], asked['keptBecause']],
    [plus(w.now(), 30 * dayMs).toISOString(), 'removed', null, null],
  )
  const [listed] = (await json(await frank(w).get('/v1.0/guesthouse.requests')))['value']
  assert.deepEqual([listed?.['dueDateTime'], listed?.['whenDue']], [asked['dueAt'], 'removed'])
  assert.match((await mailsTo(w.db, w.ada.upn)).at(-1)?.body ?? '', /is deleted by itself/)
  const reminders = () => subjects(w, w.frank.upn)
  await pass(w, 14)
  assert.deepEqual(await reminders(), [])
  await pass(w, 1)
  await pass(w, 1)
  assert.deepEqual(await reminders(), ['Requests at Fabrikam wait for your answer'])
  await pass(w, 11)
  const told = await mailsTo(w.db, w.frank.upn)
  assert.equal(told.length, 2)
  assert.match(
    told.at(-1)?.body ?? '',
    /^These requests come to their end soon[\s\S]*Requests to be removed: 1/,
  )
  w.pass(3 * dayMs)
  await Promise.all(Array.from({ length: 6 }, () => keepClock(w.db, w.now())))
  const row = await mine(w, w.ada)
  assert.deepEqual([row['state'], row['restorable']], ['removed', true])
  assert.deepEqual(
    [row['requests'][0]['state'], row['requests'][0]['answeredAt'], row['requests'][0]['dueAt']],
    ['done', w.now().toISOString(), null],
  )
  assert.deepEqual((await subjects(w, w.ada.upn)).toSorted(), [
    'You are removed from Fabrikam, as you asked',
    'Your account at Fabrikam has ended',
    'Your request to be removed from Fabrikam',
  ])
  assert.deepEqual(await activitiesOf(w), [
    ['request.created', 'user', 'removal'],
    ['user.deletedByPolicy', 'system', null],
    ['request.done', 'system', null],
  ])
})

test('R32: a hold with a reason stops the clock; the guest reads the reason; what was left is left again', async () => {
  const w = await locked()
  const { id } = await ask(w, w.ada)
  await pass(w, 10)
  assert.equal((await refusal(await answer(w, id, 'hold'), 400)).code, 'answerNeedsReason')
  assert.equal((await answer(w, id, 'hold', 'An audit until June')).status, 204)
  const heldAt = w.now().toISOString()
  assert.deepEqual((await mine(w, w.ada))['requests'][0]['hold'], {
    since: heldAt,
    reason: 'An audit until June',
  })
  assert.match((await mailsTo(w.db, w.ada.upn)).at(-1)?.body ?? '', /> An audit until June/)
  const held = (filter: boolean) =>
    frank(w).get(`/v1.0/guesthouse.requests?$filter=isHeld eq ${filter}`)
  const [listed] = (await json(await held(true)))['value']
  assert.deepEqual(
    [listed?.['isHeld'], listed?.['holdReason'], listed?.['dueDateTime'], listed?.['whenDue']],
    [true, 'An audit until June', null, null],
  )
  assert.equal((await json(await held(false)))['value'].length, 0)
  assert.equal((await answer(w, id, 'hold', 'Again')).status, 400)
  await pass(w, 100)
  assert.equal((await mine(w, w.ada))['state'], 'active')
  assert.equal((await answer(w, id, 'release')).status, 204)
  const due = plus(w.now(), 20 * dayMs).toISOString()
  assert.equal((await mine(w, w.ada))['requests'][0]['dueAt'], due)
  assert.equal(
    (await subjects(w, w.ada.upn)).at(-1),
    'Your request to be removed from Fabrikam goes on',
  )
  await pass(w, 20)
  assert.equal((await mine(w, w.ada))['state'], 'removed')
})

test('R31, R32: an organization that removes nobody by itself says why; who was promised it hears; the request ends on its day', async () => {
  const w = await locked()
  await ask(w, w.ada)
  const off = { 'guesthouse.removesUnanswered': false }
  const reason = 'We keep records of contractors.'
  assert.match((await refusal(await frank(w).patch(policy, off), 400)).message, /Write the reason/)
  for (const days of [6, 91])
    assert.equal((await frank(w).patch(policy, { 'guesthouse.answerDays': days })).status, 400)
  const changed = { ...off, 'guesthouse.unansweredReason': reason, 'guesthouse.answerDays': 7 }
  assert.equal((await frank(w).patch(policy, changed)).status, 204)
  await pass(w, 0)
  await pass(w, 1)
  const [last, ...more] = (await mailsTo(w.db, w.ada.upn)).slice(1)
  assert.equal(more.length, 0)
  assert.equal(last?.subject, 'What becomes of your request to be removed from Fabrikam')
  assert.match(last.body, /> We keep records of contractors\./)
  const [told] = (await mine(w, w.ada))['requests']
  assert.deepEqual([told['whenDue'], told['keptBecause']], ['expired', reason])
  // Who asks now has the shorter time, and hears at once.
  const bob = await ask(w, w.bob)
  assert.deepEqual(
    [bob['dueAt'], bob['whenDue'], bob['keptBecause']],
    [plus(w.now(), 7 * dayMs).toISOString(), 'expired', reason],
  )
  await pass(w, 7)
  const after = await mine(w, w.bob)
  assert.deepEqual(
    [after['state'], after['requests'][0]['state'], after['canAsk']],
    ['active', 'expired', ['removal']],
  )
  assert.match((await mailsTo(w.db, w.bob.upn)).at(-1)?.body ?? '', /> We keep records/)
  await ask(w, w.bob)
  // On again, three days at the least before anybody is removed.
  await pass(w, 5)
  await frank(w).patch(policy, { 'guesthouse.removesUnanswered': true })
  await pass(w, 2)
  const again = await mine(w, w.bob)
  assert.deepEqual([again['state'], again['requests'][0]['whenDue']], ['active', 'removed'])
  assert.match(
    (await mailsTo(w.db, w.bob.upn)).at(-1)?.body ?? '',
    /has decided to remove people whose request nobody answers/,
  )
  await pass(w, 1)
  assert.equal((await mine(w, w.bob))['state'], 'removed')
})

test('R31, R42: a request whose day came ends once: the last administrator stays; what cannot be restored any more ends too', async () => {
  const w = await locked()
  await w.grant(w.ada, w.fabrikam, 'globalAdministrator')
  await ask(w, w.ada)
  await sql`update users set account_enabled = false where tenant_id = ${w.fabrikam.id} and id = ${w.frank.userId}`.execute(
    w.db,
  )
  await pass(w, 30)
  const row = await mine(w, w.ada)
  assert.deepEqual([row['state'], row['requests'][0]['state']], ['active', 'expired'])
  assert.match(
    (await mailsTo(w.db, w.ada.upn)).at(-1)?.body ?? '',
    /without a Global Administrator/,
  )
  await sql`update users set account_enabled = true where tenant_id = ${w.fabrikam.id} and id = ${w.frank.userId}`.execute(
    w.db,
  )
  const bobId = w.userOf(w.bob, w.fabrikam)
  assert.equal((await frank(w).delete(`/v1.0/users/${bobId}`)).status, 204)
  await frank(w).post(`/v1.0/directory/deletedItems/${bobId}/guesthouse.hold`, { reason: 'Law' })
  const { dueAt, whenDue } = await ask(w, w.bob, 'restore')
  assert.deepEqual([dueAt, whenDue], [plus(w.now(), 30 * dayMs).toISOString(), 'expired'])
  await pass(w, 30)
  assert.equal((await mine(w, w.bob))['requests'][0]['state'], 'expired')
  assert.deepEqual(
    (await activitiesOf(w)).filter(([activity]) => activity === 'request.expired'),
    [
      ['request.expired', 'system', 'lastAdministrator'],
      ['request.expired', 'system', 'windowOver'],
    ],
  )
})

test('R29, U5: many requests are answered alike, each for itself, and found by who asks, oldest first', async () => {
  const w = await locked()
  const requests = [await ask(w, w.ada), await ask(w, w.bob)]
  const ids = requests.map(({ id }) => String(id))
  const found = async (query: string): Promise<string[]> =>
    (await json(await frank(w).get(`/v1.0/guesthouse.requests?${query}`)))['value'].map(
      (one: Json) => one['id'],
    )
  assert.deepEqual(await found(''), ids)
  assert.deepEqual(await found('$search="lovel"'), ids.slice(0, 1))
  assert.deepEqual(await found('$search="nobody"'), [])
  const many = (action: string, message?: string) =>
    frank(w).post('/v1.0/guesthouse.requests/guesthouse.answer', { ids, action, message })
  assert.deepEqual(
    await value(await many('hold', 'A moment')),
    ids.map((id) => ({ id, done: true })),
  )
  assert.equal((await answer(w, ids[0], 'delete')).status, 204)
  const [gone, done] = await value(await many('decline', 'Not yet'))
  assert.deepEqual(
    [gone?.['done'], gone?.['code'], done?.['done']],
    [false, 'alreadyAnswered', true],
  )
  assert.match(gone?.['message'], /answered this request already/)
  assert.deepEqual(
    (await mine(w, w.bob))['requests'].map((one: Json) => [one['state'], one['answer']]),
    [['declined', 'Not yet']],
  )
})

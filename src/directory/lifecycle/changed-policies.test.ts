/**
 * Changing a policy, or who falls under it, ends nobody unheard (R134): whoever was told of
 * something milder or later, or by another policy, is told anew and has the whole grace.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { json, refusal, type Json } from '../../../test/json.ts'
import { mailsTo } from '../../../test/mails.ts'
import { createPolicy, frank, idOf, inactivity, policiesAt, rowOf } from '../../../test/policies.ts'
import { newStore } from '../../../test/store.ts'
import { world } from '../../../test/world.ts'
import { dayMs, hourMs, minuteMs, plus } from '../../kernel/time.ts'
import { keepIn } from './run.ts'

const { db, close } = await newStore()
after(() => close().catch(() => {}))

const deleting = { 'guesthouse.action': 'delete', 'guesthouse.deletionDays': null }
const disabling = { 'guesthouse.action': 'disable', 'guesthouse.deletionDays': null }

const isDeletion = (step: Json): boolean => step['step'] === 'deleted'

/** Ada is under this policy, which she does not keep after 90 days. */
const governed = async (policy: object) => {
  const w = await world(undefined, { db })
  const id = idOf(w, w.ada)
  const { id: policyId } = await createPolicy(w, policy)
  const run = async (days: number) => {
    w.pass(days * dayMs)
    for (const _ of [1, 2]) await keepIn(w.db, w.fabrikam.id, w.now())
  }
  const soon = async () =>
    (await mailsTo(w.db, w.ada.upn)).filter(({ subject }) => /soon/.test(subject))
  return {
    w,
    run,
    edit: async (changes: object) => {
      w.pass(minuteMs)
      await json(await frank(w).patch(`${policiesAt}/${policyId}`, changes), 204)
    },
    /** From now on she is under this policy instead; until she has left its group. */
    moveTo: async (other: object) => {
      const group = { displayName: 'Other', mailEnabled: false, mailNickname: 'o' }
      const made = await frank(w).post('/v1.0/groups', { ...group, securityEnabled: true })
      const members = `/v1.0/groups/${(await json(made, 201))['id']}/members`
      const ref = { '@odata.id': `http://guesthouse.test/v1.0/users/${id}` }
      await json(await frank(w).post(`${members}/$ref`, ref), 204)
      const groupId = members.split('/').at(3)
      await createPolicy(w, { priority: 1, 'guesthouse.groupId': groupId, ...other })
      return async () => json(await frank(w).delete(`${members}/${id}/$ref`), 204)
    },
    soon,
    isHere: async () => (await frank(w).get(`/v1.0/users/${id}`)).status === 200,
    simulated: async (changes: object): Promise<Json> => {
      const trial = { ...inactivity, ...policy, ...changes, id: policyId }
      const { value } = await json(await frank(w).post(`${policiesAt}/guesthouse.simulate`, trial))
      return value.find((one: Json) => one['id'] === id)
    },
    /** When she is deleted, as portal, directory API and the last mail say, which is one day. */
    deletedAt: async (): Promise<string> => {
      const mine = (await rowOf(w, w.ada))['comes'].find(isDeletion)['at']
      const coming = await json(await frank(w).get(`/v1.0/users/${id}/guesthouse.lifecycle`))
      assert.equal(coming['comes'].find(isDeletion)['dateTime'], mine)
      assert.equal(coming['policy']['deleteDateTime'], mine)
      const day = new Date(mine).toLocaleDateString('en-GB', {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      })
      assert.ok((await soon()).at(-1)?.body.includes(day), day)
      return mine
    },
  }
}
type Stage = Awaited<ReturnType<typeof governed>>

/** She is told of it within the hour, and deleted when all these days are over, not before. */
const isToldAnew = async (stage: Stage, days: number): Promise<void> => {
  const { w, run, soon, isHere } = stage
  const before = (await soon()).length
  await run(0)
  await run(1 / 24)
  assert.deepEqual([await isHere(), (await soon()).length], [true, before + 1])
  const left = new Date(await stage.deletedAt()).getTime() - w.now().getTime()
  assert.ok(left > days * dayMs - 2 * hourMs && left <= days * dayMs, String(left))
  await run(left / dayMs - 1 / 24)
  assert.equal(await isHere(), true)
  await run(1 / 24)
  assert.equal(await isHere(), false)
}

const harder: Readonly<Record<string, readonly [(stage: Stage) => unknown, number]>> = {
  'deletes by now': [({ edit }) => edit(deleting), 10],
  'deletes later by now': [
    ({ edit }) => edit({ 'guesthouse.action': 'disableThenDelete', 'guesthouse.deletionDays': 90 }),
    100,
  ],
  'is another one, which deletes': [({ moveTo }) => moveTo({ ...deleting }), 30],
}
for (const [how, [change, days]] of Object.entries(harder))
  test(`R134: whom a policy has disabled long ago is told anew where the policy ${how}, and has the whole time`, async () => {
    const stage = await governed({ ...disabling, gracePeriodInDays: 10 })
    const { run, soon } = stage
    for (const passed of [90, 10, 100]) await run(passed)
    assert.match((await mailsTo(stage.w.db, stage.w.ada.upn)).at(-1)?.subject ?? '', /is disabled/)
    assert.equal((await soon()).length, 1)
    await change(stage)
    await isToldAnew(stage, days)
  })

test('R134: who was told of a day is not deleted before it because the grace is shorter by now: they are told anew, as the simulation says', async () => {
  const stage = await governed({ ...deleting, gracePeriodInDays: 30 })
  await stage.run(90)
  await stage.run(5)
  stage.w.pass(minuteMs)
  const said = await stage.simulated({ gracePeriodInDays: 2 })
  await stage.edit({ gracePeriodInDays: 2 })
  await stage.run(1 / 24)
  assert.equal(await stage.isHere(), true)
  assert.equal(await stage.deletedAt(), said['deleteDateTime'])
})

test('R134: who falls under another policy, even with more time, is told anew and has the whole of it', async () => {
  const stage = await governed({ ...deleting, gracePeriodInDays: 10 })
  await stage.run(90)
  await stage.run(5)
  await stage.moveTo({ ...deleting, gracePeriodInDays: 20 })
  await isToldAnew(stage, 20)
})

test('R134: an end that was put off and is brought forward again is told anew', async () => {
  const stage = await governed({ ...deleting, gracePeriodInDays: 10 })
  await stage.run(90)
  // After the last of its notices, so that no mail says the later day but the pages do.
  await stage.run(9.5)
  await stage.edit({ gracePeriodInDays: 14 })
  await stage.run(1.5)
  assert.equal(await stage.isHere(), true)
  await stage.edit({ gracePeriodInDays: 10 })
  const before = (await stage.soon()).length
  await stage.run(0)
  await stage.run(1 / 24)
  assert.deepEqual([await stage.isHere(), (await stage.soon()).length], [true, before + 1])
})

test('R134: whom nothing was to delete any more is told anew where the policy deletes again', async () => {
  const stage = await governed({ gracePeriodInDays: 10, 'guesthouse.deletionDays': 20 })
  for (const days of [90, 10]) await stage.run(days)
  await stage.edit(disabling)
  await stage.run(100)
  await stage.edit({ 'guesthouse.action': 'disableThenDelete', 'guesthouse.deletionDays': 20 })
  await isToldAnew(stage, 30)
})

test('R134: who comes back under a policy after another has decided is told anew', async () => {
  const stage = await governed({ ...deleting, gracePeriodInDays: 10 })
  await stage.run(90)
  const leave = await stage.moveTo({ ...disabling, gracePeriodInDays: 60 })
  await stage.run(20)
  await leave()
  await isToldAnew(stage, 10)
})

test('R134: a clock that is a moment behind another forgets nothing, and nobody is told twice', async () => {
  const { w, soon } = await governed({ ...deleting, gracePeriodInDays: 10 })
  w.pass(90 * dayMs)
  for (const first of [0, hourMs])
    for (const ms of [200, -300, 15 * minuteMs])
      await keepIn(w.db, w.fabrikam.id, plus(w.now(), first + ms))
  assert.equal((await soon()).length, 1)
})

test('R134: who is deleted is told a day before at least: a policy gives no less', async () => {
  const w = await world(undefined, { db })
  const post = (policy: object) => frank(w).post(policiesAt, { ...inactivity, ...policy })
  const none = { ...deleting, gracePeriodInDays: 0 }
  assert.match((await refusal(await post(none), 400)).message, /told at least a day before/)
  await refusal(
    await frank(w).post(`${policiesAt}/guesthouse.simulate`, { ...inactivity, ...none }),
    400,
  )
  await refusal(await post({ 'guesthouse.deletionDays': 0 }), 400)
  const { id } = await json(await post({ ...none, gracePeriodInDays: 1 }), 201)
  await refusal(await frank(w).patch(`${policiesAt}/${id}`, { gracePeriodInDays: 0 }), 400)
  await json(await post({ ...disabling, gracePeriodInDays: 0 }), 201)
})

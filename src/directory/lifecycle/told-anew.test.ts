/** Nobody ends unheard (R134): what a policy noted of somebody counts while it decides on them. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { json, type Json } from '../../../test/json.ts'
import { mailsTo } from '../../../test/mails.ts'
import { createPolicy, frank, idOf, policiesAt, rowOf } from '../../../test/policies.ts'
import { newStore } from '../../../test/store.ts'
import { world } from '../../../test/world.ts'
import { dayMs } from '../../kernel/time.ts'
import { setOrganizationState } from '../organizations/update.ts'
import { keepLifecycle } from './run.ts'

type World = Awaited<ReturnType<typeof world>>

// The job looks at everybody's organizations, so these are alone in a store of their own.
const { db, close } = await newStore()
after(() => close().catch(() => {}))

const pass = async (w: World, days: number): Promise<void> => {
  w.pass(days * dayMs)
  await Promise.all([1, 2].map(() => keepLifecycle(w.db, w.now())))
}
const told = async (w: World): Promise<number> =>
  (await mailsTo(w.db, w.ada.upn)).filter(({ subject }) => /ends|unused/i.test(subject)).length
const isHere = async (w: World): Promise<boolean> =>
  (await frank(w).get(`/v1.0/users/${idOf(w, w.ada)}`)).status === 200

/** Guests of a group who are unused for 90 days are deleted 10 days after they are told. */
const governed = async () => {
  const w = await world(undefined, { db })
  const group = {
    displayName: 'Project',
    mailEnabled: false,
    mailNickname: 'p',
    securityEnabled: true,
  }
  const { id: groupId } = await json(await frank(w).post('/v1.0/groups', group), 201)
  const members = `/v1.0/groups/${groupId}/members`
  const ref = { '@odata.id': `http://guesthouse.test/v1.0/users/${idOf(w, w.ada)}` }
  const join = async () => json(await frank(w).post(`${members}/$ref`, ref), 204)
  const part = async () => json(await frank(w).delete(`${members}/${idOf(w, w.ada)}/$ref`), 204)
  await join()
  const { id } = await createPolicy(w, {
    'guesthouse.groupId': groupId,
    'guesthouse.action': 'delete',
    'guesthouse.deletionDays': null,
    gracePeriodInDays: 10,
  })
  await pass(w, 90)
  assert.equal(await told(w), 1)
  const turn = async (isEnabled: boolean) => frank(w).patch(`${policiesAt}/${id}`, { isEnabled })
  const open = (state: 'active' | 'suspended') =>
    setOrganizationState(w.db, w.fabrikam.id, { state, anyway: true }, w.operator())
  return { w, join, part, turn, open }
}
type Stage = Awaited<ReturnType<typeof governed>>

const ways: Readonly<
  Record<string, readonly [(stage: Stage) => unknown, (stage: Stage) => unknown]>
> = {
  'leaves the group of the policy and returns': [({ part }) => part(), ({ join }) => join()],
  'is under a policy that is switched off and on': [
    ({ turn }) => turn(false),
    ({ turn }) => turn(true),
  ],
  'is in an organization that is suspended and opens again': [
    ({ open }) => open('suspended'),
    ({ open }) => open('active'),
  ],
}

for (const [how, [away, back]] of Object.entries(ways))
  test(`R134: who ${how} is told anew, and has the whole time`, async () => {
    const stage = await governed()
    const { w } = stage
    await away(stage)
    await pass(w, 40)
    await back(stage)
    const before = await told(w)
    await pass(w, 0)
    assert.deepEqual([await isHere(w), await told(w)], [true, before + 1])
    const [next]: Json[] = (await rowOf(w, w.ada))['comes']
    assert.equal(new Date(next?.['at']).getTime(), w.now().getTime() + 10 * dayMs)
    await pass(w, 9)
    assert.equal(await isHere(w), true)
    await pass(w, 1)
    assert.equal(await isHere(w), false)
  })

test('R134: who leaves the group and is back before anybody looked goes on as they were told', async () => {
  const { w, join, part } = await governed()
  await part()
  await join()
  await pass(w, 10)
  assert.equal(await isHere(w), false)
})

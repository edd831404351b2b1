/** What the job, the simulation and the page of a guest read while statistics are old. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withOldStatistics, worstOf, type World } from '../../../test/code/old-statistics.ts'
import { newId } from '../../kernel/ids.ts'
import { dayMs, plus } from '../../kernel/time.ts'
import type { Database } from '../../store/database.ts'
import { readEnds } from './ends.ts'
import { readSlice } from './facts.sql.ts'
import { createPolicy } from './policies.ts'
import { listPolicies } from './policies.sql.ts'

const limit = 50
const tables = ['users', 'invitations', 'memberships', 'sponsors', 'lifecycle_states']

/** One policy with every rule, for everybody but the members of a group. */
const policyOf = async (w: World) => {
  const frank = w.as(w.frank, w.fabrikam)
  const answer = await frank.post('/v1.0/groups', { displayName: 'Kept' })
  const { id: exceptGroupId } = (await answer.json()) as { id: string }
  const wish = {
    displayName: 'All rules',
    description: null,
    isEnabled: true,
    priority: 1,
    groupId: null,
    exceptGroupId,
    inactiveDays: 30,
    needsSponsor: true,
    attestationDays: 30,
    redemptionDays: 30,
    graceDays: 30,
    action: 'disable',
    deletionDays: null,
  } as const
  const context = {
    now: w.now(),
    correlationId: newId<string>(),
    address: null,
    actor: { kind: 'system' },
  } as const
  const saved = await createPolicy(w.db, w.fabrikam.id, wish, context)
  assert.equal(saved.outcome, 'saved')
}

test('R134, U5: with old statistics a slice of the job and of a simulation looks at its own guests, and what ends one reads one', async () => {
  await withOldStatistics(policyOf, async (tx, w) => {
    const policies = await listPolicies(tx, w.fabrikam.id)
    const slice = { after: undefined, limit, by: plus(w.now(), 400 * dayMs) }
    const { found, last } = await readSlice(tx, w.fabrikam.id, policies, slice)
    assert.ok(found.length > 0 && found.length <= limit && last !== undefined)
    const next = { ...slice, after: last }
    const which = { tenantId: w.fabrikam.id, userId: w.userOf(w.ada, w.fabrikam) }
    const most = 15 * limit
    const asked: Readonly<Record<string, readonly [number, (db: Database) => Promise<unknown>]>> = {
      'the first slice': [most, (db) => readSlice(db, w.fabrikam.id, policies, slice)],
      'a later slice': [most, (db) => readSlice(db, w.fabrikam.id, policies, next)],
      'what ends one': [limit, (db) => readEnds(db, [which], w.now())],
    }
    for (const [name, [bound, work]] of Object.entries(asked)) {
      const read = await worstOf(tx, work, tables)
      assert.ok(read <= bound, `${name}: ${read} rows are read, ${bound} would do`)
    }
  })
})

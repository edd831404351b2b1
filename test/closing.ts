/** Turning an organization's state as the operator does, and letting days pass for its requests. */
import assert from 'node:assert/strict'
import { setOrganizationState } from '../src/directory/organizations/update.ts'
import { keepClock } from '../src/directory/requests/clock.ts'
import { dayMs } from '../src/kernel/time.ts'
import type { Organization, world } from './world.ts'

type World = Awaited<ReturnType<typeof world>>

/** Sets the state, whoever is left without an administrator. */
export const turn = async (
  w: World,
  at: Organization,
  state: 'active' | 'suspended' | 'closed',
): Promise<void> => {
  const { outcome } = await setOrganizationState(w.db, at.id, { state, anyway: true }, w.operator())
  assert.equal(outcome, 'set')
}

/** So many days go by, and the job looks at the requests of everybody. */
export const pass = async (w: World, days: number): Promise<void> => {
  w.pass(days * dayMs)
  await keepClock(w.db, w.now())
}

/**
 * Which permissions together are as good as giving roles, though none of them is: who makes
 * applications and gives them permissions makes one that may what it may not itself (decision 41).
 */
import { lackOf } from './lack.ts'
import { need } from './permission.ts'
import type { Operation } from './published.ts'

const steps: readonly Operation[] = [
  'POST /applications',
  'POST /applications/{id}/addPassword',
  'give permissions',
]
const giving: Operation = 'POST /roleManagement/directory/roleAssignments'

/**
 * Whether an application that has these permissions, and not that of giving roles, makes another
 * one, comes in as it, and gives it what it likes.
 */
export const raisesOthers = (permissions: readonly string[]): boolean => {
  const holder = { kind: 'application', permissions, roles: [] } as const
  // Whoever makes one owns it.
  const may = (operation: Operation): boolean =>
    lackOf(holder, need('applications.write', operation), true) === undefined
  return steps.every(may) && !may(giving)
}

/** Why a role is not given or taken, in the words of this edge, in whichever view it is. */
import type { AssignRoleResult, UnassignRoleResult } from '../../directory/roles/assign.ts'
import type { AssignToApplicationResult } from '../../directory/roles/assign-application.ts'
import type { Refusal } from '../../edge/refusal.ts'
import { lastAdministratorRefusal } from '../last-administrator.ts'
import { conflicting, denied, notFound, raisesItself } from '../refusals.ts'

export const roleRefusal = (
  result: AssignRoleResult | AssignToApplicationResult | UnassignRoleResult,
  id: string,
): Refusal => {
  if (result.outcome === 'needsGlobalAdministrator')
    return denied('Only a Global Administrator assigns or removes this role.')
  if (result.outcome === 'alreadyAssigned') return conflicting()
  if (result.outcome === 'lastAdministrator') return lastAdministratorRefusal(result)
  return result.outcome === 'itself' ? raisesItself() : notFound(id)
}

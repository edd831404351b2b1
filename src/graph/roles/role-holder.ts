/** Giving a role to whoever an id names, a user or an application, and taking it away. */
import type { RoleName } from '../../access/roles.ts'
import { kindOfLive } from '../../directory/links/kind-of-live.sql.ts'
import {
  assignRole,
  unassignRole,
  type AssignRoleResult,
  type UnassignRoleResult,
} from '../../directory/roles/assign.ts'
import {
  assignRoleToApplication,
  unassignRoleFromApplication,
  type AssignToApplicationResult,
} from '../../directory/roles/assign-application.ts'
import type { ApplicationId, UserId } from '../../kernel/ids.ts'
import { authorityOf, type Exchange } from '../exchange.ts'

type Held = { readonly principalId: string; readonly role: RoleName }

const isApplication = async ({ db, tenantId }: Exchange, id: string): Promise<boolean> =>
  (await kindOfLive(db, { tenantId, id })) === 'application'

/** Gives a role. */
export const giveRoleTo = async (
  x: Exchange,
  { principalId, role }: Held,
): Promise<AssignRoleResult | AssignToApplicationResult> => {
  const { db, tenantId, context } = x
  const authority = authorityOf(x)
  if (!(await isApplication(x, principalId)))
    return assignRole(db, { tenantId, role, userId: principalId as UserId }, authority, context)
  const which = { tenantId, role, applicationId: principalId as ApplicationId }
  return assignRoleToApplication(db, which, authority, context)
}

/** Takes it. */
export const takeRoleFrom = async (
  x: Exchange,
  { principalId, role }: Held,
): Promise<UnassignRoleResult> => {
  const { db, tenantId, context } = x
  const authority = authorityOf(x)
  if (!(await isApplication(x, principalId)))
    return unassignRole(db, { tenantId, role, userId: principalId as UserId }, authority, context)
  const which = { tenantId, role, applicationId: principalId as ApplicationId }
  return unassignRoleFromApplication(db, which, authority, context)
}

/** The permissions of applications at the directory API, as app role assignments. */
import { permissionWords, roleIds, roleOfId } from '../../access/graph-scopes.ts'
import { givePermission } from '../../directory/applications/give-permission.ts'
import { takePermission } from '../../directory/applications/take-permission.ts'
import {
  countPermissions,
  listPermissions,
  type PermissionRow,
} from '../../directory/applications/permissions.sql.ts'
import { Refusal } from '../../edge/refusal.ts'
import type { ApplicationId, AppRoleId, AssignmentId } from '../../kernel/ids.ts'
import type { Exchange, Handler } from '../exchange.ts'
import { needsScopeGiver } from '../linked-users.ts'
import { answerList, entity, noContent, pageOf } from '../query/answers.ts'
import { conditionIn } from '../query/filter-values.ts'
import { notFound, raisesItself } from '../refusals.ts'
import { type AnyAssignment, assignmentShape } from './assignment-shape.ts'
import { graphName, graphPrincipalId } from './graph-principal.ts'

export const asAssignment =
  ({ tenantId }: Exchange) =>
  ({ permission, applicationId, applicationName, ...row }: PermissionRow): AnyAssignment => ({
    ...row,
    applicationId: graphPrincipalId(tenantId),
    applicationName: graphName,
    appRoleId: roleIds[permission] as AppRoleId,
    appRoleName: permissionWords[permission],
    appRoleValue: permission,
    principalKind: 'application',
    principalId: applicationId,
    principalName: applicationName,
  })

/** What one application was given; undefined: what all were. */
export const listGiven =
  (of: ApplicationId | undefined): Handler =>
  async (x) => {
    const asked = { filter: conditionIn(x), resourceId: graphPrincipalId(x.tenantId) }
    const found = await listPermissions(x.db, x.tenantId, of, pageOf(x), asked)
    return answerList(
      x,
      'appRoleAssignments',
      found.map(asAssignment(x)),
      assignmentShape,
      x.query.count ? await countPermissions(x.db, x.tenantId, of, asked) : undefined,
    )
  }

/** Gives an application an app role of the directory API; `may`: the caller gives such. */
export const give = async (
  x: Exchange,
  { principalId, appRoleId }: { readonly principalId: string; readonly appRoleId: string },
  may: boolean,
): Promise<Response> => {
  const role = roleOfId(appRoleId)
  if (role === undefined) throw new Refusal('roleToAssignNotFound')
  const which = { tenantId: x.tenantId, applicationId: principalId as ApplicationId }
  const result = await givePermission(x.db, which, role, may, x.context)
  if (result.outcome === 'notFound') throw new Refusal('principalNotFound')
  if (result.outcome === 'alreadyGiven') throw new Refusal('alreadyAssigned')
  if (result.outcome === 'needsScopeGiver') throw needsScopeGiver()
  if (result.outcome === 'itself') throw raisesItself()
  return entity(x, 'appRoleAssignments', assignmentShape, asAssignment(x)(result.given), 201)
}

/** Takes one away; `of`: whose it has to be, `may`: the caller gives such. */
export const take = async (
  x: Exchange,
  which: { readonly id: AssignmentId; readonly of?: string },
  may: boolean,
): Promise<Response> => {
  const { tenantId } = x
  const { outcome } = await takePermission(x.db, { tenantId, ...which }, may, x.context)
  if (outcome === 'notFound') throw notFound(which.id)
  if (outcome === 'needsScopeGiver') throw needsScopeGiver()
  return noContent(x)
}

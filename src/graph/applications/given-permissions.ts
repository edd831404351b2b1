/**
 * /servicePrincipals/{id}/appRoleAssignments: what an application was given at the directory API by
 * itself. The same assignments stand at the other side, /servicePrincipals/{directory
 * API}/appRoleAssignedTo.
 */
import { asks, sees } from '../../access/permission.ts'
import { Refusal } from '../../edge/refusal.ts'
import type { ApplicationId, AssignmentId } from '../../kernel/ids.ts'
import { appRoleAssignment } from '../../wire/graph/applications/app-role-assignment.ts'
import { readCreation } from '../body.ts'
import { idParam, type GraphRoute, type Handler } from '../exchange.ts'
import { notTheSame } from '../refusals.ts'
import { assignmentsTake } from './app-role-assignments.ts'
import { give, listGiven, take } from './graph-assignments.ts'
import { graphPrincipalId } from './graph-principal.ts'
import { readApplicationOr404 } from './shape.ts'

const list: Handler = async (x) => {
  const { id } = await readApplicationOr404(x, idParam(x, 'id'))
  return listGiven(id)(x)
}

const post: Handler = async (x) => {
  const id = idParam<ApplicationId>(x, 'id')
  const { principalId, resourceId, appRoleId } = await readCreation(x, appRoleAssignment)
  if (principalId !== id) throw notTheSame()
  await readApplicationOr404(x, id)
  if (resourceId !== graphPrincipalId(x.tenantId)) throw new Refusal('roleToAssignNotFound')
  return give(x, { principalId, appRoleId }, true)
}

const remove: Handler = async (x) =>
  take(x, { id: idParam<AssignmentId>(x, 'assignmentId'), of: idParam<string>(x, 'id') }, true)

export const givenPermissionRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/servicePrincipals/:id/appRoleAssignments',
    permission: sees('applicationUsers', 'GET /servicePrincipals/{id}/appRoleAssignments'),
    takes: assignmentsTake,
    handler: list,
  },
  {
    method: 'POST',
    path: '/servicePrincipals/:id/appRoleAssignments',
    // Every one of them is as good as a part of a role.
    permission: asks('roles.write', 'give permissions'),
    handler: post,
  },
  {
    method: 'DELETE',
    path: '/servicePrincipals/:id/appRoleAssignments/:assignmentId',
    permission: asks('roles.write', 'take permissions'),
    handler: remove,
  },
]

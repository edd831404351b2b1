/**
 * /servicePrincipals/{id}/appRoleAssignments: what an application was given by itself, at the
 * directory API and at other applications. The same assignments stand at the other side,
 * /servicePrincipals/{resource}/appRoleAssignedTo.
 */
import { asks, sees } from '../../access/permission.ts'
import { unassignApplication } from '../../directory/applications/assign.ts'
import { countAssignments, listAssignments } from '../../directory/applications/assignments.sql.ts'
import { countPermissions, listPermissions } from '../../directory/applications/permissions.sql.ts'
import type { ApplicationId, AppRoleId, AssignmentId } from '../../kernel/ids.ts'
import { appRoleAssignment } from '../../wire/graph/applications/app-role-assignment.ts'
import { readCreation } from '../body.ts'
import { idParam, type GraphRoute, type Handler } from '../exchange.ts'
import { answerList, noContent, pageOf } from '../query/answers.ts'
import { conditionIn } from '../query/filter-values.ts'
import { notTheSame } from '../refusals.ts'
import {
  assign,
  assignmentsTake,
  givesPermissions,
  giving,
  taking,
} from './app-role-assignments.ts'
import { assignmentShape } from './assignment-shape.ts'
import { asAssignment, give, take } from './graph-assignments.ts'
import { graphPrincipalId } from './graph-principal.ts'
import { readApplicationOr404 } from './shape.ts'

const byPlace = (a: { readonly sortValue: string }, b: { readonly sortValue: string }): number =>
  a.sortValue < b.sortValue ? -1 : a.sortValue > b.sortValue ? 1 : 0

// Both stand in the order in which they were given, so a page of both is the first of both pages.
const list: Handler = async (x) => {
  const { db, tenantId } = x
  const { id } = await readApplicationOr404(x, idParam(x, 'id'))
  const [page, filter, of] = [pageOf(x), conditionIn(x), { kind: 'client', id } as const]
  const atGraph = { filter, resourceId: graphPrincipalId(tenantId) }
  const found = [
    ...(await listPermissions(db, tenantId, id, page, atGraph)).map(asAssignment(x)),
    ...(await listAssignments(db, tenantId, of, { ...page, filter })),
  ].toSorted(byPlace)
  const count = x.query.count
    ? (await countPermissions(db, tenantId, id, atGraph)) +
      (await countAssignments(db, tenantId, of, filter))
    : undefined
  const first = found.slice(0, page.limit)
  return answerList(x, 'appRoleAssignments', first, assignmentShape, count)
}

const post: Handler = async (x) => {
  const id = idParam<ApplicationId>(x, 'id')
  const { principalId, resourceId, appRoleId } = await readCreation(x, appRoleAssignment)
  if (principalId !== id) throw notTheSame()
  await readApplicationOr404(x, id)
  if (resourceId === graphPrincipalId(x.tenantId))
    return give(x, { principalId, appRoleId }, givesPermissions(x))
  const assignment = {
    principalId,
    applicationId: resourceId as ApplicationId,
    appRoleId: appRoleId as AppRoleId,
  }
  return assign(x, assignment, () => Promise.resolve(true), id)
}

const remove: Handler = async (x) => {
  const [assignmentId, id] = [idParam<AssignmentId>(x, 'assignmentId'), idParam<string>(x, 'id')]
  const of = { kind: 'client', id } as const
  const { outcome } = await unassignApplication(x.db, x.tenantId, assignmentId, of, x.context)
  if (outcome === 'unassigned') return noContent(x)
  return take(x, { id: assignmentId, of: id }, givesPermissions(x))
}

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
    // Those of the directory API are each as good as a part of a role.
    permission: asks('grants.write', 'give permissions', { depending: giving }),
    handler: post,
  },
  {
    method: 'DELETE',
    path: '/servicePrincipals/:id/appRoleAssignments/:assignmentId',
    permission: asks('grants.write', 'take permissions', { depending: taking }),
    handler: remove,
  },
]

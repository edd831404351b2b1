/** App role assignments ("permissions"), seen from the user, the group and the application. */
import { asks, need, sees } from '../../access/permission.ts'
import {
  assignApplication,
  unassignApplication,
  type AssignResult,
  type NewAssignment,
} from '../../directory/applications/assign.ts'
import { countAssignments, listAssignments } from '../../directory/applications/assignments.sql.ts'
import { give, listGiven, take } from './graph-assignments.ts'
import { graphPrincipalId } from './graph-principal.ts'
import { findApplication } from '../../directory/applications/list.sql.ts'
import { findGroup } from '../../directory/groups/list.sql.ts'
import { readUser } from '../../directory/users/list.sql.ts'
import type { ApplicationId, AppRoleId, AssignmentId, GroupId, UserId } from '../../kernel/ids.ts'
import { readCreation } from '../body.ts'
import { idParam, mayChange, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
import { conditionIn } from '../query/filter-values.ts'
import { answerList, entity, noContent, pageOf } from '../query/answers.ts'
import { userParam } from '../users/param.ts'
import { appRoleAssignment } from '../../wire/graph/applications/app-role-assignment.ts'
import { assignmentShape } from './assignment-shape.ts'
import { notFound, notTheSame, raisesItself } from '../refusals.ts'
import { Refusal } from '../../edge/refusal.ts'
import type { RefusalCode } from '../../edge/refusals/refusals.ts'

/** How lists of assignments are asked. */
export const assignmentsTake = {
  page: true,
  count: true,
  filter: appRoleAssignment,
  select: assignmentShape,
} as const

type Side = 'user' | 'group' | 'application'

export const permissions = 'permissions of the directory API'
export const giving = { [permissions]: need('roles.write', 'give permissions') }
export const taking = { [permissions]: need('roles.write', 'take permissions') }
// The rows of users and groups give none of these.
export const givesPermissions = (x: Exchange): boolean => mayChange(x, permissions)

const sideId = async (x: Exchange, side: Side): Promise<string> =>
  side === 'user' ? (await userParam(x)).userId : idParam<string>(x, 'id')

const exists = async (x: Exchange, side: Side, id: string): Promise<boolean> => {
  if (side === 'user') return (await readUser(x.db, x.tenantId, id as UserId)) !== undefined
  if (side === 'group') return (await findGroup(x.db, x.tenantId, id as GroupId)) !== undefined
  return (await findApplication(x.db, x.tenantId, id as ApplicationId)) !== undefined
}

// No user and no group is the directory API, whatever their rows allow.
const isGraph = (x: Exchange, side: Side, id: string): boolean =>
  side === 'application' && id === graphPrincipalId(x.tenantId)

const listOf =
  (side: Side): Handler =>
  async (x) => {
    const id = await sideId(x, side)
    if (isGraph(x, side, id)) return listGiven(undefined)(x)
    const [of, filter] = [{ kind: side, id }, conditionIn(x)]
    const found = await listAssignments(x.db, x.tenantId, of, { ...pageOf(x), filter })
    if (found.length === 0 && !(await exists(x, side, id))) throw notFound(id)
    const count = x.query.count ? await countAssignments(x.db, x.tenantId, of, filter) : undefined
    return answerList(x, 'appRoleAssignments', found, assignmentShape, count)
  }

const refusals = {
  alreadyAssigned: 'alreadyAssigned',
  applicationNotFound: 'roleToAssignNotFound',
  principalNotFound: 'principalNotFound',
} as const satisfies Record<Exclude<AssignResult['outcome'], 'assigned' | 'itself'>, RefusalCode>

const post =
  (side: Side): Handler =>
  async (x) => {
    const owner = await sideId(x, side)
    const { principalId, resourceId, appRoleId } = await readCreation(x, appRoleAssignment)
    if ((side === 'application' ? resourceId : principalId) !== owner) throw notTheSame()
    // A group is none of the users, and no user a group.
    if (side !== 'application' && !(await exists(x, side, owner))) throw notFound(owner)
    if (isGraph(x, side, resourceId))
      return give(x, { principalId, appRoleId }, givesPermissions(x))
    const assignment = {
      principalId,
      applicationId: resourceId as ApplicationId,
      appRoleId: appRoleId as AppRoleId,
    }
    return assign(x, assignment, () => exists(x, side, owner), owner)
  }

/** Assigns, and answers with the assignment; `isThere`: whether what was named is. */
export const assign = async (
  x: Exchange,
  assignment: NewAssignment,
  isThere: () => Promise<boolean>,
  named: string,
): Promise<Response> => {
  const result = await assignApplication(x.db, x.tenantId, assignment, x.context)
  if (result.outcome === 'itself') throw raisesItself()
  if (result.outcome !== 'assigned')
    throw (await isThere()) ? new Refusal(refusals[result.outcome]) : notFound(named)
  const page = { descending: false, after: undefined, limit: 1 }
  const of = { kind: 'assignment', id: result.assignmentId } as const
  const [row] = await listAssignments(x.db, x.tenantId, of, page)
  if (row === undefined) throw notFound(result.assignmentId)
  return entity(x, 'appRoleAssignments', assignmentShape, row, 201)
}

const remove =
  (side: Side): Handler =>
  async (x) => {
    const assignmentId = idParam<AssignmentId>(x, 'assignmentId')
    const id = await sideId(x, side)
    if (isGraph(x, side, id)) return take(x, { id: assignmentId }, givesPermissions(x))
    const { outcome } = await unassignApplication(
      x.db,
      x.tenantId,
      assignmentId,
      { kind: side, id },
      x.context,
    )
    if (outcome === 'notFound') throw notFound(assignmentId)
    return noContent(x)
  }

export const appRoleAssignmentRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/users/:id/appRoleAssignments',
    permission: sees('userLinks', 'GET /users/{id}/appRoleAssignments'),
    takes: assignmentsTake,
    handler: listOf('user'),
  },
  {
    method: 'POST',
    path: '/users/:id/appRoleAssignments',
    permission: asks('applications.write', 'POST /users/{id}/appRoleAssignments'),
    handler: post('user'),
  },
  {
    method: 'DELETE',
    path: '/users/:id/appRoleAssignments/:assignmentId',
    permission: asks('applications.write', 'DELETE /users/{id}/appRoleAssignments/{id}'),
    handler: remove('user'),
  },
  {
    method: 'GET',
    path: '/groups/:id/appRoleAssignments',
    permission: sees('group', 'GET /groups/{id}/appRoleAssignments'),
    takes: assignmentsTake,
    handler: listOf('group'),
  },
  {
    method: 'POST',
    path: '/groups/:id/appRoleAssignments',
    permission: asks('applications.write', 'POST /groups/{id}/appRoleAssignments'),
    handler: post('group'),
  },
  {
    method: 'DELETE',
    path: '/groups/:id/appRoleAssignments/:assignmentId',
    permission: asks('applications.write', 'DELETE /groups/{id}/appRoleAssignments/{id}'),
    handler: remove('group'),
  },
  {
    method: 'GET',
    path: '/servicePrincipals/:id/appRoleAssignedTo',
    permission: sees('applicationUsers', 'GET /servicePrincipals/{id}/appRoleAssignedTo'),
    takes: assignmentsTake,
    handler: listOf('application'),
  },
  {
    method: 'POST',
    path: '/servicePrincipals/:id/appRoleAssignedTo',
    permission: asks('applications.write', 'POST /servicePrincipals/{id}/appRoleAssignedTo', {
      depending: giving,
    }),
    handler: post('application'),
  },
  {
    method: 'DELETE',
    path: '/servicePrincipals/:id/appRoleAssignedTo/:assignmentId',
    permission: asks(
      'applications.write',
      'DELETE /servicePrincipals/{id}/appRoleAssignedTo/{id}',
      {
        depending: taking,
      },
    ),
    handler: remove('application'),
  },
]

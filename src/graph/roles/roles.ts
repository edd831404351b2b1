/** /roleManagement/directory: the built-in roles, and who holds them. */
import { asks, sees } from '../../access/permission.ts'
import { roleNamed, roles } from '../../access/roles.ts'
import { lastAdministratorsAmong } from '../../directory/administrators.sql.ts'
import {
  countRoleAssignments,
  findRoleAssignment,
  listRoleAssignments,
  type RoleAssignmentRow,
} from '../../directory/roles/assignments.sql.ts'
import type { UserId } from '../../kernel/ids.ts'
import { readCreation } from '../body.ts'
import { givesRoles, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
import { conditionIn } from '../query/filter-values.ts'
import { answerList, entity, noContent, pageOf } from '../query/answers.ts'
import { readRoleAssignmentId, roleAssignmentId } from './role-assignment-id.ts'
import { roleAssignment, roleDefinition } from '../../wire/graph/roles.ts'
import { shaped, toldAmongOthers } from '../shape.ts'
import {
  definitionOf,
  definitionShape,
  listDefinitions,
  showDefinition,
} from './role-definitions.ts'
import type { Choice } from '../query/select.ts'
import { notFound } from '../refusals.ts'
import { giveRoleTo, takeRoleFrom } from './role-holder.ts'
import { roleRefusal } from './role-refusal.ts'

// Which kind it is stands first, and then what it has of its own.
const principalOf = (row: RoleAssignmentRow, x: Exchange) => {
  const { kind, principalId: id, displayName, accountEnabled } = row
  const type = kind === 'user' ? 'user' : 'servicePrincipal'
  const { userPrincipalName, userType, appId } = row
  const whole = {
    id,
    displayName,
    ...(userPrincipalName === null ? {} : { userPrincipalName }),
    ...(userType === null ? {} : { userType }),
    ...(appId === null ? {} : { appId }),
    accountEnabled,
  }
  return toldAmongOthers(x, { entry: type, type: `microsoft.graph.${type}` }, whole)
}

const assignmentShape = shaped<
  typeof roleAssignment,
  RoleAssignmentRow & { readonly waysInEnded?: boolean; readonly isLast?: boolean | null }
>(roleAssignment, {
  id: (row) => roleAssignmentId(row.roleId, row.principalId),
  roleDefinitionId: (row) => row.roleId,
  directoryScopeId: () => '/',
  principal: principalOf,
  roleDefinition: ({ roleId }) => {
    const name = roleNamed(roleId)
    if (name === undefined) throw new Error(`No role has the id ${roleId}.`)
    return definitionOf(name)
  },
  'guesthouse.waysInEnded': ({ waysInEnded }) => waysInEnded,
  'guesthouse.assignedDateTime': (row) => row.assignedAt.toISOString(),
  'guesthouse.isLast': ({ isLast }) => isLast ?? null,
})

// Asked by the function that the act itself asks, for those who chose to read it. It depends on how
// people stand at their homes, and so is told to who takes roles away alone.
const knowingTheLast = async <Row extends RoleAssignmentRow>(
  x: Exchange,
  found: readonly Row[],
): Promise<(Row & { readonly isLast: boolean | null })[]> => {
  if (!givesRoles(x)) return found.map((row) => ({ ...row, isLast: null }))
  const {
    db,
    tenantId,
    query: { select },
  } = x
  const isAsked = select === 'all' || select?.includes('guesthouse.isLast') === true
  const top = found.filter(
    ({ kind, roleId }) => kind === 'user' && roleId === roles.globalAdministrator.id,
  )
  const userIds = isAsked ? top.map(({ principalId }) => principalId as UserId) : []
  const last: ReadonlyMap<string, unknown> =
    userIds.length === 0
      ? new Map()
      : await lastAdministratorsAmong(db, { tenantId, userIds }, 'here')
  return found.map((row) => ({ ...row, isLast: top.includes(row) && last.has(row.principalId) }))
}

const listAssignments: Handler = async (x) => {
  const filter = conditionIn(x)
  const found = await listRoleAssignments(x.db, x.tenantId, filter, pageOf(x))
  const rows = await knowingTheLast(
    x,
    found.map((row) => ({ ...row, id: row.principalId })),
  )
  const count = x.query.count ? await countRoleAssignments(x.db, x.tenantId, filter) : undefined
  return answerList(x, 'roleManagement/directory/roleAssignments', rows, assignmentShape, count)
}

// What the id of an assignment, which is made of its parts, names.
const partsOf = (x: Exchange) => {
  const text = x.param('id')
  const parts = readRoleAssignmentId(text)
  const role = parts === undefined ? undefined : roleNamed(parts.roleId)
  if (parts === undefined || role === undefined) throw notFound(text)
  return { principalId: parts.principalId, role, text }
}

const showAssignment: Handler = async (x) => {
  const { principalId, role, text } = partsOf(x)
  const which = { tenantId: x.tenantId, principalId, roleId: roles[role].id }
  const found = await findRoleAssignment(x.db, which)
  if (found === undefined) throw notFound(text)
  const [row] = await knowingTheLast(x, [found])
  if (row === undefined) throw notFound(text)
  return entity(x, 'roleManagement/directory/roleAssignments', assignmentShape, row)
}

const assign: Handler = async (x) => {
  const { principalId, roleDefinitionId } = await readCreation(x, roleAssignment)
  const role = roleNamed(roleDefinitionId)
  if (role === undefined) throw notFound(roleDefinitionId)
  const result = await giveRoleTo(x, { principalId, role })
  if (result.outcome !== 'assigned') throw roleRefusal(result, principalId)
  const ended = 'waysInEnded' in result ? { waysInEnded: result.waysInEnded } : {}
  const made = { ...result.assignment, ...ended }
  return entity(x, 'roleManagement/directory/roleAssignments', assignmentShape, made, 201)
}

const unassign: Handler = async (x) => {
  const { text, ...which } = partsOf(x)
  const result = await takeRoleFrom(x, which)
  if (result.outcome !== 'unassigned') throw roleRefusal(result, text)
  return noContent(x)
}

const base = '/roleManagement/directory'

// Whoever reads an assignment reads who holds it and what it allows.
const inRow: Readonly<Record<string, Choice>> = {
  principal: {
    type: 'microsoft.graph.directoryObject',
    names: Object.keys(roleAssignment.properties.principal.properties),
  },
  roleDefinition: definitionShape,
}

const assignmentTakes = {
  page: true,
  count: true,
  filter: roleAssignment,
  select: assignmentShape,
  expand: inRow,
} as const

export const roleRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: `${base}/roleDefinitions`,
    permission: sees('roles', 'GET /roleManagement/directory/roleDefinitions'),
    takes: { page: true, count: true, filter: roleDefinition, select: definitionShape },
    handler: listDefinitions,
  },
  {
    method: 'GET',
    path: `${base}/roleDefinitions/:id`,
    permission: sees('roles', 'GET /roleManagement/directory/roleDefinitions/{id}'),
    takes: { select: definitionShape },
    handler: showDefinition,
  },
  {
    method: 'GET',
    path: `${base}/roleAssignments/:id`,
    permission: sees('roles', 'GET /roleManagement/directory/roleAssignments/{id}'),
    takes: { select: assignmentShape, expand: assignmentTakes.expand },
    handler: showAssignment,
  },
  {
    method: 'GET',
    path: `${base}/roleAssignments`,
    permission: sees('roles', 'GET /roleManagement/directory/roleAssignments'),
    takes: assignmentTakes,
    handler: listAssignments,
  },
  {
    method: 'POST',
    path: `${base}/roleAssignments`,
    permission: asks('roles.write', 'POST /roleManagement/directory/roleAssignments'),
    handler: assign,
  },
  {
    method: 'DELETE',
    path: `${base}/roleAssignments/:id`,
    permission: asks('roles.write', 'DELETE /roleManagement/directory/roleAssignments/{id}'),
    handler: unassign,
  },
]

/** /roleManagement/directory: the built-in roles, and who holds them. */
import { asks } from '../access/permission.ts'
import { z } from 'zod'
import { roleNamed, roles, type RoleName } from '../access/roles.ts'
import { assignRole, unassignRole, type AssignRoleResult, type UnassignRoleResult } from '../directory/roles/assign.ts'
import { countRoleHolders, listRoleAssignments, type RoleAssignmentRow, type RoleFilter } from '../directory/roles/assignments.sql.ts'
import { Refusal } from '../edge/refusal.ts'
import { isUuid, type UserId } from '../kernel/ids.ts'
import { readBody } from './body.ts'
import { authorityOf } from './users/deleted-items.ts'
import { notFound, type GraphRoute, type Handler } from './exchange.ts'
import { filterOf, type Reader } from './query/filter-values.ts'
import { answerList, entity, noContent, pageOf, shapeOf } from './query/answers.ts'
import { lastAdministratorRefusal } from './last-administrator.ts'
import { readRoleAssignmentId, roleAssignmentId } from './role-assignment-id.ts'

const definitionOf = (name: RoleName) => ({ ...roles[name], isBuiltIn: true, isEnabled: true })
type Definition = ReturnType<typeof definitionOf> & { readonly memberCount: number }

const definitionShape = shapeOf<Definition>('unifiedRoleDefinition', {
  id: ({ id }) => id,
  displayName: ({ displayName }) => displayName,
  description: ({ description }) => description,
  isBuiltIn: ({ isBuiltIn }) => isBuiltIn,
  isEnabled: ({ isEnabled }) => isEnabled,
  'guesthouse.memberCount': ({ memberCount }) => memberCount,
})

const definitionFilter: Reader<{ id: string; displayName: string }> = ({ kind, ...clause }) => {
  if (kind !== 'compare' || !('operator' in clause) || clause.operator !== 'eq' || typeof clause.value !== 'string') return undefined
  if (clause.property === 'id') return { id: clause.value.toLowerCase() }
  return clause.property === 'displayname' ? { displayName: clause.value.toLowerCase() } : undefined
}

const listDefinitions: Handler = async (x) => {
  const counts = await countRoleHolders(x.db, x.tenantId)
  const { id, displayName } = filterOf(x, definitionFilter)
  const all = (Object.keys(roles) as RoleName[])
    .map((name) => ({ ...definitionOf(name), memberCount: counts.get(roles[name].id) ?? 0, sortValue: roles[name].displayName }))
    .filter((one) => (id ?? one.id) === one.id && (displayName ?? one.displayName.toLowerCase()) === one.displayName.toLowerCase())
    .toSorted((a, b) => a.displayName.localeCompare(b.displayName, 'en'))
  const [, lastId] = x.query.after ?? []
  const from = all.findIndex((one) => one.id === lastId) + 1
  return answerList(x, 'roleManagement/directory/roleDefinitions', all.slice(from, from + x.query.top + 1), definitionShape)
}

const assignmentShape = shapeOf<RoleAssignmentRow>('unifiedRoleAssignment', {
  id: (row) => roleAssignmentId(row.roleId, row.userId),
  principalId: (row) => row.userId,
  roleDefinitionId: (row) => row.roleId,
  directoryScopeId: () => '/',
  principal: (row) => ({
    '@odata.type': '#microsoft.graph.user',
    id: row.userId,
    displayName: row.displayName,
    userPrincipalName: row.userPrincipalName,
    userType: row.userType,
    accountEnabled: row.accountEnabled,
  }),
  roleDefinition: ({ roleId }) => {
    const name = roleNamed(roleId)
    return name === undefined ? { id: roleId, displayName: null } : definitionOf(name)
  },
  'guesthouse.assignedDateTime': (row) => row.assignedAt.toISOString(),
})

const knownFilters = [`roleDefinitionId eq '…'`, `principalId eq '…'`]

const roleFilter: Reader<{ roleId: string; userId: string }> = (clause) => {
  if (clause.kind !== 'compare' || clause.operator !== 'eq' || typeof clause.value !== 'string' || !isUuid(clause.value)) return undefined
  if (clause.property === 'roledefinitionid') return { roleId: clause.value }
  return clause.property === 'principalid' ? { userId: clause.value } : undefined
}

const listAssignments: Handler = async (x) => {
  const filter: RoleFilter = filterOf(x, roleFilter)
  const found = await listRoleAssignments(x.db, x.tenantId, filter, pageOf(x))
  const rows = found.map((row) => ({ ...row, id: row.userId }))
  return answerList(x, 'roleManagement/directory/roleAssignments', rows, assignmentShape)
}

const newAssignment = z.strictObject({
  principalId: z.uuid().toLowerCase(),
  roleDefinitionId: z.uuid().toLowerCase(),
  directoryScopeId: z.literal('/').default('/'),
})

const roleRefusal = (result: AssignRoleResult | UnassignRoleResult, id: string): Refusal => {
  const { outcome } = result
  if (outcome === 'needsGlobalAdministrator')
    return new Refusal(
      403,
      'Authorization_RequestDenied',
      'Insufficient privileges to complete the operation. Only a Global Administrator assigns or removes this role.',
    )
  if (outcome === 'alreadyAssigned')
    return new Refusal(
      409,
      'Request_MultipleObjectsWithSameKeyValue',
      'A conflicting object with one or more of the specified property values is present in the directory.',
    )
  if (result.outcome === 'lastAdministrator') return lastAdministratorRefusal(result)
  return notFound(id)
}

const assign: Handler = async (x) => {
  const { principalId, roleDefinitionId } = await readBody(x, newAssignment, 'RoleAssignment')
  const role = roleNamed(roleDefinitionId)
  if (role === undefined) throw notFound(roleDefinitionId)
  const result = await assignRole(x.db, { tenantId: x.tenantId, userId: principalId as UserId, role }, authorityOf(x), x.context)
  if (result.outcome !== 'assigned') throw roleRefusal(result, principalId)
  const shape: Pick<typeof assignmentShape, 'of'> = {
    of: (one, at) => ({ ...assignmentShape.of(one, at), 'guesthouse.waysInEnded': result.waysInEnded }),
  }
  return entity(x, 'roleManagement/directory/roleAssignments', shape, result.assignment, 201)
}

const unassign: Handler = async (x) => {
  const text = x.c.req.param('id') ?? ''
  const parts = readRoleAssignmentId(text)
  const role = parts === undefined ? undefined : roleNamed(parts.roleId)
  if (parts === undefined || role === undefined) throw notFound(text)
  const result = await unassignRole(x.db, { tenantId: x.tenantId, userId: parts.principalId as UserId, role }, authorityOf(x), x.context)
  if (result.outcome !== 'unassigned') throw roleRefusal(result, text)
  return noContent(x)
}

const base = '/roleManagement/directory'

const assignmentTakes = { page: true, filter: knownFilters, select: assignmentShape, expand: ['principal', 'roleDefinition'] } as const

export const roleRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: `${base}/roleDefinitions`,
    permission: asks('roles.read', 'GET /roleManagement/directory/roleDefinitions'),
    takes: { page: true, filter: [`displayName eq '…'`, `id eq '…'`], select: definitionShape },
    handler: listDefinitions,
  },
  {
    method: 'GET',
    path: `${base}/roleAssignments`,
    permission: asks('roles.read', 'GET /roleManagement/directory/roleAssignments'),
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

/**
 * /directoryRoles and /directoryRoleTemplates: the older view of the same roles and of who holds
 * them.
 */
import { asks, sees } from '../../access/permission.ts'
import { roleNamed, roles, rolesInOrder, type Role, type RoleName } from '../../access/roles.ts'
import { countHolders, listRoleHolders } from '../../directory/roles/assignments.sql.ts'
import { holdsOf } from '../../kernel/condition.ts'
import { directoryRole, directoryRoleTemplate } from '../../wire/graph/roles.ts'
import { readCreation, readReference } from '../body.ts'
import { idParam, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
import { answerObjects, anyShape } from '../objects/any-object.ts'
import { kindsSought } from '../objects/kinds-sought.ts'
import { collection, entity, noContent, pageOf } from '../query/answers.ts'
import { conditionIn } from '../query/filter-values.ts'
import { alreadyLinked, conflicting, notFound, notLinked } from '../refusals.ts'
import { shaped } from '../shape.ts'
import { directoryRoleShape } from './directory-role-shape.ts'
import { giveRoleTo, takeRoleFrom } from './role-holder.ts'
import { roleRefusal } from './role-refusal.ts'

const templateShape = shaped<typeof directoryRoleTemplate, Role>(directoryRoleTemplate, {
  deletedDateTime: () => null,
})

const all = rolesInOrder.map((name) => roles[name])

const named = (x: Exchange): RoleName => {
  const name = roleNamed(x.param('id').toLowerCase())
  if (name === undefined) throw notFound(x.param('id'))
  return name
}

const listRoles: Handler = async (x) => {
  const filter = conditionIn(x)
  const found = all.filter(({ id, displayName }) =>
    holdsOf(filter, { id, displayName, roleTemplateId: id }),
  )
  const count = x.query.count ? found.length : undefined
  return collection(x, 'directoryRoles', found, directoryRoleShape, { count })
}
const showRole: Handler = async (x) =>
  entity(x, 'directoryRoles', directoryRoleShape, roles[named(x)])

const listTemplates: Handler = async (x) =>
  collection(x, 'directoryRoleTemplates', all, templateShape)
const showTemplate: Handler = async (x) =>
  entity(x, 'directoryRoleTemplates', templateShape, roles[named(x)])

/** Every role is active from the beginning, so there is none that could be activated. */
const activate: Handler = async (x) => {
  const { roleTemplateId } = await readCreation(x, directoryRole)
  throw roleNamed(roleTemplateId) === undefined ? notFound(roleTemplateId) : conflicting()
}

const listMembers: Handler = async (x) => {
  const { search, count } = x.query
  const kinds = kindsSought(x)?.filter((kind) => kind !== 'group')
  const of = { tenantId: x.tenantId, roleId: roles[named(x)].id, search, kinds }
  const found = await listRoleHolders(x.db, of, pageOf(x))
  const total = count ? await countHolders(x.db, of) : undefined
  return answerObjects(x, found, total)
}

const addMember: Handler = async (x) => {
  const role = named(x)
  const principalId = await readReference(x)
  const result = await giveRoleTo(x, { principalId, role })
  if (result.outcome === 'alreadyAssigned') throw alreadyLinked('members')
  if (result.outcome !== 'assigned') throw roleRefusal(result, principalId)
  return noContent(x)
}

const removeMember: Handler = async (x) => {
  const principalId = idParam<string>(x, 'userId')
  const result = await takeRoleFrom(x, { principalId, role: named(x) })
  if (result.outcome === 'notFound') throw notLinked('members')
  if (result.outcome !== 'unassigned') throw roleRefusal(result, principalId)
  return noContent(x)
}

const roleTakes = { select: directoryRoleShape } as const
const templateTakes = { select: templateShape } as const

export const directoryRoleRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/directoryRoles',
    permission: sees('roles', 'GET /directoryRoles'),
    takes: { ...roleTakes, list: true, count: true, filter: directoryRole },
    handler: listRoles,
  },
  {
    method: 'POST',
    path: '/directoryRoles',
    permission: asks('roles.write', 'POST /directoryRoles'),
    handler: activate,
  },
  {
    method: 'GET',
    path: '/directoryRoles/:id',
    permission: sees('roles', 'GET /directoryRoles/{id}'),
    takes: roleTakes,
    handler: showRole,
  },
  {
    method: 'GET',
    path: '/directoryRoles/:id/members',
    permission: sees('roles', 'GET /directoryRoles/{id}/members'),
    takes: { page: true, casts: true, search: anyShape, count: true, select: anyShape },
    handler: listMembers,
  },
  {
    method: 'POST',
    path: '/directoryRoles/:id/members/$ref',
    permission: asks('roles.write', 'POST /directoryRoles/{id}/members/$ref'),
    handler: addMember,
  },
  {
    method: 'DELETE',
    path: '/directoryRoles/:id/members/:userId/$ref',
    permission: asks('roles.write', 'DELETE /directoryRoles/{id}/members/{id}/$ref'),
    handler: removeMember,
  },
  {
    method: 'GET',
    path: '/directoryRoleTemplates',
    permission: sees('roles', 'GET /directoryRoleTemplates'),
    takes: { ...templateTakes, list: true },
    handler: listTemplates,
  },
  {
    method: 'GET',
    path: '/directoryRoleTemplates/:id',
    permission: sees('roles', 'GET /directoryRoleTemplates/{id}'),
    takes: templateTakes,
    handler: showTemplate,
  },
]

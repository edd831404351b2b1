/** /groups */
import { asks, need, sees } from '../../access/permission.ts'
import { createGroup } from '../../directory/groups/create.ts'
import { deleteGroup } from '../../directory/groups/delete.ts'
import {
  countGroups,
  findGroup,
  listGroups,
  type GroupRow,
} from '../../directory/groups/list.sql.ts'
import { updateGroup } from '../../directory/groups/update.ts'
import type { GroupId } from '../../kernel/ids.ts'
import { readChange, readCreation } from '../body.ts'
import { authorityOf } from '../users/restoring.ts'
import { idParam, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
import { conditionIn } from '../query/filter-values.ts'
import { linkedUserRoutes, needsRoleAssigner } from '../linked-users.ts'
import { answerList, entity, noContent, pageOf, plainCount } from '../query/answers.ts'
import { ordersOf } from '../../wire/graph/definition/filters.ts'
import { group } from '../../wire/graph/group.ts'
import { groupShape } from './shape.ts'
import { notFound } from '../refusals.ts'

const soughtBy = (x: Exchange) => ({ search: x.query.search, filter: conditionIn(x) })

const list: Handler = async (x) => {
  const sought = soughtBy(x)
  const found = await listGroups(x.db, x.tenantId, { ...pageOf(x), ...sought })
  return answerList(
    x,
    'groups',
    found,
    groupShape,
    x.query.count ? await countGroups(x.db, x.tenantId, sought) : undefined,
  )
}

const countAll: Handler = async (x) =>
  plainCount(x, await countGroups(x.db, x.tenantId, soughtBy(x)))

const readOr404 = async (x: Exchange, groupId: GroupId): Promise<GroupRow> => {
  const found = await findGroup(x.db, x.tenantId, groupId)
  if (found === undefined) throw notFound(groupId)
  return found
}

const show: Handler = async (x) =>
  entity(x, 'groups', groupShape, await readOr404(x, idParam(x, 'id')))

const create: Handler = async (x) => {
  const { isAssignableToRole: assignableToRole, ...body } = await readCreation(x, group)
  const result = await createGroup(
    x.db,
    x.tenantId,
    { ...body, assignableToRole },
    authorityOf(x),
    x.context,
  )
  if (result.outcome === 'needsRoleAssigner') throw needsRoleAssigner()
  return entity(x, 'groups', groupShape, await readOr404(x, result.groupId), 201)
}

const update: Handler = async (x) => {
  const groupId = idParam<GroupId>(x, 'id')
  const changes = await readChange(x, group)
  const { outcome } = await updateGroup(
    x.db,
    { tenantId: x.tenantId, groupId },
    changes,
    authorityOf(x),
    x.context,
  )
  if (outcome === 'notFound') throw notFound(groupId)
  if (outcome === 'needsRoleAssigner') throw needsRoleAssigner()
  return noContent(x)
}

/** Deletes the group that the address names. */
export const removeGroup: Handler = async (x) => {
  const groupId = idParam<GroupId>(x, 'id')
  const { outcome } = await deleteGroup(
    x.db,
    { tenantId: x.tenantId, groupId },
    authorityOf(x),
    x.context,
  )
  if (outcome === 'notFound') throw notFound(groupId)
  if (outcome === 'needsRoleAssigner') throw needsRoleAssigner()
  return noContent(x)
}

// A group that roles can be assigned to is a way to roles.
const makeGroup = asks('groups.write', 'POST /groups', {
  besides: {
    'isAssignableToRole=true': need(
      'roles.write',
      'POST /roleManagement/directory/roleAssignments',
    ),
  },
})

const listTakes = {
  page: true,
  search: true,
  count: true,
  filter: group,
  orderBy: ordersOf(group),
  select: groupShape,
} as const

export const groupRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/groups',
    permission: sees('groups', 'GET /groups'),
    takes: listTakes,
    handler: list,
  },
  {
    method: 'GET',
    path: '/groups/$count',
    permission: sees('groups', 'GET /groups'),
    takes: { search: true, filter: group, eventual: true },
    handler: countAll,
  },
  { method: 'POST', path: '/groups', permission: makeGroup, handler: create },
  {
    method: 'GET',
    path: '/groups/:id',
    permission: sees('group', 'GET /groups/{id}'),
    takes: { select: groupShape },
    handler: show,
  },
  {
    method: 'PATCH',
    path: '/groups/:id',
    permission: asks('groups.write', 'PATCH /groups/{id}'),
    handler: update,
  },
  {
    method: 'DELETE',
    path: '/groups/:id',
    permission: asks('groups.write', 'DELETE /groups/{id}'),
    handler: removeGroup,
  },
  ...linkedUserRoutes('/groups/:id', 'owners', 'ownedGroup', {
    list: sees('groupOwners', 'GET /groups/{id}/owners'),
    add: asks('groups.write', 'POST /groups/{id}/owners/$ref'),
    remove: asks('groups.write', 'DELETE /groups/{id}/owners/{id}/$ref'),
  }),
]

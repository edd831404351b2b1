/** /groups */
import { asks, sees } from '../../access/permission.ts'
import { deleteGroup } from '../../directory/groups/delete.ts'
import {
  countGroups,
  findGroup,
  listGroups,
  type GroupRow,
} from '../../directory/groups/list.sql.ts'
import type { BindResult, Bound } from '../../directory/links/bind.ts'
import { createGroupWith, updateGroupWith } from '../../directory/links/group-with-links.ts'
import { Refusal } from '../../edge/refusal.ts'
import type { GroupId } from '../../kernel/ids.ts'
import { idsBound, readChange, readCreation } from '../body.ts'
import {
  authorityOf,
  givingRoles,
  idParam,
  type Exchange,
  type GraphRoute,
  type Handler,
} from '../exchange.ts'
import { conditionIn } from '../query/filter-values.ts'
import { needsRoleAssigner } from '../linked-users.ts'
import { ownerRoutes } from '../objects/owners.ts'
import { answerList, entity, noContent, pageOf, plainCount } from '../query/answers.ts'
import { ordersOf } from '../../wire/graph/definition/filters.ts'
import { group } from '../../wire/graph/group.ts'
import { expanding } from '../query/expand.ts'
import { expandedOfGroup } from './expanded.ts'
import { groupShape } from './shape.ts'
import { alreadyLinked, notFound } from '../refusals.ts'

const soughtBy = (x: Exchange) => ({ search: x.query.search, filter: conditionIn(x) })

const list: Handler = async (x) => {
  const sought = soughtBy(x)
  const found = await listGroups(x.db, x.tenantId, { ...pageOf(x), ...sought })
  return answerList(
    x,
    'groups',
    found,
    await expanding(x, groupShape, found),
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

const show: Handler = async (x) => {
  const found = await readOr404(x, idParam(x, 'id'))
  return entity(x, 'groups', await expanding(x, groupShape, [found]), found)
}

type BoundIn = {
  readonly 'members@odata.bind'?: readonly string[]
  readonly 'owners@odata.bind'?: readonly string[]
}

const boundIn = async (x: Exchange, body: BoundIn): Promise<Bound> => {
  const sent = [body['members@odata.bind'], body['owners@odata.bind']]
  const [members = [], owners = []] = await idsBound(x, ...sent)
  return { members, owners }
}

const bindRefusal = (why: BindResult, groupId: string): Refusal => {
  switch (why.outcome) {
    case 'notFound':
      return notFound(why.id)
    case 'alreadyLinked':
      return alreadyLinked(why.property)
    case 'inItself':
    case 'groupInRoleGroup':
      return new Refusal(why.outcome)
    case 'needsRoleAssigner':
      return needsRoleAssigner()
    case 'holderNotFound':
      return notFound(groupId)
    case 'bound':
      throw new Error('What is bound is not refused.')
  }
}

const create: Handler = async (x) => {
  const body = await readCreation(x, group)
  const result = await createGroupWith(
    x.db,
    x.tenantId,
    { ...body, assignableToRole: body.isAssignableToRole, bound: await boundIn(x, body) },
    authorityOf(x),
    x.context,
  )
  if (result.outcome === 'needsRoleAssigner') throw needsRoleAssigner()
  if (result.outcome === 'notBound') throw bindRefusal(result.why, '')
  return entity(x, 'groups', groupShape, await readOr404(x, result.groupId), 201)
}

const update: Handler = async (x) => {
  const groupId = idParam<GroupId>(x, 'id')
  const body = await readChange(x, group)
  const { displayName, description, mailNickname, visibility } = body
  const result = await updateGroupWith(
    x.db,
    { tenantId: x.tenantId, groupId },
    { displayName, description, mailNickname, visibility, bound: await boundIn(x, body) },
    authorityOf(x),
    x.context,
  )
  if (result.outcome === 'notFound') throw notFound(groupId)
  if (result.outcome === 'needsRoleAssigner') throw needsRoleAssigner()
  if (result.outcome === 'notBound') throw bindRefusal(result.why, groupId)
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
    'isAssignableToRole=true': givingRoles,
  },
})

const listTakes = {
  page: true,
  search: groupShape,
  count: true,
  filter: group,
  orderBy: ordersOf(group),
  select: groupShape,
  expand: expandedOfGroup,
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
    takes: { search: groupShape, filter: group, eventual: true },
    handler: countAll,
  },
  { method: 'POST', path: '/groups', permission: makeGroup, handler: create },
  {
    method: 'GET',
    path: '/groups/:id',
    permission: sees('group', 'GET /groups/{id}'),
    takes: { select: groupShape, expand: expandedOfGroup },
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
  ...ownerRoutes('/groups/:id', 'ownedGroup', {
    list: sees('groupOwners', 'GET /groups/{id}/owners'),
    add: asks('groups.write', 'POST /groups/{id}/owners/$ref'),
    remove: asks('groups.write', 'DELETE /groups/{id}/owners/{id}/$ref'),
  }),
]

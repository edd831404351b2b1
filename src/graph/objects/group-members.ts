/** /groups/{id}/members: people, groups and service principals. */
import { asks, sees } from '../../access/permission.ts'
import {
  nestMember,
  unnestMember,
  type NestedMember,
  type NestResult,
  type UnnestResult,
} from '../../directory/links/link-object.ts'
import { Refusal } from '../../edge/refusal.ts'
import type { GroupId } from '../../kernel/ids.ts'
import { authorityOf, idParam, type Exchange, type GraphRoute } from '../exchange.ts'
import { addUser, either, linkRoutes, refusalOf, removeUser } from '../linked-users.ts'
import { noContent } from '../query/answers.ts'
import { directoryObject } from '../../wire/graph/named.ts'
import { anyShape } from './any-object.ts'
import { memberAddresses, membersOf, membersTake, oneMember } from './memberships.ts'

const ofMembers = { property: 'members', kind: 'group' } as const

const nestedRefusal = (
  outcome: Exclude<(NestResult | UnnestResult)['outcome'], 'linked' | 'unlinked'>,
  id: string,
): Refusal => {
  if (outcome === 'inItself' || outcome === 'groupInRoleGroup') return new Refusal(outcome)
  return refusalOf(outcome, ofMembers, id)
}

const nest = async (x: Exchange, member: NestedMember): Promise<Response> => {
  const groupId = idParam<GroupId>(x, 'id')
  const { outcome } = await nestMember(x.db, member, groupId, authorityOf(x), x.context)
  if (outcome !== 'linked') throw nestedRefusal(outcome, member.id)
  return noContent(x)
}

const unnest = async (x: Exchange, member: NestedMember): Promise<Response> => {
  const groupId = idParam<GroupId>(x, 'id')
  const { outcome } = await unnestMember(x.db, member, groupId, authorityOf(x), x.context)
  if (outcome !== 'unlinked') throw nestedRefusal(outcome, member.id)
  return noContent(x)
}

const readsMembers = sees('groupMembers', 'GET /groups/{id}/members')

const links = linkRoutes(
  '/groups/:id',
  'members',
  {
    list: { takes: membersTake, handler: membersOf('direct') },
    add: either(nest, addUser('group', 'members')),
    remove: either(unnest, removeUser('group', 'members')),
  },
  {
    list: readsMembers,
    add: asks('groups.write', 'POST /groups/{id}/members/$ref'),
    remove: asks('groups.write', 'DELETE /groups/{id}/members/{id}/$ref'),
  },
)

export const groupMemberRoutes: readonly GraphRoute[] = [
  ...links,
  {
    method: 'GET',
    path: '/groups/:id/members/$ref',
    permission: readsMembers,
    takes: { page: true, search: anyShape, filter: directoryObject },
    handler: memberAddresses,
  },
  {
    method: 'GET',
    path: '/groups/:id/members/:userId',
    permission: readsMembers,
    takes: { select: anyShape },
    handler: oneMember,
  },
]

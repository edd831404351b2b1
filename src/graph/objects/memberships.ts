/** Lists of what something is a member of, and of who is in a group, through others too. */
import { asks, sees } from '../../access/permission.ts'
import type { Reach } from '../../directory/links/closure.sql.ts'
import { listMadeBy } from '../../directory/links/made-by.sql.ts'
import { listMemberOf, memberExists } from '../../directory/links/member-of.sql.ts'
import {
  countMembers,
  listMembers,
  type MemberList,
  type MemberRef,
} from '../../directory/links/members.sql.ts'
import type { UserId } from '../../kernel/ids.ts'
import { idParam, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
import { addresses } from '../query/references.ts'
import { answerList, entity, pageOf } from '../query/answers.ts'
import { conditionIn } from '../query/filter-values.ts'
import { directoryObject } from '../../wire/graph/named.ts'
import { notFound } from '../refusals.ts'
import { isOfRoles, kindsOf, objectShape, rolesOf } from '../users/references.ts'
import { answerObjects, anyShape, wholeOf } from './any-object.ts'
import { memberAt, type Holder } from './holders.ts'
import { kindsSought, memberKinds } from './kinds-sought.ts'

/** What the object is a member of, by itself or through others. */
export const memberOf =
  (at: Holder, reach: Reach): Handler =>
  async (x) => {
    const member = await memberAt[at](x)
    if (member.kind === 'user' && isOfRoles(x)) return rolesOf(x, member.id as UserId)
    const found = await listMemberOf(x.db, member, { ...pageOf(x), reach, kinds: kindsOf(x) })
    if (found.length === 0 && !(await memberExists(x.db, member))) throw notFound(member.id)
    return answerList(x, 'directoryObjects', found, objectShape)
  }

const ofGroup = (x: Exchange, reach: Reach): MemberList => {
  const filter = conditionIn(x)
  return {
    tenantId: x.tenantId,
    groupId: idParam<string>(x, 'id'),
    reach,
    search: x.query.search,
    kinds: kindsSought(x, filter),
    filter,
  }
}

const foundIn = async (x: Exchange, of: MemberList): Promise<MemberRef[]> => {
  const { tenantId, groupId } = of
  const refs = await listMembers(x.db, of, pageOf(x))
  if (refs.length === 0 && !(await memberExists(x.db, { tenantId, kind: 'group', id: groupId })))
    throw notFound(groupId)
  return refs
}

/** Who is in a group, by themselves or through others. */
export const membersOf =
  (reach: Reach): Handler =>
  async (x) => {
    const of = ofGroup(x, reach)
    const refs = await foundIn(x, of)
    const total = x.query.count ? await countMembers(x.db, of) : undefined
    return answerObjects(x, refs, total)
  }

/** The same as the addresses of those who are in it. */
export const memberAddresses: Handler = async (x) =>
  addresses(x, await foundIn(x, ofGroup(x, 'direct')))

/** One of them. */
export const oneMember: Handler = async (x) => {
  const id = idParam<string>(x, 'userId')
  const filter = { kind: 'in', property: 'id', values: [id] } as const
  const [found] = await wholeOf(x, await foundIn(x, { ...ofGroup(x, 'direct'), filter }))
  if (found === undefined) throw notFound(id)
  return entity(x, 'directoryObjects', anyShape, found)
}

const listMade: Handler = async (x) => {
  const member = await memberAt.users(x)
  const refs = await listMadeBy(x.db, member, { ...pageOf(x), kinds: memberKinds(x) })
  if (refs.length === 0 && !(await memberExists(x.db, member))) throw notFound(member.id)
  return answerObjects(x, refs)
}

/** How lists of members are asked. */
export const membersTake = {
  page: true,
  casts: true,
  search: anyShape,
  count: true,
  orderBy: ['displayName'],
  filter: directoryObject,
  select: anyShape,
} as const
const linksTake = { page: true, casts: true, select: objectShape } as const

export const membershipRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/users/:id/memberOf',
    permission: sees('userLinks', 'GET /users/{id}/memberOf'),
    takes: linksTake,
    handler: memberOf('users', 'direct'),
  },
  {
    method: 'GET',
    path: '/users/:id/transitiveMemberOf',
    permission: sees('userLinks', 'GET /users/{id}/transitiveMemberOf'),
    takes: linksTake,
    handler: memberOf('users', 'transitive'),
  },
  {
    method: 'GET',
    path: '/groups/:id/memberOf',
    permission: sees('groups', 'GET /groups/{id}/memberOf'),
    takes: linksTake,
    handler: memberOf('groups', 'direct'),
  },
  {
    method: 'GET',
    path: '/groups/:id/transitiveMemberOf',
    permission: sees('groups', 'GET /groups/{id}/transitiveMemberOf'),
    takes: linksTake,
    handler: memberOf('groups', 'transitive'),
  },
  {
    method: 'GET',
    path: '/servicePrincipals/:id/memberOf',
    permission: sees('applicationUsers', 'GET /servicePrincipals/{id}/memberOf'),
    takes: linksTake,
    handler: memberOf('servicePrincipals', 'direct'),
  },
  {
    method: 'GET',
    path: '/servicePrincipals/:id/transitiveMemberOf',
    permission: sees('applicationUsers', 'GET /servicePrincipals/{id}/transitiveMemberOf'),
    takes: linksTake,
    handler: memberOf('servicePrincipals', 'transitive'),
  },
  {
    method: 'GET',
    path: '/groups/:id/transitiveMembers',
    permission: sees('nestedMembers', 'GET /groups/{id}/transitiveMembers'),
    takes: membersTake,
    handler: membersOf('transitive'),
  },
  {
    method: 'GET',
    path: '/users/:id/createdObjects',
    // It is told by the log.
    permission: asks('audit.read', 'GET /users/{id}/createdObjects'),
    takes: { page: true, casts: true, select: anyShape },
    handler: listMade,
  },
]

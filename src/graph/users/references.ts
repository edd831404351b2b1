/** What a user is linked to: /users/{id}/memberOf, manager, sponsors and the like. */
import { asks, sees } from '../../access/permission.ts'
import { roleNamed, roles } from '../../access/roles.ts'
import {
  listLinkedObjects,
  type LinkedObject,
  type ObjectList,
} from '../../directory/links/list.sql.ts'
import { readUser } from '../../directory/users/list.sql.ts'
import { listRoleAssignments } from '../../directory/roles/assignments.sql.ts'
import {
  removeManager,
  removeSponsor,
  setManager,
  type LinkResult,
} from '../../directory/links/responsible.ts'
import { addSponsor } from '../../directory/links/sponsors.ts'
import { is } from '../../kernel/condition.ts'
import type { UserId } from '../../kernel/ids.ts'
import { readReference } from '../body.ts'
import { idParam, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
import { address } from '../query/references.ts'
import { answerList, collection, entity, noContent, pageOf } from '../query/answers.ts'
import { userParam } from './param.ts'
import { directoryObject } from '../../wire/graph/named.ts'
import { directoryRoleShape } from '../roles/directory-role-shape.ts'
import { shaped, toldAmongOthers } from '../shape.ts'
import { alreadyLinked, notFound } from '../refusals.ts'
import { whyNot } from './why-not.ts'
import { Refusal } from '../../edge/refusal.ts'
import type { RefusalCode } from '../../edge/refusals/refusals.ts'

/** Whatever a user can be linked to. */
const linkedShape = shaped<typeof directoryObject, LinkedObject>(directoryObject, {
  userPrincipalName: ({ kind, detail }) => (kind === 'user' ? detail : undefined),
  description: ({ kind, detail }) => (kind === 'user' ? undefined : detail),
})
export const objectShape: typeof linkedShape = {
  ...linkedShape,
  of: (row, x) => {
    const type = { entry: row.kind, type: `microsoft.graph.${row.kind}` }
    return toldAmongOthers(x, type, linkedShape.of(row, x))
  },
}

const exists = async (x: Exchange, userId: UserId): Promise<void> => {
  if ((await readUser(x.db, x.tenantId, userId)) === undefined) throw notFound(userId)
}

/** The roles that a user holds. There are few, so they come on one page. */
export const rolesOf = async (x: Exchange, userId: UserId): Promise<Response> => {
  const { tenantId } = x
  const held = await listRoleAssignments(x.db, tenantId, is('principalId', userId), {
    descending: false,
    after: undefined,
    limit: 100,
  })
  if (held.length === 0) await exists(x, userId)
  const items = held.flatMap(({ roleId, assignedAt }) => {
    const name = roleNamed(roleId)
    return name === undefined ? [] : [{ ...roles[name], assignedAt }]
  })
  return collection(x, 'directoryRoles', items, directoryRoleShape)
}
const listRoles: Handler = async (x) => rolesOf(x, (await userParam(x)).userId)

const castKinds = new Map<string, LinkedObject['kind']>([
  ['user', 'user'],
  ['group', 'group'],
  ['serviceprincipal', 'servicePrincipal'],
  ['application', 'application'],
  ['directoryrole', 'directoryRole'],
])

/** The kinds of objects that the address is cast to; all where it is not. */
export const kindsOf = ({
  tail: { cast },
}: Exchange): readonly LinkedObject['kind'][] | undefined => {
  if (cast === undefined) return undefined
  const kind = castKinds.get(cast)
  return kind === undefined ? [] : [kind]
}

/** Whether of what somebody is a member of the roles alone are asked for. */
export const isOfRoles = ({ tail }: Exchange): boolean => tail.cast === 'directoryrole'

const listOf =
  (kind: ObjectList): Handler =>
  async (x) => {
    const { tenantId, userId } = await userParam(x)
    const page = { ...pageOf(x), kinds: kindsOf(x) }
    const found = await listLinkedObjects(x.db, tenantId, userId, kind, page)
    if (found.length === 0) await exists(x, userId)
    return answerList(x, 'directoryObjects', found, objectShape)
  }

const managerOf = async (x: Exchange): Promise<LinkedObject> => {
  const { tenantId, userId } = await userParam(x)
  const [manager] = await listLinkedObjects(x.db, tenantId, userId, 'manager', {
    descending: false,
    after: undefined,
    limit: 1,
  })
  if (manager === undefined) throw notFound('manager')
  return manager
}
const showManager: Handler = async (x) =>
  entity(x, 'directoryObjects', objectShape, await managerOf(x))
const showManagerAddress: Handler = async (x) => address(x, (await managerOf(x)).id)

const linkWords: Readonly<
  Record<
    Exclude<LinkResult['outcome'], 'linked' | 'unlinked' | 'notFound'>,
    { readonly code: RefusalCode; readonly message?: string }
  >
> = {
  already: alreadyLinked('sponsors'),
  self: { code: 'linkedToSelf' },
  tooMany: { code: 'tooManySponsors', message: whyNot.tooManySponsors },
  circle: { code: 'managersInCircle' },
}

const answerLink = (x: Exchange, result: LinkResult, id: string): Response => {
  if (result.outcome === 'linked' || result.outcome === 'unlinked') return noContent(x)
  if (result.outcome === 'notFound') throw notFound(id)
  const { code, message } = linkWords[result.outcome]
  throw new Refusal(code, message)
}

const putManager: Handler = async (x) => {
  const managerId = await readReference(x)
  return answerLink(
    x,
    await setManager(x.db, await userParam(x), managerId as UserId, x.context),
    managerId,
  )
}
const deleteManager: Handler = async (x) =>
  answerLink(x, await removeManager(x.db, await userParam(x), x.context), 'manager')
const postSponsor: Handler = async (x) => {
  const sponsorId = await readReference(x)
  return answerLink(x, await addSponsor(x.db, await userParam(x), sponsorId, x.context), sponsorId)
}
const deleteSponsor: Handler = async (x) => {
  const sponsorId = idParam(x, 'sponsorId')
  return answerLink(
    x,
    await removeSponsor(x.db, await userParam(x), sponsorId, x.context),
    sponsorId,
  )
}

export const userReferenceRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/users/:id/ownedObjects',
    permission: sees('userLinks', 'GET /users/{id}/ownedObjects'),
    takes: { page: true, casts: true, select: objectShape },
    handler: listOf('ownedObjects'),
  },
  {
    method: 'GET',
    path: '/users/:id/directReports',
    permission: sees('userLinks', 'GET /users/{id}/directReports'),
    takes: { page: true, casts: true, select: objectShape },
    handler: listOf('directReports'),
  },
  {
    method: 'GET',
    path: '/users/:id/sponsors',
    permission: asks('users.inspect', 'GET /users/{id}/sponsors'),
    takes: { page: true, casts: true, select: objectShape },
    handler: listOf('sponsors'),
  },
  {
    method: 'GET',
    path: '/users/:id/sponsorOf',
    permission: asks('users.inspect', 'GET /users/{id}/sponsorOf'),
    takes: { page: true, casts: true, select: objectShape },
    handler: listOf('guesthouse.sponsoredGuests'),
  },
  {
    method: 'GET',
    path: '/users/:id/guesthouse.sponsoredGuests',
    permission: asks('users.inspect', 'GET /users/{id}/sponsors'),
    takes: { page: true, casts: true, select: objectShape },
    handler: listOf('guesthouse.sponsoredGuests'),
  },
  {
    method: 'GET',
    path: '/users/:id/guesthouse.roles',
    permission: sees('userLinks', 'GET /roleManagement/directory/roleAssignments'),
    takes: { list: true, select: directoryRoleShape },
    handler: listRoles,
  },
  {
    method: 'GET',
    path: '/users/:id/manager',
    permission: sees('userLinks', 'GET /users/{id}/manager'),
    takes: { select: objectShape },
    handler: showManager,
  },
  {
    method: 'GET',
    path: '/users/:id/manager/$ref',
    permission: sees('userLinks', 'GET /users/{id}/manager'),
    handler: showManagerAddress,
  },
  {
    method: 'PUT',
    path: '/users/:id/manager/$ref',
    permission: asks('users.update', 'PUT /users/{id}/manager/$ref'),
    handler: putManager,
  },
  {
    method: 'DELETE',
    path: '/users/:id/manager/$ref',
    permission: asks('users.update', 'DELETE /users/{id}/manager/$ref'),
    handler: deleteManager,
  },
  {
    method: 'POST',
    path: '/users/:id/sponsors/$ref',
    permission: asks('users.update', 'POST /users/{id}/sponsors/$ref'),
    handler: postSponsor,
  },
  {
    method: 'DELETE',
    path: '/users/:id/sponsors/:sponsorId/$ref',
    permission: asks('users.update', 'DELETE /users/{id}/sponsors/{id}/$ref'),
    handler: deleteSponsor,
  },
]

/** /users: list, make, read, change. Deleting stands with the deleted items. */
import { whyNot } from './why-not.ts'
import { linkPath } from '../../kernel/one-time-link.ts'
import { askedBy, asks, need, sees } from '../../access/permission.ts'
import { createMember } from '../../directory/users/create.ts'
import { countUsers, listUsers, readUser, type UserOrder } from '../../directory/users/list.sql.ts'
import { updateUser, type UpdateUserResult } from '../../directory/users/update.ts'
import { Refusal } from '../../edge/refusal.ts'
import type { UserId } from '../../kernel/ids.ts'
import { createPasswordLink } from '../../credentials/password/link.ts'
import { revokeSessions } from '../../people/revoke.ts'
import { ordersOf } from '../../wire/graph/definition/filters.ts'
import {
  createPasswordLink as linking,
  revokeSessions as revoking,
} from '../../wire/graph/users/user-operations.ts'
import { user } from '../../wire/graph/users/user.ts'
import { readChange, readCreation } from '../body.ts'
import { authorityOf } from './restoring.ts'
import type { Exchange, GraphRoute, Handler } from '../exchange.ts'
import { answerList, entity, noContent, pageOf, plainCount, told } from '../query/answers.ts'
import { lastAdministratorRefusal } from '../last-administrator.ts'
import { conditionIn } from '../query/filter-values.ts'
import { userParam } from './param.ts'
import { refusePastEnd } from './past-end.ts'
import { userShape } from './shape.ts'
import { badProperty, refusedProperty, notAllowedOnTarget, notFound } from '../refusals.ts'

const orders = new Map<string, UserOrder>([
  ['displayName', 'name'],
  ['userPrincipalName', 'principalName'],
  ['createdDateTime', 'createdAt'],
  ['signInActivity/lastSignInDateTime', 'lastActivity'],
])
const list: Handler = async (x) => {
  const { search, orderBy, count } = x.query
  const filter = conditionIn(x)
  const order = orders.get(orderBy?.property ?? '') ?? 'name'
  const found = await listUsers(x.db, x.tenantId, { ...pageOf(x), order, search, filter })
  return answerList(
    x,
    'users',
    found,
    userShape,
    count ? await countUsers(x.db, x.tenantId, search, filter) : undefined,
  )
}

const countAll: Handler = async (x) =>
  plainCount(x, await countUsers(x.db, x.tenantId, x.query.search, conditionIn(x)))

const readOr404 = async (x: Exchange, userId: UserId) => {
  const row = await readUser(x.db, x.tenantId, userId)
  if (row === undefined) throw notFound(userId)
  return row
}

const show: Handler = async (x) =>
  entity(x, 'users', userShape, await readOr404(x, (await userParam(x)).userId))

const conflict = (property: string): Refusal =>
  refusedProperty(
    property,
    `Another object with the same value for property ${property} already exists.`,
    'ObjectConflict',
  )
const foreignDomain = (): Refusal => badProperty('userPrincipalName', 'foreignDomain')

const create: Handler = async (x) => {
  const body = await readCreation(x, user)
  refusePastEnd(body['guesthouse.endDateTime'], x.now)
  const result = await createMember(x.db, x.tenantId, body, x.context)
  if (result.outcome === 'nameTaken') throw conflict('userPrincipalName')
  if (result.outcome === 'addressTaken') throw conflict(result.property)
  if (result.outcome === 'foreignDomain') throw foreignDomain()
  if (result.outcome !== 'created') throw new Error(result.outcome)
  return entity(x, 'users', userShape, await readOr404(x, result.userId), 201)
}

const updateRefusal = (
  result: Exclude<UpdateUserResult, { outcome: 'updated' }>,
  userId: string,
): Refusal => {
  switch (result.outcome) {
    case 'notFound':
      return notFound(userId)
    case 'targetTooHigh':
      return notAllowedOnTarget()
    case 'nameTaken':
      return conflict('userPrincipalName')
    case 'addressTaken':
      return conflict(result.property)
    case 'foreignDomain':
      return foreignDomain()
    case 'ownType':
      return new Refusal('ownType')
    case 'yourself':
      return new Refusal('yourself', whyNot.yourself)
    case 'lastAdministrator':
      return lastAdministratorRefusal(result)
  }
}

const update: Handler = async (x) => {
  const which = await userParam(x)
  const changes = await readChange(x, user)
  refusePastEnd(changes['guesthouse.endDateTime'], x.now)
  const result = await updateUser(x.db, which, changes, authorityOf(x), x.context)
  if (result.outcome !== 'updated') throw updateRefusal(result, which.userId)
  return noContent(x)
}

const revoke: Handler = async (x) => {
  const which = await userParam(x)
  const { outcome } = await revokeSessions(x.db, which, authorityOf(x), x.context)
  if (outcome === 'notFound') throw notFound(which.userId)
  if (outcome === 'targetTooHigh') throw notAllowedOnTarget()
  const answer = { '@odata.context': `${x.root}/$metadata#Edm.Boolean`, value: true }
  return told(x, revoking, answer)
}

const makePasswordLink: Handler = async (x) => {
  const which = await userParam(x)
  const result = await createPasswordLink(x.db, which, authorityOf(x), x.context)
  if (result.outcome === 'targetTooHigh') throw notAllowedOnTarget()
  if (result.outcome !== 'created') {
    await readOr404(x, which.userId)
    throw new Refusal(
      'homeElsewhere',
      'This user signs in at another organization, their home; a password can only be set there.',
    )
  }
  const url = `${new URL(x.root).origin}${linkPath('password', result.token)}`
  return told(x, linking, { url, expiresDateTime: result.expiresAt.toISOString() })
}

// Not everybody who may change a name may disable, and the other way round.
const byWhatIsWritten = {
  accountEnabled: need('users.disable', 'PATCH /users/{id} accountEnabled'),
  otherMails: need('users.update', 'PATCH /users/{id} otherMails'),
  phones: need('users.update', 'PATCH /users/{id} phones'),
} as const
const updateAsks = asks('users.update', 'PATCH /users/{id}', {
  instead: askedBy(user, byWhatIsWritten),
})

const listTakes = {
  page: true,
  search: true,
  count: true,
  filter: user,
  orderBy: ordersOf(user),
  select: userShape,
} as const

export const userRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/users',
    permission: sees('users', 'GET /users'),
    takes: listTakes,
    handler: list,
  },
  {
    method: 'GET',
    path: '/users/$count',
    permission: sees('users', 'GET /users'),
    takes: { search: true, filter: user, eventual: true },
    handler: countAll,
  },
  {
    method: 'POST',
    path: '/users',
    permission: asks('users.create', 'POST /users'),
    handler: create,
  },
  {
    method: 'GET',
    path: '/users/:id',
    permission: sees('user', 'GET /users/{id}'),
    takes: { select: userShape },
    handler: show,
  },
  { method: 'PATCH', path: '/users/:id', permission: updateAsks, handler: update },
  {
    method: 'POST',
    path: '/users/:id/revokeSignInSessions',
    permission: asks('users.revokeSessions', 'POST /users/{id}/revokeSignInSessions'),
    operation: revoking,
    handler: revoke,
  },
  {
    method: 'POST',
    path: '/users/:id/guesthouse.createPasswordLink',
    permission: asks('users.resetPassword', 'reset how users sign in'),
    operation: linking,
    handler: makePasswordLink,
  },
]

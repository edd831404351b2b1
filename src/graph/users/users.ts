/** /users: list, make, read, change. Deleting stands with the deleted items. */
import { linkPath } from '../../kernel/one-time-link.ts'
import { asks, sees } from '../../access/permission.ts'
import { asksToChange } from './asks.ts'
import { countUsers, listUsers, type UserOrder } from '../../directory/users/list.sql.ts'
import { Refusal } from '../../edge/refusal.ts'
import { createPasswordLink } from '../../credentials/password/link.ts'
import { revokeSessions } from '../../people/revoke.ts'
import { ordersOf } from '../../wire/graph/definition/filters.ts'
import {
  createPasswordLink as linking,
  revokeSessions as revoking,
} from '../../wire/graph/users/user-operations.ts'
import { user } from '../../wire/graph/users/user.ts'
import { authorityOf, type GraphRoute, type Handler } from '../exchange.ts'
import { answerList, entity, pageOf, plainCount, told } from '../query/answers.ts'
import { expanding } from '../query/expand.ts'
import { conditionIn } from '../query/filter-values.ts'
import { chosenOr404, userOr404, userParam } from './param.ts'
import { expandedOfUser } from './expanded.ts'
import { userShape } from './shape.ts'
import { notAllowedOnTarget, notFound } from '../refusals.ts'
import { whyNot } from './why-not.ts'
import { createUser, updateNamed } from './writing.ts'

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
  const page = { ...pageOf(x), order, search, filter }
  const found = await listUsers(x.db, x.tenantId, page, userShape.wanted(x))
  return answerList(
    x,
    'users',
    found,
    await expanding(x, userShape, found),
    count ? await countUsers(x.db, x.tenantId, search, filter) : undefined,
  )
}

const countAll: Handler = async (x) =>
  plainCount(x, await countUsers(x.db, x.tenantId, x.query.search, conditionIn(x)))

const show: Handler = async (x) => {
  const found = await chosenOr404(x, x.param('id'))
  return entity(x, 'users', await expanding(x, userShape, [found]), found)
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
  if (result.outcome === 'yourself') throw new Refusal('yourself', whyNot.givesYourselfPassword)
  if (result.outcome !== 'created') {
    await userOr404(x, which.userId)
    throw new Refusal(
      'homeElsewhere',
      'This user signs in at another organization, their home; a password can only be set there.',
    )
  }
  const url = `${new URL(x.root).origin}${linkPath('password', result.token)}`
  return told(x, linking, { url, expiresDateTime: result.expiresAt.toISOString() })
}

const listTakes = {
  page: true,
  search: userShape,
  count: true,
  filter: user,
  orderBy: ordersOf(user),
  select: userShape,
  expand: expandedOfUser,
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
    takes: { search: userShape, filter: user, eventual: true },
    handler: countAll,
  },
  {
    method: 'POST',
    path: '/users',
    permission: asks('users.create', 'POST /users'),
    handler: createUser,
  },
  {
    method: 'GET',
    path: '/users/:id',
    permission: sees('user', 'GET /users/{id}'),
    takes: { select: userShape, expand: expandedOfUser },
    handler: show,
  },
  { method: 'PATCH', path: '/users/:id', permission: asksToChange, handler: updateNamed },
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

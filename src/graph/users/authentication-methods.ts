/** /users/{id}/authentication: what somebody signs in with, each by itself, and never a secret. */
import { asks } from '../../access/permission.ts'
import type { Operation as Published } from '../../access/published.ts'
import { listMethods, type Method, type MethodKind } from '../../credentials/methods.sql.ts'
import type { UserId } from '../../kernel/ids.ts'
import {
  authenticatorMethod,
  passkeyMethod,
  passwordMethod,
  passwordMethodId,
} from '../../wire/graph/users/authentication-methods.ts'
import { personOf, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
import { collection, entity, noContent, type Shape } from '../query/answers.ts'
import { unknownId } from '../refusals.ts'
import { shaped, toldAmongOthers } from '../shape.ts'
import { resetOf } from './factors.ts'
import { userOr404, userParam } from './param.ts'

const idOf = ({ id }: Method): string => id ?? passwordMethodId
const createdDateTime = ({ createdAt }: Method): string => createdAt.toISOString()

const shapes = {
  password: shaped<typeof passwordMethod, Method>(passwordMethod, { id: idOf, createdDateTime }),
  passkey: shaped<typeof passkeyMethod, Method>(passkeyMethod, {
    id: idOf,
    createdDateTime,
    displayName: ({ displayName }) => displayName ?? '',
  }),
  authenticator: shaped<typeof authenticatorMethod, Method>(authenticatorMethod, {
    id: idOf,
    createdDateTime,
  }),
} as const satisfies Record<MethodKind, Shape<Method>>

const anyShape: Shape<Method> = {
  ...shapes.password,
  type: 'microsoft.graph.authenticationMethod',
  of: (row, x) => toldAmongOthers(x, shapes[row.kind], shapes[row.kind].of(row, x)),
}

/** What is listed at an address: every kind, or one. */
type Listed = { readonly at: string; readonly kind?: MethodKind }

const setOf = (userId: UserId, { at }: Listed): string => `users('${userId}')/authentication/${at}`
const shapeOf = ({ kind }: Listed): Shape<Method> => (kind === undefined ? anyShape : shapes[kind])

const methodsOf = (x: Exchange, userId: UserId, { kind }: Listed): Promise<Method[]> =>
  listMethods(x.db, { tenantId: x.tenantId, userId }, kind && [kind])

const answerOf = async (x: Exchange, userId: UserId, listed: Listed): Promise<Response> =>
  collection(x, setOf(userId, listed), await methodsOf(x, userId, listed), shapeOf(listed))

const listMine =
  (listed: Listed): Handler =>
  (x) =>
    answerOf(x, personOf(x).userId, listed)

const list =
  (listed: Listed): Handler =>
  async (x) => {
    const { userId } = await userParam(x)
    await userOr404(x, userId)
    return answerOf(x, userId, listed)
  }

const namedIn = (x: Exchange): string => x.param('methodId').toLowerCase()

const show =
  (listed: Listed): Handler =>
  async (x) => {
    const { userId } = await userParam(x)
    await userOr404(x, userId)
    const found = (await methodsOf(x, userId, listed)).find((one) => idOf(one) === namedIn(x))
    if (found === undefined) throw unknownId(namedIn(x))
    return entity(x, setOf(userId, listed), shapeOf(listed), found)
  }

const remove =
  (kind: 'passkey' | 'authenticator'): Handler =>
  async (x) => {
    await resetOf(x, { kind, id: namedIn(x) })
    return noContent(x)
  }

const rowsOf = (listed: Listed, all: Published, one: Published): GraphRoute[] => {
  const path = `/users/:id/authentication/${listed.at}`
  return [
    {
      method: 'GET',
      path: `/me/authentication/${listed.at}`,
      permission: asks('self.read', 'read how I sign in'),
      handler: listMine(listed),
    },
    { method: 'GET', path, permission: asks('users.methods', all), handler: list(listed) },
    {
      method: 'GET',
      path: `${path}/:methodId`,
      permission: asks('users.methods', one),
      handler: show(listed),
    },
  ]
}

export const methodRoutes: readonly GraphRoute[] = [
  ...rowsOf(
    { at: 'methods' },
    'GET /users/{id}/authentication/methods',
    'GET /users/{id}/authentication/methods/{id}',
  ),
  ...rowsOf(
    { at: 'passwordMethods', kind: 'password' },
    'GET /users/{id}/authentication/passwordMethods',
    'GET /users/{id}/authentication/passwordMethods/{id}',
  ),
  ...rowsOf(
    { at: 'fido2Methods', kind: 'passkey' },
    'GET /users/{id}/authentication/fido2Methods',
    'GET /users/{id}/authentication/fido2Methods/{id}',
  ),
  ...rowsOf(
    { at: 'softwareOathMethods', kind: 'authenticator' },
    'GET /users/{id}/authentication/softwareOathMethods',
    'GET /users/{id}/authentication/softwareOathMethods/{id}',
  ),
  {
    method: 'DELETE',
    path: '/users/:id/authentication/fido2Methods/:methodId',
    permission: asks('users.resetPassword', 'DELETE /users/{id}/authentication/fido2Methods/{id}'),
    handler: remove('passkey'),
  },
  {
    method: 'DELETE',
    path: '/users/:id/authentication/softwareOathMethods/:methodId',
    permission: asks(
      'users.resetPassword',
      'DELETE /users/{id}/authentication/softwareOathMethods/{id}',
    ),
    handler: remove('authenticator'),
  },
]

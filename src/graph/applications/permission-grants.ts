/**
 * /oauth2PermissionGrants: what applications may do for people, at the directory API or at another
 * application, given for everybody or for one person. At the directory API whom it is for agrees to
 * it at the first sign-in all the same (R49).
 */
import { graphScopes, harmlessScopes } from '../../access/graph-scopes.ts'
import { asks, need, sees } from '../../access/permission.ts'
import {
  changeGrant,
  giveGrant,
  type GiveGrantResult,
} from '../../directory/applications/grants/give-grant.ts'
import {
  countGrants,
  findGrant,
  listGrants,
  type GrantRow,
} from '../../directory/applications/grants/grants.sql.ts'
import { scopesIn as exposedScopes } from '../../directory/applications/exposed/exposed.rule.ts'
import { findApplication } from '../../directory/applications/list.sql.ts'
import { readUser } from '../../directory/users/list.sql.ts'
import type { Refusal } from '../../edge/refusal.ts'
import { every, is, type Condition } from '../../kernel/condition.ts'
import type { ApplicationId, GrantId } from '../../kernel/ids.ts'
import { permissionGrant } from '../../wire/graph/applications/permission-grant.ts'
import { readChange, readCreation } from '../body.ts'
import { idParam, mayChange, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
import { needsScopeGiver } from '../linked-users.ts'
import { answerList, entity, noContent, pageOf } from '../query/answers.ts'
import { conditionIn } from '../query/filter-values.ts'
import {
  conflicting,
  notFound,
  programFault,
  raisesItself,
  refusedProperty,
  valueRequired,
} from '../refusals.ts'
import { shaped } from '../shape.ts'
import { userParam } from '../users/param.ts'
import { permissions } from './app-role-assignments.ts'
import { graphName, graphPrincipalId } from './graph-principal.ts'
import { readApplicationOr404 } from './shape.ts'

/** A grant as it is answered. */
export const grantShape = shaped<typeof permissionGrant, GrantRow>(permissionGrant, {
  clientId: (row) => row.applicationId,
  principalId: (row) => row.userId,
  scope: (row) => row.scopes.join(' '),
})

/** Where the grants of an organization are. */
export const grantsAt = ({ tenantId }: Exchange) => ({
  tenantId,
  resourceId: graphPrincipalId(tenantId),
})

const answer = async (x: Exchange, of: Condition | undefined): Promise<Response> => {
  const found = await listGrants(x.db, grantsAt(x), of, pageOf(x))
  const count = x.query.count ? await countGrants(x.db, grantsAt(x), of) : undefined
  return answerList(x, 'oauth2PermissionGrants', found, grantShape, count)
}

const list: Handler = (x) => answer(x, conditionIn(x))

const listOfApplication: Handler = async (x) => {
  const { id } = await readApplicationOr404(x, idParam(x, 'id'))
  return answer(x, is('clientId', id))
}

const listOfUser: Handler = async (x) => {
  const { tenantId, userId } = await userParam(x)
  if ((await readUser(x.db, tenantId, userId)) === undefined) throw notFound(userId)
  return answer(x, every(is('consentType', 'Principal'), is('principalId', userId)))
}

const foundAt = async (x: Exchange, id: GrantId): Promise<GrantRow> => {
  const found = await findGrant(x.db, grantsAt(x), id)
  if (found === undefined) throw notFound(id)
  return found
}

const show: Handler = async (x) =>
  entity(x, 'oauth2PermissionGrants', grantShape, await foundAt(x, idParam(x, 'id')))

const ofGraph = new Set<string>([...graphScopes, ...harmlessScopes])

type Resource = { readonly name: string; readonly scopes: ReadonlySet<string> }

/** What has scopes: the directory API, or an application that exposes some. */
const resourceOf = async (x: Exchange, id: string): Promise<Resource> => {
  if (id === graphPrincipalId(x.tenantId)) return { name: graphName, scopes: ofGraph }
  const found = await findApplication(x.db, x.tenantId, id as ApplicationId)
  if (found === undefined) throw notFound(id)
  const enabled = exposedScopes(found.registered).filter(({ isEnabled }) => isEnabled === true)
  return { name: found.displayName, scopes: new Set(enabled.flatMap(({ value }) => value ?? [])) }
}

/** The scopes of a text. Refuses those that there are none of. */
const scopesIn = (scope: string, { name, scopes }: Resource): string[] => {
  const names = [...new Set(scope.split(' ').filter((one) => one !== ''))]
  const unknown = names.find((one) => !scopes.has(one))
  if (unknown === undefined) return names
  throw refusedProperty(
    'scope',
    `${name} has no scope '${unknown.slice(0, 200)}'. Those that it has stand in its oauth2PermissionScopes.`,
    'InvalidValue',
  )
}

// What is given at the directory API is a part of what roles give.
const refuseAtGraph = (x: Exchange, resourceId: string): void => {
  if (resourceId === graphPrincipalId(x.tenantId) && !mayChange(x, permissions))
    throw needsScopeGiver()
}

const principalOf = (consentType: string, principalId: string | null | undefined) => {
  if (consentType === 'AllPrincipals') {
    if (typeof principalId === 'string')
      throw programFault('A grant for AllPrincipals names no principalId. Leave it out.')
    return null
  }
  if (typeof principalId !== 'string')
    throw programFault('A grant for a Principal names whom it is for. Send their principalId.')
  return principalId
}

const refusalOf = (
  outcome: Exclude<GiveGrantResult['outcome'], 'given'>,
  {
    clientId,
    principalId,
    resourceId,
  }: { readonly clientId: string; readonly resourceId: string; readonly principalId?: unknown },
): Refusal => {
  if (outcome === 'applicationNotFound') return notFound(clientId)
  if (outcome === 'resourceNotFound') return notFound(resourceId)
  if (outcome === 'userNotFound') return notFound(String(principalId))
  return outcome === 'itself' ? raisesItself() : conflicting()
}

const create: Handler = async (x) => {
  const body = await readCreation(x, permissionGrant)
  const userId = principalOf(body.consentType, body.principalId)
  const scopes = scopesIn(body.scope, await resourceOf(x, body.resourceId))
  if (scopes.length === 0) throw programFault(valueRequired('scope', permissionGrant.called))
  refuseAtGraph(x, body.resourceId)
  const which = { tenantId: x.tenantId, applicationId: body.clientId as ApplicationId }
  const isAtGraph = body.resourceId === graphPrincipalId(x.tenantId)
  const resourceId = isAtGraph ? null : (body.resourceId as ApplicationId)
  const result = await giveGrant(x.db, which, { userId, scopes, resourceId }, x.context)
  if (result.outcome !== 'given') throw refusalOf(result.outcome, body)
  return entity(x, 'oauth2PermissionGrants', grantShape, await foundAt(x, result.id), 201)
}

const set = async (x: Exchange, scope: string): Promise<Response> => {
  const id = idParam<GrantId>(x, 'id')
  const { resourceId } = await foundAt(x, id)
  refuseAtGraph(x, resourceId)
  const scopes = scope === '' ? [] : scopesIn(scope, await resourceOf(x, resourceId))
  const { outcome } = await changeGrant(x.db, { tenantId: x.tenantId, id }, scopes, x.context)
  if (outcome === 'notFound') throw notFound(id)
  if (outcome === 'itself') throw raisesItself()
  return noContent(x)
}

const change: Handler = async (x) => {
  const { scope } = await readChange(x, permissionGrant)
  if (scope === undefined) throw programFault('A grant is changed by its scope. Send it.')
  return set(x, scope)
}

const remove: Handler = (x) => set(x, '')

const takes = { page: true, count: true, select: grantShape } as const
const one = '/oauth2PermissionGrants/:id'

export const permissionGrantRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/oauth2PermissionGrants',
    permission: sees('applicationUsers', 'GET /oauth2PermissionGrants'),
    takes: { ...takes, filter: permissionGrant },
    handler: list,
  },
  {
    method: 'GET',
    path: one,
    permission: sees('applicationUsers', 'GET /oauth2PermissionGrants/{id}'),
    takes: { select: grantShape },
    handler: show,
  },
  {
    method: 'POST',
    path: '/oauth2PermissionGrants',
    permission: asks('grants.write', 'POST /oauth2PermissionGrants', {
      depending: { [permissions]: need('roles.write', 'POST /oauth2PermissionGrants') },
    }),
    handler: create,
  },
  {
    method: 'PATCH',
    path: one,
    permission: asks('grants.write', 'PATCH /oauth2PermissionGrants/{id}', {
      depending: { [permissions]: need('roles.write', 'PATCH /oauth2PermissionGrants/{id}') },
    }),
    handler: change,
  },
  {
    method: 'DELETE',
    path: one,
    permission: asks('grants.write', 'DELETE /oauth2PermissionGrants/{id}', {
      depending: { [permissions]: need('roles.write', 'DELETE /oauth2PermissionGrants/{id}') },
    }),
    handler: remove,
  },
  {
    method: 'GET',
    path: '/servicePrincipals/:id/oauth2PermissionGrants',
    permission: sees('applicationUsers', 'GET /servicePrincipals/{id}/oauth2PermissionGrants'),
    takes,
    handler: listOfApplication,
  },
  {
    method: 'GET',
    path: '/users/:id/oauth2PermissionGrants',
    permission: sees('userLinks', 'GET /users/{id}/oauth2PermissionGrants'),
    takes,
    handler: listOfUser,
  },
]

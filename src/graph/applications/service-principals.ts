/** /servicePrincipals: applications as people are assigned to them, in Graph's words. */
import { asks, sees } from '../../access/permission.ts'
import { deleteApplication } from '../../directory/applications/delete.ts'
import {
  countApplications,
  findApplication,
  listApplications,
  type ApplicationRow,
  type Looked,
} from '../../directory/applications/list.sql.ts'
import type { ApplicationId } from '../../kernel/ids.ts'
import { graphPrincipal, graphPrincipalId } from './graph-principal.ts'
import { applicationCredentialRoutes, ofPowerful } from './credentials.ts'
import { changeOfForeign } from './foreign.ts'
import { changeWhole, settingsOf, withSignIn } from './sign-in.ts'
import { keptIn } from './kept-shape.ts'
import { applicationIn, makePrincipal } from './make-principal.ts'
import { readApplicationOr404 } from './shape.ts'
import { readChange } from '../body.ts'
import { givingRoles, idParam, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
import { ownerRoutes } from '../objects/owners.ts'
import { expanding } from '../query/expand.ts'
import { conditionIn } from '../query/filter-values.ts'
import { answerList, entity, noContent, pageOf, plainCount } from '../query/answers.ts'
import { principalKept } from '../../wire/graph/applications/application-kept.ts'
import { servicePrincipal } from '../../wire/graph/applications/service-principal.ts'
import { ordersOf } from '../../wire/graph/definition/filters.ts'
import { expandedOfPrincipal } from './assignment-links.ts'
import { principalShape } from './principal-shape.ts'
import { amongOthers } from '../shape.ts'
import { notFound } from '../refusals.ts'

/** The directory API, which stands in no table and in each list. */
const graphOf = ({ tenantId, services }: Exchange): ApplicationRow =>
  graphPrincipal(tenantId, services.publicUrl)

const lookedFor = (x: Exchange): Looked => ({
  search: x.query.search,
  filter: conditionIn(x),
  beside: graphOf(x),
})

const countThem = (x: Exchange): Promise<number> =>
  countApplications(x.db, x.tenantId, lookedFor(x))

const list: Handler = async (x) => {
  const rows = await listApplications(x.db, x.tenantId, { ...pageOf(x), ...lookedFor(x) })
  const found = await withSignIn(x, rows)
  return answerList(
    x,
    'servicePrincipals',
    found,
    await expanding(x, principalShape, found),
    x.query.count ? await countThem(x) : undefined,
  )
}

const countAll: Handler = async (x) => plainCount(x, await countThem(x))

const answerWhole = async (
  x: Exchange,
  applicationId: ApplicationId,
  status?: 200 | 201,
): Promise<Response> => {
  const row =
    applicationId === graphPrincipalId(x.tenantId)
      ? graphOf(x)
      : await readApplicationOr404(x, applicationId)
  const [found] = await withSignIn(x, [row])
  if (found === undefined) throw notFound(applicationId)
  const shape = await expanding(x, principalShape, [found])
  return entity(x, 'servicePrincipals', shape, found, status)
}

const show: Handler = async (x) => answerWhole(x, idParam(x, 'id'))

/** A live service principal among objects of other types; undefined when there is none. */
export const wholePrincipal = async (
  x: Exchange,
  applicationId: ApplicationId,
): Promise<Record<string, unknown> | undefined> => {
  const found = await findApplication(x.db, x.tenantId, applicationId)
  const [whole] = found === undefined ? [] : await withSignIn(x, [found])
  return whole === undefined ? undefined : amongOthers(principalShape).of(whole, x)
}

const create: Handler = async (x) => answerWhole(x, await makePrincipal(x), 201)

const update: Handler = async (x) => {
  const id = idParam<ApplicationId>(x, 'id')
  const body = await readChange(x, servicePrincipal)
  const { registrationId, homeTenantId } = await readApplicationOr404(x, id)
  const { description, ...properties } = applicationIn(body)
  const [settings, principal] = [
    settingsOf(body),
    { description, kept: keptIn(principalKept, body) },
  ]
  if (homeTenantId !== x.tenantId) await changeOfForeign(x, id, { settings, properties, principal })
  else
    await changeWhole(
      x,
      { id, registrationId },
      { settings: () => settings, properties, principal, keys: undefined },
    )
  return noContent(x)
}

/** Deletes a service principal; its application stays. */
export const removeApplication: Handler = async (x) => {
  const applicationId = idParam<ApplicationId>(x, 'id')
  const { outcome } = await deleteApplication(
    x.db,
    { tenantId: x.tenantId, applicationId },
    x.context,
  )
  if (outcome === 'notFound') throw notFound(applicationId)
  return noContent(x)
}

const change = asks('applications.write', 'PATCH /servicePrincipals/{id}', {
  besides: { 'guesthouse.graphScopes': givingRoles },
  depending: ofPowerful,
})

const listTakes = {
  page: true,
  search: principalShape,
  count: true,
  filter: servicePrincipal,
  orderBy: ordersOf(servicePrincipal),
  select: principalShape,
  expand: expandedOfPrincipal,
} as const

export const servicePrincipalRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/servicePrincipals',
    permission: sees('applications', 'GET /servicePrincipals'),
    takes: listTakes,
    handler: list,
  },
  {
    method: 'GET',
    path: '/servicePrincipals/$count',
    permission: sees('applications', 'GET /servicePrincipals'),
    takes: { search: principalShape, filter: servicePrincipal, eventual: true },
    handler: countAll,
  },
  {
    method: 'POST',
    path: '/servicePrincipals',
    permission: asks('applications.write', 'POST /servicePrincipals'),
    handler: create,
  },
  {
    method: 'GET',
    path: '/servicePrincipals/:id',
    permission: sees('applications', 'GET /servicePrincipals/{id}'),
    takes: { select: principalShape, expand: expandedOfPrincipal },
    handler: show,
  },
  { method: 'PATCH', path: '/servicePrincipals/:id', permission: change, handler: update },
  {
    method: 'DELETE',
    path: '/servicePrincipals/:id',
    permission: asks('applications.write', 'DELETE /servicePrincipals/{id}'),
    handler: removeApplication,
  },
  ...applicationCredentialRoutes,
  ...ownerRoutes('/servicePrincipals/:id', 'ownedApplication', {
    list: sees('applicationUsers', 'GET /servicePrincipals/{id}/owners'),
    add: asks('applications.write', 'POST /servicePrincipals/{id}/owners/$ref'),
    remove: asks('applications.write', 'DELETE /servicePrincipals/{id}/owners/{id}/$ref'),
  }),
]

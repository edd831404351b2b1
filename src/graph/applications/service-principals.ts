/** /servicePrincipals: applications as people are assigned to them, in Graph's words. */
import { asks, sees } from '../../access/permission.ts'
import { createApplication, type NewApplication } from '../../directory/applications/create.ts'
import { countApplications, listApplications } from '../../directory/applications/list.sql.ts'
import { deleteApplication } from '../../directory/applications/update.ts'
import { is } from '../../kernel/condition.ts'
import type { ApplicationId } from '../../kernel/ids.ts'
import { asksForGraph, graphPrincipal, graphPrincipalId } from './graph-principal.ts'
import { applicationCredentialRoutes, ofPowerful } from './credentials.ts'
import { changeWhole, settingsOf, withSignIn } from './sign-in.ts'
import { appRoleIn, readApplicationOr404, rolesRefusal } from './shape.ts'
import { readChange, readCreation } from '../body.ts'
import { givingRoles, idParam, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
import { linkedUserRoutes } from '../linked-users.ts'
import { expanding } from '../query/expand.ts'
import { conditionIn } from '../query/filter-values.ts'
import { answerList, entity, noContent, pageOf, plainCount } from '../query/answers.ts'
import { servicePrincipal } from '../../wire/graph/applications/service-principal.ts'
import type { GivenCreation } from '../../wire/graph/definition/sent.ts'
import { ordersOf } from '../../wire/graph/definition/filters.ts'
import { expandedOfPrincipal } from './assignment-links.ts'
import { principalShape } from './principal-shape.ts'
import { notFound, programFault, valueRequired } from '../refusals.ts'

const list: Handler = async (x) => {
  const { search, count } = x.query
  const filter = conditionIn(x)
  const isFirst = x.query.after === undefined
  // The directory API is found by who looks for it, and stands in no list of applications.
  const graph = isFirst && asksForGraph(x.tenantId, filter) ? [graphPrincipal(x.tenantId)] : []
  const stored = await listApplications(x.db, x.tenantId, { ...pageOf(x), search, filter })
  const found = await withSignIn(x, [...graph, ...stored])
  return answerList(
    x,
    'servicePrincipals',
    found,
    await expanding(x, principalShape, found),
    count ? graph.length + (await countApplications(x.db, x.tenantId, search, filter)) : undefined,
  )
}

const countAll: Handler = async (x) => {
  const filter = conditionIn(x)
  const stored = await countApplications(x.db, x.tenantId, x.query.search, filter)
  return plainCount(x, stored + (asksForGraph(x.tenantId, filter) ? 1 : 0))
}

const answerWhole = async (
  x: Exchange,
  applicationId: ApplicationId,
  status?: 200 | 201,
): Promise<Response> => {
  const row =
    applicationId === graphPrincipalId(x.tenantId)
      ? graphPrincipal(x.tenantId)
      : await readApplicationOr404(x, applicationId)
  const [found] = await withSignIn(x, [row])
  if (found === undefined) throw notFound(applicationId)
  const shape = await expanding(x, principalShape, [found])
  return entity(x, 'servicePrincipals', shape, found, status)
}

const show: Handler = async (x) => answerWhole(x, idParam(x, 'id'))

const applicationIn = ({
  displayName,
  description,
  homepage,
  appRoles,
}: GivenCreation<typeof servicePrincipal>): Partial<NewApplication> => ({
  ...(displayName === undefined ? {} : { displayName }),
  description,
  homepage,
  appRoles: appRoles?.map(appRoleIn),
})

const create: Handler = async (x) => {
  const { appId, ...body } = await readCreation(x, servicePrincipal)
  // How Graph's clients go on after POST /applications: here the service principal is there
  // already.
  if (appId !== undefined && Object.keys(body).length === 0) return answerOf(x, appId)
  if (appId !== undefined) throw programFault("Property 'appId' is read-only and cannot be set.")
  const { displayName, ...properties } = applicationIn(body)
  if (displayName === undefined)
    throw programFault(valueRequired('displayName', servicePrincipal.called))
  const application = { ...properties, displayName }
  const result = await createApplication(x.db, x.tenantId, application, x.context)
  if (result.outcome !== 'created') throw rolesRefusal(result)
  return answerWhole(x, result.applicationId, 201)
}

const answerOf = async (x: Exchange, appId: string): Promise<Response> => {
  const [found] = await listApplications(x.db, x.tenantId, {
    limit: 1,
    after: undefined,
    descending: false,
    search: undefined,
    filter: is('appId', appId),
  })
  if (found === undefined)
    throw programFault(`The appId '${appId}' does not reference a valid application object.`)
  return answerWhole(x, found.id, 201)
}

const update: Handler = async (x) => {
  const applicationId = idParam<ApplicationId>(x, 'id')
  const body = await readChange(x, servicePrincipal)
  await changeWhole(x, applicationId, {
    settings: () => settingsOf(body),
    properties: applicationIn(body),
    keys: undefined,
  })
  return noContent(x)
}

/** Deletes the one object that both sides are. */
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
  ...linkedUserRoutes('/servicePrincipals/:id', 'owners', 'ownedApplication', {
    list: sees('applicationUsers', 'GET /servicePrincipals/{id}/owners'),
    add: asks('applications.write', 'POST /servicePrincipals/{id}/owners/$ref'),
    remove: asks('applications.write', 'DELETE /servicePrincipals/{id}/owners/{id}/$ref'),
  }),
]

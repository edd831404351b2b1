/**
 * /applications: how applications are registered, in Graph's words. Here an application and its service principal are one object with
 * one id; this side of it speaks of redirect addresses, secrets and permissions, /servicePrincipals of who is assigned.
 */
import { asks } from '../access/permission.ts'
import { z } from 'zod'
import { graphScopeIds, graphScopes, type GraphScope } from '../access/graph-scopes.ts'
import { listSecrets } from '../directory/application-secrets.ts'
import { readSignInSettings, type SignInChanges, type SignInSettings } from '../directory/application-sign-in.ts'
import type { NewApplication } from '../directory/create-application.ts'
import { countApplications, listApplications, type ApplicationFilter, type ApplicationRow } from '../directory/list-applications.sql.ts'
import type { Redirect, RedirectKind } from '../directory/redirect-address.rule.ts'
import { registerApplication } from '../directory/register-application.ts'
import { updateApplication } from '../directory/update-application.ts'
import type { ApplicationId } from '../kernel/ids.ts'
import { graphAudience } from '../oidc/access-token.ts'
import { appRoleList, appRoleShape, readApplicationOr404, rolesRefusal } from './application-shape.ts'
import {
  addPassword,
  changeSignIn,
  giveScopes,
  givesScopes,
  maxRedirects,
  redirectRefusal,
  removePassword,
  secretShape,
} from './application-credentials.ts'
import { badRequest, displayName, optionalText, readBody, webAddress } from './body.ts'
import { idParam, notFound, type Exchange, type GraphRoute, type Handler } from './exchange.ts'
import { asksForNone, noOwnerFilter, readFilter, type Reader } from './filter-values.ts'
import { linkedUserRoutes, needsScopeGiver } from './linked-users.ts'
import { answerList, entity, listQuery, noContent, pageOf, refuseOptions, wantsCount } from './odata.ts'
import { removeApplication } from './service-principals.ts'

const baseShape = (application: ApplicationRow) => ({
  id: application.id,
  appId: application.appId,
  displayName: application.displayName,
  description: application.description,
  createdDateTime: application.createdAt.toISOString(),
  deletedDateTime: null,
  signInAudience: 'AzureADMyOrg',
  appRoles: application.appRoles.map(appRoleShape),
})

const urisOf = (settings: SignInSettings | undefined, kind: RedirectKind): string[] =>
  (settings?.redirectUris ?? []).filter((one) => one.kind === kind).map(({ uri }) => uri)

const wholeShape = async (x: Exchange, application: ApplicationRow) => {
  const which = { tenantId: x.tenantId, applicationId: application.id }
  const settings = await readSignInSettings(x.db, which)
  const access = (settings?.graphScopes ?? []).map((scope) => ({ id: graphScopeIds[scope], type: 'Scope' }))
  return {
    ...baseShape(application),
    web: { redirectUris: urisOf(settings, 'web'), homePageUrl: application.homepage, logoutUrl: settings?.logoutUrl ?? null },
    spa: { redirectUris: urisOf(settings, 'spa') },
    publicClient: { redirectUris: urisOf(settings, 'native') },
    isFallbackPublicClient: urisOf(settings, 'native').length > 0,
    requiredResourceAccess: access.length === 0 ? [] : [{ resourceAppId: graphAudience, resourceAccess: access }],
    passwordCredentials: (await listSecrets(x.db, which)).map(secretShape),
  }
}

const answerWhole = async (x: Exchange, applicationId: ApplicationId, status?: 200 | 201): Promise<Response> =>
  entity(x, 'applications', await wholeShape(x, await readApplicationOr404(x, applicationId)), status)

const knownFilters = ["appId eq '…'", "displayName eq '…'", noOwnerFilter]
const readClause: Reader<ApplicationFilter> = (clause) => {
  if (asksForNone(clause, 'owners')) return { withoutOwner: true }
  if (clause.kind !== 'compare' || clause.operator !== 'eq' || typeof clause.value !== 'string') return undefined
  if (clause.property === 'appid') return { appId: clause.value }
  return clause.property === 'displayname' ? { displayName: clause.value } : undefined
}

const list: Handler = async (x) => {
  const query = listQuery(x)
  refuseOptions(query, { search: true, filter: true, orderBy: ['displayName'] })
  const wanted = { search: query.search, filter: readFilter(query.filter, readClause, knownFilters) }
  const found = await listApplications(x.db, x.tenantId, { ...pageOf(query), ...wanted })
  const count = wantsCount(query) ? await countApplications(x.db, x.tenantId, wanted.search, wanted.filter) : undefined
  return answerList(x, 'applications', query, found, baseShape, count)
}

const show: Handler = async (x) => answerWhole(x, idParam(x, 'id'))

const redirectUris = z.array(z.string().min(1).max(2_048)).max(maxRedirects).optional()
const resourceAccess = z.strictObject({
  resourceAppId: z.guid().toLowerCase(),
  resourceAccess: z.array(z.strictObject({ id: z.guid().toLowerCase(), type: z.enum(['Scope', 'Role']) })).max(100),
})
const properties = {
  description: optionalText(1024),
  appRoles: appRoleList.optional(),
  web: z
    .strictObject({
      redirectUris,
      homePageUrl: webAddress(2_048).nullable().optional(),
      logoutUrl: webAddress(2_048).nullable().optional(),
      // What Entra's clients send along; tokens come by code alone here.
      implicitGrantSettings: z
        .strictObject({ enableIdTokenIssuance: z.literal(false).optional(), enableAccessTokenIssuance: z.literal(false).optional() })
        .optional(),
    })
    .optional(),
  spa: z.strictObject({ redirectUris }).optional(),
  publicClient: z.strictObject({ redirectUris }).optional(),
  isFallbackPublicClient: z.boolean().nullable().optional(),
  signInAudience: z.literal('AzureADMyOrg').optional(),
  requiredResourceAccess: z.array(resourceAccess).max(50).optional(),
}
const newApplication = z.strictObject({ displayName, ...properties })
const changedApplication = z.strictObject({ displayName: displayName.optional(), ...properties })
type Body = z.infer<typeof changedApplication>
const readOnly = ['id', 'appId', 'createdDateTime', 'deletedDateTime', 'passwordCredentials', 'publisherDomain']

const scopesIn = (wanted: Body['requiredResourceAccess']): GraphScope[] | undefined =>
  wanted?.flatMap(({ resourceAppId, resourceAccess: access }) => {
    if (resourceAppId !== graphAudience)
      throw badRequest(`The resource '${resourceAppId}' is not known here. Applications may ask for the directory, '${graphAudience}'.`)
    return access.map(({ id, type }) => {
      const scope = graphScopes.find((one) => graphScopeIds[one] === id)
      if (scope === undefined || type !== 'Scope')
        throw badRequest(`The permission '${id}' of type '${type}' is not known here. Those that are: ${knownScopes}.`)
      return scope
    })
  })
const knownScopes = graphScopes.map((scope) => `${scope} ('${graphScopeIds[scope]}', 'Scope')`).join(', ')

// Graph has a list for each kind; a list that is not sent stays as it is.
const redirectsIn = (body: Body, before: readonly Redirect[]): Redirect[] | undefined => {
  const sent = { web: body.web?.redirectUris, spa: body.spa?.redirectUris, native: body.publicClient?.redirectUris }
  if (Object.values(sent).every((uris) => uris === undefined)) return undefined
  return (['web', 'spa', 'native'] as const).flatMap(
    (kind) => sent[kind]?.map((uri) => ({ kind, uri })) ?? before.filter((one) => one.kind === kind),
  )
}

const settingsIn = (body: Body, before: readonly Redirect[]): SignInChanges => ({
  redirectUris: redirectsIn(body, before),
  logoutUrl: body.web?.logoutUrl,
  graphScopes: scopesIn(body.requiredResourceAccess),
})

const applicationIn = ({ displayName: name, description, web, appRoles }: Body) =>
  ({ displayName: name, description, homepage: web?.homePageUrl, appRoles }) as Partial<NewApplication>

const create: Handler = async (x) => {
  const body = await readBody(x, newApplication, 'Application', readOnly)
  const settings = settingsIn(body, [])
  const result = await registerApplication(x.db, x.tenantId, applicationIn(body) as NewApplication, settings, x.context, givesScopes(x))
  if (result.outcome === 'needsScopeGiver') throw needsScopeGiver()
  if (result.outcome === 'badRedirect') throw redirectRefusal(result)
  if (result.outcome !== 'created') throw rolesRefusal(result)
  return answerWhole(x, result.applicationId, 201)
}

const update: Handler = async (x) => {
  const applicationId = idParam<ApplicationId>(x, 'id')
  const body = await readBody(x, changedApplication, 'Application', readOnly)
  const before = await readSignInSettings(x.db, { tenantId: x.tenantId, applicationId })
  if (before === undefined) throw notFound(applicationId)
  await changeSignIn(x, applicationId, settingsIn(body, before.redirectUris))
  const result = await updateApplication(x.db, { tenantId: x.tenantId, applicationId }, applicationIn(body), x.context)
  if (result.outcome === 'notFound') throw notFound(applicationId)
  if (result.outcome !== 'updated') throw rolesRefusal(result)
  return noContent(x)
}

// Who gives scopes of the directory gives a part of what roles give.
const register = asks('applications.write', 'POST /applications', { besides: { 'requiredResourceAccess=*': giveScopes } })
const change = asks('applications.write', 'PATCH /applications/{id}', { besides: { requiredResourceAccess: giveScopes } })

export const applicationRoutes: readonly GraphRoute[] = [
  { method: 'GET', path: '/applications', permission: asks('applications.read', 'GET /applications'), handler: list },
  { method: 'POST', path: '/applications', permission: register, handler: create },
  { method: 'GET', path: '/applications/:id', permission: asks('applications.read', 'GET /applications/{id}'), handler: show },
  { method: 'PATCH', path: '/applications/:id', permission: change, handler: update },
  {
    method: 'DELETE',
    path: '/applications/:id',
    permission: asks('applications.write', 'DELETE /applications/{id}'),
    handler: removeApplication,
  },
  {
    method: 'POST',
    path: '/applications/:id/addPassword',
    permission: asks('applications.write', 'POST /applications/{id}/addPassword'),
    handler: addPassword,
  },
  {
    method: 'POST',
    path: '/applications/:id/removePassword',
    permission: asks('applications.write', 'POST /applications/{id}/removePassword'),
    handler: removePassword,
  },
  ...linkedUserRoutes('/applications/:id', 'owners', 'applicationOwner', {
    list: asks('applications.read', 'GET /applications/{id}/owners'),
    add: asks('applications.write', 'POST /applications/{id}/owners/$ref'),
    remove: asks('applications.write', 'DELETE /applications/{id}/owners/{id}/$ref'),
  }),
]

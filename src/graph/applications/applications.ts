/**
 * /applications: how applications are registered, in Graph's words. Here an application and its
 * service principal are one object with one id; this side of it speaks of redirect addresses,
 * secrets and permissions, /servicePrincipals of who is assigned.
 */
import { asks, sees } from '../../access/permission.ts'
import { roleIds, scopeIds } from '../../access/graph-scopes.ts'
import type { SignInSettings } from '../../directory/applications/sign-in.ts'
import type { NewApplication } from '../../directory/applications/create.ts'
import {
  countApplications,
  findApplication,
  listApplications,
  type ApplicationRow,
} from '../../directory/applications/list.sql.ts'
import type { RedirectKind } from '../../directory/applications/redirect-address.rule.ts'
import { registerApplication } from '../../directory/applications/register.ts'
import type { ApplicationId } from '../../kernel/ids.ts'
import { graphAudience } from '../../tokens/access-token.ts'
import { appRoleShape, readApplicationOr404, rolesRefusal } from './shape.ts'
import { addPassword, ofPowerful, removePassword } from './credentials.ts'
import {
  changeWhole,
  givesOf,
  redirectRefusal,
  secretShape,
  withSignIn,
  type SignIn,
} from './sign-in.ts'
import { readChange, readCreation } from '../body.ts'
import { idParam, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
import { ownersOfApplication } from '../objects/object-links.ts'
import { expanding, linksOf } from '../query/expand.ts'
import { conditionIn } from '../query/filter-values.ts'
import { linkedUserRoutes, needsScopeGiver } from '../linked-users.ts'
import { answerList, entity, noContent, pageOf, plainCount } from '../query/answers.ts'
import { removeApplication } from './service-principals.ts'
import {
  addPassword as addingPassword,
  removePassword as removingPassword,
} from '../../wire/graph/applications/application-parts.ts'
import { application } from '../../wire/graph/applications/application.ts'
import { ordersOf } from '../../wire/graph/definition/filters.ts'
import { amongOthers, shaped } from '../shape.ts'
import { applicationIn, isOnDevice, settingsIn } from './application-body.ts'
import { keysIn, keyShape } from './key-credentials.ts'
import { notFound } from '../refusals.ts'

const urisOf = (settings: SignInSettings | undefined, kind: RedirectKind): string[] =>
  (settings?.redirectUris ?? []).filter((one) => one.kind === kind).map(({ uri }) => uri)

const accessOf = (settings: SignInSettings | undefined) => {
  const resourceAccess = [
    ...(settings?.askedScopes ?? []).map((one) => ({ id: scopeIds[one], type: 'Scope' as const })),
    ...(settings?.askedRoles ?? []).map((one) => ({ id: roleIds[one], type: 'Role' as const })),
  ]
  return resourceAccess.length === 0 ? [] : [{ resourceAppId: graphAudience, resourceAccess }]
}

const applicationShape = shaped<typeof application, ApplicationRow & SignIn>(application, {
  createdDateTime: ({ createdAt }) => createdAt.toISOString(),
  deletedDateTime: () => null,
  signInAudience: () => 'AzureADMyOrg',
  appRoles: (row) => row.appRoles.map(appRoleShape),
  web: ({ settings, homepage }) => ({
    redirectUris: urisOf(settings, 'web'),
    homePageUrl: homepage,
    logoutUrl: settings?.logoutUrl ?? null,
  }),
  spa: ({ settings }) => ({ redirectUris: urisOf(settings, 'spa') }),
  publicClient: ({ settings }) => ({ redirectUris: urisOf(settings, 'native') }),
  isFallbackPublicClient: ({ settings }) => isOnDevice(settings?.redirectUris ?? []),
  requiredResourceAccess: ({ settings }) => accessOf(settings),
  groupMembershipClaims: ({ settings }) => settings?.groupClaims ?? null,
  keyCredentials: ({ keys }) => keys.map(keyShape),
  passwordCredentials: ({ secrets }) => secrets.map(secretShape),
})

const answerWhole = async (
  x: Exchange,
  applicationId: ApplicationId,
  status?: 200 | 201,
): Promise<Response> => {
  const [found] = await withSignIn(x, [await readApplicationOr404(x, applicationId)])
  if (found === undefined) throw notFound(applicationId)
  const shape = await expanding(x, applicationShape, [found])
  return entity(x, 'applications', shape, found, status)
}

/** A live application among objects of other types; undefined when there is none. */
export const wholeApplication = async (
  x: Exchange,
  applicationId: ApplicationId,
): Promise<Record<string, unknown> | undefined> => {
  const found = await findApplication(x.db, x.tenantId, applicationId)
  const [whole] = found === undefined ? [] : await withSignIn(x, [found])
  return whole === undefined ? undefined : amongOthers(applicationShape).of(whole, x)
}

const list: Handler = async (x) => {
  const { search, count } = x.query
  const filter = conditionIn(x)
  const stored = await listApplications(x.db, x.tenantId, { ...pageOf(x), search, filter })
  const found = await withSignIn(x, stored)
  return answerList(
    x,
    'applications',
    found,
    await expanding(x, applicationShape, found),
    count ? await countApplications(x.db, x.tenantId, search, filter) : undefined,
  )
}

const countAll: Handler = async (x) =>
  plainCount(x, await countApplications(x.db, x.tenantId, x.query.search, conditionIn(x)))

const show: Handler = async (x) => answerWhole(x, idParam(x, 'id'))

// The log tells that the registration was named.
const ofRegistration =
  (handler: Handler): Handler =>
  (x) =>
    handler({ ...x, context: { ...x.context, isOfRegistration: true } })

const create: Handler = async (x) => {
  const body = await readCreation(x, application)
  const settings = settingsIn(body, [])
  const result = await registerApplication(
    x.db,
    x.tenantId,
    applicationIn(body) as NewApplication,
    { settings, gives: givesOf(x) },
    x.context,
  )
  if (result.outcome === 'needsScopeGiver') throw needsScopeGiver()
  if (result.outcome === 'badRedirect') throw redirectRefusal(result)
  if (result.outcome !== 'created') throw rolesRefusal(result)
  return answerWhole(x, result.applicationId, 201)
}

const update: Handler = async (x) => {
  const applicationId = idParam<ApplicationId>(x, 'id')
  const body = await readChange(x, application)
  await changeWhole(x, applicationId, {
    settings: ({ redirectUris }) => settingsIn(body, redirectUris),
    properties: applicationIn(body),
    keys: keysIn(body),
  })
  return noContent(x)
}

const register = asks('applications.write', 'POST /applications', { depending: ofPowerful })

const change = asks('applications.write', 'PATCH /applications/{id}', { depending: ofPowerful })

const expanded = linksOf(application, { owners: ownersOfApplication })

const listTakes = {
  page: true,
  search: applicationShape,
  count: true,
  filter: application,
  orderBy: ordersOf(application),
  select: applicationShape,
  expand: expanded,
} as const

export const applicationRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/applications',
    permission: sees('applications', 'GET /applications'),
    takes: listTakes,
    handler: list,
  },
  {
    method: 'GET',
    path: '/applications/$count',
    permission: sees('applications', 'GET /applications'),
    takes: { search: applicationShape, filter: application, eventual: true },
    handler: countAll,
  },
  { method: 'POST', path: '/applications', permission: register, handler: ofRegistration(create) },
  {
    method: 'GET',
    path: '/applications/:id',
    permission: sees('applications', 'GET /applications/{id}'),
    takes: { select: applicationShape, expand: expanded },
    handler: show,
  },
  {
    method: 'PATCH',
    path: '/applications/:id',
    permission: change,
    handler: ofRegistration(update),
  },
  {
    method: 'DELETE',
    path: '/applications/:id',
    permission: asks('applications.write', 'DELETE /applications/{id}'),
    handler: ofRegistration(removeApplication),
  },
  {
    method: 'POST',
    path: '/applications/:id/addPassword',
    permission: asks('applications.write', 'POST /applications/{id}/addPassword', {
      depending: ofPowerful,
    }),
    operation: addingPassword,
    handler: addPassword,
  },
  {
    method: 'POST',
    path: '/applications/:id/removePassword',
    permission: asks('applications.write', 'POST /applications/{id}/removePassword', {
      depending: ofPowerful,
    }),
    operation: removingPassword,
    handler: removePassword,
  },
  ...linkedUserRoutes('/applications/:id', 'owners', 'ownedApplication', {
    list: sees('applicationUsers', 'GET /applications/{id}/owners'),
    add: asks('applications.write', 'POST /applications/{id}/owners/$ref'),
    remove: asks('applications.write', 'DELETE /applications/{id}/owners/{id}/$ref'),
  }),
]

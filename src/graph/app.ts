/** The Microsoft-Graph-compatible edge: one table of routes, served under /v1.0 and /beta. */
import { Hono, type MiddlewareHandler } from 'hono'
import { edgeApp, refusalOf, type EdgeContext, type Env, type Services } from '../edge/routes.ts'
import { Refusal } from '../edge/refusal.ts'
import { bearerJudge, type BearerJudge } from '../tokens/bearer.ts'
import { addressReader } from './address/address.ts'
import type { Addressed } from './address/tree.ts'
import { appRoleAssignmentRoutes } from './applications/app-role-assignments.ts'
import { federatedCredentialRoutes } from './applications/federated-credentials.ts'
import { givenPermissionRoutes } from './applications/given-permissions.ts'
import { permissionGrantRoutes } from './applications/permission-grants.ts'
import { applicationRoutes } from './applications/applications.ts'
import { ownedByRoutes } from './applications/owned.ts'
import { auditRoutes } from './audit/audit.ts'
import { deltaRoutes } from './delta/delta.ts'
import { manyObjectRoutes } from './deleted/many-objects.ts'
import { manyUserRoutes } from './deleted/many.ts'
import { manyLiveRoutes } from './users/many.ts'
import { deletedObjectRoutes } from './deleted/objects.ts'
import { deletedItemRoutes } from './users/deleted-items.ts'
import { tailHere } from './address/tail.ts'
import { admitTo, rootOf } from './admission.ts'
import { bearerOf } from './bearer-caller.ts'
import type { GraphRoute } from './exchange.ts'
import { batchHandler, batchPath, type Sender } from './batch/batch.ts'
import { domainRoutes } from './domains.ts'
import { findingRoutes } from './findings.ts'
import { needsOfRows } from './needs-of-links.ts'
import { emptyLists, refusedForNone, setOf } from './none.ts'
import { emptyList, plainCount } from './query/answers.ts'
import { groupNamingRoutes } from './groups/naming.ts'
import { groupRoutes } from './groups/groups.ts'
import { identityProviderRoutes } from './identity-providers/identity-providers.ts'
import { invitationRoutes } from './invitations/invitations.ts'
import { meRoutes } from './me.ts'
import { myOrganizationRoutes } from './my-organizations.ts'
import { groupMemberRoutes } from './objects/group-members.ts'
import { memberCheckRoutes } from './objects/member-checks.ts'
import { membershipRoutes } from './objects/memberships.ts'
import { objectRoutes } from './objects/objects.ts'
import { openDocuments } from './open-api.ts'
import { organizationRoutes } from './organization.ts'
import { partnerRoutes } from './policies/partners.ts'
import { policyRoutes } from './policies/policies.ts'
import { tenantRoutes } from './policies/tenants.ts'
import { purgeRequestRoutes } from './deleted/purge-requests.ts'
import { lifecycleTrialRoutes } from './lifecycle/trials.ts'
import { lifecycleRoutes } from './lifecycle/policies.ts'
import { requestRoutes } from './requests.ts'
import { directoryRoleRoutes } from './roles/directory-roles.ts'
import { roleRoutes } from './roles/roles.ts'
import { signInRoutes } from './audit/sign-ins.ts'
import { subscriptionRoutes } from './subscriptions/subscriptions.ts'
import { servicePrincipalRoutes } from './applications/service-principals.ts'
import { methodRoutes } from './users/authentication-methods.ts'
import { userFactorRoutes } from './users/factors.ts'
import { myGroupRoutes } from './groups/my-groups.ts'
import { guestsElsewhereRoutes } from './users/guests-elsewhere.ts'
import { timelineRoutes } from './users/timeline.ts'
import { myselfRoutes } from './users/myself.ts'
import { registrationRoutes } from './users/registrations.ts'
import { userReferenceRoutes } from './users/references.ts'
import { exportRoutes } from './users/export-personal-data.ts'
import { userRoutes } from './users/users.ts'
import { correlationOf, refusalBody, unknownSegment, unsupported } from './refusals.ts'

/** Every route of this edge: method, path, permission, handler. */
export const graphRoutes: readonly GraphRoute[] = [
  ...meRoutes,
  ...myselfRoutes,
  ...myOrganizationRoutes,
  ...findingRoutes,
  // Before the keys that stand in the same place.
  ...deltaRoutes,
  ...userRoutes,
  ...userFactorRoutes,
  ...methodRoutes,
  ...exportRoutes,
  ...myGroupRoutes,
  ...userReferenceRoutes,
  ...membershipRoutes,
  ...memberCheckRoutes,
  ...groupMemberRoutes,
  ...objectRoutes,
  ...guestsElsewhereRoutes,
  ...timelineRoutes,
  ...appRoleAssignmentRoutes,
  ...givenPermissionRoutes,
  ...permissionGrantRoutes,
  ...ownedByRoutes,
  ...federatedCredentialRoutes,
  ...deletedObjectRoutes,
  ...manyObjectRoutes,
  ...manyUserRoutes,
  ...manyLiveRoutes,
  ...deletedItemRoutes,
  ...requestRoutes,
  ...lifecycleTrialRoutes,
  ...lifecycleRoutes,
  ...purgeRequestRoutes,
  ...invitationRoutes,
  ...groupRoutes,
  ...groupNamingRoutes,
  ...applicationRoutes,
  ...servicePrincipalRoutes,
  ...directoryRoleRoutes,
  ...roleRoutes,
  ...organizationRoutes,
  ...domainRoutes,
  ...policyRoutes,
  ...partnerRoutes,
  ...tenantRoutes,
  ...identityProviderRoutes,
  ...auditRoutes,
  ...signInRoutes,
  ...registrationRoutes,
  ...subscriptionRoutes,
]

// What stands on every answer of Microsoft Graph (contract §1.5): some clients look for it.
const answerHeaders: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  const { headers } = c.res
  if (headers.has('content-type')) headers.set('odata-version', '4.0')
  headers.set('x-ms-resource-unit', '1')
  headers.set('client-request-id', correlationOf(c))
}

const writeError = (c: EdgeContext, refusal: Refusal): Response =>
  c.json(refusalBody(c, refusal), {
    status: refusal.status as 400,
    headers: { ...refusal.headers },
  })

const documents = openDocuments(graphRoutes)

const rowNeeds = needsOfRows(graphRoutes)

const addressed = ({ method, path, takes = {} }: GraphRoute): Addressed => {
  const { select, page, list, rounds } = takes
  const isObject = method === 'GET' && (page ?? list ?? rounds) === undefined
  return isObject && select !== undefined ? { path, properties: select.names } : { path }
}

/** What the path of a URL names here, however it is written (address/). */
export const graphAddress = addressReader([
  ...graphRoutes.map(addressed),
  ...[
    ...[...documents].map(([path]) => path),
    ...emptyLists,
    ...refusedForNone.map(([, path]) => path),
    batchPath,
  ].map((path) => ({ path })),
])

/** What Graph lists by type alone. */
const untyped = /^\/[^/]+\/(?:directoryObjects|directory\/deletedItems)$/i

const unknownAddress = (c: EdgeContext): Refusal => {
  const { unknown, path = '' } = graphAddress(new URL(c.req.url).pathname) ?? {}
  if (c.req.method === 'GET' && untyped.test(path))
    return unsupported('Direct queries to this resource type are not supported.')
  // A key behind a list, where rows have it only with more behind it: what it names stays.
  if (unknown === undefined && c.req.method === 'DELETE')
    return new Refusal('methodNotAllowed', 'This address takes no DELETE.')
  return unknownSegment(unknown ?? decodeURIComponent(path.split('/').at(-1) ?? ''))
}

// Whoever has a token of an organization is told that it has none.
const tellOfNone = (app: Hono<Env>, services: Services, judge: BearerJudge): void => {
  for (const path of emptyLists)
    app.get(path, async (c) => {
      const bearer = await bearerOf(services, judge, c)
      const { isCounted } = await tailHere(services, bearer, c, graphAddress)
      return isCounted
        ? plainCount({ c }, 0)
        : emptyList(c, `${rootOf(services, c)}/$metadata#${setOf(path)}`)
    })
  for (const [method, path, refusal] of refusedForNone)
    app.on(method, path, async (c) => {
      await tailHere(services, await bearerOf(services, judge, c), c, graphAddress)
      throw refusal()
    })
}

/**
 * The edge: what is told to anybody about it, batches, and its rows. Whoever mounts it routes by
 * `graphAddress`, and sends the parts of a batch through all that surrounds it.
 */
export const graphApp = (services: Services, send: Sender): Hono<Env> => {
  const app = new Hono<Env>({ strict: false })
  app.use(answerHeaders)
  const judge = bearerJudge(services)
  app.post(
    batchPath,
    batchHandler(send, graphAddress, (c) => bearerOf(services, judge, c)),
  )
  app.onError((error, c) => writeError(c, refusalOf(c, error, services)))
  for (const [path, answer] of documents) app.get(path, (c) => answer(c, rootOf(services, c)))
  tellOfNone(app, services, judge)
  const admit = admitTo(services, judge, graphAddress, rowNeeds)
  return app.route('/', edgeApp(services, graphRoutes, admit, writeError, unknownAddress))
}

/**
 * The product's own web app: a client of the provider like any other, except that nobody registers
 * it and no list shows it.
 */
import type { ApplicationId, TenantId } from '../kernel/ids.ts'
import type { Database } from '../store/database.ts'
import { ownApps, peopleIssuerId } from '../wire/sign-on.ts'
import { readApplication, type ApplicationRow, type Shown } from './application.sql.ts'

/**
 * Whether this issuer signs in people, for the account API, and not the users of an organization.
 */
export const isOfPeople = (tenantId: TenantId): boolean => tenantId === peopleIssuerId

export const isOwnApp = (appId: string): boolean =>
  Object.values(ownApps).some((app) => app.appId === appId)

/**
 * The web app of this client id at an issuer, of people or of an organization; undefined when it is
 * none.
 */
const ownApplication = (
  publicUrl: string,
  tenantId: TenantId,
  appId: string,
): ApplicationRow | undefined => {
  const found = Object.values(ownApps).find((app) => app.appId === appId)
  if (found === undefined) return undefined
  return {
    id: found.appId as ApplicationId,
    appId: found.appId,
    displayName: found.name,
    publisher: null,
    assignmentRequired: false,
    eachAgrees: false,
    graphScopes: isOfPeople(tenantId) ? [] : ['Directory.AccessAsUser.All'],
    askedScopes: [],
    waysInVersion: 0,
    redirects: [{ kind: 'spa', uri: publicUrl + found.callback }],
    provesItself: false,
    isShown: false,
    pkceRequired: true,
    worksWhileAway: false,
    groupClaims: null,
    optionalClaims: { idToken: [], accessToken: [] },
    permissions: [],
  }
}

/**
 * The application of this client id at an issuer: one of our own, or one that is registered there;
 * and whether the secret that was shown is its own. At most one statement.
 */
export const findApplication = async (
  { db, publicUrl }: { db: Database; publicUrl: string },
  tenantId: TenantId,
  appId: string,
  shown?: Shown,
): Promise<ApplicationRow | undefined> =>
  ownApplication(publicUrl, tenantId, appId) ?? readApplication(db, tenantId, appId, shown)

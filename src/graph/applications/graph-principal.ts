/**
 * The directory API as a service principal of each organization, by the name and the appId that
 * Microsoft Graph has in every directory: where clients read which permissions there are, and to
 * which they assign them. It is stored nowhere.
 */
import { audiences } from '../../wire/graph/applications/application-parts.ts'
import { createHash } from 'node:crypto'
import {
  permissionWords,
  graphRoles,
  graphScopes,
  isPowerful,
  roleIds,
  scopeIds,
} from '../../access/graph-scopes.ts'
import type { ApplicationRow } from '../../directory/applications/list.sql.ts'
import { kindOfLive } from '../../directory/links/kind-of-live.sql.ts'
import {
  zeroId,
  type ApplicationId,
  type AppRoleId,
  type RegistrationId,
  type TenantId,
} from '../../kernel/ids.ts'
import { sortName } from '../../kernel/search-words.ts'
import type { Database } from '../../store/database.ts'
import { graphAudience } from '../../tokens/access-token.ts'

export const graphName = 'Microsoft Graph'

/** Its object id in an organization: always the same, and another one in each. */
export const graphPrincipalId = (tenantId: TenantId): ApplicationId => {
  const digest = createHash('sha256').update(`${graphAudience} ${tenantId}`).digest('hex')
  const part = (from: number, length: number): string => digest.slice(from, from + length)
  // A UUID of version 8, which is for ids that are made in a way of one's own.
  return `${part(0, 8)}-${part(8, 4)}-8${part(13, 3)}-8${part(17, 3)}-${part(20, 12)}` as ApplicationId
}

/** What applications may ask for to act for people. */
export const graphPermissionScopes = graphScopes.map((name) => {
  const means = permissionWords[name]
  return {
    id: scopeIds[name],
    value: name,
    type: isPowerful(name) ? ('Admin' as const) : ('User' as const),
    adminConsentDisplayName: means,
    adminConsentDescription: means,
    userConsentDisplayName: means,
    userConsentDescription: means,
    isEnabled: true,
  }
})

const appRoles = graphRoles.map((name) => ({
  id: roleIds[name] as AppRoleId,
  value: name,
  displayName: permissionWords[name],
  description: permissionWords[name],
  isEnabled: true,
  forUsers: false,
  forApplications: true,
}))

/** It, as if it were stored: called as its client id, and as the address that it is reached at. */
export const graphPrincipal = (tenantId: TenantId, publicUrl: string): ApplicationRow => ({
  id: graphPrincipalId(tenantId),
  // It is registered nowhere.
  registrationId: zeroId as string as RegistrationId,
  registeredDescription: null,
  appId: graphAudience,
  displayName: graphName,
  description: null,
  homepage: null,
  homeTenantId: tenantId,
  signInAudience: audiences.any,
  isDisabled: false,
  publisherDomain: null,
  identifierUris: [publicUrl],
  registered: {},
  kept: {},
  createdAt: new Date(0),
  appRoles,
  sortValue: sortName(graphName),
})

/** What kind of live object has this id, the directory API among them; undefined for none. */
export const kindOfObject = async (
  db: Database,
  which: { readonly tenantId: TenantId; readonly id: string },
): ReturnType<typeof kindOfLive> =>
  which.id === graphPrincipalId(which.tenantId) ? 'application' : kindOfLive(db, which)

const ofPrincipals = /^\/servicePrincipals\/:id\/(\w+)$/
const assigned = new Set(['appRoleAssignments', 'oauth2PermissionGrants'])

/**
 * What a list at `path` is a list of where it is the directory API's: it is stored nowhere, and
 * tied to nothing but what is assigned to it. Undefined for every other list, and object.
 */
export const emptyOfGraph = (
  { method, path }: { readonly method: string; readonly path: string },
  tenantId: TenantId,
  id: string,
): string | undefined => {
  const [, link = ''] = ofPrincipals.exec(path) ?? []
  const isEmpty = method === 'GET' && link !== '' && link !== 'appRoleAssignedTo'
  if (!isEmpty || id !== graphPrincipalId(tenantId)) return undefined
  return assigned.has(link) ? link : 'directoryObjects'
}

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
import type { Condition } from '../../kernel/condition.ts'
import {
  zeroId,
  type ApplicationId,
  type AppRoleId,
  type RegistrationId,
  type TenantId,
} from '../../kernel/ids.ts'
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

/** It, as if it were stored. */
export const graphPrincipal = (tenantId: TenantId): ApplicationRow => ({
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
  identifierUris: [],
  registered: {},
  kept: {},
  createdAt: new Date(0),
  appRoles,
  sortValue: '',
})

const isNamedGraph = (of: Condition | undefined): boolean =>
  of?.kind === 'compare' && of.operator === 'eq' && of.value === graphAudience

/** Whether a filter of applications asks for it: by its appId, its id or its name. */
export const asksForGraph = (tenantId: TenantId, filter: Condition | undefined): boolean => {
  if (filter?.kind === 'and') return filter.of.every((one) => asksForGraph(tenantId, one))
  if (filter?.kind === 'any' && filter.property === 'servicePrincipalNames')
    return isNamedGraph(filter.of)
  if (filter?.kind !== 'compare' || filter.operator !== 'eq') return false
  const known: Readonly<Record<string, string>> = {
    appId: graphAudience,
    id: graphPrincipalId(tenantId),
    displayName: graphName,
  }
  return known[filter.property]?.toLowerCase() === String(filter.value).toLowerCase()
}

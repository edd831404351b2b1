/**
 * A typed client of the directory API, /v1.0, for one organization. Every method throws a Problem
 * when it is refused.
 */
import type * as shapes from './graph-shapes.ts'
import type { DirectoryObject, ListQuery } from './graph-shapes.ts'
import { Problem, request, requestFile, type Fetch } from './problem.ts'
import { type Call, type Collection, type List, optionsOf, pageOf, path } from './graph-calls.ts'

export type * from './graph-shapes.ts'

const base = '/v1.0'

const reference = (id: string) => ({ '@odata.id': `${base}/directoryObjects/${id}` })

const userRoutes = (call: Call, list: List) => ({
  list: (query?: ListQuery) => list<shapes.User>('/users', query),
  create: (properties: shapes.NewUser) => call<shapes.User>('POST', '/users', properties),
  read: (id: string) => call<shapes.User>('GET', path('users', id)),
  update: (id: string, properties: shapes.UserProperties) =>
    call('PATCH', path('users', id), properties),
  remove: (id: string) => call('DELETE', path('users', id)),
  memberOf: (id: string, query?: ListQuery) =>
    list<DirectoryObject>(path('users', id, 'memberOf'), query),
  ownedObjects: (id: string, query?: ListQuery) =>
    list<DirectoryObject>(path('users', id, 'ownedObjects'), query),
  directReports: (id: string, query?: ListQuery) =>
    list<DirectoryObject>(path('users', id, 'directReports'), query),
  roles: (id: string, query?: ListQuery) =>
    list<shapes.HeldRole>(path('users', id, 'guesthouse.roles'), query),
  appRoleAssignments: (id: string, query?: ListQuery) =>
    list<shapes.AppRoleAssignment>(path('users', id, 'appRoleAssignments'), query),
  assign: (id: string, assignment: shapes.NewAppRoleAssignment) =>
    call<shapes.AppRoleAssignment>('POST', path('users', id, 'appRoleAssignments'), assignment),
  unassign: (id: string, assignmentId: string) =>
    call('DELETE', path('users', id, 'appRoleAssignments', assignmentId)),
  sponsors: (id: string, query?: ListQuery) =>
    list<DirectoryObject>(path('users', id, 'sponsors'), query),
  sponsoredGuests: (id: string, query?: ListQuery) =>
    list<DirectoryObject>(path('users', id, 'guesthouse.sponsoredGuests'), query),
  addSponsor: (id: string, sponsorId: string) =>
    call('POST', path('users', id, 'sponsors', '$ref'), reference(sponsorId)),
  removeSponsor: (id: string, sponsorId: string) =>
    call('DELETE', path('users', id, 'sponsors', sponsorId, '$ref')),
  /** The manager; null when there is none. */
  manager: (id: string): Promise<DirectoryObject | null> =>
    call<DirectoryObject>('GET', path('users', id, 'manager')).catch(noneIfMissing),
  setManager: (id: string, managerId: string) =>
    call('PUT', path('users', id, 'manager', '$ref'), reference(managerId)),
  removeManager: (id: string) => call('DELETE', path('users', id, 'manager', '$ref')),
  revokeSessions: (id: string) =>
    call<{ value: boolean }>('POST', path('users', id, 'revokeSignInSessions')),
  createPasswordLink: (id: string) =>
    call<{ url: string; expiresDateTime: string }>(
      'POST',
      path('users', id, 'guesthouse.createPasswordLink'),
    ),
  resetFactors: (id: string) =>
    call<shapes.RemovedFactors>('POST', path('users', id, 'guesthouse.resetFactors')),
  identities: (id: string) =>
    list<shapes.FederatedIdentity>(path('users', id, 'guesthouse.identities')),
  tie: (id: string, identity: { issuer: string; issuerAssignedId: string }) =>
    call<shapes.FederatedIdentity>('POST', path('users', id, 'guesthouse.identities'), identity),
  untie: (id: string, identityId: string) =>
    call('DELETE', path('users', id, 'guesthouse.identities', identityId)),
})

const noneIfMissing = (error: unknown): null => {
  if (error instanceof Problem && error.status === 404) return null
  throw error
}

const deletedRoutes = (call: Call, list: List) => ({
  list: (query?: ListQuery) =>
    list<shapes.DeletedUser>('/directory/deletedItems/microsoft.graph.user', query),
  read: (id: string) => call<shapes.DeletedUser>('GET', path('directory', 'deletedItems', id)),
  preview: (id: string) =>
    call<shapes.RestorePreview>(
      'GET',
      path('directory', 'deletedItems', id, 'guesthouse.restorePreview'),
    ),
  restore: (id: string, options: shapes.RestoreOptions = {}) =>
    call<shapes.Restored>('POST', path('directory', 'deletedItems', id, 'restore'), options),
  purge: (id: string) => call('DELETE', path('directory', 'deletedItems', id)),
  /** Permanently deletes 1 to 100 users; what became of each. */
  purgeMany: (ids: readonly string[]) =>
    call<{ value: readonly shapes.PurgeResult[] }>(
      'POST',
      '/directory/deletedItems/guesthouse.permanentlyDelete',
      { ids },
    ),
  hold: (id: string, reason: string) =>
    call('POST', path('directory', 'deletedItems', id, 'guesthouse.hold'), { reason }),
  endHold: (id: string) =>
    call('POST', path('directory', 'deletedItems', id, 'guesthouse.endHold')),
  erasures: (query?: ListQuery) => list<shapes.Erasure>('/guesthouse.erasures', query),
})

const groupRoutes = (call: Call, list: List) => ({
  list: (query?: ListQuery) => list<shapes.Group>('/groups', query),
  create: (properties: shapes.NewGroup) => call<shapes.Group>('POST', '/groups', properties),
  read: (id: string) => call<shapes.Group>('GET', path('groups', id)),
  update: (id: string, properties: shapes.GroupProperties) =>
    call('PATCH', path('groups', id), properties),
  remove: (id: string) => call('DELETE', path('groups', id)),
  linked: (id: string, kind: 'members' | 'owners', query?: ListQuery) =>
    list<DirectoryObject>(path('groups', id, kind), query),
  link: (id: string, kind: 'members' | 'owners', userId: string) =>
    call('POST', path('groups', id, kind, '$ref'), reference(userId)),
  unlink: (id: string, kind: 'members' | 'owners', userId: string) =>
    call('DELETE', path('groups', id, kind, userId, '$ref')),
  appRoleAssignments: (id: string, query?: ListQuery) =>
    list<shapes.AppRoleAssignment>(path('groups', id, 'appRoleAssignments'), query),
})

const applicationRoutes = (call: Call, list: List) => ({
  list: (query?: ListQuery) => list<shapes.Application>('/servicePrincipals', query),
  create: (properties: shapes.ApplicationProperties) =>
    call<shapes.Application>('POST', '/servicePrincipals', properties),
  read: (id: string) => call<shapes.Application>('GET', path('servicePrincipals', id)),
  update: (id: string, properties: shapes.ApplicationProperties) =>
    call('PATCH', path('servicePrincipals', id), properties),
  remove: (id: string) => call('DELETE', path('servicePrincipals', id)),
  addSecret: (id: string, passwordCredential: { displayName: string; endDateTime: string }) =>
    call<shapes.NewClientSecret>('POST', path('servicePrincipals', id, 'addPassword'), {
      passwordCredential,
    }),
  removeSecret: (id: string, keyId: string) =>
    call('POST', path('servicePrincipals', id, 'removePassword'), { keyId }),
  assignments: (id: string, query?: ListQuery) =>
    list<shapes.AppRoleAssignment>(path('servicePrincipals', id, 'appRoleAssignedTo'), query),
  assign: (id: string, assignment: shapes.NewAppRoleAssignment) =>
    call<shapes.AppRoleAssignment>(
      'POST',
      path('servicePrincipals', id, 'appRoleAssignedTo'),
      assignment,
    ),
  unassign: (id: string, assignmentId: string) =>
    call('DELETE', path('servicePrincipals', id, 'appRoleAssignedTo', assignmentId)),
  owners: (id: string, query?: ListQuery) =>
    list<DirectoryObject>(path('servicePrincipals', id, 'owners'), query),
  addOwner: (id: string, userId: string) =>
    call('POST', path('servicePrincipals', id, 'owners', '$ref'), reference(userId)),
  removeOwner: (id: string, userId: string) =>
    call('DELETE', path('servicePrincipals', id, 'owners', userId, '$ref')),
})

const roleRoutes = (call: Call, list: List) => ({
  definitions: (query?: ListQuery) =>
    list<shapes.RoleDefinition>('/roleManagement/directory/roleDefinitions', query),
  assignments: (query?: ListQuery) =>
    list<shapes.RoleAssignment>('/roleManagement/directory/roleAssignments', query),
  assign: (roleDefinitionId: string, principalId: string) =>
    call<shapes.RoleAssignment>('POST', '/roleManagement/directory/roleAssignments', {
      principalId,
      roleDefinitionId,
      directoryScopeId: '/',
    }),
  unassign: (assignmentId: string) =>
    call('DELETE', path('roleManagement', 'directory', 'roleAssignments', assignmentId)),
})

const organizationRoutes = (call: Call) => ({
  read: async (): Promise<shapes.Organization> => {
    const found = await call<shapes.Organization | { value: [shapes.Organization] }>(
      'GET',
      '/organization',
    )
    return 'value' in found ? found.value[0] : found
  },
  update: (id: string, properties: shapes.OrganizationProperties) =>
    call('PATCH', path('organization', id), properties),
  policy: () => call<shapes.ExternalIdentitiesPolicy>('GET', '/policies/externalIdentitiesPolicy'),
  updatePolicy: (changes: Partial<shapes.ExternalIdentitiesPolicy>) =>
    call('PATCH', '/policies/externalIdentitiesPolicy', changes),
})

const auditRoutes = (list: List, fetch: Fetch) => ({
  list: (query?: ListQuery) => list<shapes.AuditEntry>('/auditLogs/directoryAudits', query),
  activities: () => list<shapes.AuditActivity>('/auditLogs/guesthouse.activities'),
  /** Everything the filter finds, as CSV. */
  exportCsv: async (filter?: string): Promise<Blob> => {
    const address = `${base}/auditLogs/guesthouse.exportDirectoryAudits${optionsOf({ filter })}`
    return requestFile(fetch, address)
  },
})

const requestRoutes = (call: Call, list: List) => ({
  list: (query?: ListQuery) => list<shapes.GuestRequest>('/guesthouse.requests', query),
  /** `message` stands in the mail and in the list of whoever asked. */
  answer: (id: string, action: shapes.RequestAnswer, message?: string) =>
    call('POST', path('guesthouse.requests', id, 'guesthouse.answer'), {
      action,
      ...(message === undefined ? {} : { message }),
    }),
})

const invitationRoutes = (call: Call, list: List) => ({
  list: (query?: ListQuery) => list<shapes.ListedInvitation>('/guesthouse.invitations', query),
  create: (invitation: shapes.NewInvitation) =>
    call<shapes.Invitation>('POST', '/invitations', invitation),
  resend: (id: string) =>
    call<{ inviteRedeemUrl: string }>(
      'POST',
      path('guesthouse.invitations', id, 'guesthouse.resend'),
      {},
    ),
  revoke: (id: string) => call('POST', path('guesthouse.invitations', id, 'guesthouse.revoke')),
  policy: () => call<shapes.InvitationPolicy>('GET', '/policies/authorizationPolicy'),
  updatePolicy: (changes: Partial<shapes.InvitationPolicy>) =>
    call('PATCH', '/policies/authorizationPolicy', changes),
})

const providerRoutes = (call: Call, list: List) => ({
  /** All of them, 50 at most. */
  list: () => list<shapes.IdentityProvider>('/identity/identityProviders'),
  create: (provider: shapes.NewIdentityProvider) =>
    call<shapes.IdentityProvider>('POST', '/identity/identityProviders', provider),
  update: (id: string, changes: shapes.IdentityProviderChanges) =>
    call('PATCH', path('identity', 'identityProviders', id), changes),
  remove: (id: string) => call('DELETE', path('identity', 'identityProviders', id)),
  /** Asks the provider what it says of itself now. */
  test: (id: string) =>
    call<shapes.ProviderReport>(
      'POST',
      path('identity', 'identityProviders', id, 'guesthouse.test'),
    ),
})

/** The client, over a `fetch` that brings an access token of the organization. */
export const graphClient = (fetch: Fetch) => {
  const call: Call = async <T>(method: string, at: string, body?: unknown) =>
    (await request(fetch, method, base + at, body)) as T
  const list: List = async <T>(at: string, query: ListQuery = {}) => {
    const address = query.next ?? base + at + optionsOf(query)
    // A count is given to who accepts that it may lag.
    const headers: Record<string, string> =
      query.count === true ? { consistencylevel: 'eventual' } : {}
    return pageOf((await request(fetch, 'GET', address, undefined, headers)) as Collection<T>)
  }
  return {
    me: () => call<shapes.User>('GET', '/me'),
    capabilities: () => call<shapes.Capabilities>('GET', '/me/guesthouse.capabilities'),
    overview: () => call<shapes.Overview>('GET', '/guesthouse.overview'),
    users: userRoutes(call, list),
    deleted: deletedRoutes(call, list),
    invitations: invitationRoutes(call, list),
    groups: groupRoutes(call, list),
    applications: applicationRoutes(call, list),
    roles: roleRoutes(call, list),
    providers: providerRoutes(call, list),
    organization: organizationRoutes(call),
    audit: auditRoutes(list, fetch),
    requests: requestRoutes(call, list),
  }
}

export type GraphClient = ReturnType<typeof graphClient>

/**
 * A typed client of the directory API, /v1.0, for one organization. Every method throws a Problem
 * when it is refused.
 */
import { Problem } from './problem.ts'
import type { activity, directoryAudit } from '../wire/graph/audit.ts'
import type { DefaultAnswer } from '../wire/graph/definition/answer.ts'
import type { Findings } from '../wire/graph/finding.ts'
import type { group, Group, GroupProperties, NewGroup } from '../wire/graph/group.ts'
import type {
  identityProvider,
  IdentityProvider,
  IdentityProviderChanges,
  NewIdentityProvider,
  ProviderReport,
} from '../wire/graph/identity-provider.ts'
import type {
  listedInvitation,
  Invitation,
  InvitationLink,
  NewInvitation,
} from '../wire/graph/invitation.ts'
import type {
  Attestation,
  lifecyclePolicy,
  LifecyclePolicy,
  LifecyclePolicyChanges,
  NewLifecyclePolicy,
  PolicyResults,
  SavedPolicy,
  Simulation,
  UserLifecycle,
} from '../wire/graph/lifecycle.ts'
import type { Capabilities, Overview } from '../wire/graph/me.ts'
import type {
  externalIdentitiesPolicy,
  ExternalIdentitiesPolicyChanges,
  InvitationPolicyChanges,
  OrganizationProperties,
} from '../wire/graph/organization.ts'
import type {
  AnswerMore,
  AnswerResults,
  AnswersMore,
  request as guestRequest,
  RequestAnswer,
} from '../wire/graph/requests.ts'
import type { roleAssignment } from '../wire/graph/roles.ts'
import type { SettingsTrial, TriedSettings } from '../wire/graph/settings-trial.ts'
import {
  base,
  optionsOf,
  pageOf,
  path,
  reference,
  type Call,
  type Calls,
  type Collection,
  type List,
  type ListQuery,
  type Read,
  searchFor,
} from './graph-calls.ts'
import { applicationRoutes } from './graph-applications.ts'
import { deletedObjectRoutes } from './graph-deleted-objects.ts'
import { domainRoutes } from './graph-domains.ts'
import { permissionRoutes } from './graph-permissions.ts'
import { deletedRoutes, exportRoutes, guestsElsewhereRoutes, userRoutes } from './graph-users.ts'
import { request, requestFile, type Fetch } from './problem.ts'
import { linked, selections, usual, type Selection } from './selections.ts'

export { isUuid } from '../kernel/ids.ts'
export type * from './graph-types.ts'

const groupRoutes = ({ call, read, list }: Calls) => ({
  list: (query?: ListQuery) => list(usual<typeof group>(), '/groups', query),
  create: (properties: NewGroup) => call<Group>('POST', '/groups', properties),
  read: (id: string) => read(usual<typeof group>(), path('groups', id)),
  update: (id: string, properties: GroupProperties) =>
    call('PATCH', path('groups', id), properties),
  remove: (id: string) => call('DELETE', path('groups', id)),
  linked: (id: string, kind: 'members' | 'owners', query?: ListQuery) =>
    list(linked, path('groups', id, kind), query),
  link: (id: string, kind: 'members' | 'owners', userId: string) =>
    call('POST', path('groups', id, kind, '$ref'), reference(userId)),
  unlink: (id: string, kind: 'members' | 'owners', userId: string) =>
    call('DELETE', path('groups', id, kind, userId, '$ref')),
  appRoleAssignments: (id: string, query?: ListQuery) =>
    list(selections.appRoleAssignment, path('groups', id, 'appRoleAssignments'), query),
})

const roleRoutes = ({ call, list }: Calls) => ({
  definitions: (query?: ListQuery) =>
    list(selections.roleDefinition, '/roleManagement/directory/roleDefinitions', query),
  assignments: (query?: ListQuery) =>
    list(selections.roleAssignment, '/roleManagement/directory/roleAssignments', query),
  assign: (roleDefinitionId: string, principalId: string) =>
    call<DefaultAnswer<typeof roleAssignment>>(
      'POST',
      '/roleManagement/directory/roleAssignments',
      {
        principalId,
        roleDefinitionId,
        directoryScopeId: '/',
      },
    ),
  unassign: (assignmentId: string) =>
    call('DELETE', path('roleManagement', 'directory', 'roleAssignments', assignmentId)),
})

const organizationRoutes = ({ call, read, list }: Calls) => ({
  /** The one that the token is for. */
  read: async () => {
    const [found] = (await list(selections.organization, '/organization')).value
    if (found === undefined) throw new Error('A list of organizations has one.')
    return found
  },
  update: (id: string, properties: OrganizationProperties) =>
    call('PATCH', path('organization', id), properties),
  policy: () =>
    read(usual<typeof externalIdentitiesPolicy>(), '/policies/externalIdentitiesPolicy'),
  updatePolicy: (changes: ExternalIdentitiesPolicyChanges) =>
    call('PATCH', '/policies/externalIdentitiesPolicy', changes),
})

const auditRoutes = ({ list }: Calls, fetch: Fetch) => ({
  list: (query?: ListQuery) =>
    list(usual<typeof directoryAudit>(), '/auditLogs/directoryAudits', query),
  activities: () => list(usual<typeof activity>(), '/auditLogs/guesthouse.activities'),
  /** Everything the filter finds, as CSV. */
  exportCsv: async (filter?: string): Promise<Blob> => {
    const address = `${base}/auditLogs/guesthouse.exportDirectoryAudits${optionsOf({}, { filter })}`
    return requestFile(fetch, address)
  },
})

const requestRoutes = ({ call, list }: Calls) => ({
  list: (query?: ListQuery) => list(usual<typeof guestRequest>(), '/guesthouse.requests', query),
  answer: (id: string, action: RequestAnswer, more: AnswerMore = {}) =>
    call('POST', path('guesthouse.requests', id, 'guesthouse.answer'), { action, ...more }),
  /** Each for itself, 100 at most. */
  answerMany: (ids: readonly string[], action: RequestAnswer, more: AnswersMore = {}) =>
    call<AnswerResults>('POST', '/guesthouse.requests/guesthouse.answer', {
      ids,
      action,
      ...more,
    }),
})

/** As the directory API refuses where an address meets a user: it names them. */
const isGuestAlready = ({ invitedUser }: Invitation): Problem => {
  const code = 'alreadyGuest'
  const message = 'Whoever has this address is a guest here already, and has accepted.'
  const details = { innerError: { code }, details: [{ code, message, target: invitedUser.id }] }
  return new Problem(409, code, message, { details })
}

const invitationRoutes = ({ call, read, list }: Calls) => ({
  list: (query?: ListQuery) =>
    list(usual<typeof listedInvitation>(), '/guesthouse.invitations', query),
  /** Whoever has accepted before is told so: there is nothing to invite them to. */
  create: async (invitation: NewInvitation): Promise<Invitation> => {
    const made = await call<Invitation>('POST', '/invitations', invitation)
    if (made.status !== 'Completed') return made
    throw isGuestAlready(made)
  },
  resend: (id: string) =>
    call<InvitationLink>('POST', path('guesthouse.invitations', id, 'guesthouse.resend'), {}),
  revoke: (id: string) => call('POST', path('guesthouse.invitations', id, 'guesthouse.revoke')),
  policy: () => read(selections.authorizationPolicy, '/policies/authorizationPolicy'),
  updatePolicy: (changes: InvitationPolicyChanges) =>
    call('PATCH', '/policies/authorizationPolicy', changes),
  /** Whom other settings would affect, were they saved; nothing is. */
  trySettings: (settings: TriedSettings) =>
    call<SettingsTrial>('POST', '/policies/guesthouse.simulate', settings),
})

const providerRoutes = ({ call, list }: Calls) => ({
  /** All of them, 50 at most. */
  list: () => list(usual<typeof identityProvider>(), '/identity/identityProviders'),
  create: (provider: NewIdentityProvider) =>
    call<IdentityProvider>('POST', '/identity/identityProviders', provider),
  update: (id: string, changes: IdentityProviderChanges) =>
    call('PATCH', path('identity', 'identityProviders', id), changes),
  remove: (id: string) => call('DELETE', path('identity', 'identityProviders', id)),
  /** Asks the provider what it says of itself now. */
  test: (id: string) =>
    call<ProviderReport>('POST', path('identity', 'identityProviders', id, 'guesthouse.test')),
})

const policiesAt = ['identityGovernance', 'lifecycleWorkflows', 'lifecyclePolicies'] as const

const lifecycleRoutes = ({ call, list }: Calls) => ({
  /** All of them, ten at most, in the order in which they decide. */
  list: () => list(usual<typeof lifecyclePolicy>(), path(...policiesAt)),
  read: (id: string) => call<LifecyclePolicy>('GET', path(...policiesAt, id)),
  update: (id: string, changes: LifecyclePolicyChanges) =>
    call('PATCH', path(...policiesAt, id), changes),
  /** Saves it as it was simulated; refused where it would concern others by now. */
  save: (policy: NewLifecyclePolicy & { readonly id?: string; readonly seen: string }) =>
    call<SavedPolicy>('POST', path(...policiesAt, 'guesthouse.save'), policy),
  /** What it did, by day. */
  results: (id: string) =>
    call<PolicyResults>('GET', path(...policiesAt, id, 'guesthouse.results')),
  remove: (id: string) => call('DELETE', path(...policiesAt, id)),
  /** Whom a policy would concern, were it saved; nothing is. */
  simulate: (policy: NewLifecyclePolicy & { readonly id?: string; readonly after?: string }) =>
    call<Simulation>('POST', path(...policiesAt, 'guesthouse.simulate'), policy),
  /** What ends a guest next. */
  ofUser: (id: string) => call<UserLifecycle>('GET', path('users', id, 'guesthouse.lifecycle')),
  /** A guest is still needed; the end date moves with it, or neither. */
  attest: (id: string, sent: Attestation = {}) =>
    call('POST', path('users', id, 'microsoft.graph.identityGovernance.attest'), sent),
})

/** The client, over a `fetch` that brings an access token of the organization. */
export const graphClient = (fetch: Fetch) => {
  const call: Call = async <T>(method: string, at: string, body?: unknown) =>
    (await request(fetch, method, base + at, body)) as T
  const read: Read = (selection, at) => call('GET', at + optionsOf(selection))
  const list: List = async <T>(selection: Selection<T>, at: string, query: ListQuery = {}) => {
    const address = query.next ?? base + at + optionsOf(selection, query)
    // A count is given to who accepts that it may lag.
    const headers: Record<string, string> =
      query.count === true ? { consistencylevel: 'eventual' } : {}
    return pageOf((await request(fetch, 'GET', address, undefined, headers)) as Collection<T>)
  }
  const calls = { call, read, list }
  return {
    me: () => read(selections.user, '/me'),
    capabilities: () => call<Capabilities>('GET', '/me/guesthouse.capabilities'),
    find: (text: string) => call<Findings>('GET', `/guesthouse.findings${searchFor(text)}`),
    overview: () => call<Overview>('GET', '/guesthouse.overview'),
    users: userRoutes(calls),
    guestsElsewhere: guestsElsewhereRoutes(calls),
    exports: exportRoutes(calls, fetch),
    deleted: deletedRoutes(calls),
    deletedObjects: deletedObjectRoutes(calls),
    invitations: invitationRoutes(calls),
    groups: groupRoutes(calls),
    applications: applicationRoutes(calls),
    permissions: permissionRoutes(calls),
    roles: roleRoutes(calls),
    providers: providerRoutes(calls),
    domains: domainRoutes(calls),
    organization: organizationRoutes(calls),
    audit: auditRoutes(calls, fetch),
    requests: requestRoutes(calls),
    lifecycle: lifecycleRoutes(calls),
  }
}

export type GraphClient = ReturnType<typeof graphClient>

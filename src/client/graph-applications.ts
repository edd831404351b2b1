/** The calls of the client that are about applications. */
import type {
  appRoleAssignment,
  NewAppRoleAssignment,
} from '../wire/graph/applications/app-role-assignment.ts'
import type {
  ClientSecretWish,
  NewClientSecret,
} from '../wire/graph/applications/application-parts.ts'
import { graphAudience } from '../wire/graph/applications/graph-permissions.ts'
import type {
  ApplicationProperties,
  NewApplication,
  servicePrincipal,
} from '../wire/graph/applications/service-principal.ts'
import type { DefaultAnswer } from '../wire/graph/definition/answer.ts'
import { path, reference, type Calls, type ListQuery } from './graph-calls.ts'
import { linked, selections } from './selections.ts'

// The directory API, which is in each list, is no application that somebody keeps here.
const keptHere = (query: ListQuery = {}): ListQuery => ({
  ...query,
  // What is not equal is asked for by who accepts that it may lag.
  count: true,
  filter: [...(query.filter ? [`(${query.filter})`] : []), `appId ne '${graphAudience}'`].join(
    ' and ',
  ),
})

/** Applications as people are assigned to them. */
export const applicationRoutes = ({ call, read, list }: Calls) => ({
  /** The applications of the organization, without the directory API itself. */
  list: (query?: ListQuery) =>
    list(selections.listedApplication, '/servicePrincipals', keptHere(query)),
  create: (properties: NewApplication) =>
    call<DefaultAnswer<typeof servicePrincipal>>('POST', '/servicePrincipals', properties),
  read: (id: string) => read(selections.application, path('servicePrincipals', id)),
  update: (id: string, properties: ApplicationProperties) =>
    call('PATCH', path('servicePrincipals', id), properties),
  /** With its registration: the two come and go together here. */
  remove: (appId: string) => call('DELETE', `/applications(appId='${encodeURIComponent(appId)}')`),
  /** Of another organization's: what this one has of it. */
  removeHere: (id: string) => call('DELETE', path('servicePrincipals', id)),
  addSecret: (id: string, passwordCredential: ClientSecretWish['passwordCredential']) =>
    call<NewClientSecret>('POST', path('servicePrincipals', id, 'addPassword'), {
      passwordCredential,
    }),
  removeSecret: (id: string, keyId: string) =>
    call('POST', path('servicePrincipals', id, 'removePassword'), { keyId }),
  assignments: (id: string, query?: ListQuery) =>
    list(selections.appRoleAssignment, path('servicePrincipals', id, 'appRoleAssignedTo'), query),
  assign: (id: string, assignment: NewAppRoleAssignment) =>
    call<DefaultAnswer<typeof appRoleAssignment>>(
      'POST',
      path('servicePrincipals', id, 'appRoleAssignedTo'),
      assignment,
    ),
  unassign: (id: string, assignmentId: string) =>
    call('DELETE', path('servicePrincipals', id, 'appRoleAssignedTo', assignmentId)),
  owners: (id: string, query?: ListQuery) =>
    list(linked, path('servicePrincipals', id, 'owners'), query),
  addOwner: (id: string, userId: string) =>
    call('POST', path('servicePrincipals', id, 'owners', '$ref'), reference(userId)),
  removeOwner: (id: string, userId: string) =>
    call('DELETE', path('servicePrincipals', id, 'owners', userId, '$ref')),
})

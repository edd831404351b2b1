/** What the client asks about what applications may do: given by whom they work for, taken back. */
import type {
  appRoleAssignment,
  NewAppRoleAssignment,
} from '../wire/graph/applications/app-role-assignment.ts'
import type { permissionGrant } from '../wire/graph/applications/permission-grant.ts'
import type { DefaultAnswer } from '../wire/graph/definition/answer.ts'
import type { Creation } from '../wire/graph/definition/sent.ts'
import { path, type Calls, type ListQuery } from './graph-calls.ts'
import { selections, usual } from './selections.ts'

const byClientId = (collection: string, appId: string): string =>
  `/${collection}(appId='${encodeURIComponent(appId)}')`

export const permissionRoutes = ({ call, read, list }: Calls) => ({
  /** What the registration of an application asks for. */
  asked: (appId: string) => read(selections.asking, byClientId('applications', appId)),
  /** What there is to be given at an application, by its client id or by the id of it here. */
  resource: (id: string) => read(selections.resource, path('servicePrincipals', id)),
  resourceOf: (appId: string) => read(selections.resource, byClientId('servicePrincipals', appId)),
  /** What an application was given by itself. */
  ofItself: (id: string, query?: ListQuery) =>
    list(selections.appRoleAssignment, path('servicePrincipals', id, 'appRoleAssignments'), query),
  give: (assignment: NewAppRoleAssignment) =>
    call<DefaultAnswer<typeof appRoleAssignment>>(
      'POST',
      path('servicePrincipals', assignment.principalId, 'appRoleAssignments'),
      assignment,
    ),
  take: (id: string, assignmentId: string) =>
    call('DELETE', path('servicePrincipals', id, 'appRoleAssignments', assignmentId)),
  /** What applications were given for people. */
  grants: (query?: ListQuery) =>
    list(usual<typeof permissionGrant>(), '/oauth2PermissionGrants', query),
  grant: (given: Creation<typeof permissionGrant>) =>
    call<DefaultAnswer<typeof permissionGrant>>('POST', '/oauth2PermissionGrants', given),
  /** Without a scope it is taken away. */
  changeGrant: (id: string, scope: string) =>
    call('PATCH', path('oauth2PermissionGrants', id), { scope }),
})

/**
 * Which scopes each operation of the directory API takes: for people (delegated) and for
 * applications by themselves, as they are published for Microsoft Graph, as far as they mean
 * something here. Left out are those that allow only a part of what our answer holds
 * (…ReadBasic.All), what is one's own (User.Read but at /me), and other products'; every
 * line is compared with the published file by test/doors/permissions.once.test.ts. `A+B` is taken
 * from who has both. What an application may be given stands in graph-permissions.ts of the wire.
 */
import { publishedApplications } from './published-applications.ts'
import { publishedMemberships } from './published-memberships.ts'
import { publishedMethods } from './published-methods.ts'
import { both, peopleOnly, readGrants, readUsers, type Scopes } from './published-parts.ts'
import { publishedWrites } from './published-writes.ts'

const readRoles =
  'Directory.Read.All Directory.ReadWrite.All RoleManagement.Read.Directory RoleManagement.ReadWrite.Directory'
const writeGrants = 'DelegatedPermissionGrant.ReadWrite.All Directory.ReadWrite.All'
const writeUsers = 'Directory.ReadWrite.All User.ReadWrite.All'
const endUsers = 'User.DeleteRestore.All User.ReadWrite.All'

/** As published, each under its published method and path. */
const published = {
  'GET /me': peopleOnly(
    'Directory.Read.All Directory.ReadWrite.All User.Read User.Read.All User.ReadWrite.All',
  ),
  'GET /users': both(readUsers),
  'GET /users/delta': both(readUsers),
  'POST /users': both('Directory.ReadWrite.All User.ReadWrite.All'),
  'GET /users/{id}': both(readUsers),
  'PATCH /users/{id}': both('Directory.ReadWrite.All User.ReadWrite.All'),
  'POST /users/{id}/revokeSignInSessions': both(
    'Directory.ReadWrite.All User.ReadWrite.All User.RevokeSessions.All',
  ),
  'GET /me/memberOf': peopleOnly(
    'Directory.Read.All Directory.ReadWrite.All GroupMember.Read.All User.Read',
  ),
  'GET /users/{id}/memberOf': {
    people: 'Directory.Read.All Directory.ReadWrite.All GroupMember.Read.All',
    applications: 'Directory.Read.All Directory.ReadWrite.All',
  },
  'GET /users/{id}/ownedObjects': both(readUsers),
  'GET /users/{id}/directReports': both(readUsers),
  'GET /users/{id}/sponsors': both('User.Read.All User.ReadWrite.All'),
  'GET /users/{id}/manager': both(readUsers),
  'PUT /users/{id}/manager/$ref': both('Directory.ReadWrite.All User.ReadWrite.All'),
  'DELETE /users/{id}/manager/$ref': both('Directory.ReadWrite.All User.ReadWrite.All'),
  'POST /users/{id}/sponsors/$ref': both('Directory.ReadWrite.All User.ReadWrite.All'),
  'DELETE /users/{id}/sponsors/{id}/$ref': both('Directory.ReadWrite.All User.ReadWrite.All'),
  'GET /users/{id}/appRoleAssignments': both('AppRoleAssignment.ReadWrite.All Directory.Read.All'),
  'POST /users/{id}/appRoleAssignments': both('AppRoleAssignment.ReadWrite.All'),
  'DELETE /users/{id}/appRoleAssignments/{id}': both('AppRoleAssignment.ReadWrite.All'),
  'GET /groups/{id}/appRoleAssignments': both(
    'AppRoleAssignment.ReadWrite.All Directory.Read.All Directory.ReadWrite.All',
  ),
  'POST /groups/{id}/appRoleAssignments': both('AppRoleAssignment.ReadWrite.All'),
  'DELETE /groups/{id}/appRoleAssignments/{id}': both('AppRoleAssignment.ReadWrite.All'),
  'DELETE /users/{id}': both('User.DeleteRestore.All User.ReadWrite.All'),
  'POST /directory/deletedItems/{id}/restore': both('User.DeleteRestore.All User.ReadWrite.All'),
  'POST /invitations': both('Directory.ReadWrite.All User.Invite.All User.ReadWrite.All'),
  'GET /policies/authorizationPolicy': both('Policy.Read.All Policy.ReadWrite.Authorization'),
  'PATCH /policies/authorizationPolicy': both('Policy.ReadWrite.Authorization'),
  'GET /groups': both(
    'Directory.Read.All Directory.ReadWrite.All Group.Read.All Group.ReadWrite.All GroupMember.Read.All',
  ),
  'GET /groups/delta': both(
    'Directory.Read.All Directory.ReadWrite.All Group.Read.All Group.ReadWrite.All GroupMember.Read.All',
  ),
  'POST /groups': {
    people: 'Directory.ReadWrite.All Group.ReadWrite.All',
    applications: 'Directory.ReadWrite.All Group.Create Group.ReadWrite.All',
  },
  'GET /groups/{id}': both(
    'Directory.Read.All Directory.ReadWrite.All Group.Read.All Group.ReadWrite.All GroupMember.Read.All',
  ),
  'PATCH /groups/{id}': both('Directory.ReadWrite.All Group.ReadWrite.All'),
  'DELETE /groups/{id}': both('Group.ReadWrite.All'),
  'GET /groups/{id}/members': both(
    'Directory.Read.All Group.Read.All Group.ReadWrite.All GroupMember.Read.All GroupMember.ReadWrite.All',
  ),
  'DELETE /groups/{id}/members/{id}/$ref': both(
    'Directory.ReadWrite.All Group.ReadWrite.All GroupMember.ReadWrite.All',
  ),
  'GET /groups/{id}/owners': both(
    'Directory.Read.All Group.Read.All Group.ReadWrite.All GroupMember.Read.All GroupMember.ReadWrite.All',
  ),
  'POST /groups/{id}/owners/$ref': both('Directory.ReadWrite.All Group.ReadWrite.All'),
  'DELETE /groups/{id}/owners/{id}/$ref': both('Directory.ReadWrite.All Group.ReadWrite.All'),
  'GET /oauth2PermissionGrants': both(readGrants),
  'GET /oauth2PermissionGrants/{id}': both(readGrants),
  'POST /oauth2PermissionGrants': both(writeGrants),
  'PATCH /oauth2PermissionGrants/{id}': both(writeGrants),
  'DELETE /oauth2PermissionGrants/{id}': both(writeGrants),
  'GET /users/{id}/oauth2PermissionGrants': both(
    'DelegatedPermissionGrant.ReadWrite.All Directory.Read.All',
  ),
  'GET /roleManagement/directory/roleDefinitions': both(readRoles),
  'GET /roleManagement/directory/roleAssignments': both(readRoles),
  'GET /roleManagement/directory/roleDefinitions/{id}': both(readRoles),
  'GET /roleManagement/directory/roleAssignments/{id}': both(readRoles),
  'POST /roleManagement/directory/roleAssignments': both('RoleManagement.ReadWrite.Directory'),
  'DELETE /roleManagement/directory/roleAssignments/{id}': both(
    'RoleManagement.ReadWrite.Directory',
  ),
  'GET /directoryRoles': both(readRoles),
  'GET /directoryRoles/delta': both(readRoles),
  'GET /directoryRoles/{id}': both(readRoles),
  'GET /directoryRoles/{id}/members': both(readRoles),
  'GET /directoryRoleTemplates': both(readRoles),
  'GET /directoryRoleTemplates/{id}': both(readRoles),
  'POST /directoryRoles': both('RoleManagement.ReadWrite.Directory'),
  'POST /directoryRoles/{id}/members/$ref': both('RoleManagement.ReadWrite.Directory'),
  'DELETE /directoryRoles/{id}/members/{id}/$ref': both('RoleManagement.ReadWrite.Directory'),
  'GET /organization': both(
    'Directory.Read.All Directory.ReadWrite.All Organization.Read.All Organization.ReadWrite.All User.Read.All',
  ),
  'PATCH /organization/{id}': both('Organization.ReadWrite.All'),
  'GET /domains': both('Directory.Read.All Domain.Read.All Domain.ReadWrite.All'),
  'GET /domains/{id}': both('Directory.Read.All Domain.Read.All Domain.ReadWrite.All'),
  'GET /policies/externalIdentitiesPolicy': both(
    'Policy.Read.All Policy.ReadWrite.ExternalIdentities',
  ),
  'PATCH /policies/externalIdentitiesPolicy': both('Policy.ReadWrite.ExternalIdentities'),
  'GET /policies/crossTenantAccessPolicy/partners': both(
    'Policy.Read.All Policy.ReadWrite.CrossTenantAccess',
  ),
  'GET /auditLogs/directoryAudits': both('AuditLog.Read.All Directory.Read.All'),
  'GET /auditLogs/directoryAudits/{id}': both('AuditLog.Read.All Directory.Read.All'),
  'GET /auditLogs/signIns': both('AuditLog.Read.All'),
  'GET /auditLogs/signIns/{id}': both('AuditLog.Read.All'),
} satisfies Record<string, Scopes>

/**
 * What the published table has not: gaps in it that its documents fill, single properties, and
 * operations of our own.
 */
const ours = {
  'PATCH /users/{id} accountEnabled': both(`${writeUsers} User.EnableDisableAccount.All`),
  'PATCH /users/{id} otherMails': both(`${writeUsers} User-Mail.ReadWrite.All`),
  'PATCH /users/{id} phones': both(`${writeUsers} User-Phone.ReadWrite.All`),
  'POST /groups/{id}/members/$ref': both(
    'Directory.ReadWrite.All Group.ReadWrite.All GroupMember.ReadWrite.All',
  ),
  'read deleted users': both(readUsers),
  'read deleted groups': both(
    'Directory.Read.All Directory.ReadWrite.All Group.Read.All Group.ReadWrite.All',
  ),
  'read deleted applications': both(
    'Application.Read.All Application.ReadWrite.All Directory.Read.All',
  ),
  'restore groups': both('Group.ReadWrite.All'),
  'restore applications': both('Application.ReadWrite.All'),
  'purge users': both(endUsers),
  'hold users': both('User.ReadWrite.All'),
  'export users': peopleOnly('User.Export.All'),
  'answer purges': peopleOnly(endUsers),
  'read identity providers': both('IdentityProvider.Read.All IdentityProvider.ReadWrite.All'),
  'write identity providers': both('IdentityProvider.ReadWrite.All'),
  'read identities of users': both(readUsers),
  'write identities of users': both('User.ManageIdentities.All User.ReadWrite.All'),
  'reset how users sign in': both(
    'User-PasswordProfile.ReadWrite.All UserAuthenticationMethod.ReadWrite.All',
  ),
  'read requests': both(readUsers),
  'answer requests': both(writeUsers),
  'read invitations': both(readUsers),
  'manage invitations': both('User.Invite.All User.ReadWrite.All'),
  'reset redemption': both('User.ReadWrite.All'),
  'write partners': both('Policy.ReadWrite.CrossTenantAccess'),
  'read policies': both('Policy.Read.All'),
  // Published is CrossTenantInformation.ReadBasic.All, which is given to nobody here.
  'find tenants by id': both('Policy.Read.All Directory.Read.All'),
  'find tenants by domain': both('Policy.Read.All Directory.Read.All'),
  'try settings': both('Policy.ReadWrite.Authorization'),
  'read lifecycle policies': both('Policy.Read.All Policy.ReadWrite.ExternalIdentities'),
  'write lifecycle policies': both('Policy.ReadWrite.ExternalIdentities'),
  'read what ends guests': both(readUsers),
  'attest guests': peopleOnly(writeUsers),
  // Published is Application.ReadWrite.All alone too: an application with it could give itself all.
  // With both it still gives another one all that it likes (raises-others.ts, decision 41).
  'give permissions': both(
    'AppRoleAssignment.ReadWrite.All+Application.Read.All AppRoleAssignment.ReadWrite.All+Directory.Read.All AppRoleAssignment.ReadWrite.All+Application.ReadWrite.All',
  ),
  'take permissions': both('AppRoleAssignment.ReadWrite.All'),
  // User.ReadWrite, the documented one, is given to nobody here.
  'PATCH /me': peopleOnly(writeUsers),
  'read registrations': both('AuditLog.Read.All'),
  // Published is User.ReadWrite beside it, as at PATCH /me.
  'try a password': peopleOnly('User.ReadWrite.All'),
  'change my password': peopleOnly('User-PasswordProfile.ReadWrite.All'),
  // What is subscribed to says which of them; what it says is judged beside it (subscribing.ts).
  subscriptions: both(
    'Directory.Read.All Directory.ReadWrite.All User.Read.All User.ReadWrite.All Group.Read.All Group.ReadWrite.All GroupMember.Read.All GroupMember.ReadWrite.All',
  ),
  // Where somebody is, and that they are there no more, is nobody's but theirs.
  'read organizations of mine': peopleOnly('Directory.AccessAsUser.All'),
  'leave organizations': peopleOnly('Directory.AccessAsUser.All'),
  'leave groups': peopleOnly(
    'Directory.ReadWrite.All Group.ReadWrite.All GroupMember.ReadWrite.All',
  ),
} satisfies Record<string, Scopes>

export const operations = {
  ...published,
  ...publishedApplications,
  ...publishedMemberships,
  ...publishedMethods,
  ...publishedWrites,
  ...ours,
}
export type Operation = keyof typeof operations

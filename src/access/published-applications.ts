/** What published.ts says, of applications and service principals. */
import { both, orOwned, readApplications, readGrants, type Scopes } from './published-parts.ts'

/** As published, each under its published method and path. */
export const publishedApplications = {
  'GET /servicePrincipals/{id}/appRoleAssignedTo': orOwned(readApplications),
  'GET /servicePrincipals/{id}/appRoleAssignments': orOwned(readApplications),
  'POST /servicePrincipals/{id}/appRoleAssignedTo': both(
    'AppRoleAssignment.ReadWrite.All+Application.Read.All AppRoleAssignment.ReadWrite.All+Directory.Read.All Application.ReadWrite.All',
  ),
  'DELETE /servicePrincipals/{id}/appRoleAssignedTo/{id}': both(
    'AppRoleAssignment.ReadWrite.All Application.ReadWrite.All',
  ),
  'GET /applications': orOwned(
    readApplications,
    'Application.Read.All Application.ReadWrite.All Directory.Read.All',
  ),
  'GET /applications/delta': orOwned(readApplications),
  'POST /applications': orOwned('AppRegistration.Create Application.ReadWrite.All'),
  'GET /applications/{id}': orOwned(readApplications),
  'PATCH /applications/{id}': orOwned('Application.ReadWrite.All'),
  'DELETE /applications/{id}': orOwned('Application.ReadWrite.All'),
  'POST /applications/{id}/addPassword': orOwned(
    'Application.ReadWrite.All Directory.ReadWrite.All',
  ),
  'POST /applications/{id}/removePassword': orOwned(
    'Application.ReadWrite.All Directory.ReadWrite.All',
  ),
  'GET /applications/{id}/owners': orOwned(readApplications),
  'POST /applications/{id}/owners/$ref': orOwned(
    'Application.ReadWrite.All+Directory.Read.All Directory.ReadWrite.All',
  ),
  'DELETE /applications/{id}/owners/{id}/$ref': orOwned(
    'Application.ReadWrite.All Directory.ReadWrite.All',
  ),
  'GET /servicePrincipals': orOwned(
    readApplications,
    'Application.Read.All Application.ReadWrite.All Directory.Read.All',
  ),
  'GET /servicePrincipals/delta': orOwned(readApplications),
  'POST /servicePrincipals': orOwned('Application.ReadWrite.All Directory.ReadWrite.All'),
  'GET /servicePrincipals/{id}': orOwned(readApplications),
  'PATCH /servicePrincipals/{id}': orOwned('Application.ReadWrite.All Directory.ReadWrite.All'),
  'DELETE /servicePrincipals/{id}': orOwned('Application.ReadWrite.All Directory.ReadWrite.All'),
  'POST /servicePrincipals/{id}/addPassword': orOwned(
    'Application.ReadWrite.All Directory.ReadWrite.All',
  ),
  'POST /servicePrincipals/{id}/removePassword': orOwned(
    'Application.ReadWrite.All Directory.ReadWrite.All',
  ),
  'GET /servicePrincipals/{id}/owners': orOwned(readApplications),
  'POST /servicePrincipals/{id}/owners/$ref': orOwned(
    'Application.ReadWrite.All+Directory.Read.All Directory.ReadWrite.All',
  ),
  'DELETE /servicePrincipals/{id}/owners/{id}/$ref': orOwned(
    'Application.ReadWrite.All Directory.ReadWrite.All',
  ),
  'GET /applications/{id}/federatedIdentityCredentials': orOwned(
    'Application.Read.All Application.ReadWrite.All',
  ),
  'POST /applications/{id}/federatedIdentityCredentials': orOwned('Application.ReadWrite.All'),
  'GET /applications/{id}/federatedIdentityCredentials/{id}': orOwned('Application.ReadWrite.All'),
  'PATCH /applications/{id}/federatedIdentityCredentials/{id}': orOwned(
    'Application.ReadWrite.All',
  ),
  'DELETE /applications/{id}/federatedIdentityCredentials/{id}': orOwned(
    'Application.ReadWrite.All',
  ),
  'GET /servicePrincipals/{id}/ownedObjects': orOwned(readApplications),
  'GET /servicePrincipals/{id}/oauth2PermissionGrants': both(readGrants),
} satisfies Record<string, Scopes>

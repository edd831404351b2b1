/** The service principal, from the store's words to the wire's. */
import type { ApplicationRow } from '../../directory/applications/list.sql.ts'
import { graphAudience } from '../../tokens/access-token.ts'
import { servicePrincipal } from '../../wire/graph/applications/service-principal.ts'
import { shaped } from '../shape.ts'
import { graphPermissionScopes } from './graph-principal.ts'
import { appRoleShape } from './shape.ts'
import { signInShape, type SignIn } from './sign-in.ts'

export const principalShape = shaped<typeof servicePrincipal, ApplicationRow & SignIn>(
  servicePrincipal,
  {
    servicePrincipalType: () => 'Application',
    appDisplayName: ({ displayName }) => displayName,
    appDescription: ({ registeredDescription }) => registeredDescription,
    appOwnerOrganizationId: ({ appId }, { tenantId }) =>
      appId === graphAudience ? null : tenantId,
    replyUrls: ({ settings }) => (settings?.redirectUris ?? []).map(({ uri }) => uri),
    servicePrincipalNames: ({ appId }) => [appId],
    signInAudience: () => 'AzureADMyOrg',
    'guesthouse.createdDateTime': ({ createdAt }) => createdAt.toISOString(),
    deletedDateTime: () => null,
    appRoles: (row) => row.appRoles.map(appRoleShape),
    oauth2PermissionScopes: ({ appId }) => (appId === graphAudience ? graphPermissionScopes : []),
    ...signInShape,
  },
)

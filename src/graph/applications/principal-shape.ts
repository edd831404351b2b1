/** The service principal, from the store's words to the wire's. */
import type { ApplicationRow } from '../../directory/applications/list.sql.ts'
import { graphAudience } from '../../tokens/access-token.ts'
import { servicePrincipal } from '../../wire/graph/applications/service-principal.ts'
import { shaped } from '../shape.ts'
import { applicationInfo, principalKept } from '../../wire/graph/applications/application-kept.ts'
import { graphPermissionScopes } from './graph-principal.ts'
import { exposedBy, keptTellers } from './kept-shape.ts'
import { appRoleShape } from './shape.ts'
import { signInShape, type SignIn } from './sign-in.ts'

export const principalShape = shaped<typeof servicePrincipal, ApplicationRow & SignIn>(
  servicePrincipal,
  {
    ...keptTellers(principalKept, ({ kept }: ApplicationRow) => kept),
    info: keptTellers({ info: applicationInfo }, (row: ApplicationRow) => row.registered).info,
    logoutUrl: ({ settings }) => settings?.logoutUrl ?? null,
    servicePrincipalType: () => 'Application',
    appDisplayName: ({ displayName }) => displayName,
    appDescription: ({ registeredDescription }) => registeredDescription,
    appOwnerOrganizationId: ({ appId, homeTenantId }) =>
      appId === graphAudience ? null : homeTenantId,
    replyUrls: ({ settings }) => (settings?.redirectUris ?? []).map(({ uri }) => uri),
    servicePrincipalNames: ({ appId, identifierUris }) => [appId, ...identifierUris],
    'guesthouse.createdDateTime': ({ createdAt }) => createdAt.toISOString(),
    deletedDateTime: () => null,
    appRoles: (row) => row.appRoles.map(appRoleShape),
    oauth2PermissionScopes: ({ appId, registered }) =>
      appId === graphAudience ? graphPermissionScopes : exposedBy(registered),
    ...signInShape,
  },
)

/** The application, from the store's words to the wire's. */
import { roleIds, scopeIds } from '../../access/graph-scopes.ts'
import type { RedirectKind } from '../../directory/applications/redirect-address.rule.ts'
import type { RegistrationRow } from '../../directory/applications/registrations.sql.ts'
import type { SignInSettings } from '../../directory/applications/sign-in.ts'
import { graphAudience } from '../../tokens/access-token.ts'
import { applicationKept } from '../../wire/graph/applications/application-kept.ts'
import { application } from '../../wire/graph/applications/application.ts'
import { shaped } from '../shape.ts'
import { isOnDevice } from './application-body.ts'
import { keptTellers } from './kept-shape.ts'
import { keyShape } from './key-credentials.ts'
import { appRoleShape } from './shape.ts'
import { secretShape, type SignIn } from './sign-in.ts'

const urisOf = (settings: SignInSettings | undefined, kind: RedirectKind): string[] =>
  (settings?.redirectUris ?? []).filter((one) => one.kind === kind).map(({ uri }) => uri)

const accessOf = ({
  settings,
  registered,
}: Pick<RegistrationRow & SignIn, 'settings' | 'registered'>) => {
  const resourceAccess: { id: string; type: 'Scope' | 'Role' }[] = [
    ...(settings?.askedScopes ?? []).map((one) => ({ id: scopeIds[one], type: 'Scope' as const })),
    ...(settings?.askedRoles ?? []).map((one) => ({ id: roleIds[one], type: 'Role' as const })),
  ]
  const atGraph =
    resourceAccess.length === 0 ? [] : [{ resourceAppId: graphAudience, resourceAccess }]
  return [...atGraph, ...((registered['requiredResourceAccess'] ?? []) as typeof atGraph)]
}

export const applicationShape = shaped<typeof application, RegistrationRow & SignIn>(application, {
  ...keptTellers(applicationKept, ({ registered }: RegistrationRow) => registered),
  createdDateTime: ({ createdAt }) => createdAt.toISOString(),
  deletedDateTime: () => null,
  appRoles: (row) => row.appRoles.map(appRoleShape),
  web: ({ settings, homepage }) => ({
    redirectUris: urisOf(settings, 'web'),
    homePageUrl: homepage,
    logoutUrl: settings?.logoutUrl ?? null,
  }),
  spa: ({ settings }) => ({ redirectUris: urisOf(settings, 'spa') }),
  publicClient: ({ settings }) => ({ redirectUris: urisOf(settings, 'native') }),
  isFallbackPublicClient: ({ settings }) => isOnDevice(settings?.redirectUris ?? []),
  requiredResourceAccess: accessOf,
  groupMembershipClaims: ({ settings }) => settings?.groupClaims ?? null,
  keyCredentials: ({ keys }) => keys.map(keyShape),
  passwordCredentials: ({ secrets }) => secrets.map(secretShape),
})

/** What the library is told alike for every organization. */
import { graphScopes } from '../access/graph-scopes.ts'
import { assertionAlgorithms } from '../tokens/assertions/prove.ts'
import { isOfPeople } from '../tokens/own-applications.ts'
import { accountScopes, openIdScopes } from '../wire/sign-on.ts'
import type { Client, Configuration, KoaContextWithOIDC } from 'oidc-provider'
import type { Services } from '../edge/routes.ts'
import type { TenantId } from '../kernel/ids.ts'
import { hourMs, minuteMs, secondMs } from '../kernel/time.ts'
import { installationSecret } from '../store/installation-secret.ts'
import { clockSkewSeconds } from '../tokens/access-token.ts'
import { mayIntrospect } from './accounts.ts'
import { claimsByScope } from './claims.ts'
import { ownMetadata } from './client-metadata.ts'
import { endpoints } from './endpoints.ts'
import { acrValues } from './interaction/factors.ts'
import { loadExistingGrant } from './grants.ts'
import { claimsByChoice } from './claims-by-choice.ts'
import {
  deviceSuccessSource,
  logoutSource,
  postLogoutSuccessSource,
  renderError,
  userCodeConfirmSource,
  userCodeInputSource,
} from './library-pages.ts'
import { lastingParameter } from './entra-forms.ts'
import { sessionLifetimeMs } from '../people/sessions.ts'
import { isRotated, keepLasting, needsPkce } from './refresh.ts'
import { refreshLifetimes } from '../tokens/refresh-lifetimes.ts'
import { accessTokenSeconds, resourceIndicators } from './resources.ts'
import { openSilently } from './interaction/silent.ts'
import { signingAlgorithm } from '../tokens/signing-keys.ts'

const inSeconds = (ms: number): number => ms / secondMs

const signedInSeconds = inSeconds(sessionLifetimeMs)

const longestSeconds = inSeconds(refreshLifetimes.lasting)

/** How long everything lasts, in seconds. */
const lifetimes = {
  AccessToken: accessTokenSeconds,
  // A minute, and another one that the clocks of two processes may differ by.
  AuthorizationCode: inSeconds(2 * minuteMs),
  ClientCredentials: accessTokenSeconds,
  DeviceCode: inSeconds(15 * minuteMs),
  Grant: longestSeconds,
  IdToken: inSeconds(hourMs),
  Interaction: inSeconds(hourMs),
  // The longest; how long each one lasts is set when it is stored.
  RefreshToken: longestSeconds,
  Session: signedInSeconds,
}

/** What is the same for every organization. */
export const fixed: Configuration = {
  routes: endpoints,
  scopes: [...openIdScopes],
  claims: { ...claimsByScope, ...claimsByChoice },
  acrValues: [...acrValues],
  conformIdTokenClaims: false,
  subjectTypes: ['public', 'pairwise'],
  responseTypes: ['code'],
  clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
  clientDefaults: { id_token_signed_response_alg: signingAlgorithm, subject_type: 'public' },
  enabledJWA: { idTokenSigningAlgValues: [signingAlgorithm] },
  extraClientMetadata: { properties: [...ownMetadata] },
  pkce: { required: needsPkce },
  extraParams: {
    domain_hint: null,
    // The library asks this of each request, once its application and address are found right.
    [lastingParameter]: async (
      ctx: KoaContextWithOIDC,
      asked: string | undefined,
      client: Client,
    ) => {
      keepLasting(ctx, asked, client)
      await openSilently(ctx)
    },
  } as never,
  clientBasedCORS: (_ctx, origin, client) =>
    client.clientAuthMethod === 'none' &&
    (client.redirectUris ?? []).some((uri) => URL.parse(uri)?.origin === origin),
  // Without offline_access a refresh token lives as long as the person's session; with it, it
  // survives signing out.
  issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
  expiresWithSession: async (_ctx, source) => !source.scopes.has('offline_access'),
  rotateRefreshToken: isRotated,
  revokeGrantPolicy: () => true,
  loadExistingGrant,
  renderError,
  ttl: lifetimes,
  clockTolerance: clockSkewSeconds,
}

export const features = (
  publicUrl: string,
  tenantId: TenantId,
  introspection: ReturnType<typeof mayIntrospect>,
): NonNullable<Configuration['features']> => ({
  devInteractions: { enabled: false },
  backchannelLogout: { enabled: true },
  claimsParameter: { enabled: true },
  clientCredentials: { enabled: true },
  deviceFlow: {
    enabled: true,
    userCodeInputSource,
    userCodeConfirmSource,
    successSource: deviceSuccessSource,
  },
  introspection: { enabled: true, allowedPolicy: introspection },
  revocation: {
    enabled: true,
    allowedPolicy: async (_ctx, client, token) => token.clientId === client.clientId,
  },
  pushedAuthorizationRequests: { enabled: true },
  resourceIndicators: resourceIndicators(publicUrl, tenantId),
  rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource },
  userinfo: { enabled: true },
  dPoP: { enabled: true },
})

// Each organization is an issuer of its own, so each has a browser session of its own here.
export const cookies = async (
  { db }: Services,
  tenantId: TenantId,
): Promise<NonNullable<Configuration['cookies']>> => {
  const common = { signed: true, httpOnly: true, overwrite: true, sameSite: 'lax' } as const
  return {
    keys: [(await installationSecret(db, 'oidc-cookies')).toString('base64url')],
    names: {
      session: 'guesthouse_oidc',
      interaction: 'guesthouse_oidc_interaction',
      resume: 'guesthouse_oidc_resume',
    },
    long: { ...common, path: `/${tenantId}/` },
    short: common,
  }
}

const provingMethods = (found: unknown): string[] => [...(found as string[]), 'private_key_jwt']

/** What the library leaves out of the description of an issuer. */
export const metadata = (found: Record<string, unknown>, tenantId: TenantId): object => ({
  scopes_supported: [
    ...(found['scopes_supported'] as string[]),
    ...(isOfPeople(tenantId) ? accountScopes : graphScopes),
  ],
  subject_types_supported: ['pairwise'],
  prompt_values_supported: ['none', 'login', 'consent', 'select_account'],
  claim_types_supported: ['normal', 'distributed'],
  request_parameter_supported: false,
  frontchannel_logout_supported: true,
  frontchannel_logout_session_supported: true,
  ...Object.fromEntries(
    ['token', 'introspection', 'revocation'].flatMap((endpoint) => [
      [
        `${endpoint}_endpoint_auth_methods_supported`,
        provingMethods(found['token_endpoint_auth_methods_supported']),
      ],
      [`${endpoint}_endpoint_auth_signing_alg_values_supported`, assertionAlgorithms],
    ]),
  ),
})

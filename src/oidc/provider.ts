/**
 * One organization's provider: everything that the library is told. What it may not decide by
 * itself stands in the files beside.
 */
import { EventEmitter } from 'node:events'
import {
  Provider,
  type AdapterPayload,
  type Client,
  type Configuration,
  type KoaContextWithOIDC,
} from 'oidc-provider'
import type { Services } from '../edge/routes.ts'
import type { TenantId } from '../kernel/ids.ts'
import { Overloaded } from '../kernel/overloaded.ts'
import { dayMs, minuteMs, secondMs } from '../kernel/time.ts'
import { installationSecret } from '../store/installation-secret.ts'
import { writeAccessToken } from './access-token-claims.ts'
import { clockSkewSeconds, issuerOf, verifyAccessToken } from '../tokens/access-token.ts'
import { findAccountOf, mayIntrospect } from './accounts.ts'
import { afterwards } from './afterwards.ts'
import { isSecretOf } from '../tokens/application.sql.ts'
import { claimsByScope } from './claims.ts'
import { clientMetadata, ownMetadata } from './client-metadata.ts'
import { endpoints, interactionPath } from './endpoints.ts'
import { acrValues, satisfied, wantedIn, type Level } from './interaction/factors.ts'
import { loadExistingGrant } from './grants.ts'
import { claimsByChoice, tellGroupsByChoice } from './group-claims.ts'
import {
  deviceSuccessSource,
  logoutSource,
  postLogoutSuccessSource,
  renderError,
  userCodeConfirmSource,
  userCodeInputSource,
} from './library-pages.ts'
import { findApplication } from '../tokens/own-applications.ts'
import { recordAdapter } from './record-adapter.ts'
import { lastingParameter } from './entra-forms.ts'
import { pairwiseSubject } from '../tokens/pairwise-subject.ts'
import { followEachOther, isRotated, keepLasting, needsPkce } from './refresh.ts'
import { refreshLifetimes } from '../tokens/refresh-lifetimes.ts'
import { presentState, stateOf } from './request-state.ts'
import { accessTokenSeconds, resourceIndicators } from './resources.ts'
import { openSilently } from './interaction/silent.ts'
import { signInPolicy } from './interaction/policy.ts'
import { signingAlgorithm, type SigningKey } from '../tokens/signing-keys.ts'

const inSeconds = (ms: number): number => ms / secondMs
const signedInSeconds = inSeconds(14 * dayMs)
const longestSeconds = inSeconds(refreshLifetimes.lasting)

/** How long everything lasts, in seconds. */
const lifetimes = {
  AccessToken: accessTokenSeconds,
  // A minute, and another one that the clocks of two processes may differ by.
  AuthorizationCode: inSeconds(2 * minuteMs),
  ClientCredentials: accessTokenSeconds,
  DeviceCode: inSeconds(15 * minuteMs),
  Grant: longestSeconds,
  IdToken: inSeconds(60 * minuteMs),
  Interaction: inSeconds(60 * minuteMs),
  // The longest; how long each one lasts is set when it is stored.
  RefreshToken: longestSeconds,
  Session: signedInSeconds,
}

/** What is the same for every organization. */
const fixed: Configuration = {
  routes: endpoints,
  scopes: ['openid', 'offline_access', 'profile', 'email'],
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

const features = (
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
const cookies = async (
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

const anywhere = { withoutSecret: false, address: undefined }

/** A client's metadata; read once per request, however often the library asks. */
const readClientOf =
  (services: Services, tenantId: TenantId) =>
  async (appId: string): Promise<AdapterPayload | undefined> => {
    const known = presentState()?.applications
    const reading = known?.get(appId) ?? findApplication(services, tenantId, appId)
    known?.set(appId, reading)
    const application = await reading
    return application === undefined
      ? undefined
      : clientMetadata(application, presentState()?.from ?? anywhere)
  }

/** A provider for `tenantId` that signs with the first of `keys`. */
export const makeProvider = async (
  services: Services,
  tenantId: TenantId,
  keys: readonly SigningKey[],
): Promise<Provider> => {
  const { db, publicUrl, sealKey } = services
  const stores = {
    db,
    sealKey,
    tenantId,
    verify: (token: string) => verifyAccessToken(token, keys, { publicUrl, tenantId }),
  }
  const findAccount = findAccountOf(services, tenantId)
  const readClient = readClientOf(services, tenantId)
  const provider = new Provider(issuerOf(publicUrl, tenantId), {
    ...fixed,
    adapter: (kind) => ({
      ...recordAdapter(stores, kind),
      ...(kind === 'Client' ? { find: readClient } : {}),
    }),
    findAccount,
    jwks: { keys: keys.map(({ privateJwk }) => privateJwk) as never },
    pairwiseIdentifier: (_ctx, userId, client) =>
      pairwiseSubject(db, tenantId, client.clientId, userId),
    cookies: await cookies(services, tenantId),
    features: features(publicUrl, tenantId, mayIntrospect(findAccount)),
    interactions: {
      policy: signInPolicy(),
      url: (_ctx, interaction) => `${publicUrl}/${tenantId}${interactionPath}/${interaction.uid}`,
    },
    formats: { customizers: { jwt: writeAccessToken({ publicUrl, tenantId }) } },
  })
  provider.proxy = true
  adjust(provider, services, tenantId)
  return provider
}

const adjust = (
  provider: Provider,
  { db, log, clock, sealKey }: Services,
  tenantId: TenantId,
): void => {
  // The library's own event of this name is not among its types; without a listener it prints.
  EventEmitter.prototype.on.call(provider, 'error', (error: unknown) =>
    log.error({ err: error }, 'sign-on failed'),
  )
  provider.on('server_error', (ctx, error) => {
    // A stranger who has had their share is no failure of ours, and writes no log.
    if (!(error instanceof Overloaded))
      log.error({ requestId: stateOf(ctx).c.get('requestId'), err: error }, 'sign-on failed')
  })
  followEachOther(provider, sealKey)
  tellGroupsByChoice(provider)
  // What was asked for, in the words of who asked.
  Object.defineProperty(provider.OIDCContext.prototype, 'acr', {
    get(this: KoaContextWithOIDC['oidc']) {
      const level = (this.session as { acr?: Level } | undefined)?.acr
      return level === undefined
        ? undefined
        : (satisfied(wantedIn(this.params ?? {}).values, level) ?? level)
    },
  })
  const { prototype } = provider.Client
  Object.defineProperty(prototype, 'compareClientSecret', {
    value(this: { clientId: string }, secret: string) {
      return isSecretOf(db, tenantId, this.clientId, secret, clock())
    },
  })
  // A page that tells a stranger of an error changes a session that was never kept; there is
  // nothing to keep.
  const session = provider.Session.prototype as unknown as {
    exp?: number
    persist: () => Promise<unknown>
  }
  const { persist } = session
  Object.defineProperty(session, 'persist', {
    value(this: { exp?: number }) {
      return this.exp === undefined ? Promise.resolve() : persist.call(this as never)
    },
  })
  // Every application gets subjects of its own. Registered as such, the library would ask those
  // that show codes on devices for keys.
  Object.defineProperty(prototype, 'subjectType', { get: () => 'pairwise', set: () => {} })
  // A job tells applications of every end, whatever ended it; the library would tell of one kind
  // only, and make the person wait.
  Object.defineProperty(prototype, 'backchannelLogout', { value: async () => {} })
  provider.use(afterwards)
}

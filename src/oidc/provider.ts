/**
 * One organization's provider: everything that the library is told. What it may not decide by
 * itself stands in the files beside.
 */
import { EventEmitter } from 'node:events'
import { Provider, type AdapterPayload, type KoaContextWithOIDC } from 'oidc-provider'
import type { Services } from '../edge/routes.ts'
import type { TenantId } from '../kernel/ids.ts'
import { Overloaded } from '../kernel/overloaded.ts'
import { writeAccessToken } from './access-token-claims.ts'
import { issuerOf } from '../kernel/page-address.ts'
import { verifyAccessToken } from '../tokens/access-token.ts'
import { findAccountOf, mayIntrospect } from './accounts.ts'
import { afterwards } from './afterwards.ts'
import { isSecretOf } from '../tokens/application.sql.ts'
import { clientMetadata, ownMetadataOf } from './client-metadata.ts'
import { interactionPath } from './endpoints.ts'
import { satisfied, wantedIn, type Level } from './interaction/factors.ts'
import { tellGroupsByChoice, wishes } from './claims-by-choice.ts'
import { findApplication } from '../tokens/own-applications.ts'
import { recordAdapter } from './records/adapter.ts'
import { pairwiseSubject } from '../tokens/pairwise-subject.ts'
import { followEachOther } from './refresh.ts'
import { presentState, stateOf } from './request-state.ts'
import { signInPolicy } from './interaction/policy.ts'
import type { SigningKey } from '../tokens/signing-keys.ts'
import { cookies, features, fixed } from './provider-settings.ts'

const anywhere = { withoutSecret: false, address: undefined }

/** A client's metadata; read once per request, however often the library asks. */
const readClientOf =
  (services: Services, tenantId: TenantId) =>
  async (appId: string): Promise<AdapterPayload | undefined> => {
    const state = presentState()
    const known = state?.applications
    const reading = known?.get(appId) ?? findApplication(services, tenantId, appId, state?.shown)
    known?.set(appId, reading)
    const application = await reading
    return application === undefined
      ? undefined
      : clientMetadata(application, state?.from ?? anywhere)
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
  const isProvedBy = async (appId: string, secret: string): Promise<boolean> => {
    const state = presentState()
    const read = state?.shown?.secret === secret ? await state.applications.get(appId) : undefined
    return read?.isShown ?? isSecretOf(db, tenantId, appId, { secret, now: clock() })
  }
  Object.defineProperty(prototype, 'compareClientSecret', {
    value(this: { clientId: string }, secret: string) {
      return presentState()?.proved === this.clientId || isProvedBy(this.clientId, secret)
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
  tellOfEnds(prototype)
  provider.use(afterwards)
}

const tellOfEnds = (prototype: Provider['Client']['prototype']): void => {
  // A job tells applications of every end, whatever ended it; the library would tell of one kind
  // only, and make the person wait.
  Object.defineProperty(prototype, 'backchannelLogout', { value: async () => {} })
  // The library names sessions to those alone that have a back channel; others have a front channel
  // or wish it.
  const { includeSid } = prototype as unknown as { includeSid: () => unknown }
  Object.defineProperty(prototype, 'includeSid', {
    value(this: object) {
      const isWished = wishes(this, 'idToken', 'sid') || wishes(this, 'accessToken', 'sid')
      return isWished || ownMetadataOf(this).isToldInBrowser || includeSid.call(this)
    },
  })
}

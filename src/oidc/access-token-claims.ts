/** What the library is told to write into an access token. */
import type {
  AccessToken,
  ClientCredentials,
  JWTStructured,
  KoaContextWithOIDC,
} from 'oidc-provider'
import type { TenantId } from '../kernel/ids.ts'
import { graphAudience } from '../tokens/access-token.ts'
import type { KnownAccount } from './accounts.ts'
import { claimNames, claimsAsWished, standingClaims } from './claims.ts'
import { ownMetadataOf } from './client-metadata.ts'
import { chosenFor, groupClaims } from './claims-by-choice.ts'
import { isPowerful } from '../access/graph-scopes.ts'
import { shortScopes } from '../tokens/scopes.ts'
import { stateOf } from './request-state.ts'

type About = { readonly publicUrl: string; readonly tenantId: TenantId }
type Payload = Record<string, unknown>

// An application that acts by itself is its own subject. At the directory API, and at another
// application, it may do what it was given there.
const appClaims = (client: object | undefined, roles: readonly string[] | 'ofGraph'): Payload => {
  const own = client === undefined ? undefined : ownMetadataOf(client)
  return {
    idtyp: 'app',
    oid: own?.applicationId,
    sub: own?.applicationId,
    app_displayname: (client as { clientName?: string } | undefined)?.clientName,
    roles: roles === 'ofGraph' ? (own?.permissions ?? []) : roles,
  }
}

const rolesFor = (ctx: KoaContextWithOIDC, audience: unknown): readonly string[] | 'ofGraph' => {
  if (audience === graphAudience) return 'ofGraph'
  const { at } = stateOf(ctx)
  return at !== undefined && at.audience === audience ? at.roles : []
}

/**
 * Adds our claims: who and with which standing, for a person; which application, for one that acts
 * by itself.
 */
export const writeAccessToken =
  ({ publicUrl, tenantId }: About) =>
  (ctx: KoaContextWithOIDC, token: AccessToken | ClientCredentials, parts: JWTStructured): void => {
    const payload = (parts.payload ??= {}) as Payload
    const clientId = String(token.clientId)
    const common = {
      tid: tenantId,
      appid: clientId,
      azp: clientId,
      nbf: payload['iat'],
      ver: '2.0',
    }
    const account = ctx.oidc.account as KnownAccount | undefined
    if (!('accountId' in token) || account === undefined) {
      Object.assign(payload, common, appClaims(token.client, rolesFor(ctx, payload['aud'])))
      return
    }
    const exposed = exposedBy(token)
    const isOfOther = exposed !== undefined && payload['aud'] !== clientId
    const standingOf = ({ facts, access }: NonNullable<KnownAccount['user']>) => {
      const about = { publicUrl, tenantId, account: facts }
      // What somebody is in the asking application is nothing to another.
      if (payload['aud'] === graphAudience || isOfOther) return standingClaims(about)
      const groups = chosenFor(token.client) === null ? {} : groupClaims(publicUrl, facts, access)
      return { ...standingClaims({ ...about, access }), ...groups }
    }
    const counting = account.user?.access.scopes ?? []
    const scope = String(payload['scope'] ?? '')
    const scopes =
      exposed === undefined
        ? shortScopes(publicUrl, scope, counting).filter(
            (one) => account.user === undefined || !isPowerful(one) || counting.includes(one),
          )
        : exposedScopes(exposed, scope)
    const standing =
      account.user === undefined ? { oid: account.accountId } : standingOf(account.user)
    Object.assign(
      payload,
      common,
      wished(ctx, { publicUrl, tenantId }, payload['aud']),
      standing,
      { idtyp: 'user', scp: scopes.join(' '), gid: token.grantId },
      forUserinfo(ctx),
    )
  }

// Whoever the token is for says so; the directory reads what it needs.
const wished = (ctx: KoaContextWithOIDC, about: About, audience: unknown): Payload => {
  const { client, account } = ctx.oidc
  const { user } = (account ?? {}) as Partial<KnownAccount>
  if (audience === graphAudience || client === undefined || user === undefined) return {}
  const { at } = stateOf(ctx)
  const ofOther = at !== undefined && at.audience === audience
  const names = ofOther ? at.claims : ownMetadataOf(client).optionalClaims.accessToken
  return claimsAsWished(ctx, names, { ...about, account: user.facts })
}

type Exposing = { readonly resource: string; readonly scopes: readonly string[] }

/** Of a token for an application that exposes scopes: how it was called, and all of them. */
const exposedBy = ({ resourceServer }: AccessToken | ClientCredentials): Exposing | undefined => {
  if (resourceServer === undefined || resourceServer.audience === graphAudience) return undefined
  const scopes = resourceServer.scope?.split(' ') ?? []
  const named = scopes.find((one) => one.endsWith('/.default'))
  return named === undefined
    ? undefined
    : { resource: named.slice(0, named.lastIndexOf('/')), scopes }
}

// In short names, as the other application calls them; `.default` stands for all of them.
const exposedScopes = ({ resource, scopes }: Exposing, scope: string): string[] => {
  const asked = scope.split(' ')
  const given = asked.includes(`${resource}/.default`) ? [...asked, ...scopes] : asked
  const names = given.flatMap((one) =>
    one.startsWith(`${resource}/`) ? [one.slice(resource.length + 1)] : [],
  )
  return [...new Set(names)].filter((name) => name !== '.default')
}

const mostNames = 30

// Tokens are not stored, so what userinfo is to tell beside the scopes goes with the token (Core
// 5.5).
const forUserinfo = ({ oidc: { entities } }: KoaContextWithOIDC): { uic?: string[] } => {
  const { claims } = (entities.AuthorizationCode ??
    entities.RefreshToken ??
    entities.DeviceCode ??
    {}) as {
    claims?: { userinfo?: object }
  }
  const names = Object.keys(claims?.userinfo ?? {})
    .filter((name) => claimNames.has(name))
    .slice(0, mostNames)
  return names.length === 0 ? {} : { uic: names }
}

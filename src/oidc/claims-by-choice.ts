/**
 * Claims that an administrator chooses for an application. It is told of somebody's groups where
 * that was chosen, in Graph's words, or where a request asks for them by the parameter `claims`
 * (Core 5.5); with no scope. Nobody's memberships go to an application that has no use for them.
 * Others are told by its `optionalClaims`.
 */
import { graphPath } from '../kernel/page-address.ts'
import type { Client, KoaContextWithOIDC, Provider } from 'oidc-provider'
import type { GroupClaims } from '../wire/graph/applications/application-parts.ts'
import type { OptionalClaim } from '../wire/graph/applications/optional-claims.ts'
import type { OptionalClaims } from '../tokens/application.sql.ts'
import { maxGroupsInToken, type Account, type ApplicationAccess } from '../tokens/account.sql.ts'
import { ownMetadataOf } from './client-metadata.ts'

/** Claims of no scope. */
export const claimsByChoice = { groups: null, login_hint: null } as const

/** What the administrator has chosen for an application; null: nothing. */
export const chosenFor = (client: object | undefined): GroupClaims | null =>
  client === undefined ? null : (ownMetadataOf(client).groupClaims ?? null)

/** Whether tokens of an application shall have this claim. */
export const wishes = (client: object, kind: keyof OptionalClaims, name: OptionalClaim): boolean =>
  ownMetadataOf(client).optionalClaims?.[kind].includes(name) === true

/**
 * Whether an application learns of somebody's groups by a sign-in: chosen so, or asked for in its
 * parameter `claims`, which the library has read.
 */
export const tellsOfGroups = (
  { groupClaims: chosen }: { groupClaims: GroupClaims | null },
  claims: unknown,
): boolean => {
  const asked = (typeof claims === 'string' ? JSON.parse(claims) : {}) as {
    id_token?: object
    userinfo?: object
  }
  return (
    chosen !== null ||
    [asked.id_token, asked.userinfo].some((part) => Object.hasOwn(part ?? {}, 'groups'))
  )
}

/**
 * The claim of groups; with more than fit, the token says where to ask for them (the "overage" of
 * Entra).
 */
export const groupClaims = (
  publicUrl: string,
  { userId }: Account,
  { groups }: ApplicationAccess,
): Record<string, unknown> =>
  groups.length <= maxGroupsInToken
    ? { groups }
    : {
        _claim_names: { groups: 'src1' },
        _claim_sources: {
          src1: {
            endpoint: `${publicUrl}${graphPath}/users/${userId}/transitiveMemberOf/microsoft.graph.group`,
          },
        },
      }

/** What the library puts together of the claims that there are; not among its types. */
type Claims = {
  readonly client: Client
  readonly ctx?: KoaContextWithOIDC
  readonly scope: (granted?: string) => Claims
  readonly mask: (more: object) => void
}

/**
 * Has the library put groups into the ID tokens and userinfo of the applications for which that was
 * chosen, and what else was chosen into their ID tokens.
 */
export const tellGroupsByChoice = (provider: Provider): void => {
  const { prototype } = (provider as unknown as { Claims: { prototype: Claims } }).Claims
  const { scope } = prototype
  Object.defineProperty(prototype, 'scope', {
    value(this: Claims, granted?: string) {
      scope.call(this, granted)
      if (granted?.split(' ').includes('openid') === true && chosenFor(this.client) !== null)
        this.mask({ groups: null })
      // Of userinfo nobody has chosen it.
      const isHinted = wishes(this.client, 'idToken', 'login_hint')
      if (
        granted?.split(' ').includes('profile') === true &&
        isHinted &&
        this.ctx?.oidc.route !== 'userinfo'
      )
        this.mask({ login_hint: null })
      return this
    },
  })
}

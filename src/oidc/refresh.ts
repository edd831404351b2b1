/**
 * Refresh tokens, and what is asked of each kind of application. Who keeps a secret shows it at
 * each renewal, so its token stays the same. A page or a program on a device has none: its token
 * works once, and whoever shows one that was used before ends the whole family. As an answer can be
 * lost, the last one used is good again for a moment, and gives the successor that it gave before.
 */
import { createHmac } from 'node:crypto'
import { Provider, type Client, type KoaContextWithOIDC } from 'oidc-provider'
import {
  kindOfAddress,
  type RedirectKind,
} from '../directory/applications/redirect-address.rule.ts'
import { plus, secondMs } from '../kernel/time.ts'
import { ownMetadataOf } from './client-metadata.ts'
import { isOfPeople } from '../tokens/own-applications.ts'
import { refreshLifetimes } from '../tokens/refresh-lifetimes.ts'
import { stateOf } from './request-state.ts'

/** How long a used token gives its successor once more. */
export const graceMs = 30 * secondMs

type Held = {
  readonly kind: RedirectKind | undefined
  readonly scope: string | undefined
  readonly firstIssuedAt: Date | undefined
}

/** When a refresh token that is used at `now` will be over. */
export const refreshUntil = ({ kind, scope, firstIssuedAt }: Held, now: Date): Date => {
  if (kind === 'spa') return plus(firstIssuedAt ?? now, refreshLifetimes.page)
  return plus(
    now,
    (scope ?? '').split(' ').includes('offline_access')
      ? refreshLifetimes.lasting
      : refreshLifetimes.signedIn,
  )
}

/**
 * The one token that may follow another. It follows from it, so that whoever asks twice gets the
 * same one, and nobody without the key can tell it.
 */
export const successorOf = (sealKey: Buffer, token: string): string =>
  createHmac('sha256', sealKey).update(`refresh token after ${token}`).digest('base64url')

/** Makes the library name each refresh token after the one before it. */
export const followEachOther = (provider: Provider, sealKey: Buffer): void => {
  const prototype = provider.RefreshToken.prototype as unknown as { generateTokenId: () => string }
  const first = prototype.generateTokenId
  Object.defineProperty(prototype, 'generateTokenId', {
    value(this: object): string {
      const before = (
        Provider.ctx?.oidc.entities as { RotatedRefreshToken?: { jti: string } } | undefined
      )?.RotatedRefreshToken
      return before === undefined ? first.call(this) : successorOf(sealKey, before.jti)
    },
  })
}

/** Whether a renewal gives a new token: where no secret is shown. */
export const isRotated = ({ oidc: { client } }: KoaContextWithOIDC): boolean =>
  client?.clientAuthMethod === 'none'

const addressKind = ({ oidc: { params } }: KoaContextWithOIDC, client: Client): RedirectKind =>
  kindOfAddress(ownMetadataOf(client).addresses, String(params?.['redirect_uri'] ?? ''))

/**
 * Whether a code needs PKCE (RFC 9700, 2.1.1): always where no secret is kept, else as the
 * application's administrators decided. Without it something else has to tie the answer to the
 * browser.
 */
export const needsPkce = (ctx: KoaContextWithOIDC, client: Client): boolean => {
  const { nonce, state } = ctx.oidc.params ?? {}
  if (client.clientAuthMethod === 'none' || addressKind(ctx, client) !== 'web') return true
  return ownMetadataOf(client).pkceRequired || (nonce === undefined && state === undefined)
}

/**
 * Gives a request the scope `offline_access` that the library took away, or takes it away, as the
 * application's administrators decided.
 */
export const keepLasting = (
  ctx: KoaContextWithOIDC,
  asked: string | undefined,
  client: Client,
): void => {
  const params = ctx.oidc.params as Record<string, unknown>
  const scopes = new Set(
    String(params['scope'] ?? '')
      .split(' ')
      .filter((scope) => scope !== ''),
  )
  scopes.delete('offline_access')
  const isPage = params['redirect_uri'] !== undefined && addressKind(ctx, client) === 'spa'
  const mayLast =
    ownMetadataOf(client).worksWhileAway &&
    !isPage &&
    !isOfPeople(stateOf(ctx).tenantId) &&
    client.grantTypeAllowed('refresh_token')
  if (asked !== undefined && mayLast) scopes.add('offline_access')
  params['scope'] = scopes.size === 0 ? undefined : [...scopes].join(' ')
}

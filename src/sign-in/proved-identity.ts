/**
 * An identity that somebody has just proved in this browser and that belongs to nobody here yet: a signed, short-lived cookie. It opens no
 * session; an invitation is what makes a person of it. Bound to the browser by being its cookie, and useless in another.
 */
import { timingSafeEqual } from 'node:crypto'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { minuteMs, secondMs } from '../kernel/time.ts'
import { installationSecret, keyedDigest } from '../store/installation-secret.ts'
import type { Exchange } from './exchange.ts'
import { findTrustedProvider } from './provider.sql.ts'

export type ProvedIdentity = {
  readonly issuer: string
  readonly subject: string
  /** The address that is proved with it, in lower case; a provider's unverified or missing `email_verified` proves none. */
  readonly verifiedEmail?: string | undefined
  readonly displayName?: string | undefined
  /** The external provider that said so, of an organization: as the home of that organization's people, or for its guests. */
  readonly provider?: { readonly id: string; readonly tenantId: string; readonly isHome: boolean } | undefined
}

export const provedIdentityLifetimeMs = 15 * minuteMs
const name = 'guesthouse_proved'
const shape = z.strictObject({
  issuer: z.string().min(1).max(512),
  subject: z.string().min(1).max(256),
  verifiedEmail: z.string().max(320).optional(),
  displayName: z.string().min(1).max(256).optional(),
  provider: z.strictObject({ id: z.uuid(), tenantId: z.uuid(), isHome: z.boolean() }).optional(),
  until: z.int(),
})

const digestOf = async (x: Exchange, payload: string): Promise<Buffer> =>
  keyedDigest(await installationSecret(x.db, 'proved identity'), payload)

/** Remembers in this browser what was proved. */
export const writeProvedIdentity = async (x: Exchange, identity: ProvedIdentity): Promise<void> => {
  const until = x.now.getTime() + provedIdentityLifetimeMs
  const payload = Buffer.from(JSON.stringify({ ...identity, until })).toString('base64url')
  const digest = (await digestOf(x, payload)).toString('base64url')
  const secure = x.services.publicUrl.startsWith('https:')
  setCookie(x.c, name, `${payload}.${digest}`, {
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    path: '/',
    maxAge: provedIdentityLifetimeMs / secondMs,
  })
}

/** What was proved in this browser within the last minutes; undefined when nothing was, or somebody has touched it. */
export const readProvedIdentity = async (x: Exchange): Promise<ProvedIdentity | undefined> => {
  const [payload = '', digest = ''] = getCookie(x.c, name)?.split('.') ?? []
  if (payload === '') return undefined
  const expected = await digestOf(x, payload)
  const found = Buffer.from(digest, 'base64url')
  if (found.length !== expected.length || !timingSafeEqual(found, expected)) return undefined
  const parsed = shape.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
  if (!parsed.success || parsed.data.until <= x.now.getTime()) return undefined
  const { until: _until, ...identity } = parsed.data
  // What a provider has said counts as long as the provider is trusted.
  if (identity.provider !== undefined && (await findTrustedProvider(x.db, identity.provider.id)) === undefined) return undefined
  return identity
}

/** Forgets it: it has become a person's, or somebody signs out. */
export const clearProvedIdentity = (x: Exchange): void => {
  deleteCookie(x.c, name, { path: '/' })
}

/**
 * An identity that somebody has just proved in this browser and that belongs to nobody here yet: a
 * signed, short-lived cookie. It opens no session; an invitation is what makes a person of it.
 * Bound to the browser by being its cookie, and to the session that it was proved in: once somebody
 * else signs in, or that session has ended, it proves nothing (K17).
 */
import { timingSafeEqual } from 'node:crypto'
import { clearCookie, readCookie, writeCookie } from '../edge/cookie.ts'
import { z } from 'zod'
import type { SessionId } from '../kernel/ids.ts'
import { parseAddress } from '../kernel/address.ts'
import { minuteMs } from '../kernel/time.ts'
import type { ProvedIdentity } from '../people/proved-identity.ts'
import { installationSecret, keyedDigest } from '../store/installation-secret.ts'
import type { Exchange } from './exchange.ts'
import { presentSessionId } from './present-session.ts'
import { findTrustedProvider } from '../credentials/provider/provider.sql.ts'

export const provedIdentityLifetimeMs = 15 * minuteMs
const cookie = { name: 'guesthouse_proved' }
const shape = z.strictObject({
  issuer: z.string().min(1).max(512),
  subject: z.string().min(1).max(256),
  verifiedEmail: z
    .string()
    .transform((text) => {
      const parsed = parseAddress(text)
      return 'address' in parsed ? parsed.address.key : undefined
    })
    .optional(),
  displayName: z.string().min(1).max(256).optional(),
  provider: z
    .strictObject({
      id: z.uuid(),
      tenantId: z.uuid(),
      isHome: z.boolean(),
      clientId: z.string().min(1).max(512),
    })
    .optional(),
  /** The session that it was proved in; null while nobody was signed in. */
  session: z.uuid().nullable(),
  until: z.int(),
})

const digestOf = async (x: Exchange, payload: string): Promise<Buffer> =>
  keyedDigest(await installationSecret(x.db, 'proved identity'), payload)

/**
 * Remembers in this browser what was proved, for the session of this id; null while nobody is
 * signed in.
 */
export const writeProvedIdentity = async (
  x: Exchange,
  identity: ProvedIdentity,
  session: SessionId | null,
): Promise<void> => {
  const until = x.now.getTime() + provedIdentityLifetimeMs
  const payload = Buffer.from(JSON.stringify({ ...identity, session, until })).toString('base64url')
  const digest = (await digestOf(x, payload)).toString('base64url')
  const { publicUrl } = x.services
  writeCookie(x.c, publicUrl, cookie, `${payload}.${digest}`, provedIdentityLifetimeMs)
}

// What this browser carries, as we wrote it.
const carriedHere = async (x: Exchange): Promise<z.infer<typeof shape> | undefined> => {
  const [payload = '', digest = ''] = readCookie(x.c, cookie)?.split('.') ?? []
  if (payload === '') return undefined
  const expected = await digestOf(x, payload)
  const found = Buffer.from(digest, 'base64url')
  if (found.length !== expected.length || !timingSafeEqual(found, expected)) return undefined
  return shape.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString())).data
}

/**
 * What was proved in this browser, in its present session, within the last minutes; undefined when
 * nothing was, or somebody has touched it.
 */
export const readProvedIdentity = async (x: Exchange): Promise<ProvedIdentity | undefined> => {
  const carried = await carriedHere(x)
  if (carried === undefined || carried.until <= x.now.getTime()) return undefined
  const { until: _until, session, ...identity } = carried
  if (session !== (await presentSessionId(x))) return undefined
  // What a provider has said counts as long as the provider is trusted.
  if (
    identity.provider !== undefined &&
    (await findTrustedProvider(x.db, identity.provider.id)) === undefined
  )
    return undefined
  return identity
}

/** Forgets it: it has become a person's, or somebody signs in or out. */
export const clearProvedIdentity = (x: Exchange): void =>
  clearCookie(x.c, x.services.publicUrl, cookie)

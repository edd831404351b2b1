/**
 * Access tokens: what stands in one, and reading one that came back. They are signed, not stored;
 * their grant is.
 */
import {
  createHash,
  createPublicKey,
  hash,
  verify,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto'
import { decodeJwt, decodeProtectedHeader, type JWTPayload } from 'jose'
import { LRUCache } from 'lru-cache'
import { isUuid, type TenantId } from '../kernel/ids.ts'
import { issuerOf } from '../kernel/page-address.ts'
import { secondMs, systemClock } from '../kernel/time.ts'
import { graphAudience } from '../wire/graph/applications/graph-permissions.ts'
import { publicJwk, signingAlgorithm, type SigningKey } from './signing-keys.ts'

/** The audience of the directory API. */
export { graphAudience }

export type AccessClaims = JWTPayload & {
  readonly tid: TenantId
  readonly oid: string
  readonly appid: string
  readonly jti: string
  readonly exp: number
  readonly iat: number
  readonly aud: string
  readonly idtyp: 'user' | 'app'
  /** Names the grant that it came from, so that revoking the grant ends it too. */
  readonly gid?: string
  readonly scp?: string
  /** What an application may do by itself. */
  readonly roles?: readonly string[]
  /** What userinfo is asked to tell beside the scopes. */
  readonly uic?: readonly string[]
  readonly cnf?: { readonly jkt?: string }
}

/** Digest of anything by which a record of the provider is found. */
export const recordHash = (value: string): Buffer => createHash('sha256').update(value).digest()

/**
 * The issuer and the key that a token says it is of, before anything about it is believed;
 * undefined when it is no token of ours.
 */
export const claimedIssuer = (token: string): { tenantId: TenantId; kid: string } | undefined => {
  try {
    const { tid } = decodeJwt(token)
    const { kid } = decodeProtectedHeader(token)
    if (typeof tid !== 'string' || !isUuid(tid) || typeof kid !== 'string') return undefined
    return { tenantId: tid.toLowerCase() as TenantId, kid }
  } catch {
    return undefined
  }
}

/**
 * What the clocks of two processes may differ by. Nothing is ended by it: that is decided in the
 * store.
 */
export const clockSkewSeconds = 60

export type Verdict =
  | { readonly claims: AccessClaims }
  | { readonly problem: 'expired' | 'audience' | 'invalid' }

type Keys = ReadonlyMap<string, KeyObject>
const readKeys = new WeakMap<readonly SigningKey[], Keys>()

// Reading a key costs more than verifying with it, so a set that is used again is read once.
const keysOf = (keys: readonly SigningKey[]): Keys => {
  const known = readKeys.get(keys)
  if (known !== undefined) return known
  const made = new Map(
    keys.map((key) => [
      key.kid,
      createPublicKey({ key: publicJwk(key) as JsonWebKey, format: 'jwk' }),
    ]),
  )
  readKeys.set(keys, made)
  return made
}

const base64url = /^[A-Za-z0-9_-]+$/

const objectIn = (part: string): Record<string, unknown> | undefined => {
  const value: unknown = base64url.test(part)
    ? JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    : undefined
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}

const keyNamedBy = (header: Record<string, unknown> | undefined, keys: readonly SigningKey[]) =>
  header === undefined ||
  header['alg'] !== signingAlgorithm ||
  header['typ'] !== 'at+jwt' ||
  'crit' in header
    ? undefined
    : keysOf(keys).get(String(header['kid']))

/**
 * The claims under a signature of one of `keys`, read at once, on this thread: what waits in line
 * for a thread of its own waits behind whatever strangers have put there (K20). Undefined when it
 * is no such token, or somebody has touched it.
 */
const signedClaims = (
  token: string,
  keys: readonly SigningKey[],
): Record<string, unknown> | undefined => {
  const [head = '', body = '', signature = '', ...more] = token.split('.')
  const bytes = Buffer.from(signature, 'base64url')
  if (more.length > 0 || bytes.length === 0 || bytes.toString('base64url') !== signature)
    return undefined
  const key = keyNamedBy(objectIn(head), keys)
  if (key === undefined) return undefined
  return verify('sha256', Buffer.from(`${head}.${body}`), key, bytes) ? objectIn(body) : undefined
}

const requiredClaims = ['exp', 'iat', 'jti', 'aud', 'tid', 'oid', 'appid', 'idtyp']

const isFor = (aud: unknown, audience: readonly string[]): boolean =>
  [aud].flat().some((one) => audience.some((name) => name === one))

/**
 * Verifies signature, algorithm, type, issuer, tenant, audience and times of an access token.
 * `audience` undefined takes any.
 */
export const verifyAccessToken = (
  token: string,
  keys: readonly SigningKey[],
  {
    publicUrl,
    tenantId,
    audience,
  }: { publicUrl: string; tenantId: TenantId; audience?: readonly string[] },
): Verdict => {
  const claims = claimsOf(token, keys)
  if (claims === undefined || requiredClaims.some((name) => claims[name] === undefined))
    return { problem: 'invalid' }
  if (claims['iss'] !== issuerOf(publicUrl, tenantId) || claims['tid'] !== tenantId)
    return { problem: 'invalid' }
  if (!isUuid(String(claims['appid']))) return { problem: 'invalid' }
  if (audience !== undefined && !isFor(claims['aud'], audience)) return { problem: 'audience' }
  const problem = problemOfTimes(claims)
  return problem === undefined ? { claims: claims as AccessClaims } : { problem }
}

// The tolerance is for tokens of a clock that is ahead. One that is over is over.
const problemOfTimes = ({
  exp,
  iat,
  nbf = 0,
}: Record<string, unknown>): 'invalid' | 'expired' | undefined => {
  const now = Math.floor(systemClock().getTime() / secondMs)
  if (typeof exp !== 'number' || typeof iat !== 'number' || typeof nbf !== 'number')
    return 'invalid'
  if (nbf > now + clockSkewSeconds) return 'invalid'
  return exp <= now ? 'expired' : undefined
}

/** As many tokens of a set of keys as are remembered. */
const maxRemembered = 5_000
type Signed = Readonly<Record<string, unknown>>
const remembered = new WeakMap<readonly SigningKey[], LRUCache<string, Signed>>()

const rememberedOf = (keys: readonly SigningKey[]): LRUCache<string, Signed> => {
  const known = remembered.get(keys) ?? new LRUCache<string, Signed>({ max: maxRemembered })
  remembered.set(keys, known)
  return known
}

/**
 * What stands under the signature of a token that came before is remembered by its digest, for as
 * long as these keys are in use: a key that is taken away is in no later set. Times, and whether
 * whoever it is of is let in, are judged each time.
 */
const claimsOf = (token: string, keys: readonly SigningKey[]): Signed | undefined => {
  const tokens = rememberedOf(keys)
  const digest = hash('sha256', token, 'base64')
  const known = tokens.get(digest)
  if (known !== undefined) return known
  try {
    const claims = signedClaims(token, keys)
    if (claims !== undefined) tokens.set(digest, Object.freeze(claims))
    return claims
  } catch {
    return undefined
  }
}

/** Access tokens: what stands in one, and reading one that came back. They are signed, not stored; their grant is. */
import { createHash } from 'node:crypto'
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify, type JWTPayload } from 'jose'
import { isUuid, type TenantId } from '../kernel/ids.ts'
import { secondMs, systemClock } from '../kernel/time.ts'
import { publicJwk, signingAlgorithm, type SigningKey } from './signing-keys.ts'

/** The audience of the directory API, as clients of Microsoft Graph know it. */
export const graphAudience = '00000003-0000-0000-c000-000000000000'

export const issuerOf = (publicUrl: string, tenantId: string): string => `${publicUrl}/${tenantId}/v2.0`

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
  readonly cnf?: { readonly jkt?: string }
}

/** Digest of anything by which a record of the provider is found. */
export const recordHash = (value: string): Buffer => createHash('sha256').update(value).digest()

/** The issuer and the key that a token says it is of, before anything about it is believed; undefined when it is no token of ours. */
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

/** What the clocks of two processes may differ by. Nothing is ended by it: that is decided in the store. */
export const clockSkewSeconds = 60

export type Verdict = { readonly claims: AccessClaims } | { readonly problem: 'expired' | 'audience' | 'invalid' }

type KeySet = ReturnType<typeof createLocalJWKSet>
const keySets = new WeakMap<readonly SigningKey[], KeySet>()

// Reading a key costs more than verifying with it, so a set that is used again is read once.
const keySetOf = (keys: readonly SigningKey[]): KeySet => {
  const known = keySets.get(keys)
  if (known !== undefined) return known
  const made = createLocalJWKSet({ keys: keys.map(publicJwk) })
  keySets.set(keys, made)
  return made
}

/** Verifies signature, algorithm, type, issuer, tenant, audience and times of an access token. `audience` undefined takes any. */
export const verifyAccessToken = async (
  token: string,
  keys: readonly SigningKey[],
  { publicUrl, tenantId, audience }: { publicUrl: string; tenantId: TenantId; audience?: readonly string[] },
): Promise<Verdict> => {
  try {
    const { payload } = await jwtVerify(token, keySetOf(keys), {
      issuer: issuerOf(publicUrl, tenantId),
      algorithms: [signingAlgorithm],
      typ: 'at+jwt',
      clockTolerance: clockSkewSeconds,
      requiredClaims: ['exp', 'iat', 'jti', 'aud', 'tid', 'oid', 'appid', 'idtyp'],
      ...(audience === undefined ? {} : { audience: [...audience] }),
    })
    // The tolerance is for tokens of a clock that is ahead. One that is over is over.
    if ((payload.exp ?? 0) <= Math.floor(systemClock().getTime() / secondMs)) return { problem: 'expired' }
    return payload['tid'] === tenantId && isUuid(String(payload['appid'])) ? { claims: payload as AccessClaims } : { problem: 'invalid' }
  } catch (error) {
    const { code, claim } = error as { code?: string; claim?: string }
    if (code === 'ERR_JWT_EXPIRED') return { problem: 'expired' }
    return { problem: code === 'ERR_JWT_CLAIM_VALIDATION_FAILED' && claim === 'aud' ? 'audience' : 'invalid' }
  }
}

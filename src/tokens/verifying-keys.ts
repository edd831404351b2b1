/**
 * The keys that verify tokens, kept for a while: every request with a token needs them, and they
 * change once in months.
 */
import type { TenantId } from '../kernel/ids.ts'
import { minuteMs, plus } from '../kernel/time.ts'
import type { Installation } from '../store/installation.ts'
import { readSigningKeys, type SigningKey } from './signing-keys.ts'

/** The most organizations whose keys are kept; one more lets the least recently used go. */
const maxKept = 2_000
/** Shorter than a new key is published ahead. */
const freshMs = 5 * minuteMs

type Kept = { readonly keys: Promise<readonly SigningKey[]>; readonly until: Date }

/**
 * The keys of an issuer; those of `kid` are read again when they are not among the kept ones. None,
 * or one statement.
 */
export type VerifyingKeys = (tenantId: TenantId, kid: string) => Promise<readonly SigningKey[]>

export const verifyingKeysOver = (
  services: Pick<Installation, 'db' | 'sealKey' | 'clock'>,
): VerifyingKeys => {
  const kept = new Map<TenantId, Kept>()

  const read = (tenantId: TenantId, now: Date): Promise<readonly SigningKey[]> => {
    const keys = readSigningKeys(services, tenantId, now)
    const entry = { keys, until: plus(now, freshMs) }
    kept.set(tenantId, entry)
    // What could not be read, and organizations that never signed anything, are not kept.
    const forget = (): boolean => kept.get(tenantId) === entry && kept.delete(tenantId)
    keys.then((found) => found.length === 0 && forget(), forget)
    const [oldest] = kept.keys()
    if (kept.size > maxKept && oldest !== undefined) kept.delete(oldest)
    return keys
  }

  return async (tenantId, kid) => {
    const now = services.clock()
    const known = kept.get(tenantId)
    if (known === undefined || known.until <= now) return read(tenantId, now)
    kept.delete(tenantId)
    kept.set(tenantId, known)
    const keys = await known.keys
    return keys.some((key) => key.kid === kid) ? keys : read(tenantId, now)
  }
}

/**
 * The keys that verify tokens, kept for a while: every request with a token needs them, and they
 * change once in months.
 */
import { LRUCache } from 'lru-cache'
import { agedBy } from '../kernel/aged-by.ts'
import type { TenantId } from '../kernel/ids.ts'
import { minuteMs } from '../kernel/time.ts'
import type { Installation } from '../store/installation.ts'
import { readSigningKeys, type SigningKey } from './signing-keys.ts'

/** The most organizations whose keys are kept; one more lets the least recently used go. */
const maxKept = 2_000
/** Shorter than a new key is published ahead. */
const freshMs = 5 * minuteMs

/**
 * The keys of an issuer; those of `kid` are read again when they are not among the kept ones. None,
 * or one statement.
 */
export type VerifyingKeys = (tenantId: TenantId, kid: string) => Promise<readonly SigningKey[]>

export const verifyingKeysOver = (
  services: Pick<Installation, 'db' | 'sealKey' | 'clock'>,
): VerifyingKeys => {
  const kept = new LRUCache<TenantId, readonly SigningKey[]>({
    ...agedBy(services.clock),
    max: maxKept,
    ttl: freshMs,
    ignoreFetchAbort: true,
    // Organizations that never signed anything are not kept.
    fetchMethod: async (tenantId) => {
      const keys = await readSigningKeys(services, tenantId, services.clock())
      return keys.length === 0 ? undefined : keys
    },
  })
  return async (tenantId, kid) => {
    const known = kept.get(tenantId)
    if (known?.some((key) => key.kid === kid) === true) return known
    return (await kept.fetch(tenantId, { forceRefresh: known !== undefined })) ?? []
  }
}

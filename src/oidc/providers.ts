/**
 * The providers of this process: one for each organization that is used, made when it is first
 * asked for, the least used ones let go.
 */
import { LRUCache } from 'lru-cache'
import type { Provider } from 'oidc-provider'
import type { Services } from '../edge/routes.ts'
import { agedBy } from '../kernel/aged-by.ts'
import type { TenantId } from '../kernel/ids.ts'
import { minuteMs } from '../kernel/time.ts'
import { makeProvider } from './provider.ts'
import { readOrMakeSigningKeys, type SigningKey } from '../tokens/signing-keys.ts'

/**
 * The most providers that are kept. One more lets the least recently used go; it costs little to
 * make again.
 */
const maxProviders = 200
/**
 * How long a provider is used before its keys are read again. Shorter than a new key is published
 * ahead.
 */
const freshMs = 5 * minuteMs

export type Issuer = { readonly provider: Provider; readonly keys: readonly SigningKey[] }

export type Issuers = {
  readonly of: (tenantId: TenantId) => Promise<Issuer>
  /**
   * Whether this id was one of an organization before. Organizations are never deleted, so it still
   * is.
   */
  readonly isKnown: (id: string) => id is TenantId
}

const namesOf = (keys: readonly SigningKey[]): string => keys.map(({ kid }) => kid).join(' ')

/** A keeper of providers over `services`. */
export const issuersOver = (services: Services): Issuers => {
  const kept = new LRUCache<TenantId, Issuer>({
    ...agedBy(services.clock),
    max: maxProviders,
    ttl: freshMs,
    // Who waits for one that is let go meanwhile gets it all the same.
    ignoreFetchAbort: true,
    fetchMethod: async (tenantId, before) => {
      const keys = await readOrMakeSigningKeys(services, tenantId, services.clock())
      if (before !== undefined && namesOf(before.keys) === namesOf(keys)) return before
      return { provider: await makeProvider(services, tenantId, keys), keys }
    },
  })
  return {
    of: (tenantId) => kept.forceFetch(tenantId),
    isKnown: (id): id is TenantId => kept.peek(id as TenantId, { allowStale: true }) !== undefined,
  }
}

/**
 * The providers of this process: one for each organization that is used, made when it is first
 * asked for, the least used ones let go.
 */
import type { Provider } from 'oidc-provider'
import type { Services } from '../edge/routes.ts'
import type { TenantId } from '../kernel/ids.ts'
import { minuteMs, plus } from '../kernel/time.ts'
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
type Kept = { readonly issuer: Promise<Issuer>; readonly until: Date }

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
  const kept = new Map<TenantId, Kept>()

  const make = async (tenantId: TenantId, before: Promise<Issuer> | undefined): Promise<Issuer> => {
    const keys = await readOrMakeSigningKeys(services, tenantId, services.clock())
    const old = await before?.catch(() => undefined)
    if (old !== undefined && namesOf(old.keys) === namesOf(keys)) return old
    return { provider: await makeProvider(services, tenantId, keys), keys }
  }

  const of = (tenantId: TenantId): Promise<Issuer> => {
    const now = services.clock()
    const known = kept.get(tenantId)
    kept.delete(tenantId)
    const entry =
      known !== undefined && known.until > now
        ? known
        : { issuer: make(tenantId, known?.issuer), until: plus(now, freshMs) }
    kept.set(tenantId, entry)
    entry.issuer.catch(() => kept.get(tenantId) === entry && kept.delete(tenantId))
    const [oldest] = kept.keys()
    if (kept.size > maxProviders && oldest !== undefined) kept.delete(oldest)
    return entry.issuer
  }
  const isKnown = (id: string): id is TenantId => kept.has(id as TenantId)
  return { of, isKnown }
}

/** Naming the external providers of an organization: as home of its domains, or for its guests. */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import { newId, type TenantId } from '../../kernel/ids.ts'
import { seal } from '../../kernel/sealing.ts'
import { shutDoors } from '../../directory/proved-account.sql.ts'
import { lockTenant } from '../../directory/administrators.sql.ts'
import { givenOnly } from '../../directory/changed-names.ts'
import { sql, transaction, type Database } from '../../store/database.ts'
import { listVerifiedDomains } from '../../store/relations.sql.ts'
import { findProvider, listProviders, secretPurpose, type Provider } from './provider.sql.ts'

/** The most providers that an organization may name. */
export const maxProviders = 50

type DomainProblem = { outcome: 'foreignDomain' | 'domainTaken'; domain: string }

export type NewProvider = {
  readonly displayName: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret?: string | undefined
  /** Verified domains of the organization; null for a provider that is offered to guests. */
  readonly domains: readonly string[] | null
}
export type AddProviderResult =
  | { outcome: 'added'; id: string }
  | DomainProblem
  | { outcome: 'tooMany' }

/**
 * The issuer stays as it was named: people are known by it, and the secret was meant for it alone.
 */
export type ProviderChanges = {
  readonly displayName?: string | undefined
  readonly clientId?: string | undefined
  readonly clientSecret?: string | null | undefined
  readonly domains?: readonly string[] | null | undefined
  readonly isEnabled?: boolean | undefined
}
/**
 * `kindFixed`: a provider of guests does not become somebody's home, nor the other way round; who
 * is known by it would change.
 */
export type UpdateProviderResult =
  | { outcome: 'updated' }
  | { outcome: 'notFound' }
  | { outcome: 'kindFixed' }
  | DomainProblem

const judgeDomains = async (
  tx: Database,
  tenantId: TenantId,
  domains: readonly string[] | null,
  others: readonly Provider[],
): Promise<DomainProblem | undefined> => {
  if (domains === null) return undefined
  const own = await listVerifiedDomains(tx, tenantId)
  const foreign = domains.find((domain) => !own.includes(domain))
  if (foreign !== undefined) return { outcome: 'foreignDomain', domain: foreign }
  const taken = domains.find((domain) =>
    others.some((other) => other.domains?.includes(domain) === true),
  )
  return taken === undefined ? undefined : { outcome: 'domainTaken', domain: taken }
}

const note = (
  tx: Database,
  tenantId: TenantId,
  activity: 'added' | 'updated' | 'removed',
  { id, properties = [] }: { readonly id: string; readonly properties?: readonly string[] },
  context: Context,
) =>
  record(
    tx,
    eventOf(context, {
      tenantId,
      activity: `identityProvider.${activity}`,
      target: { kind: 'organization', id: tenantId },
      details: { provider: id, properties },
    }),
  )

const sealed = (
  sealKey: Buffer,
  { tenantId, id }: { tenantId: TenantId; id: string },
  secret: string | null,
): Buffer | null => (secret === null ? null : seal(sealKey, secretPurpose(tenantId, id), secret))

/**
 * Names a provider. The secret is sealed before it is stored, and nothing reads it back to anybody.
 */
export const addProvider = (
  db: Database,
  sealKey: Buffer,
  tenantId: TenantId,
  provider: NewProvider,
  context: Context,
): Promise<AddProviderResult> =>
  transaction(db, async (tx) => {
    await lockTenant(tx, tenantId)
    const others = await listProviders(tx, tenantId)
    if (others.length >= maxProviders) return { outcome: 'tooMany' }
    const problem = await judgeDomains(tx, tenantId, provider.domains, others)
    if (problem !== undefined) return problem
    const id = newId<string>()
    const { displayName, issuer, clientId, clientSecret = null, domains } = provider
    const secret = sealed(sealKey, { tenantId, id }, clientSecret)
    await sql`insert into identity_providers (tenant_id, id, display_name, issuer, client_id, client_secret, domains, created_at)
      values (${tenantId}, ${id}, ${displayName}, ${issuer}, ${clientId}, ${secret}, ${domains}::text[], ${context.now})`.execute(
      tx,
    )
    await note(tx, tenantId, 'added', { id }, context)
    return { outcome: 'added', id }
  })

const disabledFrom = (
  before: Date | null,
  isEnabled: boolean | undefined,
  now: Date,
): Date | null => {
  if (isEnabled === undefined) return before
  return isEnabled ? null : (before ?? now)
}

/**
 * Changes a provider. Disabling it ends the sessions that were opened by it, and whatever is under
 * way with it.
 */
export const updateProvider = (
  db: Database,
  sealKey: Buffer,
  which: { tenantId: TenantId; id: string },
  changes: ProviderChanges,
  context: Context,
): Promise<UpdateProviderResult> =>
  transaction(db, async (tx) => {
    const { tenantId, id } = which
    await lockTenant(tx, tenantId)
    const before = await findProvider(tx, tenantId, id)
    if (before === undefined) return { outcome: 'notFound' }
    const given = givenOnly(changes)
    const { displayName, clientId, domains } = { ...before, ...given }
    if ((domains === null) !== (before.domains === null)) return { outcome: 'kindFixed' }
    const others = (await listProviders(tx, tenantId)).filter((other) => other.id !== id)
    const problem =
      changes.domains === undefined ? undefined : await judgeDomains(tx, tenantId, domains, others)
    if (problem !== undefined) return problem
    const secret =
      changes.clientSecret === undefined
        ? before.clientSecret
        : sealed(sealKey, which, changes.clientSecret)
    const disabledAt = disabledFrom(before.disabledAt, changes.isEnabled, context.now)
    await sql`update identity_providers set display_name = ${displayName}, client_id = ${clientId}, client_secret = ${secret},
      domains = ${domains}::text[], disabled_at = ${disabledAt} where tenant_id = ${tenantId} and id = ${id}`.execute(
      tx,
    )
    if (disabledAt !== null) await endTrust(tx, id)
    await shutDoors(tx, tenantId)
    const names = Object.keys(given)
    if (names.length > 0) await note(tx, tenantId, 'updated', { id, properties: names }, context)
    return { outcome: 'updated' }
  })

/**
 * Removes a provider, with the sessions that were opened by it. Who is known by it stays known,
 * should it be named again.
 */
export const removeProvider = (
  db: Database,
  { tenantId, id }: { tenantId: TenantId; id: string },
  context: Context,
): Promise<{ outcome: 'removed' | 'notFound' }> =>
  transaction(db, async (tx) => {
    await lockTenant(tx, tenantId)
    if ((await findProvider(tx, tenantId, id)) === undefined) return { outcome: 'notFound' }
    await sql`delete from identity_providers where tenant_id = ${tenantId} and id = ${id}`.execute(
      tx,
    )
    await endTrust(tx, id)
    await shutDoors(tx, tenantId)
    await note(tx, tenantId, 'removed', { id }, context)
    return { outcome: 'removed' }
  })

const endTrust = async (tx: Database, providerId: string): Promise<void> => {
  await sql`delete from sessions where provider_id = ${providerId}`.execute(tx)
  // What was to last longer than the session, and what a session that was renewed by other means
  // had been given before.
  await sql`delete from oidc_records r using oidc_records g where g.provider_id = ${providerId}
    and r.tenant_id = g.tenant_id and (r.grant_hash = g.grant_hash or (r.kind = g.kind and r.id_hash = g.id_hash))`.execute(
    tx,
  )
}

/** Adding a domain to an organization: to be shown first, or with an operator's word for it. */
import type { Context } from '../../events/event.ts'
import type { Domain } from '../../kernel/domain.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { counted, select } from '../../store/columns.ts'
import { attempt, firstRow, sql, transaction, type Database } from '../../store/database.ts'
import { lockTenant } from '../administrators.sql.ts'
import { holdDomain, noteOfDomains, ofAnother, setVerified, type DomainOf } from './domains.ts'

/** The most domains that an organization may have. */
export const mostDomains = 100

/** A domain comes to an organization, verified or not; the one it is made with is its default. */
export const insertDomain = async (
  tx: Database,
  { tenantId, name }: DomainOf,
  { isInitial, verifiedAt }: { readonly isInitial: boolean; readonly verifiedAt: Date | null },
): Promise<void> => {
  await sql`insert into tenant_domains (tenant_id, name, is_default, is_initial, verified_at)
    values (${tenantId}, ${name}, ${isInitial}, ${isInitial}, ${verifiedAt})`.execute(tx)
}

/** Adds one to those that a held organization has, unless it has as many as it may. */
const addOne = async (
  tx: Database,
  which: DomainOf,
  verifiedAt: Date | null,
): Promise<'added' | 'tooMany'> => {
  const known = await firstRow(
    tx,
    select(counted)`from tenant_domains where tenant_id = ${which.tenantId}`,
  )
  if ((known?.count ?? 0) >= mostDomains) return 'tooMany'
  await insertDomain(tx, which, { isInitial: false, verifiedAt })
  return 'added'
}

export type ClaimResult = { outcome: 'claimed' | 'already' | 'tooMany' }

/** Adds a domain that is to be shown first. */
export const claimDomain = (
  db: Database,
  tenantId: TenantId,
  name: Domain,
  context: Context,
): Promise<ClaimResult> =>
  transaction(db, async (tx) => {
    const which = { tenantId, name }
    await lockTenant(tx, tenantId)
    if ((await holdDomain(tx, which)) !== undefined) return { outcome: 'already' }
    if ((await addOne(tx, which, null)) === 'tooMany') return { outcome: 'tooMany' }
    await noteOfDomains(tx, tenantId, 'domain.claimed', context)
    return { outcome: 'claimed' }
  })

export type VouchResult = { outcome: 'added' | 'verified' | 'already' | 'tooMany' | 'domainTaken' }

/**
 * Adds a domain that an operator vouches for, so it counts as verified; `verified`: the
 * organization had added it itself and not shown it yet. `domainTaken`: it is another one's.
 */
export const vouchForDomain = (
  db: Database,
  tenantId: TenantId,
  name: Domain,
  context: Context,
): Promise<VouchResult> =>
  attempt(
    db,
    async (tx): Promise<VouchResult> => {
      const which = { tenantId, name }
      await lockTenant(tx, tenantId)
      const held = await holdDomain(tx, which)
      if (held?.isVerified === true) return { outcome: 'already' }
      if (held !== undefined) {
        await setVerified(tx, which, context)
        return { outcome: 'verified' }
      }
      if ((await addOne(tx, which, context.now)) === 'tooMany') return { outcome: 'tooMany' }
      await noteOfDomains(tx, tenantId, 'domain.added', context)
      return { outcome: 'added' }
    },
    ofAnother,
  )

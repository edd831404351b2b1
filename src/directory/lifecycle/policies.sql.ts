/** The lifecycle policies of an organization, as they are stored. */
import type { TenantId } from '../../kernel/ids.ts'
import { select, type Columns } from '../../store/columns.ts'
import { rows, sql, type Database } from '../../store/database.ts'
import type { PolicyRules } from './breaches.rule.ts'

/** The most that may be on in an organization (R134), and the most with those that are off. */
export const mostPolicies = { on: 10, all: 200 }

export type Policy = PolicyRules & {
  readonly id: string
  readonly displayName: string
  readonly description: string | null
  readonly isEnabled: boolean
  /** The lowest decides; of two alike the older one. */
  readonly priority: number
  /** Only members of this group fall under it; null: all guests. */
  readonly groupId: string | null
  /** Since when the group it was for is gone for good: it is off, and for nobody. */
  readonly groupGoneAt: Date | null
  /** Members of this group do not fall under it. */
  readonly exceptGroupId: string | null
  readonly createdAt: Date
  readonly changedAt: Date
  /** When the job last looked at all its guests. */
  readonly lastRunAt: Date | null
}

const policyColumns: Columns<Policy> = {
  id: 'l.id',
  displayName: 'l.display_name',
  description: 'l.description',
  isEnabled: 'l.is_enabled',
  priority: 'l.priority',
  groupId: 'l.group_id',
  groupGoneAt: 'l.group_gone_at',
  exceptGroupId: 'l.except_group_id',
  inactiveDays: 'l.inactive_days',
  needsSponsor: 'l.needs_sponsor',
  attestationDays: 'l.attestation_days',
  redemptionDays: 'l.redemption_days',
  graceDays: 'l.grace_days',
  action: 'l.action',
  deletionDays: 'l.deletion_days',
  createdAt: 'l.created_at',
  changedAt: 'l.changed_at',
  lastRunAt: 'l.last_run_at',
}

/** In the order in which they decide. */
export const listPolicies = (db: Database, tenantId: TenantId): Promise<Policy[]> =>
  rows(
    db,
    select(policyColumns)`from lifecycle_policies l where l.tenant_id = ${tenantId}
      order by l.priority, l.created_at, l.id`,
  )

/** Those of these tenants that are on, in no order. */
export const policiesOn = (db: Database, tenantIds: readonly TenantId[]): Promise<Policy[]> =>
  rows(
    db,
    select(policyColumns)`from lifecycle_policies l
      where l.tenant_id = any(${[...tenantIds]}::uuid[]) and l.is_enabled`,
  )

/** Organizations that have a policy which is on. */
export const tenantsWithPolicies = async (db: Database): Promise<TenantId[]> =>
  (
    await rows(
      db,
      select<{ tenantId: TenantId }>({
        tenantId: 't.id',
      })`from tenants t where t.state = 'active' and exists (
          select 1 from lifecycle_policies l where l.tenant_id = t.id and l.is_enabled) order by t.id`,
    )
  ).map(({ tenantId }) => tenantId)

/**
 * Holds the policies of a tenant that are on, so that one process at a time notes what they make of
 * its guests. False where somebody else does.
 */
export const holdPolicies = async (tx: Database, tenantId: TenantId): Promise<boolean> => {
  const all = await rows(
    tx,
    sql`select 1 from lifecycle_policies where tenant_id = ${tenantId} and is_enabled`,
  )
  const held = await rows(
    tx,
    sql`select 1 from lifecycle_policies where tenant_id = ${tenantId} and is_enabled order by id for update skip locked`,
  )
  return held.length > 0 && held.length === all.length
}

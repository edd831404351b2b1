/** What policies did, by day: numbers, and nobody's name. */
import type { TenantId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { rows, sql, type Database } from '../../store/database.ts'
import { mostResultDays } from '../../wire/lifecycle.ts'

type Done = { readonly told?: number; readonly disabled?: number; readonly deleted?: number }
type Which = { readonly tenantId: TenantId; readonly policyId: string }

/** Adds to what a policy did on the day of `now`, in the transaction in which it does it. */
export const addResult = async (
  tx: Database,
  { tenantId, policyId }: Which,
  { told = 0, disabled = 0, deleted = 0 }: Done,
  now: Date,
): Promise<void> => {
  await sql`
    insert into lifecycle_results as r (tenant_id, policy_id, day, told, disabled, deleted)
    values (${tenantId}, ${policyId}, (${now}::timestamptz at time zone 'utc')::date, ${told}, ${disabled}, ${deleted})
    on conflict (tenant_id, policy_id, day) do update set told = r.told + excluded.told,
      disabled = r.disabled + excluded.disabled, deleted = r.deleted + excluded.deleted`.execute(tx)
}

export type Result = {
  readonly day: string
  readonly told: number
  readonly disabled: number
  readonly deleted: number
}

/** The days on which a policy did something, the newest first. */
export const listResults = (db: Database, { tenantId, policyId }: Which): Promise<Result[]> =>
  rows(
    db,
    select<Result>({
      day: sql`r.day::text`,
      told: 'r.told',
      disabled: 'r.disabled',
      deleted: 'r.deleted',
    })`from lifecycle_results r where r.tenant_id = ${tenantId} and r.policy_id = ${policyId}
      order by r.day desc limit ${mostResultDays}`,
  )

/** Notes that these policies have looked at all their guests at `now`. */
export const noteRun = async (tx: Database, tenantId: TenantId, now: Date): Promise<void> => {
  await sql`update lifecycle_policies set last_run_at = ${now} where tenant_id = ${tenantId} and is_enabled`.execute(
    tx,
  )
}

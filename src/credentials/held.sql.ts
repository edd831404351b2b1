/** What a person signs in with beside a password. */
import type { PersonId, TenantId, UserId } from '../kernel/ids.ts'
import { answering, select } from '../store/columns.ts'
import { firstRow, sql, type Database } from '../store/database.ts'

export type Factors = { readonly passkeys: number; readonly authenticator: boolean }

/**
 * How many passkeys a person has, and whether an authenticator app is asked for after their
 * password. One statement.
 */
export const readFactors = async (db: Database, personId: PersonId): Promise<Factors> => {
  const found = await firstRow(
    db,
    select<Factors>({
      passkeys: sql`(select count(*)::int from passkeys k where k.person_id = p.id)`,
      authenticator: sql`exists (select 1 from live_users u join authenticators f on f.tenant_id = u.tenant_id and f.user_id = u.id
          where u.person_id = p.id and u.tenant_id = p.home_tenant_id and f.confirmed_at is not null)`,
    })`from persons p where p.id = ${personId}`,
  )
  return found ?? { passkeys: 0, authenticator: false }
}

/** Removes every factor of a user at home. Returns what there was. */
export const deleteFactors = async (
  db: Database,
  tenantId: TenantId,
  userId: UserId,
): Promise<Factors> => {
  const gone = await firstRow(
    db,
    answering<{ passkeys: number; authenticators: number }>(
      {
        passkeys: sql`(select count(*)::int from keys)`,
        authenticators: sql`(select count(*)::int from apps where confirmed_at is not null)`,
      },
      (list) => sql`
        with keys as (delete from passkeys where tenant_id = ${tenantId} and user_id = ${userId} returning 1),
          apps as (delete from authenticators where tenant_id = ${tenantId} and user_id = ${userId} returning confirmed_at),
          codes as (delete from recovery_codes where tenant_id = ${tenantId} and user_id = ${userId})
        select ${list}`,
    ),
  )
  return { passkeys: gone?.passkeys ?? 0, authenticator: (gone?.authenticators ?? 0) > 0 }
}

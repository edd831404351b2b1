/** What a person signs in with beside a password. */
import { credentialKinds, credentials, removalOf } from '../directory/users/credentials.sql.ts'
import type { Which } from '../directory/lock-user.sql.ts'
import type { PersonId } from '../kernel/ids.ts'
import { select } from '../store/columns.ts'
import { firstRow, sql, type Database } from '../store/database.ts'

/** Whether the person `p` has a passkey. */
export const hasPasskey = sql`exists (select 1 from passkeys k where k.person_id = p.id)`

/** Whether the user `u` is asked for the code of an authenticator app after their password. */
export const hasAuthenticator = sql`exists (select 1 from authenticators f
  where f.tenant_id = u.tenant_id and f.user_id = u.id and f.confirmed_at is not null)`

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
      authenticator: sql`exists (select 1 from live_users u
          where u.person_id = p.id and u.tenant_id = p.home_tenant_id and ${hasAuthenticator})`,
    })`from persons p where p.id = ${personId}`,
  )
  return found ?? { passkeys: 0, authenticator: false }
}

/** Removes every factor of a user at home. Returns what there was. */
export const deleteFactors = async (
  tx: Database,
  account: Which & { readonly personId: PersonId },
): Promise<Factors> => {
  const before = await readFactors(tx, account.personId)
  for (const kind of credentialKinds)
    if ('factor' in credentials[kind]) await removalOf(kind, account).execute(tx)
  return before
}

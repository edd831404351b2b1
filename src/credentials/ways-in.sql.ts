/**
 * How a user at home could sign in, so that nobody takes the last way in from the last
 * administrator (R124).
 */
import type { PersonId, TenantId, UserId } from '../kernel/ids.ts'
import { homeIssuerPrefix } from '../directory/identity-issuer.ts'
import { select } from '../store/columns.ts'
import { firstRow, sql, type Database } from '../store/database.ts'

export type WaysIn = {
  readonly password: boolean
  readonly passkeys: number
  readonly ties: number
}

/** The ways in of a user whose home the organization is. An authenticator app is none by itself. */
export const readWaysIn = async (
  db: Database,
  { tenantId, userId, personId }: { tenantId: TenantId; userId: UserId; personId: PersonId },
): Promise<WaysIn> => {
  const found = await firstRow(
    db,
    select<WaysIn>({
      password: sql`exists (select 1 from local_credentials c where c.tenant_id = ${tenantId} and c.user_id = ${userId})`,
      passkeys: sql`(select count(*)::int from passkeys k where k.person_id = ${personId})`,
      ties: sql`(select count(*)::int from identities i where i.person_id = ${personId} and starts_with(i.issuer, ${homeIssuerPrefix(tenantId)}))`,
    })``,
  )
  return found ?? { password: false, passkeys: 0, ties: 0 }
}

/** Whether there is any way in. */
export const hasWayIn = ({ password, passkeys, ties }: WaysIn): boolean =>
  password || passkeys > 0 || ties > 0

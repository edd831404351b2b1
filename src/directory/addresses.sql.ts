/**
 * Proxy addresses are unique among the live users of a tenant. They are stored as an array on the user, so that deleting a user
 * stays one row; what a unique index would do is done by a lock per address, held to the end of the transaction.
 */
import type { TenantId, UserId } from '../kernel/ids.ts'
import { sql, type Database, type RawBuilder } from '../store/database.ts'

/** Addresses as they are stored and compared: the scheme kept, the rest in lower case. */
export const normalizedAddress = (address: string): string => address.replace(/^(smtp:)?/i, 'smtp:').toLowerCase()

/** Waits for, then holds, the right to use these addresses in the tenant. Sorted, so that two callers cannot deadlock. */
export const lockAddresses = async (tx: Database, tenantId: TenantId, addresses: readonly string[]): Promise<void> => {
  const keys = addresses.map((address) => `${tenantId}/${normalizedAddress(address)}`).toSorted()
  await sql`select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest(${keys}::text[]) with ordinality as k(key, n) order by n`.execute(
    tx,
  )
}

/** Who among the live users, other than `userId`, has one of `addresses`. */
export const readAddressHolder = (
  tenantId: TenantId,
  addresses: readonly string[],
  userId: UserId,
): RawBuilder<{ id: UserId; address: string }> => sql`
  select u.id, a.address from live_users u, unnest(u.proxy_addresses) as a(address)
  where u.proxy_addresses && ${addresses.map(normalizedAddress)}::text[] and u.tenant_id = ${tenantId} and u.id <> ${userId}
    and a.address = any(${addresses.map(normalizedAddress)}::text[])
  limit 1`

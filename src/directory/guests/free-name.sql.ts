/** A name for a guest who is to be made. */
import type { Address } from '../../kernel/address.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { nameKey } from '../../kernel/principal-name.ts'
import { select } from '../../store/columns.ts'
import { rows, type Database } from '../../store/database.ts'
import { guestPrincipalName } from '../users/user.ts'

const placesTried = 50

/**
 * A user principal name for a guest of this address that nobody live has (R90): an address that has
 * moved on may have left its name behind.
 */
export const freeGuestName = async (
  tx: Database,
  tenantId: TenantId,
  address: Pick<Address, 'key'>,
  domain: string,
): Promise<string> => {
  const names = Array.from({ length: placesTried }, (_, place) =>
    guestPrincipalName(address, domain, place + 1),
  )
  const taken = select<{
    key: string
  }>({
    key: 'name_key',
  })`from live_users where tenant_id = ${tenantId} and name_key = any(${names.map(nameKey)}::text[])`
  const keys = new Set((await rows(tx, taken)).map(({ key }) => key))
  return (
    names.find((name) => !keys.has(nameKey(name))) ??
    guestPrincipalName(address, domain, Date.now())
  )
}

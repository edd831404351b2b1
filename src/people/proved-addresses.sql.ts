/** Which addresses and sign-in names a person has shown to be theirs (R132). */
import { provedAddresses } from '../directory/users/own-address.sql.ts'
import type { AddressKey } from '../kernel/address.ts'
import type { PersonId } from '../kernel/ids.ts'
import { sql, type RawBuilder } from '../store/database.ts'

/** A select of `address`, a key, of everything that this person has proved. */
export const provedAddressesOf = (personId: PersonId): RawBuilder<{ address: AddressKey }> =>
  provedAddresses(sql`${personId}::uuid`)

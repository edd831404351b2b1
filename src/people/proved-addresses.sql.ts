/** Which addresses and sign-in names a person has shown to be theirs (R132). */
import type { AddressKey } from '../kernel/address.ts'
import type { PersonId } from '../kernel/ids.ts'
import { answering } from '../store/columns.ts'
import { sql, type RawBuilder } from '../store/database.ts'
import { homeUser } from '../store/relations.sql.ts'
import { emailIssuer } from '../kernel/address.ts'

/**
 * A select of `address`, a key: mailboxes that are the person's sign-in, addresses by which they
 * have accepted an invitation, and their name at home, in a domain that their organization has
 * verified. Never what somebody has written into a profile.
 */
export const provedAddressesOf = (personId: PersonId): RawBuilder<{ address: AddressKey }> =>
  answering<{ address: AddressKey }>(
    { address: 'i.subject' },
    (list) => sql`
      select ${list} from identities i where i.person_id = ${personId} and i.issuer = ${emailIssuer}
      union select v.address_key from live_users u join invitations v on v.tenant_id = u.tenant_id and v.user_id = u.id and v.accepted_at is not null
        where u.person_id = ${personId}
      union select h.name_key from persons p join ${homeUser()}
        join verified_domains d on d.tenant_id = h.tenant_id and d.name = split_part(h.name_key, '@', 2)
        where p.id = ${personId}`,
  )

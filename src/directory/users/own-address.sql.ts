/** Which addresses and sign-in names a person has shown to be theirs (R132). */
import { emailIssuer, type AddressKey } from '../../kernel/address.ts'
import { answering } from '../../store/columns.ts'
import { sql, type RawBuilder } from '../../store/database.ts'
import { homeUser } from '../../store/relations.sql.ts'

/**
 * Whether an address is the own one of whoever the user `u` is: one that they have proved, or at
 * which they, or nobody yet, came as this guest. Never one that administrators have added.
 */
export const isOwnAddress = (key: AddressKey): RawBuilder<unknown> => sql`(
  ${key} in (${provedAddresses(sql`u.person_id`)})
  or exists (select 1 from invitations own where own.tenant_id = u.tenant_id and own.user_id = u.id and own.address_key = ${key}
    and (u.person_id is null or own.accepted_at is not null)))`

/**
 * A select of `address`, a key, of the person of that id: mailboxes that are their sign-in,
 * addresses by which they have accepted an invitation, and their name at home, in a domain that
 * their organization has verified. Never what somebody has written into a profile.
 */
export const provedAddresses = (
  personId: RawBuilder<unknown>,
): RawBuilder<{ address: AddressKey }> =>
  answering<{ address: AddressKey }>(
    { address: 'i.subject' },
    (list) => sql`
      select ${list} from identities i where i.person_id = ${personId} and i.issuer = ${emailIssuer}
      union select v.address_key from live_users m join invitations v on v.tenant_id = m.tenant_id and v.user_id = m.id and v.accepted_at is not null
        where m.person_id = ${personId}
      union select h.name_key from persons p join ${homeUser()}
        join verified_domains d on d.tenant_id = h.tenant_id and d.name = split_part(h.name_key, '@', 2)
        where p.id = ${personId}`,
  )

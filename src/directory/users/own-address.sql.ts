/**
 * Which addresses and sign-in names a person has shown to be theirs (R132), and whose guest the
 * reader of a mailbox is: never what somebody has written into a profile.
 */
import { emailIssuer, type AddressKey } from '../../kernel/address.ts'
import { answering } from '../../store/columns.ts'
import { sql, type RawBuilder } from '../../store/database.ts'
import { isTrustedBy } from '../proved-account.sql.ts'
import { enabledAtHome, homeUser } from '../../store/relations.sql.ts'

// The invitation at which whoever the user `u` is came, or that nobody has answered yet.
const invitation = sql`invitations own where own.tenant_id = u.tenant_id and own.user_id = u.id
    and (u.person_id is null or own.accepted_at is not null)`

// One that they have proved, or at which they, or nobody yet, came as this guest: without such an
// invitation, the one that the guest was made with.
const isOwnAddress = (key: AddressKey): RawBuilder<unknown> => sql`(
  ${key} in (${provedAddresses(sql`u.person_id`)})
  or exists (select 1 from ${invitation} and own.address_key = ${key})
  or (u.first_mail_key = ${key} and not exists (select 1 from ${invitation})))`

/**
 * Whether the user `u` is a guest, live or deleted, of whoever has proved this address: they may
 * ask by it (R30), and read by it what is held about them where they cannot sign in (R107). Never
 * by an address that administrators have added. `keyedUsers` names those who come into question.
 */
export const isGuestOfAddress = (key: AddressKey): RawBuilder<unknown> => sql`(
  u.creation_type = 'Invitation' and ${isOwnAddress(key)}
  and not exists (select 1 from persons own where own.id = u.person_id and own.home_tenant_id = u.tenant_id))`

/** `tenant_id` and `id` of all users whom `isGuestOfAddress` could mean, by their keys. */
export const keyedUsers = (key: AddressKey): RawBuilder<unknown> => sql`
  select i.tenant_id, i.user_id as id from invitations i where i.address_key = ${key}
  union select f.tenant_id, f.id from users f where f.first_mail_key = ${key}
  union select m.tenant_id, m.id from users m where m.person_id in (
    select i.person_id from identities i where i.issuer = ${emailIssuer} and i.subject = ${key}
    union select a.person_id from invitations v join users a on a.tenant_id = v.tenant_id and a.id = v.user_id
      where v.address_key = ${key} and v.accepted_at is not null
    union select h.person_id from verified_domains d join live_users h on h.tenant_id = d.tenant_id and h.name_key = ${key}
      where d.name = split_part(${key}, '@', 2))`

/**
 * Whether whoever the user `u` is has no sign-in that lets them in: nobody came yet, their home has
 * disabled them, is closed or gone, or nobody is trusted any more who says who they are.
 */
export const cannotSignIn: RawBuilder<unknown> = sql`(not exists (
  select 1 from persons p left join ${homeUser()} left join tenants ht on ht.id = p.home_tenant_id
  where p.id = u.person_id and ${enabledAtHome} and coalesce(ht.state = 'active', true)
    and (p.home_tenant_id is not null or exists (select 1 from passkeys k where k.person_id = p.id)
      or exists (select 1 from identities i where i.person_id = p.id and (i.issuer = ${emailIssuer} or exists (select 1 from identity_providers x where ${isTrustedBy}))))))`

/**
 * Where the person of a user `u` reads what is about this guest, where no home says it: the address
 * at which they came. Null where that is not known; never what was written into the profile since.
 */
export const mailboxOfGuest: RawBuilder<unknown> = sql`coalesce((select own.address from ${invitation}),
  case when u.first_mail_key = u.mail_key and not exists (select 1 from ${invitation}) then u.mail end)`

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

/**
 * Which addresses and sign-in names a person has shown to be theirs (R132), and whose guest the
 * reader of a mailbox is: never what somebody has written into a profile.
 */
import { emailIssuer, type AddressKey } from '../../kernel/address.ts'
import { answering } from '../../store/columns.ts'
import { sql, type RawBuilder } from '../../store/database.ts'
import { isTrustedBy } from '../proved-account.sql.ts'
import { enabledAtHome, homeUser, personAtHome } from '../../store/relations.sql.ts'

/**
 * Whether an address is by now that of somebody else than this person, where anybody's is known: of
 * whose name or mail it is at home, in a domain that their organization has verified, else of whose
 * sign-in the mailbox is. What somebody has shown once counts while nobody else has the address.
 */
export const isAnothers = (
  key: RawBuilder<unknown>,
  personId: RawBuilder<unknown>,
): RawBuilder<unknown> => {
  const holder = (property: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
    select held.person_id <> ${personId} from verified_domains d join live_users held on held.tenant_id = d.tenant_id and ${property} = ${key}
      join ${personAtHome('held', 'hp')} where d.name = split_part(${key}, '@', 2) limit 1)`
  return sql`coalesce(${holder(sql`held.name_key`)}, ${holder(sql`held.mail_key`)},
    (select k.person_id <> ${personId} from identities k where k.issuer = ${emailIssuer} and k.subject = ${key}), false)`
}

/**
 * Whether an invitation `i` of a user `u` still goes to an address of theirs: when an administrator
 * has corrected it since, the reader of the old mailbox is not the one who is invited.
 */
export const goesToGuest: RawBuilder<unknown> = sql`(i.address_key = u.mail_key or u.other_mail_keys @> array[i.address_key])`

const invitation = sql`invitations i where i.tenant_id = u.tenant_id and i.user_id = u.id`
const nobodyCame = sql`(u.person_id is null or not u.ever_accepted)`

// One that they have proved, or at which they came as this guest. Where nobody has come yet, the
// one that is invited, unless it was corrected since, and without an invitation the first.
const isOwnAddress = (key: AddressKey): RawBuilder<unknown> => {
  const isInvited = sql`i.address_key = ${key} and ${goesToGuest} and not ${isAnothers(sql`${key}`, sql`i.for_person_id`)}`
  return sql`(${key} in (${provedAddresses(sql`u.person_id`)}) or case
    when not ${nobodyCame} then u.first_mail_key = ${key} and not ${isAnothers(sql`${key}`, sql`u.person_id`)}
    else coalesce((select ${isInvited} from ${invitation}), u.first_mail_key = ${key}) end)`
}

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
 * at which they came, or are invited. Null where that is not known, or the address is somebody
 * else's by now; never what was written into the profile since.
 */
export const mailboxOfGuest: RawBuilder<unknown> = sql`case
  when ${nobodyCame} and exists (select 1 from ${invitation})
    then (select i.address from ${invitation} and ${goesToGuest} and not ${isAnothers(sql`i.address_key`, sql`i.for_person_id`)})
  when not ${isAnothers(sql`u.first_mail_key`, sql`u.person_id`)}
    then coalesce((select i.address from ${invitation} and i.address_key = u.first_mail_key),
      case when u.mail_key = u.first_mail_key then u.mail else u.first_mail_key end) end`

/**
 * The key of the address at which a user `u` is invited as whom nobody has come yet; null where
 * somebody has, or there is no invitation.
 */
export const invitedKey: RawBuilder<unknown> = sql`case when ${nobodyCame} then (select i.address_key from ${invitation}) end`

/**
 * A select of `address`, a key, of the person of that id: their name at home, in a domain that
 * their organization has verified, and as long as nobody else has them, mailboxes that are their
 * sign-in, and addresses at which they have accepted an invitation. Never what somebody has written
 * into a profile.
 */
export const provedAddresses = (
  personId: RawBuilder<unknown>,
): RawBuilder<{ address: AddressKey }> =>
  answering<{ address: AddressKey }>(
    { address: 'i.subject' },
    (list) => sql`
      select ${list} from identities i where i.person_id = ${personId} and i.issuer = ${emailIssuer} and not ${isAnothers(sql`i.subject`, personId)}
      union select v.address_key from live_users m join invitations v on v.tenant_id = m.tenant_id and v.user_id = m.id and v.accepted_at is not null and v.address_key = m.first_mail_key
        where m.person_id = ${personId} and not ${isAnothers(sql`v.address_key`, personId)}
      union select h.name_key from persons p join ${homeUser()}
        join verified_domains d on d.tenant_id = h.tenant_id and d.name = split_part(h.name_key, '@', 2)
        where p.id = ${personId}`,
  )

/** Which invitations wait for whom (R132). */
import type { PersonId } from '../kernel/ids.ts'
import { goesToGuest } from '../directory/users/own-address.sql.ts'
import { sql, type RawBuilder } from '../store/database.ts'
import { provedAddressesOf } from './proved-addresses.sql.ts'
import { isInvited } from '../store/relations.sql.ts'

/**
 * Whether an invitation `i` of a live user `u` was never answered by whom it is for, and goes to
 * them: it can be declined, also when its time is over.
 */
export const isUnanswered: RawBuilder<unknown> = sql`(${isInvited()} and i.accepted_at is null and ${goesToGuest})`

/** Whether an invitation `i` of a live user `u` can be accepted at `now`, by whom it is for. */
export const isWaiting = (now: Date): RawBuilder<unknown> =>
  sql`(${isUnanswered} and i.revoked_at is null and i.expires_at > ${now})`

/**
 * Whether an invitation `i` is for this person: by their account at home, or by an address that
 * they have proved.
 */
export const isFor = (personId: PersonId): RawBuilder<unknown> =>
  sql`(i.for_person_id = ${personId} or (i.for_person_id is null and i.address_key in (${provedAddressesOf(personId)})))`

/** The invitations `i` for which `isFor` holds, found by their keys; to stand after `from`. */
export const invitationsFor = (personId: PersonId): RawBuilder<unknown> => sql`(
  select x.* from invitations x where x.for_person_id = ${personId}
  union all
  select x.* from invitations x where x.for_person_id is null and x.address_key = any(array(${provedAddressesOf(personId)}))) i`

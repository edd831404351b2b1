/**
 * Who and what nobody answers for: guests without a sponsor (R105), groups and applications without
 * an owner. Conditions of lists and counts.
 */
import { sql, type RawBuilder } from '../store/database.ts'
import { isOwnedByNobody } from '../store/owners.sql.ts'

/**
 * Nobody answers for the user `u` now: no group that is there sponsors it, and no user who is there
 * and enabled. Triggers keep the column.
 */
export const withoutSponsor: RawBuilder<unknown> = sql`not u.has_sponsor`

/** No live user and no application owns the group `g`. */
export const groupWithoutOwner: RawBuilder<unknown> = isOwnedByNobody('group', 'g')

/** Neither owns the registration `r`. */
export const registrationWithoutOwner: RawBuilder<unknown> = isOwnedByNobody('registration', 'r')

/** Neither owns the service principal `a`. */
export const applicationWithoutOwner: RawBuilder<unknown> = isOwnedByNobody('application', 'a')

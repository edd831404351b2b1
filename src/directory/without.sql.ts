/**
 * Who and what nobody answers for: guests without a sponsor (R105), groups and applications without
 * an owner. Conditions of lists and counts.
 */
import { sql, type RawBuilder } from '../store/database.ts'

/**
 * Nobody answers for the user `u` now: no group that is there sponsors it, and no user who is there
 * and enabled. Triggers keep the column.
 */
export const withoutSponsor: RawBuilder<unknown> = sql`not u.has_sponsor`

// An application that is there is an owner, too: the lists of owners have it.
const withoutApplication = (table: string, column: string, holder: string) =>
  sql`not exists (select 1 from ${sql.table(table)} w join live_applications wa on wa.tenant_id = w.tenant_id and wa.id = w.owner_id
    where w.tenant_id = ${sql.ref(holder)}.tenant_id and w.${sql.ref(column)} = ${sql.ref(holder)}.id)`

/** No live user and no application owns the group `g`. */
export const groupWithoutOwner: RawBuilder<unknown> = sql`not exists (
  select 1 from group_owners o join live_users ou on ou.tenant_id = o.tenant_id and ou.id = o.user_id
  where o.tenant_id = g.tenant_id and o.group_id = g.id) and ${withoutApplication('group_owner_applications', 'group_id', 'g')}`

/** Neither owns the registration `r`. */
export const registrationWithoutOwner: RawBuilder<unknown> = sql`not exists (
  select 1 from application_owners o join live_users ou on ou.tenant_id = o.tenant_id and ou.id = o.user_id
  where o.tenant_id = r.tenant_id and o.owned_registration_id = r.id)
  and ${withoutApplication('application_owner_applications', 'owned_registration_id', 'r')}`

/** Neither owns the service principal `a`. */
export const applicationWithoutOwner: RawBuilder<unknown> = sql`not exists (
  select 1 from application_owners o join live_users ou on ou.tenant_id = o.tenant_id and ou.id = o.user_id
  where o.tenant_id = a.tenant_id and o.application_id = a.id)
  and ${withoutApplication('application_owner_applications', 'application_id', 'a')}`

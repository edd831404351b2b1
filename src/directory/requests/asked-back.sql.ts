/** Who can be asked back (R40), for whoever asks: signed in, or by the address that was invited. */
import { sql, type RawBuilder } from '../../store/database.ts'

/**
 * The user `u` has ended and can be restored at `now`, and their person has none there by now, nor
 * one that ended later.
 */
export const canBeAskedBack = (now: Date): RawBuilder<unknown> => sql`(
  (u.deleted_at is not null) is true and u.restorable_until > ${now}
  and not exists (select 1 from users o where o.tenant_id = u.tenant_id and o.person_id = u.person_id and o.id <> u.id
    and (o.deleted_at is null or (o.restorable_until > ${now} and (o.deleted_at, o.id) > (u.deleted_at, u.id)))))`

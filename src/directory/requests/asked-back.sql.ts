/** Who can be asked back (R40), for whoever asks: signed in, or by the address that was invited. */
import { sql, type RawBuilder } from '../../store/database.ts'

/**
 * The user `u` has ended and is kept at `now`, as it can be restored or for a hold, and their
 * person has none there by now, nor one that ended later.
 */
export const isKeptEnded = (now: Date): RawBuilder<unknown> => sql`(
  (u.deleted_at is not null) is true and (u.restorable_until > ${now} or u.held_at is not null)
  and not exists (select 1 from users o where o.tenant_id = u.tenant_id and o.person_id = u.person_id and o.id <> u.id
    and (o.deleted_at is null or (o.restorable_until > ${now} and (o.deleted_at, o.id) > (u.deleted_at, u.id)))))`

/** It can be restored, and there is somebody who could: nobody in a closed organization (R121). */
export const canBeAskedBack = (now: Date): RawBuilder<unknown> => sql`(
  ${isKeptEnded(now)} and u.restorable_until > ${now}
  and exists (select 1 from tenants a where a.id = u.tenant_id and a.state = 'active'))`

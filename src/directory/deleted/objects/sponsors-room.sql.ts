/** Whether a guest has room for one more sponsor (R104). */
import { sql } from '../../../store/database.ts'
import { maxSponsors } from '../../../wire/ties.ts'

const sponsorsThere = sql`(select count(*) from sponsors s
  left join live_users v on v.tenant_id = s.tenant_id and v.id = s.sponsor_user_id
  left join live_groups g on g.tenant_id = s.tenant_id and g.id = s.sponsor_group_id
  where s.tenant_id = l.tenant_id and s.user_id = l.user_id and (v.id is not null or g.id is not null))`

/** The guest `l.user_id` has as many live sponsors as one may have. */
export const hasNoRoom = sql`${sponsorsThere} >= ${sql.lit(maxSponsors)}`

/** How many answer for a user now, of what limits their number (R104). */
import { sql, type RawBuilder } from '../../store/database.ts'

/** The sponsors of `user` in `tenant` that are there: live users, disabled ones too, and groups. */
export const liveSponsorsOf = (
  tenant: RawBuilder<unknown>,
  user: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`(select count(*)::int from sponsors s
  left join live_users v on v.tenant_id = s.tenant_id and v.id = s.sponsor_user_id
  left join live_groups g on g.tenant_id = s.tenant_id and g.id = s.sponsor_group_id
  where s.tenant_id = ${tenant} and s.user_id = ${user} and (v.id is not null or g.id is not null))`

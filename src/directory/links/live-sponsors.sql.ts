/** How many answer for a user now, of what limits their number (R104). */
import { sql, type RawBuilder } from '../../store/database.ts'

/** Whether the sponsor of a row `s` is there: a live user, a disabled one too, or a live group. */
export const isLiveSponsor: RawBuilder<unknown> = sql`(
  exists (select 1 from live_users v where v.tenant_id = s.tenant_id and v.id = s.sponsor_user_id)
  or exists (select 1 from live_groups g where g.tenant_id = s.tenant_id and g.id = s.sponsor_group_id))`

/** The sponsors of `user` in `tenant` that are there. */
export const liveSponsorsOf = (
  tenant: RawBuilder<unknown>,
  user: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`(select count(*)::int from sponsors s
  where s.tenant_id = ${tenant} and s.user_id = ${user} and ${isLiveSponsor})`

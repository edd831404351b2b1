/**
 * Whether what the provider has given still counts: access ends at a moment, and what was given
 * under another one is over (R126).
 */
import { personStanding, userStanding } from '../directory/users/end-access.ts'
import type { TenantId } from '../kernel/ids.ts'
import { sessionCounts } from '../people/sessions.ts'
import { sql, type RawBuilder } from '../store/database.ts'

/** The standing of everything that a user `u` is given, around the joins `t`, `p` and `ht`. */
export const wholeStanding: RawBuilder<unknown> = sql`${userStanding} || ${personStanding}`

/**
 * A condition on a record `r`. Grants and browser sessions of a user stand while nothing has ended
 * the access under which they were given, those of a person as long as their session; all others
 * are judged by their grant, which the library asks for.
 */
export const standsStill: RawBuilder<unknown> = sql`(case
  when r.kind not in ('Grant', 'Session') then true
  when r.user_id is not null then exists (
    select 1 from live_users u join tenants t on t.id = u.tenant_id
    join persons p on p.id = u.person_id left join tenants ht on ht.id = p.home_tenant_id
    where u.tenant_id = r.tenant_id and u.id = r.user_id and r.standing = ${wholeStanding})
  when r.person_session_id is not null then ${sessionCounts(sql`r.person_session_id`)}
  else true end)`

/**
 * The standing that a session has in an organization, for what is given by it, and the provider
 * that it was opened by; held, so that the session cannot end before that is written. No row when
 * it has ended.
 */
export const heldStanding = (tenantId: TenantId, sessionId: string): RawBuilder<unknown> =>
  sql`select ts.standing || s.standing as standing, s.provider_id from tenant_sessions ts join sessions s on s.id = ts.session_id
    where ts.tenant_id = ${tenantId} and ts.session_id = ${sessionId}::uuid for key share`

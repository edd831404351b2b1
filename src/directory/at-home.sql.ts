/**
 * What the home of a guest knows of it, as far as everybody concerned has agreed (R141): the
 * organization, by its setting, and the guest, for that home and no other.
 */
import { bySystem } from '../events/context.ts'
import type { Activity, Event } from '../events/event.ts'
import { eventInsertAtHome, eventOf } from '../events/record.ts'
import { sql, type RawBuilder } from '../store/database.ts'
import { homeUser } from '../store/relations.sql.ts'

/**
 * Joined to a guest `g`: who they are at home, `h`, where the home may know of them. `s` is their
 * agreement, `o` the organization. Nobody otherwise.
 */
export const knownAtHome: RawBuilder<unknown> = sql`
  join shown_at_home s on s.tenant_id = g.tenant_id and s.user_id = g.id
  join tenants o on o.id = g.tenant_id and o.names_guests_to_homes
  join persons p on p.id = g.person_id and p.home_tenant_id = s.home_tenant_id and p.home_tenant_id <> g.tenant_id
  join ${homeUser()}`

/**
 * Whether the account at home of a user `u` is enabled, where the home tells it and may know of
 * them; null otherwise.
 */
export const enabledAtHomeAsTold: RawBuilder<unknown> = sql`(
  select h.account_enabled from live_users g ${knownAtHome}
  join tenants w on w.id = h.tenant_id and w.tells_of_disabling
  where g.tenant_id = u.tenant_id and g.id = u.id)`

type HomeActivity = Extract<Activity, `user.${string}Elsewhere`>

/**
 * An insert of what is read of `event` in the log at the home of the users of `source`. Nobody of
 * the organization is named there: whoever did it, it was the guest themselves or somebody of the
 * organization.
 */
export const toldAtHome = (
  { tenantId, at, correlationId, target }: Event,
  activity: HomeActivity,
  source: RawBuilder<unknown>,
): RawBuilder<unknown> => {
  const told = eventOf(
    { ...bySystem(at), correlationId },
    { tenantId, activity, target, related: { kind: 'organization', id: tenantId } },
  )
  return eventInsertAtHome(
    told,
    sql`(select h.tenant_id as home_tenant_id, h.id as home_user_id from ${source} as g ${knownAtHome})`,
  )
}

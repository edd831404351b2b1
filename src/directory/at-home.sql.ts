/**
 * What the home of a guest knows of it, and the organization of the account at home, as far as
 * everybody concerned has agreed (R141): the organization, by its setting, and the guest, for that
 * home and no other; and of the account at home, the home too.
 */
import { bySystem } from '../events/context.ts'
import type { Activity, Event } from '../events/event.ts'
import { eventInsertThere, eventOf } from '../events/record.ts'
import { sql, type RawBuilder } from '../store/database.ts'
import { homeUser, homeUserEver } from '../store/relations.sql.ts'

// Joined to a guest `g`: their agreement `s`, the organization `o`, and the person `p`.
const agreed = sql`
  join shown_at_home s on s.tenant_id = g.tenant_id and s.user_id = g.id
  join tenants o on o.id = g.tenant_id and o.names_guests_to_homes
  join persons p on p.id = g.person_id and p.home_tenant_id = s.home_tenant_id and p.home_tenant_id <> g.tenant_id`

// Joined to that: the home, where it tells what becomes of accounts there.
const homeTells = sql`join tenants w on w.id = p.home_tenant_id and w.tells_of_disabling`

/**
 * Joined to a guest `g`: who they are at home, `h`, where the home may know of them. `s` is their
 * agreement, `o` the organization. Nobody otherwise.
 */
export const knownAtHome: RawBuilder<unknown> = sql`${agreed} join ${homeUser()}`

const asTold = (what: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select ${what} from live_users g ${agreed} ${homeTells} join ${homeUserEver()}
  where g.tenant_id = u.tenant_id and g.id = u.id)`

/**
 * Whether the account at home of a user `u` is enabled, which it is not while deleted, where the
 * home tells it and may know of them; null otherwise.
 */
export const enabledAtHomeAsTold: RawBuilder<unknown> = asTold(
  sql`h.account_enabled and h.deleted_at is null`,
)

/** Since when it is not; null while it is, and where nothing is told. */
export const disabledAtHomeAsTold: RawBuilder<unknown> = asTold(
  sql`case when h.account_enabled then h.deleted_at else coalesce(h.disabled_at, h.deleted_at) end`,
)

type AtHome = Extract<Activity, `user.${string}AtHome`>
type Elsewhere = Extract<Activity, `user.${string}Elsewhere`>

// What is told in another log: of which organization, and of nobody there, whoever did it.
const toldThere = (
  { tenantId, at, correlationId, target }: Event,
  activity: Elsewhere | AtHome,
  source: RawBuilder<unknown>,
): RawBuilder<unknown> => {
  const told = eventOf(
    { ...bySystem(at), correlationId },
    { tenantId, activity, target, related: { kind: 'organization', id: tenantId } },
  )
  return eventInsertThere(told, source)
}

/**
 * An insert of what is read of `event` in the log at the home of the users of `source`. Nobody of
 * the organization is named there: whoever did it, it was the guest themselves or somebody of the
 * organization.
 */
export const toldAtHome = (
  event: Event,
  activity: Elsewhere,
  source: RawBuilder<unknown>,
): RawBuilder<unknown> =>
  toldThere(
    event,
    activity,
    sql`(select h.tenant_id, h.id as user_id from ${source} as g ${knownAtHome})`,
  )

/**
 * An insert of what is read of `event`, about users of `source` at home, in the logs of the
 * organizations whose guests they are. Nobody of the home is named there but the guest.
 */
export const toldWhereGuest = (
  event: Event,
  activity: AtHome,
  source: RawBuilder<unknown>,
): RawBuilder<unknown> =>
  toldThere(
    event,
    activity,
    sql`(select g.tenant_id, g.id as user_id from ${source} as member
      join live_users g on g.person_id = member.person_id ${agreed} and p.home_tenant_id = member.tenant_id ${homeTells})`,
  )

/**
 * A tenant session: beside a session, it lets a person act in one organization, and is gone the
 * moment they leave, are disabled or are deleted there (R17).
 */
import { userStanding } from '../directory/users/end-access.ts'
import { isShutTo } from '../directory/proved-account.sql.ts'
import { byUser } from '../events/context.ts'
import type { Around, Event } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import type { TenantId, UserId } from '../kernel/ids.ts'
import { roleNamed, type RoleName } from '../access/roles.ts'
import { activityIsStale, noteActivity } from '../directory/users/last-activity.sql.ts'
import { answeredBy, answering, select } from '../store/columns.ts'
import { firstRow, sql, transaction, type Database, type RawBuilder } from '../store/database.ts'
import { tokenHash } from '../store/token.ts'
import {
  type Seen,
  type Session,
  noteSeen,
  sessionColumns,
  sessionCounts,
  sessionSource,
} from './sessions.ts'
import { hasAccepted, roleIdsOf } from '../store/relations.sql.ts'

/** A session that acts in one organization, as a live and enabled user of it. */
export type TenantSession = Session & {
  readonly tenantId: TenantId
  readonly userId: UserId
  readonly userType: 'Member' | 'Guest'
  readonly roles: readonly RoleName[]
}

/**
 * The session of `token` for `tenantId`, or undefined: not signed in, not opened there, or not a
 * live and enabled user there any more.
 */
export const findTenantSession = async (
  db: Database,
  token: string | undefined,
  tenantId: TenantId,
  now: Date,
): Promise<TenantSession | undefined> => {
  const hash = tokenHash(token)
  return hash === undefined
    ? undefined
    : findTenantSessionWhere(db, sql`s.token_hash = ${hash}`, tenantId, now)
}

/** The same for a session that was found before. */
export const findTenantSessionOf = (
  db: Database,
  { sessionId }: Session,
  tenantId: TenantId,
  now: Date,
): Promise<TenantSession | undefined> =>
  findTenantSessionWhere(db, sql`s.id = ${sessionId}`, tenantId, now)

const findTenantSessionWhere = async (
  db: Database,
  which: RawBuilder<unknown>,
  tenantId: TenantId,
  now: Date,
): Promise<TenantSession | undefined> => {
  // One row each, looked up by its key (`offset 0` keeps the planner from joining them): with old
  // statistics it would read every session of the organization.
  const found = await firstRow(
    db,
    select<Seen<Omit<TenantSession, 'roles'>> & { roleIds: string[]; lastActiveAt: Date | null }>({
      ...answeredBy('s', sessionColumns),
      tenantId: 'ts.tenant_id',
      userId: 'u.id',
      userType: 'u.user_type',
      lastActiveAt: 'u.last_sign_in_at',
      roleIds: roleIdsOf(),
    })`from (${sessionSource(which, now)} offset 0) s
      cross join lateral (
        select o.tenant_id, o.user_id, o.standing from tenant_sessions o where o.tenant_id = ${tenantId} and o.session_id = s."sessionId" offset 0) ts
      cross join lateral (
        select v.* from live_users v where v.tenant_id = ts.tenant_id and v.id = ts.user_id and v.account_enabled offset 0) u
      join tenants t on t.id = ts.tenant_id and t.state = 'active' and ts.standing = ${userStanding}
      where s."homeEnabled" and s."homeActive"`,
  )
  if (found === undefined) return undefined
  const { roleIds, lastActiveAt, ...session } = found
  await noteSeen(db, session, now)
  if (activityIsStale(lastActiveAt, now)) await noteActivity(db, session, now)
  return { ...session, roles: roleIds.flatMap((id) => roleNamed(id) ?? []) }
}

/**
 * Opens, or finds open, the session's door to one organization. Undefined unless the person has a
 * live, enabled user there and the organization is active. Opening it is a sign-in there by way of
 * home and is recorded in both (R112); finding it open records nothing.
 */
export const openTenantSession = (
  db: Database,
  session: Session,
  tenantId: TenantId,
  around: Around,
): Promise<{ userId: UserId; openedAt: Date } | undefined> =>
  transaction(db, async (tx) => {
    const { now } = around
    if (!session.homeActive || (await isShutTo(tx, tenantId, session.sessionId))) return undefined
    const opened = await firstRow(
      tx,
      answering<{ userId: UserId; openedAt: Date; isNew: boolean }>(
        { userId: 'user_id', openedAt: 'opened_at', isNew: sql`xmax = 0` },
        (list) => sql`
        insert into tenant_sessions (tenant_id, session_id, user_id, opened_at, standing)
        select u.tenant_id, ${session.sessionId}, u.id, ${now}, ${userStanding}
        from live_users u join tenants t on t.id = u.tenant_id
        where ${sessionCounts(sql`${session.sessionId}::uuid`)} and u.person_id = ${session.personId} and u.tenant_id = ${tenantId} and u.account_enabled and t.state = 'active'
          and ${hasAccepted()}
        on conflict (tenant_id, session_id) do update set user_id = excluded.user_id, standing = excluded.standing
        returning ${list}`,
      ),
    )
    if (opened === undefined) return undefined
    const { isNew, ...door } = opened
    await noteActivity(tx, { tenantId, userId: door.userId }, now)
    if (isNew && session.homeTenantId !== tenantId)
      await record(tx, ...crossings(session, tenantId, door.userId, around))
    return door
  })

// One event on either side, each with the other's id.
const crossings = (
  { homeTenantId, homeUserId }: Session,
  tenantId: TenantId,
  userId: UserId,
  context: Around,
): Event[] => {
  const signedIn = (at: TenantId, id: UserId, details: NonNullable<Event['details']>): Event =>
    eventOf(byUser(context, id), {
      tenantId: at,
      activity: 'user.signedIn',
      target: { kind: 'user', id },
      details,
    })
  const there = signedIn(tenantId, userId, { homeTenantId })
  return homeTenantId === null || homeUserId === null
    ? [there]
    : [signedIn(homeTenantId, homeUserId, { resourceTenantId: tenantId }), there]
}

/**
 * Sessions. A session says who a person is, by their sign-in at home; a tenant session beside it
 * lets them act in one organization, and is gone the moment they leave, are disabled or are deleted
 * there (R17).
 */
import { personStanding, userStanding } from '../directory/users/end-access.ts'
import { isShutTo } from '../directory/proved-account.sql.ts'
import type { Around, Event } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import type { PersonId, SessionId, TenantId, UserId } from '../kernel/ids.ts'
import { newId } from '../kernel/ids.ts'
import { dayMs, minuteMs, plus } from '../kernel/time.ts'
import { roleNamed, type RoleName } from '../access/roles.ts'
import { activityIsStale, noteActivity } from '../directory/users/last-activity.sql.ts'
import {
  changed,
  firstRow,
  rows,
  sql,
  transaction,
  type Database,
  type RawBuilder,
} from '../store/database.ts'
import { newToken, tokenHash } from '../store/token.ts'
import { noteBrowser, type Browser } from './known-browsers.ts'

export const sessionLifetimeMs = 14 * dayMs
/** A session that nobody uses for this long is over. */
export const sessionIdleMs = 3 * dayMs
/**
 * How stale `last_seen_at` may be before it is written again: a write per request would cost more
 * than it tells.
 */
const lastSeenStepMs = 5 * minuteMs

export type Session = {
  readonly sessionId: SessionId
  readonly personId: PersonId
  readonly homeTenantId: TenantId | null
  /** The person's own user at home; null for people without a home here, or when it is deleted. */
  readonly homeUserId: UserId | null
  /**
   * False when the home account is disabled or deleted: such a session may only read why (decision
   * 0005).
   */
  readonly homeEnabled: boolean
  /**
   * False when the home organization is closed or suspended: nobody acts anywhere by a home that is
   * not there; leaving stays possible.
   */
  readonly homeActive: boolean
}

/** A session that acts in one organization, as a live and enabled user of it. */
export type TenantSession = Session & {
  readonly tenantId: TenantId
  readonly userId: UserId
  readonly userType: 'Member' | 'Guest'
  readonly roles: readonly RoleName[]
}

const sessionColumns = sql`s.id as "sessionId", s.person_id as "personId", p.home_tenant_id as "homeTenantId", h.id as "homeUserId",
  s.last_seen_at as "lastSeenAt", (p.home_tenant_id is null or coalesce(h.account_enabled, false)) as "homeEnabled",
  coalesce(ht.state = 'active', true) as "homeActive"`

const sessionJoins = sql`
  from sessions s
  join persons p on p.id = s.person_id
  left join live_users h on h.tenant_id = p.home_tenant_id and h.person_id = p.id
  left join tenants ht on ht.id = p.home_tenant_id`

// A session whose access has ended (R126) still says why, as long as the home is disabled or
// closed; and nothing at all afterwards.
const countsStill = sql`(s.standing = ${personStanding} or not coalesce(h.account_enabled, true) or ht.state <> 'active')`

/** Whether a session of this id still counts (R126), whatever its age. A condition. */
export const sessionCounts = (id: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`exists (select 1 ${sessionJoins} where s.id = ${id} and ${countsStill})`

const sessionSource = (which: RawBuilder<unknown>, now: Date): RawBuilder<unknown> => sql`
  select ${sessionColumns} ${sessionJoins}
  where ${which} and ${countsStill} and s.expires_at > ${now} and s.last_seen_at > ${plus(now, -sessionIdleMs)}`

type Seen<T> = T & { lastSeenAt: Date }

/**
 * The session of `token`, or undefined when there is none that is valid at `now`. One statement; a
 * second one about every five minutes.
 */
export const findSession = async (
  db: Database,
  token: string | undefined,
  now: Date,
): Promise<Session | undefined> => {
  const hash = tokenHash(token)
  return hash === undefined ? undefined : findSessionWhere(db, sql`s.token_hash = ${hash}`, now)
}

/** The same for the session `s` that a condition names. */
export const findSessionWhere = async (
  db: Database,
  which: RawBuilder<unknown>,
  now: Date,
): Promise<Session | undefined> => {
  const found = await firstRow(db, sql<Seen<Session>>`${sessionSource(which, now)}`)
  if (found !== undefined) await noteSeen(db, found, now)
  return found
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
    sql<Seen<Omit<TenantSession, 'roles'>> & { roleIds: string[]; lastActiveAt: Date | null }>`
      select s.*, ts.tenant_id as "tenantId", u.id as "userId", u.user_type as "userType", u.last_sign_in_at as "lastActiveAt",
        array(select r.role_id::text from role_assignments r where r.tenant_id = u.tenant_id and r.user_id = u.id) as "roleIds"
      from (${sessionSource(which, now)} offset 0) s
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

const noteSeen = async (db: Database, session: Seen<Session>, now: Date): Promise<void> => {
  if (session.lastSeenAt > plus(now, -lastSeenStepMs)) return
  await sql`update sessions set last_seen_at = ${now} where id = ${session.sessionId}`.execute(db)
}

export type Device = {
  readonly address: string | null
  readonly userAgent: string | null
  /** Absent where nobody sits at a browser. */
  readonly browser?: Browser
  /** The token of the session that the browser had before, valid or not. */
  readonly before?: string | undefined
}

/** How somebody showed who they are. */
export type Method =
  | 'password'
  | 'passkey'
  | 'authenticator'
  | 'recoveryCode'
  | 'emailCode'
  | 'provider'

/**
 * The moments at which access had ended when somebody was judged, as text: what is opened for them
 * counts from then (R126).
 */
export type Standing = string

/**
 * Opens a session for a person and returns its token, which is stored nowhere. Where the browser
 * has one of this person already that is valid at `now`, that one is renewed under a new token
 * instead: applications that were opened with it stay open. `judgedUnder`: the person's standing
 * when they were judged, where that was read.
 */
export const openSession = async (
  db: Database,
  personId: PersonId,
  device: Device,
  now: Date,
  method?: Method,
  judgedUnder?: Standing,
): Promise<{ sessionId: SessionId; token: string }> => {
  const { token, hash } = newToken()
  const opening = { personId, device, now, method: method ?? null, hash, judgedUnder }
  const sessionId = (await renewSession(db, opening)) ?? (await insertSession(db, opening))
  if (device.browser !== undefined)
    await noteBrowser(db, personId, device.browser, device.userAgent, now)
  return { sessionId, token }
}

type Opening = {
  readonly personId: PersonId
  readonly device: Device
  readonly now: Date
  readonly method: Method | null
  readonly hash: Buffer
  readonly judgedUnder: Standing | undefined
}

const agentOf = ({ userAgent }: Device): string | null => userAgent?.slice(0, 512) ?? null

// A new token, so that whoever knew the old one is out; the provider is noted anew by whoever signs
// in with one.
const renewSession = async (
  db: Database,
  { personId, device, now, method, hash }: Opening,
): Promise<SessionId | undefined> => {
  const before = tokenHash(device.before)
  if (before === undefined) return undefined
  const renewed = await firstRow(
    db,
    sql<{
      id: SessionId
    }>`update sessions set token_hash = ${hash}, authenticated_at = ${now}, method = ${method}, provider_id = null,
        last_seen_at = ${now}, expires_at = ${plus(now, sessionLifetimeMs)}, address = ${device.address}, user_agent = ${agentOf(device)}
      where person_id = ${personId} and id = (select f."sessionId" from (${sessionSource(sql`s.token_hash = ${before}`, now)}) f)
      returning id`,
  )
  return renewed?.id
}

const insertSession = async (
  db: Database,
  { personId, device, now, method, hash, judgedUnder }: Opening,
): Promise<SessionId> => {
  const sessionId = newId<SessionId>()
  await sql`insert into sessions (id, person_id, token_hash, created_at, authenticated_at, method, last_seen_at, expires_at, address, user_agent, standing)
    select ${sessionId}, p.id, ${hash}, ${now}, ${now}, ${method}, ${now}, ${plus(now, sessionLifetimeMs)}, ${device.address}, ${agentOf(device)},
      ${judgedUnder === undefined ? personStanding : sql`${judgedUnder}::timestamptz[]`}
    from persons p left join tenants ht on ht.id = p.home_tenant_id where p.id = ${personId}`.execute(
    db,
  )
  return sessionId
}

/** When, and by what, the person of a session was last asked who they are. */
export const readProof = (
  db: Database,
  sessionId: SessionId,
): Promise<{ authenticatedAt: Date; method: Method | null } | undefined> =>
  firstRow(
    db,
    sql<{ authenticatedAt: Date; method: Method | null }>`
      select authenticated_at as "authenticatedAt", method from sessions where id = ${sessionId}`,
  )

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
      sql<{ userId: UserId; openedAt: Date; isNew: boolean }>`
        insert into tenant_sessions (tenant_id, session_id, user_id, opened_at, standing)
        select u.tenant_id, ${session.sessionId}, u.id, ${now}, ${userStanding}
        from live_users u join tenants t on t.id = u.tenant_id
        where ${sessionCounts(sql`${session.sessionId}::uuid`)} and u.person_id = ${session.personId} and u.tenant_id = ${tenantId} and u.account_enabled and t.state = 'active'
          and u.external_user_state is distinct from 'PendingAcceptance'
        on conflict (tenant_id, session_id) do update set user_id = excluded.user_id, standing = excluded.standing
        returning user_id as "userId", opened_at as "openedAt", xmax = 0 as "isNew"`,
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
    eventOf(
      { ...context, actor: { kind: 'user', id } },
      { tenantId: at, activity: 'user.signedIn', target: { kind: 'user', id }, details },
    )
  const there = signedIn(tenantId, userId, { homeTenantId })
  return homeTenantId === null || homeUserId === null
    ? [there]
    : [signedIn(homeTenantId, homeUserId, { resourceTenantId: tenantId }), there]
}

/** Ends one session of a person, everywhere. False when it was not theirs or not there. */
export const endSession = async (
  db: Database,
  personId: PersonId,
  sessionId: SessionId,
): Promise<boolean> =>
  (await changed(
    db,
    sql`delete from sessions where id = ${sessionId} and person_id = ${personId}`,
  )) > 0

/**
 * Ends the session of `token`, also one that is over by time: another has taken its place in the
 * same browser.
 */
export const endReplacedSession = async (db: Database, token: string): Promise<void> => {
  await sql`delete from sessions where token_hash = ${tokenHash(token) ?? Buffer.alloc(0)}`.execute(
    db,
  )
}

export type SessionRow = Pick<Device, 'address' | 'userAgent'> & {
  readonly id: SessionId
  readonly createdAt: Date
  readonly lastSeenAt: Date
}

/** The most sessions that are listed; the oldest are left out. */
const maxListedSessions = 100

/** The sessions of a person that are valid at `now`, the one used last first. */
export const listSessions = (db: Database, personId: PersonId, now: Date): Promise<SessionRow[]> =>
  rows(
    db,
    sql<SessionRow>`
      select id, created_at as "createdAt", last_seen_at as "lastSeenAt", address, user_agent as "userAgent" from sessions
      where person_id = ${personId} and expires_at > ${now} and last_seen_at > ${plus(now, -sessionIdleMs)}
      order by last_seen_at desc, id limit ${maxListedSessions}`,
  )

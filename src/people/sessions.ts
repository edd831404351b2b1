/**
 * Sessions. A session says who a person is, by their sign-in at home; a tenant session beside it
 * lets them act in one organization, and is gone the moment they leave, are disabled or are deleted
 * there (R17).
 */
import { personStanding } from '../directory/users/end-access.ts'
import type { PersonId, SessionId, TenantId, UserId } from '../kernel/ids.ts'
import { dayMs, minuteMs, plus } from '../kernel/time.ts'
import { select, type Columns } from '../store/columns.ts'
import { changed, firstRow, rows, sql, type Database, type RawBuilder } from '../store/database.ts'
import { enabledAtHome, homeUser } from '../store/relations.sql.ts'
import { tokenHash } from '../store/token.ts'
import type { SignInMethod } from '../wire/account-access.ts'
import type { Browser } from './known-browsers.ts'

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
  /** Language tags: what the person has chosen, then what their home says of them. */
  readonly languages: readonly string[]
  /** When, and by what, the person was last asked who they are; null where nothing is known. */
  readonly authenticatedAt: Date
  readonly method: SignInMethod | null
  /** Opened by a provider for guests, which some organizations may not trust. */
  readonly isByGuestProvider: boolean
}

export const sessionColumns: Columns<Seen<Session>> = {
  sessionId: 's.id',
  personId: 's.person_id',
  homeTenantId: 'p.home_tenant_id',
  homeUserId: 'h.id',
  lastSeenAt: 's.last_seen_at',
  homeEnabled: enabledAtHome,
  homeActive: sql`coalesce(ht.state = 'active', true)`,
  languages: sql`array_remove(array[chosen.language, h.preferred_language], null)`,
  authenticatedAt: 's.authenticated_at',
  method: 's.method',
  isByGuestProvider: sql`exists (select 1 from identity_providers x where x.id = s.provider_id and x.domains is null)`,
}

const sessionJoins = sql`
  from sessions s
  join persons p on p.id = s.person_id
  left join ${homeUser()}
  left join person_settings chosen on chosen.person_id = p.id
  left join tenants ht on ht.id = p.home_tenant_id`

// A session whose access has ended (R126) still says why, as long as the home is disabled or
// closed; and nothing at all afterwards.
const countsStill = sql`(s.standing = ${personStanding} or not coalesce(h.account_enabled, true) or ht.state <> 'active')`

/** Whether a session of this id still counts (R126), whatever its age. A condition. */
export const sessionCounts = (id: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`exists (select 1 ${sessionJoins} where s.id = ${id} and ${countsStill})`

export const sessionSource = (
  which: RawBuilder<unknown>,
  now: Date,
): RawBuilder<Seen<Session>> => select(sessionColumns)`${sessionJoins}
  where ${which} and ${countsStill} and s.expires_at > ${now} and s.last_seen_at > ${plus(now, -sessionIdleMs)}`

export type Seen<T> = T & { lastSeenAt: Date }

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
  const found = await firstRow(db, sessionSource(which, now))
  if (found !== undefined) await noteSeen(db, found, now)
  return found
}

export const noteSeen = async (db: Database, session: Seen<Session>, now: Date): Promise<void> => {
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

/**
 * The moments at which access had ended when somebody was judged, as text: what is opened for them
 * counts from then (R126).
 */
export type Standing = string

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
    select<SessionRow>({
      id: 'id',
      createdAt: 'created_at',
      lastSeenAt: 'last_seen_at',
      address: 'address',
      userAgent: 'user_agent',
    })`from sessions
      where person_id = ${personId} and expires_at > ${now} and last_seen_at > ${plus(now, -sessionIdleMs)}
      order by last_seen_at desc, id limit ${maxListedSessions}`,
  )

/**
 * Access ends at a moment (R126). Every ending comes through here: it moves the moment of the user,
 * and of the person where the user is their account at home, and takes the sessions away, so that
 * applications are told. What was given before that moment counts no more, whatever happens
 * afterwards.
 */
import type { SessionId, TenantId, UserId } from '../../kernel/ids.ts'
import { rows, sql, transaction, type Database, type RawBuilder } from '../../store/database.ts'
import type { Several } from '../lock-user.sql.ts'

/** The standing of a session: the moments of its person `p` and of their home `ht`. */
export const personStanding: RawBuilder<unknown> = sql`array[p.access_ended_at, ht.access_ended_at]`

/**
 * The standing of a session for one organization, beside that of its session: the moments of the
 * user `u` and of the organization `t`.
 */
export const userStanding: RawBuilder<unknown> = sql`array[u.access_ended_at, t.access_ended_at]`

// Never the same moment twice: what is given between two endings of one instant ends with the
// second.
const moment = (table: string, now: Date): RawBuilder<unknown> => {
  const column = sql.ref(`${table}.access_ended_at`)
  return sql`access_ended_at = greatest(${now}::timestamptz, ${column} + interval '1 microsecond')`
}

/** The assignment that ends access, in an update of the table of this name or alias. */
export const endsAccess = (table: 'u' | 'tenants', now: Date): RawBuilder<unknown> =>
  moment(table, now)

/**
 * What stays: one session, or the sessions themselves without any organization, so that people can
 * see why.
 */
export type Kept = { readonly session: SessionId } | 'sessionsToSeeWhy' | undefined

/**
 * What ends beside users whose access does, to stand in the `with` of the statement that yields
 * them as `ended` (tenant_id, id, person_id): their sessions for the organization; for those at
 * home there the person's moment and every session of theirs. Applications are told because the
 * session is gone that their sign-on stood on.
 */
export const endedBeside = (now: Date, kept?: Kept): RawBuilder<unknown> => {
  const but = (column: string) =>
    typeof kept === 'object' ? sql`and ${sql.ref(column)} <> ${kept.session}::uuid` : sql``
  return sql`ended_at_home as (
      update persons p set ${moment('p', now)} from ended e where p.id = e.person_id and p.home_tenant_id = e.tenant_id returning p.id
    ), ended_here as (
      delete from tenant_sessions ts using ended e where ts.tenant_id = e.tenant_id and ts.user_id = e.id ${but('ts.session_id')}
    ), ended_elsewhere as (
      ${
        kept === 'sessionsToSeeWhy'
          ? sql`delete from tenant_sessions ts using ended_at_home h join sessions s on s.person_id = h.id where ts.session_id = s.id`
          : sql`delete from sessions s using ended_at_home h where s.person_id = h.id ${but('s.id')}`
      }
    )`
}

/**
 * Ends the access of a live user: here for a guest, everywhere for somebody at home here. In the
 * transaction of the change that ends it.
 */
export const endAccess = (
  tx: Database,
  { tenantId, userId }: { readonly tenantId: TenantId; readonly userId: UserId },
  now: Date,
  kept?: Kept,
): Promise<void> => endAccessOfThese(tx, { tenantId, userIds: [userId] }, now, kept)

/** The same for several users of one organization. */
export const endAccessOfThese = async (
  tx: Database,
  { tenantId, userIds }: Several,
  now: Date,
  kept?: Kept,
): Promise<void> => {
  await rows(
    tx,
    sql`with ended as (
      update users u set ${endsAccess('u', now)} where u.tenant_id = ${tenantId} and u.id = any(${[...userIds]}::uuid[]) and u.deleted_at is null
      returning u.tenant_id, u.id, u.person_id
    ), ${endedBeside(now, kept)} select 1 from ended`,
  )
  if (typeof kept === 'object') await renewStanding(tx, kept.session)
}

// The one session that stays is given anew, with everything that stands on it.
const renewStanding = async (tx: Database, sessionId: SessionId): Promise<void> => {
  await sql`update sessions s set standing = ${personStanding} from persons p left join tenants ht on ht.id = p.home_tenant_id
    where s.id = ${sessionId} and p.id = s.person_id`.execute(tx)
  await sql`update tenant_sessions ts set standing = ${userStanding} from users u join tenants t on t.id = u.tenant_id
    where ts.session_id = ${sessionId} and u.tenant_id = ts.tenant_id and u.id = ts.user_id`.execute(
    tx,
  )
  await sql`update oidc_records r set standing = ts.standing || s.standing from tenant_sessions ts join sessions s on s.id = ts.session_id
    where ts.session_id = ${sessionId} and r.tenant_id = ts.tenant_id and r.session_id = ts.session_id`.execute(
    tx,
  )
}

/**
 * Ends the access of everybody in an organization, and of everybody at home in it; sessions of the
 * latter stay, so that they can see why and leave.
 */
export const endAccessOfAll = async (tx: Database, tenantId: TenantId): Promise<void> => {
  await sql`delete from tenant_sessions where tenant_id = ${tenantId}`.execute(tx)
  await sql`delete from tenant_sessions ts using persons p join sessions s on s.person_id = p.id
    where p.home_tenant_id = ${tenantId} and ts.session_id = s.id`.execute(tx)
}

/**
 * Ends everything that anybody holds anywhere: for a store that was put back from a backup, and
 * with it what had ended since.
 */
export const endAccessOfEverybody = (db: Database, now: Date): Promise<void> =>
  transaction(db, async (tx) => {
    await sql`update tenants set ${endsAccess('tenants', now)}`.execute(tx)
    await sql`delete from sessions`.execute(tx)
  })

/**
 * The update that ends the sign-ons of `of`, a relation in the same statement with `tenant_id` and
 * `application_id`: of everybody, or of its `user_id` alone. Their applications are told.
 */
export const signOnsEnd = (of: string, whose: 'everybody' | 'user'): RawBuilder<unknown> =>
  sql`update oidc_sign_ons o set session_id = null from ${sql.id(of)} ended
    where o.tenant_id = ended.tenant_id and o.application_id = ended.application_id and o.session_id is not null
      ${whose === 'user' ? sql`and o.user_id = ended.user_id` : sql``}`

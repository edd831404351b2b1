/**
 * Who is signed in to which application: kept for the applications that want to be told when it is
 * over.
 */
import type { TenantId } from '../kernel/ids.ts'
import { minuteMs, plus } from '../kernel/time.ts'
import { idleRoom } from '../outbound/lanes.ts'
import { answering } from '../store/columns.ts'
import { rows, sql, type Database } from '../store/database.ts'
import { pairwiseSubject } from './pairwise-subject.ts'

type Standing = { readonly tenantId: TenantId; readonly userId: string; readonly sessionId: string }

/**
 * Notes each sign-on of a browser session to an application that has a back channel. One statement,
 * none without sign-ons.
 */
export const noteSignOns = async (
  db: Database,
  { tenantId, userId, sessionId }: Standing,
  authorizations: Readonly<Record<string, { sid?: string | undefined }>>,
  now: Date,
): Promise<void> => {
  const signOns: { appId: string; sid: string; subject: string }[] = []
  for (const [appId, { sid }] of Object.entries(authorizations))
    if (sid !== undefined)
      signOns.push({ appId, sid, subject: await pairwiseSubject(db, tenantId, appId, userId) })
  if (signOns.length === 0) return
  await sql`insert into oidc_sign_ons (tenant_id, application_id, sid, subject, user_id, session_id, next_try_at)
    select ${tenantId}, a.id, s.sid, s.subject, ${userId}, ${sessionId}, ${now}
    from jsonb_to_recordset(${JSON.stringify(signOns)}::jsonb) as s ("appId" uuid, sid text, subject text)
    join live_applications a on a.tenant_id = ${tenantId} and a.app_id = s."appId"
    where exists (select 1 from application_redirects r where r.tenant_id = a.tenant_id and r.registration_id = a.registration_id and r.kind = 'backchannel')
    on conflict do nothing`.execute(db)
}

export type EndedSignOn = {
  readonly tenantId: TenantId
  readonly applicationId: string
  readonly appId: string
  readonly sid: string
  /**
   * The name that the application knows somebody by; null on rows from before it was kept, which
   * have the user.
   */
  readonly subject: string | null
  readonly userId: string | null
  /**
   * Where the application wants to be told, whatever the state of its organization; null when it
   * does not any more.
   */
  readonly address: string | null
  readonly attempts: number
}

/** How long one delivery may take before another process may try it. */
const claimMs = minuteMs

type Room = {
  /** How many may be taken in all, and of one organization. */
  readonly room: number
  readonly organization: number
  /** How many more the application of an id takes, of those that are not idle. */
  readonly lanes: ReadonlyMap<string, number>
}

/**
 * Takes sign-ons that have ended and are due at `now`: nobody else takes them for a minute.
 * Organizations take turns, and their applications, so that a long list of one holds up nobody
 * else's (K19).
 */
export const claimEnded = (
  db: Database,
  now: Date,
  { room, organization, lanes }: Room,
): Promise<EndedSignOn[]> =>
  rows(
    db,
    answering<EndedSignOn>(
      {
        tenantId: 's.tenant_id',
        applicationId: 's.application_id',
        appId: 'a.app_id',
        sid: 's.sid',
        subject: 's.subject',
        userId: 's.user_id',
        attempts: 's.attempts',
        address: sql`(select r.uri from application_redirects r
          where a.deleted_at is null and r.tenant_id = a.tenant_id and r.registration_id = a.registration_id and r.kind = 'backchannel')`,
      },
      (list) => sql`
        with busy as (select * from unnest(${[...lanes.keys()]}::uuid[], ${[...lanes.values()]}::integer[]) as b (application_id, room)),
        by_application as (
          select s.tenant_id, s.application_id, s.sid, s.next_try_at,
            row_number() over (partition by s.tenant_id, s.application_id order by s.next_try_at, s.sid) as place
          from oidc_sign_ons s where s.session_id is null and s.next_try_at <= ${now}
        ), by_organization as (
          select d.*, row_number() over (partition by d.tenant_id order by d.place, d.next_try_at, d.sid) as turn
          from by_application d left join busy on busy.application_id = d.application_id where d.place <= coalesce(busy.room, ${idleRoom}::integer)
        ), next as (
          select tenant_id, application_id, sid from by_organization where turn <= ${organization}::integer
          order by turn, next_try_at limit ${room}::integer
        ), due as (
          select s.tenant_id, s.application_id, s.sid from oidc_sign_ons s join next using (tenant_id, application_id, sid)
          where s.session_id is null and s.next_try_at <= ${now} for update of s skip locked
        )
        update oidc_sign_ons s set next_try_at = ${plus(now, claimMs)}, attempts = s.attempts + 1
        from due, applications a
        where s.tenant_id = due.tenant_id and s.application_id = due.application_id and s.sid = due.sid
          and a.tenant_id = s.tenant_id and a.id = s.application_id
        returning ${list}`,
    ),
  )

type Which = Pick<EndedSignOn, 'tenantId' | 'applicationId' | 'sid'>

/** Forgets a sign-on: the application has been told, or cannot be. */
export const forgetSignOn = async (
  db: Database,
  { tenantId, applicationId, sid }: Which,
): Promise<void> => {
  await sql`delete from oidc_sign_ons where tenant_id = ${tenantId} and application_id = ${applicationId} and sid = ${sid}`.execute(
    db,
  )
}

/** Sets when the next try is due. */
export const postponeSignOn = async (
  db: Database,
  { tenantId, applicationId, sid }: Which,
  until: Date,
): Promise<void> => {
  await sql`update oidc_sign_ons set next_try_at = ${until}
    where tenant_id = ${tenantId} and application_id = ${applicationId} and sid = ${sid}`.execute(
    db,
  )
}

/** The same for one that was taken and not tried. */
export const giveBackSignOn = async (
  db: Database,
  { tenantId, applicationId, sid }: Which,
  until: Date,
): Promise<void> => {
  await sql`update oidc_sign_ons set next_try_at = ${until}, attempts = greatest(attempts - 1, 0)
    where tenant_id = ${tenantId} and application_id = ${applicationId} and sid = ${sid}`.execute(
    db,
  )
}

/**
 * Who is signed in to which application: kept for the applications that want to be told when it is
 * over, from server to server, or by the browser (`front-channels.sql.ts`).
 */
import type { TenantId } from '../kernel/ids.ts'
import { minuteMs } from '../kernel/time.ts'
import type { DebtsInTurns, Taken } from '../outbound/delivery/debts.sql.ts'
import { sql, type Database, type RawBuilder } from '../store/database.ts'
import { pairwiseSubject } from './pairwise-subject.ts'

type Standing = { readonly tenantId: TenantId; readonly userId: string; readonly sessionId: string }

/**
 * An insert of each sign-on of a browser session to an application that wants to be told of the
 * end, in whatever way, to stand in the `with` of what is written of it. Undefined without
 * sign-ons.
 */
export const signOnsInsert = async (
  db: Database,
  { tenantId, userId, sessionId }: Standing,
  authorizations: Readonly<Record<string, { sid?: string | undefined }>>,
  now: Date,
): Promise<RawBuilder<unknown> | undefined> => {
  const signOns: { appId: string; sid: string; subject: string }[] = []
  for (const [appId, { sid }] of Object.entries(authorizations))
    if (sid !== undefined)
      signOns.push({ appId, sid, subject: await pairwiseSubject(db, tenantId, appId, userId) })
  if (signOns.length === 0) return undefined
  return sql`insert into oidc_sign_ons (tenant_id, application_id, sid, subject, user_id, session_id, signed_on_at, next_try_at)
    select a.tenant_id, a.id, s.sid, s.subject, ${userId}::uuid, ${sessionId}::uuid, ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(signOns)}::jsonb) as s ("appId" uuid, sid text, subject text)
    join live_applications a on a.tenant_id = ${tenantId} and a.app_id = s."appId"
    where exists (select 1 from application_redirects r
      where r.tenant_id = a.home_tenant_id and r.registration_id = a.registration_id and r.kind in ('backchannel', 'logout'))
    on conflict do nothing`
}

export type EndedSignOn = Taken & {
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
}

/** What is owed to applications: those who have ended. */
export const endedSignOns: DebtsInTurns<EndedSignOn> = {
  table: 'oidc_sign_ons',
  as: 's',
  key: ['tenant_id', 'application_id', 'sid'],
  dueAt: 'next_try_at',
  attempts: 'attempts',
  leaseMs: minuteMs,
  joins: sql`join applications a on a.tenant_id = s.tenant_id and a.id = s.application_id`,
  lane: sql`s.application_id::text`,
  isDue: () => sql`s.session_id is null`,
  isOne: ({ tenantId, applicationId, sid }) =>
    sql`tenant_id = ${tenantId} and application_id = ${applicationId} and sid = ${sid}`,
  columns: {
    tenantId: 's.tenant_id',
    applicationId: 's.application_id',
    appId: 'a.app_id',
    sid: 's.sid',
    subject: 's.subject',
    userId: 's.user_id',
    address: sql`(select r.uri from application_redirects r
      where a.deleted_at is null and r.tenant_id = a.home_tenant_id and r.registration_id = a.registration_id and r.kind = 'backchannel')`,
  },
}

/** Forgets a sign-on: the application has been told, or cannot be. */
export const forgetSignOn = async (db: Database, ended: EndedSignOn): Promise<void> => {
  await sql`delete from oidc_sign_ons where ${endedSignOns.isOne(ended)}`.execute(db)
}

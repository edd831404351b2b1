/** A person ends what an application may do for them. */
import type { Around } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import { signOnsEnd } from '../directory/users/end-access.ts'
import type { PersonId, TenantId, UserId } from '../kernel/ids.ts'
import type { Session } from '../people/sessions.ts'
import { answering } from '../store/columns.ts'
import { rows, sql, transaction, type Database } from '../store/database.ts'
import { heldBy } from './consents.sql.ts'

type EndedConsent = {
  readonly tenantId: TenantId
  readonly userId: UserId | null
  readonly applicationId: string
}

/**
 * Ends what an application holds of a person: its grants there, every code and token that came of
 * them, and what the person agreed to. An application that wants to be told is, and it is noted
 * that the person has to agree before it gets another grant. One for each organization in which it
 * held something. One statement.
 */
const removeConsent = (
  db: Database,
  personId: PersonId,
  appId: string,
  now: Date,
): Promise<EndedConsent[]> =>
  rows(
    db,
    answering<EndedConsent>(
      { tenantId: 'tenant_id', userId: 'user_id', applicationId: 'application_id' },
      (list) => sql`
        with held as (
          select h.* from (${heldBy(personId, now)}) h join applications a on a.tenant_id = h.tenant_id and a.id = h.application_id
          where a.app_id = ${appId}::uuid
        ), gone as (
          delete from oidc_records r using held h where r.tenant_id = h.tenant_id and r.grant_hash = h.grant_hash
          returning r.tenant_id, h.user_id, h.application_id
        ), told as (
          ${signOnsEnd('held', 'user')}
        ), noted as (
          insert into ended_consents (tenant_id, user_id, application_id, ended_at)
          select distinct tenant_id, user_id, application_id, ${now}::timestamptz from held where user_id is not null
          on conflict (tenant_id, user_id, application_id) do update set ended_at = excluded.ended_at
        ), no_longer_agreed as (
          delete from permission_grants a using held h
          where a.tenant_id = h.tenant_id and a.user_id = h.user_id and a.application_id = h.application_id and a.scopes = '{}'
          returning a.tenant_id, a.user_id, a.application_id
        ), no_longer_agreed_of_given as (
          update permission_grants a set agreed_scopes = '{}', agreed_version = null from held h
          where a.tenant_id = h.tenant_id and a.user_id = h.user_id and a.application_id = h.application_id and a.scopes <> '{}' and a.agreed_scopes <> '{}'
          returning a.tenant_id, a.user_id, a.application_id
        )
        select distinct ${list} from (select * from gone union all select * from no_longer_agreed union all select * from no_longer_agreed_of_given) ended`,
    ),
  )

/**
 * Ends every grant that the application of this client id holds of the person in `session`,
 * wherever that is, with every token of it. Nothing stands in the way of it: not being disabled
 * there, nor that the organization is closed. Recorded where the application is; for one that acted
 * in every organization, at home. `notFound` when it holds none.
 */
export const endConsent = (
  db: Database,
  { personId, homeTenantId, homeUserId }: Session,
  appId: string,
  context: Around,
): Promise<{ outcome: 'ended' | 'notFound' }> =>
  transaction(db, async (tx) => {
    const ended = await removeConsent(tx, personId, appId, context.now)
    if (ended.length === 0) return { outcome: 'notFound' }
    const events = ended.flatMap((one) => {
      const [tenantId, userId] =
        one.userId === null ? [homeTenantId, homeUserId] : [one.tenantId, one.userId]
      if (tenantId === null || userId === null) return []
      const target = { kind: 'user', id: userId } as const
      const related = { kind: 'application', id: one.applicationId } as const
      const happened = { tenantId, activity: 'user.consentEnded', target, related } as const
      return [eventOf({ ...context, actor: target }, happened)]
    })
    await record(tx, ...events)
    return { outcome: 'ended' }
  })

/** What became of mails that somebody waits for. */
import { answering, counted } from '../store/columns.ts'
import { firstRow, sql, type Database, type RawBuilder } from '../store/database.ts'
import type { MailState } from '../wire/mail-state.ts'
import { settled } from './told.sql.ts'

/**
 * `refused`: for good. `unconfirmed`: handed over several times, never confirmed. `expired`: not
 * taken in time. `noServer`: the same, without a server that could. `replaced`: by a newer one.
 */
export type MailOutcome = Exclude<MailState, 'waiting' | 'noAddress' | 'neverCame' | 'toldBefore'>

/** Those that are kept for whoever waits for a mail: without a server it was not taken in time. */
export type KeptOutcome = Exclude<MailOutcome, 'noServer' | 'replaced'>

/** What a mail is for whose outcome is kept, the newest of each user. */
export type MailPurpose = 'invitation'

/**
 * Takes mails out of the store, with what became of them, where they are for a purpose. Returns how
 * many. One statement: of two who end the same mail one does.
 */
export const forgetMails = async (
  db: Database,
  which: RawBuilder<unknown>,
  outcome: MailOutcome,
  responseCode: number | undefined,
  now: Date,
): Promise<number> => {
  const found = await firstRow(
    db,
    answering(
      counted,
      (
        list,
      ) => sql`with gone as (delete from mails where ${which} returning tenant_id, id, user_id, purpose, kind, content, attempts),
          ${settled(outcome, now)}, kept as (
            insert into mail_outcomes (tenant_id, user_id, purpose, outcome, response_code, at)
            select distinct tenant_id, user_id, purpose, ${outcome === 'noServer' ? 'expired' : outcome}::text, ${responseCode ?? null}::integer, ${now}::timestamptz
            from gone where ${outcome} <> 'replaced' and purpose is not null and tenant_id is not null and user_id is not null
            on conflict (tenant_id, user_id, purpose) do update set outcome = excluded.outcome, response_code = excluded.response_code, at = excluded.at)
        select ${list} from gone`,
    ),
  )
  return found?.count ?? 0
}

/**
 * Takes mails of a purpose out of the store, as newer ones take their place, with what is kept of
 * earlier ones: parts of the `with` that queues those. `which` is of both tables.
 */
export const replacing = (which: RawBuilder<unknown>, now: Date): RawBuilder<unknown> =>
  sql`gone as (delete from mails where ${which} returning tenant_id, id, kind, content, attempts),
    ${settled('replaced', now)}, outcomes_before as (delete from mail_outcomes where ${which})`

/**
 * SQL for what became of the newest mail of this purpose to the user that the two expressions name:
 * a `MailOutcome`, `waiting` while it is in the store, or null when there was none.
 */
export const mailStateOf = (
  tenantId: RawBuilder<unknown>,
  userId: RawBuilder<unknown>,
  purpose: MailPurpose,
): RawBuilder<unknown> => sql`
  coalesce(
    (select 'waiting' from mails m where m.tenant_id = ${tenantId} and m.user_id = ${userId} and m.purpose = ${purpose} limit 1),
    (select o.outcome from mail_outcomes o where o.tenant_id = ${tenantId} and o.user_id = ${userId} and o.purpose = ${purpose}))`

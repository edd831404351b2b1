/** Mail is a row written in the transaction of what it tells; the worker sends it. Nothing is queued outside the store. */
import { newId, type TenantId, type UserId } from '../kernel/ids.ts'
import { nameKey } from '../kernel/principal-name.ts'
import { dayMs, plus } from '../kernel/time.ts'
import type { MailPurpose } from './outcome.sql.ts'
import { rows, sql, type Database, type RawBuilder } from '../store/database.ts'

/** A mail that could not be handed over for this long is dropped. */
const giveUpAfterMs = 3 * dayMs
/** What outlives its user waits longer, and never longer than all of somebody's data may (R83, R128). */
const giveUpOutlivingAfterMs = 30 * dayMs

export type Mail = {
  readonly recipient: string
  readonly subject: string
  /** Plain text. Addresses in it stand on lines of their own. */
  readonly body: string
  /** The user it is about: a purge of the user erases what is not sent yet. */
  readonly about?: { readonly tenantId: TenantId; readonly userId: UserId } | undefined
  /** Sent also after a purge of that user: it is what they are told of their end (R128). It then waits until its own end, no longer. */
  readonly outlivesUser?: true | undefined
  /** When it stops being worth sending, where that is before the usual end: a code that has run out helps nobody. */
  readonly usefulUntil?: Date | undefined
  /** What it is for, where its outcome is kept for `about`. It takes the place of an earlier one that is not sent yet. */
  readonly purpose?: MailPurpose | undefined
}

// A line break in a subject would start a header of its own.
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, 512)

const columns = sql`id, tenant_id, user_id, recipient, recipient_key, subject, body, created_at, next_try_at, give_up_at, outlives_user, purpose`

const valuesOf = (mail: Mail, now: Date): RawBuilder<unknown> =>
  sql`${newId()}::uuid, ${mail.about?.tenantId ?? null}::uuid, ${mail.about?.userId ?? null}::uuid, ${mail.recipient}, ${nameKey(mail.recipient)}, ${oneLine(mail.subject)},
    ${mail.body.slice(0, 20_000)}, ${now}::timestamptz, ${now}::timestamptz, ${mail.usefulUntil ?? plus(now, mail.outlivesUser === true ? giveUpOutlivingAfterMs : giveUpAfterMs)}::timestamptz, ${mail.outlivesUser ?? false}::boolean,
    ${mail.purpose ?? null}::text`

/** An insert of `mail` for each row of `source`, to stand in a `with` beside the change that makes those rows. */
export const mailInsertFrom = (mail: Mail, source: RawBuilder<unknown>, now: Date): RawBuilder<unknown> =>
  sql`insert into mails (${columns}) select ${valuesOf(mail, now)} from ${source}`

/** Queues a mail, to be sent after the transaction has committed. */
export const queueMail = (db: Database, mail: Mail, now: Date): Promise<void> => queueMails(db, [mail], now)

/** The same for several, in one statement. */
export const queueMails = async (db: Database, mails: readonly Mail[], now: Date): Promise<void> => {
  if (mails.length === 0) return
  for (const { about, purpose } of mails) if (purpose !== undefined && about !== undefined) await forgetEarlier(db, about, purpose)
  await sql`insert into mails (${columns}) values ${sql.join(mails.map((mail) => sql`(${valuesOf(mail, now)})`))}`.execute(db)
}

/**
 * Lets the mail that outlives its user go on without them, in the transaction that purges these users; all other mail about them goes with them.
 * It is kept until it is sent, for the 30 days at most in which all data is gone (R83).
 */
export const keepReceipts = async (
  tx: Database,
  users: readonly { readonly tenantId: TenantId; readonly id: UserId }[],
  now: Date,
): Promise<void> => {
  const [tenantIds, ids] = [users.map(({ tenantId }) => tenantId), users.map(({ id }) => id)]
  await sql`
    update mails m set tenant_id = null, user_id = null
    from unnest(${tenantIds}::uuid[], ${ids}::uuid[]) as k(tenant_id, id)
    where m.tenant_id = k.tenant_id and m.user_id = k.id and m.outlives_user and m.give_up_at > ${now}`.execute(tx)
}

const forgetEarlier = async (db: Database, { tenantId, userId }: NonNullable<Mail['about']>, purpose: MailPurpose): Promise<void> => {
  const same = sql`tenant_id = ${tenantId} and user_id = ${userId} and purpose = ${purpose}`
  await sql`delete from mails where ${same}`.execute(db)
  await sql`delete from mail_outcomes where ${same}`.execute(db)
}

export type QueuedMail = {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly createdAt: Date
}

/** The newest mails that nobody has taken away, newest first; the demo shows them. */
export const listMails = (db: Database, limit: number): Promise<QueuedMail[]> =>
  rows(
    db,
    sql<QueuedMail>`select id, recipient, subject, body, created_at as "createdAt" from mails order by created_at desc, id desc limit ${limit}`,
  )

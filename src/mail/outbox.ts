/** Mail is a row written in the transaction of what it tells; the worker sends it. Nothing is queued outside the store. */
import { newId, type TenantId, type UserId } from '../kernel/ids.ts'
import { dayMs, plus } from '../kernel/time.ts'
import { rows, sql, type Database, type RawBuilder } from '../store/database.ts'

/** A mail that could not be handed over for this long is dropped. */
const giveUpAfterMs = 3 * dayMs

export type Mail = {
  readonly recipient: string
  readonly subject: string
  /** Plain text. Addresses in it stand on lines of their own. */
  readonly body: string
  /** The user it is about: a purge of the user erases what is not sent yet. */
  readonly about?: { readonly tenantId: TenantId; readonly userId: UserId } | undefined
  /** When it stops being worth sending, where that is before the usual end: a code that has run out helps nobody. */
  readonly usefulUntil?: Date | undefined
}

// A line break in a subject would start a header of its own.
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, 512)

const columns = sql`id, tenant_id, user_id, recipient, subject, body, created_at, next_try_at, give_up_at`

const valuesOf = (mail: Mail, now: Date): RawBuilder<unknown> =>
  sql`${newId()}::uuid, ${mail.about?.tenantId ?? null}::uuid, ${mail.about?.userId ?? null}::uuid, ${mail.recipient}, ${oneLine(mail.subject)},
    ${mail.body.slice(0, 20_000)}, ${now}::timestamptz, ${now}::timestamptz, ${mail.usefulUntil ?? plus(now, giveUpAfterMs)}::timestamptz`

/** An insert of `mail` for each row of `source`, to stand in a `with` beside the change that makes those rows. */
export const mailInsertFrom = (mail: Mail, source: RawBuilder<unknown>, now: Date): RawBuilder<unknown> =>
  sql`insert into mails (${columns}) select ${valuesOf(mail, now)} from ${source}`

/** Queues a mail, to be sent after the transaction has committed. */
export const queueMail = async (db: Database, mail: Mail, now: Date): Promise<void> => {
  await sql`insert into mails (${columns}) values (${valuesOf(mail, now)})`.execute(db)
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

/** Mail is a row written in the transaction of what it tells; the worker sends it. Nothing is queued outside the store. */
import { newId, type TenantId, type UserId } from '../kernel/ids.ts'
import { dayMs, plus } from '../kernel/time.ts'
import { rows, sql, type Database } from '../store/database.ts'

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

/** Queues a mail, to be sent after the transaction has committed. */
export const queueMail = async (db: Database, mail: Mail, now: Date): Promise<void> => {
  const giveUpAt = mail.usefulUntil ?? plus(now, giveUpAfterMs)
  await sql`insert into mails (id, tenant_id, user_id, recipient, subject, body, created_at, next_try_at, give_up_at)
    values (${newId()}, ${mail.about?.tenantId ?? null}, ${mail.about?.userId ?? null}, ${mail.recipient}, ${oneLine(mail.subject)}, ${mail.body.slice(0, 20_000)}, ${now}, ${now}, ${giveUpAt})`.execute(
    db,
  )
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

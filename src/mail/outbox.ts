/** Mail is a row written in the transaction of what it tells; the worker sends it. Nothing is queued outside the store. */
import { newId, type TenantId, type UserId } from '../kernel/ids.ts'
import { sql, type Database } from '../store/database.ts'

export type Mail = {
  readonly recipient: string
  readonly subject: string
  /** Plain text. Addresses in it stand on lines of their own. */
  readonly body: string
  /** The user it is about: a purge of the user erases what is not sent yet. */
  readonly about?: { readonly tenantId: TenantId; readonly userId: UserId } | undefined
}

// A line break in a subject would start a header of its own.
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, 512)

/** Queues a mail, to be sent after the transaction has committed. */
export const queueMail = async (db: Database, mail: Mail, now: Date): Promise<void> => {
  await sql`insert into mails (id, tenant_id, user_id, recipient, subject, body, created_at, next_try_at)
    values (${newId()}, ${mail.about?.tenantId ?? null}, ${mail.about?.userId ?? null}, ${mail.recipient}, ${oneLine(mail.subject)}, ${mail.body.slice(0, 20_000)}, ${now}, ${now})`.execute(
    db,
  )
}

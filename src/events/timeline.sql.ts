/**
 * What happened to one user, from the log: of signing in the first and the last time alone. And
 * which mails they were sent about it.
 */
import type { TenantId, UserId } from '../kernel/ids.ts'
import { select } from '../store/columns.ts'
import { rows, sql, type Database, type RawBuilder } from '../store/database.ts'
import { beyond, byInstant, ordered, type Page } from '../store/keyset.ts'
import { eventOrder, eventsFrom, type EventRow } from './list.sql.ts'
import { ofSigningIn } from './prune-events.ts'

const columns = sql`e.*, ${eventOrder.text} as sort_value`
// As the index has them.
const cameIn = sql`e.activity in ('user.signedIn', 'user.enteredApplication')`

/**
 * A page of what happened to a user, live or deleted: to them, with them at the other end of a
 * link, and to what they asked for. Each part is cut to a page by an index of its own, so that a
 * page costs no more, however much else they did. Sign-ins are kept for a time; the first is the
 * first of those (R143).
 */
export const listTimeline = (
  db: Database,
  { tenantId, userId }: { readonly tenantId: TenantId; readonly userId: UserId },
  page: Page,
): Promise<EventRow[]> => {
  const after = beyond(eventOrder, sql`e.id`, page)
  const cut = ordered(eventOrder, sql`e.id`, page)
  const of = (where: RawBuilder<unknown>) =>
    sql`select ${columns} from events e where e.tenant_id = ${tenantId} and ${where} and e.activity not in ${ofSigningIn} and ${after} ${cut}`
  const signIn = (direction: RawBuilder<unknown>) => sql`
    select * from (select ${columns} from events e where e.tenant_id = ${tenantId} and e.target_id = ${userId}::uuid and ${cameIn}
      order by e.at ${direction}, e.id ${direction} limit 1) e where ${after}`
  const parts = [
    of(sql`e.target_id = ${userId}::uuid`),
    of(sql`e.related_id = ${userId}::uuid`),
    sql`select asked.* from requests q cross join lateral (${of(sql`e.target_id = q.id`)}) asked
      where q.tenant_id = ${tenantId} and q.user_id = ${userId}::uuid`,
    signIn(sql`asc`),
    signIn(sql`desc`),
  ]
  const all = sql.join(
    parts.map((part) => sql`(${part})`),
    sql` union `,
  )
  return eventsFrom(db, sql`select e.* from (${all}) e ${cut}`, page)
}

export type ToldMail = {
  readonly id: string
  readonly queuedAt: Date
  /** The kind of the letter. */
  readonly letter: string
  /** Its first letter and its domain; null where there was none. */
  readonly recipient: string | null
  /** What became of it, as a code. */
  readonly mailState: string
  readonly sortValue: string
}

const mailOrder = byInstant(sql`m.queued_at`)

/** A page of the mails that a user, live or deleted, was sent about their standing. */
export const listToldMails = (
  db: Database,
  { tenantId, userId }: { readonly tenantId: TenantId; readonly userId: UserId },
  page: Page,
): Promise<ToldMail[]> =>
  rows(
    db,
    select<ToldMail>({
      id: 'm.id',
      queuedAt: 'm.queued_at',
      letter: 'm.kind',
      recipient: 'm.recipient',
      mailState: 'm.state',
      sortValue: mailOrder.text,
    })`from told_mails m where m.tenant_id = ${tenantId} and m.user_id = ${userId}
      and ${beyond(mailOrder, sql`m.id`, page)} ${ordered(mailOrder, sql`m.id`, page)}`,
  )

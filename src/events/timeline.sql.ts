/** What happened to one user, from the log: of signing in the first and the last time alone. */
import type { TenantId, UserId } from '../kernel/ids.ts'
import { sql, type Database, type RawBuilder } from '../store/database.ts'
import { beyond, ordered, type Page } from '../store/keyset.ts'
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

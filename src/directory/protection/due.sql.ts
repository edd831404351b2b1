/** What was asked for and whose time has come, of all organizations. */
import type { TenantId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { rows, sql, type Database } from '../../store/database.ts'
import { beyond, byInstant, ordered, type Page } from '../../store/keyset.ts'

/** Which one it is, and where it stands in the order of their time. */
export type DuePurge = {
  readonly tenantId: TenantId
  readonly id: string
  readonly sortValue: string
}

const byDue = byInstant(sql`p.due_at`)

/** A page of those that are due at `now`. */
export const listDuePurges = (db: Database, now: Date, page: Page): Promise<DuePurge[]> =>
  rows(
    db,
    select<DuePurge>({
      tenantId: 'p.tenant_id',
      id: 'p.id',
      sortValue: byDue.text,
    })`from purge_requests p where p.state = 'open' and p.due_at <= ${now}
      and ${beyond(byDue, sql`p.id`, page)} ${ordered(byDue, sql`p.id`, page)}`,
  )

/** What was asked for and waits: permanent deletions, and less protection. */
import type { TenantId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { rows, sql, type Database } from '../../store/database.ts'
import { beyond, byInstant, ordered, type Page } from '../../store/keyset.ts'

export type PurgeRequestRow = {
  readonly id: string
  readonly kind: 'user' | 'group' | 'application' | 'protection'
  readonly targetId: string
  /** Null of what is not deleted any more, or gone. */
  readonly targetName: string | null
  readonly wantedProtection: 'none' | 'waiting' | 'secondAdministrator' | null
  readonly wantedHours: number | null
  readonly askedBy: string
  readonly askedByName: string | null
  readonly askedAt: Date
  readonly dueAt: Date | null
  readonly state: 'open' | 'done' | 'refused' | 'withdrawn' | 'lapsed'
  readonly answeredBy: string | null
  readonly answeredByName: string | null
  readonly answeredAt: Date | null
  readonly sortValue: string
}

const key = byInstant(sql`p.asked_at`)

const nameOfUser = (id: 'p.asked_by' | 'p.answered_by') =>
  sql`(select u.display_name from live_users u where u.tenant_id = p.tenant_id and u.id = ${sql.ref(id)})`

/** A page of them by date; only those that still wait, or all. */
export const listPurgeRequests = (
  db: Database,
  tenantId: TenantId,
  { onlyOpen }: { readonly onlyOpen: boolean },
  page: Page,
): Promise<PurgeRequestRow[]> =>
  rows(
    db,
    select<PurgeRequestRow>({
      id: 'p.id',
      kind: 'p.kind',
      targetId: 'p.target_id',
      targetName: sql`case p.kind
        when 'user' then (select d.display_name from deleted_users d where d.tenant_id = p.tenant_id and d.id = p.target_id)
        when 'group' then (select g.display_name from groups g where g.tenant_id = p.tenant_id and g.id = p.target_id)
        when 'application' then coalesce((select a.display_name from applications a where a.tenant_id = p.tenant_id and a.id = p.target_id),
          (select r.display_name from registrations r where r.tenant_id = p.tenant_id and r.id = p.target_id)) end`,
      wantedProtection: 'p.wanted_protection',
      wantedHours: 'p.wanted_hours',
      askedBy: 'p.asked_by',
      askedByName: nameOfUser('p.asked_by'),
      askedAt: 'p.asked_at',
      dueAt: 'p.due_at',
      state: 'p.state',
      answeredBy: 'p.answered_by',
      answeredByName: nameOfUser('p.answered_by'),
      answeredAt: 'p.answered_at',
      sortValue: key.text,
    })`from purge_requests p where p.tenant_id = ${tenantId} and (p.state = 'open' or not ${onlyOpen})
      and ${beyond(key, sql`p.id`, page)} ${ordered(key, sql`p.id`, page)}`,
  )

/** The facts of undoing one's own leaving. */
import type { PersonId, TenantId, UserId } from '../../kernel/ids.ts'
import { select, type Columns } from '../../store/columns.ts'
import { firstRow, sql, type Database } from '../../store/database.ts'
import { leaveFactColumns, leaveFactJoins } from './leave.sql.ts'
import { endDateOf } from './receipt.ts'
import type { UndoFacts } from './undo.rule.ts'

/** Of a user `u` and the tables of `leaveFactJoins`. */
export const undoColumns: Columns<UndoFacts> = {
  deletedAt: 'u.deleted_at',
  deletedBy: 'u.deleted_by_kind',
  restorableUntil: 'u.restorable_until',
  undoHours: 't.undo_leaving_hours',
  endDate: endDateOf,
  held: sql`u.held_at is not null`,
  organizationClosed: leaveFactColumns.organizationClosed,
  homeAccountEnabled: leaveFactColumns.homeAccountEnabled,
  refuses: sql`exists (select 1 from invitation_refusals r where r.tenant_id = u.tenant_id and r.person_id = u.person_id)`,
  domainRule: 't.invitation_domain_rule',
  listedDomains: 't.invitation_domains',
  mailKey: 'u.mail_key',
}

/** The user of this person that ended last there, where none is live. */
export const readUndoFacts = (
  db: Database,
  personId: PersonId,
  tenantId: TenantId,
): Promise<(UndoFacts & { readonly userId: UserId }) | undefined> =>
  firstRow(
    db,
    select<UndoFacts & { readonly userId: UserId }>({
      ...undoColumns,
      userId: 'u.id',
    })`from users u ${leaveFactJoins}
      where u.person_id = ${personId} and u.tenant_id = ${tenantId} and (u.deleted_at is not null) is true
        and not exists (select 1 from live_users v where v.tenant_id = u.tenant_id and v.person_id = u.person_id)
      order by u.deleted_at desc limit 1`,
  )

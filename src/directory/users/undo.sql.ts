/** The facts of undoing one's own leaving. */
import type { PersonId, TenantId, UserId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { firstRow, type Database } from '../../store/database.ts'
import { leaveFactJoins, undoColumns } from './leave.sql.ts'
import type { UndoFacts } from './undo.rule.ts'

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

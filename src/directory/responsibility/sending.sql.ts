/** Who may send an invitation again: that is for roles, and answering for a guest gives none. */
import { managingInvitations, may } from '../../access/may.rule.ts'
import { roleNamed } from '../../access/roles.ts'
import type { PersonId, TenantId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { rows, type Database } from '../../store/database.ts'
import { roleIdsOf } from '../../store/relations.sql.ts'
import { isActive } from './guests.sql.ts'

/** Those of these organizations where the person may. */
export const whereMaySend = async (
  db: Database,
  personId: PersonId,
  tenantIds: readonly TenantId[],
): Promise<ReadonlySet<TenantId>> => {
  if (tenantIds.length === 0) return new Set()
  type Row = { readonly tenantId: TenantId; readonly roleIds: readonly string[] }
  const found = await rows(
    db,
    select<Row>({ tenantId: 'a.tenant_id', roleIds: roleIdsOf('a') })`from live_users a
      where ${isActive(personId)} and a.tenant_id = any(${[...tenantIds]}::uuid[])`,
  )
  const allowed = found.filter(({ roleIds }) =>
    may(
      roleIds.flatMap((id) => roleNamed(id) ?? []),
      managingInvitations,
    ),
  )
  return new Set(allowed.map(({ tenantId }) => tenantId))
}

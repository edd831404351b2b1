/** Users, groups and applications stand at one address: which is which. */
import type { TenantId } from '../../kernel/ids.ts'
import { answering } from '../../store/columns.ts'
import { firstRow, sql, type Database } from '../../store/database.ts'
import type { MemberKind } from './closure.sql.ts'

/** What kind of live object has this id; undefined for none. */
export const kindOfLive = async (
  db: Database,
  { tenantId, id }: { readonly tenantId: TenantId; readonly id: string },
): Promise<MemberKind | undefined> =>
  (
    await firstRow(
      db,
      answering<{ kind: MemberKind }>(
        { kind: 'kind' },
        (list) => sql`select ${list} from (
          select 'user' as kind from live_users where tenant_id = ${tenantId} and id = ${id}
          union all select 'group' from live_groups where tenant_id = ${tenantId} and id = ${id}
          union all select 'application' from live_applications where tenant_id = ${tenantId} and id = ${id}) found`,
      ),
    )
  )?.kind

/** What has changed in the counts of users is added up, so that little is read of it. */
import type { TenantId } from '../../kernel/ids.ts'
import { eachAlone, inBatches } from '../../store/batches.ts'
import { answering, counted } from '../../store/columns.ts'
import { firstRow, sql, type Database } from '../../store/database.ts'
import { tenantsIn } from '../../store/tenants-in.sql.ts'

/** As many changes as one transaction adds up. */
const atOnce = 10_000

const kind = sql.raw(
  'tenant_id, user_type, account_enabled, creation_type, external_user_state, has_sponsor, is_deleted',
)

// Who adds up at the same moment takes other changes. Kinds are held in one order.
const addUpBatch = async (db: Database, tenantId: TenantId): Promise<number> => {
  const waiting = sql`select c.id from user_count_changes c where c.tenant_id = ${tenantId}
    order by c.tenant_id, c.id limit ${atOnce} for update skip locked`
  const found = await firstRow(
    db,
    answering(
      counted,
      (columns) => sql`
        with gone as (
          delete from user_count_changes where tenant_id = ${tenantId} and id = any(array(${waiting})) returning ${kind}, users
        ), added as (
          insert into user_counts (${kind}, users)
          select ${kind}, sum(users) from gone group by ${kind} order by ${kind}
          on conflict on constraint user_counts_of_a_kind do update set users = user_counts.users + excluded.users)
        select ${columns} from gone`,
    ),
  )
  return found?.count ?? 0
}

/** Adds up what has changed anywhere. Returns how many changes were added. */
export const addUpCounts = async (db: Database): Promise<number> =>
  eachAlone(
    await tenantsIn(db, sql`user_count_changes`),
    ({ id }) => inBatches(atOnce, () => addUpBatch(db, id)),
    'Users of some organizations were not added up.',
  )

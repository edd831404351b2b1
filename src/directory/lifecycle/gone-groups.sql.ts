/** Policies that name groups which are gone for good. */
import type { TenantId } from '../../kernel/ids.ts'
import { answering } from '../../store/columns.ts'
import { rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import type { Policy } from './policies.sql.ts'
import type { WhichPolicy } from './policy-event.ts'

type SwitchedOff = WhichPolicy &
  Pick<Policy, 'groupId' | 'exceptGroupId' | 'isEnabled'> & {
    /** It was for the members of one of the groups. */
    readonly isWhom: boolean
    readonly isExcepted: boolean
  }

const isOne = (id: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`exists (select 1 from k where k.tenant_id = l.tenant_id and k.id = ${id})`

/** The policies of these groups as they were; they are off by now. */
export const switchedOff = (
  tx: Database,
  groups: readonly { readonly tenantId: TenantId; readonly id: string }[],
  now: Date,
): Promise<SwitchedOff[]> =>
  rows(
    tx,
    answering<SwitchedOff>(
      {
        tenantId: 'b.tenant_id',
        id: 'b.id',
        groupId: 'b.group_id',
        exceptGroupId: 'b.except_group_id',
        isEnabled: 'b.is_enabled',
        isWhom: 'b.is_whom',
        isExcepted: 'b.is_excepted',
      },
      (columns) => sql`
      with k as (select * from unnest(${groups.map(({ tenantId }) => tenantId)}::uuid[], ${groups.map(({ id }) => id)}::uuid[]) as g(tenant_id, id)),
      b as materialized (
        select l.tenant_id, l.id, l.group_id, l.except_group_id, l.is_enabled,
          ${isOne(sql`l.group_id`)} as is_whom, ${isOne(sql`l.except_group_id`)} as is_excepted
        from lifecycle_policies l where l.tenant_id in (select k.tenant_id from k)
          and (${isOne(sql`l.group_id`)} or ${isOne(sql`l.except_group_id`)})
        order by l.tenant_id, l.id for update of l)
      update lifecycle_policies l set is_enabled = false, changed_at = ${now},
        group_id = case when b.is_whom then null else l.group_id end,
        group_gone_at = case when b.is_whom then ${now}::timestamptz else l.group_gone_at end,
        except_group_id = case when b.is_excepted then null else l.except_group_id end
      from b where l.tenant_id = b.tenant_id and l.id = b.id returning ${columns}`,
    ),
  )

/** How much a live user reaches: groups, applications and roles, counted. */
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { firstRow, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { liveUser } from '../lock-user.sql.ts'
import { throughGroups, tieColumns, tiesOf } from './ties.sql.ts'

export type Reach = {
  readonly groups: number
  readonly applications: number
  readonly roles: number
}

const count = (kinds: string): RawBuilder<unknown> =>
  sql`(count(distinct l.id) filter (where ${sql.raw(kinds)}))::int`

/** An application counts once, however often it is assigned. Zero of everything for nobody. */
export const readReach = async (
  db: Database,
  which: { readonly tenantId: TenantId; readonly userId: UserId },
): Promise<Reach> => {
  const found = await firstRow(
    db,
    select<Reach>({
      groups: count(`l.kind = 'group'`),
      applications: count(`l.kind in ('application', 'throughGroup')`),
      roles: count(`l.kind = 'role'`),
    })`from (select * from ${liveUser(which)}) u cross join lateral (${tiesOf(['group', 'application', 'role'])} union all ${throughGroups}) l (${tieColumns})
      where l.gone_at is null`,
  )
  return found ?? { groups: 0, applications: 0, roles: 0 }
}

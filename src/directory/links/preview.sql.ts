/** What a user is linked to, counted and listed, for the question "what would I lose?" */
import { usersInOrder } from '../lock-user.sql.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { answering } from '../../store/columns.ts'
import { rows, sql, type Database } from '../../store/database.ts'
import { linkKinds, type EndingKind } from '../../wire/ties.ts'
import { throughGroups, tieColumns, ties, tiesOf } from './ties.sql.ts'

/** How many of each kind are listed; the count is always whole. */
const listedItems = 100

export type EndingItem = {
  readonly id: string
  readonly displayName: string
  /** The role in an application, the group through which it is reached. */
  readonly detail: string | null
  /** Nobody else owns it: it is left without an owner. Listed first. */
  readonly onlyOwner: boolean
}
export type Ending = {
  readonly kind: EndingKind
  readonly count: number
  readonly items: readonly EndingItem[]
}

// Whether nobody else owns the thing `x` that a user `u` is tied to.
const onlyOwner = sql`case x.kind ${sql.join(
  linkKinds.flatMap((kind) => {
    const { table, owns } = ties[kind]
    if (owns === undefined) return []
    return sql`when ${sql.lit(kind)} then not exists (
      select 1 from ${sql.table(table)} o join live_users v on v.tenant_id = o.tenant_id and v.id = o.user_id
      where o.tenant_id = u.tenant_id and o.${sql.ref(owns)} = x.id and o.user_id <> u.id)`
  }),
  sql` `,
)} else false end`

type Which = { readonly tenantId: TenantId; readonly userId: UserId }

/**
 * What ends when these live users leave, each by kind (R109, R125). One statement. Roles come as
 * ids only: their names are not in the store.
 */
export const listEndings = async (
  db: Database,
  users: readonly Which[],
): Promise<ReadonlyMap<UserId, readonly Ending[]>> => {
  const found = await rows(
    db,
    answering<Ending & { whose: UserId }>(
      {
        whose: 'whose',
        kind: 'kind',
        count: sql`max(total)`,
        items: sql`json_agg(json_build_object('id', id, 'displayName', name, 'onlyOwner', sole,
          'detail', case kind when 'throughGroup' then detail when 'application' then role end) order by place)
        filter (where place <= ${listedItems})`,
      },
      (list) => sql`
        with tie as (
          select x.*, u.id as whose, ${onlyOwner} as sole
          from ${usersInOrder(users, { from: 'live_users' })}
          cross join lateral (${tiesOf(linkKinds)} union all ${throughGroups}) x(${tieColumns})
          where x.gone_at is null
        ), numbered as (
          select *, row_number() over (partition by whose, kind order by sole desc, sort collate "C", id) as place,
            count(*) over (partition by whose, kind)::int as total from tie
        )
        select ${list}
        from numbered group by whose, kind`,
    ),
  )
  return Map.groupBy(found, ({ whose }) => whose)
}

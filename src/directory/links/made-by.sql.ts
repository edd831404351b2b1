/** What somebody has made, by the log. */
import { select } from '../../store/columns.ts'
import { rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { beyond, byText, ordered, type Page } from '../../store/keyset.ts'
import type { Member, MemberKind } from './closure.sql.ts'
import type { MemberRef } from './members.sql.ts'

const byName = byText(sql`x.sort`)

const makings = { user: 'user.created', group: 'group.created', application: 'application.created' }

/**
 * A page of the live objects that a user has made, by name, as far as the log is kept. One
 * statement.
 */
export const listMadeBy = (
  db: Database,
  { tenantId, id }: Member,
  list: Page & { readonly kinds?: readonly MemberKind[] | undefined },
): Promise<MemberRef[]> => {
  const each = (kind: MemberKind): RawBuilder<unknown> =>
    sql`select ${sql.lit(kind)} as kind, o.id, o.sort_name as sort from made m
      cross join lateral (select * from ${sql.table(`live_${kind}s`)} t where t.tenant_id = ${tenantId} and t.id = m.target_id offset 0) o
      where m.activity = ${sql.lit(makings[kind])}`
  const all = list.kinds ?? (['user', 'group', 'application'] as const)
  const activities = sql.join(Object.values(makings).map((one) => sql.lit(one)))
  return rows(
    db,
    select<MemberRef>({ kind: 'x.kind', id: 'x.id', sortValue: 'x.sort' })`from (
        with made as (select distinct e.target_id, e.activity from events e
          where e.tenant_id = ${tenantId} and e.actor_id = ${id} and e.activity in (${activities}))
        ${sql.join(all.map(each), sql` union all `)}) x
      where ${beyond(byName, sql`x.id`, list)} ${ordered(byName, sql`x.id`, list)}`,
  )
}

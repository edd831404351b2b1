/**
 * What each of many objects is linked to, at most so many of each: one statement, however many they
 * are.
 */
import type { TenantId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { mostExpanded } from '../../wire/at-once.ts'
import type { LinkKind } from '../../wire/ties.ts'
import { groupsAbove, groupsAround, type MemberKind, type Reach } from './closure.sql.ts'
import { links, type HeldKind } from './link.ts'
import { rolesHeldBy } from './member-of.sql.ts'
import { tieColumns, tiesOf } from './ties.sql.ts'

/** One end of a link, and whose link it is. */
export type EndRef = {
  readonly holderId: string
  readonly kind: MemberKind | 'role'
  readonly id: string
  readonly sortValue: string
}

export type Holders = { readonly tenantId: TenantId; readonly ids: readonly string[] }

/** `ends` is a relation (kind, id, sort) of a holder `h`. */
const endsOfEach = (
  db: Database,
  { tenantId, ids }: Holders,
  holder: MemberKind,
  ends: RawBuilder<unknown>,
): Promise<EndRef[]> =>
  rows(
    db,
    select<EndRef>({
      holderId: 'h.id',
      kind: 'x.kind',
      id: 'x.id',
      sortValue: 'x.sort',
    })`from ${sql.table(`live_${holder}s`)} h
      cross join lateral (select * from (${ends}) e(kind, id, sort) order by e.sort, e.id limit ${mostExpanded}) x
      where h.tenant_id = ${tenantId} and h.id = any(${[...ids]}::uuid[]) order by x.sort, x.id`,
  )

/** The ends of the ties of these kinds, of each user. */
export const tiesOfEach = (
  db: Database,
  of: Holders,
  kinds: readonly LinkKind[],
): Promise<EndRef[]> =>
  endsOfEach(
    db,
    of,
    'user',
    sql`select case t.object when 'servicePrincipal' then 'application' else t.object end, t.id, t.sort
      from (select h.tenant_id, h.id) u cross join lateral (${tiesOf(kinds)}) t(${tieColumns}) where t.gone_at is null`,
  )

/** The groups that each is in, and the directory roles that it holds. */
export const memberOfEach = (
  db: Database,
  of: Holders,
  kind: MemberKind,
  reach: Reach,
): Promise<EndRef[]> => {
  const found = (reach === 'direct' ? groupsAround : groupsAbove)(kind, sql`h.tenant_id`, sql`h.id`)
  const held = rolesHeldBy(kind, sql`h.tenant_id`, sql`h.id`)
  const roles = held && sql`union all select 'role', r.role_id, r.role_id::text from (${held}) r`
  return endsOfEach(
    db,
    of,
    kind,
    sql`select 'group', g.id, g.sort_name from (${found}) f
      join live_groups g on g.tenant_id = h.tenant_id and g.id = f.group_id where g.id <> h.id ${roles ?? sql``}`,
  )
}

const memberOf = (kind: MemberKind, table: string, column: string): RawBuilder<unknown> =>
  sql`select ${sql.lit(kind)}, o.id, o.sort_name from ${sql.table(table)} l
    join ${sql.table(`live_${kind}s`)} o on o.tenant_id = l.tenant_id and o.id = l.${sql.ref(column)}
    where l.tenant_id = h.tenant_id and l.group_id = h.id`

/** Who is in each group by themselves. */
export const membersOfEach = (db: Database, of: Holders): Promise<EndRef[]> =>
  endsOfEach(
    db,
    of,
    'group',
    sql`${memberOf('user', 'memberships', 'user_id')}
      union all ${memberOf('group', 'group_members', 'member_group_id')}
      union all ${memberOf('application', 'group_members', 'application_id')}`,
  )

/** Who owns each group or application. */
export const ownersOfEach = (
  db: Database,
  of: Holders,
  kind: Exclude<HeldKind, 'group'>,
): Promise<EndRef[]> => {
  const { table, holderId, holderKind } = links[kind]
  return endsOfEach(
    db,
    of,
    holderKind,
    sql`select 'user', o.id, o.sort_name from ${table} l
      join live_users o on o.tenant_id = l.tenant_id and o.id = l.user_id
      where l.tenant_id = h.tenant_id and l.${holderId} = h.id`,
  )
}

/**
 * Membership through groups in groups, told once: all groups that something is in, and all that is
 * in a group. A deleted group leads nowhere. Groups that are in one another in a circle are met
 * once: `union` keeps what is found already from being looked at again.
 */
import type { TenantId } from '../../kernel/ids.ts'
import { sql, type RawBuilder } from '../../store/database.ts'

export type MemberKind = 'user' | 'group' | 'application'
/** Whether only what is so by itself is asked for, or also what is through groups in groups. */
export type Reach = 'direct' | 'transitive'
/** What is, or may be, a member. */
export type Member = {
  readonly tenantId: TenantId
  readonly kind: MemberKind
  readonly id: string
}

/** Where it stands what is in which groups by itself. */
export const memberColumns = {
  user: { table: sql`memberships`, column: sql`user_id` },
  group: { table: sql`group_members`, column: sql`member_group_id` },
  application: { table: sql`group_members`, column: sql`application_id` },
} as const

/** `group_id`: the live groups that `id` is in by itself. */
export const groupsAround = (
  kind: MemberKind,
  tenant: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
): RawBuilder<unknown> => {
  const { table, column } = memberColumns[kind]
  return sql`select m.group_id from ${table} m join live_groups g on g.tenant_id = m.tenant_id and g.id = m.group_id
    where m.tenant_id = ${tenant} and m.${column} = ${id}`
}

/**
 * `group_id`: the live groups that `id` is in by itself or through others; itself where it is a
 * group in a circle. Each group is looked up by its index (`offset 0` keeps the planner, who cannot
 * know how many there are, from joining them), so it reads no more than there are memberships.
 */
export const groupsAbove = (
  kind: MemberKind,
  tenant: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`
  with recursive above(group_id) as (
    ${groupsAround(kind, tenant, id)}
    union select next.group_id from above cross join lateral (${groupsAround('group', tenant, sql`above.group_id`)} offset 0) next)
  select group_id from above`

/** `group_id`: a live group, and the live groups in it, by themselves or through others. */
export const groupsWithin = (
  tenant: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`
  with recursive within(group_id) as (
    select g.id from live_groups g where g.tenant_id = ${tenant} and g.id = ${id}
    union select next.member_group_id from within cross join lateral (
      select m.member_group_id from group_members m join live_groups g on g.tenant_id = m.tenant_id and g.id = m.member_group_id
      where m.tenant_id = ${tenant} and m.group_id = within.group_id offset 0) next)
  select group_id from within`

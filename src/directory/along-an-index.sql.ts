/**
 * Pages of users along an index that has them in the order of the list: whom somebody invited or
 * answers for, and for whom nobody answers. They read about a page, however many there are.
 */
import type { TenantId } from '../kernel/ids.ts'
import { sql, type RawBuilder } from '../store/database.ts'
import { beyond, byInstant, byText, ordered, type OrderKey, type Page } from '../store/keyset.ts'

export type Host = { readonly is: 'inviter' | 'sponsor'; readonly id: string }
/** By whose users to go, or by which types of users without a sponsor, each by itself. */
export type Along = { readonly host: Host } | { readonly types: readonly RawBuilder<unknown>[] }

type Sql = RawBuilder<unknown>

/** The orders that such an index has, of a row `from`. */
export const indexed = {
  name: (from: Sql): OrderKey => byText(sql`${from}.sort_name`),
  createdAt: (from: Sql): OrderKey => byInstant(sql`${from}.created_at`),
}

/** The users of a host, live ones, as rows `h`: with a condition to go on with. */
export const underHost = (tenantId: TenantId, { is, id }: Host): Sql =>
  sql`users_by_host h where h.tenant_id = ${tenantId} and h.host_id = ${id}::uuid and h.host_is = ${sql.lit(is)}`

export type Asked = {
  readonly tenantId: TenantId
  readonly order: keyof typeof indexed
  readonly page: Page
  /** What a user `u` has to meet beside. */
  readonly where: Sql
}

const ofHost = (host: Host, { tenantId, order, page, where }: Asked): Sql => {
  const key = indexed[order](sql`h`)
  const id = sql`h.user_id`
  // One by one (`offset 0`): the planner would read the whole table for the many that it expects.
  return sql`select h.user_id as id from (select * from ${underHost(tenantId, host)} and ${beyond(key, id, page)}) h
    cross join lateral (select * from live_users v where v.tenant_id = h.tenant_id and v.id = h.user_id offset 0) u
    where ${where} ${ordered(key, id, page)}`
}

/**
 * What users without a sponsor are ordered by first, of one type: nothing in all who are live, so
 * that their index alone gives the order.
 */
export const beforeOrder: Sql = sql`u.deleted_at`

const ofTypes = (types: readonly Sql[], { tenantId, order, page, where }: Asked): Sql => {
  const key = indexed[order](sql`u`)
  const id = sql`u.id`
  const parts = types.map(
    (type) => sql`(select u.id, u.sort_name, u.created_at from live_users u
      where u.tenant_id = ${tenantId} and ${type} and ${where} and ${beyond(key, id, page)} ${ordered(key, id, page, beforeOrder)})`,
  )
  return parts.length === 0
    ? sql`select null::uuid as id where false`
    : sql`select u.id from (${sql.join(parts, sql` union all `)}) u ${ordered(key, id, page)}`
}

/** The ids of a page in its order, as a statement. */
export const idsAlong = (along: Along, asked: Asked): Sql =>
  'host' in along ? ofHost(along.host, asked) : ofTypes(along.types, asked)

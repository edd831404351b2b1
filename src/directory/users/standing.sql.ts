/**
 * How a user `u` stands here: where from, invited by whom, for whom, how long unused. As columns,
 * as conditions, and for each question where those whom it is about are found by index.
 */
import type { Condition } from '../../kernel/condition.ts'
import type { TenantId } from '../../kernel/ids.ts'
import type { Columns } from '../../store/columns.ts'
import { asItIs, idField, meets, type Field, type Fields } from '../../store/condition.sql.ts'
import { sql, type RawBuilder } from '../../store/database.ts'

export type Standing = {
  readonly 'guesthouse.homeDomain': string | null
  readonly 'guesthouse.lastUsedDateTime': Date
  readonly 'guesthouse.invitedBy': {
    readonly id: string
    readonly displayName: string | null
  } | null
  readonly 'guesthouse.sponsors': readonly {
    readonly id: string
    readonly kind: 'user' | 'group'
    readonly displayName: string
  }[]
}

// As the indexes have them.
const isFromHome = sql`u.user_type = 'Guest' and u.mail_key is not null`
const home = sql`substring(u.mail_key from '@([^@]*)$')`
const lastUsed = sql`coalesce(u.last_sign_in_at, u.created_at)`

const sponsorsOfUser = sql`(
  select s.id, case when s.sponsor_user_id is null then 'group' else 'user' end as kind, coalesce(su.display_name, sg.display_name) as name
  from sponsors s
  left join live_users su on su.tenant_id = s.tenant_id and su.id = s.sponsor_user_id
  left join live_groups sg on sg.tenant_id = s.tenant_id and sg.id = s.sponsor_group_id
  where s.tenant_id = u.tenant_id and s.user_id = u.id and (su.id is not null or sg.id is not null))`

export const standingColumns: Columns<Standing> = {
  'guesthouse.homeDomain': sql`case when ${isFromHome} then ${home} end`,
  'guesthouse.lastUsedDateTime': lastUsed,
  'guesthouse.invitedBy': sql`(
    select json_build_object('id', i.invited_by, 'displayName', (select b.display_name from live_users b where b.tenant_id = i.tenant_id and b.id = i.invited_by))
    from invitations i where i.tenant_id = u.tenant_id and i.user_id = u.id and i.invited_by is not null)`,
  'guesthouse.sponsors': sql`coalesce((
    select json_agg(json_build_object('id', o.id, 'kind', o.kind, 'displayName', o.name) order by o.name, o.id) from ${sponsorsOfUser} o), '[]'::json)`,
}

const homeField: Field = {
  kind: 'own',
  sql: (operator, value) => {
    const is = sql`(${isFromHome} and ${home} = ${String(value).toLowerCase()})`
    return operator === 'ne' ? sql`(${is}) is not true` : is
  },
}

export const standingFields: Fields = {
  'guesthouse.homeDomain': homeField,
  'guesthouse.lastUsedDateTime': asItIs(lastUsed),
  'guesthouse.invitedBy/id': idField(
    sql`(select i.invited_by from invitations i where i.tenant_id = u.tenant_id and i.user_id = u.id)`,
  ),
  'guesthouse.sponsors': {
    kind: 'elements',
    from: sql`${sponsorsOfUser} o`,
    fields: { id: idField(sql`o.id`), kind: asItIs(sql`o.kind`) },
  },
}

type Leaf = Exclude<Condition, { kind: 'and' | 'or' | 'not' }>
/** The ids of those whom a question can be about, each by an index that begins with the tenant. */
type Found = (tenantId: TenantId, asked: Leaf, all: readonly Condition[]) => Hits | undefined
/** A statement without its end: `select … as id from … where …`, to be limited. */
type Hits = RawBuilder<unknown>

const ofUsers = (tenantId: TenantId, where: RawBuilder<unknown>): Hits =>
  sql`select u.id from live_users u where u.tenant_id = ${tenantId} and ${where}`

const byItself: Found = (tenantId, asked) =>
  asked.kind === 'compare' && asked.operator !== 'ne'
    ? ofUsers(tenantId, meets(asked, standingFields))
    : undefined

const isType = (one: Condition): boolean => one.kind === 'compare' && one.property === 'userType'

const unused: Found = (tenantId, asked, all) => {
  const type = all.find(isType)
  const types =
    type?.kind === 'compare' && type.operator === 'eq'
      ? sql`u.user_type = ${type.value}`
      : sql`u.user_type in ('Member', 'Guest')`
  return ofUsers(tenantId, sql`${types} and ${meets(asked, standingFields)}`)
}

const homeGone: Found = (tenantId, asked) =>
  asked.kind === 'compare' && !(asked.operator === 'eq' && asked.value === null)
    ? ofUsers(
        tenantId,
        sql`u.home_deleted_at is not null and ${meets(asked, { [asked.property]: asItIs(sql`u.home_deleted_at`) })}`,
      )
    : undefined

const equalId = (one: Condition | undefined): string | undefined =>
  one?.kind === 'compare' && one.operator === 'eq' && one.value !== null
    ? String(one.value)
    : undefined

const invited: Found = (tenantId, asked) => {
  const by = equalId(asked)
  return by === undefined
    ? undefined
    : sql`select i.user_id as id from invitations i where i.tenant_id = ${tenantId} and i.invited_by = ${by}::uuid`
}

const sponsored: Found = (tenantId, asked) => {
  const by = asked.kind === 'any' ? equalId(asked.of) : undefined
  return by === undefined
    ? undefined
    : sql`select s.user_id as id from (
        select user_id from sponsors where tenant_id = ${tenantId} and sponsor_user_id = ${by}::uuid
        union all select user_id from sponsors where tenant_id = ${tenantId} and sponsor_group_id = ${by}::uuid) s where true`
}

const questions: Readonly<Record<string, Found>> = {
  'guesthouse.invitedBy/id': invited,
  'guesthouse.sponsors': sponsored,
  'guesthouse.homeDomain': byItself,
  'guesthouse.homeDeletedDateTime': homeGone,
  'guesthouse.lastUsedDateTime': unused,
}

/**
 * Where those are found by index whom a filter can be about; undefined where it asks no such
 * question, or asks it beside others in an `or`.
 */
export const foundByQuestion = (
  tenantId: TenantId,
  filter: Condition | undefined,
): Hits | undefined => {
  const all = filter?.kind === 'and' ? filter.of : filter === undefined ? [] : [filter]
  for (const [property, found] of Object.entries(questions)) {
    const asked = all.find((one): one is Leaf => 'property' in one && one.property === property)
    const hits = asked === undefined ? undefined : found(tenantId, asked, all)
    if (hits !== undefined) return hits
  }
  return undefined
}

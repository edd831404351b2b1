/**
 * How a user `u` stands here: where from, invited by whom, for whom, how long unused. As columns,
 * as conditions, and for each question where those whom it is about are found by index.
 */
import type { Condition } from '../../kernel/condition.ts'
import { domainKey } from '../../kernel/domain.ts'
import type { TenantId } from '../../kernel/ids.ts'
import type { Columns } from '../../store/columns.ts'
import { asItIs, idField, meets, type Field, type Fields } from '../../store/condition.sql.ts'
import { sql, type RawBuilder } from '../../store/database.ts'
import { userTypes } from '../../wire/graph/users/user.ts'
import { beforeOrder, underHost, type Along, type Host } from '../along-an-index.sql.ts'
import { caseless } from '../fields.sql.ts'
import { withoutSponsor } from '../without.sql.ts'
import { isInvited, lastUsed } from '../../store/relations.sql.ts'
import { nameOfIdentity, ownFields } from './identity.sql.ts'

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
    const is = sql`(${isFromHome} and ${home} = ${domainKey(String(value))})`
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
/** A statement without its end: `select … as id from … where …`, ordered or not, to be limited. */
type Hits = RawBuilder<unknown>

/** In the order of the index that finds them, which no other way gives. */
const ofUsers = (
  tenantId: TenantId,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Hits =>
  sql`select u.id from live_users u where u.tenant_id = ${tenantId} and ${where} order by ${order}`

const fromHome: Found = (tenantId, asked) =>
  asked.kind === 'compare' && asked.operator === 'eq'
    ? ofUsers(tenantId, meets(asked, standingFields), sql`u.id`)
    : undefined

const typesOf = (all: readonly Condition[]): readonly string[] => {
  for (const one of all)
    if (one.kind === 'compare' && one.property === 'userType' && one.operator === 'eq')
      return userTypes.filter((type) => type === one.value)
  return userTypes
}

const partsOf = (filter: Condition | undefined): readonly Condition[] => {
  if (filter === undefined) return []
  return filter.kind === 'and' ? filter.of : [filter]
}

/** That a user `u` is of the one type that a filter asks for; true where it asks for none. */
export const ofOneType = (filter: Condition | undefined): RawBuilder<unknown> => {
  const [type, other] = typesOf(partsOf(filter))
  return type === undefined || other !== undefined ? sql`true` : ofType(type)
}

const ofType = (type: string): RawBuilder<unknown> => sql`u.user_type = ${sql.lit(type)}`

/** The same of each type that may be meant, which stands before the order in the index. */
const ofEachType = (
  tenantId: TenantId,
  all: readonly Condition[],
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Hits => {
  const parts = typesOf(all).map(
    (type) => sql`(${ofUsers(tenantId, sql`${ofType(type)} and ${where}`, order)})`,
  )
  return parts.length === 0
    ? sql`select null::uuid as id where false`
    : sql`select id from (${sql.join(parts, sql` union all `)}) parts`
}

const unused: Found = (tenantId, asked, all) =>
  ofEachType(tenantId, all, meets(asked, standingFields), sql`${lastUsed}, u.id`)

// Who never had such a moment is met by `ne`, and stands in no such index.
const homeGone: Found = (tenantId, asked) =>
  asked.kind === 'compare' && (asked.operator === 'ne') === (asked.value === null)
    ? ofUsers(
        tenantId,
        sql`u.home_deleted_at is not null and ${meets(asked, { [asked.property]: asItIs(sql`u.home_deleted_at`) })}`,
        sql`u.home_deleted_at, u.id`,
      )
    : undefined

const equalId = (one: Condition | undefined): string | undefined =>
  one?.kind === 'compare' && one.operator === 'eq' && one.value !== null
    ? String(one.value)
    : undefined

const hosted = {
  'guesthouse.invitedBy/id': 'inviter',
  'guesthouse.sponsors': 'sponsor',
} as const

/** Somebody about whose guests alone a filter asks. */
const hostOf = (asked: Leaf): Host | undefined => {
  const is = hosted[asked.property as keyof typeof hosted]
  const id = equalId(asked.kind === 'any' ? asked.of : asked)
  return is === undefined || id === undefined ? undefined : { is, id }
}

const ofHost: Found = (tenantId, asked) => {
  const host = hostOf(asked)
  return host === undefined
    ? undefined
    : sql`select h.user_id as id from ${underHost(tenantId, host)} order by h.sort_name, h.user_id`
}

const inNames = sql`u.sort_name, u.id`

const lookedUp =
  (operator: 'eq' | 'startsWith', order: RawBuilder<unknown>): Found =>
  (tenantId, asked) =>
    asked.kind === 'compare' && asked.value !== null && asked.operator === operator
      ? ofUsers(tenantId, meets(asked, ownFields), order)
      : undefined

const byIdentity: Found = (tenantId, asked) => {
  const name = nameOfIdentity(asked)
  return name === undefined
    ? undefined
    : ofUsers(tenantId, sql`u.name_key = ${name}`, sql`u.name_key`)
}

const isNobodys = (asked: Leaf): boolean =>
  asked.kind === 'count' && asked.operator === 'eq' && asked.value === 0

const nobodys: Found = (tenantId, asked, all) =>
  isNobodys(asked)
    ? ofEachType(tenantId, all, withoutSponsor, sql`${beforeOrder}, ${inNames}`)
    : undefined

const having =
  (value: boolean | string, where: RawBuilder<unknown>): Found =>
  (tenantId, asked) =>
    asked.kind === 'compare' && asked.operator === 'eq' && asked.value === value
      ? ofUsers(tenantId, where, inNames)
      : undefined

/** Whom these are about stands in an index by name, which a list by name goes along. */
const inOrderOfNames: Readonly<Record<string, Found>> = {
  sponsors: nobodys,
  accountEnabled: having(false, sql`not u.account_enabled`),
  externalUserState: having('PendingAcceptance', sql`${isInvited()}`),
}

/** What is somebody's alone, or nearly so. */
const own: Readonly<Record<string, Found>> = {
  identities: byIdentity,
  userPrincipalName: lookedUp('eq', sql`u.name_key`),
  mail: lookedUp('eq', sql`u.mail_key`),
  mailNickname: lookedUp('eq', caseless(sql`u.mail_nickname`)),
  employeeId: lookedUp('eq', caseless(sql`u.employee_id`)),
}

const questions: Readonly<Record<string, Found>> = {
  userPrincipalName: lookedUp('startsWith', sql`u.name_key`),
  mail: lookedUp('startsWith', sql`u.mail_key`),
  mailNickname: lookedUp('startsWith', caseless(sql`u.mail_nickname`)),
  employeeId: lookedUp('startsWith', caseless(sql`u.employee_id`)),
  'guesthouse.invitedBy/id': ofHost,
  'guesthouse.sponsors': ofHost,
  'guesthouse.homeDomain': fromHome,
  'guesthouse.homeDeletedDateTime': homeGone,
  'guesthouse.lastUsedDateTime': unused,
}

/**
 * Where those are found by index whom a filter can be about; undefined where it asks no such
 * question, asks it beside others in an `or`, or a list `byName` finds them as it goes.
 */
export const foundByQuestion = (
  tenantId: TenantId,
  filter: Condition | undefined,
  byName: boolean,
): Hits | undefined => {
  const asks = byName ? questions : { ...questions, ...inOrderOfNames }
  return foundIn(asks, tenantId, filter)
}

/** The same of the few who have what is somebody's alone. */
export const foundByOwn = (tenantId: TenantId, filter: Condition | undefined): Hits | undefined =>
  foundIn(own, tenantId, filter)

const foundIn = (
  asks: Readonly<Record<string, Found>>,
  tenantId: TenantId,
  filter: Condition | undefined,
): Hits | undefined => {
  const all = partsOf(filter)
  for (const [property, found] of Object.entries(asks)) {
    const asked = all.find((one): one is Leaf => 'property' in one && one.property === property)
    const hits = asked === undefined ? undefined : found(tenantId, asked, all)
    if (hits !== undefined) return hits
  }
  return undefined
}

/**
 * How a page goes along an index that has those whom a filter is about in the order of the list;
 * undefined where no index has.
 */
export const alongQuestion = (filter: Condition | undefined): Along | undefined => {
  const all = partsOf(filter)
  for (const one of all) {
    if (!('property' in one)) continue
    if (one.property === 'sponsors' && isNobodys(one)) return { types: typesOf(all).map(ofType) }
    const host = one.property in hosted ? hostOf(one) : undefined
    if (host !== undefined) return { host }
  }
  return undefined
}

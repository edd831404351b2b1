/** What a copy of somebody's data reads of one user, as statements that answer JSON. */
import { tieColumns, tiesOf, type TieRow } from '../directory/links/ties.sql.ts'
import { emailIssuer } from '../kernel/address.ts'
import type { TenantId, UserId } from '../kernel/ids.ts'
import { answering, select, type Columns } from '../store/columns.ts'
import { sql, type RawBuilder } from '../store/database.ts'
import { homeUser } from '../store/relations.sql.ts'
import { exportedData, myData, type MyData } from '../wire/my-data.ts'
import { linkKinds } from '../wire/ties.ts'
import { sectionsOf } from './held.ts'

export type Json = { readonly [key: string]: unknown }

/** For whom the copy is: the person themselves, or an administrator of the organization. */
export type CopyReader = 'person' | 'administrator'

/** The most events a copy carries of each user, newest first; it says when there were more. */
export const maxEvents = 10_000

const snake = (property: string): string =>
  property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** A user `u` itself as JSON: each property is the column of its name. */
export const userItself = (reader: CopyReader): RawBuilder<unknown> => {
  const { user } = (reader === 'person' ? myData : exportedData).shape
  const columns: Columns<Json> = Object.fromEntries(
    Object.keys(user.shape).map((property) => [property, `u.${snake(property)}`]),
  )
  return sql`(select to_json(s) from (${answering(columns, (list) => sql`select ${list}`)}) s)`
}

export type CopiedTie = Omit<TieRow, 'detail' | 'lost' | 'item'>

/** What the user is tied to. */
export const tiesOfUser = (
  tenantId: TenantId,
  userId: UserId,
): RawBuilder<CopiedTie> => select<CopiedTie>({
  kind: 'x.kind',
  object: 'x.object',
  id: 'x.id',
  name: 'x.name',
  role: 'x.role',
  since: 'x.since',
  goneAt: 'x.gone_at',
})`from users u cross join lateral (${tiesOf(linkKinds)}) x(${tieColumns})
  where u.tenant_id = ${tenantId} and u.id = ${userId} order by x.kind, x.sort, x.id`

// Where the person is reached, as far as this organization or they themselves have said so.
const mailboxesHere = sql`select m from unnest(u.mail_key || u.other_mail_keys) m where m is not null
  union select i.address_key from invitations i where i.tenant_id = u.tenant_id and i.user_id = u.id`
const mailboxesElsewhere = sql`select h.mail_key from persons p join ${homeUser()}
    where p.id = u.person_id and h.mail_key is not null
  union select i.subject from identities i where i.person_id = u.person_id and i.issuer = ${emailIssuer}`

/** Every section, by name. */
export const heldAbout = (
  tenantId: TenantId,
  userId: UserId,
  reader: CopyReader,
): RawBuilder<Json> => {
  const mailboxes =
    reader === 'person' ? sql`${mailboxesHere} union ${mailboxesElsewhere}` : mailboxesHere
  const sections = sectionsOf(tenantId, reader).map(
    (one) =>
      [one.name, sql`(select coalesce(json_agg(to_json(s)), '[]') from (${one.rows}) s)`] as const,
  )
  return select<Json>(Object.fromEntries(sections))`
    from (select u.tenant_id, u.id, u.person_id, array(${mailboxes}) as mailboxes from users u
      where u.tenant_id = ${tenantId} and u.id = ${userId}) u`
}

type CopiedEvent = Omit<MyData['events'][number], 'at'> & { readonly at: Date }

/** The user in the log; one more than a copy carries. */
export const eventsOf = (tenantId: TenantId, userId: UserId): RawBuilder<CopiedEvent> => {
  // Three ways to be in the log, each with an index that gives the newest first.
  const by = (column: 'target_id' | 'actor_id' | 'related_id') =>
    sql`(select e.* from events e where e.tenant_id = ${tenantId} and ${sql.ref(`e.${column}`)} = ${userId} order by e.at desc, e.id desc limit ${maxEvents + 1})`
  return select<CopiedEvent>({
    at: 'e.at',
    activity: 'e.activity',
    targetKind: 'e.target_kind',
    targetId: 'e.target_id',
    byMe: sql`e.actor_id is not distinct from ${userId}::uuid`,
    fromAddress: sql`case when e.actor_id = ${userId}::uuid then e.actor_address end`,
  })`from (${by('target_id')} union ${by('actor_id')} union ${by('related_id')}) e
    order by e.at desc, e.id desc limit ${maxEvents + 1}`
}

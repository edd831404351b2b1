/**
 * The links of a deleted user. Deletion left each where it was, so what comes back is read, not
 * remembered; what shall not come back is ended.
 */
import type { Context, Event } from '../../events/event.ts'
import { eventOf } from '../../events/record.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { linkKinds } from '../../wire/ties.ts'
import type { Several } from '../lock-user.sql.ts'
import { liveSponsorsOf } from '../links/live-sponsors.sql.ts'
import type { Link } from '../links/ties.rule.ts'
import { endsOf, tieColumns, ties, tiesOf } from '../links/ties.sql.ts'
import type { StoredLink } from './plan.rule.ts'

// A link whose other end was gone before the user was deleted had ended by then; it is not one the
// user "had at deletion" (R56).
const hadAtDeletion = sql`(x.gone_at is null or x.gone_at >= u.deleted_at)`

type Read = StoredLink & { readonly userId: UserId }

/**
 * Every link that these users had at deletion, and whether its other end still is there; also those
 * that they had with each other before. One statement.
 */
export const readLinks = async (
  db: Database,
  { tenantId, userIds }: Several,
): Promise<ReadonlyMap<UserId, StoredLink[]>> => {
  const ids = [...userIds]
  const all = await rows(
    db,
    select<Read>({
      kind: 'x.kind',
      object: 'x.object',
      id: 'x.id',
      item: 'x.item',
      displayName: sql`x.name || coalesce(' · ' || x.role, '')`,
      lost: sql`case when x.gone_at is not null then x.lost end`,
      othersThere: sql`case when x.kind = 'sponsorOf' then ${liveSponsorsOf(sql`u.tenant_id`, sql`x.id`)} end`,
      had: hadAtDeletion,
      userId: 'u.id',
    })`from deleted_users u cross join lateral (${tiesOf(linkKinds)}) x(${tieColumns})
      where u.tenant_id = ${tenantId} and u.id = any(${ids}::uuid[]) and (${hadAtDeletion} or (x.object = 'user' and x.id = any(${ids}::uuid[])))
      order by x.kind, 5, x.item`,
  )
  const links = new Map<UserId, StoredLink[]>()
  for (const { userId, ...link } of all) links.set(userId, [...(links.get(userId) ?? []), link])
  return links
}

/**
 * A statement that holds deleted users and whomever they sponsor, so that how many sponsors those
 * have is decided one at a time. In the order of their ids: two restores wait for each other in one
 * direction.
 */
export const heldWithSponsored = ({ tenantId, userIds }: Several): RawBuilder<unknown> => {
  const ids = sql`${[...userIds]}::uuid[]`
  // As an array, with which the planner goes by the key; beside an `or` it reads everybody.
  return sql`select 1 from users u where u.tenant_id = ${tenantId} and u.id = any(array(
      select unnest(${ids}) union select s.user_id from sponsors s where s.tenant_id = ${tenantId} and s.sponsor_user_id = any(${ids})))
    order by u.id for no key update`
}

/** Whose link it is. */
export type LinkOf = { readonly userId: UserId; readonly link: Link }

/**
 * Takes links away, a statement for each kind among them; what is written of each when it is ended
 * by itself comes back.
 */
export const endLinks = async (
  tx: Database,
  tenantId: TenantId,
  links: readonly LinkOf[],
  context: Context,
): Promise<Event[]> => {
  for (const kind of linkKinds) {
    const those = links.filter(({ link }) => link.kind === kind)
    const {
      table,
      mine: [me = ''],
      item,
    } = ties[kind]
    if (those.length === 0) continue
    await sql`delete from ${sql.table(table)} l
      using unnest(${those.map(({ userId }) => userId)}::uuid[], ${those.map(({ link }) => link.item)}::uuid[]) as k(user_id, item)
      where l.tenant_id = ${tenantId} and l.${sql.ref(me)} = k.user_id and l.${sql.ref(item)} = k.item`.execute(
      tx,
    )
  }
  return links.map(({ userId, link: { kind, object, id } }) =>
    eventOf(context, {
      tenantId,
      activity: ties[kind].events[1],
      ...endsOf(kind, userId, { object, id }),
      reason: 'leftOutOfRestore',
    }),
  )
}

/**
 * The links of a deleted user. Deletion left each where it was, so what comes back is read, not
 * remembered; what shall not come back is ended.
 */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import { select } from '../../store/columns.ts'
import { rows, sql, type Database } from '../../store/database.ts'
import { linkKinds } from '../../wire/ties.ts'
import type { Several, Which } from '../lock-user.sql.ts'
import type { Link } from '../links/ties.rule.ts'
import { endsOf, tieColumns, ties, tiesOf } from '../links/ties.sql.ts'
import type { StoredLink } from './plan.rule.ts'

// A link whose other end was gone before the user was deleted had ended by then; it is not one the
// user "had at deletion" (R56).
const hadAtDeletion = sql`(x.gone_at is null or x.gone_at >= u.deleted_at)`

const liveSponsorsOf = sql`(select count(*)::int from sponsors s
  left join live_users v on v.tenant_id = s.tenant_id and v.id = s.sponsor_user_id
  left join live_groups g on g.tenant_id = s.tenant_id and g.id = s.sponsor_group_id
  where s.tenant_id = u.tenant_id and s.user_id = x.id and (v.id is not null or g.id is not null))`

/** Every link the user had at deletion, and whether its other end still is there. One statement. */
export const readLinks = (db: Database, { tenantId, userId }: Which): Promise<StoredLink[]> =>
  rows(
    db,
    select<StoredLink>({
      kind: 'x.kind',
      object: 'x.object',
      id: 'x.id',
      item: 'x.item',
      displayName: sql`x.name || coalesce(' · ' || x.role, '')`,
      lost: sql`case when x.gone_at is not null then x.lost end`,
      othersThere: sql`case when x.kind = 'sponsorOf' then ${liveSponsorsOf} end`,
    })`from deleted_users u cross join lateral (${tiesOf(linkKinds)}) x(${tieColumns})
      where u.tenant_id = ${tenantId} and u.id = ${userId} and ${hadAtDeletion}
      order by x.kind, 5, x.item`,
  )

/**
 * Holds deleted users and whomever they sponsor, so that how many sponsors those have is decided
 * one at a time. In the order of their ids: two restores wait for each other in one direction.
 */
export const holdWithSponsored = async (
  tx: Database,
  { tenantId, userIds }: Several,
): Promise<void> => {
  const ids = sql`any(${[...userIds]}::uuid[])`
  await sql`select 1 from users u where u.tenant_id = ${tenantId} and (u.id = ${ids} or u.id in (
      select s.user_id from sponsors s where s.tenant_id = ${tenantId} and s.sponsor_user_id = ${ids}))
    order by u.id for no key update`.execute(tx)
}

/** Takes links away, each with what is written when it is ended by itself. */
export const endLinks = async (
  tx: Database,
  { tenantId, userId }: Which,
  links: readonly Link[],
  context: Context,
): Promise<void> => {
  for (const kind of linkKinds) {
    const items = links.filter((link) => link.kind === kind).map(({ item }) => item)
    const {
      table,
      mine: [me = ''],
      item,
    } = ties[kind]
    if (items.length === 0) continue
    await sql`delete from ${sql.table(table)} l where l.tenant_id = ${tenantId} and l.${sql.ref(me)} = ${userId}
      and l.${sql.ref(item)} = any(${items}::uuid[])`.execute(tx)
  }
  await record(
    tx,
    ...links.map(({ kind, object, id }) =>
      eventOf(context, {
        tenantId,
        activity: ties[kind].events[1],
        ...endsOf(kind, userId, { object, id }),
        reason: 'leftOutOfRestore',
      }),
    ),
  )
}

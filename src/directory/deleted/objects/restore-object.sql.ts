/** The facts of restoring a group or an application. */
import { isPowerfulApplication } from '../../powerful-application.sql.ts'
import { answering, select } from '../../../store/columns.ts'
import { firstRow, rows, sql, type Database } from '../../../store/database.ts'
import type { ObjectKind } from '../../../wire/graph/deleted-objects.ts'
import { objectKinds, type WhichObject } from './object-kinds.sql.ts'
import type { LinkCount, ObjectFacts } from './restore-object.rule.ts'

/** How many are told by name. */
const namesTold = 10

export type StoredObject = ObjectFacts & {
  readonly displayName: string
  /** Somebody live is called the same. */
  readonly namesake: string | null
}

// What an application may do in the directory for people is given by who gives roles.
const powerful = {
  group: sql`o.is_assignable_to_role`,
  application: isPowerfulApplication('o'),
} as const

/** A deleted object; undefined when there is none. One statement. */
export const readDeletedObject = (
  db: Database,
  kind: ObjectKind,
  { tenantId, id }: WhichObject,
): Promise<StoredObject | undefined> => {
  const { table, deleted } = objectKinds[kind]
  return firstRow(
    db,
    select<StoredObject>({
      displayName: 'o.display_name',
      restorableUntil: 'o.restorable_until',
      powerful: powerful[kind],
      namesake: sql`(select min(n.display_name) from ${sql.table(`live_${table}`)} n where n.tenant_id = o.tenant_id and n.sort_name = o.sort_name)`,
    })`from ${sql.table(deleted)} o where o.tenant_id = ${tenantId} and o.id = ${id}`,
  )
}

/** Its links, counted by kind and by why they cannot come back. One statement. */
export const countLinks = (
  db: Database,
  kind: ObjectKind,
  { tenantId, id }: WhichObject,
): Promise<LinkCount[]> => {
  const { deleted, rows: links } = objectKinds[kind]
  return rows(
    db,
    answering<LinkCount>(
      {
        kind: 'kind',
        lost: 'lost',
        count: sql`count(*)::int`,
        names: sql`(array_agg(name order by name, id))[1:${sql.lit(namesTold)}]`,
      },
      (list) => sql`
        select ${list} from (
          select x.kind, x.id, x.name, case when x.gone_at is not null then x.lost end as lost
          from ${sql.table(deleted)} o cross join lateral (${links}) x
          where o.tenant_id = ${tenantId} and o.id = ${id} and (x.gone_at is null or x.gone_at >= o.deleted_at)) told
        group by kind, lost order by kind, lost nulls first`,
    ),
  )
}

/**
 * Holds it, and before it whom it is more than a group for: those whom it gives what a role gives,
 * and guests whose sponsors are counted. In the order of their ids.
 */
export const holdDeletedObject = async (
  tx: Database,
  kind: ObjectKind,
  { tenantId, id }: WhichObject,
): Promise<void> => {
  if (kind === 'group')
    await sql`select 1 from users u where u.tenant_id = ${tenantId} and u.id in (
        select s.user_id from sponsors s where s.tenant_id = ${tenantId} and s.sponsor_group_id = ${id}
        union select m.user_id from deleted_groups g join memberships m on m.tenant_id = g.tenant_id and m.group_id = g.id
          where g.tenant_id = ${tenantId} and g.id = ${id} and g.is_assignable_to_role
        union select w.user_id from deleted_groups g join group_owners w on w.tenant_id = g.tenant_id and w.group_id = g.id
          where g.tenant_id = ${tenantId} and g.id = ${id} and g.is_assignable_to_role)
      order by u.id for no key update`.execute(tx)
  await sql`select 1 from ${sql.table(objectKinds[kind].deleted)} o where o.tenant_id = ${tenantId} and o.id = ${id} for update`.execute(
    tx,
  )
}

/** The facts of restoring groups or applications. */
import { answering, select } from '../../../store/columns.ts'
import { rows, sql, type Database } from '../../../store/database.ts'
import { shownOfEach } from '../../../wire/graph/restoring-objects.ts'
import { objectKinds, type Objects } from './object-kinds.sql.ts'
import { withLinks } from './object-ties.sql.ts'
import type { LinkCount, ObjectFacts, ObjectLinkName } from './restore-object.rule.ts'

export type StoredObject = ObjectFacts & {
  readonly id: string
  readonly displayName: string
  /** Somebody live is called the same. */
  readonly namesake: string | null
}

/** Those of them that are deleted. One statement. */
export const readDeletedObjects = async (
  db: Database,
  { tenantId, kind, ids }: Objects,
): Promise<ReadonlyMap<string, StoredObject>> => {
  const { deleted, live, powerful, top } = objectKinds[kind]
  const found = await rows(
    db,
    select<StoredObject>({
      id: 'o.id',
      displayName: 'o.display_name',
      restorableUntil: 'o.restorable_until',
      powerful,
      top,
      hasAnother:
        kind === 'application'
          ? sql`exists (select 1 from service_principals p where p.tenant_id = o.tenant_id and p.home_tenant_id = o.home_tenant_id and p.registration_id = o.registration_id and p.deleted_at is null)`
          : sql`false`,
      namesake: sql`(select min(n.display_name) from ${sql.table(live)} n where n.tenant_id = o.tenant_id and n.sort_name = o.sort_name)`,
    })`from ${sql.table(deleted)} o where o.tenant_id = ${tenantId} and o.id = any(${[...ids]}::uuid[])`,
  )
  return new Map(found.map((one) => [one.id, one]))
}

/** Which of them are live. One statement. */
export const readLiveObjects = async (
  db: Database,
  { tenantId, kind, ids }: Objects,
): Promise<ReadonlySet<string>> => {
  const found = await rows(
    db,
    select<{ id: string }>({ id: 'o.id' })`from ${sql.table(objectKinds[kind].live)} o
      where o.tenant_id = ${tenantId} and o.id = any(${[...ids]}::uuid[])`,
  )
  return new Set(found.map(({ id }) => id))
}

/**
 * The links of each, counted by kind and by why they cannot come back, with the first by name.
 * `together`: as they are restored one after the other. One statement.
 */
export const countLinks = async (
  db: Database,
  which: Objects,
  { together }: { readonly together: boolean },
): Promise<ReadonlyMap<string, readonly LinkCount[]>> => {
  const all = await rows(
    db,
    answering<LinkCount & { objectId: string }>(
      {
        objectId: 'object_id',
        kind: 'kind',
        lost: 'lost',
        count: sql`count(*)::int`,
        items: sql`jsonb_agg(jsonb_build_object('item', item, 'displayName', name) order by place) filter (where place <= ${sql.lit(shownOfEach)})`,
      },
      (list) => sql`with ${withLinks(which, { together })}
        select ${list} from (
          select *, row_number() over (partition by object_id, kind, lost order by name, item) as place from links) told
        group by object_id, kind, lost order by object_id, kind, lost nulls first`,
    ),
  )
  const links = new Map<string, LinkCount[]>()
  for (const { objectId, ...link } of all)
    links.set(objectId, [...(links.get(objectId) ?? []), link])
  return links
}

/** A choice as arrays, to stand in `unnest`. */
export const chosenIn = (chosen: readonly ObjectLinkName[]) => sql`unnest(
  ${chosen.map(({ of }) => of)}::uuid[], ${chosen.map(({ kind }) => kind)}::text[], ${chosen.map(({ item }) => item ?? null)}::uuid[]) as c(object_id, kind, item)`

/** Those of a choice that name no link, the first of each object. One statement. */
export const readUnknown = async (
  db: Database,
  which: Objects,
  chosen: readonly ObjectLinkName[],
): Promise<ReadonlyMap<string, ObjectLinkName>> => {
  const single = chosen.filter(({ item }) => item !== undefined)
  if (single.length === 0) return new Map()
  const only = [...new Set(single.map(({ kind }) => kind))]
  const unknown = await rows(
    db,
    answering<ObjectLinkName>(
      { of: 'c.object_id', kind: 'c.kind', item: 'c.item' },
      (list) => sql`with ${withLinks(which, { together: false, only })}
        select ${list} from ${chosenIn(single)} where not exists (
          select 1 from links l where l.object_id = c.object_id and l.kind = c.kind and l.item = c.item)
        order by c.object_id, c.kind desc, c.item desc`,
    ),
  )
  return new Map(unknown.map((name) => [name.of, name]))
}

/**
 * Holds them, and before them whom they are more than a group for: those whom they give what a role
 * gives, and guests whose sponsors are counted. Each in the order of their ids.
 */
export const holdDeletedObjects = async (
  tx: Database,
  { tenantId, kind, ids }: Objects,
): Promise<void> => {
  const these = sql`any(${[...ids]}::uuid[])`
  if (kind === 'group')
    await sql`select 1 from users u where u.tenant_id = ${tenantId} and u.id in (
        select s.user_id from sponsors s where s.tenant_id = ${tenantId} and s.sponsor_group_id = ${these}
        union select m.user_id from deleted_groups g join memberships m on m.tenant_id = g.tenant_id and m.group_id = g.id
          where g.tenant_id = ${tenantId} and g.id = ${these} and g.is_assignable_to_role
        union select w.user_id from deleted_groups g join group_owners w on w.tenant_id = g.tenant_id and w.group_id = g.id
          where g.tenant_id = ${tenantId} and g.id = ${these} and g.is_assignable_to_role)
      order by u.id for no key update`.execute(tx)
  if (kind === 'application')
    await sql`select 1 from registrations r where r.tenant_id = ${tenantId} and r.id in (
        select p.registration_id from service_principals p where p.tenant_id = ${tenantId} and p.id = ${these}) order by r.id for update`.execute(
      tx,
    )
  await sql`select 1 from ${sql.table(objectKinds[kind].table)} o where o.tenant_id = ${tenantId} and o.id = ${these} and o.deleted_at is not null order by o.id for update`.execute(
    tx,
  )
}

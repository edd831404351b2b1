/** Reading what has changed: how far the numbers go, and the changes after one of them. */
import type { TenantId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { firstRow, rows, sql, type Database } from '../../store/database.ts'
import type { Change, ChangeKind } from './change.ts'

/** How far the changes of one organization go. */
export type Feed = {
  /** Numbers mean something within it alone. */
  readonly epoch: string
  readonly last: number
  /** What was forgotten with time ends here. */
  readonly forgottenTo: number
}

const readFeed = (db: Database, tenantId: TenantId): Promise<Feed | undefined> =>
  firstRow(
    db,
    select<Feed>({
      epoch: 'f.epoch',
      last: sql`f.last_sequence::float8`,
      forgottenTo: sql`f.forgotten_to::float8`,
    })`from directory_feeds f where f.tenant_id = ${tenantId}`,
  )

/** How far they go now; begun where nothing was ever numbered. */
export const openFeed = async (db: Database, tenantId: TenantId): Promise<Feed> => {
  for (;;) {
    const feed = await readFeed(db, tenantId)
    if (feed !== undefined) return feed
    await beginFeed(db, tenantId)
  }
}

/** Begins the feed of an organization that has none. */
export const beginFeed = async (db: Database, tenantId: TenantId): Promise<void> => {
  await sql`insert into directory_feeds (tenant_id) values (${tenantId}) on conflict do nothing`.execute(
    db,
  )
}

/**
 * Every feed goes on under another mark: whoever has read it before begins anew. For a store that
 * was put back, in which other changes get the numbers that they know.
 */
export const beginFeedsAnew = async (db: Database): Promise<void> => {
  await sql`update directory_feeds set epoch = gen_random_uuid()`.execute(db)
}

/** Which changes are asked for: those of these kinds up to a number, at most so many. */
export type Wanted = {
  readonly kinds: readonly ChangeKind[]
  readonly upTo: number
  readonly limit: number
}

/**
 * The changes after `sequence`, in their order. Each kind is read along its index, whatever happens
 * to the others. One statement.
 */
export const changesAfter = (
  db: Database,
  tenantId: TenantId,
  sequence: number,
  { kinds, upTo, limit }: Wanted,
): Promise<Change[]> =>
  rows(
    db,
    select<Change>({
      sequence: sql`c.sequence::float8`,
      kind: 'c.kind',
      id: 'c.object_id',
      what: 'c.what',
      link: 'c.link',
      otherKind: 'c.other_kind',
      otherId: 'c.other_id',
      columns: 'c.properties',
    })`from unnest(${[...kinds]}::text[]) k(kind) cross join lateral (
        select * from directory_changes d
        where d.tenant_id = ${tenantId} and d.kind = k.kind and d.sequence > ${sequence} and d.sequence <= ${upTo}
        order by d.tenant_id, d.kind, d.sequence limit ${limit}) c
      order by c.sequence limit ${limit}`,
  )

/**
 * How far those changes of a kind go that could be told by `at`: up to the first that could not.
 * One statement.
 */
export const happenedBy = async (
  db: Database,
  tenantId: TenantId,
  at: Date,
  {
    kind,
    after,
    upTo,
  }: { readonly kind: ChangeKind; readonly after: number; readonly upTo: number },
): Promise<number> => {
  const first = await firstRow(
    db,
    select<{ sequence: number }>({
      sequence: sql`d.sequence::float8`,
    })`from directory_changes d where d.tenant_id = ${tenantId} and d.kind = ${kind} and d.sequence > ${after} and d.sequence <= ${upTo}
        and d.at > ${at} order by d.tenant_id, d.kind, d.sequence limit 1`,
  )
  return first === undefined ? upTo : first.sequence - 1
}

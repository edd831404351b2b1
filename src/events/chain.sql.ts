/** Reading and writing the links of entries. */
import { answering, select, type Columns } from '../store/columns.ts'
import { firstRow, rows, sql, type Database } from '../store/database.ts'
import type { End, Entry, Link } from './chain.rule.ts'
import { ofSigningIn } from './prune-events.ts'

/**
 * The content of an entry as one text: what JSONB is written as, and its instant, are canonical.
 */
export const entryColumns: Columns<Omit<Entry, 'tenantId' | 'id'>> = {
  at: sql`date_trunc('milliseconds', e.at)`,
  isSignIn: sql`e.activity in ${ofSigningIn}`,
  content: sql`json_build_array((extract(epoch from e.at) * 1000000)::bigint, e.activity, e.actor_kind, e.actor_id, e.target_kind, e.target_id, e.related_kind,
    e.related_id, e.reason, e.correlation_id, e.details::text)::text`,
  address: 'e.actor_address',
}

/** Any constant that nothing else locks. */
const lockKey = 7_090_076

/**
 * One process links at a time: another that took later entries, and was faster, would put them
 * before the earlier ones, which then look as if they had been put in.
 */
export const linkAlone = async (tx: Database): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${lockKey})`.execute(tx)
}

export type Waiting = { readonly tenantId: string; readonly id: string } & {
  readonly [K in keyof Omit<Entry, 'tenantId' | 'id'>]: Entry[K] | null
}

/**
 * Takes entries that have no link yet, as many as `limit`, in the order in which they were written.
 * What was removed before it had one comes without content. Of the synthetic guest nothing is
 * taken: its entries are removed when they have been made.
 */
export const takeWaiting = (db: Database, limit: number): Promise<Waiting[]> =>
  rows(
    db,
    answering<Waiting>(
      { tenantId: 'w.tenant_id', id: 'w.event_id', ...entryColumns },
      (list) => sql`
        with t as materialized (
          select q.tenant_id, q.event_id from events_unchained q
          where not exists (select 1 from tenants t where t.id = q.tenant_id and t.is_probe)
          order by q.waits_as limit ${limit} for update of q skip locked
        ), w as (
          delete from events_unchained u using t where u.tenant_id = t.tenant_id and u.event_id = t.event_id returning u.tenant_id, u.event_id)
        select ${list} from w left join events e on e.tenant_id = w.tenant_id and e.id = w.event_id order by w.tenant_id, e.at, e.id`,
    ),
  )

export type Chain = {
  readonly tenantId: string
  readonly firstSeq: number
  readonly firstHash: Buffer
  readonly firstMac: Buffer
  readonly lastSeq: number
  readonly lastHash: Buffer
  readonly lastMac: Buffer
}

const chainColumns: Columns<Chain> = {
  tenantId: 'c.tenant_id',
  firstSeq: sql`c.first_seq::float8`,
  firstHash: 'c.first_hash',
  firstMac: 'c.first_mac',
  lastSeq: sql`c.last_seq::float8`,
  lastHash: 'c.last_hash',
  lastMac: 'c.last_mac',
}

/** The chain of one organization; undefined: nothing was chained yet. */
export const readChain = (db: Database, tenantId: string): Promise<Chain | undefined> =>
  firstRow(db, select<Chain>(chainColumns)`from event_chains c where c.tenant_id = ${tenantId}`)

/**
 * Holds these chains, so that one process at a time goes on with them. Those that are not there yet
 * are begun.
 */
export const lockChains = async (db: Database, begun: readonly Chain[]): Promise<Chain[]> => {
  await sql`insert into event_chains (tenant_id, first_seq, first_hash, first_mac, last_seq, last_hash, last_mac)
    select * from unnest(${begun.map(({ tenantId }) => tenantId)}::uuid[], ${begun.map(({ firstSeq }) => firstSeq)}::bigint[], ${begun.map(({ firstHash }) => firstHash)}::bytea[],
      ${begun.map(({ firstMac }) => firstMac)}::bytea[], ${begun.map(({ lastSeq }) => lastSeq)}::bigint[], ${begun.map(({ lastHash }) => lastHash)}::bytea[], ${begun.map(({ lastMac }) => lastMac)}::bytea[])
    on conflict do nothing`.execute(db)
  return rows(
    db,
    select<Chain>(
      chainColumns,
    )`from event_chains c where c.tenant_id = any(${begun.map(({ tenantId }) => tenantId)}::uuid[]) order by c.tenant_id for update`,
  )
}

export type NewLink = Link & { readonly addressSalt: Buffer | null }

export const insertLinks = async (db: Database, links: readonly NewLink[]): Promise<void> => {
  const of = <T>(read: (link: NewLink) => T): T[] => links.map(read)
  await sql`insert into event_links (tenant_id, seq, event_id, at, is_sign_in, digest, address_digest, address_salt, hash)
    select * from unnest(${of((l) => l.tenantId)}::uuid[], ${of((l) => l.seq)}::bigint[], ${of((l) => l.eventId)}::uuid[], ${of((l) => l.at)}::timestamptz[],
      ${of((l) => l.isSignIn)}::boolean[], ${of((l) => l.digest)}::bytea[], ${of((l) => l.addressDigest)}::bytea[], ${of((l) => l.addressSalt)}::bytea[], ${of((l) => l.hash)}::bytea[])`.execute(
    db,
  )
}

type NewEnd = End & { readonly tenantId: string; readonly mac: Buffer }

export const setLast = async (db: Database, ends: readonly NewEnd[]): Promise<void> => {
  await sql`update event_chains c set last_seq = n.seq, last_hash = n.hash, last_mac = n.mac
    from unnest(${ends.map(({ tenantId }) => tenantId)}::uuid[], ${ends.map(({ seq }) => seq)}::bigint[], ${ends.map(({ hash }) => hash)}::bytea[], ${ends.map((end) => end.mac)}::bytea[])
      as n(tenant_id, seq, hash, mac) where c.tenant_id = n.tenant_id`.execute(db)
}

/** Organizations whose chain begins with links of entries whose time was over. */
export const listTrimmable = async (db: Database): Promise<string[]> =>
  (
    await rows(
      db,
      select<{ tenantId: string }>({ tenantId: 'c.tenant_id' })`from event_chains c
        where exists (select 1 from event_links l where l.tenant_id = c.tenant_id and l.seq = c.first_seq + 1 and l.over_at is not null)`,
    )
  ).map(({ tenantId }) => tenantId)

/** Removes the links of a chain up to and with this one. */
export const removeBeginning = async (
  db: Database,
  tenantId: string,
  { seq }: End,
): Promise<void> => {
  await sql`delete from event_links where tenant_id = ${tenantId} and seq <= ${seq}`.execute(db)
}

export const setFirst = async (
  db: Database,
  { tenantId, seq, hash, mac }: NewEnd,
): Promise<void> => {
  await sql`update event_chains set first_seq = ${seq}, first_hash = ${hash}, first_mac = ${mac} where tenant_id = ${tenantId}`.execute(
    db,
  )
}

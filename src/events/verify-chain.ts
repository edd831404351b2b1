/**
 * Looking whether the audit log is as it was written: one entry that was changed, removed, put in
 * or moved is found, and which.
 */
import { keptDays } from '../kernel/kept-days.ts'
import { dayMs, hourMs } from '../kernel/time.ts'
import { select } from '../store/columns.ts'
import { rows, sql, transaction, type Database } from '../store/database.ts'
import {
  addressDigestOf,
  beginningOf,
  chainKey,
  digestOf,
  hashOf,
  macOf,
  type End,
  type Entry,
  type Link,
} from './chain.rule.ts'
import { entryColumns, readChain, type Chain } from './chain.sql.ts'

/**
 * What was found at an entry: its content is another, it is gone before its time, nothing knows
 * that it was written or it claims to be older than it is, or it does not stand where it was put.
 */
export type FindingKind = 'changed' | 'removed' | 'inserted' | 'reordered'

export type Finding = {
  readonly kind: FindingKind
  /** The number in the chain of the organization; null of what is not in it. */
  readonly seq: number | null
  /** The entry; null where only its number is known. */
  readonly eventId: string | null
}

export type Verified = {
  readonly entries: number
  /** Entries of the last moments that have no link yet. */
  readonly waiting: number
  readonly findings: readonly Finding[]
  /** The end of the chain. Whoever notes it elsewhere sees later that nothing was cut off. */
  readonly last: Head | undefined
}

const atOnce = 2_000
/** No more are told of one organization. */
const mostFindings = 1_000
/** Clocks and long jobs differ; what claims to be older than this before its neighbour is told. */
const lateMs = hourMs
/** No organization may have entries removed earlier (R143). */
const keptMs = {
  signIn: keptDays.signInRecordsDays.least * dayMs,
  other: keptDays.auditRecordsDays.least * dayMs,
} as const

type Seen = Link &
  Pick<Entry, 'address'> & {
    readonly addressSalt: Buffer | null
    readonly overAt: Date | null
    /** Null: the entry is gone. */
    readonly content: string | null
    readonly actorIsHere: boolean
  }

const { content, address } = entryColumns

const readLinks = (db: Database, tenantId: string, after: number): Promise<Seen[]> =>
  rows(
    db,
    select<Seen>({
      tenantId: 'l.tenant_id',
      seq: sql`l.seq::float8`,
      eventId: 'l.event_id',
      at: 'l.at',
      isSignIn: 'l.is_sign_in',
      digest: 'l.digest',
      addressDigest: 'l.address_digest',
      addressSalt: 'l.address_salt',
      hash: 'l.hash',
      overAt: 'l.over_at',
      content: sql`case when e.id is not null then ${content} end`,
      address,
      actorIsHere: sql`exists (select 1 from users u where u.tenant_id = e.tenant_id and u.id = e.actor_id)`,
    })`from event_links l left join events e on e.tenant_id = l.tenant_id and e.id = l.event_id
      where l.tenant_id = ${tenantId} and l.seq > ${after} order by l.seq limit ${atOnce}`,
  )

// An address may be gone, together with its salt, and only with its actor.
const isAddressAsWritten = (key: Buffer, seen: Seen): boolean => {
  const { addressDigest, addressSalt, address: told } = seen
  if (addressDigest === null) return told === null
  if (told === null) return addressSalt === null && !seen.actorIsHere
  return addressSalt !== null && addressDigestOf(key, addressSalt, told).equals(addressDigest)
}

// What was removed with time was so by now, and no earlier than any organization may: who can write
// the store can write any day there.
const wasOver = ({ at, overAt, isSignIn }: Seen, now: Date): boolean =>
  overAt !== null &&
  overAt.getTime() - at.getTime() >= keptMs[isSignIn ? 'signIn' : 'other'] &&
  overAt.getTime() - now.getTime() <= lateMs

const judgeEntry = (key: Buffer, seen: Seen, now: Date): FindingKind | undefined => {
  const { eventId: id, content: text, overAt } = seen
  if (text === null) return wasOver(seen, now) ? undefined : 'removed'
  if (overAt !== null) return 'inserted'
  return digestOf(key, { id, content: text }).equals(seen.digest) && isAddressAsWritten(key, seen)
    ? undefined
    : 'changed'
}

type Walk = { readonly before: End | undefined; readonly latest: Date; readonly now: Date }

// What each link says of itself and of the one before it.
const judgeLink = (
  key: Buffer,
  seen: Seen,
  { before, latest, now }: Walk,
): FindingKind | undefined => {
  const isTied = before === undefined || hashOf(key, before.hash, seen).equals(seen.hash)
  if (!isTied) return 'reordered'
  const ofEntry = judgeEntry(key, seen, now)
  if (ofEntry !== undefined) return ofEntry
  return latest.getTime() - seen.at.getTime() > lateMs ? 'inserted' : undefined
}

const isEnd = (key: Buffer, which: 'first' | 'last', { tenantId, ...chain }: Chain): boolean => {
  const end =
    which === 'first'
      ? { seq: chain.firstSeq, hash: chain.firstHash }
      : { seq: chain.lastSeq, hash: chain.lastHash }
  return macOf(key, which, tenantId, end).equals(chain[`${which}Mac`])
}

/**
 * The last of the links from `chain`'s beginning on whose entries went with time, as far as each is
 * tied and was over by `now`; its beginning where there is none. Nothing is passed over that
 * somebody else has called over: what is removed here is looked at by nobody any more.
 */
export const endOfOver = async (
  db: Database,
  key: Buffer,
  chain: Chain,
  now: Date,
): Promise<End> => {
  let end: End = { seq: chain.firstSeq, hash: chain.firstHash }
  if (!isEnd(key, 'first', chain)) return end
  for (;;) {
    const links = await readLinks(db, chain.tenantId, end.seq)
    for (const seen of links) {
      const walk = { before: end, latest: new Date(0), now }
      const isOver = seen.seq === end.seq + 1 && seen.content === null
      if (!isOver || judgeLink(key, seen, walk) !== undefined) return end
      end = { seq: seen.seq, hash: seen.hash }
    }
    if (links.length < atOnce) return end
  }
}

const gap = (from: number, to: number): Finding[] =>
  Array.from({ length: Math.min(Math.max(0, to - from), mostFindings) }, (_, n) => ({
    kind: 'removed',
    seq: from + n,
    eventId: null,
  }))

const walkChain = async (
  db: Database,
  key: Buffer,
  tenantId: string,
  { start, now }: { readonly start: End; readonly now: Date },
): Promise<{ findings: Finding[]; seq: number; hash: Buffer; entries: number }> => {
  const findings: Finding[] = []
  let [{ seq, hash }, latest, entries] = [start, new Date(0), 0]
  for (;;) {
    const links = await readLinks(db, tenantId, seq)
    for (const seen of links) {
      findings.push(...gap(seq + 1, seen.seq))
      // After a link that is gone nobody can say what the next one was tied to.
      const before = seen.seq === seq + 1 ? { seq, hash } : undefined
      const kind = judgeLink(key, seen, { before, latest, now })
      if (kind !== undefined) findings.push({ kind, seq: seen.seq, eventId: seen.eventId })
      if (seen.content !== null) entries++
      if (seen.at > latest) latest = seen.at
      ;({ seq, hash } = seen)
    }
    if (links.length < atOnce || findings.length > mostFindings)
      return { findings, seq, hash, entries }
  }
}

const unlinked = async (db: Database, tenantId: string): Promise<Finding[]> =>
  (
    await rows(
      db,
      select<{ eventId: string }>({ eventId: 'e.id' })`from events e where e.tenant_id = ${tenantId}
        and not exists (select 1 from event_links l where l.tenant_id = e.tenant_id and l.event_id = e.id)
        and not exists (select 1 from events_unchained u where u.tenant_id = e.tenant_id and u.event_id = e.id)
        order by e.at, e.id limit ${mostFindings}`,
    )
  ).map(({ eventId }) => ({ kind: 'inserted', seq: null, eventId }))

const countWaiting = async (db: Database, tenantId: string): Promise<number> =>
  (
    await rows(
      db,
      select<{ id: string }>({
        id: 'event_id',
      })`from events_unchained where tenant_id = ${tenantId}`,
    )
  ).length

/** The end of a chain as somebody has noted it elsewhere: the chain still has to go through it. */
export type Head = { readonly seq: number; readonly hash: string }

const missedHead = async (
  db: Database,
  tenantId: string,
  head: Head | undefined,
  { seq: from, hash }: End,
): Promise<Finding[]> => {
  if (head === undefined || head.seq < from) return []
  const [there] =
    head.seq === from
      ? [{ hash }]
      : await rows(
          db,
          select<{ hash: Buffer }>({
            hash: 'hash',
          })`from event_links where tenant_id = ${tenantId} and seq = ${head.seq}`,
        )
  if (there === undefined) return [{ kind: 'removed', seq: head.seq, eventId: null }]
  const isSame = there.hash.toString('base64url') === head.hash
  return isSame ? [] : [{ kind: 'reordered', seq: head.seq, eventId: null }]
}

// Whether the chain begins and ends where it was written that it does.
const judgeEnds = (key: Buffer, chain: Chain | undefined, reached: End): Finding[] => {
  if (chain === undefined) return []
  const { firstSeq, lastSeq, lastHash } = chain
  const first: Finding[] = isEnd(key, 'first', chain)
    ? []
    : [{ kind: 'removed', seq: firstSeq, eventId: null }]
  if (reached.seq < lastSeq) return [...first, ...gap(reached.seq + 1, lastSeq + 1)]
  const isLast = reached.hash.equals(lastHash) && isEnd(key, 'last', chain)
  return isLast ? first : [...first, { kind: 'reordered', seq: reached.seq, eventId: null }]
}

type Against = {
  readonly now: Date
  /** An end that was noted elsewhere. */
  readonly head?: Head | undefined
}

const verifyIn = async (
  db: Database,
  key: Buffer,
  tenantId: string,
  { head, now }: Against,
): Promise<Verified> => {
  const waiting = await countWaiting(db, tenantId)
  const chain = await readChain(db, tenantId)
  const start =
    chain === undefined
      ? beginningOf(key, tenantId)
      : { seq: chain.firstSeq, hash: chain.firstHash }
  const { findings, seq, hash, entries } = await walkChain(db, key, tenantId, { start, now })
  findings.push(...judgeEnds(key, chain, { seq, hash }))
  findings.push(...(await missedHead(db, tenantId, head, start)), ...(await unlinked(db, tenantId)))
  const last = chain === undefined ? undefined : { seq, hash: hash.toString('base64url') }
  return { entries, waiting, findings: findings.slice(0, mostFindings), last }
}

/**
 * Goes through the whole log of one organization, as it stands at one moment.
 */
export const verifyChain = (
  db: Database,
  sealKey: Buffer,
  tenantId: string,
  against: Against,
): Promise<Verified> =>
  transaction(db, async (tx) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(tx)
    return verifyIn(tx, chainKey(sealKey), tenantId, against)
  })

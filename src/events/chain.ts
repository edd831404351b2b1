/** Making the links of the audit log, a moment after its entries were written. */
import { inBatches } from '../store/batches.ts'
import { transaction, type Database } from '../store/database.ts'
import {
  addressDigestOf,
  beginningOf,
  chainKey,
  digestOf,
  hashOf,
  macOf,
  newSalt,
  type End,
} from './chain.rule.ts'
import {
  insertLinks,
  linkAlone,
  listTrimmable,
  lockChains,
  removeBeginning,
  setFirst,
  setLast,
  takeWaiting,
  type Chain,
  type NewLink,
  type Waiting,
} from './chain.sql.ts'
import { endOfOver } from './verify-chain.ts'

const atOnce = 2_000

const beginChain = (key: Buffer, tenantId: string): Chain => {
  const { seq, hash } = beginningOf(key, tenantId)
  const [firstMac, lastMac] = [
    macOf(key, 'first', tenantId, { seq, hash }),
    macOf(key, 'last', tenantId, { seq, hash }),
  ]
  const [first, last] = [
    { firstSeq: seq, firstHash: hash, firstMac },
    { lastSeq: seq, lastHash: hash, lastMac },
  ]
  return { tenantId, ...first, ...last }
}

const nothing = Buffer.alloc(32)

const linkAfter = (key: Buffer, before: End, entry: Waiting, now: Date): NewLink => {
  const { tenantId, id, content, address } = entry
  const addressSalt = address === null ? null : newSalt()
  const link = {
    tenantId,
    seq: before.seq + 1,
    eventId: id,
    at: entry.at ?? now,
    isSignIn: entry.isSignIn ?? false,
    // An entry that was removed before it had a link is known to have been there.
    digest: content === null ? nothing : digestOf(key, { id, content }),
    addressDigest:
      address === null || addressSalt === null ? null : addressDigestOf(key, addressSalt, address),
  }
  return { ...link, addressSalt, hash: hashOf(key, before.hash, link) }
}

const linkBatch = (db: Database, key: Buffer, now: Date): Promise<number> =>
  transaction(db, async (tx) => {
    await linkAlone(tx)
    const waiting = await takeWaiting(tx, atOnce)
    if (waiting.length === 0) return 0
    const tenantIds = [...new Set(waiting.map(({ tenantId }) => tenantId))]
    const chains = await lockChains(
      tx,
      tenantIds.map((tenantId) => beginChain(key, tenantId)),
    )
    const ends = new Map<string, End>(
      chains.map(({ tenantId, lastSeq: seq, lastHash: hash }) => [tenantId, { seq, hash }]),
    )
    const links = waiting.map((entry) => {
      const before = ends.get(entry.tenantId)
      if (before === undefined) throw new Error('a chain that was begun is not there')
      const link = linkAfter(key, before, entry, now)
      ends.set(entry.tenantId, { seq: link.seq, hash: link.hash })
      return link
    })
    await insertLinks(tx, links)
    await setLast(
      tx,
      [...ends].map(([tenantId, end]) => ({
        tenantId,
        ...end,
        mac: macOf(key, 'last', tenantId, end),
      })),
    )
    return waiting.length
  })

/**
 * Links the entries that wait for it, batch by batch, whatever the organization; safe in several
 * processes at once. Returns how many.
 */
export const linkEntries = async (db: Database, sealKey: Buffer, now: Date): Promise<number> => {
  const key = chainKey(sealKey)
  return inBatches(atOnce, () => linkBatch(db, key, now))
}

/**
 * Removes the links at the beginning of each chain whose entries went with time (R143). The chain
 * then begins after them, which is written down under the key.
 */
export const trimChains = async (db: Database, sealKey: Buffer, now: Date): Promise<void> => {
  const key = chainKey(sealKey)
  for (const tenantId of await listTrimmable(db))
    await transaction(db, async (tx) => {
      const [chain] = await lockChains(tx, [beginChain(key, tenantId)])
      const end = chain === undefined ? undefined : await endOfOver(tx, key, chain, now)
      if (end === undefined || end.seq === chain?.firstSeq) return
      await removeBeginning(tx, tenantId, end)
      await setFirst(tx, { tenantId, ...end, mac: macOf(key, 'first', tenantId, end) })
    })
}

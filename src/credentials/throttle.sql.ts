/**
 * The counts of failed sign-ins. Keys are keyed digests: no address and no name can be read from
 * the table.
 */
import { networkOf } from '../kernel/network.ts'
import { answering, select } from '../store/columns.ts'
import { rows, sql, transaction, type Database } from '../store/database.ts'
import { installationSecret, keyedDigest } from '../store/installation-secret.ts'
import { bucketsOf, remembered, waitMs, type Bucket } from './throttle.rule.ts'

export type Attempt = {
  /**
   * The sign-in name as it was typed, folded; whether such an account exists does not matter here.
   */
  readonly account: string
  /** Counts for its network: of IPv6 that is the first half of it. */
  readonly address: string
  /** The device's own key, when it has signed in to this account before. */
  readonly device: string | undefined
}

export type Keys = readonly { readonly bucket: Bucket; readonly key: Buffer }[]

/** The keys that an attempt is counted under. */
export const throttleKeys = async (db: Database, attempt: Attempt): Promise<Keys> => {
  const secret = await installationSecret(db, 'throttle')
  const network = networkOf(attempt.address)
  const parts: Record<Bucket, readonly string[]> = {
    accountAndAddress: [attempt.account, network],
    address: [network],
    account: [attempt.account],
    device: [attempt.account, attempt.device ?? ''],
  }
  return bucketsOf(attempt.device !== undefined).map((bucket) => ({
    bucket,
    key: keyedDigest(secret, bucket, ...parts[bucket]),
  }))
}

/** What the counts were before a try was counted. */
export type Before = readonly {
  readonly key: Buffer
  readonly bucket: Bucket
  readonly failures: number
  readonly lastFailedAt: Date
}[]
export type Try =
  | { readonly outcome: 'taken'; readonly before: Before }
  | { readonly outcome: 'throttled'; readonly retryAfterMs: number }

type Row = { readonly key: Uint8Array; readonly failures: number; readonly lastFailedAt: Date }

const countsIn = (found: readonly Row[], keys: Keys): Before =>
  keys.flatMap(({ key, bucket }) => {
    const row = found.find((one) => key.equals(one.key))
    return row === undefined
      ? []
      : [{ key, bucket, failures: row.failures, lastFailedAt: row.lastFailedAt }]
  })

/**
 * Asks for a try, and counts it as failed before anything is looked at, so that of tries made at
 * the same moment each knows of the others. A throttled try is not counted: who waits is not made
 * to wait longer, and nothing is written for them (K20). `whenFree` is called when no wait is known
 * of, before anything is written; what it throws ends the try. Tries under one key take turns;
 * sorted, so that two cannot deadlock.
 */
export const takeTry = async (
  db: Database,
  keys: Keys,
  now: Date,
  whenFree: () => void = () => {},
): Promise<Try> => {
  const sorted = keys.toSorted((a, b) => a.key.compare(b.key))
  const known = await rows(
    db,
    select<Row>({
      key: 'key',
      failures: 'failures',
      lastFailedAt: 'last_failed_at',
    })`from sign_in_throttles where key = any(${sorted.map(({ key }) => key)}::bytea[])`,
  )
  const retryAfterMs = waitMs(countsIn(known, sorted), now)
  if (retryAfterMs > 0) return { outcome: 'throttled', retryAfterMs }
  whenFree()
  return countTry(db, sorted, now)
}

const countTry = (db: Database, sorted: Keys, now: Date): Promise<Try> =>
  transaction(db, async (tx) => {
    // The same statement makes a row or takes its lock: between two, somebody's success could
    // remove it, and this try would count nowhere.
    const found = await rows(
      tx,
      answering<Row>(
        { key: 'key', failures: 'failures', lastFailedAt: 'last_failed_at' },
        (list) => sql`
          insert into sign_in_throttles as t (key, failures, last_failed_at)
          select key, 0, ${now}::timestamptz from unnest(${sorted.map(({ key }) => key)}::bytea[]) as k(key)
          on conflict (key) do update set failures = t.failures
          returning ${list}`,
      ),
    )
    const before = countsIn(found, sorted)
    const retryAfterMs = waitMs(before, now)
    if (retryAfterMs > 0) {
      // Others were faster. The rows that this try has just made stay for nobody.
      await sql`delete from sign_in_throttles where key = any(${sorted.map(({ key }) => key)}::bytea[]) and failures = 0`.execute(
        tx,
      )
      return { outcome: 'throttled', retryAfterMs }
    }
    for (const count of before)
      await sql`update sign_in_throttles set failures = ${remembered(count, now) + 1}, last_failed_at = ${now} where key = ${count.key}`.execute(
        tx,
      )
    return { outcome: 'taken', before }
  })

/**
 * The try was right after all. The failures of the account with this device or address are
 * forgotten; of those that others share, this try is taken back and nothing else: somebody's
 * success neither clears what a guesser did nor makes it look more recent.
 */
export const giveBackTry = async (db: Database, before: Before, now: Date): Promise<void> => {
  const own = before.filter(({ bucket }) => bucket === 'accountAndAddress' || bucket === 'device')
  const shared = before.filter(({ bucket }) => bucket === 'address' || bucket === 'account')
  await sql`delete from sign_in_throttles where key = any(${own.map(({ key }) => key)}::bytea[])`.execute(
    db,
  )
  for (const { key, lastFailedAt } of shared)
    await sql`update sign_in_throttles set failures = greatest(0, failures - 1),
      last_failed_at = case when last_failed_at = ${now} then ${lastFailedAt} else last_failed_at end where key = ${key}`.execute(
      db,
    )
}

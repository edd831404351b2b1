/** The counts of failed sign-ins. Keys are keyed digests: no address and no name can be read from the table. */
import { rows, sql, type Database } from '../store/database.ts'
import { installationSecret, keyedDigest } from './secret.ts'
import { bucketsOf, forgottenAfterMs, type Bucket, type Count } from './throttle.rule.ts'
import { plus } from '../kernel/time.ts'

export type Attempt = {
  /** The sign-in name as it was typed, folded; whether such an account exists does not matter here. */
  readonly account: string
  readonly address: string
  /** The device's own key, when it has signed in to this account before. */
  readonly device: string | undefined
}

export type Keys = readonly { readonly bucket: Bucket; readonly key: Buffer }[]

/** The keys that an attempt is counted under. */
export const throttleKeys = async (db: Database, attempt: Attempt): Promise<Keys> => {
  const secret = await installationSecret(db, 'throttle')
  const parts: Record<Bucket, readonly string[]> = {
    accountAndAddress: [attempt.account, attempt.address],
    address: [attempt.address],
    account: [attempt.account],
    device: [attempt.account, attempt.device ?? ''],
  }
  return bucketsOf(attempt.device !== undefined).map((bucket) => ({ bucket, key: keyedDigest(secret, bucket, ...parts[bucket]) }))
}

/** The counts under these keys. One statement. */
export const readCounts = async (db: Database, keys: Keys): Promise<Count[]> => {
  const found = await rows(
    db,
    sql<{ key: Uint8Array; failures: number; lastFailedAt: Date }>`
      select key, failures, last_failed_at as "lastFailedAt" from sign_in_throttles where key in (${sql.join(keys.map(({ key }) => key))})`,
  )
  return found.flatMap(({ key, ...count }) => {
    const bucket = keys.find((one) => one.key.equals(key))?.bucket
    return bucket === undefined ? [] : [{ bucket, ...count }]
  })
}

/**
 * Counts a failure under each key before the password is looked at, so that tries made at the same moment count too. A count that was
 * forgotten starts anew. One statement; sorted, so that two at once cannot deadlock.
 */
export const countFailure = async (db: Database, keys: Keys, now: Date): Promise<void> => {
  const sorted = keys.toSorted((a, b) => a.key.compare(b.key))
  await sql`
    insert into sign_in_throttles as t (key, failures, last_failed_at)
    values ${sql.join(sorted.map(({ key }) => sql`(${key}, 1, ${now}::timestamptz)`))}
    on conflict (key) do update set last_failed_at = excluded.last_failed_at,
      failures = case when t.last_failed_at < ${plus(now, -forgottenAfterMs)} then 1 else t.failures + 1 end`.execute(db)
}

/** Forgets the failures of the account with this device or address; those of the address and the account as a whole stay. */
export const forgetFailures = async (db: Database, keys: Keys): Promise<void> => {
  const own = keys.filter(({ bucket }) => bucket === 'accountAndAddress' || bucket === 'device')
  const shared = keys.filter(({ bucket }) => bucket === 'address' || bucket === 'account')
  await sql`delete from sign_in_throttles where key in (${sql.join(own.map(({ key }) => key))})`.execute(db)
  // The try itself was counted as a failure before it was known to be none.
  if (shared.length > 0)
    await sql`update sign_in_throttles set failures = greatest(0, failures - 1) where key in (${sql.join(shared.map(({ key }) => key))})`.execute(
      db,
    )
}

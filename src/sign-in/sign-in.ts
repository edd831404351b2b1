/** Signing in at home with a password. The pages call it; so will the OpenID provider. */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Activity, Context } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import { sql, transaction, type Database } from '../store/database.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { maxPasswordBytes } from './password.rule.ts'
import { installationSecret, keyedDigest } from './secret.ts'
import { openSession, type Device } from './session.ts'
import { findAccountByName, type LocalAccount } from './sign-in.sql.ts'
import { waitMs } from './throttle.rule.ts'
import { countFailure, forgetFailures, readCounts, throttleKeys } from './throttle.sql.ts'

export type Credentials = { readonly userPrincipalName: string; readonly password: string; readonly deviceCookie: string | undefined }

export type SignInResult =
  | { outcome: 'signedIn'; token: string; deviceCookie: string; mustChangePassword: boolean }
  /** The name or the password is wrong; which of the two is not said. */
  | { outcome: 'wrong' }
  | { outcome: 'throttled'; retryAfterMs: number }
  /** The password was right, the account is disabled at home (R28, R47). */
  | { outcome: 'disabledAtHome'; account: LocalAccount }
  | { outcome: 'organizationClosed'; account: LocalAccount }

/**
 * Opens a session for the account at home of this name, when the password is right and the account enabled. Failures are counted and
 * slow further tries (throttle.rule.ts). Records user.signedIn and user.signInFailed in the home organization.
 */
export const signIn = async (
  db: Database,
  given: Credentials,
  device: Device,
  context: Pick<Context, 'now' | 'correlationId'>,
): Promise<SignInResult> => {
  const account = given.userPrincipalName.trim().toLowerCase().slice(0, 320)
  const keys = await throttleKeys(db, {
    account,
    address: device.address ?? 'unknown',
    device: await knownDevice(db, account, given.deviceCookie),
  })
  const retryAfterMs = waitMs(await readCounts(db, keys), context.now)
  if (retryAfterMs > 0) return { outcome: 'throttled', retryAfterMs }
  await countFailure(db, keys, context.now)

  const found = await findAccountByName(db, account)
  const tooLong = Buffer.byteLength(given.password) > maxPasswordBytes
  const { right, outdated } = await verifyPassword(tooLong ? '' : given.password, tooLong ? undefined : (found?.passwordHash ?? undefined))
  if (found === undefined || !right) {
    if (found !== undefined) await note(db, found, 'user.signInFailed', 'wrongPassword', context)
    return { outcome: 'wrong' }
  }
  await forgetFailures(db, keys)
  if (!found.accountEnabled || !found.organizationActive) return refuse(db, found, context)
  if (outdated) await upgrade(db, found, given.password)
  return open(db, found, device, await newDeviceCookie(db, account, given.deviceCookie), context)
}

const refuse = async (db: Database, account: LocalAccount, context: Pick<Context, 'now' | 'correlationId'>): Promise<SignInResult> => {
  const outcome = account.accountEnabled ? 'organizationClosed' : 'disabledAtHome'
  await note(db, account, 'user.signInFailed', outcome, context)
  return { outcome, account }
}

const open = (
  db: Database,
  account: LocalAccount,
  device: Device,
  deviceCookie: string,
  context: Pick<Context, 'now' | 'correlationId'>,
): Promise<SignInResult> =>
  transaction(db, async (tx) => {
    const { token } = await openSession(tx, account.personId, device, context.now)
    await sql`update users set last_sign_in_at = ${context.now} where tenant_id = ${account.tenantId} and id = ${account.userId}`.execute(
      tx,
    )
    await note(tx, account, 'user.signedIn', undefined, context)
    return { outcome: 'signedIn', token, deviceCookie, mustChangePassword: account.mustChange }
  })

const upgrade = async (db: Database, { tenantId, userId }: LocalAccount, password: string): Promise<void> => {
  const hash = await hashPassword(password)
  await sql`update local_credentials set password_hash = ${hash} where tenant_id = ${tenantId} and user_id = ${userId}`.execute(db)
}

const note = (
  db: Database,
  { tenantId, userId }: LocalAccount,
  activity: Activity,
  reason: string | undefined,
  context: Pick<Context, 'now' | 'correlationId'>,
): Promise<void> => {
  const happening = { tenantId, activity, target: { kind: 'user', id: userId } as const, ...(reason === undefined ? {} : { reason }) }
  return record(db, eventOf({ ...context, actor: { kind: 'user', id: userId } }, happening))
}

// A device cookie is `<key>.<digest of account and key>`: it proves that this browser has signed in to this account before.
const digestOf = async (db: Database, account: string, key: string): Promise<Buffer> =>
  keyedDigest(await installationSecret(db, 'device'), account, key)

/** The device's key, when its cookie was given for this account. */
const knownDevice = async (db: Database, account: string, cookie: string | undefined): Promise<string | undefined> => {
  const [key = '', digest = ''] = cookie?.split('.') ?? []
  if (key === '') return undefined
  const expected = await digestOf(db, account, key)
  const found = Buffer.from(digest, 'base64url')
  return found.length === expected.length && timingSafeEqual(found, expected) ? key : undefined
}

const newDeviceCookie = async (db: Database, account: string, before: string | undefined): Promise<string> => {
  const key = (await knownDevice(db, account, before)) ?? randomBytes(16).toString('base64url')
  return `${key}.${(await digestOf(db, account, key)).toString('base64url')}`
}

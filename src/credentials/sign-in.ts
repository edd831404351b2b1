/** Signing in at home with a password. The pages call it; so will the OpenID provider. */
import { noteActivity } from '../directory/users/last-activity.sql.ts'
import { byUser } from '../events/context.ts'
import type { Activity, Around } from '../events/event.ts'
import { eventInsertFrom, eventOf, record } from '../events/record.ts'
import { newId, type TenantId, type UserId } from '../kernel/ids.ts'
import { networkOf } from '../kernel/network.ts'
import { sql, transaction, type Database } from '../store/database.ts'
import { hashPassword, verifyPassword } from './password/password.ts'
import { takeTurn, type Turn } from './password/threads.ts'
import { maxPasswordBytes } from './password/password.rule.ts'
import type { Device } from '../people/sessions.ts'
import type { SignInMethod } from '../wire/account-access.ts'
import { openSession } from '../people/open-session.ts'
import { findAccountByName, type LocalAccount } from './account.sql.ts'
import { giveBackTry, takeTry, throttleKeys, type Before } from './throttle.sql.ts'
import { foldedName, knownDevice, newDeviceCookie } from './known-device.ts'

export type Credentials = {
  readonly userPrincipalName: string
  readonly password: string
  readonly deviceCookie: string | undefined
}

/** A session at home. */
export type Opened = {
  outcome: 'signedIn'
  token: string
  deviceCookie: string
}

/**
 * The password was right, and is one that somebody else gave: another has to be chosen before there
 * is a session. `method`: how far they have come.
 */
export type NewPasswordNeeded = {
  outcome: 'newPasswordNeeded'
  account: LocalAccount
  method: SignInMethod
}

/** The account is not to be used, whatever was proved (R28, R47). */
export type RefusedAtHome = {
  outcome: 'disabledAtHome' | 'organizationClosed'
  account: LocalAccount
}

export type SignInResult =
  | Opened
  /**
   * The password was right, and the account has an authenticator app: its code is asked for next.
   * No session yet.
   */
  | { outcome: 'codeNeeded'; account: LocalAccount }
  | NewPasswordNeeded
  /** The name or the password is wrong; which of the two is not said. */
  | { outcome: 'wrong' }
  | { outcome: 'throttled'; retryAfterMs: number }
  | RefusedAtHome

/**
 * Opens a session for the account at home of this name, when the password is right and the account
 * enabled. Failures are counted and slow further tries (throttle.rule.ts). Records user.signedIn
 * and user.signInFailed in the home organization.
 */
export const signIn = async (
  db: Database,
  given: Credentials,
  device: Device,
  context: Around,
): Promise<SignInResult> => {
  const name = foldedName(given.userPrincipalName)
  const address = device.address ?? 'unknown'
  const knownKey = await knownDevice(db, name, given.deviceCookie)
  const keys = await throttleKeys(db, { account: name, address, device: knownKey })
  let turn: Turn | undefined
  try {
    // Whoever finds the line of those whose passwords are looked at full is told so before anything
    // is counted or written.
    const taken = await takeTry(db, keys, context.now, () => {
      turn = takeTurn(knownKey === undefined ? 'stranger' : 'known', networkOf(address))
    })
    if (taken.outcome === 'throttled') return taken
    const account = await judgeTry(
      db,
      { name, password: given.password, before: taken.before, turn },
      context,
    )
    return account === undefined
      ? { outcome: 'wrong' }
      : await admit(db, account, { device, deviceCookie: given.deviceCookie }, context)
  } finally {
    turn?.leave()
  }
}

type Tried = {
  readonly name: string
  readonly password: string
  readonly before: Before
  readonly turn: Turn | undefined
}

// The account whose name and password these are. Whether the name is known makes no difference to
// how much is read, hashed and written.
const judgeTry = async (
  db: Database,
  { name, password, before, turn }: Tried,
  context: Around,
): Promise<LocalAccount | undefined> => {
  const found = await findAccountByName(db, name)
  const tooLong = Buffer.byteLength(password) > maxPasswordBytes
  const stored = tooLong ? undefined : (found?.passwordHash ?? undefined)
  const { right, outdated } = await verifyPassword(tooLong ? '' : password, stored, turn)
  if (found === undefined || !right) {
    await noteWrong(db, found, before, context)
    return undefined
  }
  await giveBackTry(db, before, context.now)
  return outdated ? { ...found, passwordHash: await upgrade(db, found, password, turn) } : found
}

// An event belongs to an account that there is. A row is written for every name, in one statement:
// how long that takes tells nothing.
const noteWrong = async (
  db: Database,
  found: LocalAccount | undefined,
  before: Before,
  context: Around,
): Promise<void> => {
  const { tenantId, userId } = found ?? { tenantId: newId<TenantId>(), userId: newId<UserId>() }
  const target = { kind: 'user', id: userId } as const
  const event = eventOf(
    { ...context, actor: target },
    { tenantId, activity: 'user.signInFailed', reason: 'wrongPassword', target },
  )
  const keys = before.map(({ key }) => key)
  await sql`
    with counted as (update sign_in_throttles set failures = failures where key = any(${keys}::bytea[]))
    ${eventInsertFrom(event, sql`(select 1) as one where ${found !== undefined}::boolean`)}`.execute(
    db,
  )
}

const admit = async (
  db: Database,
  account: LocalAccount,
  { device, deviceCookie }: Pick<Entry, 'device' | 'deviceCookie'>,
  context: Around,
): Promise<SignInResult> => {
  const refused = await refuseAtHome(db, account, 'password', context)
  if (refused !== undefined) return refused
  if (account.hasAuthenticator) return { outcome: 'codeNeeded', account }
  return openUnlessForced(db, account, { device, deviceCookie, method: 'password' }, context)
}

/** Opens the session of who has proved the password, unless another has to be chosen first. */
export const openUnlessForced = async (
  db: Database,
  account: LocalAccount,
  entry: Entry,
  context: Around,
): Promise<Opened | NewPasswordNeeded> =>
  account.mustChange
    ? { outcome: 'newPasswordNeeded', account, method: entry.method }
    : openAtHome(db, account, entry, context)

/**
 * The refusal, recorded, of an account that is disabled or whose organization is closed; undefined
 * when it may be used.
 */
export const refuseAtHome = async (
  db: Database,
  account: LocalAccount,
  method: SignInMethod,
  context: Around,
): Promise<RefusedAtHome | undefined> => {
  if (account.accountEnabled && account.organizationActive) return undefined
  const outcome = account.accountEnabled ? 'organizationClosed' : 'disabledAtHome'
  await noteSignIn(db, account, { activity: 'user.signInFailed', reason: outcome, method }, context)
  return { outcome, account }
}

export type Entry = {
  readonly device: Device
  /** The device cookie that the browser had before, if any. */
  readonly deviceCookie: string | undefined
  readonly method: SignInMethod
}

/** Opens a session for the holder of `account`, who has proved who they are, and records it. */
export const openAtHome = async (
  db: Database,
  account: LocalAccount,
  { device, deviceCookie, method }: Entry,
  context: Around,
): Promise<Opened> => {
  const cookie = await newDeviceCookie(db, foldedName(account.userPrincipalName), deviceCookie)
  return transaction(db, async (tx) => {
    const { token } = await openSession(tx, account.personId, device, context.now, {
      method,
      judgedUnder: account.standing,
    })
    await noteActivity(tx, account, context.now)
    await noteSignIn(tx, account, { activity: 'user.signedIn', method }, context)
    return { outcome: 'signedIn', token, deviceCookie: cookie }
  })
}

const upgrade = async (
  db: Database,
  { tenantId, userId }: LocalAccount,
  password: string,
  turn: Turn | undefined,
): Promise<string> => {
  const hash = await hashPassword(password, turn)
  await sql`update local_credentials set password_hash = ${hash} where tenant_id = ${tenantId} and user_id = ${userId}`.execute(
    db,
  )
  return hash
}

type Happened = {
  readonly activity: Activity
  readonly reason?: string
  readonly method?: SignInMethod
}

/** Records a sign-in, or one that failed, at home. */
export const noteSignIn = (
  db: Database,
  { tenantId, userId }: Pick<LocalAccount, 'tenantId' | 'userId'>,
  { activity, reason, method }: Happened,
  context: Around,
): Promise<void> => {
  const happening = { tenantId, activity, target: { kind: 'user', id: userId } as const }
  const more = {
    ...(reason === undefined ? {} : { reason }),
    ...(method === undefined ? {} : { details: { method } }),
  }
  return record(db, eventOf(byUser(context, userId), { ...happening, ...more }))
}

/**
 * The second step of signing in: the code, after the right password. Between the two there is no
 * session, only a sealed cookie.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Around } from '../../events/event.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import type { Database } from '../../store/database.ts'
import type { Device } from '../../people/sessions.ts'
import {
  noteSignIn,
  openAtHome,
  refuseAtHome,
  type Opened,
  type RefusedAtHome,
} from '../sign-in.ts'
import { knownDevice } from '../known-device.ts'
import { findAccountOfUser, type LocalAccount } from '../account.sql.ts'
import { checkSecondStep } from './authenticator.ts'

/** What the browser carries between the two steps, sealed. */
export const halfDone = z.strictObject({
  tenantId: z.uuid(),
  userId: z.uuid(),
  passwordMark: z.string(),
})
type HalfDone = z.infer<typeof halfDone>

// It is for the password that was typed: when that is changed meanwhile, the sign-in starts again.
const passwordMark = ({ passwordHash }: LocalAccount): string =>
  createHash('sha256')
    .update(passwordHash ?? '')
    .digest('base64url')

/** The half-done sign-in of an account whose password was right. */
export const halfDoneOf = (account: LocalAccount): HalfDone => ({
  tenantId: account.tenantId,
  userId: account.userId,
  passwordMark: passwordMark(account),
})

/**
 * The account of a half-done sign-in; undefined when it is gone, or has another password or no
 * authenticator app any more.
 */
export const halfDoneAccount = async (
  db: Database,
  half: HalfDone,
): Promise<LocalAccount | undefined> => {
  const account = await findAccountOfUser(db, half.tenantId as TenantId, half.userId as UserId)
  return account !== undefined &&
    account.hasAuthenticator &&
    passwordMark(account) === half.passwordMark
    ? account
    : undefined
}

export type SecondStepResult =
  | Opened
  | RefusedAtHome
  | { outcome: 'wrong' }
  | { outcome: 'throttled'; retryAfterMs: number }

/**
 * Opens the session when the code is right, unused, and the account still enabled. Records
 * user.signedIn and user.signInFailed at home.
 */
export const finishSignIn = async (
  { db, sealKey }: { db: Database; sealKey: Buffer },
  account: LocalAccount,
  { typed, deviceCookie }: { typed: string; deviceCookie: string | undefined },
  device: Device,
  context: Around,
): Promise<SecondStepResult> => {
  const refused = await refuseAtHome(db, account, 'password', context)
  if (refused !== undefined) return refused
  const known = await knownDevice(db, account.userPrincipalName, deviceCookie)
  const result = await checkSecondStep(
    { db, sealKey },
    account,
    { typed, device: known },
    context.now,
  )
  if (result.outcome === 'throttled') return result
  if (result.outcome !== 'right') {
    await noteSignIn(
      db,
      account,
      { activity: 'user.signInFailed', reason: 'wrongCode', method: 'authenticator' },
      context,
    )
    return { outcome: 'wrong' }
  }
  return openAtHome(db, account, { device, deviceCookie, method: result.method }, context)
}

/**
 * The second step of signing in: the code, after the right password. Between the two there is no
 * session, only a sealed cookie.
 */
import type { Around } from '../../events/event.ts'
import type { Database } from '../../store/database.ts'
import type { Device } from '../../people/sessions.ts'
import {
  noteSignIn,
  openAtHome,
  openUnlessForced,
  refuseAtHome,
  type NewPasswordNeeded,
  type Opened,
  type RefusedAtHome,
} from '../sign-in.ts'
import { knownDevice } from '../known-device.ts'
import type { LocalAccount } from '../account.sql.ts'
import { halfDoneAccount, type HalfDone } from '../half-done.ts'
import { checkSecondStep } from './authenticator.ts'

/**
 * The account of a half-done sign-in; undefined when it is gone, or has another password or no
 * authenticator app any more.
 */
export const accountOfSecondStep = async (
  db: Database,
  half: HalfDone,
): Promise<LocalAccount | undefined> => {
  const account = await halfDoneAccount(db, half)
  return account?.hasAuthenticator === true ? account : undefined
}

export type SecondStepResult =
  | Opened
  | NewPasswordNeeded
  | RefusedAtHome
  | { outcome: 'wrong' }
  | { outcome: 'throttled'; retryAfterMs: number }

type Given = {
  readonly typed: string
  readonly deviceCookie: string | undefined
  /** What was proved before the code is the password. */
  readonly byPassword: boolean
}

/**
 * Opens the session when the code is right, unused, and the account still enabled. Records
 * user.signedIn and user.signInFailed at home.
 */
export const finishSignIn = async (
  { db, sealKey }: { db: Database; sealKey: Buffer },
  account: LocalAccount,
  { typed, deviceCookie, byPassword }: Given,
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
  const entry = { device, deviceCookie, method: result.method }
  return byPassword
    ? openUnlessForced(db, account, entry, context)
    : openAtHome(db, account, entry, context)
}

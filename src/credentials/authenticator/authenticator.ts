/** The authenticator app of a local account: setting it up, checking its codes, removing it. */
import { byUser } from '../../events/context.ts'
import type { Around } from '../../events/event.ts'
import { seal, unseal } from '../../kernel/sealing.ts'
import { hourMs, plus } from '../../kernel/time.ts'
import { transaction, type Database } from '../../store/database.ts'
import { noteFactorChange, type FactorChange } from '../change.ts'
import type { LocalAccount } from '../account.sql.ts'
import { giveBackTry, takeTry, throttleKeys } from '../throttle.sql.ts'
import { newRecoveryCodes, newSecret, readCode, stepOf } from './code.ts'
import {
  confirm,
  deleteAuthenticator,
  findAuthenticator,
  keepUnconfirmed,
  replaceRecoveryCodes,
  spendRecoveryCode,
  spendStep,
  type Authenticator,
  type Which,
} from './authenticator.sql.ts'

/** How long a secret waits for its first code. */
export const setUpLifetimeMs = hourMs

type Holder = Pick<LocalAccount, 'tenantId' | 'userId' | 'personId'>
type Keyed = { readonly db: Database; readonly sealKey: Buffer }

// A sealed secret opens for its own user alone, so a row cannot be moved to another.
const purposeOf = ({ tenantId, userId }: Which): string => `authenticator/${tenantId}/${userId}`

const secretOf = (sealKey: Buffer, which: Which, { sealedSecret }: Authenticator): string =>
  unseal(sealKey, purposeOf(which), sealedSecret)

/**
 * Makes a secret that waits for its first code. `alreadySetUp`: the one that is set up has to be
 * removed first, which needs a code.
 */
export const startAuthenticator = async (
  { db, sealKey }: Keyed,
  which: Which,
  now: Date,
): Promise<{ outcome: 'started' | 'alreadySetUp' }> =>
  (await keepUnconfirmed(db, which, seal(sealKey, purposeOf(which), newSecret()), now))
    ? { outcome: 'started' }
    : { outcome: 'alreadySetUp' }

/**
 * The secret that waits for its first code, to be shown; undefined when none does, or it has waited
 * too long.
 */
export const waitingSecret = async (
  { db, sealKey }: Keyed,
  which: Which,
  now: Date,
): Promise<string | undefined> => {
  const found = await findAuthenticator(db, which)
  return found === undefined ||
    found.confirmedAt !== null ||
    found.createdAt <= plus(now, -setUpLifetimeMs)
    ? undefined
    : secretOf(sealKey, which, found)
}

export type ConfirmResult =
  | { outcome: 'confirmed'; recoveryCodes: readonly string[] }
  | { outcome: 'wrong' | 'over' }

/**
 * Switches the app on when `typed` is its code of now. Returns the recovery codes, which can be
 * read this once.
 */
export const confirmAuthenticator = async (
  { db, sealKey }: Keyed,
  which: Holder,
  typed: string,
  context: Around,
): Promise<ConfirmResult> => {
  const found = await findAuthenticator(db, which)
  if (
    found === undefined ||
    found.confirmedAt !== null ||
    found.createdAt <= plus(context.now, -setUpLifetimeMs)
  )
    return { outcome: 'over' }
  const step = stepOf(secretOf(sealKey, which, found), readCode(typed)?.code ?? '', context.now)
  if (step === undefined) return { outcome: 'wrong' }
  return transaction(db, async (tx) => {
    if (!(await confirm(tx, which, { createdAt: found.createdAt, step }, context.now)))
      return { outcome: 'over' }
    const recoveryCodes = newRecoveryCodes()
    await replaceRecoveryCodes(tx, which, recoveryCodes)
    await note(tx, which, 'user.authenticatorAdded', context)
    return { outcome: 'confirmed', recoveryCodes }
  })
}

export type CheckResult =
  | { outcome: 'right'; method: 'authenticator' | 'recoveryCode' }
  | { outcome: 'wrong' }
  | { outcome: 'throttled'; retryAfterMs: number }
  /** There is no authenticator app. */
  | { outcome: 'none' }

/**
 * Whether `typed` is the code of now, or a recovery code; either is used up by this. Tries are
 * counted by the user, whatever address they come from, apart from those of the `device` that the
 * user has signed in on before: so nobody guesses, and nobody is locked out of their own device.
 */
export const checkSecondStep = async (
  { db, sealKey }: Keyed,
  which: Which,
  { typed, device }: { typed: string; device: string | undefined },
  now: Date,
): Promise<CheckResult> => {
  const keys = await throttleKeys(db, {
    account: `code/${which.userId}`,
    address: '',
    device: device ?? 'unknown',
  })
  const taken = await takeTry(db, keys, now)
  if (taken.outcome === 'throttled') return taken
  const found = await findAuthenticator(db, which)
  if (found === undefined || found.confirmedAt === null) return { outcome: 'none' }
  const method = await spend({ db, sealKey }, which, found, typed, now)
  if (method === undefined) return { outcome: 'wrong' }
  await giveBackTry(db, taken.before, now)
  return { outcome: 'right', method }
}

const spend = async (
  { db, sealKey }: Keyed,
  which: Which,
  found: Authenticator,
  typed: string,
  now: Date,
) => {
  const code = readCode(typed)
  if (code === undefined) return undefined
  if (code.kind === 'recovery')
    return (await spendRecoveryCode(db, which, code.code)) ? 'recoveryCode' : undefined
  const step = stepOf(secretOf(sealKey, which, found), code.code, now)
  return step !== undefined && (await spendStep(db, which, step)) ? 'authenticator' : undefined
}

/** Removes the app and its recovery codes. The caller has checked a code. */
export const removeAuthenticator = (db: Database, which: Holder, context: Around): Promise<void> =>
  transaction(db, async (tx) => {
    await deleteAuthenticator(tx, which)
    await note(tx, which, 'user.authenticatorRemoved', context)
  })

/**
 * Makes new recovery codes in place of the old ones. The caller has checked a code. They can be
 * read this once.
 */
export const renewRecoveryCodes = (
  db: Database,
  which: Holder,
  context: Around,
): Promise<readonly string[]> =>
  transaction(db, async (tx) => {
    const codes = newRecoveryCodes()
    await replaceRecoveryCodes(tx, which, codes)
    await note(tx, which, 'user.recoveryCodesMade', context)
    return codes
  })

const note = (
  tx: Database,
  { personId, userId }: Holder,
  activity: FactorChange,
  context: Around,
): Promise<void> => noteFactorChange(tx, personId, activity, byUser(context, userId))

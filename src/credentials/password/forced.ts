/** The password that takes the place of one that somebody else gave, before there is a session. */
import { lockLiveTarget } from '../../directory/target.sql.ts'
import { byUser } from '../../events/context.ts'
import type { Around } from '../../events/event.ts'
import { transaction, type Database } from '../../store/database.ts'
import { findAccountOfUser } from '../account.sql.ts'
import { halfDoneAccount, type HalfDone } from '../half-done.ts'
import {
  openAtHome,
  refuseAtHome,
  type Entry,
  type Opened,
  type RefusedAtHome,
} from '../sign-in.ts'
import type { PasswordProblem } from './password.rule.ts'
import { judgeNext, storePassword } from './set.ts'

export type ChooseForcedResult =
  | Opened
  | RefusedAtHome
  | { outcome: 'weak'; problems: PasswordProblem[] }
  /** The password was changed meanwhile, or the account is gone: the sign-in starts again. */
  | { outcome: 'over' }

/** Stores the new password and opens the session that the old one was typed for. */
export const chooseForced = async (
  db: Database,
  half: HalfDone,
  password: string,
  entry: Entry,
  context: Around,
): Promise<ChooseForcedResult> => {
  const account = await halfDoneAccount(db, half)
  if (account === undefined) return { outcome: 'over' }
  const refused = await refuseAtHome(db, account, entry.method, context)
  if (refused !== undefined) return refused
  const problems = await judgeNext(account, password)
  if (problems.length > 0) return { outcome: 'weak', problems }
  const { tenantId, userId, personId } = account
  return transaction(db, async (tx) => {
    // Whoever changes what the account signs in with holds it too: read again under its lock.
    await lockLiveTarget(tx, { tenantId, userId })
    if ((await halfDoneAccount(tx, half)) === undefined) return { outcome: 'over' }
    await storePassword(tx, { tenantId, userId, personId, password }, byUser(context, userId))
    // What is judged is what the session counts from: hashing takes time, in which somebody may
    // have been disabled.
    const changed = await findAccountOfUser(tx, tenantId, userId)
    if (changed === undefined) return { outcome: 'over' }
    return (
      (await refuseAtHome(tx, changed, entry.method, context)) ??
      openAtHome(tx, changed, entry, context)
    )
  })
}

/** A person chooses another password, knowing the present one. */
import { byUser } from '../../events/context.ts'
import type { Around } from '../../events/event.ts'
import type { Database } from '../../store/database.ts'
import { judgeNext, storePassword } from './set.ts'
import type { PasswordProblem } from './password.rule.ts'
import { verifyPassword } from './password.ts'
import type { PersonId, SessionId } from '../../kernel/ids.ts'
import { findAccountOfPerson } from '../account.sql.ts'
import { giveBackTry, takeTry, throttleKeys } from '../throttle.sql.ts'

export type ChangePasswordResult =
  | { outcome: 'changed' }
  | { outcome: 'wrong' }
  | { outcome: 'weak'; problems: PasswordProblem[] }
  | { outcome: 'throttled'; retryAfterMs: number }
  /** The person does not sign in with a password here. */
  | { outcome: 'noPassword' }

/** Who changes it; the session that stays is the one that it is changed in. */
type Changing = { readonly personId: PersonId; readonly sessionId?: SessionId | undefined }

/**
 * Changes the password and ends the person's other sessions. A stolen session cannot guess the
 * present password: tries are slowed, by whichever door they come.
 */
export const changePassword = async (
  db: Database,
  { personId: whose, sessionId }: Changing,
  given: { current: string; wanted: string },
  context: Around,
): Promise<ChangePasswordResult> => {
  const account = await findAccountOfPerson(db, whose)
  if (account === undefined || account.passwordHash === null) return { outcome: 'noPassword' }
  const keys = await throttleKeys(db, {
    account: account.userId,
    address: 'change',
    device: whose,
  })
  const taken = await takeTry(db, keys, context.now)
  if (taken.outcome === 'throttled') return taken
  if (!(await verifyPassword(given.current, account.passwordHash)).right)
    return { outcome: 'wrong' }
  await giveBackTry(db, taken.before, context.now)
  const problems = await judgeNext(account, given.wanted)
  if (problems.length > 0) return { outcome: 'weak', problems }

  const { tenantId, userId, personId } = account
  await storePassword(
    db,
    { tenantId, userId, personId, password: given.wanted, ...(sessionId && { except: sessionId }) },
    byUser(context, userId),
  )
  return { outcome: 'changed' }
}

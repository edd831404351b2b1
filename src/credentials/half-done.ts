/**
 * A sign-in that is half done: something is proved, and there is no session yet. What the browser
 * carries meanwhile, sealed.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { TenantId, UserId } from '../kernel/ids.ts'
import type { Database } from '../store/database.ts'
import { findAccountOfUser, type LocalAccount } from './account.sql.ts'

export const halfDone = z.strictObject({
  tenantId: z.uuid(),
  userId: z.uuid(),
  passwordMark: z.string(),
})
export type HalfDone = z.infer<typeof halfDone>

// It is for the password that was typed: when that is changed meanwhile, the sign-in starts again.
const passwordMark = ({ passwordHash }: LocalAccount): string =>
  createHash('sha256')
    .update(passwordHash ?? '')
    .digest('base64url')

/** The half-done sign-in of an account. */
export const halfDoneOf = (account: LocalAccount): HalfDone => ({
  tenantId: account.tenantId,
  userId: account.userId,
  passwordMark: passwordMark(account),
})

/** Its account; undefined when that is gone, or has another password. */
export const halfDoneAccount = async (
  db: Database,
  half: HalfDone,
): Promise<LocalAccount | undefined> => {
  const account = await findAccountOfUser(db, half.tenantId as TenantId, half.userId as UserId)
  return account !== undefined && passwordMark(account) === half.passwordMark ? account : undefined
}

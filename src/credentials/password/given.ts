/**
 * The password that an administrator gives somebody at home, with the user or later. Who gives one
 * may come in by it, so it is judged and noted as a password link is (R49, K16).
 */
import { wayInRefusal, type Authority } from '../../directory/authority.ts'
import { lockLiveTarget } from '../../directory/target.sql.ts'
import { createMember, type CreateUserResult, type NewUser } from '../../directory/users/create.ts'
import {
  updateUser,
  type UpdateUserResult,
  type UserChanges,
} from '../../directory/users/update.ts'
import { noteWayIn } from '../../directory/users/ways-in.sql.ts'
import type { Which } from '../../directory/lock-user.sql.ts'
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { attempt, changed, sql, undo, type Database } from '../../store/database.ts'
import type { PasswordProfile } from '../../wire/graph/users/user.ts'
import { findAccountOfUser } from '../account.sql.ts'
import type { PasswordProblem } from './password.rule.ts'
import { judgePassword, storePassword } from './set.ts'

type Given = { readonly passwordProfile?: PasswordProfile | null }
/** Why a password was not given. */
export type NotGiven =
  | { outcome: 'weak'; problems: PasswordProblem[] }
  /** They sign in at another organization. */
  | { outcome: 'homeElsewhere' }
  /** There is none that could have to be changed. */
  | { outcome: 'noPassword' }
  /** `yourself`: one's own is changed by who knows the present one. */
  | { outcome: 'notFound' | 'targetTooHigh' | 'yourself' }

const givePassword = async (
  tx: Database,
  which: Which,
  { password, forceChangePasswordNextSignIn: mustChange = true }: PasswordProfile,
  authority: Authority,
  context: Context,
): Promise<NotGiven | undefined> => {
  const target = await lockLiveTarget(tx, which)
  if (target === undefined) return { outcome: 'notFound' }
  const refused = wayInRefusal(authority, which.userId, target, 'givePassword')
  if (refused !== undefined) return { outcome: refused }
  const account = await findAccountOfUser(tx, which.tenantId, which.userId)
  if (account === undefined) return { outcome: 'homeElsewhere' }
  if (password === undefined) return forceChange(tx, which, mustChange, context)
  const problems = await judgePassword(account, password)
  if (problems.length > 0) return { outcome: 'weak', problems }
  const { personId } = account
  await storePassword(tx, { ...which, personId, password, mustChange }, context)
  await noteWayIn(tx, which, { kind: 'passwordLink' }, authority, context.now)
  return undefined
}

const forceChange = async (
  tx: Database,
  { tenantId, userId }: Which,
  mustChange: boolean,
  context: Context,
): Promise<NotGiven | undefined> => {
  const done = await changed(
    tx,
    sql`update local_credentials set must_change = ${mustChange} where tenant_id = ${tenantId} and user_id = ${userId}`,
  )
  if (done === 0) return { outcome: 'noPassword' }
  const event = {
    tenantId,
    activity: 'user.updated',
    target: { kind: 'user', id: userId },
  } as const
  await record(tx, eventOf(context, { ...event, details: { properties: ['passwordProfile'] } }))
  return undefined
}

/** Makes a member, with a password where one is given; all of it or nothing. */
export const createWithPassword = (
  db: Database,
  tenantId: TenantId,
  { passwordProfile, ...user }: NewUser & Given,
  authority: Authority,
  context: Context,
): Promise<CreateUserResult | { outcome: 'notGiven'; why: NotGiven }> =>
  passwordProfile == null
    ? createMember(db, tenantId, user, context)
    : attempt(db, async (tx) => {
        const made = await createMember(tx, tenantId, user, context)
        if (made.outcome !== 'created') return made
        const which = { tenantId, userId: made.userId }
        const refused = await givePassword(tx, which, passwordProfile, authority, context)
        return refused === undefined ? made : undo({ outcome: 'notGiven' as const, why: refused })
      })

/** Changes a user, with the password where one is given; all of it or nothing. */
export const updateWithPassword = (
  db: Database,
  which: Which,
  { passwordProfile, ...changes }: UserChanges & Given,
  authority: Authority,
  context: Context,
): Promise<UpdateUserResult | { outcome: 'notGiven'; why: NotGiven }> =>
  attempt(db, async (tx) => {
    const result = await updateUser(tx, which, changes, authority, context)
    if (result.outcome !== 'updated' || passwordProfile == null) return result
    const refused = await givePassword(tx, which, passwordProfile, authority, context)
    return refused === undefined ? result : undo({ outcome: 'notGiven' as const, why: refused })
  })

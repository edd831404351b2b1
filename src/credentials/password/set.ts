/** Setting the password of a local account. */
import type { Context } from '../../events/event.ts'
import { endAccess } from '../../directory/users/end-access.ts'
import type { Which } from '../../directory/lock-user.sql.ts'
import type { PersonId, SessionId, TenantId, UserId } from '../../kernel/ids.ts'
import { answering } from '../../store/columns.ts'
import { firstRow, sql, transaction, type Database } from '../../store/database.ts'
import { isCommonPassword } from './common-passwords.ts'
import { noteFactorChange } from '../change.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { passwordProblems, type PasswordProblem } from './password.rule.ts'
import { findAccountOfUser, type LocalAccount } from '../account.sql.ts'

type Named = Pick<
  LocalAccount,
  'displayName' | 'givenName' | 'surname' | 'mail' | 'userPrincipalName' | 'organizationName'
>

/** What is wrong with `password` for the holder of `account`; nothing when it can be used. */
export const judgePassword = async (
  account: Named,
  password: string,
): Promise<PasswordProblem[]> => {
  const { displayName, givenName, surname, mail, userPrincipalName, organizationName } = account
  const localParts = [mail, userPrincipalName].flatMap((address) => address?.split('@')[0] ?? [])
  const names = [
    displayName,
    givenName,
    surname,
    organizationName,
    ...localParts,
    ...displayName.split(/\s+/),
  ].filter((name) => name !== null)
  return [...passwordProblems({ password, names, isCommon: await isCommonPassword(password) })]
}

const nobody: Named = {
  displayName: '',
  givenName: null,
  surname: null,
  mail: null,
  userPrincipalName: '',
  organizationName: '',
}

/**
 * The same for whoever is a user of an organization: with the names of their account there, and of
 * nobody's where their home is elsewhere.
 */
export const judgeFor = async (
  db: Database,
  { tenantId, userId }: Which,
  password: string,
): Promise<PasswordProblem[]> =>
  judgePassword((await findAccountOfUser(db, tenantId, userId)) ?? nobody, password)

/** The same of one that takes the place of another: it has to be another. */
export const judgeNext = async (
  account: LocalAccount,
  password: string,
): Promise<PasswordProblem[]> => {
  const problems = await judgePassword(account, password)
  const { right } = await verifyPassword(password, account.passwordHash ?? undefined)
  return right ? ['unchanged', ...problems] : problems
}

type Setting = {
  readonly personId: PersonId
  readonly tenantId: TenantId
  readonly userId: UserId
  readonly password: string
  /** The next sign-in has to choose another. */
  readonly mustChange?: boolean
  /** All access of the person ends, except by this session (R126). */
  readonly except?: SessionId
}

/**
 * Stores the password, ends the person's access by other sessions and open links, and records it,
 * in one transaction. The password has been judged.
 */
export const storePassword = async (
  db: Database,
  setting: Setting,
  context: Context,
): Promise<void> => {
  const hash = await hashPassword(setting.password)
  const { tenantId, userId } = setting
  await transaction(db, async (tx) => {
    const stored = await firstRow(
      tx,
      answering<{ isFirst: boolean }>(
        { isFirst: sql`xmax = 0` },
        (list) => sql`
          insert into local_credentials (tenant_id, user_id, password_hash, changed_at, must_change)
          values (${tenantId}, ${userId}, ${hash}, ${context.now}, ${setting.mustChange ?? false})
          on conflict (tenant_id, user_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at, must_change = excluded.must_change
          returning ${list}`,
      ),
    )
    await sql`delete from password_links where tenant_id = ${tenantId} and user_id = ${userId}`.execute(
      tx,
    )
    await endAccess(
      tx,
      setting,
      context.now,
      setting.except === undefined ? undefined : { session: setting.except },
    )
    await noteFactorChange(tx, setting.personId, 'user.passwordChanged', context, {
      isFirst: stored?.isFirst === true,
    })
  })
}

export type SetPasswordResult =
  | { outcome: 'set' }
  | { outcome: 'notFound' }
  | { outcome: 'weak'; problems: PasswordProblem[] }

/**
 * Sets the password of a user at home, for operators and seeds. `notFound` when the user is not
 * live or has its home elsewhere.
 */
export const setPassword = async (
  db: Database,
  setting: Omit<Setting, 'personId'>,
  context: Context,
): Promise<SetPasswordResult> => {
  const account = await findAccountOfUser(db, setting.tenantId, setting.userId)
  if (account === undefined) return { outcome: 'notFound' }
  const problems = await judgePassword(account, setting.password)
  if (problems.length > 0) return { outcome: 'weak', problems }
  await storePassword(db, { ...setting, personId: account.personId }, context)
  return { outcome: 'set' }
}

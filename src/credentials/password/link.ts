/**
 * A link that lets its bearer set the password of one account, once: for new members, and for those
 * who forgot theirs.
 */
import { wayInRefusal, type Authority } from '../../directory/authority.ts'
import { lockLiveTarget } from '../../directory/target.sql.ts'
import { mayComeIn, noteWayIn } from '../../directory/users/ways-in.sql.ts'
import { byUser } from '../../events/context.ts'
import type { Around, Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { dayMs, plus } from '../../kernel/time.ts'
import { select } from '../../store/columns.ts'
import { changed, firstRow, sql, transaction, type Database } from '../../store/database.ts'
import { judgePassword, storePassword } from './set.ts'
import type { PasswordProblem } from './password.rule.ts'
import { findAccountOfUser, type LocalAccount } from '../account.sql.ts'
import { newToken, tokenHash } from '../../store/token.ts'

export const passwordLinkLifetimeMs = dayMs

export type PasswordLinkResult =
  | { outcome: 'created'; token: string; expiresAt: Date }
  | { outcome: 'notFound' | 'targetTooHigh' | 'yourself' }

/**
 * Makes the link; an earlier one of the same user stops working. `notFound` when the user is not
 * live or has its home elsewhere; `targetTooHigh` when its roles stand above the caller's (R49),
 * `yourself` for one's own.
 */
export const createPasswordLink = (
  db: Database,
  { tenantId, userId }: { tenantId: TenantId; userId: UserId },
  authority: Authority,
  context: Context,
): Promise<PasswordLinkResult> =>
  transaction(db, async (tx) => {
    const target = await lockLiveTarget(tx, { tenantId, userId })
    if (target === undefined || (await findAccountOfUser(tx, tenantId, userId)) === undefined)
      return { outcome: 'notFound' }
    const refused = wayInRefusal(authority, userId, target, 'givePassword')
    if (refused !== undefined) return { outcome: refused }
    const { token, hash } = newToken()
    const expiresAt = plus(context.now, passwordLinkLifetimeMs)
    await sql`
      insert into password_links (tenant_id, user_id, token_hash, created_at, expires_at) values (${tenantId}, ${userId}, ${hash}, ${context.now}, ${expiresAt})
      on conflict (tenant_id, user_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at, expires_at = excluded.expires_at`.execute(
      tx,
    )
    await noteWayIn(tx, { tenantId, userId }, { kind: 'passwordLink' }, authority, context.now)
    await record(
      tx,
      eventOf(context, {
        tenantId,
        activity: 'user.passwordLinkCreated',
        target: { kind: 'user', id: userId },
      }),
    )
    return { outcome: 'created', token, expiresAt }
  })

/** The account a link is for; undefined when it is unknown, used or over. */
export const findPasswordLink = async (
  db: Database,
  token: string,
  now: Date,
): Promise<LocalAccount | undefined> => {
  const hash = tokenHash(token)
  if (hash === undefined) return undefined
  const link = await firstRow(
    db,
    select<{
      tenantId: TenantId
      userId: UserId
    }>({
      tenantId: 'tenant_id',
      userId: 'user_id',
    })`from password_links where token_hash = ${hash} and expires_at > ${now}`,
  )
  return link === undefined ? undefined : findAccountOfUser(db, link.tenantId, link.userId)
}

export type RedeemLinkResult =
  | { outcome: 'set' }
  | { outcome: 'linkOver' }
  | { outcome: 'weak'; problems: PasswordProblem[] }

/**
 * Sets the password by a link, which works once: of two at the same moment one gets `linkOver`, and
 * so does who has one of somebody too low for the user by now (K16). Ends every session of the
 * person.
 */
export const redeemPasswordLink = async (
  db: Database,
  token: string,
  password: string,
  context: Around,
): Promise<RedeemLinkResult> => {
  const account = await findPasswordLink(db, token, context.now)
  if (account === undefined) return { outcome: 'linkOver' }
  const problems = await judgePassword(account, password)
  if (problems.length > 0) return { outcome: 'weak', problems }

  const { tenantId, userId, personId } = account
  return transaction(db, async (tx) => {
    const target = await lockLiveTarget(tx, { tenantId, userId })
    if (
      target === undefined ||
      !(await mayComeIn(tx, { tenantId, userId }, target, ['passwordLink'], { every: false }))
    )
      return { outcome: 'linkOver' }
    const used = await changed(
      tx,
      sql`delete from password_links where token_hash = ${tokenHash(token)} and expires_at > ${context.now}`,
    )
    if (used === 0) return { outcome: 'linkOver' }
    await storePassword(tx, { tenantId, userId, personId, password }, byUser(context, userId))
    return { outcome: 'set' }
  })
}

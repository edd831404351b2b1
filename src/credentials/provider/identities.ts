/**
 * Tying a member to who they are at their organization's own provider: by issuer and subject, never
 * by an address.
 */
import { lastAdministrator, lockWhereAdministrator } from '../../directory/administrators.sql.ts'
import { authorityReaches, wayInRefusal, type Authority } from '../../directory/authority.ts'
import { endAccess } from '../../directory/users/end-access.ts'
import { homeIssuer, homeIssuerPrefix } from '../../directory/identity-issuer.ts'
import { lockLiveTarget, type LockedTarget } from '../../directory/target.sql.ts'
import { noteWayIn } from '../../directory/users/ways-in.sql.ts'
import type { Context } from '../../events/event.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { isLiveUser } from '../../directory/lock-user.sql.ts'
import { changed, rows, sql, transaction, type Database } from '../../store/database.ts'
import { noteFactorChange } from '../change.ts'
import { listProviders } from './provider.sql.ts'
import { findAccountOfUser, type LocalAccount } from '../account.sql.ts'
import { hasWayIn, readWaysIn } from '../ways-in.sql.ts'

type Which = { readonly tenantId: TenantId; readonly userId: UserId }
export type Identity = { readonly issuer: string; readonly subject: string }
export type TieOutcome =
  | 'tied'
  | 'untied'
  | 'notFound'
  | 'targetTooHigh'
  /** Nobody ties themselves: who has their token alone would come in by it. */
  | 'yourself'
  /** The user's home is another organization, which alone decides how they sign in. */
  | 'homeElsewhere'
  /** The issuer is none of the providers that the organization has named as a home. */
  | 'unknownProvider'
  /** The account at the provider is tied to somebody already. */
  | 'taken'
  /** The only way in of somebody without whom an organization could not be administered (R124). */
  | 'lastAdministrator'

type Judged = { outcome: TieOutcome } | { outcome?: never; account: LocalAccount }

const judge = async (
  tx: Database,
  { tenantId, userId }: Which,
  refusalOf: (target: LockedTarget) => 'yourself' | 'targetTooHigh' | undefined,
): Promise<Judged> => {
  const target = await lockLiveTarget(tx, { tenantId, userId })
  if (target === undefined) return { outcome: 'notFound' }
  // Who can sign in as somebody has what they have (R49).
  const refused = refusalOf(target)
  if (refused !== undefined) return { outcome: refused }
  const account = await findAccountOfUser(tx, tenantId, userId)
  return account === undefined ? { outcome: 'homeElsewhere' } : { account }
}

const hostOf = (issuer: string): string => URL.parse(issuer)?.host ?? issuer

/**
 * Ties a member to an account at a provider that the organization has named as home. The member is
 * told by mail.
 */
export const tieIdentity = (
  db: Database,
  which: Which,
  { issuer, subject }: Identity,
  authority: Authority,
  context: Context,
): Promise<TieOutcome> =>
  transaction(db, async (tx) => {
    const judged = await judge(tx, which, (target) =>
      wayInRefusal(authority, which.userId, target, 'tie'),
    )
    if (judged.outcome !== undefined) return judged.outcome
    const { tenantId } = which
    const isHome = (await listProviders(tx, tenantId)).some(
      (one) => one.issuer === issuer && one.domains !== null && one.disabledAt === null,
    )
    if (!isHome) return 'unknownProvider'
    const { account } = judged
    const made = await changed(
      tx,
      sql`insert into identities (issuer, subject, person_id, created_at)
        values (${homeIssuer(tenantId, issuer)}, ${subject}, ${account.personId}, ${context.now}) on conflict do nothing`,
    )
    if (made === 0) return 'taken'
    await noteWayIn(tx, which, { kind: 'tie' }, authority, context.now)
    await noteFactorChange(tx, account.personId, 'user.identityAdded', context, {
      host: hostOf(issuer),
    })
    return 'tied'
  })

/** Unties a member from an account at a provider; all access ends (R126). */
export const untieIdentity = (
  db: Database,
  which: Which,
  { issuer, subject }: Identity,
  authority: Authority,
  context: Context,
): Promise<TieOutcome> =>
  transaction(db, async (tx) => {
    await lockWhereAdministrator(tx, which)
    const judged = await judge(tx, which, (target) =>
      authorityReaches(authority, target) ? undefined : 'targetTooHigh',
    )
    if (judged.outcome !== undefined) return judged.outcome
    const { personId } = judged.account
    const ways = await readWaysIn(tx, judged.account)
    if (
      hasWayIn(ways) &&
      !hasWayIn(ways, { tie: 1 }) &&
      (await lastAdministrator(tx, which, 'everywhere')) !== undefined
    )
      return 'lastAdministrator'
    const removed = await changed(
      tx,
      sql`delete from identities where issuer = ${homeIssuer(which.tenantId, issuer)} and subject = ${subject} and person_id = ${personId}`,
    )
    if (removed === 0) return 'notFound'
    await endAccess(tx, which, context.now)
    await noteFactorChange(tx, personId, 'user.identityRemoved', context, { host: hostOf(issuer) })
    return 'untied'
  })

export type IdentityRow = Identity & { readonly createdAt: Date }

/**
 * The accounts at the organization's own providers that a member is tied to; undefined when there
 * is no such user. Of a guest it tells nothing.
 */
export const listIdentities = async (
  db: Database,
  which: Which,
): Promise<IdentityRow[] | undefined> => {
  if (!(await isLiveUser(db, which))) return undefined
  const { tenantId, userId } = which
  const prefix = homeIssuerPrefix(tenantId)
  return rows(
    db,
    select<IdentityRow>({
      issuer: sql`substr(i.issuer, ${prefix.length + 1}::int)`,
      subject: 'i.subject',
      createdAt: 'i.created_at',
    })`from live_users u join identities i on i.person_id = u.person_id and starts_with(i.issuer, ${prefix})
      where u.tenant_id = ${tenantId} and u.id = ${userId} order by i.created_at, i.issuer, i.subject limit 100`,
  )
}

/**
 * An administrator removes the passkeys and the authenticator app of a user who lost them, or one
 * of them.
 */
import {
  lastAdministrator,
  lockWhereAdministrator,
  type LastAdministrator,
} from '../directory/administrators.sql.ts'
import { wayInRefusal, type Authority } from '../directory/authority.ts'
import { endAccess } from '../directory/users/end-access.ts'
import type { Which } from '../directory/lock-user.sql.ts'
import { lockLiveTarget } from '../directory/target.sql.ts'
import type { Context } from '../events/event.ts'
import { transaction, type Database } from '../store/database.ts'
import { noteFactorChange } from './change.ts'
import { deleteFactors, type Factors } from './held.sql.ts'
import { findAccountOfUser, type LocalAccount } from './account.sql.ts'
import { deleteAuthenticator } from './authenticator/authenticator.sql.ts'
import { listMethods } from './methods.sql.ts'
import { deletePasskey } from './passkey/passkey.sql.ts'
import { hasWayIn, readWaysIn } from './ways-in.sql.ts'

/** One of them, as methods.sql.ts lists it. */
export type NamedFactor = { readonly kind: 'passkey' | 'authenticator'; readonly id: string }

export type ResetFactorsResult =
  | { outcome: 'reset'; removed: Factors }
  /** The one that was named is not there, or not any more. */
  | { outcome: 'noSuchMethod' }
  /** Not a live user, or one whose home is elsewhere. */
  | { outcome: 'notFound' }
  | { outcome: 'targetTooHigh' }
  /**
   * Nobody takes away their own second step by being an administrator: that needs a code, as for
   * everybody.
   */
  | { outcome: 'yourself' }
  | LastAdministrator

// The recovery codes go with the app.
const remove = async (
  tx: Database,
  account: LocalAccount,
  named: NamedFactor | undefined,
): Promise<Factors | undefined> => {
  if (named === undefined) return deleteFactors(tx, account)
  const found = await listMethods(tx, account, [named.kind])
  if (!found.some(({ id }) => id === named.id)) return undefined
  if (named.kind === 'authenticator') await deleteAuthenticator(tx, account)
  else if (!(await deletePasskey(tx, account.personId, named.id))) return undefined
  return { passkeys: Number(named.kind === 'passkey'), authenticator: named.kind !== 'passkey' }
}

const lastWayIn = async (
  tx: Database,
  account: LocalAccount,
  named: NamedFactor | undefined,
): Promise<LastAdministrator | undefined> => {
  if (named?.kind === 'authenticator') return undefined
  const ways = await readWaysIn(tx, account)
  const passkey = named === undefined ? ways.passkey : 1
  return hasWayIn(ways) && !hasWayIn(ways, { passkey })
    ? lastAdministrator(tx, account, 'everywhere')
    : undefined
}

/**
 * Removes every passkey, the authenticator app and the recovery codes of a user at home, or the one
 * that is named, and ends all access by them (R126). The target's roles are judged as for a
 * password (R49). `lastAdministrator`: the passkeys are the only way in of somebody without whom an
 * organization could not be administered (R124).
 */
export const resetFactors = (
  db: Database,
  { tenantId, userId, named }: Which & { readonly named?: NamedFactor },
  authority: Authority,
  context: Context,
): Promise<ResetFactorsResult> =>
  transaction(db, async (tx) => {
    await lockWhereAdministrator(tx, { tenantId, userId })
    const target = await lockLiveTarget(tx, { tenantId, userId })
    const account = await findAccountOfUser(tx, tenantId, userId)
    if (target === undefined || account === undefined) return { outcome: 'notFound' }
    const refused = wayInRefusal(authority, userId, target, 'resetFactors')
    if (refused !== undefined) return { outcome: refused }
    const last = await lastWayIn(tx, account, named)
    if (last !== undefined) return last
    const removed = await remove(tx, account, named)
    if (removed === undefined) return { outcome: 'noSuchMethod' }
    await endAccess(tx, { tenantId, userId }, context.now)
    const details = { passkeys: removed.passkeys, authenticator: removed.authenticator }
    await noteFactorChange(tx, account.personId, 'user.factorsReset', context, { details })
    return { outcome: 'reset', removed }
  })

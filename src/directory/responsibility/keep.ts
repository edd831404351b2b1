/**
 * Somebody who answers for a guest keeps them: says that the account is still needed (R136), and
 * moves its end date on (R133).
 */
import { readEndsOf } from '../lifecycle/ends.ts'
import { byUser } from '../../events/context.ts'
import type { Around } from '../../events/event.ts'
import { transaction, type Database } from '../../store/database.ts'
import { noteAttested } from '../lifecycle/attest.ts'
import { setEndDate } from '../lifecycle/set-end-date.ts'
import { lockLiveUser } from '../lock-user.sql.ts'
import { isShutTo } from '../proved-account.sql.ts'
import { standingOf, type Standing, type Which, type Who } from './guests.sql.ts'
import { prolongReason, type ProlongReason } from './prolong.rule.ts'
import { mayBeKept } from './keep.rule.ts'

/**
 * Why nothing of it is done. `notFound`: there is no such guest, or they do not answer for them,
 * which is told alike; `notTrusted`: the organization does not trust the session.
 */
export type Kept = { outcome: 'notFound' | 'notTrusted' }

/** Holds the guest, and reads them if the person answers for them then. */
export const holdAnswered = async (
  tx: Database,
  who: Who,
  which: Which,
): Promise<Kept | { outcome: 'held'; guest: Standing }> => {
  if (await isShutTo(tx, which.tenantId, who.sessionId)) return { outcome: 'notTrusted' }
  const guest = await lockLiveUser(tx, which, standingOf(who.personId, which))
  return guest === undefined ? { outcome: 'notFound' } : { outcome: 'held', guest }
}

export type KeepResult =
  | Kept
  | { outcome: 'kept' | 'guestDisabled' }
  | { outcome: 'notProlonged'; reason: ProlongReason }

/**
 * Says that the guest is still needed and, with `until`, moves the end date to then. Whom an
 * administrator has disabled nobody keeps; whom a policy has, is not removed, and stays disabled.
 */
export const keepGuest = (
  db: Database,
  who: Who,
  which: Which,
  until: Date | undefined,
  around: Around,
): Promise<KeepResult> =>
  transaction(db, async (tx): Promise<KeepResult> => {
    const held = await holdAnswered(tx, who, which)
    if (held.outcome !== 'held') return held
    const { guest } = held
    if (!mayBeKept(guest)) return { outcome: 'guestDisabled' }
    const context = byUser(around, guest.sponsorId)
    if (until !== undefined) {
      const ends = await readEndsOf(tx, which, around.now)
      const reason = prolongReason(ends?.endsAt ?? null, until, around.now)
      if (reason !== undefined) return { outcome: 'notProlonged', reason }
      await setEndDate(tx, which, until, context)
    }
    await noteAttested(tx, which, guest, context)
    return { outcome: 'kept' }
  })

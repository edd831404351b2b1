/** Somebody answers for a guest no longer, who stays. */
import { byUser } from '../../events/context.ts'
import type { Around } from '../../events/event.ts'
import { transaction, type Database } from '../../store/database.ts'
import { removeSponsor } from '../links/responsible.ts'
import type { Which, Who } from './guests.sql.ts'
import { holdAnswered, type Kept } from './keep.ts'

export type GiveUpResult = Kept | { outcome: 'givenUp' | 'throughGroup' }

/**
 * Answers for the guest no longer. `throughGroup`: a group of theirs does, which is settled with
 * the group.
 */
export const giveUpGuest = (
  db: Database,
  who: Who,
  which: Which,
  around: Around,
): Promise<GiveUpResult> =>
  transaction(db, async (tx): Promise<GiveUpResult> => {
    const held = await holdAnswered(tx, who, which)
    if (held.outcome !== 'held') return held
    const { direct, sponsorId } = held.guest
    if (!direct) return { outcome: 'throughGroup' }
    await removeSponsor(tx, which, sponsorId, byUser(around, sponsorId))
    return { outcome: 'givenUp' }
  })

/** A guest goes over: from who answers for them to a colleague, or from nobody to a member. */
import { byUser } from '../../events/context.ts'
import type { Around, Context } from '../../events/event.ts'
import type { UserId } from '../../kernel/ids.ts'
import { transaction, type Database } from '../../store/database.ts'
import { removeSponsor } from '../links/responsible.ts'
import { addSponsor } from '../links/sponsors.ts'
import { lockLiveUser } from '../lock-user.sql.ts'
import { isShutTo } from '../proved-account.sql.ts'
import { readLeaver, readSuccessor } from '../succession/facts.sql.ts'
import { successorReasons, type SuccessorReason } from '../succession/succession.rule.ts'
import type { Which, Who } from './guests.sql.ts'
import { holdAnswered, type Kept } from './keep.ts'
import { tellTaken } from './tell-taken.ts'
import { firstSponsor, unansweredOf, whereSeesAll } from './unanswered.sql.ts'

export type PassOnResult =
  | Kept
  | { outcome: 'passedOn' | 'throughGroup' | 'successorNotFound' }
  | { outcome: 'successorRefused'; reasons: readonly SuccessorReason[] }

/** A colleague answers for the guest in one's place, and is told. */
export const passOnGuest = (
  db: Database,
  who: Who,
  which: Which,
  colleagueId: UserId,
  around: Around,
): Promise<PassOnResult> =>
  transaction(db, async (tx): Promise<PassOnResult> => {
    const held = await holdAnswered(tx, who, which)
    if (held.outcome !== 'held') return held
    const { direct, sponsorId } = held.guest
    if (!direct) return { outcome: 'throughGroup' }
    const { tenantId } = which
    const me = await readLeaver(tx, who.personId, tenantId)
    const colleague = { tenantId, userId: colleagueId }
    const found = me === undefined ? undefined : await readSuccessor(tx, colleague, me)
    if (found === undefined) return { outcome: 'successorNotFound' }
    const reasons = successorReasons(found)
    if (reasons.length > 0) return { outcome: 'successorRefused', reasons }
    const context = byUser(around, sponsorId)
    await removeSponsor(tx, which, sponsorId, context)
    await addSponsor(tx, which, colleagueId, context)
    await tellTaken(tx, which, colleagueId, around.now)
    return { outcome: 'passedOn' }
  })

// None of them can act; the first gives way.
const freePlace = async (tx: Database, which: Which, context: Context): Promise<void> => {
  const first = await firstSponsor(tx, which)
  if (first !== undefined) await removeSponsor(tx, which, first, context)
}

export type TakeOverResult = Kept | { outcome: 'taken' | 'answered' }

/**
 * A member answers for a guest from now on for whom nobody did (R136). `notFound`: they are no
 * member who sees all users there. `answered`: somebody was faster.
 */
export const takeOverGuest = (
  db: Database,
  who: Who,
  which: Which,
  around: Around,
): Promise<TakeOverResult> =>
  transaction(db, async (tx): Promise<TakeOverResult> => {
    const { tenantId } = which
    if (await isShutTo(tx, tenantId, who.sessionId)) return { outcome: 'notTrusted' }
    const [me] = await whereSeesAll(tx, who.personId, [tenantId])
    if (me === undefined) return { outcome: 'notFound' }
    const facts = await lockLiveUser(tx, which, unansweredOf(which))
    if (facts === undefined) return { outcome: 'answered' }
    const context = byUser(around, me.userId)
    if ((await addSponsor(tx, which, me.userId, context)).outcome === 'tooMany') {
      await freePlace(tx, which, context)
      await addSponsor(tx, which, me.userId, context)
    }
    return { outcome: 'taken' }
  })

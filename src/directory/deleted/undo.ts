/**
 * Somebody undoes their own leaving by themselves (R142): a restore like an administrator's, by the
 * right of whose user it was.
 */
import { byUser } from '../../events/context.ts'
import type { Around } from '../../events/event.ts'
import type { PersonId, TenantId, UserId } from '../../kernel/ids.ts'
import { attempt, undo, type Database, type Undo } from '../../store/database.ts'
import type { Authority } from '../authority.ts'
import { holdUserOfAnyState } from '../lock-user.sql.ts'
import { undoReasons, type UndoReason } from '../users/undo.rule.ts'
import { readUndoFacts } from '../users/leave.sql.ts'
import { restoreUser } from './restore.ts'

export type UndoResult =
  | { outcome: 'undone'; userId: UserId }
  | { outcome: 'refused'; reasons: readonly UndoReason[] }
  /** Somebody has the name or an address by now: administrators have to settle that. */
  | { outcome: 'taken' }
  | { outcome: 'notFound' }

// Whatever they were there, they were when they left; no role is needed to be it again.
const ownAuthority: Authority = { kind: 'system' }

/**
 * Undoes the leaving of this person there, with the same id and every link whose other end is still
 * there. All reasons against it come at once.
 */
export const undoLeaving = (
  db: Database,
  { personId, tenantId }: { readonly personId: PersonId; readonly tenantId: TenantId },
  around: Around,
): Promise<UndoResult> =>
  attempt(db, async (tx): Promise<UndoResult | Undo<UndoResult>> => {
    const before = await readUndoFacts(tx, personId, tenantId)
    if (before === undefined) return { outcome: 'notFound' }
    // Whoever ends, holds or purges the user holds it: held first, judged next.
    await holdUserOfAnyState(tx, { tenantId, userId: before.userId })
    const facts = await readUndoFacts(tx, personId, tenantId)
    if (facts?.userId !== before.userId) return { outcome: 'notFound' }
    const { userId } = facts
    const reasons = undoReasons(facts, around.now)
    if (reasons.length > 0) return { outcome: 'refused', reasons }
    const context = byUser(around, userId)
    const result = await restoreUser(
      tx,
      { tenantId, userId },
      { undone: true },
      ownAuthority,
      context,
    )
    return result.outcome === 'restored'
      ? { outcome: 'undone', userId }
      : undo<UndoResult>({ outcome: 'taken' })
  })

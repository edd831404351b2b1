/** A person ends their own user in one organization, without asking anybody. */
import { byUser } from '../../events/context.ts'
import type { Around } from '../../events/event.ts'
import { eventOf } from '../../events/record.ts'
import type { EventId, PersonId, TenantId, UserId } from '../../kernel/ids.ts'
import { transaction, type Database } from '../../store/database.ts'
import { untilNotOvertaken, type Overtaken } from '../../store/overtaken.ts'
import { lockTenant } from '../administrators.sql.ts'
import { leaveReasons, type LeaveReason } from './leave.rule.ts'
import {
  readEndedMembership,
  readLeaveFacts,
  unchangedSince,
  type EndedMembership,
  type LiveMembership,
} from './leave.sql.ts'
import { receiptOf } from './receipt.ts'
import { restorableUntil } from './retention.rule.ts'
import { undoableIfLeft, undoableUntil } from './undo.rule.ts'
import { softDelete } from './soft-delete.sql.ts'
import { stayAway } from './stay-away.sql.ts'
import type { Together } from '../../receipts/together.ts'

export type Departure = {
  readonly reference: EventId
  readonly leftAt: Date
  readonly restorableUntil: Date
  /** The organization keeps the data because of a hold (R129). */
  readonly held: boolean
}

export type LeaveResult =
  | { outcome: 'left'; departure: Departure; again: boolean }
  | { outcome: 'blocked'; userId: UserId; reasons: readonly LeaveReason[] }
  /** Somebody else has ended the membership already. */
  | { outcome: 'removed' }
  | { outcome: 'notFound' }

/**
 * `together`: its receipt is one of those. `read`: what was read just now of many at once; where it
 * is so no more, it is read anew. `refusing`: they refuse further invitations with it, so they
 * cannot undo it by themselves, and are told no time.
 */
type Manner = {
  readonly together?: Together
  readonly read?: LiveMembership
  readonly refusing?: boolean
}

/**
 * Ends the person's user in a tenant (R1, R15, R17): soft-deletes it, ends its sessions, records
 * the event and queues the receipt (R20) at once. `blocked` carries every reason that holds.
 * Leaving again returns the first departure, with `again` true, and writes nothing (R45). Who has
 * left and is asked to come back stays away by it, as they had left (R127).
 */
export const leave = (
  db: Database,
  who: { personId: PersonId; tenantId: TenantId },
  context: Around,
  { read, ...manner }: Manner = {},
): Promise<LeaveResult> => {
  let known = read
  let isNowhere = false
  return untilNotOvertaken(async () => {
    const facts = known ?? (await readLeaveFacts(db, who.personId, who.tenantId))
    known = undefined
    if (facts === undefined) {
      const before = await ended(db, who)
      // Who is neither here nor gone can have been brought back between the two readings.
      if (before.outcome !== 'notFound' || isNowhere) return before
      isNowhere = true
      return 'overtaken'
    }
    return facts.isAdministrator
      ? leaveInTurn(db, who, context, manner)
      : leaveWith(db, facts, who, context, manner)
  })
}

/** Administrators leave one at a time, so that two who leave together leave one behind (R42). */
const leaveInTurn = (
  db: Database,
  who: { personId: PersonId; tenantId: TenantId },
  context: Around,
  manner: Omit<Manner, 'read'>,
): Promise<LeaveResult | Overtaken> =>
  transaction(db, async (tx) => {
    await lockTenant(tx, who.tenantId)
    const facts = await readLeaveFacts(tx, who.personId, who.tenantId)
    return facts === undefined ? 'overtaken' : leaveWith(tx, facts, who, context, manner)
  })

/** The leave itself, judged by facts that were read just now. */
export const leaveWith = async (
  db: Database,
  facts: LiveMembership,
  who: { personId: PersonId; tenantId: TenantId },
  around: Around,
  { together, refusing = false }: Omit<Manner, 'read'> = {},
): Promise<LeaveResult | Overtaken> => {
  const { userId } = facts
  const { now } = around
  const reasons = leaveReasons(facts)
  if (reasons.length > 0) return { outcome: 'blocked', userId, reasons }

  const until = restorableUntil(now, facts.retentionDays)
  const happening = {
    tenantId: who.tenantId,
    activity: 'user.left',
    target: { kind: 'user', id: userId },
  } as const
  const event = eventOf(byUser(around, userId), happening)
  if (facts.askedBack) {
    const stays = await stayAway(db, { tenantId: who.tenantId, userId }, event)
    const before = stays ? await readEndedMembership(db, who.personId, who.tenantId) : undefined
    return before === undefined ? 'overtaken' : leftAt(before, false)
  }
  const guard = unchangedSince(facts, who.personId, who.tenantId)
  const ended = { deletedAt: now, restorableUntil: until }
  const undoable = undoableIfLeft({ ...facts, refuses: facts.refuses || refusing }, now, until)
  const receipt = receiptOf(facts, userId, event, { until, undoable }, together)
  const done = await softDelete(db, {
    tenantId: who.tenantId,
    userId,
    by: 'self',
    restorableUntil: until,
    undoEnds: undoableUntil({ ...facts, ...ended }),
    event,
    receipt,
    guard,
  })
  if (!done) return 'overtaken'
  return {
    outcome: 'left',
    departure: { reference: event.id, leftAt: now, restorableUntil: until, held: false },
    again: false,
  }
}

const ended = async (
  db: Database,
  who: { personId: PersonId; tenantId: TenantId },
): Promise<LeaveResult> => {
  const before = await readEndedMembership(db, who.personId, who.tenantId)
  if (before === undefined) return { outcome: 'notFound' }
  return before.by === 'self' ? leftAt(before, true) : { outcome: 'removed' }
}

const leftAt = (
  { reference, deletedAt: leftOn, restorableUntil: until, held }: EndedMembership,
  again: boolean,
): LeaveResult => ({
  outcome: 'left',
  departure: { reference, leftAt: leftOn, restorableUntil: until, held },
  again,
})

/**
 * The clock of a request to be removed is stopped by whoever answers it, with a reason that whoever
 * asked reads, and started again (R32).
 */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { RequestId, TenantId, UserId } from '../../kernel/ids.ts'
import { sql, type Database } from '../../store/database.ts'
import { tellPerson } from '../users/tell.ts'
import { dueAfterHold, whenDue } from './clock.rule.ts'
import { readAnswerPolicy } from './clock.sql.ts'

/** An open request to be removed, held by the transaction. */
export type Holdable = {
  readonly tenantId: TenantId
  readonly requestId: RequestId
  readonly userId: UserId
  readonly dueAt: Date
  readonly heldAt: Date | null
}

export const hold = async (
  tx: Database,
  request: Holdable,
  reason: string,
  context: Context,
): Promise<void> => {
  const { tenantId, requestId } = request
  await sql`update requests set held_at = ${context.now}, hold_reason = ${reason}, next_at = null where tenant_id = ${tenantId} and id = ${requestId}`.execute(
    tx,
  )
  const target = { kind: 'request', id: requestId } as const
  await record(tx, eventOf(context, { tenantId, activity: 'request.held', target }))
  const moved = { request: 'removal', step: 'held', due: null, whenDue: 'expired' } as const
  await tellPerson(tx, request, { kind: 'requestMoved', ...moved, text: reason }, context.now)
}

/** The time that was left when it was held is left again. */
export const release = async (tx: Database, request: Holdable, context: Context): Promise<void> => {
  const { now } = context
  const { tenantId, requestId, heldAt } = request
  const due = dueAfterHold(request.dueAt, heldAt ?? now, now)
  const policy = await readAnswerPolicy(tx, request)
  const end = whenDue('removal', policy)
  await sql`update requests set held_at = null, hold_reason = null, due_at = ${due}, next_at = ${now}, removal_promised = ${end === 'removed'}
    where tenant_id = ${tenantId} and id = ${requestId}`.execute(tx)
  const target = { kind: 'request', id: requestId } as const
  await record(tx, eventOf(context, { tenantId, activity: 'request.holdEnded', target }))
  const moved = {
    request: 'removal',
    step: 'goesOn',
    due: due.toISOString(),
    whenDue: end,
  } as const
  const text = end === 'expired' ? policy.unansweredReason : null
  await tellPerson(tx, request, { kind: 'requestMoved', ...moved, text }, now)
}

/**
 * The clock of requests to be removed is stopped by whoever answers them, with a reason that
 * whoever asked reads, and started again (R32).
 */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { RequestId, TenantId, UserId } from '../../kernel/ids.ts'
import { sql, type Database } from '../../store/database.ts'
import { tellPeople } from '../users/tell.ts'
import { dueAfterHold, dueWhere, whenDue } from './clock.rule.ts'
import { readAnswerPolicy } from './clock.sql.ts'

/** Open requests of one organization to be removed, held by the transaction. */
export type Holdable = {
  readonly requestId: RequestId
  readonly userId: UserId
  readonly askedAt: Date
  readonly dueAt: Date
  readonly heldAt: Date | null
}

const recordAll = (
  tx: Database,
  tenantId: TenantId,
  requests: readonly Holdable[],
  activity: 'request.held' | 'request.holdEnded',
  context: Context,
): Promise<void> =>
  record(
    tx,
    ...requests.map(({ requestId }) =>
      eventOf(context, { tenantId, activity, target: { kind: 'request', id: requestId } }),
    ),
  )

const idsOf = (requests: readonly Holdable[]) => requests.map(({ requestId }) => requestId)

export const hold = async (
  tx: Database,
  tenantId: TenantId,
  requests: readonly Holdable[],
  reason: string,
  context: Context,
): Promise<void> => {
  await sql`update requests set held_at = ${context.now}, hold_reason = ${reason}, next_at = null
    where tenant_id = ${tenantId} and id = any(${idsOf(requests)}::uuid[])`.execute(tx)
  await recordAll(tx, tenantId, requests, 'request.held', context)
  const moved = { request: 'removal', step: 'held', due: null, whenDue: 'expired' } as const
  const told = requests.map(({ userId, askedAt }) => ({
    which: { tenantId, userId },
    told: {
      kind: 'requestMoved',
      ...moved,
      askedAt: askedAt.toISOString(),
      text: reason,
    } as const,
  }))
  await tellPeople(tx, told, context.now)
}

/** The time that was left of each when it was held is left again. */
export const release = async (
  tx: Database,
  tenantId: TenantId,
  requests: readonly Holdable[],
  context: Context,
): Promise<void> => {
  const { now } = context
  const [first] = requests
  if (first === undefined) return
  // What holds is the organization's, and so alike for all.
  const policy = await readAnswerPolicy(tx, { tenantId, userId: first.userId })
  const end = whenDue('removal', policy)
  const answerBy = requests.map((one) => dueAfterHold(one.dueAt, one.heldAt ?? now, now))
  const due = answerBy.map((day) => dueWhere(day, now, policy))
  await sql`update requests q set held_at = null, hold_reason = null, due_at = k.due_at, told_due_at = k.due_at, answer_by = k.answer_by, next_at = ${now}, removal_promised = ${end === 'removed'}
    from unnest(${idsOf(requests)}::uuid[], ${due}::timestamptz[], ${answerBy}::timestamptz[]) as k(id, due_at, answer_by)
    where q.tenant_id = ${tenantId} and q.id = k.id`.execute(tx)
  await recordAll(tx, tenantId, requests, 'request.holdEnded', context)
  const text = end === 'expired' ? policy.unansweredReason : null
  const moved = { request: 'removal', step: 'goesOn', whenDue: end, text } as const
  const told = requests.map(({ userId, askedAt }, place) => ({
    which: { tenantId, userId },
    told: {
      kind: 'requestMoved',
      ...moved,
      askedAt: askedAt.toISOString(),
      due: due[place]?.toISOString() ?? null,
    } as const,
  }))
  await tellPeople(tx, told, now)
}

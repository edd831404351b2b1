/**
 * A guest's open requests end when what they asked for happens, by whichever way (R29, R31, R40).
 */
import { byUser } from '../../events/context.ts'
import type { Around, Context } from '../../events/event.ts'
import { eventInsertForEach, eventOf, record } from '../../events/record.ts'
import type { PersonId, RequestId, TenantId, UserId } from '../../kernel/ids.ts'
import type { RequestKind, RequestState } from '../../wire/requests.ts'
import { answering } from '../../store/columns.ts'
import { rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { answerDays, answerNotice } from '../../kernel/answer-days.ts'
import { dayMs, plus } from '../../kernel/time.ts'
import type { Several, Which } from '../lock-user.sql.ts'
import { tellPerson } from './tell.ts'

/** A row of `requests` in JSON, where instants are texts. */
export type RequestInJson = {
  readonly id: RequestId
  readonly kind: RequestKind
  readonly state: RequestState
  readonly createdAt: string
  readonly answeredAt: string | null
  /** What whoever answered wrote with it. */
  readonly answer: string | null
  /** By when it is answered (R32). */
  readonly dueAt: string | null
  readonly heldAt: string | null
  readonly holdReason: string | null
}

/** SQL for it, of a request `q`. */
export const requestInJson: RawBuilder<unknown> = sql`json_build_object('id', q.id, 'kind', q.kind, 'state', q.state, 'createdAt', q.created_at,
  'answeredAt', q.answered_at, 'answer', q.answer, 'dueAt', q.due_at, 'heldAt', q.held_at, 'holdReason', q.hold_reason)`

/**
 * Closes the open requests of this kind of several users as done, by the actor of the context, and
 * records each: parts of the `with` of what is done.
 */
export const closingRequests = (
  { tenantId, userIds }: Several,
  kind: RequestKind,
  context: Context,
): RawBuilder<unknown> => {
  const by = context.actor.kind === 'user' ? context.actor.id : null
  const target = { kind: 'request', id: tenantId } as const
  const done = eventOf(context, { tenantId, activity: 'request.done', target })
  return sql`requests_closed as (
      update requests set state = 'done', answered_at = ${context.now}, answered_by = ${by}::uuid
      where tenant_id = ${tenantId} and user_id = any(${[...userIds]}::uuid[]) and kind = ${kind} and state = 'open' returning id
    ), requests_recorded as (${eventInsertForEach(done, sql`requests_closed`)})`
}

/** The same by itself, in one statement. */
export const closeRequestsOfThese = async (
  tx: Database,
  which: Several,
  kind: RequestKind,
  context: Context,
): Promise<void> => {
  await sql`with ${closingRequests(which, kind, context)} select 1`.execute(tx)
}

/**
 * Takes back the open request to be removed of a guest who is invited anew at another address, or
 * to whom somebody comes: it was the wish of whoever reads the mailbox of before. They hear of it.
 */
export const endRemoval = async (
  tx: Database,
  { tenantId, userId }: Which,
  step: 'accepted' | 'corrected',
  context: Context,
): Promise<void> => {
  const ended = await rows(
    tx,
    answering<{ id: RequestId; askedAt: Date }>(
      { id: 'id', askedAt: 'created_at' },
      (list) => sql`
        update requests set state = 'withdrawn', answered_at = ${context.now}
        where tenant_id = ${tenantId} and user_id = ${userId} and kind = 'removal' and state = 'open' returning ${list}`,
    ),
  )
  const related = { kind: 'user', id: userId } as const
  for (const { id, askedAt } of ended) {
    const target = { kind: 'request', id } as const
    const activity = 'request.withdrawn'
    await record(tx, eventOf(context, { tenantId, activity, target, related, reason: step }))
    const over = { due: null, whenDue: 'expired', text: null } as const
    const moved = { request: 'removal', step, askedAt: askedAt.toISOString(), ...over } as const
    await tellPerson(tx, { tenantId, userId }, { kind: 'requestMoved', ...moved }, context.now)
  }
}

/**
 * Takes back, for a person who refuses an organization, what they have asked it for there: who
 * wants to hear no more of it does not want to be restored.
 */
export const withdrawRestores = async (
  tx: Database,
  { tenantId, personId }: { readonly tenantId: TenantId; readonly personId: PersonId },
  around: Around,
): Promise<void> => {
  const withdrawn = await rows(
    tx,
    answering<{ id: RequestId; userId: UserId }>(
      { id: 'q.id', userId: 'q.user_id' },
      (list) => sql`
        update requests q set state = 'withdrawn', answered_at = ${around.now}
        from deleted_users u where u.tenant_id = ${tenantId} and u.person_id = ${personId}
          and q.tenant_id = u.tenant_id and q.user_id = u.id and q.kind = 'restore' and q.state = 'open' returning ${list}`,
    ),
  )
  const events = withdrawn.map(({ id, userId }) =>
    eventOf(byUser(around, userId), {
      tenantId,
      activity: 'request.withdrawn',
      target: { kind: 'request', id },
      related: { kind: 'user', id: userId },
    }),
  )
  await record(tx, ...events)
}

// In a closed organization nobody is waited for: the nearer day counts. In one that opens again its
// own time does, and its administrators are reminded anew. The clock tells whoever asked the day.
const becoming = (now: Date): Readonly<Record<'closed' | 'open', RawBuilder<unknown>>> => {
  const inClosed = sql`${plus(now, answerDays.least * dayMs)}::timestamptz`
  return {
    closed: sql`due_at = greatest(least(due_at, ${inClosed}), ${noticed(now)})`,
    open: sql`due_at = greatest(coalesce(answer_by, due_at), ${noticed(now)}), reminders = 0`,
  }
}
const noticed = (now: Date): RawBuilder<unknown> =>
  sql`${plus(now, answerNotice.leastDays * dayMs)}::timestamptz`

/**
 * The organization removes unanswered people again, or no more, or is closed or open by now.
 * Whoever has an open request to be removed hears of it, where it changes anything, when the clock
 * of requests comes by next, and nobody is removed within less than three days of that (R32).
 * `is`: what has become of the organization.
 */
export const reviewRemovals = async (
  tx: Database,
  tenantId: TenantId,
  now: Date,
  is?: 'closed' | 'open',
): Promise<void> => {
  const changed =
    is === undefined ? sql`due_at = greatest(due_at, ${noticed(now)})` : becoming(now)[is]
  await sql`
    update requests set next_at = ${now}, ${changed}
    where tenant_id = ${tenantId} and kind = 'removal' and state = 'open' and held_at is null`.execute(
    tx,
  )
}

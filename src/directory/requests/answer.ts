/** An administrator answers a guest's request, in one action (R29). */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { RequestId, TenantId, UserId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import {
  attempt,
  firstRow,
  sql,
  undo,
  type Database,
  type RawBuilder,
} from '../../store/database.ts'
import { lockWhereAdministrator } from '../administrators.sql.ts'
import type { Authority } from '../authority.ts'
import { deleteUser, type DeleteUserResult } from '../users/delete.ts'
import { enableUser, type EnableUserResult } from '../users/disable.ts'
import { holdUserOfAnyState } from '../lock-user.sql.ts'
import type { RequestKind, RequestState } from '../../wire/requests.ts'
import { tellPerson, tellRemovedInvited } from '../users/tell.ts'
import { restoreUser, type RestoreResult } from '../deleted/restore.ts'
import { answerProblem, type Answer, type AnswerProblem } from './answer.rule.ts'
import { hold, release, type Holdable } from './hold.ts'

export type AnswerResult =
  | { outcome: 'answered' }
  | { outcome: 'notFound' }
  | { [P in AnswerProblem]: { outcome: P } }[AnswerProblem]
  | {
      outcome: 'refused'
      why: Exclude<
        DeleteUserResult | EnableUserResult | RestoreResult,
        { outcome: 'deleted' | 'enabled' | 'restored' }
      >
    }

type WhyNot = Extract<AnswerResult, { outcome: 'refused' }>['why']

type Open = {
  readonly kind: RequestKind
  readonly state: RequestState
  readonly userId: UserId
  readonly dueAt: Date
  readonly heldAt: Date | null
}

/**
 * Does what `answer` says and closes the request, together or not at all; or stops its clock, or
 * starts it again.
 */
export const answerRequest = async (
  db: Database,
  { tenantId, requestId }: { tenantId: TenantId; requestId: RequestId },
  { action: answer, text }: { readonly action: Answer; readonly text: string | null },
  authority: Authority,
  context: Context,
): Promise<AnswerResult> => {
  return attempt(db, async (tx) => {
    const request = await lockRequest(tx, tenantId, requestId)
    if (request === undefined) return { outcome: 'notFound' }
    const problem = answerProblem(request, answer, text)
    if (problem !== undefined) return { outcome: problem } as AnswerResult
    if (answer === 'hold' || answer === 'release') {
      await clockStopped(
        tx,
        { tenantId, requestId, ...request },
        answer === 'hold' ? text : null,
        context,
      )
      return { outcome: 'answered' }
    }
    const which = { tenantId, userId: request.userId }
    const why = await carryOut(tx, which, answer, authority, context)
    if (why !== undefined) return undo({ outcome: 'refused', why })
    await close(tx, { tenantId, requestId, answer, text }, context)
    await tell(tx, which, { request: request.kind, answer, text }, context.now)
    return { outcome: 'answered' }
  })
}

/** With a reason it is held, without one released. */
const clockStopped = (
  tx: Database,
  request: Holdable,
  reason: string | null,
  context: Context,
): Promise<void> =>
  reason === null ? release(tx, request, context) : hold(tx, request, reason, context)

// Whatever ends or restores a user closes its requests, and holds the tenants and the user before:
// so does an answer.
const lockRequest = async (
  tx: Database,
  tenantId: TenantId,
  requestId: RequestId,
): Promise<Open | undefined> => {
  const read = (ending: RawBuilder<unknown>) =>
    firstRow(
      tx,
      select<Open>({
        kind: 'kind',
        state: 'state',
        userId: 'user_id',
        dueAt: 'due_at',
        heldAt: 'held_at',
      })`from requests where tenant_id = ${tenantId} and id = ${requestId} ${ending}`,
    )
  const found = await read(sql``)
  if (found === undefined) return undefined
  const which = { tenantId, userId: found.userId }
  await lockWhereAdministrator(tx, which)
  return (await holdUserOfAnyState(tx, which)) ? read(sql`for update`) : undefined
}

const carryOut = async (
  tx: Database,
  which: { tenantId: TenantId; userId: UserId },
  answer: Closing['answer'],
  authority: Authority,
  context: Context,
): Promise<WhyNot | undefined> => {
  if (answer === 'decline') return undefined
  const result =
    answer === 'delete'
      ? await deleteUser(tx, which, authority, context)
      : answer === 'enable'
        ? await enableUser(tx, which, authority, context, { answersRequest: true })
        : await restoreUser(tx, which, { answersRequest: true }, authority, context)
  return result.outcome === 'deleted' ||
    result.outcome === 'enabled' ||
    result.outcome === 'restored'
    ? undefined
    : result
}

type Answered = {
  readonly request: RequestKind
  readonly answer: Closing['answer']
  readonly text: string | null
}

// Who is removed gets the receipt; another mail says only what the receipt cannot.
const tell = async (
  tx: Database,
  which: { tenantId: TenantId; userId: UserId },
  answered: Answered,
  now: Date,
): Promise<void> => {
  if (answered.answer === 'delete') {
    const isInvited = await tellRemovedInvited(tx, which, answered.text, now)
    if (isInvited || answered.text === null) return
  }
  await tellPerson(tx, which, { kind: 'requestAnswered', ...answered }, now)
}

type Closing = {
  readonly tenantId: TenantId
  readonly requestId: RequestId
  readonly answer: Exclude<Answer, 'hold' | 'release'>
  readonly text: string | null
}

const close = async (
  tx: Database,
  { tenantId, requestId, answer, text }: Closing,
  context: Context,
): Promise<void> => {
  const state = answer === 'decline' ? 'declined' : 'done'
  const by = context.actor.kind === 'user' ? context.actor.id : null
  await sql`update requests set state = ${state}, answer = ${text}, answered_at = ${context.now}, answered_by = ${by}::uuid where tenant_id = ${tenantId} and id = ${requestId}`.execute(
    tx,
  )
  const target = { kind: 'request', id: requestId } as const
  await record(
    tx,
    eventOf(context, {
      tenantId,
      activity: state === 'done' ? 'request.done' : 'request.declined',
      target,
      reason: answer,
    }),
  )
}

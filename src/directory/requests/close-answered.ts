/** What an answer leaves behind: closed requests, their events, and mails to who asked. */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { sql, type Database } from '../../store/database.ts'
import { tellPeople, tellRemovedInvited } from '../users/tell.ts'
import type { Answer } from './answer.rule.ts'
import type { Asking } from './answer.sql.ts'

export type Closing = {
  readonly answer: Exclude<Answer, 'hold' | 'release'>
  readonly text: string | null
}

/** Who was asked first hears that, and not that they are back. */
type Told = Closing & { readonly asked: ReadonlySet<UserId> }

const idsOf = (requests: readonly Asking[]) => requests.map(({ requestId }) => requestId)

const stateOf = (answer: Closing['answer']) => (answer === 'decline' ? 'declined' : 'done')

/**
 * Closes these requests with this answer, before what it says is done: that closes, and tells of,
 * whatever it finds open.
 */
export const close = async (
  tx: Database,
  tenantId: TenantId,
  requests: readonly Asking[],
  { answer, text }: Closing,
  context: Context,
): Promise<void> => {
  const by = context.actor.kind === 'user' ? context.actor.id : null
  await sql`update requests set state = ${stateOf(answer)}, answer = ${text}, answered_at = ${context.now}, answered_by = ${by}::uuid
    where tenant_id = ${tenantId} and id = any(${idsOf(requests)}::uuid[])`.execute(tx)
}

/** These are open as they were: what the answer says could not be done. */
export const reopen = async (
  tx: Database,
  tenantId: TenantId,
  requests: readonly Asking[],
): Promise<void> => {
  if (requests.length === 0) return
  await sql`update requests set state = 'open', answer = null, answered_at = null, answered_by = null
    where tenant_id = ${tenantId} and id = any(${idsOf(requests)}::uuid[])`.execute(tx)
}

/** Records what was answered, and tells who asked. */
export const tellAnswered = async (
  tx: Database,
  tenantId: TenantId,
  answered: readonly Asking[],
  closing: Told,
  context: Context,
): Promise<void> => {
  if (answered.length === 0) return
  const { answer } = closing
  const events = idsOf(answered).map((id) =>
    eventOf(context, {
      tenantId,
      activity: stateOf(answer) === 'done' ? 'request.done' : 'request.declined',
      target: { kind: 'request', id },
      reason: answer,
    }),
  )
  await record(tx, ...events)
  await tell(tx, tenantId, answered, closing, context.now)
}

// Who is removed gets the receipt; another mail says only what the receipt cannot.
const tell = async (
  tx: Database,
  tenantId: TenantId,
  answered: readonly Asking[],
  { answer, text, asked }: Told,
  now: Date,
): Promise<void> => {
  const userIds = answered.map(({ userId }) => userId)
  const invited =
    answer === 'delete' ? await tellRemovedInvited(tx, { tenantId, userIds }, text, now) : undefined
  if (invited !== undefined && text === null) return
  const told = answered.flatMap(({ userId, kind }) =>
    invited?.has(userId) === true || asked.has(userId)
      ? []
      : {
          which: { tenantId, userId },
          told: { kind: 'requestAnswered', request: kind, answer, text } as const,
        },
  )
  await tellPeople(tx, told, now)
}

/**
 * The one statement that deletes a user, whoever ends it: one user row changed, its sessions ended,
 * the event and the receipt written, and sent.
 */
import type { Event } from '../../events/event.ts'
import { eventInsertForEach, eventInsertFrom } from '../../events/record.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { maskedAddress } from '../../kernel/masked-address.ts'
import { mailInsertFrom, queueMails } from '../../mail/outbox.ts'
import { receiptKindOf } from '../../receipts/receipt.ts'
import { receiptFrom, receiptsFrom } from '../../receipts/write.sql.ts'
import { toldAtHome, toldWhereGuest } from '../at-home.sql.ts'
import { answering } from '../../store/columns.ts'
import { rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { endedBeside, endsAccess } from './end-access.ts'
import type { SentReceipt } from './receipt.ts'
import { erasedBy } from '../../wire/erasure.ts'
import type { DeletedByKind } from '../../wire/deleted-by.ts'

/** What several deletions at once share. */
type Ending = {
  readonly tenantId: TenantId
  readonly by: DeletedByKind
  readonly restorableUntil: Date
  /** Until when the person can undo it by themselves (R142), where they end it. */
  readonly undoEnds?: Date | null
  readonly event: Event
}

export type Deletion = Ending & {
  readonly userId: UserId
  /** What the person is sent about it. */
  readonly receipt: SentReceipt
  /** A further condition on the row `u`, judged in the same statement. */
  readonly guard?: RawBuilder<unknown>
}

// The name is free for somebody else: the id stands before it (R63). Nobody is asked to come back
// any more.
export const freed = sql`original_user_principal_name = u.user_principal_name, user_principal_name = replace(u.id::text, '-', '') || u.user_principal_name,
    left_event_id = null, left_by_kind = null, left_state = null, left_state_changed_at = null`

const marked = (
  { event, by, restorableUntil, undoEnds = null }: Ending,
  eventId: RawBuilder<unknown>,
): RawBuilder<unknown> =>
  sql`${endsAccess('u', event.at)}, deleted_at = ${event.at}, restorable_until = ${restorableUntil}, deleted_by_kind = ${by}, undo_ends_at = ${undoEnds}::timestamptz,
    deleted_by = ${event.actor.kind === 'user' ? event.actor.id : null}::uuid, deletion_event_id = ${eventId}, ${freed}`

const mailedTo = ({ mail }: SentReceipt): string | null =>
  mail === undefined ? null : maskedAddress(mail.recipient)

const receiptWritten = ({ event, by, restorableUntil, receipt }: Deletion): RawBuilder<unknown> =>
  receiptFrom(
    {
      reference: event.id,
      kind: receiptKindOf(event, by),
      endedAt: event.at,
      restorableUntil,
      erasedBy: erasedBy(restorableUntil),
      codeHash: receipt.codeHash,
      togetherId: receipt.togetherId,
      mailState: receipt.mail === undefined ? 'noAddress' : 'waiting',
      mailedTo: mailedTo(receipt),
    },
    sql`ended`,
  )

// The id of the request is put in by the statement.
const requestDone = ({ tenantId, id, at, actor, correlationId, address }: Event): Event => ({
  tenantId,
  id,
  at,
  actor,
  correlationId,
  address,
  activity: 'request.done',
  target: { kind: 'request', id },
})

// Who asked to be removed is: whichever way it came about, nothing is left to answer (R31). There
// is one open request of a kind at most.
export const removalAnswered = (event: Event): RawBuilder<unknown> => sql`
  answered as (
    update requests q set state = 'done', answered_at = ${event.at}, answered_by = ${event.actor.kind === 'user' ? event.actor.id : null}::uuid
    from ended where q.tenant_id = ended.tenant_id and q.user_id = ended.id and q.kind = 'removal' and q.state = 'open'
    returning q.tenant_id, q.id
  ), answer_recorded as (${eventInsertForEach(requestDone(event), sql`answered`)})`

export const homeTold = ({ event, by }: Pick<Ending, 'event' | 'by'>): RawBuilder<unknown> =>
  toldAtHome(event, by === 'self' ? 'user.leftElsewhere' : 'user.removedElsewhere', sql`ended`)

/**
 * Soft-deletes a live user. True when it was done; false when there is no such live user any more,
 * or the guard did not hold. Frees the user principal name by putting the id before it (R63), ends
 * all access (R17, R126), for a member at home everywhere, answers an open request to be removed,
 * records the event, also at the home of a guest who agreed, and where somebody whose home this is
 * is a guest (R141), and writes and queues the receipt: one statement, so all of it or nothing
 * (R15).
 */
export const softDelete = async (db: Database, deletion: Deletion): Promise<boolean> => {
  const { event, tenantId, userId, receipt } = deletion
  const done = await rows(
    db,
    answering<{ id: string }>(
      { id: 'id' },
      (list) => sql`
        with ended as (
          update users u set ${marked(deletion, sql`${event.id}`)}
          where u.tenant_id = ${tenantId} and u.id = ${userId} and u.deleted_at is null ${deletion.guard === undefined ? sql`` : sql`and ${deletion.guard}`}
          returning u.tenant_id, u.id, u.person_id
        ), ${endedBeside(event.at)}, home_told as (${homeTold(deletion)}),
        told_where_guest as (${toldWhereGuest(event, 'user.deletedAtHome', sql`ended`)}), recorded as (${eventInsertFrom(event, sql`ended`)}), ${removalAnswered(event)},
        ${receiptWritten(deletion)} ${receipt.mail === undefined ? sql`` : sql`, told as (${mailInsertFrom(receipt.mail, sql`ended`, event.at)})`}
        select ${list} from ended`,
    ),
  )
  return done.length > 0
}

/** One of several who are deleted at once, by events that differ in their id and target alone. */
type DeletedOne = Pick<Deletion, 'userId' | 'event' | 'receipt'>

/**
 * The same for several live users of one organization, whom the caller holds: two statements. Who
 * was deleted.
 */
export const softDeleteEach = async (
  tx: Database,
  about: Omit<Ending, 'event'>,
  all: readonly DeletedOne[],
): Promise<ReadonlySet<UserId>> => {
  const [first] = all
  if (first === undefined) return new Set()
  const { event } = first
  const ending = { ...about, event }
  const { tenantId, by, restorableUntil } = about
  const given = sql`unnest(${all.map(({ userId }) => userId)}::uuid[], ${all.map(({ event: { id } }) => id)}::uuid[],
    ${all.map(({ receipt }) => receipt.codeHash)}::bytea[], ${all.map(({ receipt }) => mailedTo(receipt))}::text[]) as k(id, event_id, code_hash, mailed_to)`
  const receipts = receiptsFrom(
    {
      kind: receiptKindOf(event, by),
      endedAt: event.at,
      restorableUntil,
      erasedBy: erasedBy(restorableUntil),
      reference: sql`gone.event_id`,
      codeHash: sql`gone.code_hash`,
      mailState: sql`case when gone.mailed_to is null then 'noAddress' else 'waiting' end`,
      mailedTo: sql`gone.mailed_to`,
      togetherId: null,
    },
    sql`ended`,
  )
  const done = await rows(
    tx,
    answering<{ id: UserId }>(
      { id: 'id' },
      (list) => sql`
        with ended as (
          update users u set ${marked(ending, sql`k.event_id`)}
          from ${given} where u.tenant_id = ${tenantId} and u.id = k.id and u.deleted_at is null
          returning u.tenant_id, u.id, u.person_id, k.event_id, k.code_hash, k.mailed_to
        ), ${endedBeside(event.at)}, home_told as (${homeTold(ending)}),
        told_where_guest as (${toldWhereGuest(event, 'user.deletedAtHome', sql`ended`)}),
        recorded as (${eventInsertForEach(event, sql`ended`, sql`each_one.event_id`)}), ${removalAnswered(event)}, ${receipts}
        select ${list} from ended`,
    ),
  )
  const gone = new Set(done.map(({ id }) => id))
  const mails = all.flatMap(({ userId, receipt }) => (gone.has(userId) ? (receipt.mail ?? []) : []))
  await queueMails(tx, mails, event.at)
  return gone
}

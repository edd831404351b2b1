/**
 * What a guest asks of an organization's administrators: to be removed (R30) or to be restored
 * (R40).
 */
import { byUser } from '../../events/context.ts'
import type { Around, Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import {
  newId,
  type PersonId,
  type RequestId,
  type TenantId,
  type UserId,
} from '../../kernel/ids.ts'
import { queueMail } from '../../mail/outbox.ts'
import { answering, select } from '../../store/columns.ts'
import { changed, firstRow, sql, transaction, type Database } from '../../store/database.ts'
import { readLeaveFacts } from '../users/leave.sql.ts'
import type { RequestKind } from '../users/close-requests.sql.ts'
import { holdUserOfAnyState } from '../lock-user.sql.ts'
import type { NamedOrganization } from '../../mail/letters.ts'
import { namedOrganization } from '../organization.sql.ts'
import { leaveReasons, removalAsked } from '../users/leave.rule.ts'

export type AskResult =
  | { outcome: 'asked'; requestId: RequestId; createdAt: Date; again: boolean }
  /** A removal request is for those who cannot leave by themselves. */
  | { outcome: 'canLeave' }
  /** Administrators could not lift what stands in the way. */
  | { outcome: 'noUse' }
  /** There is nothing to restore: not ended, or the window is over. */
  | { outcome: 'nothingToRestore' }
  | { outcome: 'notFound' }

export type Ask = {
  readonly personId: PersonId
  readonly tenantId: TenantId
  readonly kind: RequestKind
  readonly message: string | undefined
}

/**
 * Files a request, or finds the open one of its kind (`again`). A removal is asked for when leaving
 * is blocked, a restore while it is possible.
 */
export const ask = (db: Database, wish: Ask, context: Around): Promise<AskResult> =>
  transaction(db, async (tx) => {
    const find = () =>
      wish.kind === 'removal' ? removable(tx, wish) : restorable(tx, wish, context.now)
    const before = await find()
    if (before.outcome !== 'found') return before
    // Whatever answers a request, or makes it needless, holds the user: held first, judged next.
    await holdUserOfAnyState(tx, { tenantId: wish.tenantId, userId: before.userId })
    const found = await find()
    return found.outcome === 'found' ? fileRequest(tx, wish, found.userId, context) : found
  })

type Found = { outcome: 'found'; userId: UserId } | Exclude<AskResult, { outcome: 'asked' }>

const removable = async (tx: Database, { personId, tenantId }: Ask): Promise<Found> => {
  const facts = await readLeaveFacts(tx, personId, tenantId)
  if (facts === undefined) return { outcome: 'notFound' }
  const outcome = removalAsked(leaveReasons(facts))
  return outcome === 'asked' ? { outcome: 'found', userId: facts.userId } : { outcome }
}

const restorable = async (tx: Database, { personId, tenantId }: Ask, now: Date): Promise<Found> => {
  const ended = await firstRow(
    tx,
    select<{ userId: UserId }>({ userId: 'd.id' })`from users d
      where d.person_id = ${personId} and d.tenant_id = ${tenantId} and (d.deleted_at is not null) is true and d.restorable_until > ${now}
        and not exists (select 1 from live_users u where u.tenant_id = d.tenant_id and u.person_id = d.person_id)
      order by d.deleted_at desc limit 1`,
  )
  return ended === undefined
    ? { outcome: 'nothingToRestore' }
    : { outcome: 'found', userId: ended.userId }
}

/**
 * Files the request of a user, or finds the open one of its kind (`again`), and tells the privacy
 * contact of a removal.
 */
export const fileRequest = async (
  tx: Database,
  wish: Omit<Ask, 'personId'>,
  userId: UserId,
  around: Around,
): Promise<AskResult> => {
  const { now } = around
  if (!(await holdUserOfAnyState(tx, { tenantId: wish.tenantId, userId })))
    return { outcome: 'notFound' }
  const requestId = newId<RequestId>()
  const inserted = await firstRow(
    tx,
    answering<{ id: RequestId }>(
      { id: 'id' },
      (list) => sql`
        insert into requests (tenant_id, id, user_id, kind, message, created_at)
        values (${wish.tenantId}, ${requestId}, ${userId}, ${wish.kind}, ${wish.message ?? null}, ${now})
        on conflict (tenant_id, user_id, kind) where state = 'open' do nothing returning ${list}`,
    ),
  )
  if (inserted === undefined) {
    const open = await firstRow(
      tx,
      select<{ id: RequestId; createdAt: Date }>({
        id: 'id',
        createdAt: 'created_at',
      })`from requests
        where tenant_id = ${wish.tenantId} and user_id = ${userId} and kind = ${wish.kind} and state = 'open'`,
    )
    if (open === undefined)
      throw new Error('An open request was answered while it was being looked up.')
    return { outcome: 'asked', requestId: open.id, createdAt: open.createdAt, again: true }
  }
  const context: Context = byUser(around, userId)
  const target = { kind: 'request', id: requestId } as const
  await record(
    tx,
    eventOf(context, {
      tenantId: wish.tenantId,
      activity: 'request.created',
      target,
      related: { kind: 'user', id: userId },
      reason: wish.kind,
    }),
  )
  if (wish.kind === 'removal') await tellPrivacyContact(tx, wish, userId, now)
  return { outcome: 'asked', requestId, createdAt: now, again: false }
}

type Asker = {
  readonly organization: NamedOrganization
  readonly contact: string | null
  readonly name: string
  readonly principalName: string
}

// An organization whose administrators never look is reached where it said that guests are to turn
// to (R30).
const tellPrivacyContact = async (
  tx: Database,
  { tenantId, message }: Omit<Ask, 'personId'>,
  userId: UserId,
  now: Date,
): Promise<void> => {
  const asker = await firstRow(
    tx,
    select<Asker>({
      organization: namedOrganization,
      contact: 't.privacy_contact',
      name: 'u.display_name',
      principalName: 'u.user_principal_name',
    })`from live_users u join tenants t on t.id = u.tenant_id where u.tenant_id = ${tenantId} and u.id = ${userId}`,
  )
  if (asker === undefined || asker.contact === null) return
  const { contact, ...values } = asker
  const letter = { kind: 'removalAsked', values: { ...values, message: message ?? null } } as const
  await queueMail(tx, { recipient: contact, letter, about: { tenantId, userId } }, now)
}

/**
 * Takes back an open request of the person's user, live or deleted. `answered`: it is not open any
 * more.
 */
export const withdrawRequest = (
  db: Database,
  {
    personId,
    tenantId,
    requestId,
  }: { personId: PersonId; tenantId: TenantId; requestId: RequestId },
  around: Around,
): Promise<{ outcome: 'withdrawn' | 'answered' | 'notFound' }> =>
  transaction(db, async (tx) => {
    const mine = await firstRow(
      tx,
      select<{ userId: UserId }>({
        userId: 'q.user_id',
      })`from requests q join users u on u.tenant_id = q.tenant_id and u.id = q.user_id and u.person_id = ${personId}
        where q.tenant_id = ${tenantId} and q.id = ${requestId}`,
    )
    if (mine === undefined || !(await holdUserOfAnyState(tx, { tenantId, userId: mine.userId })))
      return { outcome: 'notFound' }
    const done = await changed(
      tx,
      sql`update requests set state = 'withdrawn', answered_at = ${around.now} where tenant_id = ${tenantId} and id = ${requestId} and state = 'open'`,
    )
    if (done === 0) return { outcome: 'answered' }
    const actor = { kind: 'user', id: mine.userId } as const
    const target = { kind: 'request', id: requestId } as const
    await record(
      tx,
      eventOf(
        { ...around, actor },
        { tenantId, activity: 'request.withdrawn', target, related: actor },
      ),
    )
    return { outcome: 'withdrawn' }
  })

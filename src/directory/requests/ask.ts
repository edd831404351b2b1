/**
 * What a guest asks of an organization's administrators: to be removed (R30) or to be restored
 * (R40).
 */
import { byUser } from '../../events/context.ts'
import type { Around } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import {
  newId,
  type PersonId,
  type RequestId,
  type TenantId,
  type UserId,
} from '../../kernel/ids.ts'
import { queueMail } from '../../mail/outbox.ts'
import { select } from '../../store/columns.ts'
import { firstRow, sql, transaction, type Database } from '../../store/database.ts'
import { readFreedByEnabling, readLeaveFacts } from '../users/leave.sql.ts'
import type { RequestKind } from '../../wire/requests.ts'
import { holdUserOfAnyState } from '../lock-user.sql.ts'
import type { NamedOrganization } from '../../mail/letters.ts'
import { namedOrganization } from '../organization.sql.ts'
import { leaveReasons, removalAsked } from '../users/leave.rule.ts'
import { tellPerson } from '../users/tell.ts'
import { canBeAskedBack } from './asked-back.sql.ts'
import { dueAt, strike, whenDue } from './clock.rule.ts'
import { readAnswerPolicy } from './clock.sql.ts'

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

type Wish = Omit<Ask, 'personId'>

/**
 * Files a request, or finds the open one of its kind (`again`). A removal is asked for when leaving
 * is blocked, a restore while it is possible.
 */
export const ask = (db: Database, asked: Ask, context: Around): Promise<AskResult> =>
  transaction(db, async (tx) => {
    const find = () =>
      asked.kind === 'removal' ? removable(tx, asked) : restorable(tx, asked, context.now)
    const before = await find()
    if (before.outcome !== 'found') return before
    // Whatever answers a request, or makes it needless, holds the user: held first, judged next.
    await holdUserOfAnyState(tx, { tenantId: asked.tenantId, userId: before.userId })
    const found = await find()
    return found.outcome === 'found' ? fileRequest(tx, asked, found.userId, context) : found
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
    select<{ userId: UserId }>({ userId: 'u.id' })`from users u
      where u.person_id = ${personId} and u.tenant_id = ${tenantId} and ${canBeAskedBack(now)}`,
  )
  return ended === undefined
    ? { outcome: 'nothingToRestore' }
    : { outcome: 'found', userId: ended.userId }
}

/**
 * Files the request of a user, or finds the open one of its kind (`again`), and tells whoever
 * asked, and the privacy contact of a removal.
 */
export const fileRequest = async (
  tx: Database,
  wish: Wish,
  userId: UserId,
  around: Around,
): Promise<AskResult> => {
  const which = { tenantId: wish.tenantId, userId }
  if (!(await holdUserOfAnyState(tx, which))) return { outcome: 'notFound' }
  const open = await findOpen(tx, which, wish.kind)
  if (open !== undefined) {
    await noteTheirs(tx, which, open.requestId)
    return { outcome: 'asked', ...open, again: true }
  }
  const { now } = around
  const policy = await readAnswerPolicy(tx, which)
  const due = dueAt(wish.kind, now, policy, policy.restorableUntil)
  // What holds when the organization is open, or opens again.
  const whenOpen = { ...policy, organizationClosed: false }
  const answerBy = dueAt(wish.kind, now, whenOpen, policy.restorableUntil)
  const end = whenDue(wish.kind, policy)
  const requestId = newId<RequestId>()
  const { nextAt } = strike({ askedAt: now, dueAt: due, reminders: 0 }, now)
  await sql`
    insert into requests (tenant_id, id, user_id, kind, message, created_at, due_at, answer_by, told_due_at, next_at, removal_promised, by_person)
    values (${wish.tenantId}, ${requestId}, ${userId}, ${wish.kind}, ${wish.message ?? null}, ${now}, ${due}, ${answerBy}, ${due}, ${nextAt}, ${end === 'removed'}, true)`.execute(
    tx,
  )
  const { tenantId, kind } = wish
  const target = { kind: 'request', id: requestId } as const
  const related = { kind: 'user', id: userId } as const
  const activity = 'request.created'
  await record(
    tx,
    eventOf(byUser(around, userId), { tenantId, activity, target, related, reason: kind }),
  )
  if (kind === 'removal') await tellPrivacyContact(tx, wish, userId, now)
  const moved = {
    request: kind,
    step: 'asked',
    askedAt: now.toISOString(),
    due: due.toISOString(),
    whenDue: end,
  } as const
  const text = kind === 'removal' && end === 'expired' ? policy.unansweredReason : null
  await tellPerson(tx, which, { kind: 'requestMoved', ...moved, text }, now)
  return { outcome: 'asked', requestId, createdAt: now, again: false }
}

// Whoever asks now is the person. Of a request from before migration 0140 it is not known: it may
// be open for as long as its user can be restored, on hold for longer. Ending those by a migration
// would silence people who did ask, and could not tell them; so the column stays, and who asks
// again makes the request theirs.
const noteTheirs = async (
  tx: Database,
  { tenantId }: { tenantId: TenantId },
  requestId: RequestId,
): Promise<void> => {
  await sql`update requests set by_person = true where tenant_id = ${tenantId} and id = ${requestId} and not by_person`.execute(
    tx,
  )
}

// The user is held, so nobody files another meanwhile.
const findOpen = (
  tx: Database,
  { tenantId, userId }: { tenantId: TenantId; userId: UserId },
  kind: RequestKind,
): Promise<{ requestId: RequestId; createdAt: Date } | undefined> =>
  firstRow(
    tx,
    select<{ requestId: RequestId; createdAt: Date }>({
      requestId: 'id',
      createdAt: 'created_at',
    })`from requests where tenant_id = ${tenantId} and user_id = ${userId} and kind = ${kind} and state = 'open'`,
  )

type Asker = {
  readonly closed: boolean
  readonly organization: NamedOrganization
  readonly contact: string | null
  readonly name: string
  readonly principalName: string
}

// An organization whose administrators never look is reached where it said that guests are to turn
// to (R30).
const tellPrivacyContact = async (
  tx: Database,
  { tenantId, message }: Wish,
  userId: UserId,
  now: Date,
): Promise<void> => {
  const asker = await firstRow(
    tx,
    select<Asker>({
      organization: namedOrganization,
      closed: sql`t.state <> 'active'`,
      contact: 't.privacy_contact',
      name: 'u.display_name',
      principalName: 'u.user_principal_name',
    })`from live_users u join tenants t on t.id = u.tenant_id where u.tenant_id = ${tenantId} and u.id = ${userId}`,
  )
  if (asker === undefined || asker.contact === null) return
  const { contact, closed, ...asked } = asker
  const freed = (await readFreedByEnabling(tx, { tenantId, userIds: [userId] })).has(userId)
  const answer = closed ? 'nobody' : freed ? 'enable' : 'remove'
  const values = { ...asked, message: message ?? null, answer } as const
  const letter = { kind: 'removalAsked', values } as const
  await queueMail(tx, { recipient: contact, letter, about: { tenantId, userId } }, now)
}

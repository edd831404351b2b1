/**
 * The clock of requests, as a job (R31, R32): it reminds administrators, tells those who asked when
 * the rule has changed, and ends on its day what nobody has answered. Each stroke is noted in the
 * transaction of what it does, so that it may be stopped at any moment and run in several
 * processes.
 */
import { bySystem } from '../../events/context.ts'
import { eventOf, record } from '../../events/record.ts'
import type { RequestStep } from '../../mail/letters.ts'
import { queueMails, type Mail } from '../../mail/outbox.ts'
import { eachAlone, inBatches, rowsOfPages } from '../../store/batches.ts'
import { sql, transaction, type Database } from '../../store/database.ts'
import { lockWhereAdministrator } from '../administrators.sql.ts'
import { holdUserOfAnyState } from '../lock-user.sql.ts'
import { deleteUser } from '../users/delete.ts'
import {
  listWhoMay,
  tellPeople,
  tellPerson,
  tellRemovedInvited,
  type Reached,
  type Told,
} from '../users/tell.ts'
import { strike, whenDue, type Reminder } from './clock.rule.ts'
import {
  listDue,
  lockDue,
  lockStruck,
  noteStrokes,
  type DueRequest,
  type OpenRequest,
} from './clock.sql.ts'
import { releaseOfClosed } from './held-of-closed.ts'

const batchSize = 200

/** Does what has to be done by `now`. Returns for how many requests. */
export const keepClock = async (db: Database, now: Date): Promise<number> =>
  (await releaseOfClosed(db, now)) + (await strikeAll(db, now)) + (await endDue(db, now))

const endDue = (db: Database, now: Date): Promise<number> => {
  const due = rowsOfPages<DueRequest>(batchSize, (last) => {
    const after = last && ([last.sortValue, last.id] as const)
    return listDue(db, now, { descending: false, after, limit: batchSize })
  })
  return eachAlone(due, (which) => end(db, which, now), 'Some requests could not be ended.')
}

/** Ends one request in one way, or finds that somebody was faster. */
const end = (db: Database, which: DueRequest, now: Date): Promise<boolean> =>
  transaction(db, async (tx) => {
    await lockWhereAdministrator(tx, which)
    if (!(await holdUserOfAnyState(tx, which))) return false
    const request = await lockDue(tx, which, now)
    if (request === undefined) return false
    const step = await settle(tx, request, now)
    if (step !== 'removed') await expire(tx, request, step, now)
    const text = step === 'unanswered' ? request.unansweredReason : null
    await (step === 'removed' && !request.everCame
      ? tellRemovedInvited(tx, { tenantId: which.tenantId, userIds: [which.userId] }, null, now)
      : tellPerson(tx, which, movedBy(request, step, text), now))
    return true
  })

/** What becomes of it: removed where that is so and can be, else how it ends. */
const settle = async (
  tx: Database,
  request: OpenRequest,
  now: Date,
): Promise<Extract<RequestStep, 'removed' | 'unanswered' | 'lastAdministrator' | 'windowOver'>> => {
  if (request.kind === 'restore') return 'windowOver'
  if (whenDue(request.kind, request) === 'expired') return 'unanswered'
  const { outcome } = await deleteUser(tx, request, { kind: 'system' }, bySystem(now))
  return outcome === 'deleted' ? 'removed' : 'lastAdministrator'
}

const expire = async (
  tx: Database,
  { tenantId, id }: OpenRequest,
  reason: string,
  now: Date,
): Promise<void> => {
  await sql`update requests set state = 'expired', answered_at = ${now} where tenant_id = ${tenantId} and id = ${id}`.execute(
    tx,
  )
  const target = { kind: 'request', id } as const
  await record(
    tx,
    eventOf(bySystem(now), { tenantId, activity: 'request.expired', target, reason }),
  )
}

const movedBy = (request: OpenRequest, step: RequestStep, text: string | null): Told => {
  const isOpen = step === 'ruleChanged' || step === 'dayChanged'
  return {
    kind: 'requestMoved',
    request: request.kind,
    step,
    askedAt: request.askedAt.toISOString(),
    due: isOpen ? request.dueAt.toISOString() : null,
    whenDue: whenDue(request.kind, request),
    text,
  }
}

const strikeAll = (db: Database, now: Date): Promise<number> =>
  inBatches(batchSize, () =>
    transaction(db, async (tx) => {
      const struck = (await lockStruck(tx, now, batchSize)).map((request) => ({
        request,
        ...strike(request, now),
      }))
      await noteStrokes(
        tx,
        struck.map(({ request, nextAt, reminders }) => ({
          ...request,
          nextAt,
          reminders,
          removalPromised: whenDue(request.kind, request) === 'removed',
        })),
      )
      await tellOfChangedRule(
        tx,
        struck.map(({ request }) => request),
        now,
      )
      await remind(tx, struck, now)
      return struck.length
    }),
  )

const ruleChanged = (one: OpenRequest): boolean =>
  one.removalPromised !== (whenDue(one.kind, one) === 'removed')

/** Who was told that they are removed, or not, or when, hears when that is not so any more. */
const tellOfChangedRule = (
  tx: Database,
  requests: readonly OpenRequest[],
  now: Date,
): Promise<void> =>
  tellPeople(
    tx,
    requests
      .filter((one) => ruleChanged(one) || one.dayMoved)
      .map((request) => {
        const isKept = whenDue(request.kind, request) === 'expired'
        const step = ruleChanged(request) ? 'ruleChanged' : 'dayChanged'
        return {
          which: request,
          told: movedBy(request, step, isKept ? request.unansweredReason : null),
        }
      }),
    now,
  )

type Reminded = { readonly request: OpenRequest; readonly reminder: Reminder | undefined }

const mailsTo = (
  { organization, mailbox, readerId, language }: Reached,
  requests: readonly Reminded[],
): Mail[] => {
  const groups = Map.groupBy(requests, ({ request, reminder }) =>
    [reminder, request.kind, whenDue(request.kind, request)].join(),
  )
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (mailbox === null || first?.reminder === undefined) return []
    const due = group.map(({ request }) => request.dueAt.getTime())
    const values = {
      organization,
      reminder: first.reminder,
      request: first.request.kind,
      whenDue: whenDue(first.request.kind, first.request),
      count: group.length,
      firstDue: new Date(Math.min(...due)).toISOString(),
    }
    return [{ recipient: mailbox, readerId, language, letter: { kind: 'requestsWaiting', values } }]
  })
}

/** One mail to each administrator for all requests that a reminder is due for, by what it says. */
const remind = async (tx: Database, struck: readonly Reminded[], now: Date): Promise<void> => {
  const due = Map.groupBy(
    struck.filter(({ reminder }) => reminder !== undefined),
    ({ request }) => request.tenantId,
  )
  if (due.size === 0) return
  const answerers = await listWhoMay(tx, [...due.keys()], 'requests.answer')
  await queueMails(
    tx,
    answerers.flatMap((answerer) => mailsTo(answerer, due.get(answerer.tenantId) ?? [])),
    now,
  )
}

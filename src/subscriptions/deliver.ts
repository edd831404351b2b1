/**
 * Telling receivers what has changed: each subscription goes along the feed of its organization, a
 * slice at a time, and moves on when its receiver has taken the slice. What is taken but not noted,
 * as the process has died in between, is told once more, under the same ids.
 */
import { changesAfter, happenedBy } from '../directory/changes/changes.sql.ts'
import { subscribables } from '../access/subscribing.ts'
import type { Change } from '../directory/changes/change.ts'
import { bySystem } from '../events/context.ts'
import { eventOf, record } from '../events/record.ts'
import { goingOnFrom, minuteMs, plus } from '../kernel/time.ts'
import { giveBack } from '../outbound/delivery/debts.sql.ts'
import { callInTurn, type When } from '../outbound/delivery/deliver.ts'
import { deliverInTurns } from '../outbound/delivery/in-turns.ts'
import { isLast, ladders } from '../outbound/delivery/ladder.rule.ts'
import { transaction } from '../store/database.ts'
import { messageOf, type Teller } from './content.ts'
import { dueSubscriptions, loseRight, moveOn, postpone, skipTo, type Due } from './due.sql.ts'
import { remindedAt } from './life.rule.ts'
import { lanesOf, post, type Message, type Sender } from './post.ts'
import { subscriptionEvent } from './subscription-event.ts'
import { concerns } from './told.ts'

const ladder = ladders.notification
/** As many changes as are looked at for one message. */
const sliceSize = 500
/** The same where each brings its object along. */
const contentSlice = 50
/** How often it is looked whether a lost right is back. */
const withoutRightMs = minuteMs
type Slice = { readonly changes: readonly Change[]; readonly to: number }
type Slices = (due: Due) => Promise<Slice>

// Those that stand at one place read it once.
const slicesOf = ({ db }: Sender): Slices => {
  const read = new Map<string, Promise<Slice>>()
  return (due) => {
    const { tenantId, from, last } = due
    const kind = subscribables[due.kind].of
    const limit = due.chosen === null ? sliceSize : contentSlice
    const key = `${tenantId} ${kind} ${from} ${last} ${limit}`
    const wanted = { kinds: [kind], upTo: last, limit } as const
    const slice =
      read.get(key) ??
      changesAfter(db, tenantId, from, wanted).then((changes) => ({
        changes,
        // Who has come further than was seen when it was taken does not go back.
        to: Math.max(from, (changes.length < limit ? undefined : changes.at(-1)?.sequence) ?? last),
      }))
    read.set(key, slice)
    return slice
  }
}

// What was given up stands in the log, and on the subscription. With a slice goes all that is as
// old: who is away for days is not told, slice by slice, what nobody waits for any more.
const giveUp = (sender: Sender, due: Due, to: number, now: Date): Promise<void> =>
  transaction(sender.db, async (tx) => {
    const { tenantId, from: after, last } = due
    const behind = {
      kind: subscribables[due.kind].of,
      after: to,
      upTo: Math.max(last, to),
    } as const
    const upTo = await happenedBy(tx, tenantId, plus(now, -ladder.forMs), behind)
    if (!(await skipTo(tx, due, upTo, now))) return
    const happening = subscriptionEvent('subscription.missed', due, { after, upTo })
    await record(tx, eventOf(bySystem(now), happening))
  })

const withoutRight = async (sender: Sender, due: Due, now: Date): Promise<void> => {
  if (isLast(ladder, due, now)) return giveUp(sender, due, due.last, now)
  await loseRight(sender.db, due, plus(now, withoutRightMs), now)
}

const backAgain = ({ rightLostAt, lifecycleUrl, expiresAt }: Due, now: Date): Date | undefined =>
  rightLostAt === null || lifecycleUrl === null ? undefined : remindedAt(now, expiresAt)

/**
 * Tells one of a slice, on its lane. What is told is read, and who may be told judged, when its
 * turn has come. Returns how many notifications were taken.
 */
const send = async (
  sender: Teller,
  due: Due,
  { changes, to }: Slice,
  when: When,
): Promise<number> => {
  const { db } = sender
  let message: Message | undefined
  const call = async (): Promise<boolean> => {
    message = await messageOf(sender, due, changes)
    return message === undefined || post(sender, due.notificationUrl, message, when.signal)
  }
  const outcome = await callInTurn(
    due,
    {
      lanes: lanesOf(sender),
      lane: due.lane,
      ladder,
      leaseMs: dueSubscriptions.leaseMs,
      call,
      settling: {
        received: (now) =>
          message === undefined
            ? withoutRight(sender, due, now)
            : moveOn(db, due, to, { now, remindAt: backAgain(due, now) }),
        notCalled: (now) => giveBack(db, dueSubscriptions, due, now),
        later: (until, now) => postpone(db, due, until, now),
        givenUp: (now) => giveUp(sender, due, to, now),
      },
    },
    when,
  )
  const { id: subscriptionId, tenantId, attempts } = due
  if (outcome === 'failed' || outcome === 'givenUp')
    sender.log.warn({ subscriptionId, tenantId, attempts }, 'notifications were not received')
  return outcome === 'received' ? (message?.value.length ?? 0) : 0
}

const tell = async (
  sender: Teller,
  due: Due,
  { changes, to }: Slice,
  when: When,
): Promise<number> => {
  const concerning = changes.filter((change) => concerns(due, change))
  if (concerning.length > 0) return send(sender, due, { changes: concerning, to }, when)
  await moveOn(sender.db, due, to, { now: when.clock(), remindAt: undefined })
  return 0
}

/**
 * Tells every receiver what has changed and is due at `now`. Returns how many notifications were
 * taken. Organizations take turns, each receiver has a lane of its own, and one that hangs is
 * paused. Ends early at `signal`; what was not told stays due.
 */
export const deliverChanges = (
  sender: Teller,
  now: Date,
  signal?: AbortSignal,
): Promise<number> => {
  const when: When = { clock: goingOnFrom(now, sender.clock), signal }
  const together = () => {
    const slices = slicesOf(sender)
    return async (due: Due) => tell(sender, due, await slices(due), when)
  }
  return deliverInTurns(sender.db, dueSubscriptions, lanesOf(sender), together, when)
}

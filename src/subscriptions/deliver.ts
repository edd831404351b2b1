/**
 * Telling receivers what has changed: each subscription goes along the feed of its organization, a
 * slice at a time, and moves on when its receiver has taken the slice. What is taken but not noted,
 * as the process has died in between, is told once more, under the same ids.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { changesAfter } from '../directory/changes/changes.sql.ts'
import type { Change } from '../directory/changes/change.ts'
import { bySystem } from '../events/context.ts'
import { eventOf, record } from '../events/record.ts'
import { hourMs, minuteMs, plus, secondMs } from '../kernel/time.ts'
import { newLanes, type Lanes } from '../outbound/lanes.ts'
import { transaction } from '../store/database.ts'
import {
  claimDue,
  claimMs,
  giveBack,
  loseRight,
  moveOn,
  postpone,
  skipTo,
  type Due,
} from './due.sql.ts'
import { remindedAt } from './life.rule.ts'
import { post, type Sender } from './post.ts'
import { rightOf } from './right.ts'
import { subscriptionEvent } from './subscription-event.ts'
import { concerns, notificationsOf } from './told.ts'

/** The most under way at a time, of one organization and of all. */
const atOnce = { organization: 32, all: 128 }
/** As many changes as are looked at for one message. */
const sliceSize = 500
/** For so long it is tried to tell a slice. */
const triedForMs = 4 * hourMs
const longestPauseMs = 10 * minuteMs
/** How often it is looked whether a lost right is back. */
const withoutRightMs = minuteMs
/** How often it is looked whether more has changed while messages are under way. */
const lookEveryMs = secondMs / 2

const pauseMs = (attempts: number): number =>
  Math.min(2 ** Math.min(attempts, 10) * 5 * secondMs, longestPauseMs)

const lanesOver = new WeakMap<Sender['db'], Lanes>()
const lanesOf = ({ db }: Sender): Lanes => {
  const lanes = lanesOver.get(db) ?? newLanes()
  lanesOver.set(db, lanes)
  return lanes
}

type Slice = { readonly changes: readonly Change[]; readonly to: number }
type Slices = (due: Due) => Promise<Slice>

// Those that stand at one place read it once.
const slicesOf = ({ db }: Sender): Slices => {
  const read = new Map<string, Promise<Slice>>()
  return (due) => {
    const { tenantId, from, last } = due
    const kind = due.kind === 'user' || due.kind === 'users' ? 'user' : 'group'
    const key = `${tenantId} ${kind} ${from} ${last}`
    const wanted = { kinds: [kind], upTo: last, limit: sliceSize } as const
    const slice =
      read.get(key) ??
      changesAfter(db, tenantId, from, wanted).then((changes) => ({
        changes,
        // Who has come further than was seen when it was taken does not go back.
        to: Math.max(
          from,
          (changes.length < sliceSize ? undefined : changes.at(-1)?.sequence) ?? last,
        ),
      }))
    read.set(key, slice)
    return slice
  }
}

type When = { readonly clock: () => Date; readonly signal: AbortSignal | undefined }

// What was given up stands in the log, and on the subscription.
const giveUp = (sender: Sender, due: Due, to: number, now: Date): Promise<void> =>
  transaction(sender.db, async (tx) => {
    if (!(await skipTo(tx, due, to, now))) return
    const details = { after: due.from, upTo: to }
    const happening = subscriptionEvent('subscription.missed', due, details)
    await record(tx, eventOf(bySystem(now), happening))
  })

const isOver = ({ failingSince }: Due, now: Date): boolean =>
  failingSince !== null && plus(failingSince, triedForMs) <= now

const withoutRight = (sender: Sender, due: Due, now: Date): Promise<void> =>
  isOver(due, now)
    ? giveUp(sender, due, due.last, now)
    : loseRight(sender.db, due, { until: plus(now, withoutRightMs), now })

const failed = async (sender: Sender, due: Due, to: number, now: Date): Promise<void> => {
  const { id: subscriptionId, tenantId, attempts } = due
  sender.log.warn({ subscriptionId, tenantId, attempts }, 'notifications were not received')
  if (isOver(due, now)) return giveUp(sender, due, to, now)
  await postpone(sender.db, due, { until: plus(now, pauseMs(attempts)), now })
}

const backAgain = ({ rightLostAt, lifecycleUrl, expiresAt }: Due, now: Date): Date | undefined =>
  rightLostAt === null || lifecycleUrl === null ? undefined : remindedAt(now, expiresAt)

type Message = { readonly value: readonly object[]; readonly to: number }

/** Sends a message on its lane. Returns how many notifications were taken. */
const send = async (
  sender: Sender,
  lanes: Lanes,
  due: Due,
  { value, to }: Message,
  { clock, signal }: When,
): Promise<number> => {
  const { db } = sender
  const deadline = plus(clock(), claimMs / 2)
  let isLate = false
  // Who has waited for long leaves it to whoever takes it next.
  const work = async (): Promise<boolean> => {
    isLate = clock() > deadline
    return isLate || post(sender, due.notificationUrl, value, signal)
  }
  const outcome = await lanes.run(due.lane, work, clock)
  const now = clock()
  if (outcome === 'taken' && !isLate) {
    await moveOn(db, due, to, { now, remindAt: backAgain(due, now) })
    return value.length
  }
  const isTried = outcome === 'failed' && signal?.aborted !== true
  await (isTried ? failed(sender, due, to, now) : giveBack(db, due, now))
  return 0
}

const tell = async (
  sender: Sender,
  lanes: Lanes,
  due: Due,
  { changes, to }: Slice,
  when: When,
): Promise<number> => {
  const { db } = sender
  const concerning = changes.filter((change) => concerns(due, change))
  if (concerning.length === 0) {
    await moveOn(db, due, to, { now: when.clock(), remindAt: undefined })
    return 0
  }
  const right = await rightOf(db, due)
  if (right !== undefined)
    return send(sender, lanes, due, { value: notificationsOf(due, concerning, right), to }, when)
  await withoutRight(sender, due, when.clock())
  return 0
}

/**
 * Tells every receiver what has changed and is due at `now`. Returns how many notifications were
 * taken. Organizations take turns, each receiver has a lane of its own, and one that hangs is
 * paused. Ends early at `signal`; what was not told stays due.
 */
export const deliverChanges = async (
  sender: Sender,
  now: Date,
  signal?: AbortSignal,
): Promise<number> => {
  const lanes = lanesOf(sender)
  const begun = sender.clock().getTime()
  const clock = (): Date => plus(now, sender.clock().getTime() - begun)
  const underWay = new Set<Promise<void>>()
  const failures: unknown[] = []
  let told = 0
  for (let more = true; more || underWay.size > 0;) {
    const room = signal?.aborted === true || failures.length > 0 ? 0 : atOnce.all - underWay.size
    const at = { room, organization: atOnce.organization, lanes: lanes.room(clock()) }
    const claimed = room === 0 ? [] : await claimDue(sender.db, clock(), at)
    const slices = slicesOf(sender)
    for (const due of claimed) {
      const telling = slices(due)
        .then((slice) => tell(sender, lanes, due, slice, { clock, signal }))
        .then((count) => void (told += count))
        .catch((error: unknown) => void failures.push(error))
        .finally(() => underWay.delete(telling))
      underWay.add(telling)
    }
    more = claimed.length > 0
    if (underWay.size > 0)
      await Promise.race([...underWay, pause(lookEveryMs, undefined, { ref: false })])
  }
  if (failures.length > 0) throw failures[0]
  return told
}

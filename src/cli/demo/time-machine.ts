/**
 * The time machine of the demo: a clock that can be moved on, and on each skipped day every job of
 * the worker. How far it stands ahead is kept in the store, so that a restart keeps it.
 */
import { keepLifecycle } from '../../directory/lifecycle/run.ts'
import { turnsBetween } from '../../directory/lifecycle/turns.rule.ts'
import type { Demo, Happenings, Skipped } from '../../edge/demo.ts'
import { dayMs, plus, systemClock, type Clock } from '../../kernel/time.ts'
import { counted, select } from '../../store/columns.ts'
import { firstRow, sql, type Database } from '../../store/database.ts'
import { readKept } from '../../store/kept-value.ts'
import type { Given } from '../../worker/running.ts'
import { runJobsOnce } from '../../worker/schedule.ts'

/** Where it stands among the facts of the installation. */
const name = 'demo'

export type TimeMachine = Demo & {
  readonly clock: Clock
  /** Says what the jobs are given; before, no time can be skipped. */
  readonly use: (given: Given) => void
}

/** How far the clock of the demo in this store stands ahead; undefined where there is no demo. */
export const readAhead = async (db: Database): Promise<number | undefined> => {
  const found = await readKept(db, name)
  return found === undefined ? undefined : Number(found.toString())
}

/** Says that this store holds a demo, and how far its clock stands ahead. */
export const keepAhead = async (db: Database, aheadMs: number): Promise<void> => {
  await sql`insert into installation (name, value) values (${name}, ${Buffer.from(String(aheadMs))})
    on conflict (name) do update set value = excluded.value`.execute(db)
}

/** The clock that a store goes by: that of the demo it holds, else the machine's. */
export const clockOf = async (db: Database): Promise<Clock> => {
  const ahead = (await readAhead(db)) ?? 0
  return () => plus(systemClock(), ahead)
}

const count = async (db: Database, from: ReturnType<typeof sql>): Promise<number> =>
  (await firstRow(db, select(counted)`from ${from}`))?.count ?? 0

const happenedSince = async (db: Database, since: Date): Promise<Happenings> => {
  const events = (...activities: readonly string[]) =>
    count(
      db,
      sql`events where at >= ${since} and actor_kind = 'system' and activity = any(${activities}::text[])`,
    )
  return {
    erased: await events('user.purged'),
    ended: await events('user.deleted', 'user.deletedByPolicy', 'user.homeDeleted'),
    requestsEnded: await events('request.expired', 'request.done'),
    objectsErased: await events('group.purged', 'application.purged'),
    mails: await count(db, sql`mails where created_at >= ${since}`),
    entries: await count(db, sql`events where at >= ${since}`),
  }
}

/** The time machine of the demo in `db`, whose clock stands `aheadMs` ahead of the machine's. */
export const timeMachine = (db: Database, aheadMs: number): TimeMachine => {
  let ahead = aheadMs
  let given: Given | undefined
  let last: Skipped | undefined
  let skipping: Promise<unknown> = Promise.resolve()
  const clock: Clock = () => plus(systemClock(), ahead)
  const skip = async (days: number): Promise<Skipped> => {
    if (given === undefined) throw new Error('The demo does not run yet.')
    const since = clock()
    for (let day = 0; day < days; day++) {
      // What is said of guests names the turn: a day that is skipped has all of its turns.
      for (const turn of turnsBetween(clock(), plus(clock(), dayMs))) await keepLifecycle(db, turn)
      ahead += dayMs
      await keepAhead(db, ahead)
      await runJobsOnce(given)
    }
    last = { days, counts: await happenedSince(db, since) }
    return last
  }
  return {
    clock,
    written: new Map(),
    use: (jobs) => (given = jobs),
    last: () => last,
    // One after the other: whoever skips while time is skipped goes on from there.
    skip: (days) => {
      const done = skipping.then(() => skip(days))
      skipping = done.catch(() => undefined)
      return done
    },
  }
}

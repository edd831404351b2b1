/**
 * Every recurring job in one table. Each may run in several processes at once and be stopped at any
 * moment.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { purgeDue } from '../directory/deleted/purge.ts'
import { deleteGuestsWithoutHome, markGuestsWithoutHome } from '../directory/guests/home-gone.ts'
import { carryOutAndTell } from '../directory/protection/tell.ts'
import { keepLifecycle } from '../directory/lifecycle/run.ts'
import { purgeDueObjects } from '../directory/deleted/objects/purge-objects.ts'
import { linkEntries, trimChains } from '../events/chain.ts'
import { keepClock } from '../directory/requests/clock.ts'
import { pruneEvents } from '../events/prune-events.ts'
import { removeWhoNeverCame } from '../invitations/never-came.ts'
import { pruneQuotas } from '../invitations/quota.ts'
import { hourMs, minuteMs, secondMs, type Clock } from '../kernel/time.ts'
import { drainMails, mailFailureWords } from '../mail/drain.ts'
import type { Post } from '../mail/post.ts'
import { tellReviews } from '../people/yearly-review.ts'
import { tellEnded, type Sender } from '../propagation/back-channel.ts'
import { pruneAssertions } from '../tokens/assertions/proofs.sql.ts'
import { pruneOverRecords, pruneRecords } from '../tokens/prune-records.sql.ts'
import { pruneSigningKeys } from '../tokens/signing-keys.ts'
import { pruneSignIn, pruneStrangers } from '../credentials/prune.ts'
import { makeExports, pruneExports } from '../privacy/export.ts'
import type { Database } from '../store/database.ts'
import { cleanAndTell } from './clean-and-tell.ts'
import { mayGoOn, type Told } from './may-go-on.ts'

/** What jobs have besides the store: the way out for mail, where there is one, and the log. */
type Tools = {
  readonly post: Post | undefined
  readonly log: Logger
  /** Where erasures are written down outside the store. */
  readonly journal: ((db: Database) => Promise<number>) | undefined
  readonly signal: AbortSignal
  readonly issuer: Pick<Sender, 'sealKey' | 'publicUrl' | 'allowPrivateProviders'>
}
type Job = {
  readonly name: string
  readonly everyMs: number
  /** Takes away for good what its time has come for, so the time has to be right (K26). */
  readonly forGood?: true
  /** What it looks at was written by the machine's clock, wherever the product's stands. */
  readonly ofMachine?: true
  readonly isMail?: true
  readonly run: (db: Database, now: Date, tools: Tools, clock: Clock) => Promise<number>
}

const jobs: readonly Job[] = [
  {
    name: 'purge users whose window has ended',
    everyMs: 5 * minuteMs,
    forGood: true,
    run: purgeDue,
  },
  {
    name: 'permanently delete what has waited for its time, and tell of it',
    everyMs: minuteMs,
    forGood: true,
    run: carryOutAndTell,
  },
  {
    name: 'tell organizations whose guests have no home any more',
    everyMs: minuteMs,
    run: markGuestsWithoutHome,
  },
  {
    name: 'delete guests who have had no home for long',
    everyMs: hourMs,
    forGood: true,
    run: deleteGuestsWithoutHome,
  },
  {
    name: 'remind of requests, and end those that nobody answered',
    everyMs: 5 * minuteMs,
    forGood: true,
    run: keepClock,
  },
  {
    name: 'keep the end dates and lifecycle policies of guests',
    everyMs: 15 * minuteMs,
    forGood: true,
    run: keepLifecycle,
  },
  { name: 'tell people once a year where they are', everyMs: 24 * hourMs, run: tellReviews },
  {
    name: 'purge groups and applications whose window has ended',
    everyMs: hourMs,
    forGood: true,
    run: purgeDueObjects,
  },
  {
    name: 'forget what strangers began and left',
    everyMs: minuteMs,
    forGood: true,
    run: pruneStrangers,
  },
  {
    name: 'forget sign-ons that are over',
    everyMs: minuteMs,
    forGood: true,
    ofMachine: true,
    run: pruneOverRecords,
  },
  {
    name: 'forget sessions and links that are over',
    everyMs: hourMs,
    forGood: true,
    run: pruneSignIn,
  },
  {
    name: 'forget how many invitations were sent',
    everyMs: hourMs,
    forGood: true,
    run: pruneQuotas,
  },
  {
    name: 'forget tokens that are over',
    everyMs: hourMs,
    forGood: true,
    ofMachine: true,
    run: async (db, now) => (await pruneRecords(db, now)) + (await pruneAssertions(db, now)),
  },
  {
    name: 'remove entries of the audit log whose time is over',
    everyMs: hourMs,
    forGood: true,
    run: async (db, now, { issuer }) => {
      const removed = await pruneEvents(db, now)
      await trimChains(db, issuer.sealKey, now)
      return removed
    },
  },
  {
    name: 'chain entries of the audit log',
    everyMs: 5 * secondMs,
    run: (db, now, { issuer }) => linkEntries(db, issuer.sealKey, now),
  },
  {
    name: 'remove guests who never accepted',
    everyMs: hourMs,
    forGood: true,
    run: removeWhoNeverCame,
  },
  {
    name: 'export what administrators have asked for',
    everyMs: 2 * secondMs,
    run: (db, now, { issuer }) => makeExports(db, now, issuer),
  },
  { name: 'forget exports that are over', everyMs: hourMs, forGood: true, run: pruneExports },
  {
    name: 'remove signing keys that nothing needs',
    everyMs: hourMs,
    forGood: true,
    run: pruneSigningKeys,
  },
  {
    name: 'write erasures down outside the store',
    everyMs: 5 * secondMs,
    run: async (db, _now, { journal }) => (await journal?.(db)) ?? 0,
  },
  {
    name: 'write anew the files that removed people stood in',
    everyMs: 30 * secondMs,
    run: (db, _now, { log }) => cleanAndTell(db, log),
  },
  {
    name: 'tell applications who is gone',
    everyMs: 2 * secondMs,
    run: (db, now, { issuer, log, signal }, clock) =>
      tellEnded({ db, log, clock, ...issuer }, now, signal),
  },
  {
    name: 'send mail',
    everyMs: 5 * secondMs,
    isMail: true,
    run: (db, _now, { post, log, signal }, clock) =>
      drainMails(
        db,
        clock,
        post,
        (failure) => log.warn(failure, mailFailureWords(failure)),
        signal,
      ),
  },
]

/**
 * How long a job may take, beside the limits of what it waits for: one that hangs would never run
 * again in this process, unseen (F1). It is begun anew, as several processes run jobs anyway.
 */
const longestMs = 15 * minuteMs

/** How long a running job is waited for at the end; what it has claimed is taken up by another. */
const leftAfterMs = 5 * secondMs

/** What the jobs are given. */
export type Given = Pick<Tools, 'log' | 'issuer'> &
  Partial<Pick<Tools, 'post' | 'journal'>> & {
    readonly db: Database
    readonly clock: Clock
    /** The machine's own clock, where the product's has been moved: that one has to be right. */
    readonly machine?: Clock
    /** No mail is sent or dropped: it is shown where it waits. */
    readonly keepsMail?: boolean
    /** For tests: how long a job may take instead. */
    readonly jobLimitMs?: number
  }
type Running = {
  readonly db: Database
  readonly clock: Clock
  readonly machine: Clock
  readonly tools: Tools
  readonly limitMs: number
  readonly told?: Told
}

/**
 * Starts the jobs: each runs now and then at its interval, not twice at once in this process as
 * long as it takes no longer than it may. Returns what tells them to stop, and waits for the
 * running ones, 5 seconds at most.
 */
export const startWorker = (given: Given, told?: Told): (() => Promise<void>) => {
  const stopping = new AbortController()
  const running = runningOf(given, stopping.signal, told)
  const stops = jobsOf(given).map((job) => repeat(job, running))
  return async () => {
    stopping.abort()
    const left = pause(leftAfterMs, undefined, { ref: false })
    await Promise.race([Promise.all(stops.map((stop) => stop())), left])
  }
}

/** Runs each job once, one after the other, by the clock that is given. */
export const runJobsOnce = async (given: Given): Promise<void> => {
  const running = runningOf(given, new AbortController().signal)
  for (const job of jobsOf(given)) await runAtMost(job, running)
}

const jobsOf = ({ keepsMail }: Given): readonly Job[] =>
  keepsMail === true ? jobs.filter(({ isMail }) => isMail !== true) : jobs

const runningOf = (given: Given, signal: AbortSignal, told?: Told): Running => {
  const { db, clock, machine = clock, log, post, issuer, journal } = given
  const tools = { post, log, issuer, journal, signal }
  const limitMs = given.jobLimitMs ?? longestMs
  return { db, clock, machine, tools, limitMs, ...(told && { told }) }
}

const repeat = (job: Job, beside: Running): (() => Promise<void>) => {
  let running: Promise<void> = Promise.resolve()
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const tick = (): void => {
    running = runAtMost(job, beside).then(() => {
      if (!stopped) timer = setTimeout(tick, job.everyMs).unref()
    })
  }
  timer = setTimeout(tick, 0).unref()
  return () => {
    stopped = true
    clearTimeout(timer)
    return running
  }
}

// A job that takes longer than it may is told to stop, and not waited for any more.
const runAtMost = async (job: Job, { tools, limitMs, ...beside }: Running): Promise<void> => {
  const given = new AbortController()
  const limit = Promise.withResolvers<'over'>()
  const timer = setTimeout(() => limit.resolve('over'), limitMs).unref()
  const signal = AbortSignal.any([tools.signal, given.signal])
  const ended = await Promise.race([
    runOnce(job, { ...beside, limitMs, tools: { ...tools, signal } }),
    limit.promise,
  ])
  clearTimeout(timer)
  if (ended !== 'over') return
  given.abort()
  tools.log.error({ job: job.name, limitMs }, 'job took too long and is begun again')
  beside.told?.overran(job.name)
}

// A job that fails is tried again at its next turn; the store may be away for a while.
const runOnce = async (job: Job, { db, clock, machine, tools, told }: Running): Promise<void> => {
  const { log } = tools
  try {
    if (job.forGood === true && !(await mayGoOn(db, machine(), log, told))) return
    const now = job.ofMachine === true ? machine() : clock()
    const count = await job.run(db, now, tools, clock)
    told?.ran(job.name, count)
    if (count > 0) log.info({ job: job.name, count }, 'job done')
  } catch (error) {
    log.error({ job: job.name, err: error }, 'job failed')
  }
}

/** How jobs run: each now and then, stopped when it is told to, and not waited for without end. */
import type { Logger } from 'pino'
import { minuteMs, type Clock } from '../kernel/time.ts'
import type { Post } from '../mail/post.ts'
import type { Sender } from '../propagation/back-channel.ts'
import type { Database } from '../store/database.ts'
import type { ReadObjects } from '../subscriptions/content.ts'
import { mayGoOn, type Told } from './may-go-on.ts'

/** What jobs have besides the store: the way out for mail, where there is one, and the log. */
type Tools = {
  readonly post: Post | undefined
  readonly log: Logger
  /** Where erasures are written down outside the store. */
  readonly journal: ((db: Database) => Promise<number>) | undefined
  /** A round of the synthetic guest, where the operator wants one. */
  readonly probe: ((db: Database, now: Date, signal: AbortSignal) => Promise<number>) | undefined
  readonly signal: AbortSignal
  /** How objects are read for subscribers, as the directory API answers them. */
  readonly readObjects: ReadObjects
  readonly issuer: Pick<Sender, 'sealKey' | 'publicUrl' | 'allowPrivateProviders'>
}
export type Job = {
  readonly name: string
  readonly everyMs: number
  /** Takes away for good what its time has come for, so the time has to be right (K26). */
  readonly forGood?: true
  /** What it looks at was written by the machine's clock, wherever the product's stands. */
  readonly ofMachine?: true
  readonly isMail?: true
  readonly isProbe?: true
  readonly run: (db: Database, now: Date, tools: Tools, clock: Clock) => Promise<number>
}

/**
 * How long a job may take, beside the limits of what it waits for: one that hangs would never run
 * again in this process, unseen (F1). It is begun anew, as several processes run jobs anyway.
 */
const longestMs = 15 * minuteMs

/** What the jobs are given. */
export type Given = Pick<Tools, 'log' | 'issuer' | 'readObjects'> &
  Partial<Pick<Tools, 'post' | 'journal' | 'probe'>> & {
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

/** What is given, and until when to go on. */
export const runningOf = (given: Given, signal: AbortSignal, told?: Told): Running => {
  const { db, clock, machine = clock, log, post, issuer, readObjects, journal, probe } = given
  const tools = { post, log, issuer, readObjects, journal, probe, signal }
  const limitMs = given.jobLimitMs ?? longestMs
  return { db, clock, machine, tools, limitMs, ...(told && { told }) }
}

/** Runs it now and then, at its interval. Returns what stops it and waits for it. */
export const repeat = (job: Job, beside: Running): (() => Promise<void>) => {
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

/** A job that takes longer than it may is told to stop, and not waited for any more. */
export const runAtMost = async (
  job: Job,
  { tools, limitMs, ...beside }: Running,
): Promise<void> => {
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

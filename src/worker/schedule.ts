/** Every recurring job in one table. Each may run in several processes at once and be stopped at any moment. */
import type { Logger } from 'pino'
import { purgeDue } from '../directory/purge-user.ts'
import { purgeDeletedLinks } from '../directory/purge-links.ts'
import { hourMs, minuteMs, type Clock } from '../kernel/time.ts'
import { pruneSignIn } from '../sign-in/prune.ts'
import type { Database } from '../store/database.ts'

type Job = { readonly name: string; readonly everyMs: number; readonly run: (db: Database, now: Date) => Promise<number> }

const jobs: readonly Job[] = [
  { name: 'purge users whose window has ended', everyMs: 5 * minuteMs, run: purgeDue },
  { name: 'remove groups and applications deleted long ago', everyMs: hourMs, run: purgeDeletedLinks },
  { name: 'forget sessions and links that are over', everyMs: hourMs, run: pruneSignIn },
]

/** Starts the jobs: each runs now and then at its interval, never twice at once in this process. Returns what stops them and waits for the running ones. */
export const startWorker = (
  { db, clock, log }: { db: Database; clock: Clock; log: Logger },
  onRun?: (job: string, count: number) => void,
): (() => Promise<void>) => {
  const stops = jobs.map((job) => repeat(job, db, clock, log, onRun))
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
}

const repeat = (job: Job, db: Database, clock: Clock, log: Logger, onRun?: (job: string, count: number) => void): (() => Promise<void>) => {
  let running: Promise<void> = Promise.resolve()
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const tick = (): void => {
    running = runOnce(job, db, clock, log, onRun).then(() => {
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

// A job that fails is tried again at its next turn; the store may be away for a while.
const runOnce = async (job: Job, db: Database, clock: Clock, log: Logger, onRun?: (job: string, count: number) => void): Promise<void> => {
  try {
    const count = await job.run(db, clock())
    onRun?.(job.name, count)
    if (count > 0) log.info({ job: job.name, count }, 'job done')
  } catch (error) {
    log.error({ job: job.name, err: error }, 'job failed')
  }
}

/**
 * Every recurring job in one table. Each may run in several processes at once and be stopped at any
 * moment.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { forgetChanges } from '../directory/changes/forget.ts'
import { sequenceAll } from '../directory/changes/sequence.ts'
import { purgeDue } from '../directory/deleted/purge.ts'
import { deleteGuestsWithoutHome, markGuestsWithoutHome } from '../directory/guests/home-gone.ts'
import { carryOutAndTell } from '../directory/protection/tell.ts'
import { keepLifecycle } from '../directory/lifecycle/run.ts'
import { purgeDueObjects } from '../directory/deleted/objects/purge-objects.ts'
import { addUpCounts } from '../directory/counts/add-up.ts'
import { countTurnover } from '../directory/counts/count-turnover.ts'
import { linkEntries, trimChains } from '../events/chain.ts'
import { keepClock } from '../directory/requests/clock.ts'
import { pruneEvents } from '../events/prune-events.ts'
import { removeWhoNeverCame } from '../invitations/never-came.ts'
import { pruneQuotas } from '../invitations/quota.ts'
import { hourMs, minuteMs, secondMs } from '../kernel/time.ts'
import { drainMails, mailFailureWords } from '../mail/drain.ts'
import { tellReviews } from '../people/yearly-review.ts'
import { tellEnded } from '../propagation/back-channel.ts'
import { deliverChanges } from '../subscriptions/deliver.ts'
import { tellLifecycles } from '../subscriptions/lifecycle.ts'
import { forgetExpired } from '../subscriptions/subscriptions.sql.ts'
import { pruneAssertions } from '../tokens/assertions/proofs.sql.ts'
import { pruneOverRecords, pruneRecords } from '../tokens/prune-records.sql.ts'
import { pruneSigningKeys } from '../tokens/signing-keys.ts'
import { pruneSignIn, pruneStrangers } from '../credentials/prune.ts'
import { makeExports, pruneExports } from '../privacy/export.ts'
import { cleanAndTell } from './clean-and-tell.ts'
import type { Told } from './may-go-on.ts'
import { repeat, runAtMost, runningOf, type Given, type Job } from './running.ts'

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
  { name: 'add up how many users there are', everyMs: 5 * secondMs, run: addUpCounts },
  { name: 'count who joined and who went', everyMs: hourMs, run: countTurnover },
  { name: 'number what has changed', everyMs: 5 * secondMs, run: sequenceAll },
  {
    name: 'forget changes that nobody may ask for any more',
    everyMs: hourMs,
    forGood: true,
    run: forgetChanges,
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
    name: 'tell subscribers what has changed',
    everyMs: 2 * secondMs,
    run: (db, now, { issuer, log, readObjects, signal }, clock) =>
      deliverChanges({ db, log, clock, readObjects, ...issuer }, now, signal),
  },
  {
    name: 'tell subscribers that a subscription has to be authorized anew',
    everyMs: 2 * secondMs,
    run: (db, now, { issuer, log, signal }, clock) =>
      tellLifecycles({ db, log, clock, ...issuer }, now, signal),
  },
  {
    name: 'forget subscriptions that have ended',
    everyMs: hourMs,
    forGood: true,
    run: forgetExpired,
  },
  {
    name: 'measure how soon a synthetic guest is refused everywhere',
    everyMs: minuteMs,
    isProbe: true,
    run: async (db, now, { probe, signal }) => (await probe?.(db, now, signal)) ?? 0,
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

/** How long a running job is waited for at the end; what it has claimed is taken up by another. */
const leftAfterMs = 5 * secondMs

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

const jobsOf = ({ keepsMail, probe }: Given): readonly Job[] =>
  jobs.filter(
    ({ isMail, isProbe }) =>
      !(isMail === true && keepsMail === true) && !(isProbe === true && probe === undefined),
  )

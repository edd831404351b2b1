/** Numbers of the synthetic guest: how soon it was refused everywhere, and rounds that failed. */
import { Counter, Gauge, Histogram, Summary, type Registry } from 'prom-client'
import { dayMs, secondMs } from '../kernel/time.ts'

/** What became of a round: `letIn` and `notTried` are failures, and have no time. */
export type Round =
  | { readonly outcome: 'refused'; readonly ms: number }
  | { readonly outcome: 'letIn' | 'notTried' }

const name = 'guesthouse_revocation_seconds'
const bucketSeconds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Takes up rounds, from zero. */
export const probeMetrics = (registry: Registry): ((round: Round) => void) => {
  const registers = [registry]
  const seconds = new Histogram({
    name,
    help: 'From the answer to a leave until every door refused, in each round of the synthetic guest.',
    buckets: bucketSeconds,
    registers,
  })
  const ofDay = new Summary({
    name: 'guesthouse_revocation_day_seconds',
    help: 'The same of the last day, as p50 and p99, of the rounds of this process.',
    percentiles: [0.5, 0.99],
    maxAgeSeconds: dayMs / secondMs,
    ageBuckets: 24,
    registers,
  })
  const rounds = new Counter({
    name: 'guesthouse_revocation_rounds_total',
    help: 'Rounds of the synthetic guest: refused, still let in after ten seconds, or not tried.',
    labelNames: ['outcome'],
    registers,
  })
  const last = new Gauge({
    name: 'guesthouse_revocation_last_round_timestamp_seconds',
    help: 'When the last round of the synthetic guest ended, whatever became of it.',
    registers,
  })
  for (const outcome of ['refused', 'letIn', 'notTried'] as const) rounds.inc({ outcome }, 0)
  return (round) => {
    const { outcome } = round
    rounds.inc({ outcome })
    last.setToCurrentTime()
    if (round.outcome !== 'refused') return
    seconds.observe(round.ms / secondMs)
    ofDay.observe(round.ms / secondMs)
  }
}

/**
 * Numbers for Prometheus: requests, jobs and the process. Labels are route patterns and job names,
 * never an id or a name.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'
import { probeMetrics, type Round } from './probe-metrics.ts'

export type Answered = {
  readonly method: string
  readonly route: string
  readonly status: number
  readonly seconds: number
}

export type Metrics = {
  readonly answered: (request: Answered) => void
  /** To be given to the worker. */
  readonly jobRan: (job: string, count: number) => void
  readonly jobOverran: (job: string) => void
  /** To be given to the synthetic guest, where there is one. */
  readonly probed: (round: Round) => void
  /** All numbers, in Prometheus' text format. */
  readonly text: () => Promise<string>
  readonly contentType: string
}

const leaveRoute = '/account/organizations/:id/leave'
const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
const bucketSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

const countersIn = (registers: Registry[]) => {
  const labelNames = ['route', 'method', 'status'] as const
  const requests = new Counter({
    name: 'guesthouse_http_requests_total',
    help: 'Requests answered.',
    labelNames,
    registers,
  })
  const durations = new Histogram({
    name: 'guesthouse_http_request_duration_seconds',
    help: 'Time from a request to its answer.',
    labelNames: ['route', 'method'],
    buckets: bucketSeconds,
    registers,
  })
  const leaves = new Counter({
    name: 'guesthouse_leaves_total',
    help: 'Leave requests that were granted, repeated ones included.',
    registers,
  })
  const runs = new Counter({
    name: 'guesthouse_job_runs_total',
    help: 'Runs of a job that ended well.',
    labelNames: ['job'],
    registers,
  })
  const items = new Counter({
    name: 'guesthouse_job_items_total',
    help: 'What the job did: users purged, sessions forgotten.',
    labelNames: ['job'],
    registers,
  })
  const overruns = new Counter({
    name: 'guesthouse_job_overruns_total',
    help: 'Runs of a job that took longer than they may, and were begun again.',
    labelNames: ['job'],
    registers,
  })
  return { requests, durations, leaves, runs, items, overruns }
}

/**
 * Counters of their own, starting at zero. `withProbe`: those of the synthetic guest are among
 * them.
 */
export const newMetrics = (withProbe = false): Metrics => {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const { requests, durations, leaves, runs, items, overruns } = countersIn(registers)
  return {
    answered: ({ method: asked, route, status, seconds }) => {
      const method = knownMethods.has(asked) ? asked : 'other'
      requests.inc({ route, method, status: `${Math.floor(status / 100)}xx` })
      durations.observe({ route, method }, seconds)
      if (route === leaveRoute && status === 200) leaves.inc()
    },
    jobRan: (job, count) => {
      runs.inc({ job })
      items.inc({ job }, count)
    },
    jobOverran: (job) => overruns.inc({ job }),
    probed: withProbe ? probeMetrics(registry) : () => {},
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/**
 * /metrics for whoever sends `token` as a bearer token. Digests are compared, so the time tells
 * neither content nor length.
 */
export const metricsApp = (metrics: Metrics, token: string): Hono => {
  const expected = digest(`Bearer ${token}`)
  const app = new Hono()
  app.get('/metrics', async (c) => {
    if (!timingSafeEqual(digest(c.req.header('authorization') ?? ''), expected)) {
      return c.text('Send the metrics token as a bearer token.\n', 401, {
        'www-authenticate': 'Bearer',
      })
    }
    return c.body(await metrics.text(), 200, {
      'content-type': metrics.contentType,
      'cache-control': 'no-store',
    })
  })
  return app
}

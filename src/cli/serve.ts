/**
 * The running server: the product behind its listener, with health, metrics, log and jobs, from
 * start to graceful stop.
 */
import { Hono } from 'hono'
import type { Logger } from 'pino'
import type { Env, Services } from '../edge/routes.ts'
import { healthApp, type Health } from '../server/health.ts'
import type { Config } from '../kernel/config.ts'
import { systemClock } from '../kernel/time.ts'
import { listen } from '../server/listen.ts'
import { smtpPost, type Post } from '../mail/post.ts'
import { tlsFrom, type Tls } from '../server/tls.ts'
import { metricsApp, newMetrics, type Metrics } from '../server/metrics.ts'
import { newLog, requestLog } from '../server/request-log.ts'
import { emptyApp, serverApp } from '../server/server.ts'
import { erasureJournal } from '../privacy/journal.ts'
import { readObjects } from '../graph/subscriptions/read-objects.ts'
import { readSealKey } from '../store/seal-key.ts'
import type { Store } from '../store/store.ts'
import { composeWaiting } from '../words/mail/compose.ts'
import type { Given } from '../worker/running.ts'
import { startWorker } from '../worker/schedule.ts'
import type { TimeMachine } from './demo/time-machine.ts'
import { checkKey } from './key-check.ts'
import { keepAddress } from './own-address.ts'
import { revocationProbe } from './probe/probe.ts'
import { outsideOf, replayErasures } from './commands/erasures-commands.ts'
import type { Terminal } from './terminal.ts'

const damageWords =
  'The store is damaged: what is named here cannot be read. Stop Guesthouse, see to the disk, and put back the whole store from a backup.'

/** The product with what surrounds it. /metrics is there only with a token. */
export const runningApp = (
  services: Services,
  metrics: Metrics,
  metricsToken: string | undefined,
  health: Health = {},
): Hono<Env> => {
  const app = emptyApp()
  // Before the log: supervisors ask often, and their questions tell nothing.
  app.route('/', healthApp(services.db, health))
  if (metricsToken !== undefined) app.route('/', metricsApp(metrics, metricsToken))
  app.use(requestLog(services.log, metrics.answered))
  const product = serverApp(services, app)
  app.route('/', product)
  // Hono asks only the outermost app about unknown addresses; the product has words of its own.
  app.notFound((c) => product.fetch(c.req.raw, c.env))
  return app
}

const postOf = (
  { smtpUrl, mailFrom, allowPlainSmtp }: Config,
  publicUrl: string,
): Post | undefined =>
  smtpUrl === undefined
    ? undefined
    : smtpPost({
        url: smtpUrl,
        from: mailFrom,
        allowPlain: allowPlainSmtp,
        compose: (mail) => composeWaiting(mail, publicUrl),
      })

const tlsNamedIn = ({ tls }: Config, log: Logger): Promise<Tls> | undefined =>
  tls &&
  tlsFrom(tls, (error) =>
    log.error({ err: error }, 'The newer certificate cannot be used; the one before goes on.'),
  )

type Life = { isStopping: boolean; warning: string | undefined }

const startJobs = (
  { probes, ...given }: Omit<Given, 'readObjects' | 'probe'> & { readonly probes: boolean },
  demo: TimeMachine | undefined,
  metrics: Metrics,
  life: Life,
): (() => Promise<void>) => {
  // A demo without a mail server shows its mail instead, and that is there as long as it is.
  const keepsMail = demo !== undefined && given.post === undefined
  const { clock, log, issuer } = given
  const probe = revocationProbe({ ...issuer, clock, log, told: metrics.probed })
  const surroundings = { readObjects, machine: systemClock, keepsMail }
  const jobs = { ...given, ...surroundings, ...(probes && { probe }) }
  demo?.use(jobs)
  return startWorker(jobs, {
    ran: metrics.jobRan,
    overran: metrics.jobOverran,
    clock: (problem) => (life.warning = problem),
  })
}

/**
 * Serves `store` until the terminal says stop: then takes no new requests, ends the running ones
 * and the jobs, and returns.
 */
export const serve = async (
  terminal: Terminal,
  config: Config,
  { db }: Store,
  onReady: (publicUrl: string) => void | Promise<void>,
  { demo, tls: given }: { demo?: TimeMachine; tls?: Tls | undefined } = {},
): Promise<void> => {
  const stopped = terminal.stopped()
  const clock = demo?.clock ?? systemClock
  await replayErasures(db, config, clock(), terminal.err)
  const { trustedProxies, allowPrivateProviders } = config
  const sealKey = readSealKey(config)
  await checkKey(db, sealKey)
  const log: Logger = newLog(config.logLevel)
  const tls = given ?? (await tlsNamedIn(config, log))
  const probes = config.revocationProbe && demo === undefined
  const metrics = newMetrics(probes)
  const life: Life = { isStopping: false, warning: undefined }
  const { url, stop } = await listen({ ...config, tls }, (url) => {
    const publicUrl = config.publicUrl ?? url
    const keys = { sealKey, allowPrivateProviders }
    const sendsMail = config.smtpUrl !== undefined
    const given = { db, clock, log, publicUrl, trustedProxies, sendsMail }
    const services = { ...given, ...keys, ...(demo && { demo }) }
    const app = runningApp(services, metrics, config.metricsToken, {
      isStopping: () => life.isStopping,
      warning: () => life.warning,
      onDamage: (damage) => log.error({ damage }, damageWords),
    })
    return (request, bindings) => app.fetch(request, bindings)
  })
  const publicUrl = config.publicUrl ?? url
  const post = postOf(config, publicUrl)
  const issuer = { sealKey, publicUrl, allowPrivateProviders }
  const journal = erasureJournal(outsideOf(config))
  const jobs = { db, clock, log, post, journal, issuer, probes }
  const stopWorker = startJobs(jobs, demo, metrics, life)
  try {
    await keepAddress(db, config, url)
    await onReady(publicUrl)
    log.info({ url: publicUrl }, 'ready')
    await stopped
    log.info('stopping')
  } finally {
    life.isStopping = true
    await Promise.all([stop(config.drainMs), stopWorker()])
    post?.close()
  }
  log.info('stopped')
}

/** What a supervisor asks: is the process up (/healthz), and can it serve (/readyz)? Nobody signs in for either. */
import { Hono } from 'hono'
import { secondMs } from './kernel/time.ts'
import { sql, type Database } from './store/database.ts'

const readyWithinMs = 2 * secondMs

/** Whether the store answers within `withinMs` milliseconds. Never throws. */
const isReady = async (db: Database, withinMs: number = readyWithinMs): Promise<boolean> => {
  const { promise: late, resolve } = Promise.withResolvers<false>()
  const timer = setTimeout(resolve, withinMs, false)
  const asked = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}

export type Health = {
  /** How long the store may take to answer, in milliseconds. */
  readonly withinMs?: number
  /** The process has been told to stop: it still answers, and whoever sends it work should send it elsewhere. */
  readonly isStopping?: () => boolean
  /** What is wrong and does not keep it from serving, in words. */
  readonly warning?: () => string | undefined
}

/** The two addresses. /readyz is 503 while the store does not answer, and from the moment on in which the process begins to stop. */
export const healthApp = (db: Database, { withinMs, isStopping = () => false, warning = () => undefined }: Health = {}): Hono => {
  const app = new Hono()
  const fresh = { 'cache-control': 'no-store' }
  app.get('/healthz', (c) => c.text('ok\n', 200, fresh))
  app.get('/readyz', async (c) => {
    if (isStopping()) return c.text('stopping\n', 503, fresh)
    if (!(await isReady(db, withinMs))) return c.text('store unavailable\n', 503, fresh)
    const more = warning()
    return c.text(more === undefined ? 'ready\n' : `ready\n${more}\n`, 200, fresh)
  })
  return app
}

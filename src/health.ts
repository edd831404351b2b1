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

/** The two addresses. /readyz is 503 while the store does not answer. */
export const healthApp = (db: Database, withinMs: number = readyWithinMs): Hono => {
  const app = new Hono()
  const fresh = { 'cache-control': 'no-store' }
  app.get('/healthz', (c) => c.text('ok\n', 200, fresh))
  app.get('/readyz', async (c) =>
    (await isReady(db, withinMs)) ? c.text('ready\n', 200, fresh) : c.text('store unavailable\n', 503, fresh),
  )
  return app
}

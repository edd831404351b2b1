/**
 * What a supervisor asks: is the process up (/healthz), and can it serve (/readyz)? Nobody signs in
 * for either.
 */
import { Hono } from 'hono'
import { setTimeout as pause } from 'node:timers/promises'
import { secondMs } from '../kernel/time.ts'
import { sql, type Database } from '../store/database.ts'
import { findDamage } from '../store/soundness.ts'

const readyWithinMs = 2 * secondMs
/** The tables are looked at no more often, however often it is asked. */
const lookEveryMs = 10 * secondMs

/** Whether the store answers within `withinMs` milliseconds. Never throws. */
const isReady = async (db: Database, withinMs: number): Promise<boolean> => {
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

/**
 * Says what is damaged in the store, by a look at its tables now or not long ago. Who cannot wait
 * for the look gets what was seen before.
 */
const watchTables = (
  db: Database,
  onDamage: (damage: string) => void,
): ((withinMs: number) => Promise<string | undefined>) => {
  const seen: { damage: string | undefined; at: number } = { damage: undefined, at: -Infinity }
  let looking: Promise<void> | undefined
  const look = async (): Promise<void> => {
    try {
      const damage = await findDamage(db)
      if (damage !== undefined && damage !== seen.damage) onDamage(damage)
      seen.damage = damage
    } catch {
      // A store that is away says so by itself; what was damaged before still is.
    } finally {
      looking = undefined
    }
  }
  return async (withinMs) => {
    if (looking === undefined && performance.now() - seen.at >= lookEveryMs) {
      seen.at = performance.now()
      looking = look()
    }
    await Promise.race([looking, pause(withinMs, undefined, { ref: false })])
    return seen.damage
  }
}

export type Health = {
  /** How long the store may take to answer, in milliseconds. */
  readonly withinMs?: number
  /**
   * The process has been told to stop: it still answers, and whoever sends it work should send it
   * elsewhere.
   */
  readonly isStopping?: () => boolean
  /** What is wrong and does not keep it from serving, in words. */
  readonly warning?: () => string | undefined
  /** Hears of damage to the store, once. */
  readonly onDamage?: (damage: string) => void
}

/**
 * The two addresses. /readyz is 503 while the store does not answer or tables of it are damaged,
 * and from the moment on in which the process begins to stop.
 */
export const healthApp = (db: Database, health: Health = {}): Hono => {
  const {
    withinMs = readyWithinMs,
    isStopping = () => false,
    warning = () => undefined,
    onDamage = () => {},
  } = health
  const app = new Hono()
  const damageOf = watchTables(db, onDamage)
  const fresh = { 'cache-control': 'no-store' }
  app.get('/healthz', (c) => c.text('ok\n', 200, fresh))
  app.get('/readyz', async (c) => {
    if (isStopping()) return c.text('stopping\n', 503, fresh)
    if (!(await isReady(db, withinMs))) return c.text('store unavailable\n', 503, fresh)
    const damage = await damageOf(withinMs)
    if (damage !== undefined) return c.text(`store damaged: ${damage}\n`, 503, fresh)
    const more = warning()
    return c.text(more === undefined ? 'ready\n' : `ready\n${more}\n`, 200, fresh)
  })
  return app
}

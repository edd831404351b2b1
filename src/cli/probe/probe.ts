/**
 * One round of the synthetic guest: it is there, signs on, leaves, and every door that was open is
 * tried until all refuse. What the round has written is taken away again.
 */
import type { Logger } from 'pino'
import { openSession } from '../../people/open-session.ts'
import { endSession } from '../../people/sessions.ts'
import { secondMs } from '../../kernel/time.ts'
import type { Database } from '../../store/database.ts'
import { openDoors } from './doors.ts'
import { isInUse, sweep, takeTurn } from './place.sql.ts'
import { readOrMakePlace, seeGuestIn, type Place } from './place.ts'
import { tryAll, untilRefused, type Patience, type Refusal } from './refused.ts'
import { visitorOf, type Product } from './visitor.ts'

/** A round is over before the next one begins. */
const roundMs = 45 * secondMs
const usual: Patience = { times: 5, limitMs: 10 * secondMs, pauseMs: 20 }

type Asked = Product & { readonly patience: Patience; readonly signal: AbortSignal }

const measure = async (
  { patience, signal, ...product }: Asked,
  place: Place,
  session: string,
): Promise<Refusal> => {
  const visitor = visitorOf(product, session, signal)
  const { doors, leave } = await openDoors(visitor, place, product.publicUrl)
  // Where one is shut already, that it is shut afterwards says nothing.
  const shut = [...(await tryAll(doors))].filter(([, found]) => found !== 'letIn')
  if (shut.length > 0) return { outcome: 'notTried', doors: shut.map(([name]) => name) }
  const left = await leave()
  return left.ok ? untilRefused(doors, patience, signal) : { outcome: 'notTried', doors: ['leave'] }
}

const round = async (db: Database, asked: Asked, now: Date): Promise<Refusal> => {
  const place = await readOrMakePlace(db, now)
  await seeGuestIn(db, place, now)
  const device = { address: null, userAgent: null }
  const { sessionId, token } = await openSession(db, place.personId, device, now)
  try {
    return await measure(asked, place, token)
  } finally {
    await endSession(db, place.personId, sessionId)
    await sweep(db, [place.homeTenantId, place.tenantId])
  }
}

type Probe = Product & {
  readonly log: Logger
  /** Hears of each round, when it is over. */
  readonly told: (found: Refusal) => void
  /** For tests. */
  readonly patience?: Patience
}

/**
 * What the worker runs every minute: one round where it is this process’s turn. Returns 0: there is
 * nothing to count.
 */
export const revocationProbe =
  ({ log, told, patience = usual, ...product }: Probe) =>
  async (db: Database, now: Date, stopping: AbortSignal): Promise<number> => {
    if (!(await isInUse(db)) || !(await takeTurn(db, now))) return 0
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(roundMs)])
    try {
      const found = await round(db, { ...product, patience, signal }, now)
      told(found)
      if (found.outcome === 'letIn')
        log.error({ doors: found.doors }, 'The synthetic guest has left and is still let in.')
      if (found.outcome === 'notTried')
        log.warn({ doors: found.doors }, 'The synthetic guest could not try every door.')
    } catch (error) {
      // Cut short by the end of the server: that is no failure.
      if (stopping.aborted) return 0
      told({ outcome: 'notTried', doors: [] })
      throw error
    }
    return 0
  }

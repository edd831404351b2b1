/** What a change is done with, by who does it. */
import { newId } from '../kernel/ids.ts'
import type { Around, Context } from './event.ts'

/** Around a change that no request asked for: a job, or the command line. */
export const unasked = (now: Date): Around => ({ now, correlationId: newId(), address: null })

/**
 * Somebody changes something, whether an edge knew them beforehand or they have shown it just now.
 */
export const byUser = (around: Around, id: string): Context => ({
  now: around.now,
  correlationId: around.correlationId,
  address: around.address,
  actor: { kind: 'user', id },
})

/** An application does, by itself. */
export const byApplication = (around: Around, id: string): Context => ({
  now: around.now,
  correlationId: around.correlationId,
  address: around.address,
  actor: { kind: 'application', id },
})

/** Whether an application does it to itself: none can raise itself. */
export const isItself = ({ actor }: Context, applicationId: string): boolean =>
  actor.kind === 'application' && actor.id === applicationId

/**
 * Whether nobody of an organization does it, but an operator or a job, who stand above what roles
 * and permissions say.
 */
export const isOfMachine = ({ actor: { kind } }: Context): boolean =>
  kind === 'operator' || kind === 'system'

/** A job of ours does. */
export const bySystem = (now: Date): Context => ({ ...unasked(now), actor: { kind: 'system' } })

/** An operator does, on the machine itself. */
export const byOperator = (now: Date): Context => ({ ...unasked(now), actor: { kind: 'operator' } })

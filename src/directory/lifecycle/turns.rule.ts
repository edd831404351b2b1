/**
 * The turns of the lifecycle policies (R134): full hours. What is said of a guest before, and what
 * is done at last, are of the same turn, however long before or after it somebody looks.
 */
import { hourMs } from '../../kernel/time.ts'

const turnMs = hourMs

/** The turn that is on at this moment. */
export const turnOf = (at: Date): Date => new Date(Math.floor(at.getTime() / turnMs) * turnMs)

/** The first turn that is not before this moment. */
export const nextTurn = (at: Date): Date => new Date(Math.ceil(at.getTime() / turnMs) * turnMs)

/** Every turn after one moment, up to the other. */
export function* turnsBetween(from: Date, until: Date): Generator<Date> {
  for (let turn = turnOf(from).getTime() + turnMs; turn <= until.getTime(); turn += turnMs)
    yield new Date(turn)
}

/** What a batch is made of, and in which order its parts are done (contract §5). */
import type { z } from 'zod'
import { Refusal } from '../../edge/refusal.ts'
import { inShape } from '../../edge/body.ts'
import { batch, maxParts, part } from '../../wire/batch.ts'
import { misread, programFault } from '../refusals.ts'

export type Part = z.output<typeof part>

const partIn = (value: unknown, place: number): Part => {
  const read = inShape(part, value)
  if (read.success) return read.data
  const [problem] = read.error.issues
  throw misread(
    `Request ${place + 1} of the batch cannot be used. ${problem?.path.join('.') ?? ''}: ${problem?.message ?? ''}`,
  )
}

const refuseDoubled = (parts: readonly Part[]): void => {
  const seen = new Set<string>()
  for (const { id } of parts) {
    if (seen.has(id))
      throw misread(`Two requests of the batch have the id '${id}'. Give each its own.`)
    seen.add(id)
  }
}

// Those whose needs are all before them, again and again: what is left over waits for itself.
const inOrder = (parts: readonly Part[]): Part[] => {
  const done = new Set<string>()
  const ordered: Part[] = []
  while (ordered.length < parts.length) {
    const ready = parts.filter(
      ({ id, dependsOn }) => !done.has(id) && dependsOn.every((one) => done.has(one)),
    )
    if (ready.length === 0)
      throw misread(
        'The requests of the batch depend on each other in a circle, or on one that is not there.',
      )
    for (const one of ready) {
      done.add(one.id)
      ordered.push(one)
    }
  }
  return ordered
}

/**
 * The parts of `body`, each after those it depends on. Refuses a batch that cannot be done as a
 * whole: no list, none or too many parts, an id twice, a circle.
 */
export const partsIn = (body: unknown): Part[] => {
  const read = inShape(batch, body)
  if (!read.success)
    throw programFault(
      "A value is required for property 'requests' of the batch: a list of requests.",
    )
  const { requests } = read.data
  if (requests.length === 0) throw programFault('The batch has no requests. Send at least one.')
  if (requests.length > maxParts)
    throw new Refusal(
      'MaximumValueExceeded',
      `Number of batch request steps exceeds the maximum value of ${maxParts}.`,
    )
  const parts = requests.map(partIn)
  refuseDoubled(parts)
  return inOrder(parts)
}

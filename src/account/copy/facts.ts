/** What a row of the copy says, as names and values that people read. */
import type { Reader } from '../../pages/reader.ts'
import type { Says } from './codes.ts'

export type Facts = readonly { readonly label: string; readonly value: string }[]

// An instant as JSON has it, from the store or from us.
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/

const written = (
  value: unknown,
  { words: { copy }, speech }: Reader,
  say?: Says[string],
): string => {
  if (say !== undefined && typeof value === 'string') return say(value)
  if (typeof value === 'boolean') return value ? copy.yes : copy.no
  if (typeof value === 'number') return speech.number(value)
  if (Array.isArray(value)) return value.join(', ')
  // The values of a letter that waits: as they are only for programs.
  if (typeof value !== 'string') return copy.codes.inJson
  return instant.test(value) ? speech.time(value) : value
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0)

/** Each property that has a value, by its name in these words. */
export const factsOf = (
  row: object,
  labels: Readonly<Record<string, string>>,
  reader: Reader,
  says: Says = {},
): Facts =>
  Object.entries(row)
    .filter(([, value]) => !isEmpty(value))
    .map(([name, value]) => ({
      label: labels[name] ?? name,
      value: written(value, reader, says[name]),
    }))

/** Who stands in a backup, whose keys there still are, and what their rows say. */
import { joined, purposeOf, readRow, UnreadableBackup, type Head } from './format.ts'
import type { Keys } from './keys.ts'
import { markOf } from './derived-keys.ts'
import { unsealed } from './unseal-row.ts'

/** How many people, by what has become of their keys since. `missing`: not in the file of keys. */
export type People = { there: number; destroyed: number; missing: number }

/** How many rows were read, and how many nobody can read any more. */
export type RowsRead = { rows: number; hidden: number }

/**
 * Opens the rows of one backup under `keys`. Somebody whose key is another than the backup was
 * written with, as when the file of keys was begun anew, counts as without one.
 */
export const opener = (head: Head, keys: Keys) => {
  const people: People = { there: 0, destroyed: 0, missing: 0 }
  const read: RowsRead = { rows: 0, hidden: 0 }
  const others = new Set<string>()
  const known: Keys = {
    ...keys,
    keyOf: (userId) => (others.has(userId) ? undefined : keys.keyOf(userId)),
  }
  const person = (userId: string, mark: string): void => {
    const key = keys.keyOf(userId)
    if (key !== undefined && markOf(key) === mark) {
      people.there++
      return
    }
    if (key !== undefined) others.add(userId)
    people[keys.stateOf(userId) === 'destroyed' ? 'destroyed' : 'missing']++
  }
  /** The row as an object of JSON; undefined when it is hidden. */
  const open = (table: string, line: string): string | undefined => {
    const row = readRow(line)
    read.rows++
    if (row.sealed === '') return row.open
    const part = inWords(() => unsealed(known, row.owners, purposeOf(head, table), row.sealed))
    if (part === undefined) read.hidden++
    // Where a part of a row is hidden, the rest of it is still there.
    return part === undefined
      ? row.open === ''
        ? undefined
        : row.open
      : joined([row.open || null, part])
  }
  return { people, read, person, open }
}

const inWords = <T>(work: () => T): T => {
  try {
    return work()
  } catch {
    throw new UnreadableBackup('It is damaged: what is sealed in it cannot be opened.')
  }
}

/** Whether a backup is whole and can be read, and whom it still shows. */
import type { Head } from './format.ts'
import type { Keys } from './keys.ts'
import { opener, type People, type RowsRead } from './open-rows.ts'
import { openBackup } from './read.ts'

export type Verified = { readonly head: Head; readonly people: People; readonly read: RowsRead }

/**
 * Reads all of it, and opens whatever there is a key for. Throws `UnreadableBackup` when it is not
 * whole.
 */
export const verifyBackup = async (file: string, keys: Keys): Promise<Verified> => {
  const { head, read } = await openBackup(file)
  const opened = opener(head, keys)
  await read({
    person: opened.person,
    goesOn: () => true,
    rows: async (name, lines) => {
      for (const line of lines) opened.open(name, line)
    },
  })
  return { head, people: opened.people, read: opened.read }
}

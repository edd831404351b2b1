/** The keys that are left when everybody who stands in the journal has none. */
import { existsSync } from 'node:fs'
import { readJournal, type Outside } from '../journal.ts'
import { destroyKeys } from './change-keys.ts'
import { readKeys, type Keys } from './keys.ts'

/**
 * Destroys the keys of whoever stands in the journal, as where the file of keys is an older copy,
 * and returns what is left. Throws `UnreadableKeys` or `UnreadableJournal`.
 */
export const keysAfterJournal = async ({ file, keysFile }: Outside): Promise<Keys> => {
  if (existsSync(keysFile))
    for await (const batch of readJournal(file))
      destroyKeys(keysFile, new Set(batch.map(({ userId }) => userId)))
  return readKeys(keysFile)
}

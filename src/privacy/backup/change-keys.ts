/**
 * Changing the file of keys: added to at its end, and a key written over where it stands; on the
 * disk before anything else is said about it.
 */
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { sealKeyBytes } from '../../kernel/sealing.ts'
import { keyAt, keyChars, parsed, recordChars, recordsOf, type Whose } from './keys.ts'

const destroyed = '-'.repeat(keyChars)

const { O_APPEND, O_CREAT, O_NOFOLLOW, O_RDONLY, O_RDWR } = constants

const opened = <T>(file: string, flags: number, work: (handle: number) => T): T => {
  const handle = openSync(file, flags | O_NOFOLLOW, 0o600)
  try {
    return work(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * Makes a key for each, and has them on the disk before it returns. Whoever calls it makes sure
 * that nobody else does at the same time, and that none of them has one.
 */
export const addKeys = (file: string, people: readonly Whose[]): void => {
  if (people.length === 0) return
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const lines = people.map(
    ({ tenantId, userId }) =>
      `${tenantId} ${userId} ${randomBytes(sealKeyBytes).toString('base64')}\n`,
  )
  opened(file, O_APPEND | O_CREAT | O_RDWR, (handle) => {
    const { size } = fstatSync(handle)
    // What a crash has cut off in the middle was no key of anything that was kept.
    ftruncateSync(handle, size - (size % recordChars))
    writeSync(handle, lines.join(''))
    fsyncSync(handle)
  })
  // The name of a file that is new is on the disk with its folder.
  opened(dirname(file), O_RDONLY, fsyncSync)
}

/**
 * Destroys the keys of `userIds`, where there are any, and has that on the disk before it returns.
 * Twice does no more than once. Returns how many were there.
 */
export const destroyKeys = (file: string, userIds: ReadonlySet<string>): number => {
  if (userIds.size === 0 || !existsSync(file)) return 0
  const found = [...recordsOf(file)].filter(({ userId }) => userIds.has(userId))
  if (found.length === 0) return 0
  opened(file, O_RDWR, (handle) => {
    for (const { at } of found) {
      // Copied over meanwhile by another file, it would be somebody else's.
      const now = Buffer.alloc(recordChars)
      readSync(handle, now, 0, recordChars, at)
      if (userIds.has(parsed(file, now.toString('latin1'), at).userId))
        writeSync(handle, destroyed, at + keyAt)
    }
    fsyncSync(handle)
  })
  return found.filter(({ key }) => key !== undefined).length
}

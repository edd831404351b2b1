/**
 * Files that a command is given: read whole, or refused in one sentence, whichever command it is.
 */
import { open, readFile } from 'node:fs/promises'
import { refused, type CommandFailure } from './failure.ts'

const reasons = new Map([
  ['ENOENT', 'there is no such file'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'this user may not read it'],
  ['ERR_STRING_TOO_LONG', 'it is too large to be read whole'],
  ['ERR_FS_FILE_TOO_LARGE', 'it is too large to be read whole'],
])

/** A file that cannot be read, and why; `after` is what to do, or what was not done. */
export const unreadable = (path: string, why: string, after: string): CommandFailure =>
  refused(`${path} cannot be read: ${why}. ${after}`)

/**
 * The bytes of the file at `path`. Refuses what cannot be read, in words, with `after` behind them.
 */
export const readGiven = (path: string, after: string): Promise<Buffer> =>
  readFile(path).catch(inWords(path, after))

const inWords =
  (path: string, after: string) =>
  (error: NodeJS.ErrnoException): Promise<never> =>
    Promise.reject(unreadable(path, reasons.get(error.code ?? '') ?? error.message, after))

/** The same of a file that is too large to be read whole: returns its path when it can be read. */
export const readableFile = async (path: string, after: string): Promise<string> => {
  const handle = await open(path).catch(inWords(path, after))
  try {
    await handle.read(Buffer.alloc(1)).catch(inWords(path, after))
  } finally {
    await handle.close()
  }
  return path
}

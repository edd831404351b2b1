/** Making the data folder ready for a server to be started in. */
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { StoreRefused } from '../store-refused.ts'
import { binariesFor, type Binaries } from './binaries.ts'
import { makeCluster } from './cluster.ts'
import { give } from './files.ts'
import { needsMaking, places } from './folder.ts'
import { settle, openTo, ownerFor, type Owner } from './owner.ts'

export type Options = {
  /**
   * False for what is thrown away: nothing waits for the disk, and the folder of a process that is
   * killed is removed.
   */
  readonly durable: boolean
  /** Other binaries than the package's, for tests on an older version. */
  readonly binaries?: Binaries
}

export type Setting = {
  readonly folder: string
  readonly binaries: Binaries
  readonly owner: Owner | undefined
  readonly durable: boolean
}

/** What the system says about a folder that cannot be used, in words. */
const folderProblems: Record<string, string> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'it is on a file system that can only be read',
  ENOSPC: 'its disk is full',
  EDQUOT: 'the quota of its disk is used up',
  ELOOP: 'a file of it is a link',
  ENOTDIR: 'it, or what should be a folder above it, is a file',
  EEXIST: 'it, or what should be a folder above it, is a file',
}

// PostgreSQL's programs hand on what the system says, in English; the locks have words of their
// own.
const isFullDisk = (error: unknown): boolean =>
  error instanceof Error && /No space left on device|database or disk is full/.test(error.message)

export const inWords = (folder: string, error: unknown): unknown => {
  const { code = '', syscall } = error as NodeJS.ErrnoException
  // Node says so of a folder on a file system that can only be read, too.
  const problem =
    code === 'ENOENT' && syscall === 'mkdir'
      ? 'it is not there and cannot be made there'
      : folderProblems[isFullDisk(error) ? 'ENOSPC' : code]
  return problem === undefined
    ? error
    : new StoreRefused(
        `The data folder ${folder} cannot be used: ${problem}. Mend that, or name another folder with GUESTHOUSE_DATA.`,
        {
          cause: error,
        },
      )
}

/** The locks would only say that they cannot be opened. */
export const requireAccess = (folder: string): void => {
  for (const path of [folder, join(folder, 'lock'), join(folder, 'lock.start')])
    if (existsSync(path)) accessSync(path, constants.R_OK | constants.W_OK)
}

/** Files that root makes in somebody's folder are theirs. */
export const giveToFolder = (folder: string): void => {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = statSync(folder)
  for (const name of ['lock', 'lock.start', 'store.json', 'pgpass', 'place'])
    if (existsSync(join(folder, name))) give(join(folder, name), { uid, gid })
}

export const prepare = async (folder: string, options: Options): Promise<Setting> => {
  const owner = ownerFor(folder)
  openTo(folder, owner)
  const binaries = options.binaries ?? binariesFor(folder, owner)
  const setting = { folder, binaries, owner, durable: options.durable }
  if (needsMaking(folder, binaries.major))
    await makeCluster(folder, binaries, owner, options.durable)
  const { cluster, socket, log } = places(folder)
  for (const path of [cluster, socket, log]) settle(path, owner)
  return setting
}

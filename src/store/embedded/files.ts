/**
 * Writing in a data folder. Root may work in the folder of another user, who can put links there:
 * they are not followed, or root would write, open up or give away what lies behind them.
 */
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lchownSync,
  openSync,
  readdirSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

const { O_CREAT, O_DIRECTORY, O_NOFOLLOW, O_RDONLY, O_TRUNC, O_WRONLY } = constants

/** Writes `file` whole, and to the disk. Throws ELOOP when it is a link. */
export const writeWhole = (file: string, text: string, mode = 0o600): void => {
  const handle = openSync(file, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, mode)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Gives a file, or the link itself where it is one, to another user. */
export const give = (path: string, { uid, gid }: { uid: number; gid: number }): void =>
  lchownSync(path, uid, gid)

/**
 * Closes `folder` to everybody but its owner, and gives it, with all that is in it, to `owner`
 * where it is given. Throws ENOTDIR or ELOOP when it is a link.
 */
export const closeFolder = (
  folder: string,
  owner: { uid: number; gid: number } | undefined,
): void => {
  const handle = openSync(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
  try {
    fchmodSync(handle, 0o700)
    if (owner === undefined) return
    // By what is open, not by its name, which may lead elsewhere by now.
    const here = process.platform === 'linux' ? `/proc/self/fd/${handle}` : folder
    for (const path of readdirSync(here, { recursive: true, encoding: 'utf8' }))
      give(join(here, path), owner)
    fchownSync(handle, owner.uid, owner.gid)
  } finally {
    closeSync(handle)
  }
}

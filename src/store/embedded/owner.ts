/**
 * Whom the embedded PostgreSQL runs as. As ourselves; but PostgreSQL does not run as root, so there
 * as the owner of the data folder, else as a user that the machine has for such things. None is
 * made.
 */
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs'
import { userInfo } from 'node:os'
import { dirname } from 'node:path'
import { StoreRefused } from '../store-refused.ts'
import { closeFolder, give } from './files.ts'

export type Owner = { readonly uid: number; readonly gid: number; readonly name: string }

/** Users that exist for servers without rights, in the order of preference. */
const serverUsers = ['postgres', '_postgres', 'nobody']

const passwd = (): Owner[] =>
  readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter(([name, , uid]) => name !== undefined && !name.startsWith('#') && Number(uid) > 0)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))

/**
 * PostgreSQL does not start as a user whom the machine does not know, as in a container that is
 * told to run as some number.
 */
const requireName = (): void => {
  try {
    userInfo()
  } catch {
    throw new StoreRefused(
      `PostgreSQL does not run as a user without a name, and the user id ${process.getuid?.()} has none on this machine. Start Guesthouse as a user that the machine knows, or as root, or name a PostgreSQL server of yours in DATABASE_URL.`,
    )
  }
}

/**
 * The user for the server of `folder`, which need not be there yet; undefined: the one that we are.
 */
export const ownerFor = (folder: string): Owner | undefined => {
  if (process.getuid?.() !== 0) {
    requireName()
    return undefined
  }
  const users = passwd()
  const owned = [`${folder}/postgres`, folder].find(
    (path) => existsSync(path) && statSync(path).uid !== 0,
  )
  if (owned !== undefined) {
    const { uid, gid } = statSync(owned)
    const known = users.find((user) => user.uid === uid)
    if (known !== undefined) return { uid, gid, name: known.name }
    throw new StoreRefused(
      `${owned} belongs to the user id ${uid}, which has no name on this machine. Make that user, or give the folder to another one with chown.`,
    )
  }
  const found = serverUsers
    .map((name) => users.find((user) => user.name === name))
    .find((user) => user !== undefined)
  if (found !== undefined) return found
  throw new StoreRefused(
    `PostgreSQL does not run as root, and this machine has none of the users ${serverUsers.join(', ')}. Start Guesthouse as an ordinary user, or give the data folder ${folder} to one with chown.`,
  )
}

/** What to start a process with so that it runs as `owner`. */
export const asOwner = (owner: Owner | undefined): { uid?: number; gid?: number } =>
  owner === undefined ? {} : { uid: owner.uid, gid: owner.gid }

/** Makes `folder` and what is above it. */
export const makeFolder = (folder: string, owner: Owner | undefined): void => {
  if (existsSync(folder)) return
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (owner !== undefined) give(folder, owner)
}

/**
 * Closes `folder` to others and, where root has put it there, as from a backup, gives all of it to
 * `owner`.
 */
export const settle = (folder: string, owner: Owner | undefined): void => {
  if (!existsSync(folder) || process.platform === 'win32') return
  const { mode, uid } = lstatSync(folder)
  if ((mode & 0o077) !== 0 || (owner !== undefined && uid !== owner.uid))
    closeFolder(folder, owner?.uid === uid ? undefined : owner)
}

/** Whether `owner` may go into `folder`. (Access lists beyond the mode are not looked at.) */
const mayEnter = (folder: string, { uid, gid }: Owner): boolean => {
  const status = statSync(folder)
  const bit = status.uid === uid ? 0o100 : status.gid === gid ? 0o010 : 0o001
  return (status.mode & bit) !== 0
}

/**
 * The folder above `path`, or `path` itself, that `owner` may not go into; undefined when `path`
 * can be reached.
 */
export const closedTo = (path: string, owner: Owner | undefined): string | undefined => {
  if (owner === undefined) return undefined
  const above = dirname(path)
  return (
    (above === path ? undefined : closedTo(above, owner)) ??
    (statSync(path).isDirectory() && !mayEnter(path, owner) ? path : undefined)
  )
}

/**
 * How the server is told where its cluster is. Started by root on Linux it is put into the folder
 * and told "here", so that it does not have to be able to go there by itself: the folders above, as
 * in /root, may be closed to it.
 */
export const clusterArgument = (cluster: string, owner: Owner | undefined): string =>
  owner !== undefined && process.platform === 'linux' ? '/proc/self/cwd' : realpathSync(cluster)

/**
 * Lets the server's user through the data folder, which is ours; what is in it stays closed by its
 * own mode.
 */
export const openTo = (folder: string, owner: Owner | undefined): void => {
  if (owner === undefined) return
  if (!mayEnter(folder, owner)) chmodSync(folder, (statSync(folder).mode & 0o777) | 0o011)
  const closed = process.platform === 'linux' ? undefined : closedTo(folder, owner)
  if (closed !== undefined)
    throw new StoreRefused(
      `PostgreSQL does not run as root; it would run as the user ${owner.name}, who may not go into ${closed}. Name a data folder that can be reached, for example GUESTHOUSE_DATA=/var/lib/guesthouse, or start Guesthouse as an ordinary user.`,
    )
}

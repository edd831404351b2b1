/**
 * What a data folder is: new, ours, or something that must not be touched. "Not there" and
 * "damaged" are told apart by a mark of our own, `store.json`, which lies beside the cluster
 * `postgres/` and is written last.
 */
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { StoreRefused } from '../store-refused.ts'
import { writeWhole } from './files.ts'

/**
 * `making`: the first start has not ended, so nothing has been kept yet. `staging` is the folder in
 * which the cluster is being made.
 */
export type Mark = {
  readonly state: 'making' | 'ready'
  readonly staging?: string
  /** PostgreSQL's own name for the cluster, as a decimal number. */
  readonly systemIdentifier?: string
}

/** Where things lie in a data folder. */
export const places = (folder: string) => ({
  cluster: join(folder, 'postgres'),
  mark: join(folder, 'store.json'),
  /** Host, database, role and password, as PostgreSQL's own programs read them. */
  passwords: join(folder, 'pgpass'),
  socket: join(folder, 'socket'),
  log: join(folder, 'log'),
  /** Where the server was started: which machine or container. */
  place: join(folder, 'place'),
  olderStore: join(folder, 'pglite'),
})

const touched = 'Nothing in it was touched.'

export const readMark = (folder: string): Mark | undefined => {
  const { mark } = places(folder)
  if (!existsSync(mark)) return undefined
  try {
    const read = JSON.parse(readFileSync(mark, 'utf8')) as Mark
    if (read.state === 'making' || read.state === 'ready') return read
  } catch (error) {
    // Unreadable for this user is told as that; unreadable for everybody is told below.
    if (['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
  throw new StoreRefused(
    `The data folder ${folder} is damaged: store.json cannot be read. ${touched} Put back the whole folder from your backup.`,
  )
}

/** Writes the mark whole or not at all. */
export const writeMark = (folder: string, mark: Mark): void => {
  const { mark: file } = places(folder)
  const draft = `${file}.${process.pid}`
  writeWhole(draft, `${JSON.stringify(mark)}\n`)
  renameSync(draft, file)
}

const isEmpty = (path: string): boolean =>
  !existsSync(path) || (statSync(path).isDirectory() && readdirSync(path).length === 0)

/**
 * The number that PostgreSQL gave the cluster when it was made: the first eight bytes of its
 * control file.
 */
export const systemIdentifierOf = (cluster: string): string => {
  const handle = openSync(join(cluster, 'global', 'pg_control'), 'r')
  try {
    const bytes = Buffer.alloc(8)
    readSync(handle, bytes, 0, 8, 0)
    return bytes.readBigUInt64LE().toString()
  } finally {
    closeSync(handle)
  }
}

/** Without these a cluster is none. Each is there as soon as it has been made. */
const vital = [
  'PG_VERSION',
  'global/pg_control',
  'base',
  'pg_wal',
  'pg_xact',
  'pg_hba.conf',
  'postgresql.conf',
]

const damage = (folder: string): string | undefined => {
  const { cluster, passwords } = places(folder)
  const missing = vital
    .filter((name) => !existsSync(join(cluster, name)))
    .map((name) => `postgres/${name}`)
  if (!existsSync(passwords)) missing.push('pgpass')
  if (missing.length > 0)
    return `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing`
  const empty = ['PG_VERSION', 'global/pg_control'].filter(
    (name) => statSync(join(cluster, name)).size === 0,
  )
  return empty.length > 0 ? `postgres/${empty.join(' and postgres/')} is empty` : undefined
}

const requireVersion = (folder: string, major: number): void => {
  const version = readFileSync(join(places(folder).cluster, 'PG_VERSION'), 'utf8').trim()
  if (version === String(major)) return
  if (!/^\d+$/.test(version))
    throw new StoreRefused(
      `The data folder ${folder} is damaged: postgres/PG_VERSION says "${version.slice(0, 20)}". ${touched} Put back the whole folder from your backup.`,
    )
  throw new StoreRefused(
    Number(version) > major
      ? `The data folder ${folder} was made by PostgreSQL ${version}, and this Guesthouse brings ${major}. ${touched} Start the newer Guesthouse that it was last used with.`
      : `The data folder ${folder} was made by PostgreSQL ${version}, and this Guesthouse brings ${major}. ${touched} Carry it over: with the Guesthouse that it was last used with run "guesthouse store exec pg_dump --file guesthouse.sql --inserts --no-owner", then with this one, on a new folder, "guesthouse store load guesthouse.sql" (docs/operating.md, New versions).`,
  )
}

/** Throws `StoreRefused` where it is a file, or holds the first store. */
export const requireFolder = (folder: string): void => {
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new StoreRefused(
      `${folder} is a file, so it cannot be the data folder. Name another one with GUESTHOUSE_DATA.`,
    )
  if (!isEmpty(places(folder).olderStore))
    throw new StoreRefused(
      `The data folder ${folder} holds a store as Guesthouse kept it first (pglite/), which is not opened any more. ${touched} How its data is carried over stands in docs/operating.md, "From the first store".`,
    )
}

/**
 * Whether the cluster in `folder` has to be made. Throws `StoreRefused`, and has changed nothing,
 * when it is somebody else's, damaged, of another major version of PostgreSQL, or the first store.
 */
export const needsMaking = (folder: string, major: number): boolean => {
  requireFolder(folder)
  const { cluster } = places(folder)
  const mark = readMark(folder)
  if (mark === undefined) {
    if (isEmpty(cluster)) return true
    throw new StoreRefused(
      `${cluster} holds files, but no mark of Guesthouse (store.json) lies beside it: it is damaged, or somebody else's. ${touched} Put back the whole folder from your backup, or name another one with GUESTHOUSE_DATA.`,
    )
  }
  if (mark.state === 'making' && isEmpty(cluster)) return true
  if (isEmpty(cluster))
    throw new StoreRefused(
      `The data folder ${folder} is damaged: postgres/, the store itself, is missing. ${touched} Put back the whole folder from your backup.`,
    )
  const damaged = damage(folder)
  if (damaged !== undefined)
    throw new StoreRefused(
      `The data folder ${folder} is damaged: ${damaged}. ${touched} Put back the whole folder from your backup.`,
    )
  requireVersion(folder, major)
  if (mark.systemIdentifier !== systemIdentifierOf(cluster))
    throw new StoreRefused(
      `The data folder ${folder} is mixed: postgres/ is another store than the one that store.json was written for. ${touched} Put back the whole folder from one backup.`,
    )
  return false
}

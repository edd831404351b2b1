/** Where a server of ours listens, under which settings, and what its pid file says. */
import { existsSync, mkdtempSync, readFileSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { StoreRefused } from '../store-refused.ts'
import { give } from './files.ts'
import { places } from './folder.ts'
import { closedTo, makeFolder, type Owner } from './owner.ts'

/**
 * A server that runs, and where it is reached: a folder with its socket, or on Windows a port of
 * loopback.
 */
export type Running = {
  readonly pid: number
  readonly host: string
  readonly port: number
  readonly status: string
}

// A server that ends takes its file away at any moment.
const readIfThere = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** What the server has written about itself; undefined when it has not, or has ended well. */
export const readPidFile = (folder: string): Running | undefined => {
  const { cluster } = places(folder)
  const text = readIfThere(join(cluster, 'postmaster.pid'))
  if (text === undefined) return undefined
  const [pid = '', , , port = '', socket = '', , , status = ''] = text.split('\n')
  const host = socket === '' ? '127.0.0.1' : resolve(cluster, socket)
  return /^\d+$/.test(pid)
    ? { pid: Number(pid), host, port: Number(port), status: status.trim() }
    : undefined
}

/**
 * How a server's own command line names its cluster: by what stays the same when a folder is moved,
 * and differs in a copy of it.
 */
export const clusterName = (folder: string): string => {
  const { dev, ino } = statSync(places(folder).cluster)
  return `guesthouse.cluster=${dev}:${ino}`
}

/**
 * A socket's path has about a hundred bytes; where the data folder's is too long, the socket stands
 * in a private folder of the system's.
 */
const longestFolder = 80

const socketFolder = (folder: string, owner: Owner | undefined): string => {
  const { socket } = places(folder)
  if (Buffer.byteLength(socket) <= longestFolder) {
    makeFolder(socket, owner)
    // From where the server stands.
    return '../socket'
  }
  const above = [tmpdir(), '/tmp'].find(
    (at) =>
      Buffer.byteLength(at) <= longestFolder && existsSync(at) && closedTo(at, owner) === undefined,
  )
  if (above === undefined)
    throw new StoreRefused(
      `The path of the data folder ${folder} is too long for a socket, and so is that of the folder for temporary files. Name a shorter one with GUESTHOUSE_DATA.`,
    )
  // Made closed, and kept: a name that is given up for a moment is taken by whoever else of this
  // machine waits for it.
  const short = mkdtempSync(join(above, shortName))
  if (owner !== undefined) give(short, owner)
  return short
}

const shortName = 'gh-'

/** Removes the short place of a server that has ended. To be called while its pid file is there. */
export const forgetSocket = (folder: string): void => forgetPlace(readPidFile(folder)?.host)

export const forgetPlace = (host: string | undefined): void => {
  if (host === undefined || !basename(host).startsWith(shortName)) return
  try {
    for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock'])
      rmSync(join(host, name), { force: true })
    rmdirSync(host)
  } catch {
    // An empty folder more; the system clears that place by itself.
  }
}

const freePort = (): Promise<number> => {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const server = createServer().on('error', reject)
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo
    server.close(() => resolve(port))
  })
  return promise
}

/** On no network address; on Windows, which has no such sockets, on loopback. */
export const listening = async (
  folder: string,
  owner: Owner | undefined,
): Promise<Record<string, string>> =>
  process.platform === 'win32'
    ? { listen_addresses: '127.0.0.1', port: String(await freePort()), unix_socket_directories: '' }
    : {
        listen_addresses: '',
        port: '5432',
        unix_socket_directories: socketFolder(folder, owner),
        unix_socket_permissions: '0700',
      }

/**
 * Tuned for a small machine on which the product runs too. Who needs more names a server of their
 * own.
 */
export const tuned = {
  max_connections: '250',
  shared_buffers: '32MB',
  max_wal_size: '512MB',
  huge_pages: 'off',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  max_worker_processes: '4',
  autovacuum_worker_slots: '2',
  autovacuum_max_workers: '2',
  max_wal_senders: '0',
  wal_level: 'minimal',
  // What was written ahead is removed when it is not needed, and not kept under the name of what
  // comes next, where it would be readable until then (R140).
  wal_recycle: 'off',
  io_method: 'sync',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

/**
 * One file a day of the week, each overwritten after a week. Of people it holds nothing: no
 * statement, no value, no detail of an error.
 */
export const logging = {
  logging_collector: 'on',
  log_directory: '../log',
  log_filename: 'postgresql-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_checkpoints: 'off',
}

export const forgetful = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

export const lasting = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }

/** Settings that came with version 18; an older server would not start with them. */
export const since18 = new Set(['io_method', 'autovacuum_worker_slots'])

/**
 * The server's process: what its pid file says, whether it lives, and how it is started and
 * stopped.
 */
import { execFile, spawn } from 'node:child_process'
import {
  closeSync,
  constants,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { minuteMs, secondMs } from '../../kernel/time.ts'
import { StoreRefused } from '../store-refused.ts'
import { StoreUnavailable } from '../store-error.ts'
import type { Binaries } from './binaries.ts'
import { pathOf } from './cluster.ts'
import { give } from './files.ts'
import { places } from './folder.ts'
import { asOwner, closedTo, clusterArgument, makeFolder, type Owner } from './owner.ts'

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

const stepMs = 10
/**
 * Recovery after a crash replays at most what the settings below let pile up; a slow disk may take
 * a while over it.
 */
const startPatienceMs = 5 * minuteMs
const stopPatienceMs = 20 * secondMs

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

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * How a server's own command line names its cluster: by what stays the same when a folder is moved,
 * and differs in a copy of it.
 */
const clusterName = (folder: string): string => {
  const { dev, ino } = statSync(places(folder).cluster)
  return `guesthouse.cluster=${dev}:${ino}`
}

/**
 * The command line of a process, which everybody may read: of where it stands and what it runs root
 * in a container learns nothing.
 */
const commandOf = async (pid: number): Promise<string> => {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return (
      await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(pid)])
    ).stdout.replace(/\s*$/, ' ')
  } catch {
    // It has just ended.
    return ''
  }
}

/**
 * Whether the process of the pid file is the server of this very folder: after a restart of the
 * machine its number may be anybody's.
 */
export const isServerOf = async (folder: string, pid: number): Promise<boolean> => {
  if (!isAlive(pid)) return false
  if (process.platform === 'win32') return true
  return (await commandOf(pid)).includes(` ${clusterName(folder)} `)
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
const forgetPlace = (host: string | undefined): void => {
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
const listening = async (
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
const tuned = {
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
  io_method: 'sync',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

/**
 * One file a day of the week, each overwritten after a week. Of people it holds nothing: no
 * statement, no value, no detail of an error.
 */
const logging = {
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

const forgetful = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
const lasting = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }

/** Settings that came with version 18; an older server would not start with them. */
const since18 = new Set(['io_method', 'autovacuum_worker_slots'])

/**
 * What the server of process `pid` said last, without time and process: at first to where it was
 * started, then to its log.
 */
const lastWords = (log: string, pid: number | undefined): string => {
  const lines = readdirSync(log)
    .filter((name) => name.endsWith('.log'))
    .flatMap((name) =>
      readFileSync(join(log, name), 'utf8')
        .split('\n')
        .map((line) => ({ line, early: name === earlyLog })),
    )
    .filter(
      ({ line, early }) =>
        (early || line.includes(`[${pid}]`)) && /FATAL|PANIC|ERROR|could not|No space/.test(line),
    )
    .map(({ line }) => line.replace(/^.*?(LOG|FATAL|PANIC|ERROR):\s*/, ''))
  return lines.length === 0 ? 'it gave no reason' : lines.slice(-2).join('; ')
}
const earlyLog = 'start.log'

// The folder is the server's: a link that it put there must not lead root to another file.
const noLink =
  constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | (constants.O_NOFOLLOW ?? 0)

export type Start = {
  readonly folder: string
  readonly binaries: Binaries
  readonly owner: Owner | undefined
  readonly durable: boolean
}

/**
 * Starts the server and waits until it takes connections. Throws `StoreUnavailable` with its own
 * last words.
 */
export const startServer = async ({
  folder,
  binaries,
  owner,
  durable,
}: Start): Promise<Running> => {
  const { cluster, log } = places(folder)
  makeFolder(log, owner)
  const settings: Record<string, string> = {
    ...tuned,
    ...logging,
    ...(durable ? lasting : forgetful),
    ...(await listening(folder, owner)),
  }
  const options = Object.entries(settings).filter(
    ([name]) => binaries.major >= 18 || !since18.has(name),
  )
  const output = openSync(join(log, earlyLog), noLink, 0o600)
  const child = spawn(
    pathOf(binaries, 'postgres'),
    [
      '-D',
      clusterArgument(cluster, owner),
      '-c',
      clusterName(folder),
      ...options.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    {
      ...asOwner(owner),
      cwd: cluster,
      // A terminal's Ctrl+C is for the product, which stops the server last.
      detached: true,
      stdio: ['ignore', output, output],
      env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    },
  )
  closeSync(output)
  child.unref()
  let over: string | undefined
  child.on('error', (error) => (over = error.message))
  // Its words are looked for only while somebody waits for it: later the folder may be gone.
  child.on('exit', () => (over ??= ''))
  for (const until = Date.now() + startPatienceMs; Date.now() < until; await pause(stepMs)) {
    const running = over === undefined ? readPidFile(folder) : undefined
    if (running?.pid === child.pid && running?.status === 'ready') return running
    if (over !== undefined) break
  }
  if (over === undefined && child.pid !== undefined) process.kill(child.pid, 'SIGQUIT')
  const words = over === '' ? lastWords(log, child.pid) : (over ?? 'it was not ready in time')
  throw new StoreUnavailable(`PostgreSQL did not start: ${words}`)
}

const gone = async (pid: number, withinMs: number): Promise<boolean> => {
  // One that has ended, and whom nobody has fetched as in a container whose first process is Node,
  // has a number still but no command.
  for (const until = Date.now() + withinMs; Date.now() < until; await pause(stepMs))
    if (!isAlive(pid) || (await commandOf(pid)) === '') return true
  return false
}

/**
 * Stops the server: open transactions are rolled back, everything is written. A server that does
 * not end in time is cut off, as safely as a crash.
 */
export const stopServer = async (
  folder: string,
  binaries: Binaries,
  pid: number,
): Promise<void> => {
  if (process.platform === 'win32') {
    await promisify(execFile)(pathOf(binaries, 'pg_ctl'), [
      'stop',
      '-D',
      places(folder).cluster,
      '-m',
      'fast',
      '-w',
    ])
    return
  }
  const host = readPidFile(folder)?.host
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    if (await gone(pid, stopPatienceMs)) return forgetPlace(host)
  }
  throw new StoreUnavailable(`PostgreSQL (process ${pid}) does not end.`)
}

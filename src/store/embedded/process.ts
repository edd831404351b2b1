/**
 * The server's process: what its pid file says, whether it lives, and how it is started and
 * stopped.
 */
import { execFile, spawn } from 'node:child_process'
import { closeSync, constants, openSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { minuteMs, secondMs } from '../../kernel/time.ts'
import { StoreUnavailable } from '../store-error.ts'
import type { Binaries } from './binaries.ts'
import { pathOf } from './cluster.ts'
import { places } from './folder.ts'
import { asOwner, clusterArgument, makeFolder, type Owner } from './owner.ts'
import {
  type Running,
  clusterName,
  forgetPlace,
  forgetful,
  lasting,
  listening,
  logging,
  readPidFile,
  since18,
  tuned,
} from './server-place.ts'

const stepMs = 10

/**
 * Recovery after a crash replays at most what the settings below let pile up; a slow disk may take
 * a while over it.
 */
const startPatienceMs = 5 * minuteMs

const stopPatienceMs = 20 * secondMs

/**
 * Whether a process runs. One that has ended, and whom nobody has fetched as in a container whose
 * first process is Node, has a number still and does not.
 */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  if (process.platform !== 'linux') return true
  try {
    return !/\) [ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    // It has just ended.
    return false
  }
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

// Each setting as an argument of the server's command.
const settingArguments = async ({
  folder,
  binaries,
  owner,
  durable,
}: Start): Promise<readonly string[]> => {
  const settings: Record<string, string> = {
    ...tuned,
    ...logging,
    ...(durable ? lasting : forgetful),
    ...(await listening(folder, owner)),
  }
  return Object.entries(settings)
    .filter(([name]) => binaries.major >= 18 || !since18.has(name))
    .flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

const readyServer = (folder: string, pid: number | undefined): Running | undefined => {
  const running = readPidFile(folder)
  return running?.pid === pid && running?.status === 'ready' ? running : undefined
}

/**
 * Starts the server and waits until it takes connections. Throws `StoreUnavailable` with its own
 * last words.
 */
export const startServer = async (start: Start): Promise<Running> => {
  const { folder, binaries, owner } = start
  const { cluster, log } = places(folder)
  makeFolder(log, owner)
  const settings = await settingArguments(start)
  const output = openSync(join(log, earlyLog), noLink, 0o600)
  const child = spawn(
    pathOf(binaries, 'postgres'),
    ['-D', clusterArgument(cluster, owner), '-c', clusterName(folder), ...settings],
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
    if (over !== undefined) break
    const running = readyServer(folder, child.pid)
    if (running !== undefined) return running
  }
  if (over === undefined && child.pid !== undefined) process.kill(child.pid, 'SIGQUIT')
  const words = over === '' ? lastWords(log, child.pid) : (over ?? 'it was not ready in time')
  throw new StoreUnavailable(`PostgreSQL did not start: ${words}`)
}

/** Whether a process has ended, or ends within so many milliseconds. */
export const gone = async (pid: number, withinMs: number): Promise<boolean> => {
  for (const until = Date.now() + withinMs; Date.now() < until; await pause(stepMs))
    if (!isAlive(pid)) return true
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

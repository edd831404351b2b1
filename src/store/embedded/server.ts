/**
 * One PostgreSQL server per data folder, shared by all processes that use the folder
 * (docs/decisions/0004):
 *
 *     open   → who comes first starts it; who finds it running joins; an orphan of killed processes is joined too
 *     use    → who finds it gone starts it again
 *     close  → the last to go stops it; a guard does the same for a process that was killed
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import { secondMs } from '../../kernel/time.ts'
import { StoreRefused } from '../store-refused.ts'
import { StoreUnavailable } from '../store-error.ts'
import { binariesFor, packagedMajor, type Binaries } from './binaries.ts'
import { readCredentials } from './cluster.ts'
import { writeWhole } from './files.ts'
import { needsMaking, places, readMark, writeMark } from './folder.ts'
import { alone, isUnused, use } from './locks.ts'
import { makeFolder, ownerFor } from './owner.ts'
import { isServerOf, startServer, stopServer } from './process.ts'
import { forgetSocket, readPidFile, type Running } from './server-place.ts'
import {
  type Options,
  type Setting,
  giveToFolder,
  inWords,
  prepare,
  requireAccess,
} from './prepare.ts'

/** Where and how to connect. `host` is a folder with a socket, or an address. */
export type Address = {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
}

export type Server = {
  /**
   * The address of the running server; starts it when it is gone. Throws `StoreUnavailable` when it
   * does not start.
   */
  readonly ensure: () => Promise<Address>
  /**
   * Notes that the store is whole: its schema is there. Until then a first start is begun again.
   */
  readonly finished: () => void
  /** Leaves the server; stops it when nobody else uses it. */
  readonly close: () => Promise<void>
}

/** After a killed server its memory is not free until the last of its processes has noticed. */
const tries = 50

const tryAgainMs = 200

const orphanPatienceMs = 30 * secondMs

/**
 * The server as it runs now, with a process that lives. Waits for one that is starting or stopping.
 */
const findRunning = async (folder: string): Promise<Running | undefined> => {
  for (let waited = 0; ; waited += tryAgainMs) {
    const running = readPidFile(folder)
    if (running === undefined || !(await isServerOf(folder, running.pid))) return undefined
    if (running.status === 'ready') return running
    if (waited > orphanPatienceMs && running.status === 'stopping')
      throw new StoreUnavailable(
        `PostgreSQL (process ${running.pid}) is stopping and does not end.`,
      )
    await pause(tryAgainMs)
  }
}

/** This machine or container: where the numbers of processes mean the same. */
const thisPlace = (): string =>
  `${hostname()} ${existsSync('/proc/self/ns/pid') ? readlinkSync('/proc/self/ns/pid') : ''}`.trim()

/**
 * Whoever uses the folder from another container runs a server that we cannot see; two on one
 * folder would destroy it.
 */
const requireNobodyElsewhere = (folder: string): void => {
  const { place } = places(folder)
  const before = existsSync(place) ? readFileSync(place, 'utf8') : thisPlace()
  if (before !== thisPlace() && !isUnused(folder))
    throw new StoreRefused(
      `The data folder ${folder} is in use on another machine or in another container (${before}). Stop that one first; several share a store by DATABASE_URL.`,
    )
}

const start = async (setting: Setting): Promise<Running> => {
  const { folder } = setting
  requireNobodyElsewhere(folder)
  writeWhole(places(folder).place, thisPlace())
  forgetSocket(folder)
  // No server of this folder lives. PostgreSQL itself would only see that a number is taken, by
  // whomever.
  for (const name of [
    'postgres/postmaster.pid',
    'socket/.s.PGSQL.5432',
    'socket/.s.PGSQL.5432.lock',
  ])
    rmSync(join(folder, name), { force: true })
  for (let round = 1; ; round++) {
    try {
      return await startServer(setting)
    } catch (error) {
      if (
        round === tries ||
        !(error instanceof Error) ||
        !/shared memory block/.test(error.message)
      )
        throw error
      await pause(tryAgainMs)
    }
  }
}

/**
 * Does at the end of this process, however it ends, what `close` does: a shell waits for the end of
 * a pipe and then runs the guard.
 */
const startGuard = (folder: string, forgotten: boolean): (() => void) => {
  if (process.platform === 'win32') return () => {}
  const script = fileURLToPath(new URL('guard.ts', import.meta.url))
  const guard = spawn(
    '/bin/sh',
    [
      '-c',
      'trap "" INT TERM HUP; read -r _; exec "$0" "$@"',
      process.execPath,
      script,
      folder,
      forgotten ? 'forget' : 'keep',
    ],
    {
      cwd: '/',
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    },
  )
  guard.on('error', () => {})
  guard.unref()
  guard.stdin.on('error', () => {})
  ;(guard.stdin as unknown as { unref: () => void }).unref()
  return () => void guard.kill('SIGKILL')
}

/** Stops the server of `folder` unless somebody uses it. To be called inside `alone`. */
const stopIfUnused = async (folder: string, binaries: Binaries): Promise<void> => {
  const running = isUnused(folder) ? readPidFile(folder) : undefined
  if (running !== undefined && (await isServerOf(folder, running.pid)))
    await stopServer(folder, binaries, running.pid)
}

/** What the guard of a process does that is gone. */
export const leaveFor = (folder: string, forgotten: boolean): Promise<void> =>
  alone(folder, async () => {
    await stopIfUnused(folder, binariesFor(folder, ownerFor(folder)))
    // What it was just making may still be written for a moment.
    if (forgotten && isUnused(folder))
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  })

/**
 * Joins the server of `folder`, which is made and started where that has not been done. Throws
 * `StoreRefused` or `StoreUnavailable`.
 */
export const joinServer = async (folder: string, options: Options): Promise<Server> => {
  try {
    // Looked at before anything is written, the folder itself included.
    requireAccess(folder)
    if (existsSync(folder)) needsMaking(folder, options.binaries?.major ?? packagedMajor())
    makeFolder(folder, undefined)
    return await alone(folder, async () => {
      // Before there is anything to guard: a server that it would not know of would stay behind.
      const dismissGuard = startGuard(folder, !options.durable)
      try {
        const setting = await prepare(folder, options)
        const first = (await findRunning(folder)) ?? (await start(setting))
        const unlock = use(folder)
        giveToFolder(folder)
        return joined(setting, first, unlock, dismissGuard)
      } catch (error) {
        dismissGuard()
        throw error
      }
    })
  } catch (error) {
    throw inWords(folder, error)
  }
}

const joined = (
  setting: Setting,
  first: Running,
  unlock: () => void,
  dismissGuard: () => void,
): Server => {
  const { folder, binaries } = setting
  const { user, password } = readCredentials(folder)
  let running = first
  let again: Promise<Running> | undefined
  const restart = (): Promise<Running> =>
    alone(folder, async () => (await findRunning(folder)) ?? (await start(setting)))
  const isThere = async (): Promise<boolean> =>
    readPidFile(folder)?.pid === running.pid && (await isServerOf(folder, running.pid))
  const ensure = async (): Promise<Address> => {
    if (!(await isThere())) {
      again ??= restart().finally(() => (again = undefined))
      running = await again
    }
    return { host: running.host, port: running.port, user, password }
  }
  const finished = (): void => {
    const mark = readMark(folder)
    if (mark?.state !== 'making') return
    writeMark(folder, {
      state: 'ready',
      ...(mark.systemIdentifier === undefined ? {} : { systemIdentifier: mark.systemIdentifier }),
    })
    giveToFolder(folder)
  }
  const close = (): Promise<void> =>
    alone(folder, async () => {
      unlock()
      await stopIfUnused(folder, binaries)
      dismissGuard()
    })
  return { ensure, finished, close }
}

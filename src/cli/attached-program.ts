/**
 * A program that works on the terminal in our place: it hears what we are told, and does not
 * outlive us.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { accessSync, constants as fsConstants } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'

/** The system's number of a program that a signal has ended, as shells give it. */
const codeOf = (code: number | null, signal: NodeJS.Signals | null): number =>
  code ?? 128 + (signal === null ? 0 : constants.signals[signal])

/**
 * Somebody who ends a program when this process is gone, however it ended, as who is killed with -9
 * handles no signal: a shell that reads the program's number and then waits for the end of a pipe
 * that only we hold.
 */
const startGuard = () => {
  const script = 'trap "" INT TERM HUP; read -r pid && { read -r _; kill -TERM "$pid"; }'
  const guard = spawn('/bin/sh', ['-c', script], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.on('error', () => {})
  guard.stdin.on('error', () => {})
  guard.unref()
  return guard
}

const canRun = (file: string): boolean => {
  try {
    accessSync(file, fsConstants.X_OK)
    return true
  } catch {
    return false
  }
}

const isProgram = (name: string, path = ''): boolean =>
  (name.includes('/') ? [name] : path.split(':').map((folder) => join(folder, name))).some(canRun)

type Started = { readonly child: ChildProcess; readonly dismiss: () => void }
type Environment = Readonly<Record<string, string | undefined>>

/**
 * Starts the program and returns it with what dismisses its guard. It tells the guard its number
 * itself, before it is what it will be, so that we cannot be killed in between.
 */
const start = (name: string, argv: readonly string[], env: Environment): Started => {
  if (process.platform === 'win32')
    return {
      child: spawn(name, [...argv], { env: { ...env }, stdio: 'inherit' }),
      dismiss: () => {},
    }
  if (!isProgram(name, env['PATH'])) throw new Error('there is no such program')
  const guard = startGuard()
  const script = 'echo $$ >&3; exec 3>&-; exec "$0" "$@"'
  const child = spawn('/bin/sh', ['-c', script, name, ...argv], {
    env: { ...env },
    stdio: ['inherit', 'inherit', 'inherit', guard.stdin],
  })
  return { child, dismiss: () => void guard.kill('SIGKILL') }
}

const leaveToIt = (): void => {}

/**
 * Runs a program on this terminal and returns its exit code, 128 and the signal's number when a
 * signal ended it. SIGTERM and SIGHUP are passed on, and waited for. Ctrl+C goes to it by the
 * terminal, and is its own to understand: to psql it means the statement, not the program. Throws
 * why it cannot be run.
 */
export const runAttached = async (
  name: string,
  argv: readonly string[],
  env: Environment,
): Promise<number> => {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  let started: Started | undefined
  const passOn = (signal: NodeJS.Signals): void => void started?.child.kill(signal)
  const end = (): void => passOn('SIGTERM')
  // Before there is a program: it may run, and be heard of, before we go on.
  process.on('SIGINT', leaveToIt).on('SIGTERM', passOn).on('SIGHUP', passOn).on('disconnect', end)
  try {
    started = start(name, argv, env)
    const { child } = started
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(codeOf(code, signal)))
    return await promise
  } finally {
    started?.dismiss()
    process
      .off('SIGINT', leaveToIt)
      .off('SIGTERM', passOn)
      .off('SIGHUP', passOn)
      .off('disconnect', end)
  }
}

/**
 * A program that works on the terminal in our place: it hears what we are told, and does not
 * outlive us.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { constants } from 'node:os'

/** The system's number of a program that a signal has ended, as shells give it. */
const codeOf = (code: number | null, signal: NodeJS.Signals | null): number =>
  code ?? 128 + (signal === null ? 0 : constants.signals[signal])

/**
 * Ends `child` when this process is gone, however it ended: a shell waits for the end of a pipe
 * that only we hold. Returns what dismisses it. A signal cannot be handled by who is killed with
 * -9.
 */
const endWithUs = ({ pid }: ChildProcess): (() => void) => {
  if (pid === undefined || process.platform === 'win32') return () => {}
  const script = 'trap "" INT TERM HUP; read -r _; kill -TERM "$0"'
  const guard = spawn('/bin/sh', ['-c', script, String(pid)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.on('error', () => {})
  guard.stdin.on('error', () => {})
  guard.unref()
  return () => void guard.kill('SIGKILL')
}

const leaveToIt = (): void => {}

/**
 * Runs a program on this terminal and returns its exit code, 128 and the signal's number when a
 * signal ended it. SIGTERM and SIGHUP are passed on, and waited for. Ctrl+C goes to it by the
 * terminal, and is its own to understand: to psql it means the statement, not the program. Throws
 * what the system says when it cannot be run.
 */
export const runAttached = async (
  name: string,
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> => {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const child = spawn(name, [...argv], { env: { ...env }, stdio: 'inherit' })
  child.on('error', reject)
  child.on('close', (code, signal) => resolve(codeOf(code, signal)))
  const passOn = (signal: NodeJS.Signals): void => void child.kill(signal)
  const end = (): void => passOn('SIGTERM')
  process.on('SIGINT', leaveToIt).on('SIGTERM', passOn).on('SIGHUP', passOn).on('disconnect', end)
  const dismiss = endWithUs(child)
  try {
    return await promise
  } finally {
    dismiss()
    process
      .off('SIGINT', leaveToIt)
      .off('SIGTERM', passOn)
      .off('SIGHUP', passOn)
      .off('disconnect', end)
  }
}

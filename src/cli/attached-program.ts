/**
 * A program that works on the terminal in our place: it hears what we are told, and does not
 * outlive us.
 */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/** The system's number of a program that a signal has ended, as shells give it. */
const codeOf = (code: number | null, signal: NodeJS.Signals | null): number =>
  code ?? 128 + (signal === null ? 0 : constants.signals[signal])

/**
 * Somebody who ends a program when this process is gone, however it ended: a shell waits for the
 * end of a pipe that only we hold. A signal cannot be handled by who is killed with -9. It is there
 * before the program, and is told its number at once, so that we cannot be killed in between.
 */
const startGuard = (): { readonly watch: (pid: number) => void; readonly dismiss: () => void } => {
  if (process.platform === 'win32') return { watch: () => {}, dismiss: () => {} }
  const script = 'trap "" INT TERM HUP; read -r pid && { read -r _; kill -TERM "$pid"; }'
  const guard = spawn('/bin/sh', ['-c', script], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.on('error', () => {})
  guard.stdin.on('error', () => {})
  guard.unref()
  return {
    watch: (pid) => void guard.stdin.write(`${pid}\n`),
    dismiss: () => void guard.kill('SIGKILL'),
  }
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
  const guard = startGuard()
  const child = spawn(name, [...argv], { env: { ...env }, stdio: 'inherit' })
  child.on('error', reject)
  child.on('close', (code, signal) => resolve(codeOf(code, signal)))
  const passOn = (signal: NodeJS.Signals): void => void child.kill(signal)
  const end = (): void => passOn('SIGTERM')
  process.on('SIGINT', leaveToIt).on('SIGTERM', passOn).on('SIGHUP', passOn).on('disconnect', end)
  if (child.pid !== undefined) guard.watch(child.pid)
  try {
    return await promise
  } finally {
    guard.dismiss()
    process
      .off('SIGINT', leaveToIt)
      .off('SIGTERM', passOn)
      .off('SIGHUP', passOn)
      .off('disconnect', end)
  }
}

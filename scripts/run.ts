/** Running a command of node_modules/.bin, for the scripts beside this file. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const bin = join(import.meta.dirname, '..', 'node_modules', '.bin')

export type Done = { readonly code: number; readonly output: string }

/**
 * Runs `command` and waits for its end. Its output is collected when `quiet`, else it goes where
 * ours goes.
 */
export const run = (
  command: string,
  args: readonly string[],
  {
    env = {},
    quiet = false,
    cwd,
  }: { env?: Record<string, string>; quiet?: boolean; cwd?: string } = {},
): Promise<Done> => {
  const { promise, resolve, reject } = Promise.withResolvers<Done>()
  const child = spawn(join(bin, command), args, {
    ...(cwd === undefined ? {} : { cwd }),
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { ...process.env, ...env, PATH: `${bin}:${process.env['PATH']}` },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.on('error', reject)
  child.on('close', (code) => resolve({ code: code ?? 1, output }))
  return promise
}

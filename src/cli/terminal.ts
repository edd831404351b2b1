/**
 * The world around a command: its environment, its output, a person to ask, and the wish that it
 * stops. Tests bring their own.
 */
import { createInterface } from 'node:readline/promises'

export type Terminal = {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Writes a line of results. */
  readonly out: (line: string) => void
  /** Writes a line for the person who watches. */
  readonly err: (line: string) => void
  /** Whether a person watches and can answer. */
  readonly interactive: boolean
  /** Asks a question to be answered with yes or no. */
  readonly confirm: (question: string) => Promise<boolean>
  /** Resolves when the process is asked to stop. */
  readonly stopped: () => Promise<void>
}

/** The terminal of this process. */
export const processTerminal = (): Terminal => ({
  env: process.env,
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  interactive: process.stdin.isTTY && process.stderr.isTTY,
  confirm,
  stopped,
})

const confirm = async (question: string): Promise<boolean> => {
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return /^y(es)?$/i.test((await lines.question(`${question} [y/N] `)).trim())
  } finally {
    lines.close()
  }
}

// A second signal changes nothing: stopping has a time limit of its own.
const stopped = (): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  if (process.channel !== undefined) {
    // Started by bin/guesthouse.js under an older Node: when that process is gone, so is the reason
    // to run.
    process.once('disconnect', () => resolve())
    process.channel?.unref()
  }
  return promise
}

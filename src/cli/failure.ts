/**
 * How a command ends when it does not end well: a sentence that says what next, and an exit code
 * that scripts can use.
 */
import { CommanderError } from 'commander'
import { ConfigError } from '../kernel/config.ts'
import { CannotListen } from '../server/listen.ts'
import { StoreUnavailable } from '../store/store-error.ts'
import { StoreRefused } from '../store/store-refused.ts'

export const exitCodes = {
  done: 0,
  refused: 1,
  usage: 2,
  someRowsFailed: 3,
  storeUnavailable: 4,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** The codes in words, for `--help`. */
export const exitCodeHelp = `
Exit codes:
  0  done
  1  refused or failed; the message says what next
  2  wrong usage, or a setting that cannot be used
  3  some rows of an import failed; the results file says why
  4  the store cannot be reached, is not there, or its data folder is not opened; the message says why`

/** A command that stops with a message and an exit code. */
export class CommandFailure extends Error {
  override name = 'CommandFailure'
  readonly code: ExitCode
  constructor(code: ExitCode, message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
  }
}

/** Not done, because a rule or a missing object stands against it. */
export const refused = (message: string): CommandFailure =>
  new CommandFailure(exitCodes.refused, message)
/** The command was called wrongly. */
export const wrongUsage = (message: string): CommandFailure =>
  new CommandFailure(exitCodes.usage, message)

/** What went wrong, in few words: for errors that carry none, their code. */
const wordsOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  const inner = error instanceof AggregateError ? (error.errors[0] as unknown) : error.cause
  return error.message !== '' ? error.message : inner === undefined ? error.name : wordsOf(inner)
}

/** An error from opening the store, as the end of the command. */
export const storeFailure = (error: unknown, place: string): CommandFailure =>
  error instanceof StoreRefused
    ? new CommandFailure(exitCodes.storeUnavailable, error.message, error)
    : new CommandFailure(
        exitCodes.storeUnavailable,
        `The store (${place}) cannot be opened: ${wordsOf(error)}. Mend that, or check DATABASE_URL or GUESTHOUSE_DATA, then try again.`,
        error,
      )

/** The exit code for `error`, and what to tell; nothing where it has been told. */
export const endOf = (error: unknown): { code: ExitCode; message?: string } => {
  if (error instanceof CommanderError)
    return { code: error.exitCode === 0 ? exitCodes.done : exitCodes.usage }
  if (error instanceof CommandFailure) return { code: error.code, message: error.message }
  if (error instanceof ConfigError) return { code: exitCodes.usage, message: error.message }
  if (error instanceof CannotListen) return { code: exitCodes.refused, message: error.message }
  if (error instanceof StoreUnavailable) {
    const message = `The store went away or cannot write: ${wordsOf(error)}. What was confirmed is kept; when it is back, try again.`
    return { code: exitCodes.storeUnavailable, message }
  }
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { code: exitCodes.refused, message: `Something went wrong that should not have. ${told}` }
}

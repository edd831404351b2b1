/**
 * The failures of a store that a caller may act on. Everything else is a bug and is thrown as it
 * came.
 */
import { StoreRefused } from './store-refused.ts'

/**
 * The store cannot be reached or cannot write now: the server is gone, the disk is full. Trying
 * again later may work.
 */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable'
}

/**
 * Files of the database are damaged or gone: what stands in them cannot be read until a backup is
 * put back.
 */
export class StoreDamaged extends StoreUnavailable {
  override name = 'StoreDamaged'
}

/** Two transactions were in each other's way and one was given up. The same again will work. */
export class Contention extends StoreUnavailable {
  override name = 'Contention'
}

/** A constraint refused a change. `constraint` is its name, a sentence of the schema. */
export class ConstraintViolated extends Error {
  override name = 'ConstraintViolated'
  readonly constraint: string
  readonly kind: 'unique' | 'foreignKey' | 'check'
  constructor(kind: 'unique' | 'foreignKey' | 'check', constraint: string, cause: unknown) {
    super(`constraint ${constraint} refused the change`, { cause })
    this.kind = kind
    this.constraint = constraint
  }
}

/**
 * A value that no column can hold: a zero character in a text, a date that is none. The caller sent
 * it.
 */
export class UnstorableValue extends Error {
  override name = 'UnstorableValue'
}

const constraintKinds: Record<string, 'unique' | 'foreignKey' | 'check'> = {
  23505: 'unique',
  23503: 'foreignKey',
  23514: 'check',
}

// Deadlock and serialization failure. A statement that took too long (57014) is told as
// unavailable: the store is too busy.
const contentionStates = new Set(['40P01', '40001'])

// Connection classes 08 and 57P, out of resources 53 (disk full is 53100), I/O and internal errors
// 58 and XX.
const unavailableStates = /^(08|53|57P|57014|58|XX)/

// Data or an index that do not fit together, a file that is not there, a disk that cannot be read.
const damagedStates = new Set(['XX001', 'XX002', '58P01', '58030'])

/** What is wrong, in words of ours, where the server's are about its own files and processes. */
const meanings: Record<string, string> = {
  53100: 'its disk is full',
  53200: 'PostgreSQL has no memory left',
  53300: 'PostgreSQL takes no more connections',
  '57P01': 'PostgreSQL was stopped meanwhile',
  '57P02': 'PostgreSQL crashed meanwhile and starts again',
  '57P03': 'PostgreSQL is just starting or stopping',
}

/**
 * What the server itself says has a state of five characters; everything else is told by the driver
 * or by Node.
 */
const isOfServer = (code: string | undefined): code is string =>
  code !== undefined && /^[0-9A-Z]{5}$/.test(code) && !isOfNode(code)
// EPIPE has five letters, too.
const isOfNode = (code: string): boolean => /^E[A-Z]+$/.test(code)

/**
 * `error`, which a connection threw, as one of the classes above, else unchanged. What the server
 * did not say means that the connection was not ours to use, whatever words its driver has for it;
 * but a value that cannot even be written down is a bug of the caller.
 */
export const asStoreError = (error: unknown): unknown => {
  if (
    !(error instanceof Error) ||
    error instanceof StoreUnavailable ||
    error instanceof StoreRefused
  )
    return error
  const { code, constraint } = error as Error & { code?: string; constraint?: string }
  if (!isOfServer(code))
    return error instanceof TypeError || error instanceof RangeError
      ? error
      : new StoreUnavailable(wordsOf(error), { cause: error })
  const kind = constraintKinds[code]
  return kind === undefined
    ? asSaidByServer(code, error)
    : new ConstraintViolated(kind, constraint ?? '', error)
}

const asSaidByServer = (code: string, error: Error): Error => {
  if (contentionStates.has(code)) return new Contention(error.message, { cause: error })
  if (code.startsWith('22')) return new UnstorableValue(error.message, { cause: error })
  if (damagedStates.has(code)) return new StoreDamaged(error.message, { cause: error })
  return unavailableStates.test(code)
    ? new StoreUnavailable(meanings[code] ?? error.message, { cause: error })
    : error
}

// For the words alone: what such an error is has been told before.
const hasHungUp =
  /^Connection |not queryable|^timeout exceeded|ECONNRESET|EPIPE|did not answer in time/

// Several addresses that were all tried come as one error without words.
const wordsOf = (error: Error): string =>
  hasHungUp.test(error.message)
    ? 'PostgreSQL does not answer, or has hung up'
    : error.message !== ''
      ? error.message
      : error instanceof AggregateError
        ? String(error.errors[0])
        : error.name

/** The failures of a store that a caller may act on. Everything else is a bug and is thrown as it came. */
import { StoreRefused } from './store-refused.ts'

/** The store cannot be reached or cannot write now: the server is gone, the disk is full. Trying again later may work. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable'
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

/** A value that no column can hold: a zero character in a text, a date that is none. The caller sent it. */
export class UnstorableValue extends Error {
  override name = 'UnstorableValue'
}

const constraintKinds: Record<string, 'unique' | 'foreignKey' | 'check'> = { 23505: 'unique', 23503: 'foreignKey', 23514: 'check' }

// Deadlock and serialization failure. A statement that took too long (57014) is told as unavailable: the store is too busy.
const contentionStates = new Set(['40P01', '40001'])

// Connection classes 08 and 57P, out of resources 53 (disk full is 53100), I/O and internal errors 58 and XX.
const unavailableStates = /^(08|53|57P|57014|58|XX)/

/** What the server itself says has a state of five characters; everything else is told by the driver or by Node. */
const isOfServer = (code: string | undefined): code is string => code !== undefined && /^[0-9A-Z]{5}$/.test(code) && !isOfNode(code)
// EPIPE has five letters, too.
const isOfNode = (code: string): boolean => /^E[A-Z]+$/.test(code)

/**
 * `error`, which a connection threw, as one of the classes above, else unchanged. What the server did not say means that the connection was not
 * ours to use, whatever words its driver has for it; but a value that cannot even be written down is a bug of the caller.
 */
export const asStoreError = (error: unknown): unknown => {
  if (!(error instanceof Error) || error instanceof StoreUnavailable || error instanceof StoreRefused) return error
  const { code, constraint } = error as Error & { code?: string; constraint?: string }
  if (!isOfServer(code))
    return error instanceof TypeError || error instanceof RangeError ? error : new StoreUnavailable(wordsOf(error), { cause: error })
  const kind = constraintKinds[code]
  if (kind !== undefined) return new ConstraintViolated(kind, constraint ?? '', error)
  if (contentionStates.has(code)) return new Contention(error.message, { cause: error })
  if (code.startsWith('22')) return new UnstorableValue(error.message, { cause: error })
  return unavailableStates.test(code) ? new StoreUnavailable(error.message, { cause: error }) : error
}

// Several addresses that were all tried come as one error without words.
const wordsOf = (error: Error): string =>
  error.message !== '' ? error.message : error instanceof AggregateError ? String(error.errors[0]) : error.name

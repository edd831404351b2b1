/** The failures of a store that a caller may act on. Everything else is a bug and is thrown as it came. */

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

// Connection classes 08 and 57P, out of resources 53 (disk full is 53100), I/O errors 58, and Node's own names for the same.
const unavailableStates = /^(08|53|57P|57014|58)/
const unavailableCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOSPC', 'ENOENT'])
const unavailableMessages = /connection terminated|timeout exceeded when trying to connect|cannot use a pool after|unreachable/i

/** `error` as one of the classes above where it is one, else unchanged. */
export const asStoreError = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error
  const { code, constraint } = error as Error & { code?: string; constraint?: string }
  const kind = code === undefined ? undefined : constraintKinds[code]
  if (kind !== undefined) return new ConstraintViolated(kind, constraint ?? '', error)
  if (code !== undefined && contentionStates.has(code)) return new Contention(error.message, { cause: error })
  if (code?.startsWith('22') === true) return new UnstorableValue(error.message, { cause: error })
  // What the server itself says has a state of five characters; everything else is told by the driver or by Node, in words or a code of theirs.
  const ofServer = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !unavailableCodes.has(code)
  const unavailable = ofServer
    ? unavailableStates.test(code)
    : unavailableCodes.has(code ?? '') || unavailableMessages.test(`${error.name} ${error.message}`)
  return unavailable ? new StoreUnavailable(error.message, { cause: error }) : error
}

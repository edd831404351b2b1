/**
 * More was asked of a resource of this process at once than it does, and what has a bounded line
 * says no instead of taking more.
 */
export class Overloaded extends Error {
  override name = 'Overloaded'
  /** When asking again is worth it, in seconds. */
  readonly retryAfterSeconds: number

  constructor(what: string, retryAfterSeconds: number) {
    super(`${what} is busy`)
    this.retryAfterSeconds = retryAfterSeconds
  }
}

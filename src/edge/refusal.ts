/**
 * A request that is refused, on its way to becoming an answer. Thrown by edges only; use cases
 * return outcomes.
 */

export type RefusalDetails = Readonly<Record<string, unknown>>

export class Refusal extends Error {
  override name = 'Refusal'
  readonly status: number
  /** A stable word for programs. */
  readonly code: string
  readonly details: RefusalDetails
  readonly headers: Readonly<Record<string, string>>

  /**
   * `message` is for people: what happened, why, and what to do next. `details` are added to the
   * error object.
   */
  constructor(
    status: number,
    code: string,
    message: string,
    details: RefusalDetails = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message)
    this.status = status
    this.code = code
    this.details = details
    this.headers = headers
  }
}

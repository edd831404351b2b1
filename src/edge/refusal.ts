/**
 * A request that is refused, on its way to becoming an answer. Thrown by edges only; use cases
 * return outcomes.
 */
import type { EdgeContext } from './routes.ts'
import { refusals, type RefusalCode } from './refusals/refusals.ts'

export type RefusalDetails = Readonly<Record<string, unknown>>

export type RefusalParts = {
  /** Added to the error object. */
  readonly details?: RefusalDetails
  readonly headers?: Readonly<Record<string, string>>
  /** The other status that the table names for the code. */
  readonly status?: number
}

export class Refusal extends Error {
  override name = 'Refusal'
  readonly status: number
  /** A stable word for programs, told in `docs/refusals.md`. */
  readonly code: RefusalCode
  readonly details: RefusalDetails
  readonly headers: Readonly<Record<string, string>>

  /**
   * `message` is for people: what happened, why, and what to do next; what the table says, where
   * whoever refuses knows no more.
   */
  constructor(
    code: RefusalCode,
    message: string = refusals[code].caller,
    { details = {}, headers = {}, status = refusals[code].status }: RefusalParts = {},
  ) {
    super(message)
    this.code = code
    this.status = status
    this.details = details
    this.headers = headers
  }
}

/** The envelope of an error, for programs: `{error: {code, message, requestId, …}}`. */
export const refusalJson = (
  c: EdgeContext,
  { code, message, details, status, headers }: Refusal,
  more: { readonly message?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Response =>
  c.json(
    {
      error: {
        code,
        message: more.message ?? message,
        ...details,
        requestId: c.get('requestId'),
      },
    },
    { status: status as 400, headers: { ...headers, ...more.headers } },
  )

/**
 * What a client of either API throws: one kind of problem for both error envelopes and for a
 * network that is gone.
 */

import type { CatalogueCode, PropertyFault } from '../edge/refusals/refusal-kind.ts'
import type { RefusalCode } from '../edge/refusals/refusals.ts'

/** The part of `fetch` that a client needs; tests and tools pass their own. */
export type Fetch = (input: string, init?: RequestInit) => Promise<Response>

/**
 * What a client says by itself: `network` when there was no answer, `unexpectedAnswer` when it was
 * not one of ours, `unknown` when it gave no code.
 */
type OwnCode = 'network' | 'unexpectedAnswer' | 'signInFailed' | 'unknown'

/**
 * Every code of a problem: who compares with another one does not compile. A code that is newer
 * than the client is equal to none of them.
 */
export type Code = RefusalCode | CatalogueCode | OwnCode

/** The codes in `details`, of single properties or of what stands in the way. */
export type DetailCode = RefusalCode | PropertyFault

export type ProblemDetails = Readonly<Record<string, unknown>>

type ProblemParts = {
  readonly requestId?: string | undefined
  readonly details?: ProblemDetails
  readonly cause?: unknown
}

export class Problem extends Error {
  override name = 'Problem'
  /** The HTTP status; 0 when there was no answer. */
  readonly status: number
  /** A stable word for programs. */
  readonly code: Code
  /** What to quote to an operator; undefined when no answer carried one. */
  readonly requestId: string | undefined
  /** What else the error object said, for example `blockers`. */
  readonly details: ProblemDetails

  constructor(
    status: number,
    code: Code,
    message: string,
    { requestId, details = {}, cause }: ProblemParts = {},
  ) {
    super(message, cause === undefined ? {} : { cause })
    this.status = status
    this.code = code
    this.requestId = requestId
    this.details = details
  }
}

/**
 * Asks the server and returns the parsed JSON of its answer, or undefined where it has no body.
 * Throws a `Problem` for every answer that is not a success and when there is no answer. The
 * answer's shape is the caller's word, as its API documents it.
 */
export const request = async <T>(
  fetch: Fetch,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<T> => {
  const response = await send(fetch, path, {
    method,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw await problemOf(response)
  try {
    const text = await response.text()
    return (text === '' && response.status !== 200 ? undefined : JSON.parse(text)) as T
  } catch (error) {
    throw unexpected(response, error)
  }
}

/** The same for an answer that is a file. */
export const requestFile = async (fetch: Fetch, path: string): Promise<Blob> => {
  const response = await send(fetch, path, {})
  if (!response.ok) throw await problemOf(response)
  return response.blob()
}

/** The server did not answer. */
export const notReached = (cause: unknown): Problem =>
  new Problem(
    0,
    'network',
    'The server could not be reached. Check your connection, then try again.',
    { cause },
  )

const send = async (fetch: Fetch, path: string, init: RequestInit): Promise<Response> => {
  try {
    return await fetch(path, init)
  } catch (error) {
    if (error instanceof Problem) throw error
    throw notReached(error)
  }
}

const requestIdOf = (response: Response): string | undefined =>
  response.headers.get('request-id') ?? undefined

const unexpected = (response: Response, cause?: unknown): Problem =>
  new Problem(
    response.status,
    'unexpectedAnswer',
    'The server gave an answer that could not be read. Try again in a moment.',
    { requestId: requestIdOf(response), cause },
  )

/**
 * An answer that is not a success, as a `Problem`: `{error: {code, message, requestId, …}}` and
 * `{error: {code, message, innerError}}` alike.
 */
export const problemOf = async (response: Response): Promise<Problem> => {
  const error = errorIn(await response.json().catch(() => undefined))
  if (error === undefined) return unexpected(response)
  const { code, message, requestId, ...details } = error
  const inner = asObject(details['innerError'])
  const id = text(requestId) ?? text(inner?.['request-id']) ?? requestIdOf(response)
  return new Problem(
    response.status,
    // The server's word, like the shape of what it answers.
    (text(inner?.['code']) ?? text(code) ?? 'unknown') as Code,
    text(message) ?? '',
    { requestId: id, details },
  )
}

const errorIn = (body: unknown): Record<string, unknown> | undefined =>
  asObject(asObject(body)?.['error'])

const asObject = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

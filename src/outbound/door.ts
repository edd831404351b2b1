/**
 * The one way out to addresses that tenants have set: providers, and applications that want to be
 * told. Public addresses over https, judged again when the connection is made; small answers, soon;
 * no following of redirects.
 */
import { lookup as lookUp } from 'node:dns'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import { secondMs } from '../kernel/time.ts'
import { isPublicAddress, outboundProblem } from './address.rule.ts'

/** How long somebody may take for one answer. */
export const patienceMs = 5 * secondMs
const maxAnswerBytes = 512 * 1024

/** An address that does not answer, or that may not be called. */
export class Unreachable extends Error {
  override name = 'Unreachable'
}

/**
 * One that may not be called: an address of an internal network, whatever the name was that led
 * there.
 */
export class NotPublic extends Unreachable {}

export type Call = {
  readonly method: string
  readonly headers: Record<string, string>
  readonly body?: unknown
  readonly signal?: AbortSignal | undefined
  /** How long it is waited for instead. */
  readonly waitMs?: number
}

// The address that was judged is the one that is connected to: nothing is looked up a second time.
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookUp(hostname, { ...options, all: true }, (error, found) => {
    const [first] = found ?? []
    if (error !== null || first === undefined)
      return callback(error ?? new Error('no address'), '', 0)
    if (found.some(({ address }) => !isPublicAddress(address)))
      return callback(new NotPublic('an address that is not public'), '', 0)
    return options.all === true
      ? callback(null, found)
      : callback(null, first.address, first.family)
  })
}

const bare = new Set([204, 205, 304])

const readAnswer = async (answer: IncomingMessage): Promise<Response> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxAnswerBytes) {
      answer.destroy()
      throw new Unreachable('The answer is too large.')
    }
    chunks.push(chunk)
  }
  const headers = new Headers()
  for (const [name, value] of Object.entries(answer.headers))
    for (const one of Array.isArray(value) ? value : [value ?? '']) headers.append(name, one)
  const status = answer.statusCode ?? 502
  return new Response(bare.has(status) ? null : Buffer.concat(chunks), { status, headers })
}

const send = (
  address: string,
  { method, headers, body, signal, waitMs = patienceMs }: Call,
  allowPrivate: boolean,
): Promise<IncomingMessage> => {
  if (outboundProblem(address, allowPrivate) !== undefined)
    throw new NotPublic('Only public addresses over https are called.')
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const limit = AbortSignal.timeout(waitMs)
  const request = (address.startsWith('https:') ? httpsRequest : httpRequest)(
    address,
    {
      method,
      headers,
      agent: false,
      signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
      ...(allowPrivate ? {} : { lookup: publicLookup }),
    },
    resolve,
  )
  request.on('error', reject)
  request.end(
    body === null || body === undefined
      ? undefined
      : typeof body === 'string'
        ? body
        : String(body),
  )
  return promise
}

const unreachable = (error: unknown): Unreachable =>
  error instanceof Unreachable ? error : new Unreachable('There is no answer.', { cause: error })

/**
 * The door. With `allowPrivate`, for tests and closed networks, also http and internal addresses.
 * Both throw `Unreachable`.
 */
export const outboundDoor = (allowPrivate: boolean) => ({
  /** The whole answer, of at most half a megabyte. */
  fetch: async (address: string, call: Call): Promise<Response> => {
    try {
      return await readAnswer(await send(address, call, allowPrivate))
    } catch (error) {
      throw unreachable(error)
    }
  },
  /** The status alone; what else is said is not read. */
  status: async (address: string, call: Call): Promise<number> => {
    try {
      const answer = await send(address, call, allowPrivate)
      answer.destroy()
      return answer.statusCode ?? 502
    } catch (error) {
      throw unreachable(error)
    }
  },
})

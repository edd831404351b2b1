/**
 * A handler that was written for Node's request and response, called with a Request and answering
 * with a Response: so the provider's library works in process and over a socket alike, and every
 * answer passes the same middleware.
 */
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

export type NodeHandler = (
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<unknown> | void

export type Incoming = {
  readonly method: string
  /** The address as the handler is to see it. */
  readonly path: string
  /** The address from which the handler makes its links. */
  readonly originalPath: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Node's shape of a request that has arrived in full. */
export const nodeRequest = ({
  method,
  path,
  originalPath,
  headers,
  body,
}: Incoming): IncomingMessage => {
  const request = Object.assign(new IncomingMessage(new Socket()), {
    method,
    url: path,
    originalUrl: originalPath,
  })
  const bytes = Buffer.from(body)
  const sent = { ...headers }
  delete sent['transfer-encoding']
  delete sent['content-length']
  // An empty body has no type, whatever a client says of it.
  if (bytes.length === 0) delete sent['content-type']
  request.headers = bytes.length > 0 ? { ...sent, 'content-length': String(bytes.length) } : sent
  if (bytes.length > 0) request.push(bytes)
  request.push(null)
  request.complete = true
  return request
}

/** Runs `handler` on `request` and resolves with what it answered. */
export const answerOf = async (
  handler: NodeHandler,
  request: IncomingMessage,
): Promise<Response> => {
  const { promise, resolve, reject } = Promise.withResolvers<Response>()
  const response = new ServerResponse(request)
  const chunks: Buffer[] = []
  const keep = (chunk: unknown): void => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  Object.defineProperty(response, 'write', { value: (chunk: unknown) => (keep(chunk), true) })
  Object.defineProperty(response, 'end', {
    value: (chunk: unknown) => {
      keep(chunk)
      resolve(responseOf(response, Buffer.concat(chunks)))
      return response
    },
  })
  Promise.resolve(handler(request, response)).catch(reject)
  return promise
}

const bodiless = new Set([101, 204, 205, 304])

const responseOf = (from: ServerResponse, body: Buffer): Response => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(from.getHeaders())) {
    if (value === undefined || name === 'content-length' || name === 'transfer-encoding') continue
    for (const one of Array.isArray(value) ? value : [value]) headers.append(name, String(one))
  }
  return new Response(bodiless.has(from.statusCode) ? null : new Uint8Array(body), {
    status: from.statusCode,
    headers,
  })
}

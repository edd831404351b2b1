/** Listening: one HTTP server over a fetch handler, with time limits, that stops without cutting anybody off. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { localUrl } from './kernel/config.ts'
import { minuteMs, secondMs } from './kernel/time.ts'

export type Fetch = (request: Request, bindings: object) => Response | Promise<Response>

export type Listening = {
  /** Where this machine reaches the server, without a slash at the end. */
  readonly url: string
  /** Takes no new requests, waits for the running ones, at most `graceMs`, and resolves when all connections are closed. */
  readonly stop: () => Promise<void>
}

/** The address is taken, or not ours to listen on. */
export class CannotListen extends Error {
  override name = 'CannotListen'
}

/** Slow senders are cut off; whoever sends a whole request is answered. */
const limits = { headersTimeout: 10 * secondMs, requestTimeout: minuteMs, keepAliveTimeout: 65 * secondMs }
const graceMs = 10 * secondMs
const idleStepMs = 50

/** Listens; port 0 is any free one. The handler is made when the address is known. Throws `CannotListen`. */
export const listen = ({ host, port }: { host: string; port: number }, handlerAt: (url: string) => Fetch): Promise<Listening> => {
  const { promise, resolve, reject } = Promise.withResolvers<Listening>()
  let handler: Fetch | undefined
  const fetch = (request: Request, bindings: object) => handler?.(request, bindings) ?? new Response(null, { status: 503 })
  const server = createAdaptorServer({ fetch, serverOptions: limits }) as Server
  server.once('error', (error: NodeJS.ErrnoException) => reject(new CannotListen(whyNot(error, host, port), { cause: error })))
  server.listen(port, host, () => {
    const url = localUrl(host, (server.address() as AddressInfo).port)
    handler = handlerAt(url)
    resolve({ url, stop: () => stop(server) })
  })
  return promise
}

const whyNot = (error: NodeJS.ErrnoException, host: string, port: number): string => {
  if (error.code === 'EADDRINUSE') return `Port ${port} on ${host} is taken by another program. Stop it, or choose another port with PORT.`
  if (error.code === 'EACCES') return `This user may not listen on port ${port}. Choose one above 1023 with PORT.`
  return `Cannot listen on ${host} port ${port} (${error.code ?? error.message}). Choose another address with GUESTHOUSE_HOST and PORT.`
}

const stop = (server: Server): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>()
  // A connection whose request has just been answered is idle only then, so closing the idle ones once is not enough.
  const idle = setInterval(() => server.closeIdleConnections(), idleStepMs)
  const grace = setTimeout(() => server.closeAllConnections(), graceMs)
  server.close(() => {
    clearInterval(idle)
    clearTimeout(grace)
    resolve()
  })
  return promise
}

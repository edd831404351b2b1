/**
 * Listening: one HTTP or HTTPS server over a fetch handler, with time limits, that stops without
 * cutting anybody off.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https'
import { Server as NetServer, type AddressInfo, type Socket } from 'node:net'
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import { createAdaptorServer } from '@hono/node-server'
import { localUrl } from '../kernel/config.ts'
import { minuteMs, secondMs } from '../kernel/time.ts'
import type { Tls } from './tls.ts'

export type Fetch = (request: Request, bindings: object) => Response | Promise<Response>

export type Listening = {
  /** Where this machine reaches the server, without a slash at the end. */
  readonly url: string
  /**
   * Answers whoever comes for another `drainMs`, then takes no new requests, waits for the running
   * ones and resolves when all connections are closed.
   */
  readonly stop: (drainMs: number) => Promise<void>
}

type Place = { readonly host: string; readonly port: number }
/** Where, and what https is served with: nothing means plain http. */
type Listener = Place & { readonly tls?: Tls | undefined }

/** The address is taken, or not ours to listen on. */
export class CannotListen extends Error {
  override name = 'CannotListen'
}

/** Slow senders are cut off; whoever sends a whole request is answered. */
const limits = {
  headersTimeout: 10 * secondMs,
  requestTimeout: minuteMs,
  keepAliveTimeout: 65 * secondMs,
}
const graceMs = 6 * secondMs
const quietMs = secondMs
const quietStepMs = 100
const calmMs = 30
const mostCalmMs = 500

/**
 * Listens; port 0 is any free one. The handler is made when the address is known. Throws
 * `CannotListen`.
 */
export const listen = (
  { host, port, tls }: Listener,
  handlerAt: (url: string) => Fetch,
): Promise<Listening> => {
  const { promise, resolve, reject } = Promise.withResolvers<Listening>()
  let handler: Fetch | undefined
  const answers: Answers = { wait: undefined }
  const fetch = async (request: Request, bindings: object): Promise<Response> => {
    const response = (await handler?.(request, bindings)) ?? new Response(null, { status: 503 })
    await answers.wait
    return response
  }
  const server = createAdaptorServer({
    fetch,
    ...(tls === undefined
      ? { serverOptions: limits }
      : { createServer: createSecureServer, serverOptions: { ...limits, ...tls.first } }),
  }) as Server
  const watched = watch(server, tls !== undefined)
  if (tls !== undefined) server.on('close', tls.follow(server as SecureServer))
  server.once('error', (error: NodeJS.ErrnoException) =>
    reject(new CannotListen(whyNot(error, host, port), { cause: error })),
  )
  server.listen(port, host, () => {
    const { port: ours } = server.address() as AddressInfo
    const url = localUrl(host, ours, { isSecure: tls !== undefined })
    handler = handlerAt(url)
    resolve({ url, stop: (drainMs) => stop(server, watched, answers, drainMs) })
  })
  return promise
}

/** Whether there is to be listened, before anything is done for it. Throws `CannotListen`. */
export const requireListenable = ({ host, port }: Place): Promise<void> => {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const server = new NetServer()
  server.once('error', (error: NodeJS.ErrnoException) =>
    reject(new CannotListen(whyNot(error, host, port), { cause: error })),
  )
  server.listen(port, host, () => server.close(() => resolve()))
  return promise
}

const whyNot = (error: NodeJS.ErrnoException, host: string, port: number): string => {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} on ${host} is taken by another program. Stop it, or choose another port with PORT.`
  if (error.code === 'EACCES')
    return `This user may not listen on port ${port}. Choose one above 1023 with PORT.`
  return `Cannot listen on ${host} port ${port} (${error.code ?? error.message}). Choose another address with GUESTHOUSE_HOST and PORT.`
}

/** The connections of a server, and which of them have a request under way. */
const watch = (server: Server, isSecure: boolean) => {
  const busy = new Map<Socket, number>()
  const state = { stopping: false }
  const add = (socket: Socket): void => {
    busy.set(socket, 0)
    socket.on('close', () => busy.delete(socket))
  }
  server.on('connection', add)
  // Requests come over the line within the line, once both ends have agreed on it: from then on
  // that is the one which is quiet or not.
  if (isSecure)
    server.on('secureConnection', (socket: Socket) => {
      for (const one of busy.keys())
        if (one.remotePort === socket.remotePort && one.remoteAddress === socket.remoteAddress)
          busy.delete(one)
      add(socket)
    })
  const answering = new Set<ServerResponse>()
  server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    answering.add(response)
    busy.set(socket, (busy.get(socket) ?? 0) + 1)
    if (state.stopping) response.shouldKeepAlive = false
    response.on('close', () => {
      answering.delete(response)
      if (busy.has(socket)) busy.set(socket, (busy.get(socket) ?? 1) - 1)
    })
  })
  return {
    /** From now on each answer says that it is the last on its connection. */
    sayLast: () => {
      state.stopping = true
      for (const response of answering) if (!response.headersSent) response.shouldKeepAlive = false
    },
    /**
     * Closes what has had no request and heard nothing for a second. To be called again and again.
     */
    closeQuiet: (heard: WeakMap<Socket, { bytes: number; at: number }>) => {
      for (const [socket, requests] of busy) {
        const last = heard.get(socket)
        if (requests > 0 || last?.bytes !== socket.bytesRead)
          heard.set(socket, { bytes: socket.bytesRead, at: Date.now() })
        else if (Date.now() - last.at >= quietMs) socket.destroy()
      }
    },
  }
}

type Watched = ReturnType<typeof watch>

/**
 * Closes the door at a moment in which nobody knocks: it throws away who has been let in by the
 * system and not been seen by us yet. Answers wait meanwhile, since whoever gets one may come back
 * at once; at most `mostCalmMs`.
 */
const closeDoor = async (server: Server, answers: Answers, closed: () => void): Promise<void> => {
  let lastCame = performance.now()
  server.on('connection', () => (lastCame = performance.now()))
  const { promise, resolve } = Promise.withResolvers<void>()
  answers.wait = promise
  for (
    const until = lastCame + mostCalmMs;
    performance.now() < until && performance.now() - lastCame < calmMs;
  )
    await nextTurn()
  // Not the HTTP server's own way to close: that also cuts each connection without a request that
  // it has read by now.
  NetServer.prototype.close.call(server, closed)
  resolve()
}

/** What answers wait for before they go out. */
type Answers = { wait: Promise<void> | undefined }

/**
 * In three steps, so that nobody who has sent a request is cut off (F8): for `drainMs` newcomers
 * are still answered, each told that the connection ends; then nobody new comes in; then what has
 * been quiet for a second is closed, and after `graceMs` everything.
 */
const stop = async (
  server: Server,
  watched: Watched,
  answers: Answers,
  drainMs: number,
): Promise<void> => {
  watched.sayLast()
  await pause(drainMs)
  const { promise, resolve } = Promise.withResolvers<void>()
  const heard = new WeakMap<Socket, { bytes: number; at: number }>()
  // After the step that reads: what has arrived by now counts as heard.
  const quiet = setInterval(() => setImmediate(() => watched.closeQuiet(heard)), quietStepMs)
  const grace = setTimeout(() => server.closeAllConnections(), graceMs)
  await closeDoor(server, answers, () => {
    clearInterval(quiet)
    clearTimeout(grace)
    resolve()
  })
  return promise
}

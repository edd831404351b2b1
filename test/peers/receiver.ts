/**
 * An application's address for back-channel messages, on a port of loopback; the server has to be
 * let into private networks for it.
 */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { decodeJwt } from 'jose'
import { closed } from '../machines/closed.ts'

/**
 * Starts one. It takes every message until `answers` is something else: a status, or nothing at
 * all.
 */
export const receiver = async () => {
  const received: string[] = []
  const held = new Set<ServerResponse>()
  const state = { answers: 200 as number | 'hangs' }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      if (state.answers === 'hangs') {
        held.add(response)
        return
      }
      if (state.answers === 200) received.push(new URLSearchParams(body).get('logout_token') ?? '')
      response.writeHead(state.answers).end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/gone`,
    received,
    state,
    /** Those that hang now. */
    held,
    /** The `sid` of every message that was taken. */
    sids: () => received.map((token) => decodeJwt(token)['sid']),
    stop: () => closed(server),
  }
}

/**
 * A receiver of notifications of changes, on a port of loopback; the server has to be let into
 * private networks for it.
 */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { closed } from '../machines/closed.ts'
import type { Json } from '../json.ts'

/** How it answers the question whether it wants to be told. */
export type Agreeing = 'agrees' | 'hangs' | 'anotherText' | 'json' | 'status' | 'escaped'

/** Starts one. It agrees, and takes everything, until `state` says otherwise. */
export const changeReceiver = async () => {
  const received: Json[] = []
  const messages: Json[] = []
  const asked: string[] = []
  const held = new Set<ServerResponse>()
  const state = { agrees: 'agrees' as Agreeing, answers: 202 as number | 'hangs' }
  const agree = (response: ServerResponse, token: string): void => {
    if (state.agrees === 'hangs') return void held.add(response)
    if (state.agrees === 'status') return void response.writeHead(202).end(token)
    const type = state.agrees === 'json' ? 'application/json' : 'text/plain; charset=utf-8'
    const text = { anotherText: 'yes', escaped: encodeURIComponent(token) }[state.agrees as string]
    response.writeHead(200, { 'content-type': type }).end(text ?? token)
  }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const url = new URL(request.url ?? '', 'http://receiver')
      const token = url.searchParams.get('validationToken')
      if (token !== null) {
        asked.push(`${request.url}`)
        return agree(response, token)
      }
      if (state.answers === 'hangs') return void held.add(response)
      const message = JSON.parse(body) as Json
      const value = message['value'] as Json[]
      if (state.answers < 300) messages.push(message)
      if (state.answers < 300) received.push(...value.map((one) => ({ ...one, at: url.pathname })))
      response.writeHead(state.answers).end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    /** What it was told and took. */
    received,
    /** The same as it was sent. */
    messages,
    /** The addresses at which it was asked. */
    asked,
    held,
    state,
    stop: () => closed(server),
  }
}

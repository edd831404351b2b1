/** Receivers that take too long when they are asked; the test takes as long as they may. */
import assert from 'node:assert/strict'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { json, refusal } from '../../../test/json.ts'
import { closed } from '../../../test/machines/closed.ts'
import { changeReceiver } from '../../../test/peers/change-receiver.ts'
import { world } from '../../../test/world.ts'
import { minuteMs, plus } from '../../kernel/time.ts'

/** One that begins to answer, rightly, and sends a letter now and then. */
const trickling = async () => {
  const server = createServer((request, response) => {
    const token = new URL(request.url ?? '', 'http://receiver').searchParams.get('validationToken')
    response.writeHead(200, { 'content-type': 'text/plain' })
    send(response, [...(token ?? '')])
  })
  const send = (response: ServerResponse, [letter, ...more]: readonly string[]): void => {
    if (letter === undefined || response.destroyed) return void response.end()
    response.write(letter)
    setTimeout(() => send(response, more), 900)
  }
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, stop: () => closed(server) }
}

test('contract §10: a receiver that does not answer the handshake within ten seconds, or not to its end, is refused in words, holds up no other, and nothing is made', async () => {
  const [silent, slow, sound] = [await changeReceiver(), await trickling(), await changeReceiver()]
  silent.state.agrees = 'hangs'
  const w = await world(undefined, { allowPrivateProviders: true })
  const frank = w.as(w.frank, w.fabrikam)
  const subscribe = (notificationUrl: string) =>
    frank.post('/v1.0/subscriptions', {
      changeType: 'updated',
      notificationUrl,
      resource: 'users',
      expirationDateTime: plus(w.now(), 60 * minuteMs).toISOString(),
    })
  const order: string[] = []
  const asked = [silent, slow].map(async ({ url }) => {
    const refused = await refusal(await subscribe(url), 400)
    order.push('refused')
    return refused
  })
  const made = await json(await subscribe(sound.url), 201)
  order.push('made')
  for (const { code, message } of await Promise.all(asked)) {
    assert.equal(code, 'InvalidRequest')
    assert.match(message, /must respond with 200 OK .* within 10 seconds/)
  }
  assert.deepEqual(order, ['made', 'refused', 'refused'])
  const listed = (await json(await frank.get('/v1.0/subscriptions')))['value'] as { id: string }[]
  assert.deepEqual(
    listed.map(({ id }) => id),
    [made['id']],
  )
  for (const { stop } of [silent, slow, sound]) await stop()
})

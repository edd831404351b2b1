/** What the clients of Microsoft Graph make of a product that is away, and of no right. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serverApp } from '../../src/server/server.ts'
import { StoreUnavailable } from '../../src/store/store-error.ts'
import { secondMs } from '../../src/kernel/time.ts'
import { classicClient } from './classic.ts'
import { clients } from './clients.ts'
import { reached } from './reached.ts'

for (const [client, scriptOf] of Object.entries(clients))
  test(`${client} waits as long as it is told while the store is away, and asks again`, async (t) => {
    const r = await reached()
    const script = scriptOf(r, 'by itself')
    await script.count()
    const db = new Proxy(r.w.db, {
      get: () => {
        throw new StoreUnavailable('gone')
      },
    })
    const away = serverApp({ ...r.w.services, db })
    const answers = [away, r.w.app]
    r.state.answers = () => answers.shift()
    // Nobody waits in a test: it is told how long the client wanted to.
    const { setTimeout: later } = globalThis
    const waited: unknown[] = []
    t.mock.method(globalThis, 'setTimeout', (...timer: Parameters<typeof later>) => {
      const isOfClient = /retryhandler/i.test(new Error('who').stack ?? '')
      if (!isOfClient) return later(...timer)
      waited.push(timer[1])
      return later(timer[0], 0)
    })
    assert.equal(await script.count(), (await script.users()).length)
    assert.deepEqual(waited, [5 * secondMs])
    await r.stop()
  })

test('the JavaScript SDK takes its base address with the version that a request says, and tells what is refused with the id of the request', async () => {
  const r = await reached()
  const byItself = classicClient(r, 'by itself')
  const asFrank = classicClient(r, 'for an administrator')
  const me = await asFrank.api('/me').version('beta').get()
  assert.equal(me.id, r.w.frank.userId)
  assert.match(me['@odata.context'], /\/beta\/\$metadata#users\/\$entity$/)
  await assert.rejects(byItself.api('/me').get(), {
    statusCode: 400,
    code: 'BadRequest',
    message: '/me request is only valid with delegated authentication flow.',
  })
  await assert.rejects(byItself.api('/domains').post({ id: 'new.example' }), (error: never) => {
    const { statusCode, code, requestId, headers, body } = error
    assert.deepEqual([statusCode, code], [403, 'Authorization_RequestDenied'])
    assert.equal(requestId, (headers as Headers).get('request-id'))
    assert.match(JSON.parse(body).message, /Domain\.ReadWrite\.All/)
    return true
  })
  await r.stop()
})

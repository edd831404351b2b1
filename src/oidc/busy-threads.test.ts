import assert from 'node:assert/strict'
import { scrypt } from 'node:crypto'
import { test } from 'node:test'
import { world } from '../../test/world.ts'

/**
 * Puts more work to the threads that Node shares among everybody than they finish in a while. Tells
 * when the first of it is done.
 */
const busyThreads = () => {
  const state = { done: 0 }
  const all = Array.from({ length: 6 }, () => {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    scrypt('password', 'salt', 64, { N: 2 ** 16, r: 8, p: 2, maxmem: 2 ** 28 }, (error) => {
      state.done++
      if (error === null) resolve()
      else reject(error)
    })
    return promise
  })
  return { state, ended: Promise.all(all) }
}

test('K20: a call with a token waits behind nothing that strangers have put to the shared threads', async () => {
  const w = await world()
  const [carol, ada] = [w.as(w.carol, w.contoso), w.as(w.ada)]
  assert.equal((await carol.get('/v1.0/me')).status, 200)
  assert.equal((await ada.get('/account/me')).status, 200)
  const { state, ended } = busyThreads()
  assert.equal((await carol.get('/v1.0/me')).status, 200)
  assert.equal((await ada.get('/account/me')).status, 200)
  assert.equal(state.done, 0, 'answered before any of it was done')
  await ended
})

/** Counting tries while others succeed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { store } from '../../test/store.ts'
import { newId } from '../kernel/ids.ts'
import { giveBackTry, takeTry, throttleKeys } from './throttle.sql.ts'

test('every try counts under each of its keys, also while somebody’s success forgets them', async () => {
  const keys = await throttleKeys(store.db, {
    account: newId(),
    address: newId(),
    device: undefined,
  })
  const now = new Date()
  const often = async (): Promise<void> => {
    for (let n = 0; n < 60; n++) {
      const taken = await takeTry(store.db, keys, now)
      if (taken.outcome === 'throttled') continue
      assert.equal(taken.before.length, keys.length, 'a try that counts nowhere is a free guess')
      await giveBackTry(store.db, taken.before, now)
    }
  }
  await Promise.all(Array.from({ length: 6 }, often))
})

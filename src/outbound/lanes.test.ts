/** What a process remembers of receivers. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { minuteMs, plus } from '../kernel/time.ts'
import { mostLanes, newLanes } from './lanes.ts'

test('K20: who did not answer is forgotten after a while, and of names that anybody makes up only so many are known', async () => {
  const lanes = newLanes()
  let now = new Date('2026-05-01T12:00:00Z')
  const clock = () => now
  const fails = (receiver: string) => lanes.run(receiver, () => Promise.resolve(false), clock)
  const released = Promise.withResolvers<boolean>()
  const underWay = lanes.run('slow', () => released.promise, clock)
  for (let n = 0; n < mostLanes + 50; n++) await fails(`r${n}`)
  const known = lanes.room(now)
  assert.ok(known.size <= mostLanes + 1, `${known.size} are known`)
  assert.ok(known.has('slow'), 'who is being called stays')
  assert.ok(!known.has('r0') && known.has(`r${mostLanes + 49}`), 'who was called longest ago goes')
  for (let time = 0; time < 4; time++) await fails('paused')
  assert.equal(lanes.room(now).get('paused'), 0)
  now = plus(now, 9 * minuteMs)
  assert.equal(lanes.room(now).get('paused'), 1, 'one call tries who was paused')
  now = plus(now, 2 * minuteMs)
  assert.deepEqual([...lanes.room(now).keys()], ['slow'])
  released.resolve(false)
  assert.equal(await underWay, 'failed')
  assert.equal(lanes.room(plus(now, 11 * minuteMs)).size, 0)
})

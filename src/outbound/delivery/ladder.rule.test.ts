import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hourMs, minuteMs, plus, secondMs } from '../../kernel/time.ts'
import { isLast, ladders, pauseMs, type Ladder } from './ladder.rule.ts'

const now = new Date('2026-05-01T12:00:00Z')

/** How long it is tried, when each try fails at once. */
const spanMs = (ladder: Ladder): number => {
  let ms = 0
  let attempts = 1
  while (!isLast(ladder, { attempts, failingSince: now }, plus(now, ms)))
    ms += pauseMs(ladder, { attempts: attempts++ })
  return ms
}

test('K19: each pause is twice as long as the one before, up to the longest, however often it was tried', () => {
  for (const ladder of Object.values(ladders)) {
    const pauses = Array.from({ length: 2_000 }, (_, n) => pauseMs(ladder, { attempts: n + 1 }))
    assert.equal(pauses[0], ladder.firstMs)
    assert.equal(pauses[1], 2 * ladder.firstMs)
    for (const [n, pause] of pauses.entries())
      assert.equal(pause, Math.min(ladder.longestMs, 2 * (pauses[n - 1] ?? ladder.firstMs / 2)))
  }
  assert.equal(pauseMs(ladders.mail, { attempts: 0 }), 30 * secondMs)
})

test('contract §10: a subscriber is tried for four hours, an application for about a day, a mail until its own end', () => {
  const { signOut, notification, lifecycle, mail } = ladders
  assert.ok(spanMs(notification) >= 4 * hourMs)
  assert.ok(spanMs(notification) <= 4 * hourMs + notification.longestMs)
  assert.ok(Math.abs(spanMs(lifecycle) - 4 * hourMs) < 15 * minuteMs)
  assert.ok(Math.abs(spanMs(signOut) - 24 * hourMs) < 3 * hourMs)
  assert.ok(!isLast(mail, { attempts: 1_000, failingSince: new Date(0) }, now))
})

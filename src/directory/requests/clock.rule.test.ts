import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from '../../../test/properties.ts'
import { answerDays, answerNotice } from '../../kernel/answer-days.ts'
import { dayMs, plus } from '../../kernel/time.ts'
import { answerProblem, type Answer } from './answer.rule.ts'
import { dueAfterHold, dueAt, strike, whenDue } from './clock.rule.ts'

const asked = new Date('2026-05-01T12:00:00Z')
const after = (days: number): Date => plus(asked, days * dayMs)
const struckAt = (answerTime: number, days: number, reminders: number) => {
  const { nextAt, ...stroke } = strike(
    { askedAt: asked, dueAt: after(answerTime), reminders },
    after(days),
  )
  return { ...stroke, next: (nextAt.getTime() - asked.getTime()) / dayMs }
}

test('R32: administrators are reminded at half time and three days before, each once; the later one stands for both', () => {
  const table: [answerTime: number, days: number, reminders: number, unknown][] = [
    [30, 0, 0, { reminder: undefined, reminders: 0, next: 15 }],
    [30, 14.9, 0, { reminder: undefined, reminders: 0, next: 15 }],
    [30, 15, 0, { reminder: 'half', reminders: 1, next: 27 }],
    [30, 16, 1, { reminder: undefined, reminders: 1, next: 27 }],
    [30, 27, 1, { reminder: 'last', reminders: 2, next: 30 }],
    [30, 29, 0, { reminder: 'last', reminders: 2, next: 30 }],
    [30, 29, 2, { reminder: undefined, reminders: 2, next: 30 }],
    [7, 3.5, 0, { reminder: 'half', reminders: 1, next: 4 }],
    [7, 4, 1, { reminder: 'last', reminders: 2, next: 7 }],
    // What can be restored for two days more has no time for another reminder.
    [2, 1, 0, { reminder: 'half', reminders: 1, next: 2 }],
  ]
  for (const [answerTime, days, reminders, expected] of table)
    assert.deepEqual(struckAt(answerTime, days, reminders), expected, `${answerTime} ${days}`)
})

test('R32: the clock always strikes again later, and never after the day', () => {
  const open = fc.record({
    answerTime: fc.integer({ min: answerDays.least, max: answerDays.most }),
    passed: fc.double({ min: 0, max: 0.999, noNaN: true }),
    reminders: fc.nat(2),
  })
  fc.assert(
    fc.property(open, ({ answerTime, passed, reminders }) => {
      const now = plus(asked, Math.floor(passed * answerTime * dayMs))
      const due = after(answerTime)
      const { nextAt } = strike({ askedAt: asked, dueAt: due, reminders }, now)
      return nextAt > now && nextAt <= due
    }),
  )
})

test('R32: silence removes whom asks for it, unless the organization says why not; a closed one cannot; a restore just ends', () => {
  const on = { removesUnanswered: true, organizationClosed: false }
  const off = { ...on, removesUnanswered: false }
  assert.equal(whenDue('removal', on), 'removed')
  assert.equal(whenDue('removal', off), 'expired')
  assert.equal(whenDue('removal', { ...off, organizationClosed: true }), 'removed')
  assert.equal(whenDue('restore', on), 'expired')
})

test('R32, R40: a removal has as many days as the organization says, a restore as long as it is possible', () => {
  const policy = { answerDays: 30, organizationClosed: false }
  assert.deepEqual(dueAt('removal', asked, policy, null), after(30))
  assert.deepEqual(dueAt('restore', asked, policy, after(5)), after(5))
})

test('R32, R121: where nobody is there who could answer, a request to be removed waits a week', () => {
  const policy = { answerDays: 90, organizationClosed: true }
  assert.deepEqual(dueAt('removal', asked, policy, null), after(7))
})

test('R32: a hold stops the clock: what was left is left again, three days at the least', () => {
  assert.deepEqual(dueAfterHold(after(30), after(10), after(100)), after(120))
  assert.deepEqual(
    dueAfterHold(after(30), after(29), after(100)),
    after(100 + answerNotice.leastDays),
  )
})

const problem = (
  kind: 'removal' | 'restore',
  answer: Answer,
  text: string | null = 'Why',
  held = false,
) =>
  answerProblem(
    { kind, state: 'open', heldAt: held ? asked : null, freedByEnabling: true },
    answer,
    text,
  )

const open = { kind: 'removal', state: 'open', heldAt: null, freedByEnabling: true } as const

test('R29, R31, R32: what answers what, and which answer needs a reason', () => {
  for (const answer of ['enable', 'delete', 'decline', 'hold'] as const)
    assert.equal(problem('removal', answer), undefined, answer)
  for (const answer of ['restore', 'decline'] as const)
    assert.equal(problem('restore', answer), undefined, answer)
  for (const answer of ['enable', 'delete', 'hold', 'release'] as const)
    assert.equal(problem('restore', answer), 'wrongAnswer', answer)
  assert.equal(problem('removal', 'restore'), 'wrongAnswer')
  assert.equal(problem('removal', 'release'), 'wrongAnswer')
  assert.equal(answerProblem({ ...open, freedByEnabling: false }, 'enable', null), 'wrongAnswer')
  assert.equal(problem('removal', 'release', null, true), undefined)
  assert.equal(problem('removal', 'hold', 'Why', true), 'wrongAnswer')
  for (const answer of ['decline', 'hold'] as const)
    for (const text of [null, ' '])
      assert.equal(problem('removal', answer, text), 'reasonNeeded', answer)
  assert.equal(problem('removal', 'delete', null), undefined)
  assert.equal(answerProblem({ ...open, state: 'expired' }, 'delete', null), 'alreadyAnswered')
})

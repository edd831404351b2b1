/** What is said of guests before, and what the turns do then, is one thing (R134). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anyGuest, anyPolicy } from '../../../test/chance-guests.ts'
import fc from '../../../test/properties.ts'
import { dayMs, hourMs, minuteMs, plus } from '../../kernel/time.ts'
import type { GuestFacts, PolicyRules } from './breaches.rule.ts'
import type { State } from './noted.rule.ts'
import { deletedAfter, nextEnd, outlook, stepNow } from './policy.rule.ts'
import { turnOf, turnsBetween } from './turns.rule.ts'

const now = new Date('2026-05-01T12:00:00.000Z')

type Done = Record<'toldAt' | 'disabledAt' | 'deletedAt', Date | null>

/** Which turns tell, disable and delete the guest; each is looked at so late. */
const actedOn = (rules: PolicyRules, of: GuestFacts, from: Date, late: number): Done => {
  const done: Done = { toldAt: null, disabledAt: null, deletedAt: null }
  const off = { ...of, accountEnabled: false, disabledByPolicy: true }
  let state: State | undefined
  const act = (turn: Date, at: Date): void => {
    const guest = done.disabledAt === null ? of : off
    const step = stepNow(rules, guest, state, at)
    if (step.step === 'delete') done.deletedAt = turn
    if (step.step === 'notice') {
      done.toldAt ??= turn
      const coming = outlook(rules, guest, state, at)
      assert.ok(coming !== undefined)
      const { reason, toldAt: since } = coming
      const said = nextEnd(coming, guest)
      state = { reason, since, notices: step.notices, disabledAt: null, said }
    }
    if (step.step !== 'disable' || state === undefined) return
    done.disabledAt ??= turn
    const deletedAt = deletedAfter(rules, state, at)
    const said = deletedAt === null ? null : ({ ending: 'delete', at: deletedAt } as const)
    state = { ...state, disabledAt: turnOf(at), said }
  }
  // What is due at once is done one after the other, as by a job that comes by more often.
  const thrice = [0, 1, 2]
  for (const turn of turnsBetween(plus(from, -hourMs), plus(from, 400 * dayMs)))
    if (plus(turn, late) >= from)
      for (const _ of thrice) if (done.deletedAt === null) act(turn, plus(turn, late))
  return done
}

test('R134: who is simulated is told, disabled and deleted at the very moments that the simulation named, at whatever minute it was asked for', () => {
  let judged = 0
  fc.assert(
    fc.property(
      anyPolicy,
      anyGuest,
      fc.integer({ min: 0, max: 24 * 60 }),
      fc.integer({ min: 0, max: 59 }),
      (rules, facts, asked, late) => {
        const from = plus(now, asked * minuteMs)
        // As it would be saved at this moment.
        const policy = { ...rules, changedAt: from }
        const guest = { ...facts, disabledByPolicy: false }
        const coming = outlook(policy, guest, undefined, from)
        // Whom nothing ends soon is drawn anew: each of the runs judges somebody.
        fc.pre(coming !== undefined && coming.toldAt <= plus(from, 30 * dayMs))
        judged += 1
        const { toldAt, disabledAt, deletedAt } = coming
        assert.deepEqual(actedOn(policy, guest, from, late * minuteMs), {
          toldAt,
          disabledAt,
          deletedAt,
        })
      },
    ),
    { numRuns: 30 },
  )
  assert.ok(judged >= 30, `${judged} are judged`)
})

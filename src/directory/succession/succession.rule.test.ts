import assert from 'node:assert/strict'
import { test } from 'node:test'
import { successorReasons, type SuccessorFacts } from './succession.rule.ts'

const able: SuccessorFacts = {
  isLeaver: false,
  accepted: true,
  enabled: true,
  isMember: true,
  canAct: true,
}

test('R125: who takes over is somebody else, enabled, accepted, a member, and let in by their home; every reason is told', () => {
  const table: readonly [Partial<SuccessorFacts>, readonly string[]][] = [
    [{}, []],
    [{ isLeaver: true }, ['oneself']],
    [{ accepted: false, canAct: false }, ['notAccepted']],
    [{ enabled: false, canAct: false }, ['disabled']],
    [{ isMember: false }, ['guest']],
    [{ canAct: false }, ['homeClosed']],
    [
      { accepted: false, enabled: false, isMember: false, canAct: false },
      ['notAccepted', 'disabled', 'guest'],
    ],
  ]
  for (const [change, reasons] of table)
    assert.deepEqual(successorReasons({ ...able, ...change }), reasons, JSON.stringify(change))
})

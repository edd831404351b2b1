/**
 * Every two transitions of one user at the same moment, in two server processes on one database.
 * Afterwards one truth: what both callers were told and what is are those of the one order or of
 * the other, and nobody has met an error of ours. A few rounds of each pair here, twenty by `npm
 * run races`.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { World } from '../sign-on.ts'
import { world } from '../world.ts'
import { acts, askFor, makeRaced, truthOf, type Act, type State } from './objects.ts'
import { twoProcesses, type Racer } from './two-processes.ts'

const rounds = Number(process.env['GUESTHOUSE_RACE_ROUNDS'] ?? '2')
/** Whether each pair is raced in every state that suits it, not in one. */
const whole = rounds > 2
/** How far apart the two may be sent: they overlap in one place and then in another. */
const maxApartMs = 4

const scene: { w?: World; racers?: readonly [Racer, Racer]; headers?: Record<string, string> } = {}
before(async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  scene.w = w
  scene.headers = await frank.headersFor('/v1.0/users')
  scene.racers = await twoProcesses(w)
})
after(() => scene.racers?.forEach((racer) => racer.stop()))

const ready = () => {
  const { w, racers, headers } = scene
  assert.ok(w !== undefined && racers !== undefined && headers !== undefined)
  return { w, racers, headers }
}

const ofDeleted = new Set<Act>(['restore', 'purge', 'hold'])
const ofAccepted = new Set<Act>(['reset', 'leave', 'removal asked'])
const ofInvitations = new Set<Act>(['accept', 'decline', 'revoke', 'resend', 'reset', 'leave'])

/** The states in which a pair is raced, one after the other. */
const statesFor = (pair: readonly [Act, Act]): State[] => {
  const all = allStatesFor(pair)
  return whole ? all : all.slice(0, 1)
}

const allStatesFor = (pair: readonly [Act, Act]): State[] => {
  const deleted = pair.some((act) => ofDeleted.has(act))
  const enabled = !pair.includes('enable') && !pair.includes('removal asked')
  const whos: State['who'][] = pair.includes('link used')
    ? ['member']
    : pair.some((act) => ofAccepted.has(act))
      ? ['waiting']
      : pair.some((act) => ofInvitations.has(act))
        ? ['waiting', 'invited']
        : ['waiting', 'member']
  return whos.map((who) => ({ who, deleted, enabled }))
}

const apart = (): number => Math.random() * maxApartMs

/** What both were told, in the order of the pair, and what is true then. */
const raceOnce = async (
  pair: readonly [Act, Act],
  state: State,
  how: 'together' | 'inOrder' | 'otherWayRound',
): Promise<string> => {
  const { w, racers, headers } = ready()
  const raced = await makeRaced(w, state)
  const [first, second] = pair.map((act) => askFor(w, act, raced, headers))
  assert.ok(first !== undefined && second !== undefined)
  const [one, other] = Math.random() < 0.5 ? racers : [racers[1], racers[0]]
  const asked = {
    together: () => Promise.all([one.ask(first, apart()), other.ask(second, apart())]),
    inOrder: async () => [await one.ask(first), await other.ask(second)],
    otherWayRound: async () => {
      const later = await other.ask(second)
      return [await one.ask(first), later]
    },
  }
  const told = await asked[how]()
  for (const { crash, told: words } of told)
    assert.ok(!crash, `${pair.join(' and ')}, ${how}, ${JSON.stringify(state)}: ${words}`)
  return `${told.map(({ told: words }) => words).join(' | ')} → ${await truthOf(w, raced)}`
}

const race = async (pair: readonly [Act, Act]): Promise<void> => {
  for (const state of statesFor(pair)) {
    const right = new Set([
      await raceOnce(pair, state, 'inOrder'),
      await raceOnce(pair, state, 'otherWayRound'),
    ])
    for (let round = 0; round < rounds; round++) {
      const seen = await raceOnce(pair, state, 'together')
      assert.ok(
        right.has(seen),
        `${pair.join(' and ')} in ${JSON.stringify(state)}, round ${round}:\n${seen}\nis neither of\n${[...right].join('\n')}`,
      )
    }
  }
}

for (const [place, act] of acts.entries())
  test(`K18: ${act} and every other transition at the same moment, in two processes: one truth`, async () => {
    await Promise.all(acts.slice(place).map((other) => race([act, other])))
  })

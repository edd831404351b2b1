import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayMs, plus } from '../../kernel/time.ts'
import { worstOf, type Finding, type State } from './finding.rule.ts'
import { backupDays, judgeBackup, judgeStore, type StoreFacts } from './judged.rule.ts'
import { judgeMail } from './mail.rule.ts'
import { certificateDays, judgeProxy, type ProxyFacts } from './proxy.rule.ts'

const now = new Date('2026-11-28T12:00:00Z')
const facts = (more: Partial<ProxyFacts>): ProxyFacts => ({
  publicUrl: undefined,
  host: '127.0.0.1',
  trustedProxies: 0,
  certificateEnds: undefined,
  ...more,
})
const states = (of: StoreFacts): string[] => judgeStore(of).map(({ state }) => state)
const stateOf = ([one]: readonly Finding[]): State | undefined => one?.state

test('the settings of an address that people use fit each other, or it is said how they do not', () => {
  const far = plus(now, 90 * dayMs)
  const table: readonly [Partial<ProxyFacts>, State, RegExp][] = [
    [{}, 'well', /this machine alone/],
    [{ publicUrl: 'http://localhost:7090' }, 'well', /localhost/],
    [{ host: '0.0.0.0' }, 'care', /GUESTHOUSE_URL/],
    [{ trustedProxies: 1 }, 'care', /GUESTHOUSE_URL/],
    [{ publicUrl: 'https://a.example' }, 'care', /GUESTHOUSE_TRUSTED_PROXIES/],
    [{ publicUrl: 'https://a.example', trustedProxies: 1 }, 'well', /a\.example/],
    [{ publicUrl: 'http://a.example', trustedProxies: 1 }, 'wrong', /can be read on the way/],
    [{ publicUrl: 'https://a.example', certificateEnds: far }, 'well', /a\.example/],
    [{ publicUrl: 'http://localhost', certificateEnds: far }, 'wrong', /begins with http/],
    [{ publicUrl: 'https://a.example', certificateEnds: 'unreadable' }, 'wrong', /PEM/],
    [
      { publicUrl: 'https://a.example', certificateEnds: plus(now, (certificateDays - 1) * dayMs) },
      'care',
      /Renew/,
    ],
    [{ publicUrl: 'https://a.example', certificateEnds: plus(now, -dayMs) }, 'wrong', /Renew/],
  ]
  for (const [more, state, words] of table) {
    const found = judgeProxy(facts(more), now)
    assert.equal(worstOf(found), state, JSON.stringify(more))
    assert.match(JSON.stringify(found), words)
  }
})

test('every reason about the store is told at once, and a superuser of our own server is none', () => {
  const fine: StoreFacts = {
    kind: 'embedded',
    serverNumber: 180_004,
    version: '18.4',
    pending: 0,
    mayCreate: true,
    ownsTables: true,
    isSuperuser: true,
    hasLimits: true,
  }
  assert.deepEqual(states(fine), ['well'])
  assert.deepEqual(states({ ...fine, kind: 'named' }), ['care'])
  assert.deepEqual(
    states({
      ...fine,
      kind: 'named',
      serverNumber: 140_010,
      pending: 2,
      ownsTables: false,
      hasLimits: false,
    }),
    ['wrong', 'care', 'wrong', 'care', 'care'],
  )
})

test('a backup is young for two days, and mail may wait for an hour', () => {
  assert.equal(stateOf(judgeBackup(plus(now, -(backupDays * dayMs - 1)), now)), 'well')
  assert.equal(stateOf(judgeBackup(plus(now, -backupDays * dayMs), now)), 'care')
  const sender = { domain: 'a.example', isKnown: true }
  const waits = { server: 'mail.a.example:587', problem: undefined, sender, waiting: 1 }
  assert.equal(stateOf(judgeMail({ ...waits, since: plus(now, -60_000) }, now)), 'well')
  assert.equal(stateOf(judgeMail({ ...waits, since: plus(now, -3_700_000) }, now)), 'care')
  assert.equal(stateOf(judgeMail({ ...waits, since: undefined, problem: 'EAUTH' }, now)), 'wrong')
})

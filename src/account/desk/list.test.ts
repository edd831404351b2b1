/** Which of many organizations a page shows. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AccountOrganization } from '../../wire/account.ts'
import { matches, pageOf, pageSize, type Wish } from './list.ts'

const day = (place: number): string => new Date(Date.UTC(2026, 0, 1 + place)).toISOString()
const at = (place: number, more: Partial<AccountOrganization> = {}): AccountOrganization =>
  ({
    id: `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`,
    displayName: `Partner ${place}`,
    domain: `p${place}.example`,
    domains: [`p${place}.example`],
    kind: 'other',
    state: 'active',
    invitationOpen: false,
    invitationEnded: false,
    closed: false,
    hidden: false,
    since: day(0),
    lastUsedAt: null,
    blockers: [],
    ...more,
  }) as unknown as AccountOrganization
const all: Wish = {
  search: '',
  filter: 'all',
  order: 'use',
  named: undefined,
  after: undefined,
  now: new Date(day(200)),
}
const names = (organizations: readonly AccountOrganization[]) =>
  organizations.map(({ displayName }) => displayName)

test('pages go on where the one before ended, whatever was added or has gone meanwhile, and show each once', () => {
  const many = Array.from({ length: 120 }, (_, place) => at(place, { lastUsedAt: day(place % 7) }))
  const first = pageOf(many, all)
  assert.equal(first.others.length, pageSize)
  const gone = many.filter((one) => one !== first.others.at(-1) && one !== first.others[3])
  const meanwhile = [...gone, at(500, { lastUsedAt: day(9) })]
  const second = pageOf(meanwhile, { ...all, after: first.end })
  const third = pageOf(meanwhile, { ...all, after: second.end })
  assert.equal(third.end, undefined)
  const seen = [first, second, third].flatMap(({ others }) => names(others))
  assert.equal(seen.length, 120)
  assert.equal(new Set(seen).size, 120)
})

test('R131: last used first, invitations that wait before them, and what has ended after all', () => {
  const found = pageOf(
    [
      at(1, { state: 'left', lastUsedAt: day(9) }),
      at(2, { lastUsedAt: day(3) }),
      at(3, { since: day(5) }),
      at(4, { state: 'invited', invitationOpen: true }),
      at(5, { lastUsedAt: day(8) }),
    ],
    all,
  )
  assert.deepEqual(names(found.others), [
    'Partner 4',
    'Partner 5',
    'Partner 3',
    'Partner 2',
    'Partner 1',
  ])
  const named = pageOf([at(1, { lastUsedAt: day(9) }), at(2)], { ...all, named: 'P2.example' })
  assert.deepEqual(names(named.others), ['Partner 2', 'Partner 1'], 'R11')
})

test('R136: unused is what was not used for 90 days, or joined and never recorded; the longest unused first', () => {
  const list = [
    at(1, { lastUsedAt: day(150) }),
    at(2, { lastUsedAt: day(100) }),
    at(3, { since: day(50) }),
    at(4, { since: day(190) }),
    at(5, { lastUsedAt: day(20), state: 'disabled' }),
    at(6, { lastUsedAt: day(10), hidden: true }),
    at(7, { lastUsedAt: day(10), state: 'left' }),
    at(8, { lastUsedAt: day(110) }),
  ]
  const { others, counts } = pageOf(list, { ...all, filter: 'unused' })
  assert.deepEqual(names(others), ['Partner 5', 'Partner 3', 'Partner 2'])
  assert.equal(counts.unused, 3)
})

test('found by the words of a name or of any verified domain, whatever their accents', () => {
  const one = at(1, { displayName: 'Société Générale', domains: ['p1.example', 'sg.example'] })
  for (const typed of ['societe', 'GENERALE soc', 'sg.ex', 'p1'])
    assert.ok(matches(one, typed), typed)
  for (const typed of ['societe zz', 'generali', 'sg.exampl3'])
    assert.ok(!matches(one, typed), typed)
})

test('R34: each filter shows its own, with their number; what is hidden is in no other', () => {
  const blocked = [{ code: 'leavingNotAllowed' }] as unknown as AccountOrganization['blockers']
  const list = [
    at(1),
    at(2, { blockers: blocked }),
    at(3, { state: 'left' }),
    at(4, { state: 'invited', invitationOpen: true }),
    at(5, { hidden: true }),
    at(6, { closed: true }),
    at(7, { kind: 'home' }),
  ]
  const shown = (filter: Wish['filter']) =>
    names(pageOf(list, { ...all, filter }).others).toSorted()
  assert.deepEqual(shown('active'), ['Partner 1', 'Partner 2'])
  assert.deepEqual(shown('blocked'), ['Partner 2'])
  assert.deepEqual(shown('ended'), ['Partner 3'])
  assert.deepEqual(shown('waiting'), ['Partner 4'])
  assert.deepEqual(shown('hidden'), ['Partner 5'])
  assert.equal(shown('all').length, 5)
  const { counts, home } = pageOf(list, all)
  const numbers = { all: 5, active: 2, unused: 3, waiting: 1, blocked: 1, ended: 1, hidden: 1 }
  assert.deepEqual(counts, numbers)
  assert.deepEqual(names(home), ['Partner 7'])
})

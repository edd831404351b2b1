/** Filters in SQL, compared with a plain predicate over random users and random conditions. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from '../../test/properties.ts'
import { world } from '../../test/world.ts'
import { addressOf } from '../kernel/address.ts'
import type { Condition } from '../kernel/condition.ts'
import { newId } from '../kernel/ids.ts'
import { createMember } from './users/create.ts'
import { listUsers } from './users/list.sql.ts'

type Plain = {
  readonly displayName: string
  readonly department: string | null
  readonly jobTitle: string | null
  readonly otherMails: readonly string[]
  readonly accountEnabled: boolean
}
/** What is the same for everybody, and stored of nobody. */
const fixed = {
  onPremisesSamAccountName: null,
  onPremisesSyncEnabled: null,
  assignedLicenses: [],
} as const

const words = ['Sales', 'sales', 'Söle', 'Sal', 'it%', 'it_', 'a\\b', 'Ü', 'Zoo'] as const
const domains = ['one.example', 'two.example'] as const
const letters = (text: string): number[] =>
  [...text.toLowerCase()].map((letter) => letter.codePointAt(0) ?? 0)

/** By code point, letters of either size alike. */
const order = (one: string, other: string): number => {
  const [first, second] = [letters(one), letters(other)]
  const differs = first.findIndex((letter, n) => letter !== second[n])
  return differs < 0
    ? first.length - second.length
    : (first[differs] ?? 0) - (second[differs] ?? -1)
}

const compared = (value: string | boolean | null, operator: string, wanted: unknown): boolean => {
  if (operator === 'ne') return !compared(value, 'eq', wanted)
  if (value === null || wanted === null) return operator === 'eq' && value === wanted
  if (typeof value === 'boolean')
    return { eq: value === wanted, ge: value || wanted === false, le: !value || wanted === true }[
      operator as 'eq'
    ]
  const text = String(wanted)
  const [have, want] = [value.toLowerCase(), text.toLowerCase()]
  if (operator === 'eq') return have === want
  if (operator === 'startsWith') return have.startsWith(want)
  if (operator === 'endsWith') return have.endsWith(want)
  const place = order(value, text)
  return { gt: place > 0, ge: place >= 0, lt: place < 0, le: place <= 0 }[operator] ?? false
}

/** What a condition means, told without SQL. */
const holds = (condition: Condition, one: Plain): boolean => {
  const user = { ...one, ...fixed }
  switch (condition.kind) {
    case 'and':
      return condition.of.every((one) => holds(one, user))
    case 'or':
      return condition.of.some((one) => holds(one, user))
    case 'not':
      return !holds(condition.of, user)
    case 'in':
      return condition.values.some((value) =>
        compared(user[condition.property as 'jobTitle'], 'eq', value),
      )
    case 'count': {
      const [have, want] = [user[condition.property as 'otherMails'].length, condition.value]
      const { operator } = condition
      return {
        eq: have === want,
        ne: have !== want,
        gt: have > want,
        ge: have >= want,
        lt: have < want,
        le: have <= want,
      }[operator]
    }
    case 'any': {
      const { of } = condition
      return user[condition.property as 'otherMails'].some(
        (one) => of === undefined || holdsOf(of, one),
      )
    }
    case 'compare':
      return compared(user[condition.property as 'jobTitle'], condition.operator, condition.value)
  }
}

const holdsOf = (of: Condition, element: string): boolean =>
  holds(of, { '': element } as unknown as Plain)

const text = fc.constantFrom(...words)
const orNull = fc.option(text, { nil: null })
const mail = fc
  .tuple(fc.constantFrom('ada', 'bob', 'adam'), fc.constantFrom(...domains))
  .map((parts) => parts.join('@'))

const comparison = (property: string): fc.Arbitrary<Condition> =>
  fc.record({
    kind: fc.constant('compare' as const),
    property: fc.constant(property),
    operator: fc.constantFrom('eq', 'ne', 'ge', 'le', 'gt', 'lt', 'startsWith', 'endsWith'),
    value: text,
  })

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  comparison('department'),
  comparison('jobTitle'),
  comparison('onPremisesSamAccountName'),
  fc.record({
    kind: fc.constant('compare' as const),
    property: fc.constantFrom('department', 'jobTitle', 'onPremisesSyncEnabled'),
    operator: fc.constantFrom('eq', 'ne'),
    value: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('compare' as const),
    property: fc.constantFrom('accountEnabled', 'onPremisesSyncEnabled'),
    operator: fc.constantFrom('eq', 'ne', 'ge', 'le'),
    value: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('in' as const),
    property: fc.constantFrom('department', 'jobTitle'),
    values: fc.array(orNull, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('count' as const),
    property: fc.constantFrom('otherMails', 'assignedLicenses'),
    operator: fc.constantFrom('eq', 'ne', 'gt', 'ge', 'lt', 'le'),
    value: fc.nat({ max: 3 }),
  }),
  fc.record({
    kind: fc.constant('any' as const),
    property: fc.constantFrom('otherMails', 'assignedLicenses'),
    of: fc.constant(undefined),
  }),
  fc.record({
    kind: fc.constant('any' as const),
    property: fc.constant('otherMails'),
    of: fc.record({
      kind: fc.constant('compare' as const),
      property: fc.constant(''),
      operator: fc.constantFrom('eq', 'ne', 'startsWith', 'endsWith'),
      value: mail,
    }),
  }),
)

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({ kind: fc.constant('not' as const), of: tie('condition') }),
    fc.record({
      kind: fc.constant('and' as const),
      of: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('or' as const),
      of: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
    }),
  ),
}))

const people = (): Plain[] => {
  const user = fc.record({
    department: orNull,
    jobTitle: orNull,
    otherMails: fc.uniqueArray(mail, { maxLength: 3 }),
    accountEnabled: fc.boolean(),
  })
  return fc
    .sample(user, { numRuns: 40, seed: 7 })
    .map((one, n) => ({ ...one, displayName: `Somebody ${n}` }))
}

test('K14: a filter finds whom a plain predicate finds: every operator, any nesting, absent values, letters of either size', async () => {
  const w = await world()
  const all = people()
  for (const [n, { otherMails, ...one }] of all.entries()) {
    const user = {
      ...one,
      otherMails: otherMails.map(addressOf),
      userPrincipalName: `somebody.${n}@${w.contoso.domain}`,
    }
    const made = await createMember(w.db, w.contoso.id, user, {
      now: w.now(),
      actor: { kind: 'operator' },
      correlationId: newId(),
      address: null,
    })
    assert.equal(made.outcome, 'created')
  }
  const only: Condition = {
    kind: 'compare',
    property: 'displayName',
    operator: 'startsWith',
    value: 'Somebody ',
  }
  const found = async (filter: Condition): Promise<string[]> => {
    const page = {
      descending: false,
      after: undefined,
      limit: 100,
      search: undefined,
      order: 'name',
    } as const
    const rows = await listUsers(w.db, w.contoso.id, {
      ...page,
      filter: { kind: 'and', of: [only, filter] },
    })
    return rows.map(({ displayName }) => displayName).toSorted()
  }
  let some = 0
  await fc.assert(
    fc.asyncProperty(condition, async (filter) => {
      const wanted = all.filter((one) => holds(filter, one)).map(({ displayName }) => displayName)
      if (wanted.length > 0 && wanted.length < all.length) some++
      assert.deepEqual(await found(filter), wanted.toSorted())
    }),
    { numRuns: 400 },
  )
  assert.ok(some > 100, `${some} conditions found some and not others`)
})

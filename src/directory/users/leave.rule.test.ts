import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from '../../../test/properties.ts'
import { leaveReasons, type LeaveFacts } from './leave.rule.ts'

const free: LeaveFacts = {
  isHome: false,
  homeAccountEnabled: true,
  homeAccountDeleted: false,
  homeClosed: false,
  accountEnabled: true,
  disabledByPolicy: false,
  externalUsersMayLeave: true,
  organizationClosed: false,
  isAdministrator: false,
  anotherAdministrator: true,
  askedBack: false,
}
const reasons = (facts: Partial<LeaveFacts>) => [...leaveReasons({ ...free, ...facts })]

test('R1: a guest enabled at home and in the organization can leave', () =>
  assert.deepEqual(reasons({}), []))
test('R135: whom a rule of the organization has disabled can leave; whom an administrator has cannot (R27)', () => {
  assert.deepEqual(reasons({ accountEnabled: false, disabledByPolicy: true }), [])
  assert.deepEqual(reasons({ accountEnabled: false }), ['disabledInOrganization'])
})
test('R2: the home organization cannot be left', () =>
  assert.deepEqual(reasons({ isHome: true }), ['homeOrganization']))
test('R28: somebody disabled at home cannot leave', () =>
  assert.deepEqual(reasons({ homeAccountEnabled: false }), ['disabledAtHome']))
test('R130: whose home account is deleted hears that it is, and not that somebody could enable it', () =>
  assert.deepEqual(reasons({ homeAccountEnabled: false, homeAccountDeleted: true }), [
    'homeDeleted',
  ]))
test('R130: whose home is closed hears that, and not that somebody there could enable them; a closed organization keeps them no more than others (R121)', () => {
  assert.deepEqual(reasons({ homeClosed: true }), ['homeClosed'])
  assert.deepEqual(reasons({ homeClosed: true, homeAccountEnabled: false }), ['homeClosed'])
  assert.deepEqual(reasons({ homeClosed: true, organizationClosed: true }), [])
})
test('R27: somebody disabled in the organization cannot leave', () =>
  assert.deepEqual(reasons({ accountEnabled: false }), ['disabledInOrganization']))
test('R24: nobody leaves by themselves where leaving is not allowed', () =>
  assert.deepEqual(reasons({ externalUsersMayLeave: false }), ['leavingNotAllowed']))
test('R42: the last administrator cannot leave', () =>
  assert.deepEqual(reasons({ isAdministrator: true, anotherAdministrator: false }), [
    'lastAdministrator',
  ]))
test('R42: one of two administrators can leave', () =>
  assert.deepEqual(reasons({ isAdministrator: true }), []))
test('R121: a closed organization keeps nobody by its settings', () =>
  assert.deepEqual(
    reasons({
      organizationClosed: true,
      externalUsersMayLeave: false,
      isAdministrator: true,
      anotherAdministrator: false,
    }),
    [],
  ))
test('R25: every reason comes at once, in the order of the list', () =>
  assert.deepEqual(
    reasons({
      isHome: true,
      homeAccountEnabled: false,
      accountEnabled: false,
      externalUsersMayLeave: false,
      isAdministrator: true,
      anotherAdministrator: false,
    }),
    [
      'homeOrganization',
      'disabledAtHome',
      'disabledInOrganization',
      'leavingNotAllowed',
      'lastAdministrator',
    ],
  ))

test('R25: a fact that gets better never adds a reason', () => {
  const facts = fc.record({
    isHome: fc.boolean(),
    homeAccountEnabled: fc.boolean(),
    accountEnabled: fc.boolean(),
    disabledByPolicy: fc.boolean(),
    externalUsersMayLeave: fc.boolean(),
    homeAccountDeleted: fc.constant(false),
    homeClosed: fc.constant(false),
    organizationClosed: fc.boolean(),
    isAdministrator: fc.boolean(),
    anotherAdministrator: fc.boolean(),
    askedBack: fc.constant(false),
  })
  const better: Partial<LeaveFacts>[] = [
    { isHome: false },
    { homeAccountEnabled: true },
    { accountEnabled: true },
    { externalUsersMayLeave: true },
    { isAdministrator: false },
    { anotherAdministrator: true },
  ]
  fc.assert(
    fc.property(facts, fc.constantFrom(...better), (before, change) => {
      const had = new Set(leaveReasons(before))
      return [...leaveReasons({ ...before, ...change })].every((reason) => had.has(reason))
    }),
  )
})

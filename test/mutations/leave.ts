/** Breaks of the rule of leaving, each caught by the test that carries its number. */
import type { Mutation } from './mutation.ts'

const file = 'src/directory/users/leave.rule.ts'
const test = 'src/directory/users/leave.rule.test.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'R2',
    file,
    test,
    from: 'holds: (facts) => facts.isHome',
    to: 'holds: () => false',
    quick: true,
  },
  {
    rule: 'R28',
    file,
    test,
    from: '!facts.homeAccountEnabled && !facts.homeAccountDeleted',
    to: 'false',
  },
  {
    rule: 'R27',
    file,
    test,
    from: '!facts.accountEnabled && !facts.organizationClosed',
    to: 'false',
    quick: true,
  },
  { rule: 'R24', file, test, from: '!facts.externalUsersMayLeave &&', to: 'false &&' },
  {
    rule: 'R42',
    file,
    test,
    from: 'facts.isAdministrator && !facts.anotherAdministrator',
    to: 'facts.isAdministrator',
    quick: true,
  },
]

/** Breaks of handing over as one leaves. */
import type { Mutation } from './mutation.ts'

const act = 'src/directory/succession/hand-over.ts'
const test = 'src/account/hand-over.test.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'R125',
    file: 'src/directory/succession/succession.rule.ts',
    test: 'src/directory/succession/succession.rule.test.ts',
    from: 'guest: ({ isMember }) => !isMember',
    to: 'guest: () => false',
    quick: true,
  },
  {
    rule: 'R125',
    file: act,
    test,
    from: "if (reasons.length > 0) return { outcome: 'successorRefused', reasons }",
    to: '',
  },
  {
    rule: 'R125',
    file: act,
    test,
    from: ' || shut.has(tenantId)',
    to: '',
  },
  {
    rule: 'R125',
    file: act,
    test,
    from: "mayRaise: may(roles, 'roles.write')",
    to: 'mayRaise: true',
  },
  {
    rule: 'R125',
    file: 'src/directory/succession/facts.sql.ts',
    test,
    from: "if (reachOf(leaver, 'groupMembers') !== 'own') return sql`false`",
    to: '',
  },
]

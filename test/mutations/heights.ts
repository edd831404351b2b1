/** Breaks of who may do what to whom, of who remains, and of locks; each caught by the test that carries its rule. */
import type { Mutation } from './mutation.ts'

const able = 'src/directory/able-administrator.test.ts'
const administrators = 'src/directory/administrators.sql.ts'

export const mutations: readonly Mutation[] = [
  { rule: 'R124', file: administrators, test: able, from: 'and ah.account_enabled\n', to: '\n' },
  { rule: 'R124', file: administrators, test: able, from: "and at.state = 'active'\n", to: '\n' },
  {
    rule: 'R124',
    file: administrators,
    test: able,
    from: "where x.tenant_id = ${tenantId} and x.id = ${userId} and ${where === 'everywhere'}::boolean)",
    to: 'where false)',
  },
  { rule: 'R124', file: 'src/directory/update-organization.ts', test: able, from: 'if (last !== undefined) return last', to: '' },
  { rule: 'R124', file: 'src/invitations/reset.ts', test: able, from: 'if (last !== undefined) return last', to: '' },
  { rule: 'R124', file: 'src/sign-in/factor-reset.ts', test: able, from: 'if (last !== undefined) return last', to: '' },
  {
    rule: 'R124',
    file: 'src/directory/disable-user.ts',
    test: able,
    from: "lastAdministrator(tx, which, 'everywhere')",
    to: "lastAdministrator(tx, which, 'here')",
  },
  {
    rule: 'R124',
    file: 'src/directory/delete-user.ts',
    test: able,
    from: "lastAdministrator(tx, { tenantId, userId }, 'everywhere')",
    to: "lastAdministrator(tx, { tenantId, userId }, 'here')",
  },
  {
    rule: 'K16',
    file: 'src/directory/application-sign-in.ts',
    test: 'src/oidc/heights.test.ts',
    from: 'if (opens && powerful && !givesScopes)',
    to: 'if (false)',
  },
  {
    rule: 'K16',
    file: 'src/directory/application-secrets.ts',
    test: 'src/oidc/heights.test.ts',
    from: '((await readSignInSettings(tx, which))?.graphScopes ?? []).some(isPowerful)',
    to: 'false',
  },
  { rule: 'K16', file: 'src/oidc/grants.ts', test: 'src/oidc/heights.test.ts', from: 'if (!agreed) return', to: 'if (false) return' },
  {
    rule: 'K16',
    file: 'src/directory/application-sign-in.ts',
    test: 'src/oidc/heights.test.ts',
    from: 'ways_in_version + ${opens ? 1 : 0}::int',
    to: 'ways_in_version',
  },
  {
    rule: 'K16',
    file: 'src/sign-in/password-link.ts',
    test: 'src/sign-in/heights.test.ts',
    from: "['passwordLink'], { every: false })))",
    to: '[], { every: false })))',
  },
  {
    rule: 'K16',
    file: 'src/directory/assign-role.ts',
    test: 'src/sign-in/heights.test.ts',
    from: 'await endLowerWaysIn(tx, { tenantId, userId }, context)',
    to: 'false',
  },
  {
    rule: 'K16',
    file: 'src/sign-in/identity-sign-in.ts',
    test: 'src/sign-in/heights.test.ts',
    from: 'if ((isOneFactor || tied) &&',
    to: 'if (isOneFactor &&',
  },
  {
    rule: 'K16',
    file: 'src/sign-in/identity-sign-in.ts',
    test: 'src/sign-in/heights.test.ts',
    from: 'if (tied && !(await',
    to: 'if (false && !(await',
  },
  {
    rule: 'K16',
    file: 'src/invitations/accept.ts',
    test: 'src/sign-in/heights.test.ts',
    from: "['invitation', 'reset'], { every: true })))",
    to: '[], { every: true })))',
  },
  { rule: 'K16', file: 'src/directory/ways-in.sql.ts', test: 'src/sign-in/heights.test.ts', from: "lower.has('reset') ||", to: '' },
  {
    rule: 'K18',
    file: 'src/directory/lock-user.sql.ts',
    test: 'test/races/races.test.ts',
    from: 'and id = ${userId} for no key update`',
    to: 'and id = ${userId}`',
  },
  {
    rule: 'R61',
    file: 'src/directory/restore-user.ts',
    test: 'src/graph/deleted-items.test.ts',
    from: "[{ code: 'targetTooHigh' }]",
    to: '[]',
  },
  {
    rule: 'R61',
    file: 'src/directory/restore-user.ts',
    test: 'src/graph/deleted-items.test.ts',
    from: '[...tooHigh, ...restoreConflicts(user, now, { dropAddresses: false })]',
    to: '[...tooHigh]',
  },
]

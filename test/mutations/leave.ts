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
    from: '!facts.homeAccountEnabled && !facts.homeAccountDeleted && !facts.homeClosed',
    to: 'false',
  },
  {
    rule: 'R27',
    file,
    test,
    from: '!facts.accountEnabled && !facts.disabledByPolicy && !facts.organizationClosed',
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
  {
    rule: 'R42',
    file: 'src/directory/users/leave.sql.ts',
    test: 'src/directory/users/leave-guard.test.ts',
    from: 't.xmin::text = ${tenant})',
    to: 't.xmin is not null)',
  },
  {
    rule: 'K7',
    file,
    test: 'src/account/dead-ends.test.ts',
    from: "liftedBy: 'themselves'",
    to: "liftedBy: 'administrators'",
  },
  {
    rule: 'R49',
    file: 'src/directory/users/credentials.sql.ts',
    test: 'src/directory/users/credentials.test.ts',
    from: "  recoveryCode: { table: 'recovery_codes', isOf: ofUser, alone: false, factor: true },\n",
    to: '',
  },
  {
    rule: 'K16',
    file: 'src/directory/users/credentials.sql.ts',
    test: 'src/credentials/heights.test.ts',
    from: "password: { table: 'local_credentials', isOf: ofUser, alone: true }",
    to: "password: { table: 'password_links', isOf: ofUser, alone: true }",
  },
  {
    rule: 'R92',
    file: 'src/directory/links/ties.sql.ts',
    test: 'src/invitations/guests-stay.test.ts',
    from: "return ties[kind].mine.includes('user_id')",
    to: "return !ties[kind].mine.includes('user_id')",
  },
  {
    rule: 'R1',
    title: 'reads what decides of all at once',
    file: 'src/account/organizations.ts',
    from: ' ...(read && { read })',
    to: '',
    test: 'src/account/many.test.ts',
  },
  {
    rule: 'R1',
    title: 'reads what decides of all at once',
    file: 'src/account/desk/leave-many.ts',
    from: `const previews = await previewsOf(
    x,
    free.map(({ id }) => id as TenantId),
  )`,
    to: `const previews = (
    await Promise.all(free.map(({ id }) => previewsOf(x, [id as TenantId])))
  ).flat()`,
    test: 'src/account/many.test.ts',
  },
]

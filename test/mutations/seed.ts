/**
 * Breaks of the rules of the seed document that no other file here breaks, each caught by the test
 * that carries its number.
 */
import type { Mutation } from './mutation.ts'

const deleted = 'src/graph/users/deleted-items.test.ts'
const requests = 'src/graph/requests.test.ts'
const purging = 'src/directory/deleted/purge.ts'
const answering = 'src/directory/requests/answer.ts'
const deletion = '  return done.length > 0\n'

export const mutations: readonly Mutation[] = [
  {
    rule: 'R1',
    file: 'src/directory/users/leave.rule.ts',
    test: 'src/directory/users/leave.rule.test.ts',
    from: 'holds: (facts) => facts.isHome',
    to: 'holds: (facts) => !facts.isHome',
  },
  {
    rule: 'R3',
    file: 'src/account/desk/leave-control.ts',
    test: 'src/account/desk/leave-control.test.ts',
    from: `organization.kind === 'other' &&`,
    to: '',
    quick: true,
  },
  {
    rule: 'R3',
    file: 'src/account/desk/leave-control.ts',
    test: 'src/account/desk/leave-control.test.ts',
    from: ' && organization.blockers.length === 0',
    to: '',
  },
  {
    rule: 'R6',
    file: 'src/account/leave-preview.ts',
    test: 'src/account/leave.test.ts',
    from: '  const ends = await listEndings(',
    to: "  await (await import('./organizations.ts')).leaveAll(x, tenantIds)\n  const ends = await listEndings(",
  },
  {
    rule: 'R16',
    file: 'src/directory/deleted/list.sql.ts',
    test: deleted,
    from: 'and ${meetsDeletedUser(filter)}`',
    to: "and ${meetsDeletedUser(filter)} and (${filter !== undefined}::boolean or u.deleted_by_kind <> 'self')`",
    quick: true,
  },
  {
    rule: 'R29',
    file: answering,
    test: requests,
    from: '? await deleteUsers(tx, which, authority, context)',
    to: '? new Map()',
  },
  {
    rule: 'R29',
    file: answering,
    test: requests,
    from: '? await enableUsers(tx, which, authority, context, { answersRequest: true })',
    to: '? new Map()',
  },
  {
    rule: 'R56',
    file: 'src/directory/users/soft-delete.sql.ts',
    test: deleted,
    from: deletion,
    to: `  await sql\`delete from memberships where tenant_id = \${tenantId} and user_id = \${userId}\`.execute(db)\n${deletion}`,
  },
  {
    rule: 'R56',
    file: 'src/directory/users/soft-delete.sql.ts',
    test: deleted,
    from: deletion,
    to: `  await sql\`delete from app_role_assignments where tenant_id = \${tenantId} and user_id = \${userId}\`.execute(db)\n${deletion}`,
  },
  {
    rule: 'R78',
    file: purging,
    test: deleted,
    from: 'from deleted_users u where u.tenant_id = ${tenantId} and u.id = any',
    to: 'from deleted_users u where u.restorable_until <= ${context.now} and u.tenant_id = ${tenantId} and u.id = any',
  },
  {
    rule: 'R79',
    file: 'src/graph/users/purging.ts',
    test: deleted,
    from: `  const outcome =
    (await purgeUsers(`,
    to: '  await deleteUser(x.db, { tenantId, userId }, authorityOf(x), x.context)\n  const outcome = (await purgeUsers(',
  },
  {
    rule: 'R80',
    file: purging,
    test: deleted,
    from: 'await erase(tx, chosen, ',
    to: 'await erase(tx, chosen.slice(0, 1), ',
  },
  { rule: 'R80', file: purging, test: deleted, from: "if (user.held) return 'onHold'", to: '' },
  {
    rule: 'R81',
    file: 'src/directory/deleted/erase.ts',
    test: deleted,
    from: 'where u.tenant_id = k.tenant_id and u.id = k.id returning u.tenant_id',
    to: 'where false returning u.tenant_id',
  },
]

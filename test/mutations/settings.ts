/** Breaks of trying settings of collaboration before they are saved. */
import type { Mutation } from './mutation.ts'

const rule = 'src/invitations/trial.rule.ts'
const api = 'src/graph/invitations/settings-trial.test.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'U16',
    title: 'each setting affects exactly whom',
    file: rule,
    from: '  !user.isHome &&\n  !user.pending &&\n  leaveReasons(',
    to: '  !user.isHome &&\n  leaveReasons(',
    test: 'src/invitations/trial.rule.test.ts',
  },
  {
    rule: 'U16',
    title: 'a list of domains is foretold',
    file: rule,
    from: '(user, ...settings) => user.waiting && lost(isLetIn)(user, ...settings)',
    to: '(user, ...settings) => lost(isLetIn)(user, ...settings)',
    test: api,
  },
  {
    rule: 'U16',
    title: 'who sees less and who may no longer invite',
    file: rule,
    from: '  before.allowInvitesFrom !== after.allowInvitesFrom ||\n',
    to: '',
    test: api,
  },
  {
    rule: 'U16',
    title: 'taking leaving away is foretold',
    file: 'src/invitations/trial.sql.ts',
    from: 'p.home_tenant_id is distinct from u.tenant_id',
    to: 'p.home_tenant_id <> u.tenant_id and false',
    test: api,
  },
]

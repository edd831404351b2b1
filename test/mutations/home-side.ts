/** Breaks of what homes see of their guests elsewhere. */
import type { Mutation } from './mutation.ts'

const test = 'src/graph/users/guests-elsewhere.test.ts'
const condition = 'src/directory/at-home.sql.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'R141',
    file: condition,
    test,
    from: ' and o.names_guests_to_homes',
    to: '',
    quick: true,
  },
  {
    rule: 'R141',
    file: condition,
    test,
    from: ' and w.tells_of_disabling',
    to: '',
  },
  {
    rule: 'R141',
    file: condition,
    test,
    from: ' and p.home_tenant_id = member.tenant_id',
    to: '',
  },
  {
    rule: 'R141',
    file: 'src/directory/deleted/come-back.ts',
    test,
    from: "\n    told_at_home as (${toldAtHome(first, 'user.restoredElsewhere', sql`back`)}),",
    to: '',
  },
  {
    rule: 'R141',
    file: 'src/store/relations.sql.ts',
    test,
    from: 'order by ever.deleted_at desc nulls first',
    to: 'and ever.deleted_at is null',
  },
  {
    rule: 'R141',
    file: 'src/people/guests-elsewhere.sql.ts',
    test,
    from: 's.home_tenant_id = ${homeTenantId}',
    to: 'true',
  },
]

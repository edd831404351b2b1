/**
 * Breaks of what the rows of the directory API ask, each caught by the test that carries its kind.
 */
import type { Mutation } from './mutation.ts'

const test = 'test/doors/permissions.once.test.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'K13',
    file: 'src/graph/users/users.ts',
    test,
    from: `asks('users.update', 'PATCH /users/{id}'`,
    to: `asks('users.read', 'GET /users/{id}'`,
  },
  {
    rule: 'K13',
    file: 'src/access/published.ts',
    test,
    from: `'POST /users': both('Directory.ReadWrite.All`,
    to: `'POST /users': both('Directory.Read.All Directory.ReadWrite.All`,
  },
  {
    rule: 'K13',
    file: 'src/graph/admission.ts',
    test,
    from: 'if (dependsOnBody(permission))',
    to: 'if (false)',
  },
  {
    rule: 'K14',
    file: 'src/graph/query/taken.ts',
    test: 'src/graph/query/options.test.ts',
    from: 'if (!taken.has(name))',
    to: "if (name === 'nothing')",
  },
  {
    rule: 'K14',
    file: 'src/edge/cursor.ts',
    test: 'src/graph/query/options.test.ts',
    from: '.update(JSON.stringify([purpose, ...decides]))',
    to: ".update('every list')",
  },
  {
    rule: 'K14',
    file: 'src/graph/shape.ts',
    test: 'src/graph/query/options.test.ts',
    from: 'if (select === undefined) return usual',
    to: 'if (select !== null) return usual',
  },
  {
    rule: 'K14',
    file: 'src/graph/shape.ts',
    test: 'src/graph/query/default-sets.test.ts',
    from: 'if (select === undefined) return usual',
    to: 'if (select === undefined) return all',
  },
  {
    rule: 'K12',
    file: 'src/graph/query/annotations.ts',
    test: 'src/graph/wire.test.ts',
    from: '!remark.test(name)',
    to: 'name !== "@odata.type"',
  },
  {
    rule: 'K12',
    file: 'src/graph/query/check.ts',
    test: 'src/graph/wire.test.ts',
    from: '(?:Z|[+-](?:0\\d|1[0-4]):[0-5]\\d)',
    to: '(?:Z|[+-](?:0\\d|1[0-4]):[0-5]\\d)?',
  },
  {
    rule: 'K12',
    file: 'src/directory/users/update.ts',
    test: 'src/graph/wire.test.ts',
    from: `properties.userPrincipalName !== undefined &&
    !inDomains`,
    to: 'properties.userPrincipalName === null && !inDomains',
  },
  {
    rule: 'R138',
    file: 'src/directory/users/update.ts',
    test: 'src/graph/wire.test.ts',
    from: "if (!authorityReaches(authority, targetOf(facts))) return { outcome: 'targetTooHigh' }",
    to: '',
  },
  {
    rule: 'K13',
    file: 'src/account/exchange.ts',
    test: 'src/oidc/people.test.ts',
    from: `scopes: ['Account.ReadWrite'],
})`,
    to: "scopes: ['Account.Read', 'Account.ReadWrite'] })",
  },
  {
    rule: 'K14',
    file: 'src/account/exchange.ts',
    test: 'src/account/account.test.ts',
    from: 'if (wrong === undefined) return',
    to: 'if (wrong !== null) return',
  },
  {
    rule: 'K14',
    file: 'src/store/condition.sql.ts',
    test: 'src/directory/condition.property.test.ts',
    from: 'return negated ? sql`((${found}) is not true)` : found',
    to: 'return negated ? sql`(not (${found}))` : found',
  },
  {
    rule: 'K14',
    file: 'src/store/condition.sql.ts',
    test: 'src/directory/condition.property.test.ts',
    from: "(condition.kind === 'and') === negated ? sql` or ` : sql` and `",
    to: "condition.kind === 'or' ? sql` or ` : sql` and `",
  },
  {
    rule: 'K12',
    file: 'src/wire/graph/definition/bodies.ts',
    test: 'src/graph/users/properties.test.ts',
    from: 'lengthOf(value) <= most,',
    to: 'lengthOf(value) <= most + 1,',
  },
  {
    rule: 'R15',
    file: 'src/store/database.ts',
    test: 'src/store/database.test.ts',
    title: 'an attempt takes back itself alone',
    from: 'await place?.takeBack()',
    to: '',
  },
  {
    rule: 'R15',
    file: 'src/store/database.ts',
    test: 'src/store/database.test.ts',
    title: 'an attempt takes back itself alone',
    from: 'const depth = (depths.get(tx) ?? 0) + 1',
    to: 'const depth = 1',
  },
  {
    rule: 'K14',
    file: 'src/edge/cursor.ts',
    test: 'src/account/account.test.ts',
    title: 'the cursor of another list is refused',
    from: '[purpose, ...decides]',
    to: '[purpose]',
  },
]

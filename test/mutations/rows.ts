/** Breaks of what the rows of the directory API ask, each caught by the test that carries its kind. */
import type { Mutation } from './mutation.ts'

const test = 'test/permissions.test.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'K13',
    file: 'src/graph/users.ts',
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
  { rule: 'K13', file: 'src/graph/admission.ts', test, from: 'if (dependsOnBody(permission))', to: 'if (false)' },
]

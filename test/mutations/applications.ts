/** Breaks of what the directory API says of how people sign in. */
import type { Mutation } from './mutation.ts'

const methods = 'src/graph/users/authentication-methods.test.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'K13',
    file: 'src/graph/users/authentication-methods.ts',
    test: methods,
    title: 'the published roles those of others',
    from: "permission: asks('users.methods', all)",
    to: "permission: asks('users.inspect', all)",
  },
  {
    rule: 'R49',
    file: 'src/graph/users/authentication-methods.ts',
    test: methods,
    title: 'one method is taken away as all are',
    from: 'await resetOf(x, { kind, id: namedIn(x) })',
    to: 'await resetOf(x)',
  },
]

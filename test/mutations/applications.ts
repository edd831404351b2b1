/** Breaks of what the directory API says of how people sign in, and of who owns applications. */
import type { Mutation } from './mutation.ts'

const owned = 'src/graph/applications/owned.test.ts'
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
  {
    rule: 'K13',
    file: 'src/access/lack.ts',
    test: owned,
    title: 'changes no other',
    from: 'isOwn || !ownedCounts(wanted)',
    to: 'true',
    quick: true,
  },
  {
    rule: 'K13',
    file: 'src/graph/applications/make-principal.ts',
    test: owned,
    title: 'changes no other',
    from: 'await assertOwned(x, named.registrationId)',
    to: '',
  },
  {
    rule: 'K13',
    file: 'src/directory/links/owning/application-with-owners.ts',
    test: owned,
    title: 'all of them or it is not made',
    from: 'if (refused !== undefined) return undo(refused)',
    to: '',
  },
]

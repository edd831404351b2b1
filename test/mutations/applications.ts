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
  {
    rule: 'contract §12',
    title: 'an access token tells what its application asks for',
    file: 'src/oidc/claims.ts',
    from: '(scope !== undefined && granted.has(scope))',
    to: 'scope !== undefined',
    test: 'src/oidc/optional-claims.test.ts',
  },
  {
    rule: 'contract §12',
    title: 'a token for another application tells what that one asks for',
    file: 'src/oidc/access-token-claims.ts',
    from: 'ofOther ? at.claims : ownMetadataOf(client)',
    to: 'ofOther ? ownMetadataOf(client).optionalClaims.accessToken : ownMetadataOf(client)',
    test: 'src/oidc/optional-claims.test.ts',
  },
  {
    rule: 'front channel',
    title: 'the latest are told',
    file: 'src/tokens/front-channels.sql.ts',
    from: 'order by s.signed_on_at desc, a.sort_name',
    to: 'order by a.sort_name',
    test: 'src/oidc/front-channel.test.ts',
  },
  {
    rule: 'front channel',
    title: 'is owed nothing and stands in no receipt',
    file: 'src/receipts/write.sql.ts',
    from: "and r.kind = 'backchannel'",
    to: '',
    test: 'src/oidc/front-channel.test.ts',
  },
  {
    rule: 'R104',
    title: 'a sponsor who is deleted',
    file: 'src/directory/links/responsible.ts',
    from: ' and ${isLiveSponsor}',
    to: '',
    test: 'src/graph/users/references.test.ts',
  },
]

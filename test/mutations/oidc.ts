/** Breaks of the provider, each caught by the test that carries its rule. */
import type { Mutation } from './mutation.ts'

const again = 'src/oidc/sign-in-again.test.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'OIDC',
    title: 'renewed in place',
    file: 'src/sign-in/session.ts',
    from: 'const before = tokenHash(device.before)',
    to: 'const before = tokenHash(undefined)',
    test: again,
  },
  {
    rule: 'OIDC',
    title: 'prompt=login: the page',
    file: 'src/oidc/interaction-pages.ts',
    from: 'return before === undefined || before === proofOf(token)',
    to: 'return before === undefined',
    test: again,
  },
  {
    rule: 'OIDC',
    title: 'somebody else who signs in',
    file: 'src/oidc/record-adapter.ts',
    from: `if (kind !== 'Interaction' || session === undefined`,
    to: `if (kind === 'Interaction' || session === undefined`,
    test: again,
  },
  {
    rule: 'OIDC',
    title: 'answered by another',
    file: 'src/oidc/record-adapter.ts',
    from: ` || prompt?.name === 'consent') return payload`,
    to: `) return payload`,
    test: again,
  },
  {
    rule: 'F3',
    file: 'src/oidc/access-token.ts',
    from: 'clockTolerance: clockSkewSeconds',
    to: 'clockTolerance: 0',
    test: 'src/oidc/clocks.test.ts',
  },
  {
    rule: 'F3',
    file: 'src/oidc/access-token.ts',
    from: '(payload.exp ?? 0) <=',
    to: '(payload.exp ?? 0) + 60 <=',
    test: 'src/oidc/clocks.test.ts',
  },
  {
    rule: 'OIDC',
    title: 'faults 81',
    file: 'src/sign-in/provider-client.ts',
    from: `same(more['email'], claims['email'])`,
    to: 'true',
    test: 'src/sign-in/provider.test.ts',
  },
]

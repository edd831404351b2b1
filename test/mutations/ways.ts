/**
 * Breaks of the ways to sign in that are offered, each caught by a test of what strangers and known
 * browsers are shown.
 */
import type { Mutation } from './mutation.ts'

const test = 'src/sign-in/ways/pages.test.ts'
const examined = 'src/credentials/provider/examine.test.ts'
const everyWay = 'test/ways/ways.test.ts'
const offered = 'src/sign-in/ways/offered.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'U9',
    title: 'U9: a browser that a person has signed in with offers exactly what they have',
    file: 'src/credentials/ways.sql.ts',
    from: 'where b.browser_hash = ${browserHash} and',
    to: "where ${browserHash} <> ''::bytea and",
    test,
  },
  {
    rule: 'U9',
    title: 'U9: a browser that a person has signed in with offers exactly what they have',
    file: offered,
    from: '  if (own !== undefined) return own\n',
    to: '',
    test,
  },
  {
    rule: 'U9',
    title: 'U9: a browser that a person has signed in with offers exactly what they have',
    file: 'src/directory/proved-account.sql.ts',
    from: '(x.disabled_at is null',
    to: '(true',
    test,
  },
  {
    rule: 'U9',
    title: 'U9: a domain alone leads to its provider',
    file: offered,
    from: 'domains !== null || !isName',
    to: 'true',
    test,
  },
  {
    rule: 'U9',
    title: 'U9: a bookmark of the second page leads to the first',
    file: 'src/sign-in/ways/pages.ts',
    from: `  if (!back.again && (await presentSession(x)) !== undefined)
    return x.c.redirect(back.returnTo, 303)
`,
    to: '',
    test,
  },
  {
    rule: 'U9',
    title: 'U9: who shows once more who they are is offered what they have',
    file: 'src/sign-in/sign-in-pages.ts',
    from: 'if (session !== undefined && another === undefined) return',
    to: 'if (session === null && another === undefined) return',
    test,
  },
  {
    rule: 'U9',
    title: 'U9: keys that are secret, or for something else',
    file: 'src/credentials/provider/examine.ts',
    from: 'body.keys.filter(signs).length',
    to: 'body.keys.length',
    test: examined,
  },
  {
    rule: 'U9',
    title: 'U9, K19: an issuer at an internal address is not asked',
    file: 'src/credentials/provider/examine.ts',
    from: "return 'private'",
    to: "return 'silent'",
    test: examined,
  },
  {
    rule: 'R47',
    title: 'R47, R28: who is disabled at home before the last step',
    file: 'src/credentials/authenticator/sign-in.ts',
    from: '  if (refused !== undefined) return refused\n',
    to: '',
    test: everyWay,
  },
  {
    rule: 'R28',
    title: 'R28: whose organization is closed before the last step',
    file: 'src/credentials/passkey/sign-in.ts',
    from: 'return refused ?? openAtHome',
    to: "return (refused?.outcome === 'disabledAtHome' ? refused : undefined) ?? openAtHome",
    test: everyWay,
  },
  {
    rule: 'K17',
    title: 'K17: in the browser of somebody else one comes in as oneself',
    file: 'src/sign-in/ways/provider-pages.ts',
    from: '  if (flow.session !== (await presentSessionId(x))) return overPage(x)\n',
    to: '',
    test: everyWay,
  },
  {
    rule: 'R83',
    title: 'R83: who is deleted comes in by no way',
    file: 'src/credentials/sign-in-by-identity.ts',
    from: "  if (account === undefined) return { outcome: 'homeGone' }",
    to: "  if (account === undefined) return { outcome: 'unknown' }",
    test: everyWay,
  },
]

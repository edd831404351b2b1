/** Addresses that name no organization. */
import type { Mutation } from './mutation.ts'

const test = 'src/oidc/anywhere/anywhere.test.ts'
const rule = 'decision 56'

export const mutations: readonly Mutation[] = [
  {
    rule,
    title: 'of what is not offered',
    file: 'src/directory/applications/foreign/offered.sql.ts',
    from: ' and ${isOffered} limit 2',
    to: ' limit 2',
    test,
  },
  {
    rule,
    title: 'of what is not offered',
    file: 'src/oidc/anywhere/request.ts',
    from: ' || !isAmong(asking.redirectUris, redirectUri)',
    to: '',
    test,
  },
  {
    rule,
    title: 'a person begins the use',
    file: 'src/directory/applications/foreign/start.rule.ts',
    from: "usersConsent && principal === 'none'",
    to: 'usersConsent',
    test,
  },
  {
    rule,
    title: 'where people may not agree',
    file: 'src/directory/applications/foreign/start.rule.ts',
    from: 'return agreesAlone ||',
    to: 'return true ||',
    test,
  },
  {
    rule,
    title: 'what is begun is what was shown',
    file: 'src/oidc/anywhere/authorize.ts',
    from: ' && shown === digestOf(request, found.who)',
    to: '',
    test,
  },
  {
    rule,
    title: 'what is begun is what was shown',
    file: 'src/oidc/anywhere/pages.ts',
    from: 'tenantId, userId]))',
    to: 'tenantId]))',
    test,
  },
  {
    rule,
    title: 'what is begun is what was shown',
    file: 'src/oidc/anywhere/app.ts',
    from: "permission === 'browser' && method === 'POST'",
    to: "permission === 'passing' && method === 'POST'",
    test,
  },
  {
    rule,
    title: 'whose home is closed',
    file: 'src/oidc/anywhere/authorize.ts',
    from: 'if (!session.homeActive) return cannot()',
    to: '',
    test,
  },
  {
    rule,
    title: 'who is not signed in does so first',
    file: 'src/oidc/anywhere/request.ts',
    from: 'return request.params.has(fromForm)',
    to: 'return false',
    test,
  },
  {
    rule,
    title: 'who is not signed in does so first',
    file: 'src/oidc/anywhere/pages.ts',
    from: "changed(request, ['select_account'], { login_hint: name })",
    to: "changed(request, ['select_account'], { login_hint: null })",
    test,
  },
  {
    rule,
    title: 'a code and what renews it',
    file: 'src/tokens/organization-of-token.sql.ts',
    from: " and t.state <> 'issuer'",
    to: '',
    test,
  },
]

/** Breaks of applications of many organizations, each caught by the test that carries its rule. */
import type { Mutation } from './mutation.ts'

const states = 'src/oidc/many-organizations.test.ts'
const sides = 'src/graph/applications/many-organizations.test.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'R126',
    title: 'nothing of an application',
    file: 'src/tokens/application.sql.ts',
    from: 'a.app_id = ${appId}::uuid and a.works',
    to: 'a.app_id = ${appId}::uuid and a.account_enabled',
    test: states,
  },
  {
    rule: 'R126',
    title: 'nothing of an application',
    file: 'src/tokens/application-bearer.sql.ts',
    from: 'and a.works',
    to: 'and a.account_enabled',
    test: states,
  },
  {
    rule: 'R126',
    title: 'nothing of an application',
    file: 'src/tokens/account.sql.ts',
    from: 'a.app_id = ${appId}::uuid and a.works',
    to: 'a.app_id = ${appId}::uuid',
    test: states,
  },
  {
    rule: 'R126',
    title: 'its organization is closed',
    file: 'src/directory/organizations/update.ts',
    from: 'await endOffered(tx, tenantId)',
    to: '',
    test: states,
  },
  {
    rule: 'R126',
    title: 'of one organization again',
    file: 'src/directory/applications/update.ts',
    from: 'if (isNarrower(before, after))',
    to: 'if (false)',
    test: states,
  },
  {
    rule: 'R126',
    title: 'the application is deleted',
    file: 'src/directory/applications/delete.ts',
    from: 'await endEverywhere(tx, which, { atHome: false })',
    to: '',
    test: states,
  },
  {
    rule: 'OIDC',
    title: 'where it leads is its home to say',
    file: 'src/directory/applications/grants/give-grant.ts',
    from: 'where home_tenant_id = ${homeTenantId} and registration_id',
    to: 'where home_tenant_id = tenant_id and home_tenant_id = ${homeTenantId} and registration_id',
    test: states,
  },
  {
    rule: 'contract §7.9',
    title: 'what is not offered',
    file: 'src/directory/applications/foreign/offered.sql.ts',
    from: "r.audience = 'AzureADMultipleOrgs' and not r.is_disabled and h.state",
    to: 'not r.is_disabled and h.state',
    test: sides,
  },
  {
    rule: 'contract §7.9',
    title: 'each organization has its own side',
    file: 'src/graph/applications/credentials.ts',
    from: "if (homeTenantId !== x.tenantId) throw ofItsHome('passwordCredentials')",
    to: '',
    test: sides,
  },
  {
    rule: 'contract §7.9',
    title: 'gone for good at its home',
    file: 'src/directory/deleted/objects/purge-objects.ts',
    from: "'registrationGone', bySystem(context.now))",
    to: 'cause, context)',
    test: sides,
  },
]

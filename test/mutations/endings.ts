/** Breaks of the endings of access, each caught by the test that carries its rule. */
import type { Mutation } from './mutation.ts'

const test = 'test/endings.test.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'R126',
    file: 'src/oidc/standing.sql.ts',
    from: 'and r.standing = ${wholeStanding})',
    to: ')',
    test,
  },
  {
    rule: 'R126',
    file: 'src/oidc/account.sql.ts',
    from: ' and g.standing = ${wholeStanding}',
    to: '',
    test,
  },
  {
    rule: 'R126',
    file: 'src/directory/end-access.ts',
    from: "greatest(${now}::timestamptz, ${column} + interval '1 microsecond')",
    to: 'coalesce(${column}, ${now}::timestamptz)',
    test,
  },
  {
    rule: 'R126',
    file: 'src/sign-in/revoke-sessions.ts',
    from: '    await endAccess(tx, { tenantId, userId }, context.now)\n',
    to: '',
    test,
  },
  {
    rule: 'R126',
    file: 'src/sign-in/factor-reset.ts',
    from: '    await endAccess(tx, { tenantId, userId }, context.now)\n',
    to: '',
    test,
  },
  {
    rule: 'R126',
    file: 'src/sign-in/session.ts',
    from: 's.standing = ${personStanding} or',
    to: 'true or',
    test,
  },
  {
    rule: 'R126',
    file: 'src/directory/assign-application.ts',
    from: '    await endUnassigned(tx, tenantId, { applicationId: found.applicationId })\n',
    to: '',
    test,
  },
  {
    rule: 'R126',
    file: 'src/directory/end-unassigned.ts',
    from: 'm.group_id = s.group_id and m.user_id = c.user_id',
    to: 'm.group_id = s.group_id',
    test,
  },
  {
    rule: 'R126',
    file: 'src/oidc/sign-ons.sql.ts',
    from: 'where a.deleted_at is null and',
    to: "where a.deleted_at is null and exists (select 1 from tenants t where t.id = a.tenant_id and t.state = 'active') and",
    test,
  },
  {
    rule: 'K19',
    file: 'src/oidc/back-channel.ts',
    from: 'outboundDoor(allowPrivateProviders === true)',
    to: 'outboundDoor(true)',
    test: 'src/oidc/back-channel.test.ts',
  },
  {
    rule: 'K19',
    file: 'src/outbound/outbound-address.rule.ts',
    from: String.raw`|| /[\s\p{Cc}#]/u`,
    to: String.raw`|| /[\s\p{Cc}]/u`,
    test: 'src/oidc/back-channel.test.ts',
  },
  {
    rule: 'K19',
    file: 'src/outbound/lanes.ts',
    from: 'if (lane.failures >= laneWidth)\n',
    to: 'if (lane.failures > 1_000)\n',
    test: 'src/oidc/back-channel.test.ts',
  },
  {
    rule: 'K19',
    file: 'src/outbound/lanes.ts',
    from: 'if (lane.underWay >= laneWidth) await',
    to: 'if (lane.underWay >= 1_000) await',
    test: 'src/oidc/back-channel.test.ts',
  },
]

/** Breaks of rules that mend what people complained of. */
import type { Mutation } from './mutation.ts'

const mine = 'src/people/my-organizations.sql.ts'
const leaving = 'src/account/leave.test.ts'
const account = 'src/credentials/account.sql.ts'
const ways = 'test/ways/ways.test.ts'
const inviting = 'src/graph/invitations/invitations.test.ts'
const invite = 'src/invitations/invite.rule.ts'
const judged = 'src/invitations/invite.rule.test.ts'
const homeGone = 'src/directory/guests/home-gone.ts'
const marked = 'src/directory/guests/home-gone.test.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'R7',
    file: 'src/words/en/memberships.ts',
    test: 'test/doors/true-sentences.test.ts',
    from: 'is closed, so nobody brings you back unless it opens again before ${date}.',
    to: 'can bring you back until ${date}.',
  },
  {
    rule: 'R9',
    file: mine,
    test: leaving,
    from: "displayName: 't.display_name',",
    to: "displayName: sql`case t.state when 'closed' then '' else t.display_name end`,",
  },
  {
    rule: 'R10',
    file: 'src/credentials/sign-in-by-identity.ts',
    test: ways,
    from: 'if (homeTenantId !== null) return',
    to: 'if (personId !== null) return',
  },
  {
    rule: 'R13',
    file: account,
    test: ways,
    from: "accountEnabled: 'u.account_enabled',",
    to: 'accountEnabled: sql`(u.account_enabled and not exists (select 1 from users x where x.person_id = u.person_id and not x.account_enabled))`,',
  },
  {
    rule: 'R13',
    file: 'src/account/organizations.ts',
    test: leaving,
    title: 'complaint E',
    from: '    results.push([tenantId, await leave(',
    to: "    if ((await openTenantSession(x.db, x.session, tenantId, x)) === undefined) throw new Error('shut')\n    results.push([tenantId, await leave(",
  },
  {
    rule: 'R38',
    file: account,
    test: ways,
    from: "organizationActive: sql`t.state = 'active'`,",
    to: "organizationActive: sql`(t.state = 'active' and not exists (select 1 from users x join tenants y on y.id = x.tenant_id where x.person_id = u.person_id and y.state <> 'active'))`,",
  },
  {
    rule: 'R19',
    file: 'src/directory/users/leave.sql.ts',
    test: leaving,
    from: "deletedAt: 'u.deleted_at',",
    to: 'deletedAt: sql`null::timestamptz`,',
  },
  {
    rule: 'R26',
    file: 'src/account/organization-shape.ts',
    test: leaving,
    from: 'blockersFor(reasons,',
    to: 'blockersFor([],',
  },
  {
    rule: 'R34',
    file: mine,
    test: 'src/account/many.test.ts',
    from: 'hidden: sql`exists (select 1',
    to: 'hidden: sql`not exists (select 1',
  },
  {
    rule: 'R35',
    file: 'src/invitations/decline.ts',
    test: inviting,
    from: 'return invitation === undefined\n',
    to: 'return invitation !== undefined\n',
  },
  {
    rule: 'R36',
    file: 'src/directory/guests/end-pending.ts',
    test: inviting,
    from: 'and deleted_at is null and not ever_accepted',
    to: 'and deleted_at is null and ever_accepted',
  },
  {
    rule: 'R37',
    file: 'src/invitations/decline.ts',
    test: inviting,
    from: 'if (forGood)\n',
    to: 'if (!forGood)\n',
  },
  {
    rule: 'R43',
    file: homeGone,
    test: marked,
    from: 'if (told.length > 0)',
    to: 'if (told.length > 1_000)',
  },
  {
    rule: 'R44',
    file: 'src/kernel/kept-days.ts',
    test: marked,
    from: 'keptWithoutHomeDays = 30',
    to: 'keptWithoutHomeDays = 31',
  },
  {
    rule: 'R50',
    file: 'src/directory/users/disable.ts',
    test: 'src/graph/users/users.test.ts',
    from: 'disabled_by = ${by}::uuid',
    to: 'disabled_by = null::uuid',
  },
  {
    rule: 'R40',
    file: 'src/account/organization-shape.ts',
    test: 'src/graph/requests.test.ts',
    title: 'complaint L',
    from: 'organization.restorable &&',
    to: '!organization.restorable &&',
  },
  {
    rule: 'R73',
    file: 'src/invitations/invite.sql.ts',
    test: inviting,
    title: 'complaint M',
    from: 'where x.restorable_until > ${now}',
    to: 'where x.restorable_until < ${now}',
  },
  {
    rule: 'R76',
    file: 'src/graph/invitations/words.ts',
    test: inviting,
    title: 'complaint M',
    from: 'but the account is blocked from signing in. Enable that user instead.',
    to: 'but the account is blocked from signing in.',
  },
  {
    rule: 'R73',
    file: invite,
    test: judged,
    from: 'facts.deletedId !== undefined && !facts.forceNew',
    to: 'facts.deletedId !== undefined && facts.forceNew',
  },
  {
    rule: 'R76',
    file: invite,
    test: judged,
    from: "if (!accountEnabled && standing !== 'member')",
    to: "if (!accountEnabled && standing === 'member')",
  },
  {
    rule: 'R77',
    file: invite,
    test: judged,
    from: "if (standing === 'pending' && isReset)",
    to: "if (standing === 'pending')",
  },
  {
    rule: 'R121',
    file: 'src/directory/users/leave.rule.ts',
    test: 'src/directory/users/leave.rule.test.ts',
    from: '!facts.externalUsersMayLeave && !facts.organizationClosed',
    to: '!facts.externalUsersMayLeave',
  },
  {
    rule: 'R71',
    file: 'src/directory/deleted/bring-back.ts',
    test: 'src/directory/deleted/restore-plan.property.test.ts',
    from: '${plus(now, keptWithoutHomeDays * dayMs)}::timestamptz end',
    to: 'without_home_until end',
  },
  {
    rule: 'R115',
    file: 'src/directory/lifecycle/run.ts',
    test: 'src/graph/lifecycle/lifecycle.test.ts',
    from: "told.notice !== 'done' || told.ending === 'disable'",
    to: "told.notice !== 'done'",
  },
]

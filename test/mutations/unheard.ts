/** Breaks of what makes sure that nobody ends unheard. */
import type { Mutation } from './mutation.ts'

const noted = 'src/directory/lifecycle/noted.rule.ts'
const rule = 'src/directory/lifecycle/policy.rule.ts'
const endDates = 'src/directory/lifecycle/end-date.ts'
const changed = 'src/directory/lifecycle/changed-policies.test.ts'
const byChance = 'src/directory/lifecycle/unheard.property.test.ts'
const endUnheard = 'src/directory/lifecycle/end-unheard.test.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'R134',
    file: noted,
    from: 'said.ending === next.ending && said.at <= next.at',
    to: 'said.at <= next.at',
    test: byChance,
  },
  {
    rule: 'R134',
    file: noted,
    from: 'said.ending === next.ending && said.at <= next.at',
    to: 'said.ending === next.ending',
    test: changed,
    title: 'because the grace is shorter by now',
  },
  {
    rule: 'R134',
    file: noted,
    from: 'notedPolicyId !== policyId || saidEnding',
    to: 'saidEnding',
    test: changed,
    title: 'who falls under another policy',
  },
  {
    rule: 'R134',
    file: rule,
    from: 'return judged.noted === undefined ? null : nextEnd(judged.coming, guest)',
    to: 'return undefined',
    test: changed,
    title: 'brought forward again',
  },
  {
    rule: 'R134',
    file: rule,
    from: 'reason === noted?.reason ||',
    to: 'false ||',
    test: changed,
    title: 'whom a policy has disabled long ago',
  },
  {
    rule: 'R134',
    file: rule,
    from: 'latest(now, state?.since ?? null)',
    to: 'now',
    test: changed,
    title: 'a clock that is a moment behind',
  },
  {
    rule: 'R134',
    file: rule,
    from: '!judged.coming.already)',
    to: '!judged.coming.already || judged.coming.toldAt > now)',
    test: changed,
    title: 'a clock that is a moment behind',
  },
  {
    rule: 'R134',
    file: 'src/directory/lifecycle/policies.ts',
    from: 'wish.graceDays < leastGraceDays[wish.action]',
    to: 'wish.graceDays < 0',
    test: changed,
    title: 'told a day before at least',
  },
  {
    rule: 'R133',
    file: endDates,
    from: 'else greatest(u.ends_at, ${least}) end',
    to: 'else u.ends_at end',
    test: endUnheard,
    title: 'a day of which nobody was told',
  },
  {
    rule: 'R133',
    file: 'src/directory/lifecycle/guests.sql.ts',
    from: 'sql`(u.end_notice_for is not distinct from u.ends_at)`',
    to: 'sql`true`',
    test: endUnheard,
    title: 'a day of which nobody was told',
  },
  {
    rule: 'R133',
    file: 'src/directory/lifecycle/set-end-date.ts',
    from: 'await tellOfEnd(tx, { tenantId, userId }, context.now)',
    to: '',
    test: endUnheard,
    title: 'a near day that',
  },
  {
    rule: 'R133',
    file: 'src/graph/users/writing.ts',
    from: 'await tellOfEnd(x.db, which, x.now)',
    to: 'await Promise.resolve()',
    test: endUnheard,
    title: 'a near day that',
  },
  {
    rule: 'R136',
    file: 'src/account/answering/guests.ts',
    from: 'guest.hasInvitation && ',
    to: '',
    test: 'src/account/answering/keep-promise.test.ts',
    title: 'came by an import',
  },
  {
    rule: 'R120',
    file: 'src/graph/roles/roles.ts',
    from: 'if (!givesRoles(x)) return',
    to: 'if (false as boolean) return',
    test: 'src/graph/users/on-oneself.test.ts',
    title: 'R42, R120',
  },
]

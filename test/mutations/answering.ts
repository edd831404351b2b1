/** Breaks of who says that a guest is needed, and of the yearly look back. */
import type { Mutation } from './mutation.ts'

const answering = 'src/account/answering/answering.test.ts'
const lifecycle = 'src/graph/lifecycle/lifecycle.test.ts'
const review = 'src/people/yearly-review.test.ts'
const reviewed = 'src/people/yearly-review.sql.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'R136',
    title: 'an application that reads for somebody confirms nothing for them',
    file: 'src/access/published.ts',
    from: "'attest guests': peopleOnly(writeUsers)",
    to: "'attest guests': both(readUsers)",
    test: lifecycle,
  },
  {
    rule: 'R133',
    title: 'the need is confirmed with a new end date at once, both or neither',
    file: 'src/directory/lifecycle/attest.ts',
    from: "if (!authorityReaches(authority, targetOf(facts))) return { outcome: 'targetTooHigh' }",
    to: '',
    test: lifecycle,
  },
  {
    rule: 'R136',
    title: 'who answers for a guest sees who it is and what ends it next, keeps it',
    file: 'src/directory/responsibility/keep.ts',
    from: '    await noteAttested(tx, which, guest, context)\n',
    to: '',
    test: answering,
  },
  {
    rule: 'R136',
    title: 'a guest says that they still need it',
    file: 'src/directory/lifecycle/attest-oneself.ts',
    from: 'await noteAttested(tx',
    to: 'if (obstacle !== null) await noteAttested(tx',
    test: answering,
  },
  {
    rule: 'R133',
    title: 'and the guest confirms nothing',
    file: 'src/directory/lifecycle/own.rule.ts',
    from: 'isOver(endsAt, now)',
    to: 'isOver(endsAt, new Date(0))',
    test: 'src/account/answering/end-date.test.ts',
  },
  {
    rule: 'R136',
    title: 'a member takes over; a guest does not, and of two at once one',
    file: 'src/directory/responsibility/unanswered.sql.ts',
    from: 'u.id = ${userId} and ${isGuest} and ${withoutSponsor}',
    to: 'u.id = ${userId} and ${isGuest}',
    test: answering,
  },
  {
    rule: 'R133',
    file: 'src/directory/responsibility/prolong.rule.ts',
    from: "  if (isOver(endsAt, now)) return 'over'\n",
    to: '',
    test: 'src/account/answering/end-date.test.ts',
  },
  {
    rule: 'R136',
    title: 'told are those in many organizations, some unused, for a year',
    file: 'src/people/yearly-review.rule.ts',
    from: 'organizations >= fewestOrganizations &&',
    to: '',
    test: review,
  },
  {
    rule: 'R136',
    title: 'once a year, by however many processes',
    file: reviewed,
    from: '\n              and (person_settings.reviewed_at is null or person_settings.reviewed_at <= ${toldAgainBefore(now)})',
    to: '',
    test: review,
  },
  {
    rule: 'R136',
    title: 'who wants no mail gets none',
    file: reviewed,
    from: 'where person_settings.review_mails\n',
    to: 'where true\n',
    test: review,
  },
  {
    rule: 'R136',
    title: 'hidden organizations and those that were left do not count',
    file: reviewed,
    from: 'x.user_id = u.id)',
    to: 'x.user_id = u.id and false)',
    test: review,
  },
  {
    rule: 'R136',
    title: 'who is disabled at home is not told',
    file: reviewed,
    from: 'm.mailbox is not null and ${enabledAtHome}',
    to: 'm.mailbox is not null',
    test: review,
  },
]

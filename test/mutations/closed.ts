/** Breaks of the ways out of a closed organization, and of whose guest a mailbox’s reader is. */
import type { Mutation } from './mutation.ts'

const closedTest = 'src/sign-in/removal/closed.test.ts'
const requests = 'src/directory/requests/closed.test.ts'
const ownAddress = 'src/sign-in/removal/own-address.test.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'R53',
    title: 'asked back and deleted, again and again',
    file: 'src/directory/users/delete.ts',
    test: 'test/endings/asked-back.test.ts',
    from: 'each.filter(({ askedBack }) => askedBack)',
    to: 'each.filter(() => false)',
    quick: true,
  },
  {
    rule: 'R134',
    title: ' is told anew, and has the whole time',
    file: 'src/directory/lifecycle/run.ts',
    test: 'src/directory/lifecycle/told-anew.test.ts',
    from: '  if (after === undefined) await forgetUngoverned(tx, tenantId, policies)\n',
    to: '',
  },
  {
    rule: 'R134',
    title: ' is told anew, and has the whole time',
    file: 'src/directory/lifecycle/run.ts',
    test: 'src/directory/lifecycle/told-anew.test.ts',
    from: '  await forgetWhereNothingIsJudged(db)\n',
    to: '',
  },
  {
    rule: 'R121',
    title: ', the organization closed: asks by a code',
    file: 'src/directory/requests/by-address.sql.ts',
    test: closedTest,
    from: 'join tenants t on t.id = u.tenant_id',
    to: "join tenants t on t.id = u.tenant_id and t.state = 'active'",
    quick: true,
  },
  {
    rule: 'R121',
    title: ', the organization closed: asks by a code',
    file: 'src/directory/requests/clock.rule.ts',
    test: closedTest,
    from: 'organizationClosed ? period.least : answerDays',
    to: 'answerDays',
  },
  {
    rule: 'R107',
    title: ', the organization closed: asks by a code',
    file: 'src/directory/users/own-address.sql.ts',
    test: closedTest,
    from: 'p.id = u.person_id and ${enabledAtHome} and',
    to: 'p.id = u.person_id and',
  },
  {
    rule: 'R121',
    title: 'a hold on a request ends when',
    file: 'src/directory/requests/held-of-closed.ts',
    test: requests,
    from: 'await release(tx, tenantId, requests, bySystem(now))',
    to: 'await Promise.resolve([release, tenantId, requests])',
  },
  {
    rule: 'R32',
    title: 'an organization that opens again',
    file: 'src/directory/organizations/update.ts',
    test: requests,
    from: "    await reviewRemovals(tx, tenantId, context.now, { reminds: state === 'active' })\n",
    to: '',
  },
  {
    rule: 'R121',
    title: 'the last administrator of a closed organization',
    file: 'src/directory/administrators.sql.ts',
    test: requests,
    from: "and t.state = 'active' and (t.id = ${tenantId} or ${canAct('u')})",
    to: "and (t.id = ${tenantId} or (t.state = 'active' and ${canAct('u')}))",
  },
  {
    rule: 'R40',
    title: 'nobody of a closed organization is asked',
    file: 'src/directory/requests/asked-back.sql.ts',
    test: closedTest,
    from: "a.id = u.tenant_id and a.state = 'active'",
    to: 'a.id = u.tenant_id',
  },
  {
    rule: 'R107',
    title: 'whose home is gone and whose profile has another mailbox',
    file: 'src/privacy/copy.ts',
    test: ownAddress,
    from: ' and ${isGuestOfAddress(key)}',
    to: ' and (${isGuestOfAddress(key)} or true)',
    quick: true,
  },
  {
    rule: 'R128',
    title: 'where an invitation was accepted',
    file: 'src/directory/users/receipt.ts',
    test: ownAddress,
    from: 'case when u.creation_type is null then u.mail else ${mailboxOfGuest} end',
    to: 'u.mail',
  },
]

/** Breaks of requests and their clock, each caught by the test that carries its rule. */
import type { Mutation } from './mutation.ts'

const rule = 'src/directory/requests/clock.rule.ts'
const table = 'src/directory/requests/clock.rule.test.ts'
const job = 'src/directory/requests/clock.test.ts'
const byAddress = 'src/account/dead-ends.test.ts'
const askBack = 'src/sign-in/removal/ask-back.test.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'R32',
    title: 'silence removes whom asks',
    file: rule,
    test: table,
    from: "kind === 'removal' && (removesUnanswered || organizationClosed) ? 'removed' : 'expired'",
    to: "kind === 'removal' ? 'removed' : 'expired'",
    quick: true,
  },
  {
    rule: 'R32',
    title: 'a hold stops the clock: what was left',
    file: rule,
    test: table,
    from: 'due.getTime() - heldAt.getTime()',
    to: '0',
  },
  {
    rule: 'R32',
    title: 'administrators are reminded at half time',
    file: rule,
    test: table,
    from: 'come > request.reminders ? all[come - 1] : undefined',
    to: 'all[come - 1]',
  },
  {
    rule: 'R32',
    title: 'what answers what',
    file: 'src/directory/requests/answer.rule.ts',
    test: table,
    from: "(text === null || text.trim() === '')",
    to: 'text === null',
  },
  {
    rule: 'R32',
    title: 'blocked, and nobody answers',
    file: 'src/directory/requests/clock.ts',
    test: job,
    from: 'if (request === undefined) return false',
    to: '',
  },
  {
    rule: 'R32',
    title: 'a hold with a reason stops the clock; the guest',
    file: 'src/directory/requests/hold.ts',
    test: job,
    from: 'hold_reason = ${reason}, next_at = null',
    to: 'hold_reason = ${reason}',
  },
  {
    rule: 'R31',
    title: 'an organization that removes nobody by itself says why',
    file: 'src/directory/requests/clock.ts',
    test: job,
    from: '.filter((one) => one.removalPromised !==',
    to: '.filter((one) => one.removalPromised ===',
  },
  {
    rule: 'R42',
    title: 'the last administrator stays',
    file: 'src/directory/requests/clock.ts',
    test: job,
    from: "return outcome === 'deleted' ? 'removed' : 'lastAdministrator'",
    to: "return outcome === 'deleted' ? 'removed' : 'removed'",
  },
  {
    rule: 'R130',
    file: 'src/directory/users/leave.rule.ts',
    test: 'src/directory/users/leave.rule.test.ts',
    from: 'facts.homeClosed && !facts.organizationClosed',
    to: 'false',
    quick: true,
  },
  {
    rule: 'R30',
    title: 'sees what became of the request',
    file: 'src/directory/requests/by-address.ts',
    test: byAddress,
    from: ' and u.id in (select f.id from (${usersWithAddress(which.tenantId, key, sql`null::uuid`)}) f)`,\n    around',
    to: '`,\n    around',
  },
  {
    rule: 'R40',
    title: 'of what is offered',
    file: 'src/directory/requests/by-address.ts',
    test: askBack,
    from: ' && guest.kind === kind',
    to: '',
  },
  {
    rule: 'R40',
    title: 'has a guest there again',
    file: 'src/directory/requests/by-address.sql.ts',
    test: askBack,
    from: "one.kind === 'removal' || !staffed.has(one.tenantId)",
    to: 'true',
  },
  {
    rule: 'U5',
    title: 'in a long queue a word that one has',
    file: 'src/directory/requests/list.sql.ts',
    from: ' or (select count(*) from next) < ${lookedThrough} as yes',
    to: ' or true as yes',
    test: 'src/graph/requests.test.ts',
  },
  {
    rule: 'R32',
    title: 'the queue is narrowed to what is due by a day',
    file: 'src/directory/requests/list.sql.ts',
    from: "q.state = 'open' and q.held_at is null then",
    to: "q.state = 'open' then",
    test: 'src/graph/requests.test.ts',
  },
  {
    rule: 'R128',
    title: 'each change of somebody’s standing',
    file: 'src/privacy/hold.ts',
    from: "    await tellAll(tx, { ...which, userIds }, { kind: 'holdEnded' }, context.now)\n",
    to: '',
    test: 'src/directory/users/told.test.ts',
  },
]

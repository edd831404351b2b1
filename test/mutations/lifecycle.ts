/** Breaks of what ends guests by itself. */
import type { Mutation } from './mutation.ts'

const next = 'src/directory/lifecycle/what-ends-next.rule.ts'
const nextTest = 'src/directory/lifecycle/what-ends-next.test.ts'
const trials = 'src/graph/lifecycle/trials.test.ts'

const promise = 'src/account/answering/keep-promise.test.ts'
const turns = 'src/directory/lifecycle/turns.property.test.ts'

const held = 'src/graph/users/held-dates.test.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'R129',
    file: 'src/directory/users/retention.rule.ts',
    from: 'held ? null : until',
    to: 'until',
    test: held,
  },
  {
    rule: 'R129',
    file: 'src/privacy/held.ts',
    from: 'x.erased_at is not null or not ${isHeld}',
    to: 'x.erased_at is not null or true',
    test: held,
  },
  {
    rule: 'R129',
    file: 'src/privacy/proof.sql.ts',
    from: 'case when d.held_at is null then d.restorable_until end',
    to: 'd.restorable_until',
    test: held,
  },
  {
    rule: 'R136',
    file: 'src/directory/lifecycle/ends.ts',
    from: 'outlookOf(asAttested(row, now))',
    to: 'undefined',
    test: promise,
    title: 'what is said to come once',
  },
  {
    rule: 'R136',
    file: 'src/directory/lifecycle/attested.rule.ts',
    from: 'saysAnew(attestedAt, now) ? now : attestedAt',
    to: 'attestedAt',
    test: promise,
    title: 'what is said to come once',
  },
  {
    rule: 'R136',
    file: 'src/directory/lifecycle/attested.rule.ts',
    from: 'disabledByPolicy ? now : countedFrom',
    to: 'countedFrom',
    test: promise,
    title: 'what is said to come once',
  },
  {
    rule: 'R136',
    file: 'src/words/why-it-comes.ts',
    from: 'return now.step !== then.step || on(now) !== on(then)',
    to: 'return true',
    test: promise,
    title: 'does not stop the end',
  },
  {
    rule: 'R134',
    file: 'src/words/why-it-comes.ts',
    from: 'already || !isCondition(why, condition)',
    to: 'true || !isCondition(why, condition)',
    test: promise,
    title: 'does not stop the end',
  },
  {
    rule: 'R134',
    file: 'src/directory/lifecycle/policy.rule.ts',
    from: 'latest(on, nextTurn(latest(from, changedAt, countedFrom)))',
    to: 'latest(now, from)',
    test: turns,
  },
  {
    rule: 'R134',
    file: 'src/directory/lifecycle/run.ts',
    from: 'since: coming?.toldAt ?? turnOf(now),',
    to: 'since: now,',
    test: 'src/graph/lifecycle/simulated-days.test.ts',
  },
  {
    rule: 'R134',
    file: 'src/directory/lifecycle/policy.rule.ts',
    from: 'all.some(isBroken) ? state : undefined',
    to: 'state',
    test: 'src/account/answering/kept-again.test.ts',
  },
  {
    rule: 'R135',
    file: 'src/directory/lifecycle/attest.ts',
    from: 'deleted_at is null and disabled_by_policy`',
    to: 'deleted_at is null and false`',
    test: 'src/account/answering/kept-again.test.ts',
    title: 'another rule',
  },
  {
    rule: 'R127',
    file: 'src/invitations/never-came.ts',
    from: '[endQuestions, removeNeverAccepted]',
    to: '[removeNeverAccepted]',
    test: 'test/endings/asked-back.test.ts',
    title: 'who does nothing stays away',
  },
  {
    rule: 'R127',
    file: 'src/directory/users/leave.rule.ts',
    from: 'facts.askedBack ? [] : ',
    to: '',
    test: 'test/endings/asked-back.test.ts',
    title: 'R127: ${how} stays away',
  },
  {
    rule: 'R127',
    file: 'src/directory/users/stay-away.sql.ts',
    from: 'set restored_at = null from ended',
    to: 'set restored_at = restored_at from ended',
    test: 'test/endings/asked-back.test.ts',
    title: 'with its receipt',
  },
  {
    rule: 'R133',
    file: 'src/mail/outbox.ts',
    from: 'const written = all.map(',
    to: 'const written = all.slice(0, 4_681).map(',
    test: 'src/graph/lifecycle/many-notices.test.ts',
  },
  {
    rule: 'R133',
    file: 'src/store/listed.ts',
    from: 'JSON.stringify(each, wellFormed)',
    to: 'JSON.stringify(each.slice(0, 65_535), wellFormed)',
    test: 'src/store/listed.test.ts',
    title: '70,000 rows',
  },
  {
    rule: 'R133',
    file: next,
    from: 'const told = plus(at, -days * dayMs)',
    to: 'const told = plus(at, days * dayMs)',
    test: nextTest,
  },
  {
    rule: 'R135',
    file: next,
    from: 'disabledAt === null || disabledByPolicy',
    to: 'disabledAt === null',
    test: nextTest,
  },
  {
    rule: 'R134',
    file: 'src/graph/lifecycle/trials.ts',
    from: 'if (!policy.isEnabled) return',
    to: 'if (policy.isEnabled) return',
    test: trials,
  },
  {
    rule: 'R134',
    file: 'src/directory/lifecycle/facts.sql.ts',
    from: 'k.except_group_id is null or not ${',
    to: 'k.except_group_id is null or true or ${',
    test: trials,
  },
]

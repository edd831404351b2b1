/** Breaks of what receivers of notifications are asked and told. */
import type { Mutation } from './mutation.ts'

const rule = 'contract §10'
const delivery = 'src/subscriptions/deliver.test.ts'
const right = 'src/subscriptions/right.test.ts'
const routes = 'src/graph/subscriptions/subscriptions.test.ts'

export const mutations: readonly Mutation[] = [
  {
    rule,
    title: 'does not answer as it has to',
    file: 'src/subscriptions/handshake.ts',
    from: 'isText(answer) && (await answer.text()) === token',
    to: 'isText(answer)',
    test: routes,
  },
  {
    rule,
    title: 'without https',
    file: 'src/subscriptions/handshake.ts',
    from: 'if (problem !== undefined) return problem',
    to: '',
    test: routes,
  },
  {
    rule,
    title: 'whose permission is taken',
    file: 'src/subscriptions/right.ts',
    from: 'holder === undefined || lackOf(holder, subscribingNeeds[due.kind]) !== undefined',
    to: 'holder === undefined',
    test: right,
  },
  {
    rule: 'R126',
    file: 'src/tokens/unattended.sql.ts',
    from: 'sql`(${wholeStanding})::text = ${standing}::text`',
    to: 'sql`${standing}::text is not null`',
    test: right,
  },
  {
    rule,
    title: 'not acknowledged is told again',
    file: 'src/subscriptions/post.ts',
    from: 'status >= 200 && status < 300',
    to: 'status >= 200 && status < 500',
    test: delivery,
  },
  {
    rule,
    title: 'not acknowledged is told again',
    file: 'src/outbound/delivery/debts.sql.ts',
    from: '= ${plus(now, leaseMs)}, ',
    to: '= ${now}, ',
    test: delivery,
  },
  {
    rule,
    title: 'killed again and again',
    file: 'src/outbound/delivery/deliver.ts',
    from: "if (outcome === 'taken' && !isLate) {",
    to: "if (outcome !== 'paused') {",
    test: 'test/machines/tellers-killed.test.ts',
  },
]

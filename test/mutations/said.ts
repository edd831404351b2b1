/** Breaks of what mails and pages say of days: of the erasure, of requests, of policies. */
import type { Mutation } from './mutation.ts'

const erasure = 'src/account/desk/erasure-said.test.ts'
const requests = 'src/directory/requests/said.test.ts'
const back = 'src/directory/deleted/back-disabled.test.ts'
const policy = 'src/directory/lifecycle/both-days.test.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'R83',
    file: 'src/wire/erasure.ts',
    from: 'plus(until, erasureDays * dayMs)',
    to: 'until',
    test: erasure,
    quick: true,
  },
  {
    rule: 'R128',
    file: 'src/receipts/find.sql.ts',
    from: "sql`t.state <> 'active'`",
    to: 'sql`false`',
    test: erasure,
  },
  {
    rule: 'R142',
    file: 'src/account/desk/acts.ts',
    from: 'await refuseToAsk?.(x, idOf(organization))',
    to: '',
    test: erasure,
  },
  {
    rule: 'R128',
    file: 'src/words/speech.ts',
    from: "language === 'en' || language === pseudoTag ? 'en-GB' : language",
    to: "language === 'en' || language === pseudoTag ? 'en-US' : language",
    test: erasure,
  },
  {
    rule: 'R51',
    file: 'src/words/mail/standing-letters.ts',
    from: 'disabled === undefined || disabled === null',
    to: "disabled !== 'byPolicy'",
    test: back,
  },
  {
    rule: 'R135',
    file: 'src/account/desk/acts.ts',
    from: "state === 'disabled' ? 'undoneDisabled' : 'undone'",
    to: "'undone'",
    test: back,
  },
  {
    rule: 'R40',
    file: 'src/directory/users/tell.ts',
    from: "q.state in ('open', 'expired')",
    to: "q.state = 'expired'",
    test: requests,
  },
  {
    rule: 'R31',
    file: 'src/words/mail/request-letters.ts',
    from: 'askedAt === undefined ? []',
    to: 'true ? []',
    test: requests,
  },
  {
    rule: 'R134',
    file: 'src/directory/lifecycle/run.ts',
    from: "ending === 'disable' ? (coming.deletedAt?.toISOString() ?? null) : null",
    to: 'null',
    test: policy,
  },
]

/** Breaks of undoing one's own leaving. */
import type { Mutation } from './mutation.ts'

const rule = 'src/directory/users/undo.rule.ts'
const ruleTest = 'src/directory/users/undo.rule.test.ts'
const act = 'src/account/undo.test.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'R142',
    file: rule,
    test: ruleTest,
    from: "({ deletedBy }) => deletedBy !== 'self'",
    to: '() => false',
    quick: true,
  },
  {
    rule: 'R142',
    file: rule,
    test: ruleTest,
    from: 'now.getTime() >= (',
    to: 'now.getTime() > (',
  },
  {
    rule: 'R142',
    file: rule,
    test: ruleTest,
    from: 'hourMs), restorableUntil, ...(endDate ? [endDate] : [])]',
    to: 'hourMs)]',
  },
  {
    rule: 'R142',
    file: 'src/directory/deleted/undo.ts',
    test: act,
    from: "if (reasons.length > 0) return { outcome: 'refused', reasons }",
    to: '',
  },
  {
    rule: 'R142',
    file: 'src/directory/deleted/restore.ts',
    test: act,
    from: ' && answersRequest?.saidYes.has(id) !== true && !undone',
    to: ' && answersRequest?.saidYes.has(id) !== true',
  },
  {
    rule: 'R142',
    file: 'src/directory/deleted/bring-back.ts',
    test: act,
    from: '${options.undone === true ? sql`` : clocksReset(now)}',
    to: '${clocksReset(now)}',
  },
  {
    rule: 'R142',
    file: 'src/directory/users/undo.rule.ts',
    from: 'return undoReasons(left, now).length === 0 ? undoableUntil(left) : null',
    to: 'return undoableUntil(left)',
    test: 'src/account/desk/questions.test.ts',
  },
]

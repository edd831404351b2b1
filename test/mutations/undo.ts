/** Breaks of undoing one's own leaving. */
import type { Mutation } from './mutation.ts'

const rule = 'src/directory/users/undo.rule.ts'
const ruleTest = 'src/directory/users/undo.rule.test.ts'
const act = 'src/account/undo.test.ts'

const promise = 'src/account/undo-promise.test.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'R142',
    title: 'who was removed since, for good, undoes no leaving of before',
    file: 'src/directory/deleted/erase.ts',
    test: promise,
    from: 'set undo_ends_at = null from gone',
    to: 'set undo_ends_at = undo_ends_at from gone',
  },
  {
    rule: 'R142',
    title: 'what a receipt says of undoing is kept',
    file: 'src/directory/users/leave.ts',
    test: promise,
    from: 'refuses: facts.refuses || refusing',
    to: 'refuses: facts.refuses',
  },
  {
    rule: 'R142',
    title: 'what a receipt says of undoing is kept',
    file: 'src/directory/users/undo.rule.ts',
    test: promise,
    from: "undoEnds === null ? deletedBy === 'self' : now >= undoEnds",
    to: 'undoEnds === null',
  },
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
    from: 'now >= undoEnds',
    to: 'now > undoEnds',
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
    from: 'return undoReasons({ ...facts, ...ended, undoEnds }, now).length === 0 ? undoEnds : null',
    to: 'return undoEnds',
    test: 'src/account/desk/questions.test.ts',
  },
  {
    rule: 'R142',
    title: 'whom an administrator has deleted since they were asked back',
    file: 'src/directory/users/delete.ts',
    from: "    'over',\n",
    to: '',
    test: 'src/account/undo-promise.test.ts',
  },
]

/** All that is wrong with a new password, one sentence after the other. */
import { minPasswordLength, type PasswordProblem } from '../credentials/password/password.rule.ts'
import type { ServerWords } from '../words/server-words.ts'
import { weakWord } from '../words/weak-password.ts'

export const weakWords = (
  { signIn: { weak } }: ServerWords,
  problems: readonly PasswordProblem[],
): string => problems.map((problem) => weakWord(weak, problem, minPasswordLength)).join(' ')

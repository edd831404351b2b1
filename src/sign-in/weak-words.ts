/** What is wrong with a new password, in words. */
import { minPasswordLength, type PasswordProblem } from '../credentials/password/password.rule.ts'
import type { ServerWords } from '../words/server-words.ts'

export const weakWord = ({ signIn: { weak } }: ServerWords, problem: PasswordProblem): string =>
  problem === 'tooShort' ? weak.tooShort(minPasswordLength) : weak[problem]

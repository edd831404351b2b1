/** What is wrong with a new password, in words. */
import type { SignInWords } from './en/sign-in.ts'

type Weak = SignInWords['weak']

/** The sentence for a problem; `least`: how many characters a password has. */
export const weakWord = (weak: Weak, problem: keyof Weak, least: number): string =>
  problem === 'tooShort' ? weak.tooShort(least) : weak[problem]

/**
 * Whether a password is one that guessers try early, by the lists of zxcvbn. Loaded when first
 * asked: the lists are large.
 */
import { maxPasswordBytes } from './password.rule.ts'

/**
 * 10⁸ guesses: within reach of somebody patient who is slowed as ours are, or of a thief of the
 * hashes.
 */
const fewestGuesses = 1e8
/** zxcvbn's work grows with the length; what follows cannot make a guess easier. */
const examinedLength = 100

type Judge = (password: string) => boolean
let judge: Promise<Judge> | undefined

const load = async (): Promise<Judge> => {
  const [{ ZxcvbnFactory }, common] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  const zxcvbn = new ZxcvbnFactory({
    dictionary: common.dictionary,
    graphs: common.adjacencyGraphs,
  })
  return (password) => zxcvbn.check(password.slice(0, examinedLength)).guesses < fewestGuesses
}

/** True when `password` should be refused as too common. */
export const isCommonPassword = async (password: string): Promise<boolean> => {
  if (password.length > maxPasswordBytes) return false
  judge ??= load()
  return (await judge)(password)
}

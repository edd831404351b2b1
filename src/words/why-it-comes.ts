/** Why an account ends: what is so already, or what would have to come to be so. */
import type { ComingWords } from './en/lifecycle.ts'

type Reason = keyof ComingWords['reason']
type Why = { readonly why: Reason; readonly already: boolean }

/** Rules that are kept until a day comes are said as a condition before it does. */
const isCondition = (
  why: Reason,
  condition: ComingWords['condition'],
): why is keyof ComingWords['condition'] => Object.hasOwn(condition, why)

/** Why a step comes: as it is, or as the condition under which it does. */
export const whyItComes = (
  { reason, condition }: Pick<ComingWords, 'reason' | 'condition'>,
  { why, already }: Why,
): string => (already || !isCondition(why, condition) ? reason[why] : condition[why])

type Step = Why & { readonly step: string }
type Kept<S> = { readonly comes: readonly S[]; readonly comesIfKept: readonly S[] }

/** In which words: of a guest, or to the guest; and the day of a step. */
type Said<S> = {
  readonly words: ComingWords
  readonly stops: ComingWords['stops']
  readonly on: (step: S) => string
}

/** The first step that ends something. */
export const firstEnd = <S extends Step>(comes: readonly S[]): S | undefined =>
  comes.find(({ step }) => step !== 'told')

/**
 * Whether saying now that an account is needed (R136) moves its end. Where it would be asked again
 * in any case, nothing is in the way.
 */
export const movesTheEnd = <S extends Step>(
  { comes, comesIfKept }: Kept<S>,
  on: Said<S>['on'],
): boolean => {
  const now = firstEnd(comes)
  const then = firstEnd(comesIfKept)
  if (now === undefined || then === undefined || then.why === 'attestation') return true
  return now.step !== then.step || on(now) !== on(then)
}

const sentencesOf = <S extends Step>(
  end: S | undefined,
  said: ComingWords['notStopped' | 'ifKept'],
  { words, stops, on }: Said<S>,
): readonly string[] => {
  if (end === undefined) return [words.ifKept.nothing]
  const sentence = said[end.step === 'disabled' ? 'disabled' : 'deleted'](on(end))
  return end.why === 'attestation' ? [sentence] : [sentence, stops[end.why]]
}

/**
 * What comes once it is said, in sentences: when the account ends then, whether that moves its
 * end, and what else would. None where nothing ends it.
 */
export const onceKept = <S extends Step>(kept: Kept<S>, said: Said<S>): readonly string[] => {
  const { ifKept, notStopped } = said.words
  if (firstEnd(kept.comes) === undefined) return []
  const moves = movesTheEnd(kept, said.on)
  return sentencesOf(firstEnd(kept.comesIfKept), moves ? ifKept : notStopped, said)
}

/** The same of who has just been kept. */
export const nowKept = <S extends Step>({ comes }: Pick<Kept<S>, 'comes'>, said: Said<S>) =>
  sentencesOf(firstEnd(comes), said.words.ifKept, said)

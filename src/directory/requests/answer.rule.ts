/** What a request can be answered with (R29, R32, R40), and which answer needs words. */
import { needReason, type RequestAnswer as Answer } from '../../wire/graph/requests.ts'
import type { RequestKind, RequestState } from '../../wire/requests.ts'

export type { Answer }

export type Asked = {
  readonly kind: RequestKind
  readonly state: RequestState
  readonly heldAt: Date | null
  /** Being enabled lets them leave by themselves. */
  readonly freedByEnabling: boolean
}

export type AnswerProblem =
  | 'alreadyAnswered'
  /**
   * A removal is answered by enabling or deleting, a restore by restoring; both can be declined. A
   * removal that is not held can be, and one that is can be released. Enabling is no answer where
   * it changes nothing, or they still could not leave: the clock of R32 would stop for nothing.
   */
  | 'wrongAnswer'
  /** Whoever asked reads why it is declined or held. */
  | 'reasonNeeded'

const answersTo: Readonly<Record<RequestKind, readonly Answer[]>> = {
  removal: ['enable', 'delete', 'decline', 'hold', 'release'],
  restore: ['restore', 'decline'],
}

/** What speaks against this answer; undefined when nothing does. */
export const answerProblem = (
  { kind, state, heldAt, freedByEnabling }: Asked,
  answer: Answer,
  text: string | null,
): AnswerProblem | undefined => {
  if (state !== 'open') return 'alreadyAnswered'
  if (!answersTo[kind].includes(answer)) return 'wrongAnswer'
  if (answer === 'enable' && !freedByEnabling) return 'wrongAnswer'
  if (answer === (heldAt === null ? 'release' : 'hold')) return 'wrongAnswer'
  return needReason.includes(answer) && (text === null || text.trim() === '')
    ? 'reasonNeeded'
    : undefined
}

/** A request as whoever asked sees it, wherever that is (R31, R32). */
import type { AccountRequest } from '../../wire/account-requests.ts'
import type { RequestInJson } from '../users/close-requests.sql.ts'
import { whenDue } from './clock.rule.ts'

/** What the organization does when nobody answers, and why. */
export type AnswerFacts = {
  readonly removesUnanswered: boolean
  readonly organizationClosed: boolean
  readonly unansweredReason: string | null
}

const instantOf = (text: string | null): string | null =>
  text === null ? null : new Date(text).toISOString()

export const toldRequest = (
  { heldAt, holdReason, dueAt, ...request }: RequestInJson,
  policy: AnswerFacts,
): AccountRequest => {
  const isOpen = request.state === 'open'
  const isHeld = isOpen && heldAt !== null
  const end = isOpen && !isHeld ? whenDue(request.kind, policy) : null
  return {
    ...request,
    createdAt: new Date(request.createdAt).toISOString(),
    answeredAt: instantOf(request.answeredAt),
    dueAt: end === null ? null : instantOf(dueAt),
    whenDue: end,
    keptBecause: end === 'expired' && request.kind === 'removal' ? policy.unansweredReason : null,
    hold: isHeld ? { since: new Date(heldAt).toISOString(), reason: holdReason ?? '' } : null,
  }
}

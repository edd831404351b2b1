/** Which answers a request takes, and what each needs. */
import type { Action, GuestRequest, RequestAnswer } from '../../../src/client/graph.ts'
import type { Words } from '../words.tsx'

/** What an answer does to the user needs its own permission, beside that for answering. */
export const needed: Readonly<Record<RequestAnswer, Action>> = {
  enable: 'users.disable',
  delete: 'users.delete',
  restore: 'users.restore',
  decline: 'requests.answer',
  hold: 'requests.answer',
  release: 'requests.answer',
}

export const answersOf = ({
  kind,
  state,
  user,
  isHeld,
}: GuestRequest): readonly RequestAnswer[] => {
  if (state !== 'open') return []
  if (kind === 'restore') return ['restore', 'decline']
  const rest = ['delete', 'decline', isHeld === true ? 'release' : 'hold'] as const
  return user?.freedByEnabling === true ? ['enable', ...rest] : rest
}

/** Why I do not give this answer to a request; undefined where nothing of it keeps me from it. */
export const ownAnswer = (
  words: Words,
  { user }: GuestRequest,
  answer: RequestAnswer,
): string | undefined =>
  user?.isMe === true && answer === 'delete' ? words.notOnOneself.delete : undefined

export const nameOf = (words: Words, { user }: GuestRequest): string =>
  user?.displayName ?? words.erased(user?.id ?? '')

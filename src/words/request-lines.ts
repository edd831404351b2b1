/**
 * What becomes of somebody's request, as sentences for them: wherever they see it, the same ones.
 */
import type { RequestsWords } from './en/requests.ts'
import type { Speech } from './speech.ts'

/** A request as the account API tells it. */
type Told = {
  readonly kind: 'removal' | 'restore'
  readonly state: 'open' | 'done' | 'declined' | 'withdrawn' | 'expired'
  readonly createdAt: string
  readonly answeredAt: string | null
  readonly answer: string | null
  readonly dueAt: string | null
  readonly whenDue: 'removed' | 'expired' | null
  readonly keptBecause: string | null
  readonly hold: { readonly since: string; readonly reason: string } | null
}

/** `theirs`: words of the organization itself, to be set apart. */
export type RequestLine = { readonly text: string; readonly theirs: boolean }

const ours = (text: string): RequestLine => ({ text, theirs: false })

/** When it was asked, what it comes to or came to, and what the organization says about it. */
export const requestLines = (
  request: Told,
  { name, closed }: { readonly name: string; readonly closed: boolean },
  words: RequestsWords,
  speech: Speech,
): readonly RequestLine[] => {
  const organization = speech.name(name)
  const on = (at: string) => ({ organization, time: speech.time(at) })
  const because = (reason: string | null): RequestLine[] =>
    reason === null ? [] : [ours(words.why({ organization })), { text: reason, theirs: true }]
  return [
    ours(words.asked[request.kind](on(request.createdAt))),
    ...(request.state === 'open'
      ? open({ ...request, closed }, words, on, because)
      : ended(request, words, on)),
    ...because(request.answer),
  ]
}

type On = (at: string) => { readonly organization: string; readonly time: string }

const open = (
  { kind, dueAt, whenDue, keptBecause, hold, closed }: Told & { readonly closed: boolean },
  words: RequestsWords,
  on: On,
  because: (reason: string | null) => RequestLine[],
): RequestLine[] => {
  if (hold !== null) return [ours(words.held(on(hold.since))), ...because(hold.reason)]
  if (dueAt === null) return []
  if (closed) {
    const end = kind === 'restore' ? kind : 'removed'
    return [ours(words.whenDueClosed[end](on(dueAt)))]
  }
  const end = kind === 'restore' ? 'restore' : whenDue === 'removed' ? 'removed' : 'kept'
  return [ours(words.whenDue[end](on(dueAt))), ...because(keptBecause)]
}

const ended = ({ state, answeredAt }: Told, words: RequestsWords, on: On): RequestLine[] =>
  state === 'open' || answeredAt === null ? [] : [ours(words.ended[state](on(answeredAt)))]

/** What a mail says, before it becomes text and HTML: both are made of the same blocks. */

/** One piece of a mail, in the order in which it is read. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** What somebody else wrote, set apart: it is theirs, not ours. */
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [label: string, value: string])[] }
  /** Where to go on. */
  | { readonly kind: 'link'; readonly label: string; readonly url: string }
  /** Something to be typed elsewhere. */
  | { readonly kind: 'code'; readonly text: string; readonly code: string }
  /** A warning, or what matters to few. */
  | { readonly kind: 'note'; readonly text: string }

export type Content = {
  readonly subject: string
  readonly blocks: readonly Block[]
  /** Where an answer goes, where that is somebody. */
  readonly replyTo?: string | undefined
}

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
export const note = (text: string): Block => ({ kind: 'note', text })
export const quote = (text: string | null): Block[] =>
  text === null ? [] : [{ kind: 'quote', text }]
export const facts = (...facts: readonly (readonly [string, string])[]): Block => ({
  kind: 'facts',
  facts,
})
export const link = (label: string, url: string): Block => ({ kind: 'link', label, url })

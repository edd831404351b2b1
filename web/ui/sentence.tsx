/**
 * A sentence of the words with links or dates within it: the words are given marks, in whose places
 * the parts stand.
 */
import { Children, type ReactNode } from 'react'

// Of the private use area, behind those that other tables of words use.
const first = 0xe010
const marks = /([\u{E010}-\u{E01F}])/u

type Props = {
  readonly say: (...parts: string[]) => string
  /** In the order in which `say` takes them; at most sixteen. */
  readonly parts: readonly ReactNode[]
}

export const Sentence = ({ say, parts }: Props) =>
  Children.toArray(
    say(...parts.map((_, place) => String.fromCodePoint(first + place)))
      .split(marks)
      .map((text) => (marks.test(text) ? parts[(text.codePointAt(0) ?? first) - first] : text)),
  )

/** What is left out of a restore of one, or of each of many. */
import type { Property } from './definition/definition.ts'

/** The most that one choice names. */
export const mostLeftOut = 1_000

const item = {
  is: 'id',
  means: 'Which of the kind; all of it where none is named.',
} as const satisfies Property

/** Names links of these kinds. */
export const leftLink = <Kinds extends readonly string[]>(kinds: Kinds) =>
  ({
    kind: { is: 'text', words: kinds, required: true, means: 'Of which kind.' },
    item,
  }) as const

/** The same of one of many, named by `of` as they are named. */
export const leftOfMany = <Kinds extends readonly string[], Of extends Property>(
  kinds: Kinds,
  of: Of,
) => ({ of, ...leftLink(kinds) }) as const

/** Links in words that people know, counted by kind. */

type Counts<Kind extends string> = Readonly<Record<Kind, (count: number) => string>>

/** A number of each kind, in the order in which the kinds come; empty for none. */
export const countedIn = <Kind extends string>(
  links: readonly { readonly kind: Kind; readonly count?: number }[],
  words: Counts<Kind>,
): string => {
  const counts = new Map<Kind, number>()
  for (const { kind, count = 1 } of links) counts.set(kind, (counts.get(kind) ?? 0) + count)
  return [...counts].map(([kind, count]) => words[kind](count)).join(', ')
}

/** What of users, groups and applications is left out of their restore, while somebody chooses. */
import type { ObjectRestorePreview } from '../../../src/client/graph.ts'

/** Links of one of them: one, or without `item` all of a kind. */
type Named = {
  readonly of?: string | undefined
  readonly kind: string
  readonly item?: string | undefined
}

/** By what is left out, as `keyOf` names it. */
export type Left<Name extends Named = Named> = ReadonlyMap<string, Name>

/** A choice, and what is done when it changes. */
export type Choosing<Name extends Named> = {
  readonly left: Left<Name>
  readonly onLeft: (left: Left<Name>) => void
}

export type Counted = ObjectRestorePreview['comesBack'][number]

const keyOf = ({ of = '', kind, item = '' }: Named): string => `${of} ${kind} ${item}`

export const isLeft = (left: Left, name: Named): boolean => left.has(keyOf(name))

/** Whether all of a kind come back, some of it, or nothing. */
export const ticked = (left: Left, of: string, { kind, items }: Counted): boolean | 'mixed' => {
  if (isLeft(left, { of, kind })) return false
  return items.some(({ item }) => isLeft(left, { of, kind, item })) ? 'mixed' : true
}

/** What comes back without what is left out, counted again. */
export const remaining = (left: Left, of: string, comesBack: readonly Counted[]): Counted[] =>
  comesBack.flatMap((counted) => {
    const { kind, items, count } = counted
    if (isLeft(left, { of, kind })) return []
    const back = count - items.filter(({ item }) => isLeft(left, { of, kind, item })).length
    return back === 0 ? [] : [{ ...counted, count: back }]
  })

/** With one link left out, or not any more. */
export const leave = <Name extends Named>(
  left: Left<Name>,
  name: Name,
  comesBack: boolean,
): Left<Name> => {
  const others = [...left].filter(([key]) => key !== keyOf(name))
  return new Map(comesBack ? others : [...others, [keyOf(name), name]])
}

/** With all of a kind left out, or nothing of it any more. */
export const leaveAll = <Name extends Named>(
  left: Left<Name>,
  name: Name,
  comesBack: boolean,
): Left<Name> => {
  const others = [...left].filter(([, one]) => one.of !== name.of || one.kind !== name.kind)
  return leave(new Map(others), name, comesBack)
}

/** What is left out of these. */
export const leftOf = <Name extends Named>(left: Left<Name>, ids: readonly string[]): Name[] =>
  [...left.values()].filter(({ of = '' }) => ids.includes(of))

/** The same of one that needs no name. */
export const linksOf = <Name extends Named>(left: readonly Name[]) =>
  left.map(({ kind, item }): Pick<Name, 'kind'> & { readonly item?: string } => ({
    kind,
    ...(item === undefined ? {} : { item }),
  }))

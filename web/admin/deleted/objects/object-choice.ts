/** What of groups and applications is left out of their restore, while somebody chooses. */
import type { LeftOfMany, ObjectRestorePreview } from '../../../../src/client/graph.ts'

/** By what is left out, as `keyOf` names it. */
export type Left = ReadonlyMap<string, LeftOfMany>

export const nothingLeft: Left = new Map()

export type Counted = ObjectRestorePreview['comesBack'][number]

const keyOf = ({ of = '', kind, item = '' }: LeftOfMany): string => `${of} ${kind} ${item}`

export const isLeft = (left: Left, name: LeftOfMany): boolean => left.has(keyOf(name))

/** Whether all of a kind come back, some of it, or nothing. */
export const ticked = (left: Left, of: string, { kind, items }: Counted): boolean | 'mixed' => {
  if (isLeft(left, { of, kind })) return false
  return items.some(({ item }) => isLeft(left, { of, kind, item })) ? 'mixed' : true
}

/** With one link left out, or not any more. */
export const leave = (left: Left, name: LeftOfMany, comesBack: boolean): Left => {
  const others = [...left].filter(([key]) => key !== keyOf(name))
  return new Map(comesBack ? others : [...others, [keyOf(name), name]])
}

/** With all of a kind left out, or nothing of it any more. */
export const leaveAll = (left: Left, of: string, { kind }: Counted, comesBack: boolean): Left => {
  const others = [...left].filter(([, one]) => one.of !== of || one.kind !== kind)
  return leave(new Map(others), { of, kind }, comesBack)
}

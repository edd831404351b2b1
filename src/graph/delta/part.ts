/** What a round tells of: the objects of one kind, as they are listed at their own address. */
import type { ChangeKind } from '../../directory/changes/change.ts'
import { columnsBehind } from '../../directory/changes/tracked.ts'
import type { Place } from '../../edge/cursor.ts'
import type { Condition } from '../../kernel/condition.ts'
import type { Page } from '../../store/keyset.ts'
import type { Resource } from '../../wire/graph/definition/definition.ts'
import { shows, type Exchange } from '../exchange.ts'
import { item, type Shape } from '../query/answers.ts'

/** An object that is there. */
export type Told = {
  readonly id: string
  readonly sortValue: string
  readonly write: (x: Exchange) => Readonly<Record<string, unknown>>
}

/** The objects of one kind. */
export type Part = {
  readonly kind: ChangeKind
  readonly of: Resource
  /** Told to who is shown the part of the answer that the row names so; to everybody else not. */
  readonly shownAs?: string
  /** The columns behind each property that is told when it changes. */
  readonly columns: ReadonlyMap<string, readonly string[]>
  /** A page of those that are there, those of these ids or all. */
  readonly list: (
    x: Exchange,
    page: {
      readonly after: Place | undefined
      readonly ids: readonly string[] | undefined
      readonly limit: number
    },
  ) => Promise<Told[]>
}

/** Those parts that the caller is told. */
export const partsFor = (x: Exchange, parts: readonly Part[]): readonly Part[] =>
  parts.filter(({ shownAs }) => shownAs === undefined || shows(x, shownAs))

/** The objects of one kind, from how they are listed and shaped. */
export const partOf = <R extends { readonly id: string }>(
  kind: ChangeKind,
  of: Resource,
  shape: Shape<R>,
  list: (
    x: Exchange,
    page: Page,
    filter: Condition | undefined,
  ) => Promise<readonly (R & { readonly sortValue: string })[]>,
): Part => ({
  kind,
  of,
  columns: columnsBehind(of),
  list: async (x, { after, ids, limit }) => {
    const filter = ids && ({ kind: 'in', property: 'id', values: ids } as const)
    const found = await list(x, { descending: false, after, limit }, filter)
    return found.map((row) => ({
      id: row.id,
      sortValue: row.sortValue,
      write: (as) => ({ ...item(as, of.set, shape, row) }),
    }))
  },
})

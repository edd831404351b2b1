/**
 * A resource as it is answered, from its definition: properties in its order and with its types,
 * each from the column of its name or told by a handler.
 */
import type { Wire } from '../wire/graph/definition/answer.ts'
import {
  isComplex,
  namesWhere,
  type Properties,
  type Property,
  type Resource,
} from '../wire/graph/definition/definition.ts'
import type { Exchange, Looking } from './exchange.ts'
import type { Shape } from './query/answers.ts'
import { typeOf } from './query/check.ts'
import { limitedTo, shownOf, type Limited } from './visible.ts'

/** Its properties but those that are never answered. */
type Of<R extends Resource> = {
  readonly [
    N in keyof R['properties'] as R['properties'][N] extends { readonly writeOnly: true }
      ? never
      : N
  ]: R['properties'][N]
}
/** What is absent is left out of an answer. */
type Answered<P extends Property> =
  | Wire<P>
  | (P extends { readonly optional: true } ? undefined : never)
type Tell<Row, Value, X> = (row: Row, x: X) => Value

/** Properties that a row has under their own name, as they are or as an instant. */
type Direct<R extends Resource, Row> = {
  [N in keyof Of<R>]: Of<R>[N] extends { readonly only: unknown }
    ? N
    : Of<R>[N] extends { readonly properties: Readonly<Record<string, { readonly only: unknown }>> }
      ? N
      : N extends keyof Row
        ? Row[N] extends
            | Wire<Of<R>[N]>
            | (Of<R>[N] extends { readonly is: 'instant' } ? Date : never)
          ? N
          : never
        : Of<R>[N] extends { readonly is: 'object'; readonly properties: infer Q }
          ? `${N & string}/${keyof Q & string}` extends keyof Row
            ? N
            : never
          : never
}[keyof Of<R>]

/** Where the other properties come from; the direct ones may be told too. */
export type From<R extends Resource, Row, X = Exchange> = {
  readonly [N in Exclude<keyof Of<R>, Direct<R, Row>>]: Tell<Row, Answered<Of<R>[N]>, X>
} & { readonly [N in Direct<R, Row>]?: Tell<Row, Answered<Of<R>[N]>, X> }

const written = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value)

const stored = (
  row: Readonly<Record<string, unknown>>,
  name: string,
  properties: Properties,
): unknown => {
  const property = properties[name]
  if (property?.only !== undefined) return property.only
  if (property === undefined || !isComplex(property) || name in row) return written(row[name])
  return Object.fromEntries(
    Object.entries(property.properties).map(([inner, { only }]) => [
      inner,
      only === undefined ? written(row[`${name}/${inner}`]) : only,
    ]),
  )
}

/** Of an object that stands for a link, what was chosen of it. */
const narrowed = (value: unknown, { query: { expand } }: Looking, name: string): unknown => {
  const select = expand.find((link) => link.name === name)?.select
  if (select === undefined || select === 'all' || typeof value !== 'object' || value === null)
    return value
  return Object.fromEntries(
    Object.entries(value).filter(([inner]) => inner.startsWith('@') || select.includes(inner)),
  )
}

/** The properties of an answer: those that were chosen, or the default set. */
const wantedOf = (of: Resource): ((x: Looking) => readonly string[]) => {
  const all = namesWhere(of, ({ writeOnly }) => writeOnly !== true)
  const usual = all.filter((name) => of.properties[name]?.byDefault === true)
  const names = Object.keys(of.properties)
  return ({ query: { select, expand } }) => {
    if (select === 'all') return all
    const chosen = select ?? usual
    // Properties that stand for a link come along with it.
    return names.filter(
      (name) => chosen.includes(name) || expand.some((link) => link.name === name),
    )
  }
}

/** A shape that says which properties it reads of a row to answer a request. */
type Shaped<Row, X> = Shape<Row, X> & { readonly wanted: (x: X) => readonly string[] }

/**
 * How rows are answered as the resource: the properties that the query chooses, or its default set,
 * as far as the caller is shown them.
 */
export const shaped = <R extends Resource, Row extends object, X extends Looking = Exchange>(
  of: R,
  from: From<R, Row, X>,
): Shaped<Row, X> => {
  const wanted = wantedOf(of)
  const tellers = from as Readonly<Record<string, Tell<Row, unknown, X> | undefined>>
  const valueOf = (name: string, row: Row, x: X): unknown => {
    const tell = tellers[name]
    // What is never told may be chosen, as in Graph, and says nothing.
    if (of.properties[name]?.writeOnly === true) return null
    return tell === undefined
      ? stored(row as Record<string, unknown>, name, of.properties)
      : narrowed(tell(row, x), x, name)
  }
  return {
    type: typeOf(of),
    entry: of.type,
    names: Object.keys(of.properties).filter((name) => !name.includes('@')),
    searched: namesWhere(of, ({ searched }) => searched === true),
    wanted,
    of: (row, x) =>
      shownOf(
        x.caller,
        of.type,
        row,
        Object.fromEntries(wanted(x).map((name) => [name, valueOf(name, row, x)])),
      ),
  }
}

/** An object of `type`, as an entry of that name is told, among objects of other types. */
export const toldAmongOthers = <T extends object>(
  { caller }: Pick<Looking, 'caller'>,
  { entry, type }: { readonly entry: string; readonly type: string },
  whole: T,
): Limited<T> & { readonly '@odata.type': string } => ({
  '@odata.type': `#${type}`,
  ...limitedTo(caller, entry, whole),
})

/** The same among objects of other types: each says which it is. */
export const amongOthers = <Row>(shape: Shape<Row>): Shape<Row> => ({
  ...shape,
  type: 'microsoft.graph.directoryObject',
  of: (row, x) => toldAmongOthers(x, shape, shape.of(row, x)),
})

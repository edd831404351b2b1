/**
 * What was sent, under the names of its definition: Graph takes the names of properties in any case
 * of their letters.
 */
import { isComplex, type Properties, type Property } from './definition.ts'

const valueOf = (property: Property | undefined, value: unknown, twice: (name: string) => Error) =>
  property !== undefined && isComplex(property)
    ? underItsNames(property.properties, value, twice)
    : value

/**
 * `value` with its properties under the names of `properties`, at every depth; what has no name
 * there keeps its own. Throws what `twice` makes of a name that stands there twice.
 */
export const underItsNames = (
  properties: Properties,
  value: unknown,
  twice: (name: string) => Error,
): unknown => {
  if (Array.isArray(value)) return value.map((one) => underItsNames(properties, one, twice))
  if (typeof value !== 'object' || value === null) return value
  const names = new Map(Object.keys(properties).map((name) => [name.toLowerCase(), name]))
  const said = new Set<string>()
  return Object.fromEntries(
    Object.entries(value).map(([written, one]) => {
      const name = names.get(written.toLowerCase()) ?? written
      if (said.has(name)) throw twice(name)
      said.add(name)
      return [name, valueOf(properties[name], one, twice)]
    }),
  )
}

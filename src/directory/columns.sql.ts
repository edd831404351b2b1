/** The columns of a resource as its definition names them: what a statement answers. */
import type { Columns } from '../store/columns.ts'
import { isComplex, type Properties, type Resource, type Row } from '../wire/graph/definition.ts'

const named = (alias: string, properties: Properties, before = ''): [string, string][] =>
  Object.entries(properties).flatMap(([name, property]): [string, string][] => {
    if (isComplex(property)) return named(alias, property.properties, `${before}${name}/`)
    return property.column === undefined ? [] : [[before + name, `${alias}.${property.column}`]]
  })

/** All properties with a column, of a row `alias`. */
export const columnsOf = <R extends Resource>(alias: string, { properties }: R): Columns<Row<R>> =>
  Object.fromEntries(named(alias, properties)) as Columns<Row<R>>

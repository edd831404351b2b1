/** The columns of a resource as its definition names them: what a statement answers. */
import type { Columns } from '../store/columns.ts'
import type { Resource } from '../wire/graph/definition/definition.ts'
import { type Row, storedIn } from '../wire/graph/definition/row.ts'

/** All properties with a column, of a row `alias`. */
export const columnsOf = <R extends Resource>(alias: string, { properties }: R): Columns<Row<R>> =>
  Object.fromEntries(
    storedIn(properties).map(([name, { column }]) => [name, `${alias}.${column}`]),
  ) as Columns<Row<R>>

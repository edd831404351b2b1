/** What is kept of an application as it was sent: a change of an object changes what it names. */
import { isDeepStrictEqual } from 'node:util'
import type { RawBuilder } from '../../../store/database.ts'
import { sql } from '../../../store/database.ts'
import type { Field, Fields } from '../../../store/condition.sql.ts'
import type { Kept } from '../../../wire/graph/applications/application-kept.ts'
import type { Properties } from '../../../wire/graph/definition/definition.ts'
import { foldedField } from '../../fields.sql.ts'

const isObject = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is kept after a change, and the names of what differs. */
export const keptAfter = (
  before: Kept,
  changes: Kept,
): { readonly names: readonly string[]; readonly after: Kept } => {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined)
  const merged = given.map(([name, value]) => {
    const old = before[name]
    return [name, isObject(old) && isObject(value) ? { ...old, ...value } : value] as const
  })
  const differing = merged.filter(([name, value]) => !isDeepStrictEqual(value, before[name]))
  return {
    names: differing.map(([name]) => name),
    after: { ...before, ...Object.fromEntries(differing) },
  }
}

const fieldOf = (column: RawBuilder<unknown>, name: string, isMany: boolean): Field => {
  const at = sql`${column}->${sql.lit(name)}`
  return isMany
    ? {
        kind: 'elements',
        from: sql`(select jsonb_array_elements_text(${at}) as value) o`,
        fields: { '': foldedField(sql`o.value`) },
      }
    : foldedField(sql`(${column}->>${sql.lit(name)})`)
}

/** How those of the kept properties that take a filter are compared, in a document of the store. */
export const keptFields = (column: RawBuilder<unknown>, properties: Properties): Fields =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, { filter, many }]) =>
      filter === undefined ? [] : [[name, fieldOf(column, name, many === true)]],
    ),
  )

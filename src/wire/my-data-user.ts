/**
 * My user in one organization, as the copy of my data tells it: every property of the definition
 * that has a column, and what is kept beside it. Each is named as its column is.
 */
import { z } from 'zod'
import type { Kind, Properties, Simple } from './graph/definition/definition.ts'
import { storedIn } from './graph/definition/row.ts'
import { user, type UserLabel } from './graph/users/user.ts'
import { moment } from './my-data-moment.ts'

const when = moment.nullable()
const yesOrNo = z.boolean().nullable()

/** Columns of a user that the directory API does not tell, or tells otherwise. */
const kept = {
  tenantId: z.uuid(),
  personId: z.uuid().nullable(),
  originalUserPrincipalName: z.string().nullable(),
  disabledAt: when,
  everAccepted: yesOrNo,
  accessEndedAt: when,
  withoutHomeUntil: when,
  attestedAt: when,
  lifecycleFrom: when,
  disabledByPolicy: yesOrNo,
  endNoticeFor: when,
  endNotices: z.int().nullable(),
  deletedByKind: z.string().nullable(),
  deletionEventId: z.string().nullable(),
  restorableUntil: when,
  heldAt: when,
}
/** Of these, what only programs make use of: the readable page leaves it out. */
const forPrograms = ['endNotices'] as const
type Kept = Exclude<keyof typeof kept, (typeof forPrograms)[number]>
/** Whether a property stands in the JSON alone. */
export const isForPrograms = (name: string): boolean =>
  (forPrograms as readonly string[]).includes(name)
/** Those that no definition names and people read. */
export const keptOfUser = Object.keys(kept).filter(
  (name) => !isForPrograms(name),
) as readonly Kept[]

const kinds: { readonly [K in Kind]?: z.ZodType } = {
  boolean: z.boolean(),
  integer: z.int(),
  instant: moment,
  id: z.uuid(),
}

const shapeOf = ({ is, words, many, nullable }: Simple): z.ZodType => {
  const one = words === undefined ? (kinds[is] ?? z.string()) : z.enum(words)
  const whole = many === true ? z.array(one) : one
  return nullable === true ? whole.nullable() : whole
}

type Camel<S extends string> = S extends `${infer First}_${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : S
type ColumnsIn<P extends Properties> = {
  [N in keyof P]: P[N] extends { readonly column: infer C extends string }
    ? Camel<C>
    : P[N] extends { readonly properties: infer Q extends Properties }
      ? ColumnsIn<Q>
      : never
}[keyof P]

const camel = (column: string): string =>
  column.replaceAll(/_[a-z]/g, (letter) => letter.slice(1).toUpperCase())

const stored = storedIn(user.properties)

/** The properties of a user, by the names that the copy has for them. */
export const copiedProperties: ReadonlyMap<string, UserLabel> = new Map(
  stored.map(([name, { column }]) => [camel(column), name as UserLabel]),
)

const told = Object.fromEntries(
  stored.map(([, property]) => [camel(property.column), shapeOf(property)]),
) as Readonly<Record<ColumnsIn<(typeof user)['properties']>, z.ZodType>>

export const myUser = z
  .object({ ...told, ...kept })
  .meta({ id: 'MyUser', description: 'The user itself' })

/** Users, groups and service principals in one list, each with the properties of its own type. */
import { listApplications, type ApplicationRow } from '../../directory/applications/list.sql.ts'
import {
  listRegistrations,
  type RegistrationRow,
} from '../../directory/applications/registrations.sql.ts'
import { listGroups, type GroupRow } from '../../directory/groups/list.sql.ts'
import type { MemberKind } from '../../directory/links/closure.sql.ts'
import type { MemberRef } from '../../directory/links/members.sql.ts'
import type { UserRow } from '../../directory/users/columns.sql.ts'
import { listUsers } from '../../directory/users/list.sql.ts'
import { cutPage } from '../../edge/cursor.ts'
import type { Condition } from '../../kernel/condition.ts'
import { applicationShape } from '../applications/application-shape.ts'
import { graphPrincipal, graphPrincipalId } from '../applications/graph-principal.ts'
import { principalShape } from '../applications/principal-shape.ts'
import { withSignIn, type SignIn } from '../applications/sign-in.ts'
import type { Exchange } from '../exchange.ts'
import { groupShape } from '../groups/shape.ts'
import { collection, type Shape } from '../query/answers.ts'
import { amongOthers } from '../shape.ts'
import { userObjectShape } from '../users/shape.ts'

/** What can be read by its id. */
export type AnyKind = MemberKind | 'registration'

type AnyRef = Omit<MemberRef, 'kind'> & { readonly kind: AnyKind }

type Whole =
  | { readonly kind: 'user'; readonly row: UserRow }
  | { readonly kind: 'group'; readonly row: GroupRow }
  | { readonly kind: 'application'; readonly row: ApplicationRow & SignIn }
  | { readonly kind: 'registration'; readonly row: RegistrationRow & SignIn }
export type AnyObject = Whole & { readonly id: string; readonly sortValue: string }

const [groupObject, principalObject, applicationObject] = [
  amongOthers(groupShape),
  amongOthers(principalShape),
  amongOthers(applicationShape),
]

const written = (object: AnyObject, x: Exchange): Record<string, unknown> => {
  if (object.kind === 'user') return userObjectShape.of(object.row, x)
  if (object.kind === 'registration') return applicationObject.of(object.row, x)
  return object.kind === 'group' ? groupObject.of(object.row, x) : principalObject.of(object.row, x)
}

/** What an object does not have is left out, whatever was chosen. */
export const anyShape: Shape<AnyObject> = {
  ...userObjectShape,
  names: [
    ...new Set(
      [userObjectShape, groupObject, principalObject, applicationObject].flatMap(
        ({ names }) => names,
      ),
    ),
  ],
  of: written,
}

const readers: Readonly<
  Record<AnyKind, (x: Exchange, filter: Condition, limit: number) => Promise<Whole[]>>
> = {
  user: async ({ db, tenantId }, filter, limit) => {
    const list = { order: 'name', search: undefined, filter } as const
    const page = { ...list, descending: false, after: undefined, limit }
    return (await listUsers(db, tenantId, page)).map((row) => ({ kind: 'user', row }))
  },
  group: async ({ db, tenantId }, filter, limit) => {
    const page = { descending: false, after: undefined, limit, search: undefined, filter }
    return (await listGroups(db, tenantId, page)).map((row) => ({ kind: 'group', row }))
  },
  application: async (x, filter, limit) => {
    const page = { descending: false, after: undefined, limit, search: undefined, filter }
    const found = await listApplications(x.db, x.tenantId, page)
    return (await withSignIn(x, found)).map((row) => ({ kind: 'application', row }))
  },
  registration: async (x, filter, limit) => {
    const page = { descending: false, after: undefined, limit, search: undefined, filter }
    const found = await listRegistrations(x.db, x.tenantId, page)
    return (await withSignIn(x, found)).map((row) => ({ kind: 'registration', row }))
  },
}

// It is stored nowhere, and nothing that is secret is known of it.
const graphOf = ({ tenantId, services }: Exchange): Whole => ({
  kind: 'application',
  row: {
    ...graphPrincipal(tenantId, services.publicUrl),
    settings: undefined,
    secrets: [],
    keys: [],
  },
})

/**
 * The live objects of a kind with these ids, the directory API among the applications. One
 * statement, and two more for applications.
 */
export const readObjects = async (
  x: Exchange,
  kind: AnyKind,
  ids: readonly string[],
): Promise<Whole[]> => {
  if (ids.length === 0) return []
  const found = await readers[kind](x, { kind: 'in', property: 'id', values: ids }, ids.length)
  const isGraph = kind === 'application' && ids.includes(graphPrincipalId(x.tenantId))
  return isGraph ? [...found, graphOf(x)] : found
}

/** The objects of a page, in its order. What has gone since is left out. */
export const wholeOf = async (x: Exchange, refs: readonly AnyRef[]): Promise<AnyObject[]> => {
  const kinds = [...new Set(refs.map(({ kind }) => kind))]
  const found = await Promise.all(
    kinds.map((kind) =>
      readObjects(
        x,
        kind,
        refs.filter((ref) => ref.kind === kind).map(({ id }) => id),
      ),
    ),
  )
  const byId = new Map(found.flat().map((one) => [one.row.id as string, one]))
  return refs.flatMap(({ id, sortValue }) => {
    const whole = byId.get(id)
    return whole === undefined ? [] : [{ ...whole, id, sortValue }]
  })
}

/**
 * The answer for references that were asked for with `pageOf`. The page is cut before its objects
 * are read: what goes between the two is missing in it, and does not end the list.
 */
export const answerObjects = async (
  x: Exchange,
  refs: readonly AnyRef[],
  count?: number,
): Promise<Response> => {
  const { rows, end } = cutPage(refs, x.query.top)
  return collection(x, 'directoryObjects', await wholeOf(x, rows), anyShape, { count, next: end })
}

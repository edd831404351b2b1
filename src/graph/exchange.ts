/**
 * What a handler of the graph edge is given. How its permission is judged before it runs stands in
 * admission.ts.
 */
import { lackOf } from '../access/lack.ts'
import { mayTouch, type Target } from '../access/may.rule.ts'
import { need, type Permission } from '../access/permission.ts'
import type { Authority } from '../directory/authority.ts'
import type { List } from '../edge/cursor.ts'
import type { EdgeContext, Route, Services } from '../edge/routes.ts'
import type { Context } from '../events/event.ts'
import { idIn } from '../edge/path-id.ts'
import type { TenantId } from '../kernel/ids.ts'
import type { Operation } from '../wire/graph/definition/operation.ts'
import type { Database } from '../store/database.ts'
import type { Tail } from './address/address.ts'
import type { Caller, PersonCaller } from './bearer-caller.ts'
import type { Query } from './query/options.ts'
import type { Takes } from './query/taken.ts'
import { needsPerson, unknownId } from './refusals.ts'

export type Exchange = {
  readonly c: EdgeContext
  readonly db: Database
  readonly now: Date
  readonly tenantId: TenantId
  readonly caller: Caller
  /** To be handed to use cases: when, by whom, for which request. */
  readonly context: Context
  /** What the address names at a place of the row's path; an alternate key is an id already. */
  readonly param: (name: string) => string
  /** `{scheme}://{host}/v1.0`, in the version that the caller used, for links. */
  readonly root: string
  readonly services: Services
  readonly permission: Permission
  /** Of which kind the object is that the address names, where the row asks for it. */
  readonly kind: string | undefined
  /** The query options that the row takes, and those that were sent. */
  readonly takes: Takes
  readonly query: Query
  /** What is asked of the list behind its address. */
  readonly tail: Tail
  /** The list that was asked for, which its cursors are for. */
  readonly list: List
  /**
   * The body of the request as it was judged, read once; `{}` for an absent one where that is
   * allowed.
   */
  readonly body: (options?: { mayBeEmpty?: boolean }) => Promise<unknown>
}

/** Who looks at an object, and what of it they chose: wherever it is told. */
export type Looking = Pick<Exchange, 'caller'> & {
  readonly query: Pick<Query, 'select' | 'expand'>
}

export type Handler = (x: Exchange) => Promise<Response>
/** A row may take query options; it takes no others. */
export type GraphRoute = Route<Permission, Handler> & {
  readonly takes?: Takes
  /** What is sent and answered, where it is no object of a collection. */
  readonly operation?: Operation
}

// A handler that asks what its row does not say is a bug.
const holds = (
  { permission, caller }: Exchange,
  by: 'shows' | 'depending',
  name: string,
): boolean => {
  const wanted = permission[by][name]
  if (wanted === undefined) throw new Error(`The row does not say what is asked for ${name}.`)
  return lackOf(caller, wanted) === undefined
}

/** Whether the caller is shown the part of the answer that the row names so. */
export const shows = (x: Exchange, part: string): boolean => holds(x, 'shows', part)

/** Whether the caller may change an object of the kind that the row names so. */
export const mayChange = (x: Exchange, kind: string): boolean => holds(x, 'depending', kind)

/** What giving directory roles needs, and so whatever is as good as that. */
export const givingRoles = need('roles.write', 'POST /roleManagement/directory/roleAssignments')

/** Whether the caller gives directory roles, and takes them away. */
export const givesRoles = ({ caller }: Pick<Exchange, 'caller'>): boolean =>
  lackOf(caller, givingRoles) === undefined

/**
 * The authority of a caller of this edge: the roles of somebody, or of an application, whose app
 * roles reach those alone who hold no role themselves. A person's token gives no roles that is not
 * meant for it.
 */
export const authorityOf = ({ caller }: Exchange): Authority => ({
  kind: 'roles',
  roles: caller.roles,
  id: caller.kind === 'person' ? caller.userId : caller.applicationId,
  givesRoles: givesRoles({ caller }),
})

/**
 * The person who calls. Their rows take no application (`peopleOnly`); were one to come this way,
 * it is refused.
 */
export const personOf = ({ caller }: Exchange): PersonCaller => {
  if (caller.kind === 'application') throw needsPerson()
  return caller
}

/** Whether the user of this id is who asks. */
export const isCaller = ({ caller }: Looking, userId: string): boolean =>
  caller.kind === 'person' && caller.userId === userId

/** The id in the path parameter `name`; anything that is no id is not found. */
export const idParam = <T extends string>(x: Exchange, name: string): T => {
  const id = idIn<T>(x.param(name))
  if (id === undefined) throw unknownId(x.param(name))
  return id
}

/** Whether the roles of the caller stand high enough for what is sensitive of this user (R49). */
export const reaches = ({ caller }: Looking, target: Target): boolean =>
  mayTouch(caller.roles, target)

/** What a handler of the graph edge is given, and how its permission is judged before it runs. */
import { scopeCovers, unroled, type Unroled } from '../access/graph-scopes.ts'
import type { Action } from '../access/may.rule.ts'
import { may, rolesThatMay } from '../access/may.rule.ts'
import { roles } from '../access/roles.ts'
import type { EdgeContext, Route, Services } from '../edge/app.ts'
import { Refusal } from '../edge/refusal.ts'
import type { Context } from '../events/event.ts'
import { isUuid, type TenantId } from '../kernel/ids.ts'
import { bearerJudge } from '../oidc/bearer.ts'
import type { Database } from '../store/database.ts'
import { bearerCaller, type Caller } from './bearer-caller.ts'

/** An action that roles allow, or what every user of the organization may ask for. */
export type Permission = Action | Unroled

const needsRole = (permission: Permission): permission is Action => !unroled.some((one) => one === permission)

export type Exchange = {
  readonly c: EdgeContext
  readonly db: Database
  readonly now: Date
  readonly tenantId: TenantId
  readonly caller: Caller
  /** To be handed to use cases: when, by whom, for which request. */
  readonly context: Context
  /** `{scheme}://{host}/v1.0`, in the version that the caller used, for links. */
  readonly root: string
  readonly services: Services
}

export type Handler = (x: Exchange) => Promise<Response>
export type GraphRoute = Route<Permission, Handler>

/** Judges a route's permission and runs its handler. Refuses with 401 or 403 in Graph's words. */
export const admitTo = (services: Services) => {
  const judge = bearerJudge(services)
  return async (c: EdgeContext, route: GraphRoute): Promise<Response> => {
    const caller = await bearerCaller(services, judge, c)
    c.set('userId', caller.userId)
    c.set('tenantId', caller.tenantId)
    requireScope(caller, route.permission)
    if (needsRole(route.permission) && !may(caller.roles, route.permission)) throw notAllowed(route.permission)
    const context: Context = { now: c.get('now'), actor: { kind: 'user', id: caller.userId }, correlationId: c.get('requestId') }
    const root = `${services.publicUrl}/${c.req.path.startsWith('/beta') ? 'beta' : 'v1.0'}`
    return route.handler({ c, db: services.db, now: context.now, tenantId: caller.tenantId, caller, context, root, services })
  }
}

// A token is never good for more than the application was given, whatever the person may do.
const requireScope = ({ scopes }: Caller, permission: Permission): void => {
  if (scopeCovers(scopes, permission)) return
  throw new Refusal(
    403,
    'Authorization_RequestDenied',
    `Insufficient privileges to complete the operation. The access token has the scopes '${scopes.join(' ')}', which do not cover this. An administrator who gives roles can give the application more, and it then asks for them.`,
  )
}

/** The refusal for somebody whose roles do not allow `action`; says which roles do. */
export const notAllowed = (action: Action): Refusal => {
  const names = rolesThatMay(action).map((name) => roles[name].displayName)
  return new Refusal(
    403,
    'Authorization_RequestDenied',
    `Insufficient privileges to complete the operation. One of these roles is needed: ${names.join(', ')}.`,
  )
}

/** The refusal of a sensitive action on somebody whose own roles stand above the caller's (R49). */
export const notAllowedOnTarget = (): Refusal =>
  new Refusal(
    403,
    'Authorization_RequestDenied',
    'Insufficient privileges to complete the operation. This user holds a role that needs a higher administrator: ask a Global Administrator.',
  )

/** The 404 of Graph. */
export const notFound = (id: string): Refusal =>
  new Refusal(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  )

/** The id in the path parameter `name`; anything that is no id is not found. */
export const idParam = <T extends string>(x: Exchange, name: string): T => {
  const value = x.c.req.param(name) ?? ''
  if (!isUuid(value)) throw notFound(value)
  return value.toLowerCase() as T
}

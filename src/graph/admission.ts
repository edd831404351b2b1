/**
 * How a row's permission is judged, before its handler runs: who calls, with which scopes, by which
 * roles, and for what the body asks.
 */
import { graphPath, graphPaths } from '../kernel/page-address.ts'
import { dependsOnBody, dependsOnOwn, lackAtDoor, lackForBody, lackOf } from '../access/lack.ts'
import type { Need, Permission } from '../access/permission.ts'
import type { EdgeContext, Services } from '../edge/routes.ts'
import { readUnshaped } from '../edge/body.ts'
import type { List } from '../edge/cursor.ts'
import { aroundOf } from '../edge/request.ts'
import { kindOfDeleted } from '../directory/deleted/objects/kind-of-deleted.sql.ts'
import { byApplication, byUser } from '../events/context.ts'
import type { Context } from '../events/event.ts'
import { isUuid } from '../kernel/ids.ts'
import type { BearerJudge } from '../tokens/bearer.ts'
import { callersKey, withoutVersion, type AddressReader, type Tail } from './address/address.ts'
import { resolveKey } from './address/keys.ts'
import { emptyOfGraph, kindOfObject } from './applications/graph-principal.ts'
import { emptyList, plainCount } from './query/answers.ts'
import { refuseTail, tailHere } from './address/tail.ts'
import { withoutAnnotations } from './query/annotations.ts'
import { bearerCaller, withoutPerson, type Caller } from './bearer-caller.ts'
import type { Exchange, GraphRoute } from './exchange.ts'
import { decidingOptions, readQuery, type Query } from './query/options.ts'
import { refuse } from './lacking.ts'
import { needsOfLinks } from './needs-of-links.ts'
import { namesOwn } from './own.ts'
import type { Takes } from './query/taken.ts'
import { hiddenIn, notShown } from './visible.ts'

/** `{scheme}://{host}/v1.0`, in the version that the caller used, for links. */
export const rootOf = ({ publicUrl }: Services, c: EdgeContext): string =>
  publicUrl + (graphPaths.find((path) => c.req.path.startsWith(path)) ?? graphPath)

/** Judges a row's permission and runs its handler. Refuses with 401 or 403 in Graph's words. */
export const admitTo =
  (
    services: Services,
    judge: BearerJudge,
    address: AddressReader,
    rowNeeds: ReadonlyMap<string, Need>,
  ) =>
  async (c: EdgeContext, route: GraphRoute): Promise<Response> => {
    const { takes = {} } = route
    const caller = await bearerCaller(services, judge, c, route.permission)
    const tail = await tailHere(services, caller, c, address)
    refuseTail(tail, takes, c.req.method)
    const id = await keyOf(services, c, caller)
    const param = (name: string) => (name === 'id' ? id : (c.req.param(name) ?? ''))
    const { permission, kind } = await permissionFor(services, id, caller, route)
    const isOwn = async () => namesOwn(services, id, caller, permission)
    const isOwned = dependsOnOwn(caller, permission) && (await isOwn())
    const lack = lackAtDoor(caller, permission, isOwned)
    // Who may do it with no kind of object is not told by the words which kind this one is.
    refuse(caller, lack === undefined ? undefined : (lackAtDoor(caller, route.permission) ?? lack))
    const body = bodyOf(c)
    if (dependsOnBody(permission))
      refuse(caller, lackForBody(caller, permission, await body(), isOwned))
    const decides = [caller.tenantId, listPath(c), tail.cast ?? null, ...askedOf(c, takes)]
    const list = { key: services.sealKey, decides }
    const query = queryOf(c, takes, list, tail)
    const hidden = hiddenIn(caller, takes, query)
    if (hidden !== undefined && !(isOfEntry(permission) && (await isOwn()))) throw notShown(hidden)
    await judgeLinks(caller, needsOfLinks(rowNeeds, takes, query), isOwn)
    const context = contextOf(c, caller)
    const root = rootOf(services, c)
    const { tenantId } = caller
    return answerTo(route, {
      c,
      db: services.db,
      now: context.now,
      tenantId,
      caller,
      context,
      param,
      root,
      services,
      permission,
      kind,
      takes,
      query,
      tail,
      list,
      body,
    })
  }

// The directory API is stored nowhere, and has no links but those to who was assigned to it.
const answerTo = (route: GraphRoute, x: Exchange): Response | Promise<Response> => {
  const none = emptyOfGraph(route, x.tenantId, x.param('id'))
  if (none === undefined) return route.handler(x)
  return x.tail.isCounted ? plainCount(x, 0) : emptyList(x.c, `${x.root}/$metadata#${none}`)
}

const judgeLinks = async (
  caller: Caller,
  needs: readonly Need[],
  isOwn: () => Promise<boolean>,
): Promise<void> => {
  for (const need of needs) refuse(caller, lackOf(caller, need, await isOwn()))
}

/** The id of the user or of the service principal that calls. */
const idOf = (caller: Caller): string =>
  caller.kind === 'person' ? caller.userId : caller.applicationId

const contextOf = (c: EdgeContext, caller: Caller): Context =>
  (caller.kind === 'person' ? byUser : byApplication)(aroundOf(c), idOf(caller))

// What a row asks about the object that its address names, where objects of several kinds stand.
const permissionFor = async (
  { db }: Services,
  id: string,
  { tenantId }: Caller,
  { path, permission }: GraphRoute,
): Promise<{ readonly permission: Permission; readonly kind?: string | undefined }> => {
  if (Object.keys(permission.ofKind).length === 0 || !isUuid(id)) return { permission }
  const kindOf = path.startsWith('/directoryObjects/') ? kindOfObject : kindOfDeleted
  const kind = await kindOf(db, { tenantId, id })
  const need = permission.ofKind[kind ?? '']
  return { permission: need === undefined ? permission : { ...permission, need }, kind }
}

// One's own entry is shown whole; a list has others in it.
const isOfEntry = ({ need: { action, sight } }: Permission): boolean =>
  action === 'self.read' || sight === 'user'

// What a round is about stands in its links, and need not be said again.
const askedOf = (c: EdgeContext, { rounds }: Takes): readonly (string | null)[] =>
  rounds === undefined ? decidingOptions(c) : []

// The same list in whatever version.
const listPath = (c: EdgeContext): string => withoutVersion(c.req.path).toLowerCase()

const keyOf = async ({ db }: Services, c: EdgeContext, caller: Caller): Promise<string> => {
  const key = await resolveKey(db, caller.tenantId, c)
  if (key !== callersKey) return key
  if (caller.kind === 'application') throw withoutPerson()
  return caller.userId
}

// A property that is asked for at an address of its own is the one that is chosen.
const queryOf = (c: EdgeContext, takes: Takes, list: List, { isCounted, property }: Tail): Query =>
  property === undefined
    ? readQuery(c, takes, list, isCounted)
    : { ...readQuery(c, {}, list), select: [property] }

// Read once: what was judged is what the handler gets.
const bodyOf = (c: EdgeContext): Exchange['body'] => {
  let read: Promise<unknown> | undefined
  return (options) => (read ??= readUnshaped(c, options).then((body) => withoutAnnotations(body)))
}

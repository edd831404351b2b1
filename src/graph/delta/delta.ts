/** …/delta: what has changed since a client asked last. */
import { needToSee, sees } from '../../access/permission.ts'
import { openFeed, type Feed } from '../../directory/changes/changes.sql.ts'
import type { LinkName } from '../../directory/changes/change.ts'
import { keptMs } from '../../directory/changes/forget.ts'
import { sequenceChanges } from '../../directory/changes/sequence.ts'
import { Refusal } from '../../edge/refusal.ts'
import { application } from '../../wire/graph/applications/application.ts'
import { permissionGrant } from '../../wire/graph/applications/permission-grant.ts'
import { servicePrincipal } from '../../wire/graph/applications/service-principal.ts'
import { group } from '../../wire/graph/group.ts'
import { directoryObject } from '../../wire/graph/named.ts'
import { directoryRole } from '../../wire/graph/roles.ts'
import { user } from '../../wire/graph/users/user.ts'
import type { Went } from '../../edge/round-token.ts'
import type { Exchange, GraphRoute, Handler } from '../exchange.ts'
import { applicationShape } from '../applications/application-shape.ts'
import { grantShape } from '../applications/permission-grants.ts'
import { principalShape } from '../applications/principal-shape.ts'
import { groupShape } from '../groups/shape.ts'
import { anyShape } from '../objects/any-object.ts'
import { roundAddress, roundPage } from '../query/answers.ts'
import { byIdsOf, type Round } from '../query/round.ts'
import { unsupported } from '../refusals.ts'
import { directoryRoleShape } from '../roles/directory-role-shape.ts'
import { userShape } from '../users/shape.ts'
import { firstRound } from './first-round.ts'
import { laterRound } from './later-round.ts'
import { allRoles, applications, grants, groups, objects, principals, users } from './kinds.ts'
import { partsFor, type Part } from './part.ts'
import { tokenOf } from './token.ts'

// Where to begin anew, with what was chosen.
const resync = (x: Exchange, { select, links }: Round): Refusal => {
  const url = new URL(roundAddress(x, { is: 'delta', token: '' }))
  const chosen = select === 'all' ? ['*'] : [...(select ?? []), ...links]
  if (chosen.length > 0) url.searchParams.set('$select', chosen.join(','))
  return new Refusal('resyncRequired', undefined, { headers: { location: url.href } })
}

/** Refuses to go on where what has changed since is not known any more. */
const refuseLost = (x: Exchange, round: Round, went: Went, feed: Feed): void => {
  if (went.epoch !== feed.epoch || went.sequence > feed.last) throw resync(x, round)
  if (x.now.getTime() - went.since > keptMs || went.sequence < feed.forgottenTo)
    throw unsupported('DeltaLink older than 30 days is not supported.')
}

const roundOf = (x: Exchange): Round => {
  const { round } = x.query
  if (round === undefined) throw new Error('The row does not say that it tells rounds.')
  return round
}

const rounds =
  (name: string, all: readonly Part[]): Handler =>
  async (x) => {
    const round = roundOf(x)
    const parts = partsFor(x, all)
    await sequenceChanges(x.db, x.tenantId, x.now)
    const feed = await openFeed(x.db, x.tenantId)
    const here = { epoch: feed.epoch, sequence: feed.last, since: x.now.getTime() }
    const { from } = round
    if (from === 'unknown') throw resync(x, round)
    if (from === 'now')
      return roundPage(x, name, [], { is: 'delta', token: tokenOf(x, round, here) })
    if (from === 'beginning') return firstRound(x, name, parts, round, here)
    refuseLost(x, round, from, feed)
    return from.first === undefined
      ? laterRound(x, name, parts, round, { went: from, feed })
      : firstRound(x, name, parts, round, from)
  }

/** Links that can be chosen, each asked for as at its own address. */
const linksOf = (set: string, ...names: readonly LinkName[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, `/${set}/:id/${name}`]))

export const deltaRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/users/delta',
    permission: sees('users', 'GET /users/delta'),
    takes: {
      list: true,
      filter: byIdsOf(user),
      select: userShape,
      rounds: { links: linksOf('users', 'manager') },
    },
    handler: rounds('users', [users]),
  },
  {
    method: 'GET',
    path: '/groups/delta',
    permission: sees('groups', 'GET /groups/delta'),
    takes: {
      list: true,
      filter: byIdsOf(group),
      select: groupShape,
      rounds: { links: linksOf('groups', 'members', 'owners') },
    },
    handler: rounds('groups', [groups]),
  },
  {
    method: 'GET',
    path: '/applications/delta',
    permission: sees('applications', 'GET /applications/delta'),
    takes: {
      list: true,
      filter: byIdsOf(application),
      select: applicationShape,
      rounds: { links: {} },
    },
    handler: rounds('applications', [applications]),
  },
  {
    method: 'GET',
    path: '/servicePrincipals/delta',
    permission: sees('applications', 'GET /servicePrincipals/delta'),
    takes: {
      list: true,
      filter: byIdsOf(servicePrincipal),
      select: principalShape,
      rounds: { links: {} },
    },
    handler: rounds('servicePrincipals', [principals]),
  },
  {
    method: 'GET',
    path: '/directoryObjects/delta',
    permission: sees('users', 'POST /directoryObjects/getByIds', {
      shows: {
        groups: needToSee('groups', 'POST /directoryObjects/getByIds'),
        applications: needToSee('applications', 'POST /directoryObjects/getByIds'),
      },
    }),
    takes: {
      list: true,
      filter: byIdsOf(directoryObject),
      select: anyShape,
      rounds: { links: {} },
    },
    handler: rounds('directoryObjects', objects),
  },
  {
    method: 'GET',
    path: '/directoryRoles/delta',
    permission: sees('roles', 'GET /directoryRoles/delta'),
    takes: {
      list: true,
      filter: byIdsOf(directoryRole),
      select: directoryRoleShape,
      rounds: { links: linksOf('directoryRoles', 'members') },
    },
    handler: rounds('directoryRoles', [allRoles]),
  },
  {
    method: 'GET',
    path: '/oauth2PermissionGrants/delta',
    permission: sees('applicationUsers', 'GET /oauth2PermissionGrants'),
    takes: {
      list: true,
      filter: byIdsOf(permissionGrant),
      select: grantShape,
      rounds: { links: {} },
    },
    handler: rounds('oauth2PermissionGrants', [grants]),
  },
]

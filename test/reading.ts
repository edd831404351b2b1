/** Every row that reads, asked by somebody without a role, and what they are answered. */
import { guestLevels, type GuestLevel } from '../src/access/guest-levels.ts'
import { graphRoutes } from '../src/graph/app.ts'
import type { Takes } from '../src/graph/query/taken.ts'
import { addressOf, scenesOf, type Ids } from './doors/graph-scenes.ts'
import type { Stage } from './doors/graph-stage.ts'
import { json } from './json.ts'
import type { world } from './world.ts'

/**
 * Who reads what: every row that needs no role, for members, guests who are limited, guests who are
 * restricted, and people of an organization in which nobody without a role reads others. `own` is
 * what is theirs: themselves, and groups that they are in. A row that is not here needs a role.
 */
const seen = `
  /me                                        all  all  all  all
  /me/guesthouse.capabilities                all  all  all  all
  /me/guesthouse.organizations               all  all  all  all
  /me/authentication/methods                 all  all  all  all
  /me/authentication/passwordMethods         all  all  all  all
  /me/authentication/fido2Methods            all  all  all  all
  /me/authentication/softwareOathMethods     all  all  all  all
  /me/memberOf                               all  all  all  all
  /users                                     all  -    -    -
  /users/$count                              all  -    -    -
  /users/delta                               all  -    -    -
  /users/:id                                 all  all  own  own
  /users/:id/memberOf                        all  own  -    -
  /users/:id/transitiveMemberOf              all  own  -    -
  /users/:id/ownedObjects                    all  own  -    -
  /users/:id/directReports                   all  own  -    -
  /users/:id/manager                         all  own  -    -
  /users/:id/manager/$ref                    all  own  -    -
  /users/:id/guesthouse.roles                all  own  -    -
  /users/:id/appRoleAssignments              all  own  -    -
  /users/:id/oauth2PermissionGrants          all  own  -    -
  /groups                                    all  -    -    all
  /groups/$count                             all  -    -    all
  /groups/delta                              all  -    -    all
  /groups/:id                                all  own  -    all
  /groups/:id/appRoleAssignments             all  own  -    all
  /groups/:id/members                        all  own  -    -
  /groups/:id/members/$ref                   all  own  -    -
  /groups/:id/members/:userId                all  own  -    -
  /groups/:id/transitiveMembers              all  -    -    -
  /groups/:id/memberOf                       all  -    -    all
  /groups/:id/transitiveMemberOf             all  -    -    all
  /groups/:id/owners                         all  -    -    -
  /applications                              all  -    -    all
  /applications/$count                       all  -    -    all
  /applications/delta                        all  -    -    all
  /applications/:id                          all  -    -    all
  /applications/:id/owners                   all  -    -    -
  /servicePrincipals                         all  -    -    all
  /servicePrincipals/$count                  all  -    -    all
  /servicePrincipals/delta                   all  -    -    all
  /servicePrincipals/:id                     all  -    -    all
  /servicePrincipals/:id/owners              all  -    -    -
  /servicePrincipals/:id/ownedObjects        all  -    -    -
  /servicePrincipals/:id/memberOf            all  -    -    -
  /servicePrincipals/:id/transitiveMemberOf  all  -    -    -
  /servicePrincipals/:id/appRoleAssignedTo   all  -    -    -
  /servicePrincipals/:id/appRoleAssignments  all  -    -    -
  /servicePrincipals/:id/oauth2PermissionGrants  all  -    -    -
  /oauth2PermissionGrants                    all  -    -    -
  /oauth2PermissionGrants/delta              all  -    -    -
  /oauth2PermissionGrants/:id                all  -    -    -
  /directoryRoles                            all  -    -    -
  /directoryRoles/delta                      all  -    -    -
  /directoryRoles/:id                        all  -    -    -
  /directoryRoles/:id/members                all  -    -    -
  /directoryRoleTemplates                    all  -    -    -
  /directoryRoleTemplates/:id                all  -    -    -
  /roleManagement/directory/roleDefinitions  all  -    -    -
  /roleManagement/directory/roleDefinitions/:id  all  -    -    -
  /roleManagement/directory/roleAssignments  all  -    -    -
  /roleManagement/directory/roleAssignments/:id  all  -    -    -
  /directoryObjects/delta                    all  -    -    -
  /directoryObjects/:id                      all  all  own  own
  /organization                              all  -    -    all
  /organization/:id                          all  -    -    all
  /domains                                   all  -    -    all
  /domains/:id                               all  -    -    all
`
const columns = ['member', 'limited', 'restricted', 'apart'] as const
/** Who somebody is, as a column of the table. */
export type Column = (typeof columns)[number]
/** The table, by path. */
export const table = new Map(
  seen
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .map(([path = '', ...cells]) => [path, cells] as const),
)
/** How far the column reaches at a path. */
export const reachIn = (path: string, column: Column): string =>
  table.get(path)?.[columns.indexOf(column)] ?? '-'

type World = Awaited<ReturnType<typeof world>>
/** Where the settings are. */
export const policy = '/v1.0/policies/authorizationPolicy'
/** The rows that read, but those of what each caller has made: there are no others to read. */
export const reading = graphRoutes.filter(
  ({ method, permission }) => method === 'GET' && permission.need.action !== 'subscribe',
)

/** Sets what Fabrikam lets guests see, and whether people without a role read others there. */
export const setTo = async (w: World, level: GuestLevel, readsOthers = true): Promise<void> => {
  const body = {
    guestUserRoleId: guestLevels[level],
    defaultUserRolePermissions: { allowedToReadOtherUsers: readsOthers },
  }
  await json(await w.as(w.frank, w.fabrikam).patch(policy, body), 204)
}

/** A group that they are in, and somebody whom they report to. */
export const settle = async (stage: Stage, userId: string): Promise<string> => {
  const group = await stage.group()
  await stage.link(`/groups/${group}/members`, userId)
  await stage.link(`/users/${userId}/manager`, await stage.user())
  return group
}

const ownIds = (path: string, userId: string, group: string): Ids | undefined => {
  if (/^\/(?:users|directoryObjects)\/:id/.test(path)) return { id: userId }
  // They are in the group themselves.
  return path.startsWith('/groups/:id') ? { id: group, userId } : undefined
}

// A row as it is, and with each of its links, which asks what its own row asks.
const askingsOf = (path: string, { expand = {} }: Takes): [string, string[]][] => [
  ['', [path]],
  ...Object.entries(expand).map(([name, { at }]): [string, string[]] => [
    `?$expand=${name}`,
    at === undefined ? [path] : [path, at],
  ]),
]

const isReached = (reaches: readonly string[], isOwn: boolean): boolean =>
  reaches.every((reach) => reach === 'all' || (isOwn && reach !== '-'))

/**
 * Asks every row that reads, as it is and with each link that it brings along, about others and,
 * where it can be, about what is their own; says where the answer is not what the table says.
 */
export const walk = async (
  stage: Stage,
  { request }: ReturnType<World['as']>,
  { userId, group }: { userId: string; group: string },
  reachAt: (path: string) => string,
): Promise<string[]> => {
  const wrong: string[] = []
  for (const { path, takes = {} } of reading) {
    for (const play of scenesOf({ method: 'GET', path })) {
      const { ids, headers } = await play(stage, userId)
      const own = ownIds(path, userId, group)
      const asked = async (about: Ids, isOwn: boolean) => {
        for (const [asking, rows] of askingsOf(path, takes)) {
          const address = `${addressOf(path, about)}${asking}`
          const { status } = await request('GET', address, undefined, headers)
          const expected = isReached(rows.map(reachAt), isOwn) ? 200 : 403
          if (status !== expected)
            wrong.push(`${path}${asking} of ${isOwn ? 'their own' : 'others'}: ${status}`)
        }
      }
      await asked(ids, path === '/me')
      if (own !== undefined) await asked(own, true)
    }
  }
  return wrong
}

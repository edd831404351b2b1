/** What is asked of the directory, and what has to be answered by the model. */
import { roles } from '../../src/access/roles.ts'
import {
  deleted,
  groupsAbove,
  groupsOf,
  idsOf,
  live,
  membersWithin,
  storedName,
  type Group,
  type Model,
  type User,
} from './model.ts'

/** A list with the ids that it holds. */
type View = readonly [path: string, ids: readonly string[]]

type Condition = (user: User) => boolean
const isIn =
  (...titles: readonly (string | null)[]): Condition =>
  ({ jobTitle }) =>
    titles.includes(jobTitle)

/** Filters of users, each with whom it finds. */
const filters: Readonly<Record<string, Condition>> = {
  'accountEnabled eq false': ({ accountEnabled }) => !accountEnabled,
  "userType eq 'Guest' and accountEnabled eq true": ({ type, accountEnabled }) =>
    type === 'Guest' && accountEnabled,
  "externalUserState eq 'PendingAcceptance'": ({ state }) => state === 'PendingAcceptance',
  "jobTitle in ('Job 1','Job 3')": isIn('Job 1', 'Job 3'),
  "not(jobTitle eq 'Job 1')": ({ jobTitle }) => jobTitle !== 'Job 1',
  'jobTitle eq null': isIn(null),
  "startsWith(displayName,'B ') or jobTitle eq 'Job 2'": ({ displayName, jobTitle }) =>
    displayName.startsWith('B ') || jobTitle === 'Job 2',
}

const ofUser = (m: Model, user: User): readonly View[] => {
  const at = `/users/${user.id}`
  const owned = live(m.groups).filter(({ owners }) => owners.has(user))
  const reports = live(m.users).filter(({ manager }) => manager === user)
  return [
    [`${at}/memberOf/microsoft.graph.group`, idsOf(groupsOf(m, user))],
    [`${at}/transitiveMemberOf/microsoft.graph.group`, idsOf(groupsAbove(m, user))],
    [`${at}/ownedObjects/microsoft.graph.group`, idsOf(owned)],
    [`${at}/directReports`, idsOf(reports)],
    [`${at}/appRoleAssignments`, user.assignment === undefined ? [] : [user.assignment]],
  ]
}

const ofGroup = (m: Model, group: Group): readonly View[] => {
  const at = `/groups/${group.id}`
  return [
    [`${at}/members`, idsOf(live(group.members))],
    [`${at}/owners`, idsOf(live(group.owners))],
    [`${at}/transitiveMembers`, idsOf(membersWithin(group))],
    [`${at}/memberOf`, idsOf(groupsOf(m, group))],
    [`${at}/transitiveMemberOf`, idsOf(groupsAbove(m, group))],
  ]
}

const assigned = (m: Model): string[] =>
  [...live(m.users), ...live(m.groups)]
    .flatMap(({ assignment }) => (assignment === undefined ? [] : [assignment]))
    .toSorted()

const holders = (m: Model, role: string): string[] =>
  live(m.users)
    .flatMap((user) => user.roles.get(role) ?? [])
    .toSorted()

/** Every list that is compared. */
export const viewsOf = (m: Model): readonly View[] => [
  ...Object.entries(filters).map(([filter, holds]): View => [
    `/users?$count=true&$filter=${encodeURIComponent(filter)}`,
    idsOf(live(m.users).filter(holds)),
  ]),
  ['/groups?$top=2', idsOf(live(m.groups))],
  ['/directory/deletedItems/microsoft.graph.group', idsOf(deleted(m.groups))],
  [`/servicePrincipals/${m.application}/appRoleAssignedTo`, assigned(m)],
  ...[roles.guestInviter.id, roles.directoryReaders.id].map((role): View => [
    `/roleManagement/directory/roleAssignments?$filter=roleDefinitionId eq '${role}'`,
    holders(m, role),
  ]),
  ...live(m.users).flatMap((user) => ofUser(m, user)),
  ...live(m.groups).flatMap((group) => ofGroup(m, group)),
]

/** What a client that keeps a copy of users follows. */
export const followed = 'id,displayName,jobTitle,accountEnabled'

/** What is chosen of each user. */
export const chosen =
  'id,displayName,jobTitle,accountEnabled,userType,userPrincipalName,externalUserState'
const shown = (user: User, userPrincipalName: string) => ({
  id: user.id,
  displayName: user.displayName,
  jobTitle: user.jobTitle,
  accountEnabled: user.accountEnabled,
  userType: user.type,
  userPrincipalName,
  externalUserState: user.state,
})
type Shown = ReturnType<typeof shown>

export const liveUsers = ({ users }: Model): readonly Shown[] =>
  live(users).map((user) => shown(user, user.name))
export const deletedUsers = ({ users }: Model): readonly Shown[] =>
  deleted(users).map((user) => shown(user, storedName(user)))

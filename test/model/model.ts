/**
 * The directory of one organization, as simple as it can be told: objects that are live, deleted or
 * gone, and sets of who is tied to whom. A tie stays while an end of it is deleted, is seen while
 * both are live, and is over with either.
 */

type Thing = { readonly id: string; is: 'live' | 'deleted' | 'gone' }

export type User = Thing & {
  readonly type: 'Member' | 'Guest'
  name: string
  displayName: string
  jobTitle: string | null
  accountEnabled: boolean
  state: 'PendingAcceptance' | 'Accepted' | null
  manager: User | undefined
  /** The id of the assignment of each role. */
  readonly roles: Map<string, string>
  /** The id of the assignment to the application. */
  assignment: string | undefined
  /** Of a guest who was invited: to which address, and by which link it is accepted. */
  readonly invitation: { readonly address: string; readonly link: string } | undefined
}

export type Group = Thing & {
  displayName: string
  readonly members: Set<User | Group>
  readonly owners: Set<User>
  assignment: string | undefined
}

export type Model = {
  readonly users: User[]
  readonly groups: Group[]
  readonly domain: string
  readonly application: string
  serial: number
}

export const live = <T extends Thing>(things: Iterable<T>): T[] =>
  [...things].filter(({ is }) => is === 'live')
export const deleted = <T extends Thing>(things: Iterable<T>): T[] =>
  [...things].filter(({ is }) => is === 'deleted')
export const idsOf = (things: Iterable<Thing>): string[] =>
  [...things].map(({ id }) => id).toSorted()

/** As the store keeps the user principal name of somebody deleted. */
export const storedName = ({ id, name }: User): string => `${id.replaceAll('-', '')}${name}`

/** Who has this user principal name now. */
export const holderOf = ({ users }: Model, name: string): User | undefined =>
  live(users).find((one) => one.name === name)

/** Everything that is reached from `start` without it, along what is live. */
const reached = <T extends Thing>(start: T, next: (one: T) => Iterable<T>): T[] => {
  const found = new Set<T>([start])
  for (const one of found) for (const other of live(next(one))) found.add(other)
  found.delete(start)
  return [...found]
}
const isGroup = (one: User | Group): one is Group => 'members' in one

export const membersWithin = (group: Group): (User | Group)[] =>
  reached<User | Group>(group, (one) => (isGroup(one) ? one.members : []))

/** The live groups in which somebody is by themselves. */
export const groupsOf = ({ groups }: Model, one: User | Group): Group[] =>
  live(groups).filter(({ members }) => members.has(one))
export const groupsAbove = (model: Model, start: User | Group): Group[] =>
  reached<User | Group>(start, (one) => groupsOf(model, one)).filter(isGroup)

/** Somebody, their manager, and so on, deleted ones too. */
export const chainOf = (user: User): readonly User[] =>
  user.manager === undefined ? [user] : [user, ...chainOf(user.manager)]

/** Takes something away for good, with all that it was tied to. */
export const endTies = ({ users, groups }: Model, gone: User | Group): void => {
  for (const group of groups) {
    group.members.delete(gone)
    if (!isGroup(gone)) group.owners.delete(gone)
  }
  for (const user of users) if (user.manager === gone) user.manager = undefined
}

/**
 * What people read of their organization without any role: members, and guests by the level that it
 * has set (R102, R103). One table. The judgement of rows, the properties of an answer, and the
 * words of the admin centre follow it; roles give what they give beside it, at every level.
 */
import { namesWhere, type Resource } from '../wire/graph/definition/definition.ts'
import { servicePrincipal } from '../wire/graph/applications/service-principal.ts'
import { user } from '../wire/graph/users/user.ts'
import type { GuestLevel } from './guest-levels.ts'
import { may, type Action } from './may.rule.ts'
import type { RoleName } from './roles.ts'

/**
 * Kinds of reading that need no role, each with the action by which a role allows it, whoever it is
 * about.
 */
export const sights = {
  /** Lists, searches and counts. */
  users: 'users.read',
  user: 'users.read',
  /** What a user is linked to: groups, roles, applications, manager and reports. */
  userLinks: 'users.read',
  groups: 'groups.read',
  group: 'groups.read',
  groupMembers: 'groups.read',
  groupOwners: 'groups.read',
  /** Who is in a group through groups in it, in which one need not be. */
  nestedMembers: 'groups.read',
  /** The names of the groups that one is in. */
  groupNames: 'groups.read',
  applications: 'applications.read',
  /** Who owns an application, and who is assigned to it. */
  applicationUsers: 'applications.read',
  roles: 'roles.read',
  organization: 'organization.read',
} as const satisfies Readonly<Record<string, Action>>
export type Sight = keyof typeof sights

/** `own`: of oneself, and of the groups that one is in or owns. */
export type Reach = 'all' | 'own'
type Seen = Readonly<Partial<Record<Sight, Reach>>>

const everything = Object.fromEntries(Object.keys(sights).map((sight) => [sight, 'all'])) as Seen

/** Members see what guests see who see as members. */
const byLevel: Readonly<Record<GuestLevel, Seen>> = {
  asMembers: everything,
  limited: { user: 'all', userLinks: 'own', group: 'own', groupMembers: 'own', groupNames: 'all' },
  restricted: { user: 'own' },
}

/** What is left to anybody where the organization lets people without a role read nobody else. */
const withoutOthers: Seen = {
  user: 'own',
  groups: 'all',
  group: 'all',
  groupNames: 'all',
  applications: 'all',
  organization: 'all',
}

type Entry = {
  /** Who reads so of everybody or everything reads all properties but the next ones. */
  readonly read: Sight
  /** What a role shows alone, and the action by which it does. */
  readonly byRole: readonly string[]
  readonly role: Action
  /** What who reads less is shown. */
  readonly little: readonly string[]
}

const byRoleIn = (of: Resource): string[] => namesWhere(of, ({ byRole }) => byRole === true)

const ofApplications: Entry = {
  read: 'applications',
  byRole: byRoleIn(servicePrincipal),
  role: 'applications.read',
  little: [],
}

/** Resources with properties that not everybody is shown who is shown others. */
const entries: Readonly<Record<string, Entry>> = {
  user: {
    read: 'users',
    byRole: [...byRoleIn(user), 'sponsors'],
    role: 'users.inspect',
    little: ['id', 'displayName', 'mail', 'userPrincipalName', 'userType'],
  },
  application: ofApplications,
  servicePrincipal: ofApplications,
}

/** Links whose number can be asked for, each with the sight that shows whom they lead to. */
const links: Readonly<Record<string, Readonly<Record<string, Sight>>>> = {
  application: { owners: 'applicationUsers' },
  servicePrincipal: { owners: 'applicationUsers' },
  group: { owners: 'groupOwners' },
}

/** What somebody is here, as far as what they see depends on it. */
export type Viewer = {
  readonly roles: readonly RoleName[]
  /** The level that counts for them: members are `asMembers`. */
  readonly level: GuestLevel
  /** Whether the organization lets people without a role read others. */
  readonly readsOthers: boolean
}

/** The level that counts for a user of this type, where guests have `guestLevel`. */
export const levelFor = (userType: 'Member' | 'Guest', guestLevel: GuestLevel): GuestLevel =>
  userType === 'Member' ? 'asMembers' : guestLevel

/** How far somebody reads: all, what is their own, or, undefined, nothing. */
export const reachOf = ({ roles, level, readsOthers }: Viewer, sight: Sight): Reach | undefined => {
  if (may(roles, sights[sight])) return 'all'
  const reaches = new Set(
    [byLevel[level], ...(readsOthers ? [] : [withoutOthers])].map((seen) => seen[sight]),
  )
  if (reaches.has(undefined)) return undefined
  return reaches.has('own') ? 'own' : 'all'
}

/**
 * Whether somebody may do an action, or reads all of what it allows to read, by a role or without.
 */
export const mayWholly = (viewer: Viewer, action: Action): boolean => {
  const kinds = (Object.keys(sights) as Sight[]).filter((sight) => sights[sight] === action)
  return (
    may(viewer.roles, action) ||
    (kinds.length > 0 && kinds.every((sight) => reachOf(viewer, sight) === 'all'))
  )
}

/**
 * Whether somebody is shown a property of a resource, where it is not their own entry; that is
 * shown to them whole.
 */
export const isShown = (viewer: Viewer, resource: string, property: string): boolean => {
  const link = links[resource]?.[property]
  if (link !== undefined) return reachOf(viewer, link) === 'all'
  const entry = entries[resource]
  if (entry === undefined || may(viewer.roles, entry.role)) return true
  return reachOf(viewer, entry.read) === 'all'
    ? !entry.byRole.includes(property)
    : entry.little.includes(property)
}

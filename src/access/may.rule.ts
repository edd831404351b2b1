/** Who may do what: one table, role × action. The committed picture of it is may.matrix.txt. */
import { actions, type Action } from '../wire/actions.ts'
import type { RoleName } from './roles.ts'

export { managingInvitations, type Action } from '../wire/actions.ts'

const settings = ['organization.read', 'policies.read'] as const
const reading = [
  'users.read',
  'users.inspect',
  'groups.read',
  'applications.read',
  'roles.read',
  ...settings,
] as const
const readingAll = [
  ...reading,
  'users.methods',
  'users.elsewhere',
  'audit.read',
  'requests.read',
] as const
const usersWriting = [
  'users.elsewhere',
  'users.create',
  'users.update',
  'users.disable',
  'users.delete',
  'users.restore',
  'users.purge',
  'users.hold',
  'users.resetPassword',
  'users.revokeSessions',
  'requests.read',
  'requests.answer',
] as const

const granted: Readonly<Record<RoleName, readonly Action[]>> = {
  globalAdministrator: actions,
  privilegedRoleAdministrator: [...reading, 'roles.write', 'grants.write', 'audit.read'],
  privilegedAuthenticationAdministrator: [
    ...reading,
    'users.methods',
    'users.disable',
    'users.delete',
    'users.restore',
    'users.resetPassword',
    'users.revokeSessions',
  ],
  userAdministrator: [...reading, ...usersWriting, 'groups.write', 'audit.read'],
  authenticationAdministrator: [
    ...reading,
    'users.methods',
    'users.disable',
    'users.resetPassword',
    'users.revokeSessions',
  ],
  helpdeskAdministrator: [...reading, 'users.resetPassword', 'users.revokeSessions'],
  passwordAdministrator: [...reading, 'users.resetPassword'],
  groupsAdministrator: [...reading, 'groups.write'],
  applicationAdministrator: [...reading, 'applications.write', 'grants.write'],
  externalIdentityProviderAdministrator: settings,
  globalReader: readingAll,
  guestInviter: settings,
  directoryReaders: ['users.read', 'users.inspect', 'groups.read', ...settings],
  messageCenterReader: settings,
  reportsReader: [...settings, 'audit.read'],
  usageSummaryReportsReader: settings,
}

/** Whether somebody who holds `held` may do `action` at all, leaving aside to whom. */
export const may = (held: readonly RoleName[], action: Action): boolean =>
  held.some((role) => granted[role].includes(action))

/** The roles that allow `action`, for the sentence that says who could. */
export const rolesThatMay = (action: Action): RoleName[] =>
  (Object.keys(granted) as RoleName[]).filter((role) => granted[role].includes(action))

/**
 * Roles that could be used to become Global Administrator: only one of those may hand them out or
 * take them away, or change what holds one.
 */
export const topRoles: readonly RoleName[] = [
  'globalAdministrator',
  'privilegedAuthenticationAdministrator',
  'privilegedRoleAdministrator',
]

/** Whether a holder of `held` may give `role`, and take it. */
export const mayGive = (held: readonly RoleName[], role: RoleName): boolean =>
  !topRoles.includes(role) || held.includes('globalAdministrator')

/** What a target holds, as far as sensitive actions on it care (spec §8.2). */
export type Target = {
  readonly roles: readonly RoleName[]
  readonly inRoleAssignableGroup: boolean
}

const harmless = new Set<RoleName>([
  'directoryReaders',
  'guestInviter',
  'messageCenterReader',
  'passwordAdministrator',
  'reportsReader',
  'usageSummaryReportsReader',
])
const middle = new Set<RoleName>([
  'groupsAdministrator',
  'helpdeskAdministrator',
  'userAdministrator',
])

/**
 * Whether a holder of `held` may do a sensitive action (disable, enable, delete, restore, change
 * the sign-in name, reset the password) to `target`: the target matrix of spec §8.2, rules R49 and
 * R67. `may` is asked beside it, for the action itself.
 */
export const mayTouch = (held: readonly RoleName[], target: Target): boolean => {
  const holds = (...names: RoleName[]): boolean => names.some((name) => held.includes(name))
  if (holds('globalAdministrator', 'privilegedAuthenticationAdministrator')) return true
  if (target.inRoleAssignableGroup) return false
  return target.roles.every((role) => {
    if (harmless.has(role))
      return holds(
        'userAdministrator',
        'authenticationAdministrator',
        'helpdeskAdministrator',
        'passwordAdministrator',
      )
    if (role === 'authenticationAdministrator') return holds('authenticationAdministrator')
    return middle.has(role) && holds('userAdministrator')
  })
}

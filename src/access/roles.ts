/**
 * The built-in directory roles. Ids are the published template ids, so scripts that know them work
 * here.
 */
import type { RoleId } from '../kernel/ids.ts'

export type RoleName =
  | 'globalAdministrator'
  | 'privilegedRoleAdministrator'
  | 'privilegedAuthenticationAdministrator'
  | 'userAdministrator'
  | 'authenticationAdministrator'
  | 'helpdeskAdministrator'
  | 'passwordAdministrator'
  | 'groupsAdministrator'
  | 'applicationAdministrator'
  | 'externalIdentityProviderAdministrator'
  | 'globalReader'
  | 'guestInviter'
  | 'directoryReaders'
  | 'messageCenterReader'
  | 'reportsReader'
  | 'usageSummaryReportsReader'

export type Role = {
  readonly id: RoleId
  readonly displayName: string
  readonly description: string
}

const role = (id: string, displayName: string, description: string): Role => ({
  id: id as RoleId,
  displayName,
  description,
})

export const roles: Readonly<Record<RoleName, Role>> = {
  globalAdministrator: role(
    '62e90394-69f5-4237-9190-012177145e10',
    'Global Administrator',
    'Can do everything in this organization.',
  ),
  privilegedRoleAdministrator: role(
    'e8611ab8-c189-46e8-94e1-60213ab1f814',
    'Privileged Role Administrator',
    'Assigns roles and gives applications what they may do; reads the audit log.',
  ),
  privilegedAuthenticationAdministrator: role(
    '7be44c8a-adaf-4e2a-84d6-ab2649e08a13',
    'Privileged Authentication Administrator',
    'Disables, deletes, restores and resets the sign-in of everybody, administrators included.',
  ),
  userAdministrator: role(
    'fe930be7-5e62-47db-91af-98c3a49a38b1',
    'User Administrator',
    'Creates, changes, disables, deletes, restores and permanently deletes users, and manages groups.',
  ),
  authenticationAdministrator: role(
    'c4e39bd9-1100-46d3-8c65-fb160da0071f',
    'Authentication Administrator',
    'Resets the sign-in of users who are not administrators, and disables them.',
  ),
  helpdeskAdministrator: role(
    '729827e3-9c14-49f7-bb1b-9608f156bbb8',
    'Helpdesk Administrator',
    'Resets passwords of users who are not administrators, and ends their sessions.',
  ),
  passwordAdministrator: role(
    '966707d0-3269-4727-9be2-8c3a10f19b9d',
    'Password Administrator',
    'Resets passwords of users who are not administrators.',
  ),
  groupsAdministrator: role(
    'fdd7a751-b60b-444a-984c-02652fe8fa1c',
    'Groups Administrator',
    'Manages groups, their members and owners.',
  ),
  applicationAdministrator: role(
    '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
    'Application Administrator',
    'Manages applications and who is assigned to them.',
  ),
  externalIdentityProviderAdministrator: role(
    'be2f45a1-457d-42af-a067-6ec1fa63bc45',
    'External Identity Provider Administrator',
    'Reads how guests and members sign in, and the other settings; only a Global Administrator changes them.',
  ),
  globalReader: role(
    'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
    'Global Reader',
    'Reads everything in this organization and changes nothing.',
  ),
  guestInviter: role(
    '95e79109-95c0-4d8e-aee3-d01accf2d47b',
    'Guest Inviter',
    'Invites guests and can do nothing else to users.',
  ),
  directoryReaders: role(
    '88d8e3e3-8f55-4a1e-953a-9b9898b8876b',
    'Directory Readers',
    'Lists users and groups and changes nothing.',
  ),
  messageCenterReader: role(
    '790c1fb9-7f7d-4f88-86a1-ef1f95c05c1b',
    'Message Center Reader',
    'Reads the settings. There are no announcements here.',
  ),
  reportsReader: role(
    '4a5d8f65-41da-4de4-8968-e035b65339cf',
    'Reports Reader',
    'Reads the audit log, sign-ins and the settings.',
  ),
  usageSummaryReportsReader: role(
    '75934031-6c7e-415a-99d7-48dbd49e875e',
    'Usage Summary Reports Reader',
    'Reads the settings. There are no summaries of use here.',
  ),
}

/** Every role, in the order of the names that people know them by. */
export const rolesInOrder: readonly RoleName[] = (Object.keys(roles) as RoleName[]).toSorted(
  (a, b) => roles[a].displayName.localeCompare(roles[b].displayName, 'en'),
)

const names = new Map<string, RoleName>(
  Object.entries(roles).map(([name, { id }]) => [id, name as RoleName]),
)

/** The name of a role id; undefined when no such role is built in. */
export const roleNamed = (id: string): RoleName | undefined => names.get(id)

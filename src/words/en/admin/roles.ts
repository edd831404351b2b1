/** Directory roles and who holds them, in English. */
import { roleNames } from '../role-names.ts'

export const roles = {
  /** By the name that the directory API gives a role, as their descriptions below. */
  names: roleNames,
  intro: 'A directory role lets its members administer this organization.',
  memberCount: 'Members',
  empty: 'No roles',
  emptyHint: 'The built-in directory roles are listed here.',
  assign: 'Add member',
  assignTitle: (role: string) => `Add a member to ${role}`,
  pickUser: 'User',
  pickRole: 'Role',
  choose: 'Choose a role',
  assigned: (name: string, waysInEnded = false) =>
    waysInEnded
      ? `${name} has the role now. What they signed in with had been set up by somebody with fewer rights, so it has ended: make them a new password link or invitation.`
      : `${name} has the role now.`,
  unassignTitle: (name: string, role: string) => `Take the role ${role} from ${name}?`,
  unassignText: 'What the role allows ends at once.',
  unassignsLast:
    'Nobody else here could act as Global Administrator. Give somebody else the role first.',
  unassigned: (name: string) => `${name} no longer has the role.`,
  membersEmpty: 'Nobody holds this role',
  membersEmptyHint: 'Users are here when the role is given to them. Do it with Add member.',
  assignRole: 'Give a role',
  assignRoleTitle: 'Give a directory role',
  userEmpty: 'No directory roles',
  userEmptyHint: 'Roles are here when they are given to this user. Do it with Give a role.',
  members: 'Members of the role',
  descriptions: {
    'Global Administrator': 'Can do everything in this organization.',
    'Privileged Role Administrator':
      'Assigns roles and gives applications what they may do; reads the audit log.',
    'Privileged Authentication Administrator':
      'Disables, deletes, restores and resets the sign-in of everybody, administrators included.',
    'User Administrator':
      'Creates, changes, disables, deletes, restores and permanently deletes users, and manages groups.',
    'Authentication Administrator':
      'Resets the sign-in of users who are not administrators, and disables them.',
    'Helpdesk Administrator':
      'Resets passwords of users who are not administrators, and ends their sessions.',
    'Password Administrator': 'Resets passwords of users who are not administrators.',
    'Groups Administrator': 'Manages groups, their members and owners.',
    'Application Administrator': 'Manages applications and who is assigned to them.',
    'External Identity Provider Administrator':
      'Reads how guests and members sign in, and the other settings; only a Global Administrator changes them.',
    'Global Reader': 'Reads everything in this organization and changes nothing.',
    'Guest Inviter': 'Invites guests and can do nothing else to users.',
    'Directory Readers': 'Lists users and groups and changes nothing.',
    'Message Center Reader': 'Reads the settings. There are no announcements here.',
    'Reports Reader': 'Reads the audit log, sign-ins and the settings.',
    'Usage Summary Reports Reader': 'Reads the settings. There are no summaries of use here.',
  },
}

export type RoleWords = typeof roles

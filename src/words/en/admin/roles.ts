/** Directory roles and who holds them, in English. */

export const roles = {
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
  unassigned: (name: string) => `${name} no longer has the role.`,
  membersEmpty: 'Nobody holds this role',
  membersEmptyHint: 'Users are here when the role is given to them. Do it with Add member.',
  assignRole: 'Give a role',
  assignRoleTitle: 'Give a directory role',
  userEmpty: 'No directory roles',
  userEmptyHint: 'Roles are here when they are given to this user. Do it with Give a role.',
  members: 'Members of the role',
}

export type RoleWords = typeof roles

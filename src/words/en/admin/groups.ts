/** The pages about groups, in English. */

export const groups = {
  search: 'Search groups',
  tools: 'Find and add groups',
  new: 'New group',
  create: 'Create',
  created: (name: string) => `The group ${name} is created.`,
  empty: 'No groups yet',
  emptyHint: 'A group gives its members applications together. Make the first with New group.',
  mailNickname: 'Mail nickname',
  mailNicknameHint: 'Left empty, it is made from the name.',
  assignable: 'Members can be given directory roles',
  assignableShort: 'Assignable to roles',
  assignableHint:
    'Such a group is as powerful as a role: only those who may assign roles can change it. This cannot be changed later.',
  createdAt: 'Created',
  tabs: 'Parts of this group',
  tabMembers: 'Members',
  tabOwners: 'Owners',
  tabApplications: 'Applications',
  tabProperties: 'Properties',
  editTitle: (name: string) => `Edit ${name}`,
  saved: (name: string) => `The group ${name} is saved.`,
  deleteTitle: (name: string) => `Delete the group ${name}?`,
  deleteText:
    'Its members lose the applications that they have through it. Until the retention time is over you can restore it under Deleted groups, with its members, owners and assignments.',
  deleted: (name: string) => `The group ${name} is deleted.`,
  members: {
    label: 'Members',
    add: 'Add member',
    addTitle: 'Add a member',
    pick: 'User',
    search: 'Search members',
    removeTitle: (name: string) => `Remove ${name} from the group?`,
    removeText: (name: string) => `${name} loses the applications that this group gives.`,
    added: (name: string) => `${name} is a member now.`,
    removed: (name: string) => `${name} is no longer a member.`,
    emptyTitle: 'No members',
    emptyHint: 'Users are here when they are added to this group. Do it with Add member.',
  },
  owners: {
    label: 'Owners',
    add: 'Add owner',
    addTitle: 'Add an owner',
    pick: 'User',
    search: 'Search owners',
    removeTitle: (name: string) => `Remove ${name} as an owner?`,
    removeText: (name: string) =>
      `${name} will no longer answer for this group. A group that has owners keeps one.`,
    added: (name: string) => `${name} is an owner now.`,
    removed: (name: string) => `${name} is no longer an owner.`,
    emptyTitle: 'No owners',
    emptyHint: 'An owner answers for the group. Name one with Add owner.',
  },
}

export type GroupWords = typeof groups

/** The pages about users, in English. */
import { numberOf, pluralOf } from '../../speech.ts'

const number = numberOf('en')
const plural = pluralOf('en')

export const users = {
  hints: {
    userPrincipalName: 'The name this user signs in with.',
    preferredLanguage: 'As a language tag, for example de-AT',
    usageLocation: 'Two letters, for example DE',
  },
  sections: 'Kinds of users',
  all: 'All users',
  members: 'Members',
  guests: 'Guests',
  deleted: 'Deleted users',
  search: 'Search users',
  tools: 'Find and add users',
  new: 'New user',
  newTitle: 'New user',
  newHint: 'Members of this organization are made here. Guests are invited.',
  create: 'Create',
  created: (name: string) => `${name} is created.`,
  userState: 'State',
  allStates: 'Every state',
  enabled: 'Enabled',
  disabled: 'Disabled',
  invited: 'Invited',
  invitedHint: 'The invitation is not accepted yet.',
  homeDisabled: 'Disabled at home',
  homeDisabledSince: (at: string) => `Disabled or deleted at home since ${at}.`,
  homeDeleted: 'No home any more',
  homeDeletedHint:
    'The account at home was permanently deleted. Nobody can sign in with it; let the guest redeem again, or delete the user.',
  stateFilters: {
    enabled: 'Enabled',
    disabled: 'Disabled',
    invited: 'Invitation not accepted',
    noSponsor: 'No sponsor',
    homeGone: 'Home gone',
  },
  homeDomain: 'Home domain',
  homeDomainFilter: 'Home domain, such as contoso.com',
  invitedBy: 'Invited by',
  sponsor: 'Sponsor',
  moreFilters: 'More filters',
  unused: 'Not used',
  unusedAny: 'Used at any time',
  unusedFor: (days: number) => `For ${number(days)} days`,
  columns: 'Columns',
  member: 'Member',
  guest: 'Guest',
  emptyAll: 'No users yet',
  emptyAllHint:
    'Members and guests of this organization are listed here. Make the first with New user.',
  emptyGuests: 'No guests',
  emptyGuestsHint:
    'People whose home is elsewhere are listed here once they are invited, or imported by an operator.',
  signInNameStart: 'Sign-in name, before the @',
  domain: 'Domain',
  onePerLine: 'One on each line.',
  neverSignedIn: 'Never: the invitation is not accepted',
  notRecorded: 'Not recorded',
  notShown: 'Shown to administrators only',
  byInvitation: 'By an invitation',
  invitationStates: { PendingAcceptance: 'Not accepted yet', Accepted: 'Accepted' },
  makePasswordLink: 'Make a one-time link with which the user chooses a password',
  gone: 'This user is not here',
  goneHint:
    'The user may have been deleted. Who was deleted can be restored from Deleted users for a while.',
  toDeleted: 'Go to Deleted users',
  edit: 'Edit',
  editTitle: (name: string) => `Edit ${name}`,
  saved: (name: string) => `${name} is saved.`,
  disable: 'Disable',
  disableTitle: (name: string) => `Disable ${name}?`,
  disableText:
    'The user can no longer sign in to this organization. Sessions that are open here end with the next request.',
  disableGuestText:
    'A guest who is disabled cannot leave by themselves: they will have to ask you for it.',
  isDisabled: (name: string) => `${name} is disabled.`,
  enable: 'Enable',
  enableTitle: (name: string) => `Enable ${name}?`,
  enableText:
    'The user can sign in to this organization again, with the groups, applications and roles they have.',
  isEnabled: (name: string) => `${name} is enabled.`,
  convert: { Guest: 'Make a member', Member: 'Make a guest' },
  convertTitle: {
    Guest: (name: string) => `Make ${name} a member?`,
    Member: (name: string) => `Make ${name} a guest?`,
  },
  convertText: {
    Guest:
      'Members may do more here than guests. Groups, roles and applications stay; the home stays too, so how the user signs in does not change. Policies for guests do not concern members. The user is told by mail.',
    Member:
      'Guests may do less here than members. Groups, roles and applications stay; the home stays too, so how the user signs in does not change. The user is told by mail.',
  },
  isConverted: {
    Guest: (name: string) => `${name} is a member now.`,
    Member: (name: string) => `${name} is a guest now.`,
  },
  delete: 'Delete',
  deleteTitle: (name: string) => `Delete ${name}?`,
  deleteText: (days: number) =>
    plural(days, {
      one: 'The user loses access at once and moves to Deleted users. You can restore them there, with groups, applications and roles, for one day. After that all personal data is erased.',
      other:
        'The user loses access at once and moves to Deleted users. You can restore them there, with groups, applications and roles, for # days. After that all personal data is erased.',
    }),
  deleteTextNotShown:
    'The user loses access at once and moves to Deleted users. You can restore them there, with groups, applications and roles, for the retention time of this organization. After that all personal data is erased.',
  isDeleted: (name: string) => `${name} is deleted and can be restored from Deleted users.`,
  resetPassword: 'Reset password',
  resetTitle: (name: string) => `Reset the password of ${name}?`,
  resetText:
    'You get a link with which the user chooses a new password. An earlier link stops working.',
  resetOnlyHome: 'Guests sign in with the home they have; their password is reset there.',
  createLink: 'Create link',
  linkTitle: 'One-time password link',
  linkOnce: 'This link is shown only now. Copy it and give it to the user by a way that you trust.',
  linkLabel: 'Password link',
  linkUntil: 'It works once, until',
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'Copying is not possible here. Select the text and copy it by hand.',
  revoke: 'Revoke sessions',
  revokeTitle: (name: string) => `Revoke the sessions of ${name}?`,
  revokeText:
    'Everywhere this user is signed in to this organization ends. They can sign in again.',
  revoked: (name: string) => `The sessions of ${name} are revoked.`,
  exportPersonalData: 'Export personal data',
  exportTitle: (name: string) => `Export what is held about ${name}?`,
  exportText: (days: number) =>
    `A file is made of everything that this organization holds about the user, and of nothing that is theirs elsewhere. It is kept for ${plural(days, { one: '# day', other: '# days' })}, for you alone. The user can see in their own data that it was asked for.`,
  exportStatus: {
    notStarted: 'Waiting to begin.',
    running: 'Being made.',
    complete: 'Done.',
    failed: 'It could not be made. Ask again; if it stays, tell your operator.',
  },
  exportDownload: 'Download as JSON',
  exportUntil: 'It is kept for you until',
  tabs: 'Parts of this user',
  tabProperties: 'Properties',
  tabGroups: 'Groups',
  tabApplications: 'Applications',
  tabRoles: 'Roles',
  tabPeople: 'Sponsors and manager',
  tabAudit: 'Audit',
  moreActions: 'What can be done with this user',
  manager: 'Manager',
  noManager: 'This user has no manager.',
  setManager: 'Set manager',
  changeManager: 'Change manager',
  removeManager: 'Remove manager',
  pickManager: 'Manager',
  managerSet: (name: string) => `${name} is the manager now.`,
  removeManagerTitle: 'Remove the manager?',
  removeManagerText: (name: string) => `${name} will no longer be the manager of this user.`,
  managerRemoved: 'The manager is removed.',
  lists: {
    ownedObjects: {
      title: 'Owned groups and applications',
      empty: 'Owns nothing',
      hint: 'Groups and applications are here when this user is made an owner on their pages.',
    },
    directReports: {
      title: 'Direct reports',
      empty: 'No direct reports',
      hint: 'Users are here when this user is set as their manager.',
    },
    sponsoredGuests: {
      title: 'Sponsored guests',
      empty: 'No sponsored guests',
      hint: 'Guests are here when this user is one of their sponsors.',
    },
  },
  sponsors: {
    label: 'Sponsors',
    add: 'Add sponsor',
    addTitle: 'Add a sponsor',
    pick: 'User or group',
    removeTitle: (name: string) => `Remove ${name} as a sponsor?`,
    removeText: (name: string) =>
      `${name} will no longer answer for this user. Nobody loses access by that.`,
    added: (name: string) => `${name} is a sponsor now.`,
    removed: (name: string) => `${name} is no longer a sponsor.`,
    emptyTitle: 'No sponsors',
    emptyHint:
      'A sponsor answers for a guest: one to five users or groups. Sponsoring gives no permission. Add one with Add sponsor.',
  },
  sponsorsFull: (most: number) => `A user has at most ${number(most)} sponsors. Remove one first.`,
  memberships: {
    label: 'Groups',
    add: 'Add to a group',
    addTitle: 'Add to a group',
    pick: 'Group',
    removeTitle: (name: string) => `Remove this user from ${name}?`,
    removeText: (name: string) => `The user loses what ${name} gives them.`,
    added: (name: string) => `The user is a member of ${name} now.`,
    removed: (name: string) => `The user is no longer a member of ${name}.`,
    emptyTitle: 'In no group',
    emptyHint:
      'Groups are here when this user is added to them. Do it with Add to a group, or on a group’s page.',
  },
}

export type UserWords = typeof users

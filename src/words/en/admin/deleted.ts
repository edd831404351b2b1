/** Deleted users: restoring, holding, deleting permanently; in English. */
import { numberOf, pluralOf } from '../../speech.ts'

const number = numberOf('en')
const plural = pluralOf('en')

export const deleted = {
  title: 'Deleted users',
  intro:
    'Who left or was deleted stays here until the permanent deletion date, and can be restored with groups, applications and roles.',
  tools: 'What can be done with the ticked users',
  search: 'Search deleted users',
  empty: 'No deleted users',
  emptyHint:
    'A guest who leaves, and a user whom an administrator deletes, is here until the retention time is over.',
  deletedAt: 'Deleted on',
  permanentAt: 'Permanent deletion on',
  daysLeft: 'Days left',
  /** Whole days: what is left is at least so much. */
  days: (days: number) =>
    days <= 0 ? 'Less than a day' : plural(days, { one: 'One day', other: '# days' }),
  deletedBy: 'Deleted by',
  by: {
    self: 'Left by themselves',
    operator: 'An operator',
    system: 'The system',
    policy: 'A policy',
  },
  bySomebody: 'An administrator',
  onHold: 'On hold',
  restore: 'Restore user',
  restoreTitle: (name: string) => `Restore user ${name}`,
  restoreNow: 'Restore',
  purge: 'Delete permanently',
  hold: 'Place a hold',
  endHold: 'End the hold',
  tickOne: 'Tick one user first.',
  tickExactlyOne: 'Tick one user only: users are restored one by one.',
  tickSome: 'Tick one or more users first.',
  tickHeld: 'Tick one user who is on hold.',
  tickNotHeld: 'Tick one user who is not on hold.',
  purgeTitle: (count: number) =>
    plural(count, {
      one: 'Delete this user permanently?',
      other: 'Delete # users permanently?',
    }),
  purgeText:
    'This action is irrevocable. Afterwards nobody can restore them, and all their personal data in this organization is erased.',
  purgeList: 'Permanently deleted will be:',
  purged: (count: number) =>
    plural(count, {
      one: 'One user is permanently deleted.',
      other: '# users are permanently deleted.',
    }),
  purgePartly: (done: number, failed: number) =>
    `Permanently deleted: ${number(done)}. Not deleted: ${number(failed)}, for these reasons:`,
  previewing: 'Looking at what will come back…',
  comesBack: 'What comes back',
  nothingComesBack:
    'The user comes back without groups, applications, roles and other links, because there were none.',
  cannotComeBack: 'What cannot come back, and why',
  kinds: {
    group: 'Group',
    ownedGroup: 'Owner of group',
    application: 'Application',
    ownedApplication: 'Owner of application',
    role: 'Directory role',
    sponsor: 'Sponsor',
    sponsorOf: 'Sponsor of',
    manager: 'Manager',
    directReport: 'Manager of',
  },
  /** Why a link does not come back. */
  lost: {
    groupDeleted: (name: string) => `The group ${name} was deleted meanwhile.`,
    applicationDeleted: (name: string) => `The application ${name} was deleted meanwhile.`,
    appRoleRemoved: (name: string) =>
      `The role ${name} was removed from the application meanwhile.`,
    userDeleted: (name: string) =>
      `${name} was deleted meanwhile. Restore that user to have the link back.`,
    roleGone: () => 'The directory role no longer exists.',
    tooManySponsors: (name: string) =>
      `${name}: by now the guest has as many sponsors as one may have.`,
  },
  conflicts: {
    restoreWindowClosed: () =>
      'The time in which this user could be restored is over. It is being permanently deleted; nobody can stop that.',
    userPrincipalNameConflict: (holder: string) =>
      `${holder} now has this user principal name. Restore with a new one.`,
    proxyAddressConflict: (holder: string) =>
      `${holder} now has an address of this user. Restore without the clashing addresses, or change them there first.`,
    personConflict: (holder: string) =>
      `The same person is already back as ${holder}. Delete that user first.`,
    targetTooHigh: () =>
      'This user holds a role that needs a higher administrator: ask a Global Administrator.',
  },
  conflictTitle: 'Something stands in the way',
  newName: 'New user principal name',
  newNameHint: 'The name the user signs in with from now on, for example ada@contoso.example',
  dropAddresses: 'Restore without the clashing addresses',
  restored: (name: string) => `${name} is restored.`,
  reportRestored: 'What came back',
  reportNothing: 'There were no groups, applications, roles or other links to bring back.',
  reportSkipped: 'What did not come back, and why',
  toUser: 'Go to the user',
  holdTitle: (name: string) => `Place a hold on ${name}`,
  holdText:
    'A user on hold is not permanently deleted, by hand or at the end of the retention time, until the hold ends.',
  holdReason: 'Reason',
  holdReasonHint: 'Why the data must be kept. It is erased with the user.',
  held: (name: string) => `${name} is on hold.`,
  endHoldTitle: (name: string) => `End the hold on ${name}?`,
  endHoldText: 'If the retention time is over, the user is permanently deleted soon after.',
  holdEnded: (name: string) => `The hold on ${name} has ended.`,
}

export type DeletedWords = typeof deleted

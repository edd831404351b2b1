/** Deleted users: restoring, holding, deleting permanently; in English. */
import { deletedObjects } from './deleted-objects.ts'
import { numberOf, pluralOf } from '../../speech.ts'

const number = numberOf('en')
const plural = pluralOf('en')

export const deleted = {
  title: 'Deleted users',
  intro:
    'Who left or was deleted stays here until the permanent deletion date, and can be restored with groups, applications and roles.',
  /** After a permanent deletion, whoever or whatever did it. */
  erased: (days: number) =>
    plural(days, {
      one: 'With the permanent deletion all of their data here is erased; that is done within one day.',
      other:
        'With the permanent deletion all of their data here is erased; that is done within # days.',
    }),
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
  notWhileHeld: 'Not while on hold',
  restore: 'Restore user',
  restoreTitle: (name: string) => `Restore user ${name}`,
  restoreNow: 'Restore',
  purge: 'Delete permanently',
  hold: 'Place a hold',
  endHold: 'End the hold',
  tickSome: 'Tick one or more users first.',
  tickRestorable:
    'The time in which they could be restored is over. Their data is kept only while they are on hold.',
  tickHeld: 'Tick one or more users who are on hold.',
  tickNotHeld: 'Tick one or more users who are not on hold.',
  restoreManyTitle: (count: number) =>
    plural(count, { one: 'Restore one user?', other: 'Restore # users?' }),
  fromList: 'From a file',
  listTitle: 'Restore or delete the users of a file',
  listAct: 'What is to be done',
  manyActs: { restore: 'Restore', delete: 'Delete', purge: 'Delete permanently' },
  listFile: 'CSV file',
  listHint:
    'One user a line, by object id or user principal name, in a column id or userPrincipalName. Entra’s templates are taken as they are.',
  listNoUser: (found: string) =>
    `The first line names no column id or userPrincipalName. It names ${found}.`,
  listFirst: 'Choose a file first.',
  listSure: 'I know that permanent deletion is irrevocable.',
  listSureFirst: 'Tick first that you know that it is irrevocable.',
  /** What came of an act on many. */
  manyDone: {
    restore: (done: number, failed: number) =>
      failed === 0
        ? plural(done, { one: 'One user is restored.', other: '# users are restored.' })
        : `Restored: ${number(done)}. Not restored: ${number(failed)}.`,
    delete: (done: number, failed: number) =>
      failed === 0
        ? plural(done, { one: 'One user is deleted.', other: '# users are deleted.' })
        : `Deleted: ${number(done)}. Not deleted: ${number(failed)}.`,
    purge: (done: number, failed: number) =>
      failed === 0
        ? plural(done, {
            one: 'One user is permanently deleted.',
            other: '# users are permanently deleted.',
          })
        : `Permanently deleted: ${number(done)}. Not deleted: ${number(failed)}.`,
    hold: (done: number, failed: number) =>
      failed === 0
        ? plural(done, { one: 'One user is on hold.', other: '# users are on hold.' })
        : `On hold: ${number(done)}. Not on hold: ${number(failed)}.`,
    endHold: (done: number, failed: number) =>
      failed === 0
        ? plural(done, {
            one: 'The hold on one user has ended.',
            other: 'The holds on # users have ended.',
          })
        : `Holds ended: ${number(done)}. Not ended: ${number(failed)}.`,
  },
  purgeTitle: (count: number) =>
    plural(count, {
      one: 'Delete this user permanently?',
      other: 'Delete # users permanently?',
    }),
  purgeText: 'This action is irrevocable. Afterwards nobody can restore them.',
  purgeList: 'Permanently deleted will be:',
  heldStay: (count: number) =>
    plural(count, {
      one: 'One of the ticked stays, because they are on hold.',
      other: '# of the ticked stay, because they are on hold.',
    }),
  purged: (count: number) =>
    plural(count, {
      one: 'One user is permanently deleted.',
      other: '# users are permanently deleted.',
    }),
  purgePartly: (done: number, failed: number) =>
    `Permanently deleted: ${number(done)}. Not deleted: ${number(failed)}, for these reasons:`,
  previewing: 'Looking at what will come back…',
  leftAll: 'Comes back without any of it.',
  comesBack: 'What comes back',
  nothingComesBack:
    'The user comes back without groups, applications, roles and people, because there were none.',
  untickHint:
    'Untick what is not to come back. It is ended, and stands in the report and in the audit log.',
  /** Links counted by kind, in words, where there are any; `none` says that there are none. */
  previewOf: (back: string, lost: string, none: string) => {
    if (back === '') return lost === '' ? none : `Does not come back: ${lost}.`
    return lost === '' ? `Comes back: ${back}.` : `Comes back: ${back}. Does not: ${lost}.`
  },
  kindCounts: {
    group: (count: number) => plural(count, { one: '# group', other: '# groups' }),
    ownedGroup: (count: number) => plural(count, { one: '# owned group', other: '# owned groups' }),
    application: (count: number) =>
      plural(count, { one: '# application', other: '# applications' }),
    ownedApplication: (count: number) =>
      plural(count, { one: '# owned application', other: '# owned applications' }),
    role: (count: number) => plural(count, { one: '# directory role', other: '# directory roles' }),
    sponsor: (count: number) => plural(count, { one: '# sponsor', other: '# sponsors' }),
    sponsorOf: (count: number) =>
      plural(count, { one: '# sponsored guest', other: '# sponsored guests' }),
    manager: (count: number) => plural(count, { one: '# manager', other: '# managers' }),
    directReport: (count: number) =>
      plural(count, { one: '# direct report', other: '# direct reports' }),
  },
  cannotBeRestored: 'Cannot be restored now',
  nothingToRestore: 'There is nothing to restore any more.',
  previewMore: (count: number) =>
    plural(count, { one: 'Look at one more', other: 'Look at # more' }),
  asksPerson:
    'This person left by themselves, or refuses invitations from here. They are asked first, and are back when they say yes.',
  reportLeftOut: 'What was left out',
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
      'The time in which this user could be restored is over: nobody can bring them back. Their data is permanently deleted, but not while they are on hold.',
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
  reportNothing: 'There were no groups, applications, roles or people to bring back.',
  reportSkipped: 'What did not come back, and why',
  toUser: 'Go to the user',
  holdTitle: (name: string) => `Place a hold on ${name}`,
  holdManyTitle: (count: number) =>
    plural(count, { one: 'Place a hold on one user', other: 'Place a hold on # users' }),
  endHoldManyTitle: (count: number) =>
    plural(count, { one: 'End the hold on one user?', other: 'End the hold on # users?' }),
  holdText:
    'A user on hold is not permanently deleted, by hand or at the end of the retention time, until the hold ends.',
  holdReason: 'Reason',
  holdReasonHint: 'Why the data must be kept. It is erased with the user.',
  held: (name: string) => `${name} is on hold.`,
  endHoldTitle: (name: string) => `End the hold on ${name}?`,
  /** By whether the user can still be restored. */
  endHoldText: {
    restorable:
      'Then the user is permanently deleted at the end of the retention time, and can be restored until then.',
    over: 'The time in which the user could be restored is over: they are permanently deleted soon after.',
  },
  endHoldManyText: (over: number) =>
    over === 0
      ? 'Then they are permanently deleted at the end of the retention time, and can be restored until then. Each is told.'
      : plural(over, {
          one: 'For one of them, the time to be restored is over: that one is permanently deleted soon after. Each is told.',
          other:
            'For # of them, the time to be restored is over: those are permanently deleted soon after. Each is told.',
        }),
  holdManyText:
    'Users on hold are not permanently deleted, by hand or at the end of the retention time, until the hold ends. All get the same reason. Each is told that there is a hold, and not why.',
  holdEnded: (name: string) => `The hold on ${name} has ended.`,
  objects: deletedObjects,
}

export type DeletedWords = typeof deleted

/** Deleted groups and applications: restoring, deleting permanently; in English. */
import { numberOf, pluralOf } from '../../speech.ts'

const number = numberOf('en')
const plural = pluralOf('en')

export const deletedObjects = {
  group: {
    sections: 'Groups, by whether they are deleted',
    all: 'All groups',
    deleted: 'Deleted groups',
    intro:
      'A deleted group stays here until the permanent deletion date, and can be restored with members, owners and applications.',
    search: 'Search deleted groups',
    empty: 'No deleted groups',
    tickSome: 'Tick one or more groups first.',
    restoreManyTitle: (count: number) =>
      plural(count, { one: 'Restore one group?', other: 'Restore # groups?' }),
    purgeManyTitle: (count: number) =>
      plural(count, {
        one: 'Delete this group permanently?',
        other: 'Delete # groups permanently?',
      }),
    manyPurged: (done: number, failed: number) =>
      failed === 0
        ? plural(done, {
            one: 'One group is permanently deleted.',
            other: '# groups are permanently deleted.',
          })
        : `Permanently deleted: ${number(done)}. Not deleted: ${number(failed)}.`,
    fileTitle: 'Restore or permanently delete the groups of a file',
    fileHint: 'One group a line, by its object id, in a column id.',
    manyRestored: (done: number, failed: number) =>
      failed === 0
        ? plural(done, { one: 'One group is restored.', other: '# groups are restored.' })
        : `Restored: ${number(done)}. Not restored: ${number(failed)}.`,
  },
  application: {
    sections: 'Applications, by whether they are deleted',
    all: 'All applications',
    deleted: 'Deleted applications',
    intro:
      'A deleted application stays here until the permanent deletion date, and can be restored with its registration, owners and assignments. People sign in to it anew.',
    search: 'Search deleted applications',
    empty: 'No deleted applications',
    tickSome: 'Tick one or more applications first.',
    restoreManyTitle: (count: number) =>
      plural(count, { one: 'Restore one application?', other: 'Restore # applications?' }),
    purgeManyTitle: (count: number) =>
      plural(count, {
        one: 'Delete this application permanently?',
        other: 'Delete # applications permanently?',
      }),
    manyPurged: (done: number, failed: number) =>
      failed === 0
        ? plural(done, {
            one: 'One application is permanently deleted.',
            other: '# applications are permanently deleted.',
          })
        : `Permanently deleted: ${number(done)}. Not deleted: ${number(failed)}.`,
    fileTitle: 'Restore or permanently delete the applications of a file',
    fileHint: 'One application a line, by its object id, in a column id.',
    manyRestored: (done: number, failed: number) =>
      failed === 0
        ? plural(done, {
            one: 'One application is restored.',
            other: '# applications are restored.',
          })
        : `Restored: ${number(done)}. Not restored: ${number(failed)}.`,
  },
  emptyHint: 'What an administrator deletes is here until the retention time is over.',
  acts: 'What can be done',
  tools: 'What can be done with those that are ticked',
  restoreTicked: 'Restore the ticked ones',
  purgeTicked: 'Delete the ticked ones permanently',
  restoreManyText:
    'Each comes back with what stays ticked. What you untick is ended, and stands in the audit log.',
  fileNoId: (found: string) => `The first line names no column id. It names ${found}.`,
  noId: 'This is no object id.',
  untickHint: 'Untick what is not to come back. It is ended, and stands in the audit log.',
  oneByOne: {
    member: 'Members one by one',
    memberGroup: 'Groups in it one by one',
    memberApplication: 'Applications in it one by one',
    memberOf: 'Groups that it is in one by one',
    owner: 'Owners one by one',
    ownerApplication: 'Applications that own it one by one',
    ownedGroup: 'Groups that it owns one by one',
    ownedApplication: 'Applications that it owns one by one',
    ownedRegistration: 'Registrations that it owns one by one',
    application: 'Applications one by one',
    sponsorOf: 'Guests one by one',
    user: 'Users one by one',
    group: 'Groups one by one',
  },
  others: (count: number) =>
    plural(count, {
      one: 'One more comes back unless all are unticked.',
      other: '# more come back unless all are unticked.',
    }),
  restore: (name: string) => `Restore ${name}`,
  purge: (name: string) => `Delete permanently: ${name}`,
  purgeTitle: (name: string) => `Delete ${name} permanently?`,
  purgeText: 'This action is irrevocable. Afterwards nobody can restore it.',
  purgeManyText: 'This action is irrevocable. Afterwards nobody can restore them.',
  restored: (name: string) => `${name} is restored.`,
  purged: (name: string) => `${name} is permanently deleted.`,
  nothing: 'It comes back as it was; nobody and nothing was tied to it.',
  namesake: (name: string) => `Another is called ${name} by now. Both will have the same name.`,
  kinds: {
    member: (count: number) => plural(count, { one: '# member', other: '# members' }),
    memberGroup: (count: number) =>
      plural(count, { one: '# group in it', other: '# groups in it' }),
    memberApplication: (count: number) =>
      plural(count, { one: '# application in it', other: '# applications in it' }),
    memberOf: (count: number) =>
      plural(count, { one: '# group that it is in', other: '# groups that it is in' }),
    owner: (count: number) => plural(count, { one: '# owner', other: '# owners' }),
    ownerApplication: (count: number) =>
      plural(count, { one: '# application that owns it', other: '# applications that own it' }),
    ownedGroup: (count: number) =>
      plural(count, { one: '# group that it owns', other: '# groups that it owns' }),
    ownedApplication: (count: number) =>
      plural(count, { one: '# application that it owns', other: '# applications that it owns' }),
    ownedRegistration: (count: number) =>
      plural(count, { one: '# registration that it owns', other: '# registrations that it owns' }),
    application: (count: number) =>
      plural(count, { one: '# application', other: '# applications' }),
    sponsorOf: (count: number) =>
      plural(count, { one: '# sponsored guest', other: '# sponsored guests' }),
    user: (count: number) => plural(count, { one: '# assigned user', other: '# assigned users' }),
    group: (count: number) =>
      plural(count, { one: '# assigned group', other: '# assigned groups' }),
  },
  lost: {
    userDeleted: 'deleted meanwhile',
    groupDeleted: 'deleted meanwhile',
    applicationDeleted: 'deleted meanwhile',
    appRoleRemoved: 'the role was removed meanwhile',
    tooManySponsors: 'as many sponsors as one may have by now',
  },
  conflicts: {
    restoreWindowClosed: 'The time in which this could be restored is over.',
    needsRoleAssigner:
      'Directory roles can be assigned to this group, so only those who may assign roles can restore it.',
    hasAnother:
      'The application has another service principal by now. Delete that one before this one is restored.',
    needsScopeGiver:
      'This application acts in the directory, for people or by itself, so only those who may give it that can restore it.',
  },
}

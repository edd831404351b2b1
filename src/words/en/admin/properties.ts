/** The properties of the organization, in English. */
import { pluralOf } from '../../speech.ts'

const plural = pluralOf('en')

export const properties = {
  organization: 'Organization',
  name: 'Name',
  id: 'Organization id',
  domains: 'Verified domains',
  defaultDomain: 'Default',
  technicalContact: 'Technical contact',
  technicalContactHint: 'Who is written to about the running of this organization.',
  privacyContact: 'Privacy contact',
  privacyContactHint: 'Whom a guest is pointed to who wants to leave and cannot.',
  privacyStatement: 'Privacy statement',
  privacyStatementHint:
    'The address of your privacy statement, for example https://contoso.example/privacy',
  language: 'Language',
  languageHint:
    'What people read who have chosen no language and whose home says none: pages, invitations and mails.',
  languageNone: 'That which their browser asks for',
  kept: {
    deletedRetentionDays: {
      label: 'Days until deleted users are permanently deleted',
      hint: 'It counts for users who are deleted from now on.',
    },
    signInRecordsDays: {
      label: 'Days that records of signing in are kept',
      hint: 'Older ones leave the audit log within an hour, also those there are now.',
    },
    auditRecordsDays: {
      label: 'Days that all other entries of the audit log are kept',
      hint: 'Older ones leave the audit log within an hour, also those there are now.',
    },
    unacceptedGuestsDays: {
      label: 'Days until a guest who never accepted is removed',
      hint: 'Counted from the end of their invitation. Their address goes with them; you can invite them again.',
    },
  },
  saved: 'The properties are saved.',
  leaveTitle: 'External user leave settings',
  leaveSwitch: 'Allow external users to leave by themselves',
  leaveHint:
    'When this is off, a guest who wants to leave is shown your privacy contact and privacy statement, and can ask you to be removed.',
  leaveNeedsContact:
    'A privacy contact is needed before this can be turned off, so that guests know whom to ask. Enter one above and save it.',
  undoLabel: 'Undoing to have left',
  undoHint:
    'For so long whoever left by themselves can come back by themselves, with groups, applications and roles. Not who was removed.',
  undoNot: 'Not by themselves',
  undoFor: (hours: number) => plural(hours, { one: '# hour', other: '# hours' }),
  undoChanged: 'Changed for how long leaving can be undone.',
  attestSwitch: 'Guests say by themselves that they still need their account',
  attestHint:
    'Before a policy ends a guest who was not confirmed as needed, the guest is asked too, and one click keeps the account. Turned off, only sponsors and administrators confirm it.',
  attestAllowed: 'Guests can confirm by themselves that they still need their account.',
  attestRefused: 'Only sponsors and administrators confirm that a guest is needed.',
  homelessSwitch: (days: number) =>
    `Delete guests ${plural(days, { one: '# day', other: '# days' })} after their home account was`,
  homelessHint:
    'When somebody’s account at home is permanently deleted, nobody can sign in as this guest any more. They can be restored as usual.',
  homelessDeleted: (days: number) =>
    `Guests without a home account are deleted after ${plural(days, { one: '# day', other: '# days' })}.`,
  homelessKept: 'Guests without a home account are kept.',
  leaveAllowed: 'External users can leave by themselves.',
  forbidTitle: 'Take leaving away from external users?',
  forbid: 'Do not let them leave',
  forbidText: (days: number) =>
    plural(days, {
      one: 'They are shown your privacy contact and can ask to be removed. Such requests are answered here, on the page Requests; whom nobody answers within one day is removed, unless you hold the request.',
      other:
        'They are shown your privacy contact and can ask to be removed. Such requests are answered here, on the page Requests; whom nobody answers within # days is removed, unless you hold the request.',
    }),
  forbidTextKept:
    'They are shown your privacy contact and can ask to be removed. Such requests are answered here, on the page Requests; whom nobody answers stays, as you have chosen there, and reads your reason.',
  leaveRefused: 'External users can no longer leave by themselves.',
}

export type PropertyWords = typeof properties

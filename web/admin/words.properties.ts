/** The words of the organization's properties. */
export const propertyWords = {
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
  privacyStatementHint: 'The address of your privacy statement, for example https://contoso.example/privacy',
  retention: 'Days until deleted users are permanently deleted',
  retentionHint: 'From 7 to 90 days. It counts for users who are deleted from now on.',
  retentionWrong: 'Choose from 7 to 90 days.',
  mailWrong: 'Write it like privacy@contoso.example.',
  urlWrong: 'Write it like https://contoso.example/privacy.',
  saved: 'The properties are saved.',
  unchanged: 'Nothing is changed yet.',
  leaveTitle: 'External user leave settings',
  leaveSwitch: 'Allow external users to leave by themselves',
  leaveHint:
    'When this is off, a guest who wants to leave is shown your privacy contact and privacy statement, and can ask you to be removed.',
  leaveNeedsContact:
    'A privacy contact is needed before this can be turned off, so that guests know whom to ask. Enter one above and save it.',
  homelessSwitch: 'Delete guests 30 days after their home account was',
  homelessHint:
    'When somebody’s account at home is permanently deleted, nobody can sign in as this guest any more. They can be restored as usual.',
  homelessDeleted: 'Guests without a home account are deleted after 30 days.',
  homelessKept: 'Guests without a home account are kept.',
  leaveAllowed: 'External users can leave by themselves.',
  forbidTitle: 'Take leaving away from external users?',
  forbid: 'Do not let them leave',
  forbidText: (guests: number | undefined) => {
    const who =
      guests === undefined
        ? 'Every guest here can leave by themselves now, and no longer could.'
        : guests === 0
          ? 'There is no guest here now; whoever comes could not leave by themselves.'
          : guests === 1
            ? 'One guest is concerned: they can leave by themselves now, and no longer could.'
            : `${new Intl.NumberFormat().format(guests)} guests are concerned: they can leave by themselves now, and no longer could.`
    return `${who} They are shown your privacy contact and can ask to be removed; such requests are answered here, on the page Requests.`
  },
  leaveRefused: 'External users can no longer leave by themselves.',
} as const

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

/** Of the page about domains. */
export const domains = {
  title: 'Domains',
  intro:
    'Names of your users end with one of them. A domain counts once its DNS shows that it is yours.',
  new: 'Add a domain',
  name: 'Domain',
  nameHint: 'For example contoso.example. Afterwards you are shown what to write into its DNS.',
  added: (name: string) => `${name} is added. Show by its DNS that it is yours.`,
  empty: 'No domains',
  emptyHint: 'Domains of your organization are here. Add one with Add a domain.',
  state: 'State',
  states: { default: 'Default', verified: 'Verified', unverified: 'Not verified' },
  signIn: 'Its people sign in',
  signsIn: { Managed: 'Here', Federated: 'At an identity provider' },
  verify: 'Verify',
  verifyNamed: (name: string) => `Verify ${name}`,
  verifyTitle: (name: string) => `Show that ${name} is yours`,
  verifyText:
    'Write this record into the DNS of the domain, where you have registered it, then select Verify. It can take hours until a record is seen everywhere; you can come back later, and it stays the same.',
  verifyAfter: 'Once the domain is verified the record can go again.',
  recordType: 'Type',
  recordHost: 'Name (host)',
  recordText: 'Value',
  recordTtl: 'TTL in seconds',
  verified: (name: string) => `${name} is verified.`,
  makeDefault: 'Make default',
  makeDefaultNamed: (name: string) => `Make default: ${name}`,
  makeDefaultTitle: (name: string) => `Make ${name} the default domain?`,
  makeDefaultText: 'New users and guests get a name that ends with it. Nobody’s name changes.',
  isDefault: (name: string) => `${name} is the default domain.`,
  removeTitle: (name: string) => `Remove ${name}?`,
  removeText:
    'Nobody can get a name at it any more, and another organization can show that it is theirs. You can add it again and verify it anew.',
  removeUnverifiedText: 'You can add it again.',
  removed: (name: string) => `${name} is removed.`,
  defaultStays: 'The default domain stays. Make another one the default first.',
  initialStays: 'The organization was made with this domain, so it stays.',
}

export type DomainWords = typeof domains

/** How people and programs sign in to an application, and its secrets; in English. */
import { consent } from '../consent.ts'
import { permissions } from '../permissions.ts'
import { pluralOf } from '../../speech.ts'

const plural = pluralOf('en')

export const applicationSignIn = {
  tab: 'Sign-in',
  forDevelopers: 'What the application needs',
  forDevelopersHint:
    'Give these to whoever sets the application up. A library for OpenID Connect finds everything else by the issuer.',
  clientId: 'Client ID',
  issuer: 'Issuer',
  discovery: 'Discovery document',
  settings: 'How people sign in',
  addresses: {
    web: 'Redirect addresses of a server',
    spa: 'Redirect addresses of a page in the browser',
    native: 'Redirect addresses of a program on a computer or phone',
  },
  addressesHints: {
    web: 'Where people are sent back to after signing in, one a line, taken letter for letter. A server keeps a secret and shows it.',
    spa: 'Optional. A page keeps no secret, and what it is given lasts a day at most.',
    native: 'Optional. A program keeps no secret. With http://localhost it may listen on any port.',
  },
  pkce: 'Sign-ins need PKCE',
  pkceHint:
    'Switch this off for a server whose library knows no PKCE. Pages and programs always need it.',
  away: 'It may work while people are away',
  awayHint: (days: number) =>
    `What it was given goes on for ${plural(days, { one: '# day', other: '# days' })} after it was last used, also when people sign out here. Without this, everything ends with their sign-in.`,
  logoutUrl: 'What the browser opens where people sign out',
  logoutUrlHint:
    'Optional. It is opened in a hidden frame with iss and sid, so that the application ends its session, too.',
  backchannel: 'Who is told when a session ends',
  backchannelHint:
    'Optional. An address of the application that takes back-channel logout: it is called when somebody signs out, leaves or is removed.',
  enabled: 'Enabled',
  ofItsHome:
    'Whether it is enabled here and who may sign in to it is decided here. The rest belongs to the organization in which the application is registered, which alone can change it.',
  enabledHint: 'Where it is off, nobody signs in to it, and it gets no tokens.',
  assigned: 'Only people who are assigned may sign in',
  assignedHint: 'Directly or by a group. Everybody else is told to ask an administrator.',
  groups: 'Which groups of people it is told of',
  groupsHint:
    'By their ids, in tokens. An application that asks for groups itself is told of them in any case.',
  groupChoices: {
    none: 'None',
    SecurityGroup: 'All that somebody is in',
    ApplicationGroup: 'Those that are assigned to the application',
  },
  saved: 'The sign-in settings are saved.',
  secrets: 'Client secrets',
  secretsHint:
    'With a secret a web application proves who it is. Make a new one before the old one ends, change over, then remove the old one.',
  secretsNone: 'No secret yet',
  secretsNoneHint: 'A web application needs one. Pages and programs on devices have none.',
  newSecret: 'New secret',
  secretName: 'What it is for',
  secretNameHint: 'For example the server that uses it. You tell secrets apart by this.',
  secretMonths: 'How long it is good',
  months: (months: number) => plural(months, { one: '1 month', other: '# months' }),
  createSecret: 'Make the secret',
  secretTitle: 'The new secret',
  secretOnce:
    'Copy it now: it is shown this once and stored nowhere. Whoever has it can act as this application.',
  secretLabel: 'Secret',
  secretStart: 'Begins with',
  secretUntil: 'Good until',
  secretSince: 'Made',
  unnamed: 'Without a name',
  removeSecret: (name: string) => `Remove the secret ${name}`,
  removeSecretTitle: (name: string) => `Remove the secret “${name}”?`,
  removeSecretText:
    'Whatever uses it can no longer prove who it is, from the next request on. This cannot be undone.',
  secretRemoved: 'The secret is removed.',
}

export type ApplicationSignInWords = typeof applicationSignIn

const { ofEach, ownApplications, createGroups } = consent.admin

export const applicationPermissions = {
  tab: 'Permissions',
  /** What each at the directory lets it do. */
  names: {
    ...permissions,
    ...ofEach,
    'Application.ReadWrite.OwnedBy': ownApplications,
    'Group.Create': createGroups,
  },
  directory: 'This directory',
  notHere: (id: string) => `Not used here (${id})`,
  log: 'Who gave and took what, and when: audit log',
  permission: 'Permission',
  at: 'At',
  kind: 'How it is used',
  kinds: { Scope: 'For people', Role: 'By itself' },
  state: 'State',
  isGiven: 'Given',
  notGiven: 'Not given',
  asked: 'What it asks for',
  askedHint:
    'What the registration of the application names. It has none of it before it is given, or people agree to it themselves.',
  askedNone: 'It asks for nothing more',
  askedNoneHint:
    'Signing people in takes no permission. What it asks for stands in its registration.',
  askedElsewhere:
    'It belongs to another organization, and what it asks for stands there. An administrator is shown it when the application asks for consent.',
  ofItself: 'What it may do by itself',
  ofItselfHint: 'With nobody signed in, at any time. Taken back, it ends with the next request.',
  ofItselfNone: 'Nothing by itself',
  ofItselfNoneHint: 'Permissions are here when they are given with Give a permission.',
  forPeople: 'What it may do for people',
  forPeopleHint:
    'Never more than the person may do. In this directory each person agrees to it at their next sign-in; what they agreed to themselves is here too.',
  forPeopleNone: 'Nothing for people but signing them in',
  forPeopleNoneHint:
    'Permissions are here when they are given with Give a permission, or when people agree to them.',
  forWhom: 'For whom',
  everybody: 'Everybody',
  since: 'Given',
  give: 'Give',
  giveNamed: (permission: string, kind: string) => `Give: ${permission}, ${kind}`,
  giveTitle: (permission: string) => `Give the permission “${permission}”?`,
  giveScopeText: (application: string, resource: string) =>
    `${application} may use it at ${resource} for everybody in the organization, never for more than the person may do.`,
  giveRoleText: (application: string, resource: string) =>
    `${application} may use it at ${resource} by itself, with nobody signed in. Give it to applications whose operators you trust.`,
  given: (permission: string) => `The permission “${permission}” is given.`,
  giveOne: 'Give a permission',
  giveHow: 'How it is used',
  giveHows: {
    everybody: 'For everybody who signs in',
    person: 'For one person',
    itself: 'By itself, with nobody signed in',
  },
  person: 'Person',
  takeBack: 'Take back',
  takeNamed: (permission: string, from: string) => `Take back: ${permission}, ${from}`,
  takeTitle: (permission: string) => `Take back the permission “${permission}”?`,
  takeScopeText: 'It ends with the next request, whatever a token says. It can be given again.',
  takeRoleText: 'What the application does with it by itself fails from the next request on.',
  taken: (permission: string) => `The permission “${permission}” is taken back.`,
}

export type ApplicationPermissionsWords = typeof applicationPermissions

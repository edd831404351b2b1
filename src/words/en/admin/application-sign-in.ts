/** How people and programs sign in to an application, and its secrets; in English. */
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
  scopes: 'What it may do in this directory for the person who has signed in',
  scopesHint: 'Never more than that person may do with their own roles.',
  scopeNames: {
    'User.Read': 'See who the person is (User.Read). Every application may.',
    'Directory.Read.All': 'Read the directory (Directory.Read.All)',
    'Directory.AccessAsUser.All': 'Do everything the person may do (Directory.AccessAsUser.All)',
  },
  /** Of the others, that programs have given. */
  permissions,
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

/**
 * The words of the admin centre. Whole sentences, so that they can be translated; each area keeps
 * its own beside this file.
 */
import { activityWords } from './words.activity.ts'
import { applicationWords, groupWords, roleWords } from './words.directory.ts'
import { deletedWords } from './words.deleted.ts'
import { collaborationWords, invitationWords } from './words.invitations.ts'
import { providerWords } from './words.providers.ts'
import { propertyWords } from './words.properties.ts'
import { signInWords } from './words.applications.ts'
import { userWords } from './words.users.ts'

const numbers = new Intl.NumberFormat()

export const words = {
  product: 'Guesthouse admin centre',
  chooseTitle: 'Choose an organization',
  chooseIntro: 'These are the organizations that you can administer.',
  noneToAdminister: 'You administer no organization',
  noneToAdministerHint:
    'An organization is here once one of its administrators gives you a directory role that opens the admin centre.',
  toPortal: 'Go to my apps',
  manage: 'Manage',
  activity: 'Activity',
  overview: 'Overview',
  users: 'Users',
  groups: 'Groups',
  applications: 'Applications',
  roles: 'Roles',
  properties: 'Properties',
  requests: 'Requests',
  auditLog: 'Audit log',
  erasures: 'Erasures',
  opening: 'Opening the admin centre…',
  otherOrganizations: 'Other organizations',
  whereYouAre: 'Where you are',
  notForYou: 'Your role does not allow this.',
  needsRole: (roles: string) =>
    roles === ''
      ? 'No role allows this here.'
      : `Your roles do not allow this. One of these does: ${roles}.`,
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  add: 'Add',
  remove: 'Remove',
  edit: 'Edit',
  delete: 'Delete',
  name: 'Name',
  description: 'Description',
  actions: 'Actions',
  none: '–',
  owner: 'Owner',
  ownerAny: 'Anybody or nobody',
  ownerNone: 'No owner',
  yes: 'Yes',
  no: 'No',
  reading: (what: string) => `Reading the list ${what}…`,
  loading: 'Loading…',
  loadMore: 'Load more',
  countAll: 'Count them all',
  shown: (shown: number) => (shown === 1 ? 'One shown' : `${numbers.format(shown)} shown`),
  shownOf: (shown: number, count: number) =>
    `${numbers.format(shown)} shown of ${numbers.format(count)}`,
  select: (name: string) => `Select ${name}`,
  selectAllShown: 'Select all that are shown',
  sortBy: 'Sort by',
  ascending: (column: string) => `${column}, ascending`,
  descending: (column: string) => `${column}, descending`,
  copyNamed: (name: string) => `Copy: ${name}`,
  removeNamed: (name: string) => `Remove ${name}`,
  nothingFound: 'Nothing found',
  nothingFoundHint:
    'Nothing here matches. Search for the start of a name or address, or loosen the filter.',
  searching: 'Searching…',
  pickHint: 'Type the start of a name or address, then choose.',
  choiceKinds: { user: 'Users', group: 'Groups', application: 'Applications' },
  erased: (id: string) => `Erased (${id})`,
  number: (value: number) => numbers.format(value),
  user: userWords,
  signIn: signInWords,
  deleted: deletedWords,
  group: groupWords,
  application: applicationWords,
  role: roleWords,
  invitation: invitationWords,
  collaboration: collaborationWords,
  provider: providerWords,
  property: propertyWords,
  log: activityWords,
} as const

/** What stands around the pages of the admin centre and in all of their lists, in English. */
import { numberOf, pluralOf } from '../../speech.ts'

const number = numberOf('en')
const plural = pluralOf('en')

export const frame = {
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
  gone: 'Not here',
  goneHint: 'Nothing is at this address: it may have been deleted, or the address is not right.',
  goTo: (list: string) => `Go to ${list}`,
  whereYouAre: 'Where you are',
  needsRole: (roles: string) =>
    roles === ''
      ? 'No role allows this here.'
      : `Your roles do not allow this. It takes the role of ${roles}.`,
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
  loadMore: 'Load more',
  countAll: 'Count them all',
  shown: (shown: number) => plural(shown, { one: 'One shown', other: '# shown' }),
  shownOf: (shown: number, count: number) => `${number(shown)} shown of ${number(count)}`,
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
  andMore: (count: number) => plural(count, { one: 'and one more', other: 'and # more' }),
  searching: 'Searching…',
  pickHint: 'Type the start of a name or address, then choose.',
  choiceKinds: { user: 'Users', group: 'Groups', application: 'Applications' },
  erased: (id: string) => `Erased (${id})`,
}

export type FrameWords = typeof frame

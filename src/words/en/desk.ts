/** The portal's list of organizations, and leaving many at once; in English. */
import { pluralOf } from '../speech.ts'

const plural = pluralOf('en')

export const desk = {
  back: 'Back to my organizations',
  openApps: 'Open its apps',
  filter: 'Show',
  filters: {
    all: 'All',
    active: 'Active',
    unused: (days: number) => plural(days, { one: 'Unused for a day', other: 'Unused for # days' }),
    waiting: 'Waiting invitations',
    blocked: 'Cannot be left just now',
    ended: 'Left or removed',
    hidden: 'Hidden',
  },
  counted: (name: string, count: number) =>
    plural(count, { one: `${name} (#)`, other: `${name} (#)` }),
  order: 'Order',
  orders: { use: 'Last used first', longestUnused: 'Longest unused first', name: 'By name' },
  apply: 'Find',
  nothingHere: 'Nothing of this kind. Choose “All” to see the others.',
  lastUsed: (date: string) => `last used on ${date}`,
  notRecorded: 'use not recorded',
  select: (organization: string) => `Select ${organization}`,
  selectAll: 'Select all on this page',
  selected: 'Selected:',
  clear: 'Clear',
  selectFound: (count: number) =>
    plural(count, {
      one: 'Select the one that is found',
      other: 'Select all # that are found',
    }),
  leaveSelected: 'Leave selected',
  firstPage: 'First page',
  nextPage: 'Next page',
  hide: 'Hide from my list',
  show: 'Show in my list again',
  hidden: (organization: string) =>
    `${organization} is hidden from your list. You find it there under “Hidden”; you are a guest as before.`,
  shown: (organization: string) => `${organization} stands in your list again.`,
  showAtHome: 'Let my home organization see this',
  hideAtHome: 'No longer let my home organization see this',
  shownAtHome: (organization: string) =>
    `Administrators of your home organization now see that you are a guest of ${organization}, and when that changes, and ${organization} may see whether your account at home is enabled, and since when not. You can take this back at any time.`,
  hiddenAtHome: (organization: string) =>
    `Your home organization no longer sees that you are a guest of ${organization}. Nor does that organization see your account at home. What stands in logs already stays there.`,
  notYours: 'Not among your organizations',
  many: {
    title: (count: number) =>
      plural(count, { one: 'Leave one organization?', other: 'Leave # organizations?' }),
    lead: 'Your accounts there end at once, and with them, all together:',
    nothing: 'Your accounts there end at once. You hold no groups, apps or roles in any of them.',
    atOnce: (most: number, rest: number) =>
      `At most ${most} are left at once; the other ${rest} you can leave afterwards.`,
    each: 'Each by itself',
    restorable: (organization: string, date: string) =>
      `${organization}: can be restored until ${date}.`,
    afterwards:
      'An administrator of each can bring you back until its date. After that, coming back needs a new invitation.',
    afterwardsOpen:
      'An administrator of each that is not closed can bring you back until its date. After that, coming back needs a new invitation.',
    undo: (until: string) =>
      `If you leave by mistake, you can undo each by yourself until ${until}.`,
    undoSome: (count: number, until: string) =>
      plural(count, {
        one: `One of them you can undo by yourself until ${until}; “Each by itself” says which.`,
        other: `# of them you can undo by yourself until ${until}; “Each by itself” says which.`,
      }),
    undoable: (date: string) => `You can undo it yourself until ${date}.`,
    unowned: 'This would be left with nobody',
    unownedText:
      'You can name a successor for each of these, and leave it in the same step. If you leave without, it is left with nobody until an administrator settles it.',
    blocked: 'These cannot be left just now',
    ask: (count: number) =>
      plural(count, {
        one: 'Ask its administrators to remove me instead',
        other: 'Ask the administrators of these # to remove me instead',
      }),
    left: (count: number) =>
      plural(count, {
        one: 'You have left one organization.',
        other: 'You have left # organizations.',
      }),
    receipt: 'One receipt for all of them',
    leftNone: 'You have left none of them.',
    notLeft: (organization: string) => `You have not left ${organization}.`,
  },
  apps: {
    none: (search: string) => `No organization of yours that is open to you matches “${search}”.`,
    all: 'All my organizations',
  },
}

export type DeskWords = typeof desk

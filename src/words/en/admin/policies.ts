/** What ends guests by themselves: what comes for one, and the policies; in English. */
import { coming } from '../lifecycle.ts'
import { pluralOf } from '../../speech.ts'

const plural = pluralOf('en')

export const policies = {
  title: 'Guest lifecycle',
  intro:
    'Rules that guests keep, and what becomes of those who do not. The policy with the lowest number that a guest falls under decides, alone. Guests and whoever answers for them are told before anything is done, and whom a policy has disabled can still leave.',
  new: 'New policy',
  newTitle: 'New lifecycle policy',
  empty: 'No policy yet',
  emptyHint:
    'A policy names a rule, such as not used for three months, and what becomes of guests who do not keep it: they are told, then disabled, then deleted. You see whom it would concern before it is saved. Until there is one, guests end only by their end date.',
  name: 'Name',
  order: 'Order',
  orderHint: 'The lowest number decides first; of two alike the older policy.',
  isOn: 'On',
  on: 'On',
  off: 'Off',
  offHint: 'A policy that is off does nothing, and notices that it has begun are forgotten.',
  groupGone: 'Its group is gone',
  groupGoneHint:
    'The group that this policy was for is permanently deleted. It is off until you say for whom it is.',
  forWhom: 'For whom',
  who: { all: 'All guests', group: 'Guests in one group' },
  aGroup: 'A group',
  group: 'Group',
  exceptGroup: 'Except the members of this group',
  settings: 'Settings',
  rules: 'Rules',
  rulesHint: 'A guest who does not keep one of them is told, and the grace begins.',
  inactive: 'Used within a number of days',
  inactiveDays: 'Days without use',
  needsSponsor: 'Somebody answers for the guest',
  attestation: 'Confirmed as needed within a number of days',
  attestationDays: 'Days since the last confirmation',
  redemption: 'The invitation is accepted within a number of days',
  redemptionDays: 'Days since the invitation',
  ending: 'What happens',
  graceDays: 'Days of grace',
  graceHint:
    'How long a guest is told before anything is done: at once, after a third and two thirds, and a day before. Who was told of something milder or later, before you changed the policy or by another one, is told anew and has all of it.',
  action: 'When the grace is over',
  actions: {
    disable: 'The guest is disabled',
    delete: 'The guest is deleted',
    disableThenDelete: 'The guest is disabled, and deleted later',
  },
  deletionDays: 'Days from disabled to deleted',
  lastRun: 'Last run',
  notRunYet: 'Not yet',
  short: {
    inactive: (days: number) =>
      plural(days, { one: 'used within one day', other: 'used within # days' }),
    sponsor: 'has a sponsor',
    attestation: (days: number) =>
      plural(days, { one: 'confirmed within one day', other: 'confirmed within # days' }),
    redemption: (days: number) =>
      plural(days, { one: 'accepted within one day', other: 'accepted within # days' }),
  },
  trial: {
    title: 'What it would do',
    look: 'Show what it would do',
    lookFirst: 'Look first at what it would do: “Show what it would do”.',
    changed: 'The settings have changed since. Look again before you save.',
    noRule: 'Choose a rule first.',
    noGroup: 'Choose the group first.',
    hint: (days: number) =>
      plural(days, {
        one: 'Nothing is saved and nobody is told by looking. It names whom it would tell within one day, or has told.',
        other:
          'Nothing is saved and nobody is told by looking. It names whom it would tell within # days, or has told.',
      }),
    nobody: 'It would concern nobody soon',
    nobodyHint: 'Every guest under it keeps its rules for now.',
    told: (count: number) =>
      plural(count, { one: 'One guest is told', other: '# guests are told' }),
    disabled: (count: number) => plural(count, { one: 'One is disabled', other: '# are disabled' }),
    deleted: (count: number) => plural(count, { one: 'One is deleted', other: '# are deleted' }),
    notWhole: 'There are more guests than were looked at, so there may be more.',
    guest: 'Guest',
    why: 'Why',
    toldOn: 'Told on',
    disabledOn: 'Disabled on',
    deletedOn: 'Deleted on',
  },
  switch: (name: string) => `${name} is on`,
  turnOn: 'Turn on',
  turnOnTitle: (name: string) => `Turn on the policy ${name}?`,
  isTurnedOn: (name: string) => `The policy ${name} is on.`,
  turnOff: 'Turn off',
  turnOffTitle: (name: string) => `Turn off the policy ${name}?`,
  turnOffText:
    'It does nothing while it is off, and the grace that has begun for guests is forgotten. Whom it has disabled stays disabled until somebody enables them.',
  isTurnedOff: (name: string) => `The policy ${name} is off.`,
  create: 'Save policy',
  saved: (name: string) => `The policy ${name} is saved.`,
  removeTitle: (name: string) => `Remove the policy ${name}?`,
  removeText:
    'It does nothing more. Whom it has disabled stays disabled until somebody enables them.',
  removed: (name: string) => `The policy ${name} is removed.`,
  results: {
    title: 'What it did',
    day: 'Day',
    told: 'Notices',
    disabled: 'Disabled',
    deleted: 'Deleted',
    empty: 'Nothing yet',
    emptyHint: 'A day stands here once the policy has told, disabled or deleted somebody on it.',
  },
  history: {
    title: 'Who changed it',
    when: 'When',
    who: 'Who',
    what: 'What',
    empty: 'No change is in the log',
    emptyHint: 'Changes stand here as long as the audit log keeps them.',
    change: (property: string, old: string, now: string) => `${property}: ${old} → ${now}`,
  },
  next: {
    title: 'What ends it next',
    keep: 'Confirm need',
    keepTitle: (guest: string) => `Is ${guest} still needed?`,
    keepText: 'It is noted that the guest is still needed, and written into the audit log.',
    kept: (guest: string) => `It is confirmed that ${guest} is still needed.`,
    confirmed: (date: string) => `Last confirmed as needed on ${date}.`,
    notConfirmed: 'Nobody has confirmed yet that the guest is needed.',
    endDate: 'End date',
    stays: (date: string) => `leave it at ${date}`,
    nothing: 'Nothing ends this account by itself.',
    disabledByPolicy:
      'A policy has disabled this account. The guest can still leave; enabling it starts the clocks anew.',
    by: (policy: string) => `The policy that decides about this guest: ${policy}.`,
    steps: {
      told: 'Guest and sponsors are told',
      disabled: 'Disabled',
      deleted: 'Deleted. An administrator can restore the account until the permanent deletion.',
      purged: 'Deleted permanently',
    },
    coming,
  },
}

export type PoliciesWords = typeof policies

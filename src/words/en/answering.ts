/**
 * What people read when they say that an account is still needed, their own or of a guest for whom
 * they answer, and when they look back at where they are; in English.
 */
import { coming } from './lifecycle.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('en')

/** What ends an account next; for oneself and for a guest alike. */
const facts = {
  attested: 'Last confirmed',
  never: 'not yet',
  endDate: 'End date',
  why: 'Why',
  removedOn: 'Removed on',
}

/** By the code of the reason for which a guest cannot say it of themselves. */
const ownReason = {
  notAGuest: (organization: string) =>
    `Nothing has to be confirmed at ${organization}: that is asked of guests, and you are none there.`,
  notAccepted: (organization: string) =>
    `You have not accepted the invitation of ${organization} yet. Accept it first; then your account there can be confirmed.`,
  disabled: (organization: string) =>
    `Your account at ${organization} is disabled, so you cannot confirm it. Ask whoever answers for you there, or an administrator.`,
  over: (organization: string) =>
    `Your end date at ${organization} has come, so confirming would change nothing: only an administrator there can still move it.`,
  notAllowed: (organization: string) =>
    `${organization} does not leave this to its guests. Ask whoever answers for you there, or an administrator, to confirm that you still need your account.`,
  organizationClosed: (organization: string) =>
    `${organization} is closed, so there is nothing to confirm.`,
}

/** By the code of the reason for which something is not done with a guest. */
const refused = {
  notFound:
    'You answer for no guest with this id there. Somebody else may answer for them by now, or they have left.',
  guestDisabled:
    'An administrator has disabled this guest, so only an administrator can say what becomes of them.',
  throughGroup:
    'A group that you own answers for this guest, not you yourself. An administrator can change who answers.',
  noEndDate: 'This guest has no end date, so there is nothing to prolong.',
  over: 'The end date of this guest has come, so only an administrator can still move it.',
  notLater: 'The new end date has to be later than the present one.',
  tooFar: 'The end date can be moved by a year from today at most.',
  answered:
    'This guest cannot be taken over: somebody answers for them by now, or they are not there any more.',
}

export const answering = {
  facts,
  coming,
  /** The guest about themselves. */
  own: {
    title: (organization: string) => `Do you still need your account at ${organization}?`,
    text: (organization: string) =>
      `If you confirm it, ${organization} knows that you still need it.`,
    until: (organization: string, date: string) =>
      `If nothing else happens, your account at ${organization} stands until ${date}.`,
    over: (organization: string, date: string) =>
      `Your end date at ${organization}, ${date}, has come: your account is removed next. Only an administrator there can still move the date.`,
    open: (organization: string) => `Nothing ends your account at ${organization} by itself.`,
    endDate:
      'An end date is moved by whoever answers for you, or by an administrator; confirming does not move it.',
    confirm: 'I still need this',
    link: 'Is it still needed?',
    done: (organization: string) =>
      `You have confirmed that you still need your account at ${organization}.`,
    leave: (organization: string) => `Leave ${organization} instead`,
    reason: ownReason,
  },
  refused,
  /** The page of who answers for guests. */
  guests: {
    title: 'Guests I answer for',
    intro:
      'Their organizations want to know whether these guests are still needed. Keep whom you need, hand over whom a colleague knows better; for the others do nothing. What ends whom, and what would stop it, stands beside each.',
    mine: 'I answer for them',
    nobodys: 'Nobody answers for them',
    nobodyIntro:
      'Guests of organizations whose members you see, for whom nobody answers now: whoever did has left or is disabled, or nobody was named. You can take them over.',
    emptyTitle: 'You answer for no guest',
    emptyHint:
      'Whoever invites a guest answers for them at first; an administrator or a colleague can name you too.',
    nobodyEmptyTitle: 'Somebody answers for every guest whom you see',
    nobodyEmptyHint:
      'When whoever answers for a guest leaves or is disabled, the guest stands here.',
    states: { active: 'Active', invited: 'Invited', disabled: 'Disabled' },
    since: (date: string) => `guest since ${date}`,
    throughGroup: 'A group that you own answers for this guest.',
    until: (date: string) => `If nothing happens, the account ends on ${date}.`,
    over: (date: string) =>
      `The end date, ${date}, has come: the account is removed next. Only an administrator can still move the date.`,
    disabledUntil: (date: string) => `If nothing happens, the account is disabled on ${date}.`,
    open: 'Nothing ends this account by itself.',
    keep: 'Keep',
    passOn: 'Hand over',
    giveUp: 'No longer answer',
    takeOver: 'Take over',
    keepTitle: (guest: string) => `Keep ${guest}?`,
    keepText: (guest: string, organization: string) =>
      `You confirm that ${guest} still needs the account at ${organization}. This is written into the audit log there.`,
    keepDisabled: 'A rule has disabled this account. Only an administrator enables it again.',
    prolong: 'End date',
    prolongStay: (date: string) => `leave it at ${date}`,
    kept: (guest: string) => `It is noted that ${guest} is still needed.`,
    giveUpTitle: (guest: string) => `No longer answer for ${guest}?`,
    giveUpText: (guest: string, organization: string) =>
      `${guest} stays at ${organization} as before, but nobody asks you any more. If nobody else answers for ${guest}, administrators see that nobody does.`,
    givenUp: (guest: string) => `You no longer answer for ${guest}.`,
    passOnTitle: (guest: string) => `Hand over ${guest}?`,
    passOnText: (guest: string, organization: string) =>
      `Choose who answers for ${guest} at ${organization} in your place. They are told by mail.`,
    passedOn: (guest: string) => `A colleague answers for ${guest} now.`,
    takeOverTitle: (guest: string) => `Take over ${guest}?`,
    takeOverText: (guest: string, organization: string) =>
      `From now on you answer for ${guest} at ${organization}: you are asked whether the account is still needed. It gives you no rights.`,
    takenOver: (guest: string) => `You answer for ${guest} now.`,
  },
  review: {
    title: 'Looking back',
    summary: (organizations: number) =>
      plural(organizations, {
        one: 'You are in one organization beside your home.',
        other: 'You are in # organizations beside your home.',
      }),
    unused: (count: number, days: number) =>
      plural(count, {
        one: `One of them shows no use for ${days} days.`,
        other: `# of them show no use for ${days} days.`,
      }),
    allUsed: (days: number) => `All of them were used within ${days} days.`,
    hint: 'Longest unused first. Select those that you do not need, and leave them with one question; or hide what you only do not want to see.',
    mailOn: 'Once a year a mail tells you this.',
    mailOff: 'No mail tells you this once a year.',
    stopMails: 'No such mail any more',
    wantMails: 'Tell me once a year',
    stopped: 'You get no such mail any more.',
    wanted: 'You are told once a year by mail.',
  },
}

export type AnsweringWords = typeof answering

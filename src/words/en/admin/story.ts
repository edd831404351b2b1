/** What the page of a user begins with, and their timeline; in English. */
import { pluralOf } from '../../speech.ts'

const plural = pluralOf('en')

export const story = {
  title: 'In short',
  came: 'How they came',
  why: 'Why',
  answers: 'Who answers',
  use: 'Last use',
  reach: 'Reach',
  state: 'State',
  invited: (who: string, at: string) => `Invited by ${who} on ${at}.`,
  invitedByGone: (at: string) => `Invited on ${at}, by somebody who is no longer here.`,
  invitedUnknown: (at: string) => `Invited on ${at}; by whom is not recorded.`,
  invitationNotKept: (at: string) =>
    `Here since ${at}, by an invitation; who invited is not recorded.`,
  made: (at: string) => `Made here on ${at}, without an invitation.`,
  states: {
    accepted: (at: string) => `Accepted on ${at}.`,
    pending: (at: string) => `Not accepted yet; the invitation is good until ${at}.`,
    expired: (at: string) => `Not accepted; the invitation ended on ${at}.`,
    revoked: () => 'Not accepted; the invitation was revoked.',
  },
  acceptedSometime: 'Accepted; when is not recorded.',
  mail: {
    waiting: 'Its mail waits to be sent.',
    taken: 'Its mail was handed over to the mail server.',
    refused: 'Its mail was refused for good.',
    unconfirmed: 'Its mail was handed over several times and never confirmed.',
    expired: 'Its mail could not be handed over in time.',
  },
  noMail: 'No mail was sent with it: whoever invited passes the link on.',
  noMessage: 'Nothing was written with the invitation.',
  sponsors: (count: number, who: string) =>
    plural(count, {
      one: `${who} answers for them.`,
      other: `${who} answer for them.`,
    }),
  noSponsor: 'Nobody answers for them.',
  lastUsed: (at: string) => `Last active here on ${at}.`,
  notCome: 'Not active here yet: the invitation is not accepted.',
  notRecorded: 'When they were last active here is not recorded.',
  reaches: (groups: string, applications: string, roles: string) =>
    `In ${groups}; ${applications} assigned; holding ${roles}.`,
  groups: (count: number) =>
    plural(count, { none: 'no group', one: 'one group', other: '# groups' }),
  applications: (count: number) =>
    plural(count, { none: 'no application', one: 'one application', other: '# applications' }),
  roles: (count: number) => plural(count, { none: 'no role', one: 'one role', other: '# roles' }),
  reachesNothing: 'In no group, with no application assigned, and without a role.',
  enabled: 'Enabled.',
  disabled: (who: string, at: string) => `Disabled by ${who} on ${at}.`,
  disabledByPolicy: (at: string) => `Disabled by a lifecycle policy on ${at}.`,
  disabledUnknown: (at: string) => `Disabled on ${at}; by whom is not recorded.`,
  disabledSometime: 'Disabled; since when is not recorded.',
  homeGone: (at: string) =>
    `The account at home was permanently deleted on ${at}; nobody can sign in with it.`,
  homeDisabled: 'The account at home is disabled.',
  homeDisabledSince: (at: string) =>
    `The account at home has been disabled or deleted since ${at}.`,
  timeline: 'Timeline',
  timelineHint:
    'What happened to this user, and which mails they were sent about it, newest first. Of signing in, the last time and the first that is kept.',
  timelineEmpty: 'Nothing is recorded',
  timelineEmptyHint:
    'What happens to this user stands here, as long as entries of the log are kept.',
  by: (who: string) => `By ${who}`,
  byOperator: 'By the operator',
  bySystem: 'By Guesthouse itself',
  lastSignIn: 'Last sign-in',
  firstSignIn: 'First sign-in that is kept',
  deleted: 'Deleted',
  ended: {
    self: (at: string) => `Left by themselves on ${at}.`,
    administrator: (at: string) => `Deleted by an administrator on ${at}.`,
    policy: (at: string) => `Deleted by a policy on ${at}.`,
    operator: (at: string) => `Deleted by an operator on ${at}.`,
  },
  deletedBy: (who: string, at: string) => `Deleted by ${who} on ${at}.`,
  howEnded: 'How they ended',
  next: 'What comes next',
  restorable: (at: string) => `Can be restored until ${at}.`,
  heldRestorable: 'The user can still be restored.',
  heldOver: 'The time in which the user could be restored is over.',
  held: (at: string) => `On hold since ${at}: not erased until the hold is ended.`,
  heldBecause: (at: string, why: string) =>
    `On hold since ${at}: not erased until the hold is ended. Reason: ${why}`,
}

export type StoryWords = typeof story

/**
 * What mails say before an account of a guest ends by itself, in English: by its end date, or by a
 * rule of the organization; and once a year about all of them. Who calls sets apart what is named.
 */
import { pluralOf } from '../speech.ts'

const plural = pluralOf('en')

type At = { readonly organization: string }
type On = { readonly time: string }
type About = { readonly organization: string; readonly guest: string }

export const lifecycle = {
  guest: {
    subject: {
      delete: ({ organization }: At) => `Your account at ${organization} ends soon`,
      disable: ({ organization }: At) => `Your account at ${organization} will be disabled soon`,
      done: ({ organization }: At) => `Your account at ${organization} is disabled`,
    },
    why: {
      endDate: ({ organization }: At) => `An end date is set for your account at ${organization}.`,
      inactivity: ({ organization }: At) =>
        `You have not used ${organization} for a long time, and it removes the access of guests who no longer need it.`,
      sponsor: ({ organization }: At) =>
        `Nobody at ${organization} answers for you any more, and each guest there needs somebody who does.`,
      attestation: ({ organization }: At) =>
        `Nobody has confirmed for a long time that you still need your account at ${organization}.`,
      redemption: ({ organization }: At) =>
        `You have not accepted the invitation of ${organization} yet.`,
    },
    delete: ({ organization, time }: At & On) =>
      `On ${time} your account at ${organization} is removed. For a while after that an administrator there can restore it.`,
    disable: ({ organization, time }: At & On) =>
      `On ${time} your account at ${organization} is disabled: you cannot use it then, and nothing is deleted yet.`,
    done: ({ organization }: At) =>
      `Your account at ${organization} is disabled now. An administrator there can enable it again, and you can still leave on the page Organizations.`,
    doneHere: ({ organization }: At) =>
      `Your account at ${organization} is disabled. An administrator there can enable it again, and you can still leave.`,
    later: ({ time }: On) => `Unless it is enabled again, it is removed on ${time}.`,
    attest: ({ organization }: At) =>
      `If you still need it, confirm it yourself: it takes one step, and ${organization} counts from then on. You can also leave there.`,
    stay: {
      endDate: ({ organization }: At) =>
        `If you need it for longer, ask whoever answers for you at ${organization}, or an administrator there, for a later date.`,
      inactivity: ({ organization }: At) =>
        `If you still need it, sign in to ${organization} before then; nothing else is needed.`,
      sponsor: ({ organization }: At) =>
        `If you still need it, ask somebody at ${organization} to answer for you.`,
      attestation: ({ organization }: At) =>
        `If you still need it, ask whoever answers for you at ${organization}, or an administrator there, to confirm it.`,
      redemption: () => 'If you want it, accept the invitation before then.',
    },
  },

  /** To whoever answers for the guest. */
  sponsor: {
    subject: {
      delete: ({ organization, guest }: About) =>
        `The account of ${guest} at ${organization} ends soon`,
      disable: ({ organization, guest }: About) =>
        `The account of ${guest} at ${organization} will be disabled soon`,
      done: ({ organization, guest }: About) =>
        `The account of ${guest} at ${organization} is disabled`,
      removed: ({ organization, guest }: About) =>
        `The account of ${guest} at ${organization} has ended`,
    },
    you: ({ organization, guest }: About) =>
      `You get this mail because you answer for ${guest} at ${organization}.`,
    why: {
      endDate: ({ guest }: About) => `An end date is set for the account of ${guest}.`,
      inactivity: ({ organization, guest }: About) =>
        `${guest} has not used ${organization} for a long time.`,
      sponsor: ({ organization, guest }: About) =>
        `Nobody at ${organization} was left who answers for ${guest}.`,
      attestation: ({ organization, guest }: About) =>
        `Nobody has confirmed for a long time that ${guest} still needs the account at ${organization}.`,
      redemption: ({ organization, guest }: About) =>
        `${guest} has not accepted the invitation of ${organization} yet.`,
    },
    delete: ({ guest, time }: About & On) =>
      `On ${time} the account of ${guest} is removed. For a while after that an administrator can restore it.`,
    disable: ({ guest, time }: About & On) =>
      `On ${time} the account of ${guest} is disabled; nothing is deleted yet.`,
    done: ({ guest }: About) => `The account of ${guest} is disabled now.`,
    removed: ({ guest }: About) =>
      `The account of ${guest} is removed now. For a while an administrator can restore it.`,
    later: ({ time }: On) => `Unless it is enabled again, it is removed on ${time}.`,
    stay: {
      endDate: ({ guest }: About) =>
        `If ${guest} needs it for longer, choose a later date on the page Guests I answer for.`,
      inactivity: ({ organization, guest }: About) =>
        `If ${guest} still needs it, it is enough to sign in to ${organization} before then.`,
      sponsor: ({ organization, guest }: About) =>
        `If ${guest} still needs it, somebody at ${organization} has to answer for ${guest}.`,
      attestation: ({ guest }: About) =>
        `If ${guest} still needs it, confirm it on the page Guests I answer for. If not, do nothing.`,
      redemption: ({ guest }: About) =>
        `If ${guest} is still to come, the invitation has to be accepted before then.`,
    },
  },

  /** Where to go on. */
  links: {
    signIn: ({ organization }: At) => `Sign in to ${organization}`,
    own: 'Say that I still need it',
    guests: 'See the guests I answer for',
    review: 'See which, and leave what you do not need',
  },

  /** To a colleague who answers for the guest from now on. */
  passedOn: {
    subject: ({ organization }: At) => `You answer for a guest at ${organization}`,
    lead: ({ organization, guest }: About) =>
      `A colleague has named you: from now on you answer for ${guest} at ${organization}. You are asked whether the account is still needed; it gives you no rights.`,
  },

  /** Once a year, to who is in many organizations. */
  review: {
    subject: (count: number) =>
      plural(count, {
        one: 'You are in one organization: do you still need it?',
        other: 'You are in # organizations: do you still need all of them?',
      }),
    why: 'You get this mail once a year, because you are in many organizations and do not use all of them. On the same page you can say that you want no such mail.',
  },
}

/** On pages, what ends an account by itself, why, and what stops it. */
export const coming = {
  /** It is so already. */
  reason: {
    endDate: 'There is an end date',
    inactivity: 'Not used for too long',
    sponsor: 'Nobody answers for the guest',
    attestation: 'The need is not confirmed',
    redemption: 'The invitation is not accepted',
    homeGone: 'The home account is gone',
    neverAccepted: 'The invitation is not accepted',
  },
  /** It would only come to be so. */
  condition: {
    inactivity: 'Only if it is not used before then',
    attestation: 'Only if nobody confirms the need before then',
    redemption: 'Only if the invitation is not accepted before then',
  },
  /** What comes once it is said that the account is needed. */
  ifKept: {
    nothing: 'Nothing ends the account by itself then.',
    deleted: (date: string) => `If nothing else happens, the account then ends on ${date}.`,
    disabled: (date: string) => `If nothing else happens, the account is then disabled on ${date}.`,
  },
  /** That does not change what comes. */
  notStopped: {
    deleted: (date: string) =>
      `That alone does not stop the end: the account still ends on ${date}.`,
    disabled: (date: string) =>
      `That alone does not stop it: the account is still disabled on ${date}.`,
    beside: 'Keeping alone does not stop that.',
  },
  sendAgain: 'Send the invitation again',
  /** What does, of a guest. */
  stops: {
    endDate: 'Only a later end date moves that.',
    inactivity: 'The guest has to sign in there before then.',
    sponsor: 'Somebody has to answer for the guest before then.',
    attestation: 'The need has to be confirmed again before then.',
    redemption: 'The guest has to accept the invitation before then.',
    homeGone: 'An administrator has to let the guest redeem an invitation anew before then.',
    neverAccepted:
      'The guest has to accept the invitation; one that has ended has to be sent again first.',
  },
  /** The same, said to the guest. */
  youStop: {
    endDate: 'Only a later end date moves that.',
    inactivity: 'Sign in there before then.',
    sponsor: 'Ask somebody there to answer for you.',
    attestation: 'Confirm it again before then.',
    redemption: 'Accept the invitation before then.',
    homeGone: 'Ask an administrator there to let you redeem an invitation anew.',
    neverAccepted: 'Accept the invitation; one that has ended has to be sent again first.',
  },
}

export type LifecycleWords = typeof lifecycle
export type ComingWords = typeof coming

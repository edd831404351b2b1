/**
 * What becomes of somebody's request to an organization, in English: on their pages and in mails.
 * Who calls sets apart what is named.
 */

type At = { readonly organization: string }
type On = { readonly time: string }

export const requests = {
  /** What was asked, and when. */
  asked: {
    removal: ({ organization, time }: At & On) =>
      `On ${time} you asked ${organization} to be removed.`,
    restore: ({ organization, time }: At & On) =>
      `On ${time} you asked ${organization} to restore your account.`,
  },
  /** What an open request comes to when nobody answers. */
  whenDue: {
    removed: ({ organization, time }: At & On) =>
      `If nobody at ${organization} answers by ${time}, your account there is deleted by itself.`,
    kept: ({ organization, time }: At & On) =>
      `${organization} does not remove anybody by itself. If nobody answers by ${time}, the request ends and you can ask again.`,
    restore: ({ organization, time }: At & On) =>
      `An administrator of ${organization} can restore your account until ${time}; then the request ends.`,
  },
  /** The same where nobody answers, as the organization is closed. */
  whenDueClosed: {
    removed: ({ organization, time }: At & On) =>
      `${organization} is closed, so nobody has to answer: your account there is deleted by itself on ${time}, unless you take the request back before.`,
    restore: ({ organization, time }: At & On) =>
      `${organization} is closed, so nobody there restores your account. The request ends on ${time}.`,
  },
  /** Before the words of the organization itself. */
  why: ({ organization }: At) => `The reason that ${organization} gives:`,
  held: ({ organization, time }: At & On) =>
    `${organization} has held the request since ${time}. Its time stands still until an administrator answers, or ends the hold.`,
  /** How it ended, and when. */
  ended: {
    done: ({ time }: On) => `It was answered on ${time}.`,
    declined: ({ organization, time }: At & On) => `${organization} declined it on ${time}.`,
    withdrawn: ({ time }: On) => `You took it back on ${time}.`,
    expired: ({ time }: On) => `It ended without an answer on ${time}.`,
  },
  withdraw: 'Take the request back',
  cannotSignIn: 'You cannot sign in? See the request with a code to this address',

  mail: {
    subject: {
      asked: {
        removal: ({ organization }: At) => `Your request to be removed from ${organization}`,
        restore: ({ organization }: At) =>
          `Your request to ${organization} to restore your account`,
      },
      held: ({ organization }: At) => `${organization} holds your request to be removed`,
      goesOn: ({ organization }: At) => `Your request to be removed from ${organization} goes on`,
      ruleChanged: ({ organization }: At) =>
        `What becomes of your request to be removed from ${organization}`,
      removed: ({ organization }: At) => `You are removed from ${organization}, as you asked`,
      expired: {
        removal: ({ organization }: At) =>
          `Your request to be removed from ${organization} has ended without an answer`,
        restore: ({ organization }: At) =>
          `Your request to ${organization} has ended without an answer`,
      },
      withdrawn: ({ organization }: At) => `Your request to ${organization} is taken back`,
    },
    held: ({ organization }: At) =>
      `${organization} holds your request to be removed. Its time stands still until an administrator answers, or ends the hold.`,
    goesOn: ({ organization }: At) =>
      `The hold that ${organization} had placed on your request to be removed is over.`,
    removesAgain: ({ organization }: At) =>
      `${organization} has decided to remove people whose request nobody answers.`,
    closedNow: ({ organization }: At) =>
      `${organization} is closed, so nobody there answers requests or holds them any more.`,
    dayChanged: ({ organization }: At) =>
      `${organization} has until a later day to answer your request to be removed.`,
    removesNoMore: ({ organization }: At) =>
      `${organization} has decided not to remove people by itself when nobody answers their request.`,
    removed: ({ organization }: At) =>
      `Nobody at ${organization} has answered your request to be removed, so your account there is deleted now, as you asked. A mail of its own says until when that can be undone.`,
    removedInvited: ({ organization }: At) =>
      `You asked ${organization} to be removed, and you are: the account that was prepared for you there is deleted.`,
    unanswered: ({ organization }: At) =>
      `Nobody at ${organization} has answered your request to be removed, and ${organization} does not remove people by itself. You can ask again.`,
    lastAdministrator: ({ organization }: At) =>
      `Your account at ${organization} cannot be deleted, because an organization would be left without a Global Administrator. Make somebody else one, then leave or ask again.`,
    windowOver: ({ organization }: At) =>
      `Nobody at ${organization} has answered it, and the time in which your account there could be restored is over. You can come back only by a new invitation.`,
    accepted: ({ organization }: At) =>
      `The invitation to ${organization} is accepted, so the request to be removed that came from this address is taken back, and nobody is removed by it.`,
    corrected: ({ organization }: At) =>
      `${organization} invites another address in place of this one, so your request to be removed is taken back. The account that was prepared there is no longer meant for you, and the link that you got is over.`,
    withdrawn: ({ organization }: At) =>
      `You have taken back your request. Your account at ${organization} stays as it is, and you can ask again.`,
  },

  /** To administrators. */
  /** Permanent deletions that need a yes, or wait for their time (R137). */
  deletions: {
    subject: ({ organization }: At) => `Permanent deletions at ${organization} wait for an answer`,
    needsYes:
      'Somebody has asked to delete permanently, or to protect permanent deletions less. It is done only when a second administrator says yes; whoever asked cannot be the second one.',
    waits:
      'Somebody has asked to delete permanently, or to protect permanent deletions less. It is done by itself when its time has come; until then it can be refused.',
    count: 'Asked for',
    firstDue: 'The first is done on',
    open: 'Open what was asked for in the admin centre',
    answered: ({ organization }: At) => `Your permanent deletions at ${organization} are answered`,
    answeredLead: 'What you asked for is done or refused. What is done cannot be taken back.',
    done: 'Done',
    refused: 'Refused',
  },
  /** Holds that end with the organization. */
  holdsEnded: {
    subject: ({ organization }: At) => `Holds on requests at ${organization} have ended`,
    lead: ({ organization }: At) =>
      `${organization} is closed, so nobody there can answer requests or hold them. The holds on requests to be removed have ended, and whoever asked has been told.`,
    next: 'Whoever asked is deleted by itself on the day of their request. If somebody has to be kept, ask whoever runs this installation to open the organization again before that day.',
    firstDue: 'The first deletion is on',
  },
  waiting: {
    subject: ({ organization }: At) => `Requests at ${organization} wait for your answer`,
    half: 'Half of the time is over in which these requests are answered.',
    last: 'These requests come to their end soon; the day of the first stands below.',
    removed:
      'Whom nobody answers is deleted on the day, and can be restored for a while. Whoever has to be kept needs a hold, with a reason that they read.',
    kept: 'A request that nobody answers ends on its day, and the guest stays and can ask again.',
    restore: 'After that day these accounts cannot be restored any more.',
    removals: 'Requests to be removed',
    restores: 'Requests to be restored',
    firstDue: 'The first is due',
    open: 'Open the requests in the admin centre',
  },
}

export type RequestsWords = typeof requests

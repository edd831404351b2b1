/** The page of a receipt, in English. */

import { pluralOf } from '../speech.ts'

const plural = pluralOf('en')

/** When the data of who has left or was deleted is erased, wherever that is said. */
export const erasure = {
  /** While it can be restored. */
  comes: (by: string) =>
    `Once the account can no longer be restored, all of its data is erased; that is done by ${by} at the latest.`,
  /** The same of several. */
  comesMany: (by: string) =>
    `Once these accounts can no longer be restored, all of their data is erased; that is done by ${by} at the latest.`,
  /** Once it cannot be restored any more, until all is erased. */
  runs: (by: string) =>
    `The account can no longer be restored. All of its data is being erased; that is done by ${by} at the latest.`,
}

export const receipts = {
  title: 'Receipt',
  doorIntro:
    'A receipt says what has become of an account that has ended: until when it can be restored, and when its data is erased. It is shown to the person whose account it was until all its data is erased, to the administrators of the organization, and to whoever has the code of its mail.',
  doorCode: 'Code in the mail of the receipt',
  show: 'Show the receipt',
  signIn: 'Sign in instead',
  wrong:
    'No receipt has this reference and this code. Follow the link in the mail once more, or sign in.',
  /** To who is signed in, whatever the reference. */
  signedIn:
    'You are signed in, and this receipt is not shown to your account. Once all data is erased, nobody knows any more whose account it was: only the code in a mail about it opens the receipt then.',
  wrongSignedIn:
    'No receipt has this reference and this code. Follow the link in the mail once more.',
  heading: (organization: string) => `Receipt: account at ${organization}`,
  headingMany: (count: number) =>
    plural(count, {
      one: 'Receipt: one organization left',
      other: 'Receipt: # organizations left',
    }),
  manyIntro:
    'These accounts ended because their person left, all at once. Each has a receipt of its own, under its own reference; this one is of all together.',
  kind: {
    left: (organization: string) => `The account at ${organization} ended because its person left.`,
    declined: (organization: string) =>
      `The account at ${organization} ended because the invitation was declined.`,
    removed: (organization: string) =>
      `The account at ${organization} ended because an administrator removed it.`,
    removedByOperator: (organization: string) =>
      `The account at ${organization} ended because whoever runs this server removed it.`,
    removedByPolicy: (organization: string) =>
      `The account at ${organization} ended because a rule of the organization removed it.`,
    endDate: (organization: string) =>
      `The account at ${organization} ended because the end date that was set for it had come.`,
    homeGone: (organization: string) =>
      `The account at ${organization} ended because the account at home of its person is gone.`,
    merged: (organization: string) =>
      `The account at ${organization} ended because the same person has another one there, which stays.`,
    neverAccepted: (organization: string) =>
      `The account at ${organization} ended because nobody accepted the invitation in time.`,
    erased: (organization: string) =>
      `The account at ${organization} and all data of its person there have been erased.`,
  },
  state: {
    restorable: (until: string) => `It can be restored until ${until}. Until then nobody uses it.`,
    restorableClosed: (until: string, organization: string) =>
      `${organization} is closed, so nobody restores it unless the organization opens again before ${until}.`,
    held: 'Its data is kept because of a legal hold, for as long as that lasts, also after the day until which it can be restored, and is erased afterwards.',
    restored: (at: string) => `It was restored on ${at} and is in use again.`,
    wasRestored: (at: string) => `It was restored on ${at}, and ended again later.`,
    erased: (at: string) => `Its data was erased on ${at}. Nobody can restore it.`,
  },
  reference: 'Reference',
  organization: 'Organization',
  account: 'Id of the account',
  endedAt: 'Ended',
  restorableUntil: 'Can be restored until',
  restoredAt: 'Restored',
  erasedAt: 'Erased',
  shownAt: 'As of',
  systems: 'Systems that are told of the end',
  noSystems: 'Nobody was signed in to a system that has to be told.',
  goneSystem: 'A system that no longer exists',
  acknowledged: (at: string) => `acknowledged on ${at}`,
  waiting: 'not acknowledged yet',
  unreachable: 'could not be reached; the session there ends by itself',
  mail: 'Mail about it',
  /** Whether it was sent, or why not. */
  mailStates: {
    waiting: 'waits to be sent',
    taken: (at: string) => `handed over to the mail server on ${at}`,
    noAddress: 'not sent: no mail address was known',
    noServer: 'not sent: this installation has no mail server',
    refused: 'not sent: the mail server refused it for good',
    unconfirmed: 'given up: it was handed over several times and never confirmed',
    expired: (tries: number) =>
      plural(tries, {
        one: 'not sent: given up after one try',
        other: 'not sent: given up after # tries',
      }),
    replaced: 'not sent: a newer mail took its place',
    neverCame: 'not sent: nobody had accepted the invitation',
    toldBefore: 'not sent: its person was told before a backup was put back',
  },
  stays: 'What stays',
  log: 'The log of the organization says what happened, with the id of the account and without a name or an address.',
  /** The same of several. */
  logs: 'The log of each organization says what happened there, with the id of the account and without a name or an address.',
  download: 'Download the signed receipt',
  keys: 'Download the keys to verify it with',
  /** Before the command. */
  verify: 'Whoever has both files can verify the receipt without asking anybody:',
}

export type ReceiptWords = typeof receipts
export type ErasureWords = typeof erasure

/** Mails that a person was sent about their standing, for administrators; in English. */
export const toldMails = {
  /** By the kind of the letter. */
  letters: {
    receipt: 'Mail: receipt of the ending',
    invitation: 'Mail: invitation',
    redemptionReset: 'Mail: asked to accept again',
    userTypeChanged: 'Mail: became a guest or a member',
    waysInEnded: 'Mail: ways to sign in ended',
    roleGiven: 'Mail: given a role',
    roleTaken: 'Mail: a role taken away',
    handedOver: 'Mail: something was handed over to them',
    sessionsEnded: 'Mail: signed out everywhere',
    restored: 'Mail: restored',
    restoredAsks: 'Mail: restored, to be accepted again',
    undone: 'Mail: leaving undone',
    held: 'Mail: kept because of a hold',
    holdEnded: 'Mail: the hold ended',
    disabled: 'Mail: disabled',
    enabled: 'Mail: enabled',
    requestAnswered: 'Mail: request answered',
    requestMoved: 'Mail: what became of a request',
    lifecycle: 'Mail: an end by itself',
  },
  to: (address: string) => `To ${address}`,
  /** What became of it. */
  states: {
    waiting: 'It waits to be sent.',
    taken: 'It was handed over to the mail server.',
    noAddress: 'Not sent: no mail address of the person is known.',
    noServer: 'Not sent: this installation has no mail server.',
    refused: 'Not sent: the mail server refused it for good.',
    unconfirmed: 'Given up: it was handed over several times and never confirmed.',
    expired: 'Not sent: given up, since it could not be handed over in time.',
    replaced: 'Not sent: a newer mail took its place.',
    neverCame: 'Not sent: nobody had accepted the invitation.',
    toldBefore: 'Not sent: the person was told before a backup was put back.',
  },
  aboutEnding: (what: string) => `Mail about it: ${what}`,
}

export type ToldMailsWords = typeof toldMails

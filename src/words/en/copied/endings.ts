/** How accounts and mails end, in the copy of my data; in English. */
export const copiedEndings = {
  lifecycle: {
    inactivity: 'Not used for too long',
    sponsor: 'Nobody answers for me',
    attestation: 'Need not confirmed',
    redemption: 'Invitation not accepted in time',
  },
  receipt: {
    left: 'I left',
    declined: 'Invitation declined',
    removed: 'Removed by an administrator',
    removedByOperator: 'Removed by whoever runs this server',
    removedByPolicy: 'Removed by a rule',
    endDate: 'End date reached',
    homeGone: 'Account at home is gone',
    merged: 'Two accounts of mine became one',
    neverAccepted: 'Invitation never accepted',
    erased: 'All data erased',
  },
  mailState: {
    waiting: 'Waits to be sent',
    taken: 'Handed over to the mail server',
    noAddress: 'Not sent, no address known',
    noServer: 'Not sent, no mail server',
    refused: 'Refused by the mail server',
    unconfirmed: 'Never confirmed',
    expired: 'Not sent in time',
    replaced: 'Replaced by a newer one',
    neverCame: 'Not sent, nobody had accepted',
    toldBefore: 'Not sent, told before',
  },
}

export type CopiedEndingWords = typeof copiedEndings

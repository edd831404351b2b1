/** What kinds of mails are called in the copy of my data; in English. */
import type { LetterKind } from '../../../mail/letters.ts'

export const copiedLetters = {
  letter: {
    signInCode: 'A code to sign in',
    newBrowser: 'Sign-in from a new browser',
    factorChanged: 'Change of how I sign in',
    invitation: 'Invitation mail',
    invitationCopy: 'Copy of my invitation',
    receipt: 'Receipt of the ending',
    receipts: 'Receipts of several endings',
    removalAsked: 'My request to be removed',
    guestLifecycle: 'An end by itself, to who answers for me',
    guestPassedOn: 'Who answers for me, passed on',
    yearlyReview: 'Yearly review',
    requestsWaiting: 'Requests that wait',
    holdsEnded: 'Holds on requests ended',
    deletionsWaiting: 'Deletions that wait',
    deletionsAnswered: 'Deletions answered',
    redemptionReset: 'To accept again',
    userTypeChanged: 'Guest or member changed',
    erased: 'My data is erased',
    waysInEnded: 'Ways to sign in ended',
    roleGiven: 'A role given',
    roleTaken: 'A role taken away',
    handedOver: 'Something handed over to me',
    sessionsEnded: 'Signed out everywhere',
    restored: 'Account restored',
    restoredAsks: 'Restored, to be accepted again',
    undone: 'Leaving undone',
    held: 'Kept because of a hold',
    holdEnded: 'Hold ended',
    disabled: 'Account disabled',
    enabled: 'Account enabled',
    requestAnswered: 'My request answered',
    requestMoved: 'News of my request',
    lifecycle: 'An end by itself',
  } satisfies Readonly<Record<LetterKind, string>>,
}

export type CopiedLetterWords = typeof copiedLetters

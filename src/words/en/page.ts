/** What stands around every page of the server, and why a page cannot be shown; in English. */
import { blockers } from './blockers.ts'

const unreadable = 'What was sent could not be read. Load the page again, and try once more.'

export const page = {
  language: 'Language',
  useLanguage: 'Use this language',
  start: 'Go to the start',
  request: (id: string) => `Request ${id}`,
  needsScript:
    'Guesthouse needs JavaScript for this page. Signing in, signing out and changing your password work without it.',
  title: {
    notAllowed: 'Not allowed',
    notFound: 'Nothing here',
    notPossible: 'Not possible',
    tooMuch: 'Too much at once',
    notUnderstood: 'Not understood',
    busy: 'Just a moment',
    wrong: 'Something went wrong',
  },
  /** By the code of the refusal. */
  refusal: {
    notFound: 'There is nothing at this address. Check its spelling.',
    methodNotAllowed: 'This address cannot be used in this way. Go back and try again from there.',
    accountDisabled: blockers.refusal.homeAccountDisabled,
    invalidRequest:
      'What was sent cannot be understood. Go back, load the page again, and try once more.',
    crossSiteRequest:
      'This form was sent from another site, so nothing was done. Open the page here and try again.',
    storeUnavailable:
      'The directory cannot be reached just now. What was asked for may have been done or not: look before you repeat it, in a moment.',
    internalError:
      'Something went wrong on our side. Try again; if it stays, tell your operator the request id.',
    signInOver:
      'This sign-in is over, or was begun in another browser. Open the application again and start from there.',
    busy: 'More people ask for this just now than can be served at once. Nothing was changed; wait a moment, then try again.',
    bodyTooLarge: 'More was sent than can be taken at once. Send less.',
    emptyBody: unreadable,
    invalidJson: unreadable,
    wrongContentType: unreadable,
  },
}

export type PageWords = typeof page

/** What the admin centre says around every screen, in English. */

export const shell = {
  pageTitle: (page: string) => `${page} · Guesthouse`,
  skip: 'Skip to the content',
  navigation: 'Main navigation',
  openNavigation: 'Open the navigation',
  closeNavigation: 'Close the navigation',
  viewAccount: 'View account',
  manageOrganizations: 'Manage organizations',
  toDemo: 'Back to the demo',
  signOut: 'Sign out',
  cancel: 'Cancel',
  /** Of what was entered in a dialog that is about to close. */
  discard: {
    title: 'Discard what you entered?',
    text: 'What you entered or chose here is not saved, and would be lost.',
    confirm: 'Discard',
    keep: 'Keep',
  },
  loading: 'Loading…',
  notices: 'Notices',
  problem: 'This did not work',
  noConnection: 'The server could not be reached. Check your connection, then try again.',
  unreadableAnswer: 'The server gave an answer that could not be read. Try again in a moment.',
  unexpectedProblem: 'Something went wrong in this page. Reload it and try again.',
  quote: (requestId: string) => `If you ask for help, quote this request: ${requestId}`,
  nothingHere: 'Nothing here',
  nothingHereHint: 'There is no page at this address. Check its spelling, or go back to the start.',
  toTheStart: 'Go to the start',
  brokenPage: 'This page broke',
  reload: 'Reload',
  wrongAddress: 'This is not the address of Guesthouse',
  wrongAddressHint: (right: string, here: string) =>
    `Guesthouse is set up to be used at ${right}, and signing in works only there. You opened it at ${here}. If that is the address people should use, the operator has to say so in the setting GUESTHOUSE_URL.`,
  toRightAddress: 'Go to the right address',
  language: 'Language',
  clearSearch: 'Clear the search',
  openList: 'Open the list',
}

export type ShellWords = typeof shell

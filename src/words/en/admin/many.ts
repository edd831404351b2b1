/** What is done with many users at once, in English. */
import { numberOf, pluralOf } from '../../speech.ts'

const number = numberOf('en')
const plural = pluralOf('en')

export const many = {
  tools: 'What can be done with the ticked users',
  chosen: (count: number) => plural(count, { one: 'One is ticked', other: '# are ticked' }),
  chooseAll: 'Choose all that the list finds',
  countingAll: 'Counting all that the list finds…',
  allChosen: (count: number) =>
    plural(count, {
      one: 'The one that the list finds is chosen',
      other: 'All # that the list finds are chosen',
    }),
  foreseeing: 'Looking at whom this would delete…',
  willBeDeleted: (count: number) =>
    plural(count, { one: 'One user will be deleted.', other: '# users will be deleted.' }),
  /** Who stays, by the code of why. */
  stays: {
    yourself: () => 'You are among them, and stay.',
    targetTooHigh: (count: number) =>
      plural(count, {
        one: 'One stays: they hold a role that stands above yours.',
        other: '# stay: they hold roles that stand above yours.',
      }),
    lastAdministrator: (count: number) =>
      plural(count, {
        one: 'One stays: nobody else could act as Global Administrator.',
        other: '# stay: for each, nobody else could act as Global Administrator.',
      }),
    Request_ResourceNotFound: (count: number) =>
      plural(count, { one: 'One is not here any more.', other: '# are not here any more.' }),
  },
  staysElse: (count: number) => plural(count, { one: 'One stays.', other: '# stay.' }),
  deletedAlready: (count: number) =>
    plural(count, { one: 'One is deleted already.', other: '# are deleted already.' }),
  withRoles: (count: number) =>
    plural(count, {
      one: 'One of those who will be deleted holds a directory role.',
      other: '# of those who will be deleted hold directory roles.',
    }),
  onlyTicked: 'Only those that are ticked',
  acts: {
    disable: 'Disable',
    enable: 'Enable',
    sponsor: 'Add a sponsor',
    delete: 'Delete',
  },
  titles: {
    disable: (count: number) =>
      plural(count, { one: 'Disable one user?', other: 'Disable # users?' }),
    enable: (count: number) => plural(count, { one: 'Enable one user?', other: 'Enable # users?' }),
    sponsor: (count: number) =>
      plural(count, { one: 'Add a sponsor to one user?', other: 'Add a sponsor to # users?' }),
    delete: (count: number) => plural(count, { one: 'Delete one user?', other: 'Delete # users?' }),
  },
  texts: {
    disable:
      'They keep everything, and cannot sign in here until they are enabled. Their sessions end now, and they are told.',
    enable: 'They can sign in here again, and are told.',
    sponsor: 'Who is chosen answers for them from now on, beside the sponsors that they have.',
    delete:
      'Their access ends now, and they are told. Until the time of restoring is over they can be restored.',
  },
  done: (done: number, failed: number) =>
    failed === 0 ? `Done: ${number(done)}.` : `Done: ${number(done)}. Not done: ${number(failed)}.`,
  fileFaults: {
    notText: () => 'This is not text in UTF-8. In Excel, save it as “CSV UTF-8”.',
    openQuote: (line: number) => `A quote that opens in line ${number(line)} does not close.`,
    afterQuote: (line: number) =>
      `Line ${number(line)} goes on behind a closing quote. Write a quote inside of quotes twice.`,
    empty: () => 'This file is empty.',
  },
  fileEmpty: 'Nobody stands in this file.',
  found: (count: number) => plural(count, { one: 'One row found.', other: '# rows found.' }),
  progress: (done: number, all: number) => `${number(done)} of ${number(all)}`,
  stop: 'Stop',
  results: 'Download the results',
}

export type ManyWords = typeof many

/** Why an administrator does not do something to themselves. */
export const notOnOneself = {
  disable: 'You cannot disable yourself. Another administrator can.',
  delete: 'You cannot delete yourself. Another administrator can.',
  convert: 'Nobody makes themselves a member or a guest. Another administrator can.',
  givePassword: 'This is you. Under View account, Change password changes your own.',
  tie: 'This is you. Only another administrator ties you to an account at a provider.',
  resetFactors:
    'This is you. Under View account, Security removes your own passkeys and authenticator app.',
  redeemAgain: 'This is you. Only another administrator lets you redeem your invitation again.',
}

/** Of many who are chosen. */
export const meAmongMany = {
  ticked: 'You are among them. Disable and Delete leave you out.',
  leftOut: (reason: string) => `One is left out: you. ${reason}`,
}

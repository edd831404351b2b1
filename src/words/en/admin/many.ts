/** What is done with many users at once, in English. */
import { numberOf, pluralOf } from '../../speech.ts'

const number = numberOf('en')
const plural = pluralOf('en')

export const many = {
  tools: 'What can be done with the ticked users',
  chosen: (count: number) => plural(count, { one: 'One is ticked', other: '# are ticked' }),
  chooseAll: 'Choose all that the list finds',
  allChosen: 'All that the list finds are chosen',
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

/** What is wrong with a field of a form, in English. */
import { numberOf, pluralOf } from '../../speech.ts'

const number = numberOf('en')
const plural = pluralOf('en')

export const forms = {
  required: 'Fill this in.',
  pick: 'Choose one from the list that opens.',
  increase: 'Increase',
  decrease: 'Decrease',
  choose: 'Choose one.',
  tick: 'Tick this to go on.',
  tickOne: 'Tick at least one.',
  unchanged: 'Nothing is changed yet.',
  taken: 'This is taken here already. Choose another.',
  tooLong: (most: number) =>
    plural(most, { one: 'At most one character.', other: 'At most # characters.' }),
  tooMany: (most: number) => plural(most, { one: 'One line at most.', other: '# lines at most.' }),
  between: (least: number, most: number) =>
    `A whole number from ${number(least)} to ${number(most)}.`,
  /** By what a property holds. */
  wrong: {
    text: 'This holds signs that cannot be kept.',
    message: 'This holds signs that cannot be kept.',
    visible: 'Use letters, digits and signs without spaces or accents.',
    unjudged: 'This cannot be used.',
    domain: 'Write it like contoso.example.',
    name: 'Write something that can be seen.',
    principalName: 'Write it like ada@contoso.example.',
    nickname: 'Use letters, digits and simple signs, without spaces.',
    address: 'Write it like ada@contoso.example.',
    proxyAddress: 'Write it like ada@contoso.example.',
    webAddress: 'Write it like https://contoso.example/welcome.',
    id: 'This is no id.',
    boolean: 'Yes or no.',
    integer: 'This is no whole number.',
    instant: 'This is no day.',
  },
}

export type FormsWords = typeof forms

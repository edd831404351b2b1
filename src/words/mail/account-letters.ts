/** Letters about somebody's own account: codes, browsers, and what they sign in with. */
import { pageAddresses } from '../../kernel/page-address.ts'
import type { LetterOf } from '../../mail/letters.ts'
import { browserName } from '../browser-name.ts'
import { facts, link, note, paragraph, type Content } from './content.ts'
import type { Writing } from './writing.ts'

const signInCode = (
  { code, minutes }: LetterOf<'signInCode'>['values'],
  { mail }: Writing,
): Content => ({
  subject: mail.signInCode.subject,
  blocks: [
    { kind: 'code', text: mail.signInCode.yours({ code }), code },
    paragraph(mail.signInCode.works({ minutes })),
    note(mail.signInCode.notYou),
  ],
})

const newBrowser = (
  values: LetterOf<'newBrowser'>['values'],
  { mail, speech, publicUrl }: Writing,
): Content => {
  const words = mail.newBrowser
  return {
    subject: words.subject,
    blocks: [
      paragraph(words.lead),
      facts([words.when, speech.time(values.at)], [words.browser, browserName(values, mail)]),
      paragraph(values.hasPassword ? words.notYouPassword : words.notYou),
      link(words.open, `${publicUrl}${pageAddresses.profile}`),
    ],
  }
}

const whatChanged = (
  { change, host }: LetterOf<'factorChanged'>['values'],
  { mail: { factorChanged: words } }: Writing,
): string =>
  change === 'identityAdded' || change === 'identityRemoved'
    ? words[change]({ host: host ?? words.aProvider })
    : words.meaning[change]

const factorChanged = (values: LetterOf<'factorChanged'>['values'], writing: Writing): Content => {
  const { mail, speech, publicUrl } = writing
  const words = mail.factorChanged
  const organization =
    values.organization === null ? undefined : speech.name(values.organization.name)
  const by =
    values.by === 'administrator' && organization !== undefined
      ? words.by.administrator({ organization })
      : values.by === 'oneself'
        ? words.by.oneself
        : words.by.operator
  return {
    subject: words.subject[values.change],
    blocks: [
      paragraph(whatChanged(values, writing)),
      facts([words.when, speech.time(values.at)]),
      paragraph(by),
      paragraph(organization === undefined ? words.notYou : words.notKnown({ organization })),
      link(words.open, `${publicUrl}${pageAddresses.security}`),
    ],
  }
}

export const accountLetters = { signInCode, newBrowser, factorChanged }

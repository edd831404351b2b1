/**
 * A letter in words: subject, text and HTML from one source, in the language and the time zone of
 * whoever reads it.
 */
import { linesOf } from '../../kernel/text.ts'
import type { Letter, LetterKind, Letters, NamedOrganization } from '../../mail/letters.ts'
import type { Waiting } from '../../mail/outbox.ts'
import { firstLocale, type Locale } from '../locales.ts'
import { speechOf } from '../speech.ts'
import { serverWordsOf } from '../server-words.ts'
import { accountLetters } from './account-letters.ts'
import { paragraph, type Content } from './content.ts'
import { invitationLetters } from './invitation-letters.ts'
import { htmlPage, plainText } from './layout.ts'
import { lifecycleLetters } from './lifecycle-letters.ts'
import { requestLetters } from './request-letters.ts'
import { standingLetters } from './standing-letters.ts'
import type { Writing } from './writing.ts'

const writers: { readonly [K in LetterKind]: (values: Letters[K], writing: Writing) => Content } = {
  ...accountLetters,
  ...invitationLetters,
  ...standingLetters,
  ...requestLetters,
  ...lifecycleLetters,
}

export const letterKinds = Object.keys(writers) as readonly LetterKind[]

/** A mail in words. */
export type Composed = {
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Where an answer goes, where that is somebody. */
  readonly replyTo: string | undefined
}

export type Reader = { readonly locale: Locale; readonly zone: string | null }

const footerOf = (
  about: NamedOrganization | null | undefined,
  { mail, speech, publicUrl }: Writing,
): string => {
  const { host } = new URL(publicUrl)
  return about?.domain == null
    ? mail.frame.fromInstallation({ host })
    : mail.frame.fromOrganization({
        organization: speech.name(about.name),
        domain: about.domain,
        host,
      })
}

// A line break in a subject, or in a name within a sentence of ours, would begin something else.
const oneLine = (text: string): string => linesOf(text).join(' ')
const isText = (text: unknown): text is string => typeof text === 'string'
const ownLines = new Set(['message', 'text'])
const tidied = <V>(values: V): V =>
  JSON.parse(JSON.stringify(values), (key, value: unknown) =>
    isText(value) && !ownLines.has(key) ? oneLine(value) : value,
  ) as V

/**
 * The letter in words. `publicUrl`: where this Guesthouse is reached, without a slash at the end.
 */
export const compose = (
  { kind, values }: Letter,
  { locale, zone }: Reader,
  publicUrl: string,
): Composed => {
  const writing: Writing = { ...serverWordsOf(locale), speech: speechOf(locale, zone), publicUrl }
  const known = tidied(values)
  const { subject, blocks, replyTo } = (
    writers[kind] as (values: typeof known, writing: Writing) => Content
  )(known, writing)
  const footer = footerOf('organization' in known ? known.organization : null, writing)
  return {
    subject,
    text: plainText([...blocks, paragraph(footer)], writing.mail.frame),
    html: htmlPage(subject, blocks, footer, locale),
    replyTo,
  }
}

/**
 * What waits in the outbox in words. What is older than letters has its text already, and no HTML.
 */
export const composeWaiting = (
  { letter, subject, body, languages, zone }: Waiting,
  publicUrl: string,
): Omit<Composed, 'html'> & { readonly html: string | undefined; readonly locale: Locale } => {
  const locale = firstLocale(languages)
  return letter === null
    ? { subject: subject ?? '', text: body ?? '', html: undefined, replyTo: undefined, locale }
    : { ...compose(letter, { locale, zone }, publicUrl), locale }
}

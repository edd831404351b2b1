/** Who reads the page that answers a request: in which language, and in which time zone. */
import type { EdgeContext } from '../edge/routes.ts'
import {
  acceptedTags,
  firstLocale,
  languages,
  type Language,
  type Locale,
} from '../words/locales.ts'
import { serverWordsOf, type ServerWords } from '../words/server-words.ts'
import { speechOf, zoneOr, type Speech } from '../words/speech.ts'

export type Reader = {
  readonly locale: Locale
  readonly words: ServerWords
  readonly speech: Speech
  /** The time zone of the times that are written. */
  readonly zone: string
}

const readers = new WeakMap<EdgeContext, Reader>()

/**
 * Notes who reads: the first of these language tags that is among `spoken`, else what the browser
 * asks for, else English.
 */
export const noteReader = (
  c: EdgeContext,
  tags: readonly (string | null | undefined)[],
  zone: string | null,
  spoken: readonly Language[] = languages,
): Reader => {
  const locale = firstLocale([...tags, ...acceptedTags(c.req.header('accept-language'))], spoken)
  const speech = speechOf(locale, zone)
  const reader = { locale, words: serverWordsOf(locale), speech, zone: zoneOr(zone) }
  readers.set(c, reader)
  return reader
}

/** Whether it was found out who reads. */
export const isReaderNoted = (c: EdgeContext): boolean => readers.has(c)

/** Who reads the page; as far as the browser alone says, where nothing was noted. */
export const readerOf = (c: EdgeContext): Reader => readers.get(c) ?? noteReader(c, [], null)

/** The words of the page. */
export const wordsOf = (c: EdgeContext): ServerWords => readerOf(c).words

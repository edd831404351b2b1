/** What a language or a country is called in the language of the reader. */
import type { Locale } from '../../words/locales.ts'

// What is no tag, since people write what they like, stands as they wrote it.
const namedBy = (names: Intl.DisplayNames, text: string): string => {
  try {
    return names.of(text) ?? text
  } catch {
    return text
  }
}

export const localeNames = ({ language: tag }: Pick<Locale, 'language'>) => {
  const languages = new Intl.DisplayNames(tag, { type: 'language' })
  const regions = new Intl.DisplayNames(tag, { type: 'region' })
  return {
    language: (text: string): string => namedBy(languages, text),
    region: (text: string): string => namedBy(regions, text),
  }
}

/** The languages that people read Guesthouse in, and which of them somebody gets. */

/** Those that are written by hand. English is the one that the others are typed by. */
export const languages = ['en', 'de', 'fr', 'es', 'ja', 'ar'] as const
export type Language = (typeof languages)[number]

/** What each language calls itself, as it stands in a choice of languages. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  ja: '日本語',
  ar: 'العربية',
}

/** The languages that the admin centre speaks. */
export const adminLanguages: readonly Language[] = ['en', 'de']

/**
 * Accented English that nobody chooses: it shows translators and tests what is not in a table of
 * words.
 */
export const pseudoTag = 'en-XA'

/**
 * A language, with the tag by which `Intl` writes dates and numbers, and the direction of its
 * letters.
 */
export type Locale = {
  readonly language: Language | typeof pseudoTag
  readonly tag: string
  readonly direction: 'ltr' | 'rtl'
}

const rightToLeft: ReadonlySet<string> = new Set(['ar'])

const isLanguage = (text: string): text is Language =>
  (languages as readonly string[]).includes(text)

const parseTag = (tag: string): Intl.Locale | undefined => {
  if (!/^[A-Za-z0-9-]{2,35}$/.test(tag)) return undefined
  try {
    return new Intl.Locale(tag)
  } catch {
    return undefined
  }
}

/**
 * The locale of a language tag such as `de-AT`; undefined for what is no tag, or in a language that
 * is not written.
 */
export const localeOf = (tag: string | null | undefined): Locale | undefined => {
  const parsed = parseTag(tag ?? '')
  if (parsed === undefined) return undefined
  const { language, region } = parsed
  if (!isLanguage(language)) return undefined
  const direction = rightToLeft.has(language) ? 'rtl' : 'ltr'
  if (language === 'en' && region === 'XA') return { language: pseudoTag, tag: 'en-GB', direction }
  if (region !== undefined) return { language, tag: `${language}-${region}`, direction }
  return { language, tag: language === 'en' ? 'en-GB' : language, direction }
}

/** The tag that names the locale in a page or a header, and that `localeOf` takes back. */
export const writtenTag = ({ language, tag }: Locale): string =>
  language === pseudoTag ? pseudoTag : tag

/** English, for whom nothing else is known. */
export const fallback: Locale = { language: 'en', tag: 'en-GB', direction: 'ltr' }

/** The first of these tags whose language is among `spoken`, else English. */
export const firstLocale = (
  tags: Iterable<string | null | undefined>,
  spoken: readonly Language[] = languages,
): Locale => {
  for (const tag of tags) {
    const locale = localeOf(tag)
    if (locale !== undefined && (locale.language === pseudoTag || spoken.includes(locale.language)))
      return locale
  }
  return fallback
}

const mostAccepted = 20

/**
 * The tags of an Accept-Language header, the most wanted first; those that are not wanted are left
 * out.
 */
export const acceptedTags = (header: string | undefined): string[] =>
  (header ?? '')
    .split(',', mostAccepted)
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const weight = parameters
        .map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1])
        .find((one) => one !== undefined)
      return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag)

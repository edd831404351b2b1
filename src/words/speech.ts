/** What a language does to numbers, dates and lists, by `Intl`. */
import { pseudoTag, type Language, type Locale } from './locales.ts'

/** The forms that each language has for a number of things, as `Intl.PluralRules` names them. */
type Categories = {
  en: 'one' | 'other'
  de: 'one' | 'other'
  fr: 'one' | 'many' | 'other'
  es: 'one' | 'many' | 'other'
  ja: 'other'
  ar: 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
}

/**
 * Writes a number of things: the form of that number, with `#` for the number itself. A sentence
 * may have words of its own for none at all.
 */
export type Plural<L extends Language> = (
  count: number,
  forms: Readonly<Record<Categories[L], string>> & { readonly none?: string },
) => string

/** How `language` counts. Each form that the language has is asked for by the compiler. */
export const pluralOf = <L extends Language>(language: L): Plural<L> => {
  const rules = new Intl.PluralRules(language)
  const numbers = new Intl.NumberFormat(language)
  return (count, forms) =>
    (count === 0 ? forms.none : undefined) ??
    forms[rules.select(count) as Categories[L]].replaceAll('#', numbers.format(count))
}

/** How `language` writes a number. */
export const numberOf = (language: Language): ((value: number) => string) => {
  const numbers = new Intl.NumberFormat(language)
  return (value) => numbers.format(value)
}

/**
 * How long somebody has to wait, in whole minutes or hours that are enough: the form of that
 * number.
 */
export const waitOf = <L extends Language>(language: L) => {
  const plural = pluralOf(language)
  type Forms = Parameters<typeof plural>[1]
  return (seconds: number, { minutes, hours }: Record<'minutes' | 'hours', Forms>): string => {
    const count = Math.max(1, Math.ceil(seconds / 60))
    return count <= 90 ? plural(count, minutes) : plural(Math.ceil(count / 60), hours)
  }
}

/** The zone, or UTC where none is known. */
export const zoneOr = (zone: string | null | undefined): string => (isZone(zone) ? zone : 'UTC')

/** Whether a text is the name of a time zone, for example Europe/Berlin. */
export const isZone = (text: string | null | undefined): text is string => {
  if (text === null || text === undefined || text === '') return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const fromRight = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/v
const fromLeft = /[\p{L}--[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]]/v

/**
 * A name within a sentence that runs the other way: set apart, so that neither turns the signs of
 * the other around.
 */
export const setApart = (text: string, direction: Locale['direction']): string =>
  (direction === 'ltr' ? fromRight : fromLeft).test(text) ? `\u2068${text}\u2069` : text

/** How a reader is written to: dates and times in their zone, which is named. */
export type Speech = {
  /** A name, an address, whatever somebody else has written, within a sentence. */
  readonly name: (text: string) => string
  readonly number: (value: number) => string
  /** Facts one beside the other, on one line; what is empty is left out. */
  readonly beside: (parts: readonly string[]) => string
  /** All of them: with "and" before the last. */
  readonly list: (parts: readonly string[]) => string
  /** One of them: with "or" before the last. */
  readonly choice: (parts: readonly string[]) => string
  /** What is called by `nameOf`, in the order in which the reader looks a word up. */
  readonly inOrder: <T>(of: readonly T[], nameOf: (one: T) => string) => T[]
  readonly date: (at: Date | string) => string
  /** The same where there is little room, for example "21 Nov 2026". */
  readonly shortDate: (at: Date | string) => string
  readonly time: (at: Date | string) => string
  /** The same where the reader's own clock is meant, shorter: without the zone. */
  readonly moment: (at: Date | string) => string
  /** A month such as `2026-05`, for example "May 2026". */
  readonly month: (month: string) => string
  /** The same where there is little room, for example "May". */
  readonly shortMonth: (month: string) => string
}

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => (made ??= make())
}

const firstDayOf = (month: string): Date => new Date(`${month}-01T00:00:00Z`)

// By the language alone: a browser names a region where a stored choice names none, and the pages
// before signing in would write other dates than those behind it, and than the mails.
const writtenAs = (language: Locale['language']): string =>
  language === 'en' || language === pseudoTag ? 'en-GB' : language

/**
 * The speech of a locale; times in `zone`, or in UTC where none is known. What formats is made when
 * it is first used.
 */
export const speechOf = (
  { language, direction }: Pick<Locale, 'language' | 'direction'>,
  zone?: string | null,
): Speech => {
  const tag = writtenAs(language)
  const timeZone = zoneOr(zone)
  const day = { year: 'numeric', month: 'long', day: 'numeric', timeZone } as const
  const dates = once(() => new Intl.DateTimeFormat(tag, day))
  const shortDates = once(() => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone }))
  const times = once(
    () =>
      new Intl.DateTimeFormat(tag, {
        ...day,
        hour: 'numeric',
        minute: '2-digit',
        timeZoneName: 'short',
      }),
  )
  const moments = once(
    () => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone }),
  )
  const months = once(
    () => new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  )
  const shortMonths = once(() => new Intl.DateTimeFormat(tag, { month: 'short', timeZone: 'UTC' }))
  const numbers = once(() => new Intl.NumberFormat(tag))
  const lists = once(() => new Intl.ListFormat(tag))
  const collator = once(() => new Intl.Collator(tag))
  const choices = once(() => new Intl.ListFormat(tag, { type: 'disjunction' }))
  return {
    name: (text) => setApart(text, direction),
    number: (value) => numbers().format(value),
    beside: (parts) =>
      parts
        .filter((part) => part !== '')
        .map((part) => setApart(part, direction))
        .join(' · '),
    list: (parts) => lists().format(parts),
    choice: (parts) => choices().format(parts),
    inOrder: (of, nameOf) =>
      of.toSorted((one, other) => collator().compare(nameOf(one), nameOf(other))),
    date: (at) => dates().format(new Date(at)),
    shortDate: (at) => shortDates().format(new Date(at)),
    time: (at) => times().format(new Date(at)),
    moment: (at) => moments().format(new Date(at)),
    month: (month) => months().format(firstDayOf(month)),
    shortMonth: (month) => shortMonths().format(firstDayOf(month)),
  }
}

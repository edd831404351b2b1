/**
 * The words of an app, in the language that the server wrote into its page: loaded before anything
 * is shown, and given to components by hooks.
 */
import { pageAddresses } from '../../src/client/page-address.ts'
import { createContext, useContext } from 'react'
import {
  adminLanguages,
  fallback,
  localeOf,
  pseudoTag,
  type Language,
  type Locale,
} from '../../src/words/locales.ts'
import { namesApart } from '../../src/words/names-apart.ts'
import type { ProblemWords } from '../../src/words/problems.ts'
import { pseudo } from '../../src/words/pseudo.ts'
import { speechOf, type Speech } from '../../src/words/speech.ts'
import type { OwnApp } from '../../src/wire/sign-on.ts'
import type { ShellWords } from '../../src/words/en/shell.ts'

/** The tables of an app in one language: what stands around every screen, and the app's own. */
export type Tables<W> = {
  readonly shell: ShellWords
  readonly own: W
  /** Where the language is not that of the directory API. */
  readonly problems?: ProblemWords
}
/** Fetches the tables of a language; each language is a download of its own. */
export type LoadTables<W> = (language: Language) => Promise<Tables<W>>

type Spoken = Tables<unknown> & {
  readonly locale: Locale
  readonly speech: Speech
  /** Those in which this app can be read. */
  readonly languages: readonly Language[]
}

const SpokenContext = createContext<Spoken | undefined>(undefined)
export const SpokenProvider = SpokenContext.Provider

/** The time zone of this browser. */
export const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** The locale that the server wrote into the page. */
export const pageLocale = (): Locale => localeOf(document.documentElement.lang) ?? fallback

/** The words of this page's language, ready to be given to the components of `app`. */
export const loadSpoken = async <W,>(app: OwnApp, load: LoadTables<W>): Promise<Spoken> => {
  const locale = pageLocale()
  const loaded = await load(locale.language === pseudoTag ? 'en' : locale.language)
  const tables = locale.language === pseudoTag ? pseudo(loaded) : loaded
  return {
    ...namesApart(tables, locale.direction),
    locale,
    languages: adminLanguages,
    speech: speechOf(locale, browserZone()),
  }
}

const useSpoken = (): Spoken => {
  const spoken = useContext(SpokenContext)
  if (spoken === undefined) throw new Error('Words are asked for outside of SpokenProvider.')
  return spoken
}

/** What stands around every screen. */
export const useShellWords = (): ShellWords => useSpoken().shell

/** Why the directory API refuses something; undefined where it is read in its own language. */
export const useProblemWords = (): ProblemWords | undefined => useSpoken().problems

/** Dates, numbers and lists as the reader writes them, in the time zone of this browser. */
export const useSpeech = (): Speech => useSpoken().speech

export const useLocale = (): Locale => useSpoken().locale

/** The languages in which this app can be read. */
export const useAppLanguages = (): readonly Language[] => useSpoken().languages

/** Makes the hook by which an app gives its own tables to its components. */
export const hookOf =
  <W,>() =>
  (): W =>
    useSpoken().own as W

/** Tells the server which language somebody has chosen, and the time zone of their browser. */
export const chooseLanguage = async (language: string): Promise<void> => {
  const body = new URLSearchParams({ language, zone: browserZone(), return: '/' })
  // The answer to a form is a page; nobody looks at this one.
  await fetch(pageAddresses.language, { method: 'POST', body, redirect: 'manual' })
}

/** The words of the portal, in each language. */
import type { MembershipWords } from '../../src/words/en/memberships.ts'
import type { PortalWords } from '../../src/words/en/portal.ts'
import type { Language } from '../../src/words/locales.ts'
import { hookOf, type LoadTables } from '../ui/words.tsx'

export type Words = PortalWords & MembershipWords

/** The words of the portal, in the language of the page. */
export const useWords = hookOf<Words>()

const languages: Readonly<Record<Language, () => ReturnType<LoadTables<Words>>>> = {
  en: async () => (await import('./languages/en.ts')).tables,
  de: async () => (await import('./languages/de.ts')).tables,
  fr: async () => (await import('./languages/fr.ts')).tables,
  es: async () => (await import('./languages/es.ts')).tables,
  ja: async () => (await import('./languages/ja.ts')).tables,
  ar: async () => (await import('./languages/ar.ts')).tables,
}

export const loadTables: LoadTables<Words> = (language) => languages[language]()

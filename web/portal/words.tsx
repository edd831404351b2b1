/** The words of the portal, in each language. */
import type { MembershipWords } from '../../src/words/en/memberships.ts'
import type { PortalWords } from '../../src/words/en/portal.ts'
import { hookOf, type LoadTables } from '../ui/words.tsx'

export type Words = PortalWords & MembershipWords

/** The words of the portal, in the language of the page. */
export const useWords = hookOf<Words>()

const english = (): Promise<typeof import('./languages/en.ts')> => import('./languages/en.ts')

const languages: Readonly<
  Record<Parameters<LoadTables<Words>>[0], () => ReturnType<LoadTables<Words>>>
> = {
  en: async () => (await english()).tables,
  de: async () => (await import('./languages/de.ts')).tables,
  fr: async () => (await english()).tables,
  es: async () => (await english()).tables,
  ja: async () => (await english()).tables,
  ar: async () => (await import('./languages/ar.ts')).tables,
}

export const loadTables: LoadTables<Words> = (language) => languages[language]()

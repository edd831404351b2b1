/** The words of the admin centre, in each language that it speaks. */
import type { AdminWords } from '../../src/words/en/admin/admin.ts'
import { hookOf, type LoadTables } from '../ui/words.tsx'

export type Words = AdminWords

/** The words of the admin centre, in the language of the page. */
export const useWords = hookOf<Words>()

/** The tables of a language that `adminLanguages` names; the server gives the page in no other. */
export const loadTables: LoadTables<Words> = async (language) =>
  language === 'de'
    ? (await import('./languages/de.ts')).tables
    : (await import('./languages/en.ts')).tables

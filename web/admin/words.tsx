/** The words of the admin centre, in each language that it speaks. */
import type { AdminWords } from '../../src/words/en/admin/admin.ts'
import { hookOf, type LoadTables } from '../ui/words.tsx'

export type Words = AdminWords

/** The words of the admin centre, in the language of the page. */
export const useWords = hookOf<Words>()

// Whoever reads another language is sent the page in English: `appLanguages` says which there are.
export const loadTables: LoadTables<Words> = async () => (await import('./languages/en.ts')).tables

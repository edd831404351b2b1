/** The words that the server itself says, by language. */
import { server as ar } from './ar/server.ts'
import { server as de } from './de/server.ts'
import { server as en, type ServerTables } from './en/server.ts'
import { server as es } from './es/server.ts'
import { server as fr } from './fr/server.ts'
import { server as ja } from './ja/server.ts'
import { pseudoTag, type Locale } from './locales.ts'
import { namesApart } from './names-apart.ts'
import { pseudo } from './pseudo.ts'

export type ServerWords = ServerTables

type Language = Locale['language']

const tables: Readonly<Record<Language, ServerWords>> = {
  ar,
  de,
  en,
  es,
  fr,
  ja,
  // Made when somebody reads it, which few starts see.
  get [pseudoTag]() {
    return pseudo(en)
  },
}

// A letter sets apart by itself what it names.
const spoken = (
  { lifecycle, mail, requests, standing, ...pages }: ServerWords,
  direction: Locale['direction'],
): ServerWords => ({
  lifecycle,
  mail,
  requests,
  standing,
  ...namesApart(pages, direction),
})

const ready = new Map<Language, ServerWords>()

/** The tables of a language that somebody reads. */
export const serverWordsOf = ({
  language,
  direction,
}: Pick<Locale, 'language' | 'direction'>): ServerWords => {
  const found = ready.get(language) ?? spoken(tables[language], direction)
  ready.set(language, found)
  return found
}

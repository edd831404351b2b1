/** Breaks of what people read: the language, the zone, and what others wrote. */
import type { Mutation } from './mutation.ts'

const letters = 'src/mail/letters.test.ts'
const compose = 'src/words/mail/compose.test.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'R128',
    file: 'src/mail/reader.sql.ts',
    from: 's.language, h.preferred_language',
    to: 'h.preferred_language, s.language',
    test: letters,
  },
  { rule: 'R128', file: 'src/mail/reader.sql.ts', from: 'm.language, o.preferred_language', to: 'o.preferred_language', test: letters },
  { rule: 'R128', file: 'src/mail/outbox.ts', from: ', language = coalesce(m.language, t.preferred_language)', to: '', test: letters },
  { rule: 'R128', file: 'src/words/mail/layout.ts', from: 'signs[sign] ?? sign', to: 'sign', test: compose },
  { rule: 'R128', file: 'src/words/mail/compose.ts', from: '? oneLine(value) : value', to: '? value : value', test: compose },
  { rule: 'R128', file: 'src/words/speech.ts', from: "minute: '2-digit', timeZoneName: 'short'", to: "minute: '2-digit'", test: compose },
]

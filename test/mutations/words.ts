/** Breaks of what people read: the language, the zone, and what others wrote. */
import type { Mutation } from './mutation.ts'

const letters = 'src/mail/letters.test.ts'
const pages = 'src/sign-in/languages.test.ts'
const compose = 'src/words/mail/compose.test.ts'
const tables = 'src/words/tables.test.ts'

export const mutations: readonly Mutation[] = [
  {
    rule: 'R128',
    file: 'src/mail/reader.sql.ts',
    from: 's.language, h.preferred_language',
    to: 'h.preferred_language, s.language',
    test: letters,
  },
  {
    rule: 'R128',
    file: 'src/mail/reader.sql.ts',
    from: 'm.language, o.preferred_language',
    to: 'o.preferred_language',
    test: letters,
  },
  {
    rule: 'R128',
    file: 'src/mail/outbox.ts',
    from: ', language = coalesce(m.language, t.preferred_language)',
    to: '',
    test: letters,
  },
  {
    rule: 'R128',
    file: 'src/words/mail/layout.ts',
    from: 'signs[sign] ?? sign',
    to: 'sign',
    test: compose,
  },
  {
    rule: 'R128',
    file: 'src/words/mail/compose.ts',
    from: '? oneLine(value) : value',
    to: '? value : value',
    test: compose,
  },
  {
    rule: 'R128',
    file: 'src/words/speech.ts',
    from: `minute: '2-digit',
        timeZoneName: 'short'`,
    to: "minute: '2-digit'",
    test: compose,
  },
  {
    rule: 'R128',
    file: 'src/people/languages.sql.ts',
    from: 'c.language, h.preferred_language',
    to: 'h.preferred_language, c.language',
    test: pages,
  },
  {
    rule: 'R128',
    file: 'src/pages/looker.ts',
    from: 'readCookie(c, cookie), known.invitation',
    to: 'known.invitation, readCookie(c, cookie)',
    test: pages,
  },
  {
    rule: 'R128',
    file: 'src/invitations/reset.ts',
    from: '{ redirectUrl: wish.redirectUrl, message, language, inviterId',
    to: '{ redirectUrl: wish.redirectUrl, message, language: null, inviterId',
    test: 'src/invitations/guests-stay.test.ts',
  },
  {
    rule: 'R128',
    file: 'src/directory/organizations/update.ts',
    from: 'preferred_language = ${after.preferredLanguage}, ',
    to: '',
    test: pages,
  },
  {
    rule: 'R128',
    file: 'src/pages/page.ts',
    from: " && c.get('canBeAskedFor') !== true",
    to: '',
    test: pages,
  },
  {
    rule: 'R128',
    file: 'src/words/en/admin/audit.ts',
    from: "'Add passkey': 'Add passkey'",
    to: "'Add passkey': 'Passkey added'",
    test: 'src/words/wire-names.test.ts',
  },
  {
    rule: 'R128',
    file: 'src/pages/page.ts',
    from: 'dir="${locale.direction}"',
    to: 'dir="ltr"',
    test: pages,
  },
  {
    rule: 'R128',
    file: 'src/words/de/shell.ts',
    from: "'Konto anzeigen'",
    to: "'Mein Konto'",
    test: tables,
  },
  {
    rule: 'R128',
    file: 'src/words/fr/shell.ts',
    from: 'requête\u00a0:',
    to: 'requête :',
    test: tables,
  },
  {
    rule: 'R25',
    file: 'src/account/exchange.ts',
    from: 'noteReader(c, session.languages, null)',
    to: 'noteReader(c, [], null)',
    test: 'src/account/leave.test.ts',
  },
  {
    rule: 'R25',
    file: 'src/account/spoken.ts',
    from: "isSpoken ? languageOf(c) : 'en'",
    to: 'languageOf(c)',
    test: 'src/account/leave.test.ts',
  },
]

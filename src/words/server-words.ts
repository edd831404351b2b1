/** The words that the server itself says, by language. */
import { mail as arMail } from './ar/mail.ts'
import { standing as arStanding } from './ar/standing.ts'
import { mail as deMail } from './de/mail.ts'
import { standing as deStanding } from './de/standing.ts'
import { mail as esMail } from './es/mail.ts'
import { standing as esStanding } from './es/standing.ts'
import { mail as frMail } from './fr/mail.ts'
import { standing as frStanding } from './fr/standing.ts'
import { mail as jaMail } from './ja/mail.ts'
import { standing as jaStanding } from './ja/standing.ts'
import { mail, type MailWords } from './en/mail.ts'
import { standing, type StandingWords } from './en/standing.ts'
import type { Locale } from './locales.ts'
import { pseudo } from './pseudo.ts'

export type ServerWords = { readonly mail: MailWords; readonly standing: StandingWords }

const en: ServerWords = { mail, standing }

/** The tables of each language that somebody can read. */
export const serverWords: Readonly<Record<Locale['language'], ServerWords>> = {
  en,
  de: { mail: deMail, standing: deStanding },
  fr: { mail: frMail, standing: frStanding },
  es: { mail: esMail, standing: esStanding },
  ja: { mail: jaMail, standing: jaStanding },
  ar: { mail: arMail, standing: arStanding },
  'en-XA': pseudo(en),
}

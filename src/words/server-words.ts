/** The words that the server itself says, by language. */
import { blockers as arBlockers } from './ar/blockers.ts'
import { consent as arConsent } from './ar/consent.ts'
import { invitation as arInvitation } from './ar/invitation.ts'
import { mail as arMail } from './ar/mail.ts'
import { page as arPage } from './ar/page.ts'
import { removal as arRemoval } from './ar/removal.ts'
import { roleNames as arRoleNames } from './ar/role-names.ts'
import { security as arSecurity } from './ar/security.ts'
import { signIn as arSignIn } from './ar/sign-in.ts'
import { standing as arStanding } from './ar/standing.ts'
import { ways as arWays } from './ar/ways.ts'
import { blockers as deBlockers } from './de/blockers.ts'
import { consent as deConsent } from './de/consent.ts'
import { invitation as deInvitation } from './de/invitation.ts'
import { mail as deMail } from './de/mail.ts'
import { page as dePage } from './de/page.ts'
import { removal as deRemoval } from './de/removal.ts'
import { roleNames as deRoleNames } from './de/role-names.ts'
import { security as deSecurity } from './de/security.ts'
import { signIn as deSignIn } from './de/sign-in.ts'
import { standing as deStanding } from './de/standing.ts'
import { ways as deWays } from './de/ways.ts'
import { blockers as esBlockers } from './es/blockers.ts'
import { consent as esConsent } from './es/consent.ts'
import { invitation as esInvitation } from './es/invitation.ts'
import { mail as esMail } from './es/mail.ts'
import { page as esPage } from './es/page.ts'
import { removal as esRemoval } from './es/removal.ts'
import { roleNames as esRoleNames } from './es/role-names.ts'
import { security as esSecurity } from './es/security.ts'
import { signIn as esSignIn } from './es/sign-in.ts'
import { standing as esStanding } from './es/standing.ts'
import { ways as esWays } from './es/ways.ts'
import { blockers as frBlockers } from './fr/blockers.ts'
import { consent as frConsent } from './fr/consent.ts'
import { invitation as frInvitation } from './fr/invitation.ts'
import { mail as frMail } from './fr/mail.ts'
import { page as frPage } from './fr/page.ts'
import { removal as frRemoval } from './fr/removal.ts'
import { roleNames as frRoleNames } from './fr/role-names.ts'
import { security as frSecurity } from './fr/security.ts'
import { signIn as frSignIn } from './fr/sign-in.ts'
import { standing as frStanding } from './fr/standing.ts'
import { ways as frWays } from './fr/ways.ts'
import { blockers as jaBlockers } from './ja/blockers.ts'
import { consent as jaConsent } from './ja/consent.ts'
import { invitation as jaInvitation } from './ja/invitation.ts'
import { mail as jaMail } from './ja/mail.ts'
import { page as jaPage } from './ja/page.ts'
import { removal as jaRemoval } from './ja/removal.ts'
import { roleNames as jaRoleNames } from './ja/role-names.ts'
import { security as jaSecurity } from './ja/security.ts'
import { signIn as jaSignIn } from './ja/sign-in.ts'
import { standing as jaStanding } from './ja/standing.ts'
import { ways as jaWays } from './ja/ways.ts'
import { mail, type MailWords } from './en/mail.ts'
import { standing, type StandingWords } from './en/standing.ts'
import { blockers, type BlockersWords } from './en/blockers.ts'
import { consent, type ConsentWords } from './en/consent.ts'
import { invitation, type InvitationWords } from './en/invitation.ts'
import { page, type PageWords } from './en/page.ts'
import { removal, type RemovalWords } from './en/removal.ts'
import { roleNames, type RoleNames } from './en/role-names.ts'
import { security, type SecurityWords } from './en/security.ts'
import { signIn, type SignInWords } from './en/sign-in.ts'
import { ways, type WaysWords } from './en/ways.ts'
import type { Locale } from './locales.ts'
import { namesApart } from './names-apart.ts'
import { pseudo } from './pseudo.ts'

/** What stands on pages, and what the account API says to people. */
export type PagesWords = {
  readonly blockers: BlockersWords
  readonly consent: ConsentWords
  readonly invitation: InvitationWords
  readonly page: PageWords
  readonly removal: RemovalWords
  readonly roleNames: RoleNames
  readonly security: SecurityWords
  readonly signIn: SignInWords
  readonly ways: WaysWords
}

export type ServerWords = PagesWords & {
  readonly mail: MailWords
  readonly standing: StandingWords
}

type Language = Locale['language']

const english: ServerWords = {
  mail,
  standing,
  blockers,
  consent,
  invitation,
  page,
  removal,
  roleNames,
  security,
  signIn,
  ways,
}

const tables: Readonly<Record<Language, ServerWords>> = {
  en: english,
  de: {
    mail: deMail,
    standing: deStanding,
    blockers: deBlockers,
    consent: deConsent,
    invitation: deInvitation,
    page: dePage,
    removal: deRemoval,
    roleNames: deRoleNames,
    security: deSecurity,
    signIn: deSignIn,
    ways: deWays,
  },
  fr: {
    mail: frMail,
    standing: frStanding,
    blockers: frBlockers,
    consent: frConsent,
    invitation: frInvitation,
    page: frPage,
    removal: frRemoval,
    roleNames: frRoleNames,
    security: frSecurity,
    signIn: frSignIn,
    ways: frWays,
  },
  es: {
    mail: esMail,
    standing: esStanding,
    blockers: esBlockers,
    consent: esConsent,
    invitation: esInvitation,
    page: esPage,
    removal: esRemoval,
    roleNames: esRoleNames,
    security: esSecurity,
    signIn: esSignIn,
    ways: esWays,
  },
  ja: {
    mail: jaMail,
    standing: jaStanding,
    blockers: jaBlockers,
    consent: jaConsent,
    invitation: jaInvitation,
    page: jaPage,
    removal: jaRemoval,
    roleNames: jaRoleNames,
    security: jaSecurity,
    signIn: jaSignIn,
    ways: jaWays,
  },
  ar: {
    mail: arMail,
    standing: arStanding,
    blockers: arBlockers,
    consent: arConsent,
    invitation: arInvitation,
    page: arPage,
    removal: arRemoval,
    roleNames: arRoleNames,
    security: arSecurity,
    signIn: arSignIn,
    ways: arWays,
  },
  'en-XA': pseudo(english),
}

// A letter sets apart by itself what it names.
const spoken = (
  { mail, standing, ...pages }: ServerWords,
  direction: Locale['direction'],
): ServerWords => ({
  mail,
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

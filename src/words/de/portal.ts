/** The portal: apps, the account, and what can act for somebody; in German. */
import { permissions } from './permissions.ts'
import type { PortalWords } from '../en/portal.ts'

export const portal: PortalWords = {
  apps: {
    title: 'Apps',
    intro: (organization) => `Was ${organization} Ihnen zugewiesen hat.`,
    organization: 'Organisation',
    chooseOrganization: (organization) => `Organisation: ${organization}`,
    search: 'Apps suchen',
    more: 'Mehr laden',
    loading: 'Ihre Apps werden geladen …',
    opensNewTab: (app) => `${app} (wird in einem neuen Tab geöffnet)`,
    noAddress: 'Diese App hat keine Adresse, unter der sie sich öffnen lässt.',
    emptyTitle: 'Noch keine Apps',
    emptyHint: (organization) =>
      `Hier erscheinen Apps, sobald die Administration von ${organization} sie Ihnen oder einer Gruppe zuweist, in der Sie sind.`,
    nothingFound: 'Keine App passt',
    nothingFoundHint: (search) =>
      `Keine Ihrer Apps hier heißt „${search}“. Versuchen Sie es mit weniger Buchstaben oder in einer anderen Organisation.`,
    noOrganization: 'Keine Organisation zum Anzeigen',
    noOrganizationHint:
      'Hier erscheinen Apps, sobald Sie zu einer Organisation gehören und Ihr Konto dort aktiv ist. Ihre Organisationen und was im Weg steht, finden Sie auf der Seite „Organisationen“.',
    toOrganizations: 'Meine Organisationen anzeigen',
  },
  account: {
    language: 'Sprache und Zeitzone',
    languageHint:
      'In dieser Sprache lesen Sie Guesthouse und seine E-Mails, mit Zeiten in dieser Zeitzone.',
    timeZone: 'Zeitzone',
    timeZoneSaved: 'Nach dem Speichern',
    save: 'Speichern',
    title: 'Konto',
    intro: 'Wer Sie sind, wie Sie sich anmelden und wo Sie dazugehören.',
    aboutMe: 'Über mich',
    signInName: 'Anmeldename',
    home: 'Heimatorganisation',
    noHome: 'Keine',
    disabledTitle: 'Ihr Konto ist gesperrt',
    disabled: (home) =>
      `Ihr Konto ist bei ${home} gesperrt. Ihre Organisationen können Sie hier sehen, aber nur die Administration dort kann Ihr Konto wieder freigeben.`,
    yourHome: 'Ihrer Heimatorganisation',
    signIn: 'Wie ich mich anmelde',
    ways: {
      password: (issuer) => `Mit einem Passwort, bei ${issuer}`,
      emailCode: (issuer) => `Mit einem Code an ${issuer}`,
      provider: (issuer) => `Bei ${issuer}`,
    },
    passwordChanged: 'Passwort geändert',
    noSignIn: 'Sie haben hier keinen eigenen Weg, sich anzumelden.',
    changePassword: 'Passwort ändern',
    security: 'Sicherheit: Passkeys, Authenticator-App',
    signIns: 'Meine Anmeldungen',
    signInsHint: {
      password:
        'Die neuesten 100. Kennen Sie eine davon nicht, ändern Sie Ihr Passwort, und sehen Sie unter „Sicherheit“ nach.',
      provider:
        'Die neuesten 100. Kennen Sie eine davon nicht, ändern Sie bei Ihrem Anbieter, womit Sie sich anmelden, und sehen Sie unter „Sicherheit“ nach.',
      mail: 'Die neuesten 100. Kennen Sie eine davon nicht, sorgen Sie dafür, dass niemand sonst Ihre E-Mails liest, und sehen Sie unter „Sicherheit“ nach.',
    },
    moreSignIns: 'Alle anzeigen',
    noSignIns: 'Es ist noch keine Anmeldung aufgezeichnet.',
    signedInAt: (organization) => `Bei ${organization} angemeldet`,
    wentOnTo: (organization) => `Weiter zu ${organization}`,
    cameFrom: (organization, home) => `Bei ${organization} angemeldet, von ${home} aus`,
    signInFailed: (organization) => `Fehlgeschlagene Anmeldung bei ${organization}`,
    signedOutAt: (organization) => `Bei ${organization} abgemeldet`,
    signInMethods: {
      password: 'mit einem Passwort',
      passkey: 'mit einem Passkey',
      authenticator: 'mit einem Passwort und einem Code',
      recoveryCode: 'mit einem Passwort und einem Wiederherstellungscode',
      emailCode: 'mit einem Code per E-Mail',
      provider: 'bei einem anderen Anbieter',
    },
    signInReasons: {
      wrongPassword: 'falsches Passwort',
      wrongCode: 'richtiges Passwort, falscher Code',
      disabledAtHome: 'das Konto ist gesperrt',
      organizationClosed: 'die Organisation ist geschlossen',
    },
    sessions: 'Wo ich angemeldet bin',
    sessionsHint: {
      password:
        'Kennen Sie eine dieser Sitzungen nicht, melden Sie sie ab, und ändern Sie Ihr Passwort.',
      provider:
        'Kennen Sie eine dieser Sitzungen nicht, melden Sie sie ab, und ändern Sie bei Ihrem Anbieter, womit Sie sich anmelden.',
      mail: 'Kennen Sie eine dieser Sitzungen nicht, melden Sie sie ab, und sorgen Sie dafür, dass niemand sonst Ihre E-Mails liest.',
    },
    thisSession: 'Diese Sitzung',
    lastSeen: 'Zuletzt benutzt am',
    endSession: 'Abmelden',
    endSessionNamed: (device) => `${device} abmelden`,
    endTitle: 'Diese Sitzung abmelden?',
    endText: (device) =>
      `${device}: Dort muss man sich neu anmelden, bevor wieder etwas möglich ist.`,
    sessionEnded: 'Die Sitzung ist abgemeldet.',
  },
  consents: {
    title: 'Anwendungen mit Zugriff',
    hint: 'Diese können für Sie handeln, soweit Sie es selbst könnten. Beenden Sie den Zugriff von Anwendungen, die Sie nicht benutzen.',
    none: 'Zurzeit kann keine Anwendung für Sie handeln.',
    everywhere: 'Alle Ihre Organisationen',
    since: 'Seit',
    lastUsed: 'zuletzt benutzt am',
    lasting: 'Bleibt bestehen, wenn Sie sich abmelden',
    scopes: {
      openid: 'Sie erkennen',
      profile: 'Ihren Namen sehen',
      email: 'Ihre E-Mail-Adresse sehen',
      ...permissions,
      'Account.Read': 'Ihr Konto und alle Ihre Organisationen sehen',
      'Account.ReadWrite': 'Ihr Konto sehen und ändern und für Sie Organisationen verlassen',
    },
    can: (what) => `Kann ${what}.`,
    end: 'Zugriff beenden',
    endNamed: (application) => `Zugriff von ${application} beenden`,
    endTitle: (application) => `Zugriff von ${application} beenden?`,
    endText: (application) =>
      `${application} kann von diesem Augenblick an nichts mehr für Sie tun. Ihr Konto und Ihre Apps bleiben; wenn Sie die Anwendung wieder öffnen, fragt sie Sie zuerst.`,
    ended: (application) => `Der Zugriff von ${application} ist beendet.`,
  },
}

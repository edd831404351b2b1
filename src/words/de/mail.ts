/** The mails, in German. */
import type { MailWords } from '../en/mail.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('de')

export const mail: MailWords = {
  frame: {
    fact: ({ label, value }) => `${label}: ${value}`,
    before: ({ label }) => `${label}:`,
    fromOrganization: ({ organization, domain, host }) =>
      `In dieser E-Mail geht es um ${organization} (${domain}). Verschickt hat sie Guesthouse unter ${host}.`,
    fromInstallation: ({ host }) => `Diese E-Mail hat Guesthouse unter ${host} verschickt.`,
    questions: ({ organization }) => `Fragen zu Ihren Daten bei ${organization}`,
    openOrganization: ({ organization }) => `${organization} in Ihren Organisationen öffnen`,
    theyWrite: 'Dazu schreibt man Ihnen:',
  },

  signInCode: {
    subject: 'Ihr Code für Guesthouse',
    yours: ({ code }) => `Ihr Code lautet ${code}`,
    works: ({ minutes }) =>
      `Er gilt einmal, ${plural(minutes, { one: '# Minute', other: '# Minuten' })} lang, in dem Browser, in dem er angefordert wurde. Niemand von Guesthouse wird Sie je danach fragen.`,
    notYou:
      'Haben Sie keinen Code angefordert, brauchen Sie nichts zu tun: Ohne ihn kommt niemand hinein.',
  },

  newBrowser: {
    subject: 'Eine neue Anmeldung bei Ihrem Konto',
    lead: 'Jemand hat sich mit einem Browser bei Ihrem Konto angemeldet, der dafür noch nie benutzt wurde.',
    when: 'Wann',
    browser: 'Browser',
    browserOn: ({ browser, system }) => `${browser} unter ${system}`,
    unknownBrowser: 'Ein Browser, der seinen Namen nicht nennt',
    unknownBrowserOn: ({ system }) => `Ein Browser, der seinen Namen nicht nennt, unter ${system}`,
    notYouPassword:
      'Waren Sie es, brauchen Sie nichts zu tun. Wenn nicht, beenden Sie diese Sitzung und ändern Sie Ihr Passwort auf dieser Seite.',
    notYou:
      'Waren Sie es, brauchen Sie nichts zu tun. Wenn nicht, beenden Sie diese Sitzung auf dieser Seite und sorgen Sie dafür, dass niemand sonst benutzen kann, womit Sie sich anmelden, etwa Ihr Postfach.',
    open: 'Ihre Sitzungen ansehen',
  },

  factorChanged: {
    subject: {
      passkeyAdded: 'Ihrem Konto wurde ein Passkey hinzugefügt',
      passkeyRemoved: 'Von Ihrem Konto wurde ein Passkey entfernt',
      authenticatorAdded: 'Für Ihr Konto wurde eine Authenticator-App eingerichtet',
      authenticatorRemoved: 'Die Authenticator-App wurde von Ihrem Konto entfernt',
      recoveryCodesMade: 'Für Ihr Konto wurden neue Wiederherstellungscodes erstellt',
      factorsReset: 'Ihre Passkeys und Ihre Authenticator-App wurden entfernt',
      passwordSet: 'Für Ihr Konto wurde ein Passwort festgelegt',
      passwordChanged: 'Das Passwort Ihres Kontos wurde geändert',
      identityAdded: 'Ein neuer Weg, sich bei Ihrem Konto anzumelden',
      identityRemoved: 'Ein Weg, sich bei Ihrem Konto anzumelden, wurde entfernt',
    },
    meaning: {
      passkeyAdded:
        'Ihrem Konto wurde ein Passkey hinzugefügt. Mit ihm melden Sie sich von nun an ohne Passwort an.',
      passkeyRemoved:
        'Von Ihrem Konto wurde ein Passkey entfernt. Mit ihm können Sie sich nicht mehr anmelden.',
      authenticatorAdded:
        'Für Ihr Konto wurde eine Authenticator-App eingerichtet. Von nun an werden Sie nach dem Passwort auch nach ihrem Code gefragt.',
      authenticatorRemoved:
        'Die Authenticator-App wurde von Ihrem Konto entfernt. Nach dem Passwort werden Sie nach keinem Code mehr gefragt, und Ihre Wiederherstellungscodes gelten nicht mehr.',
      recoveryCodesMade:
        'Für Ihr Konto wurden neue Wiederherstellungscodes erstellt. Die bisherigen gelten nicht mehr.',
      factorsReset:
        'Ihre Passkeys und Ihre Authenticator-App wurden entfernt. Mit ihnen können Sie sich nicht mehr anmelden, und Ihre Wiederherstellungscodes gelten nicht mehr.',
      passwordSet:
        'Für Ihr Konto wurde ein Passwort festgelegt. Mit ihm melden Sie sich von nun an an.',
      passwordChanged:
        'Das Passwort Ihres Kontos wurde geändert. Mit dem bisherigen können Sie sich nicht mehr anmelden.',
    },
    identityAdded: ({ host }) =>
      `Ihr Konto ist mit einem Konto bei ${host} verbunden. Wer sich dort anmeldet, ist auch hier angemeldet.`,
    identityRemoved: ({ host }) => `Ihr Konto ist nicht mehr mit dem Konto bei ${host} verbunden.`,
    aProvider: 'einem Anbieter',
    when: 'Wann',
    by: {
      oneself:
        'Das geschah in einer Ihrer Sitzungen oder mit einem Link, der für Sie erstellt wurde.',
      operator: 'Das hat getan, wer dieses Guesthouse betreibt.',
      administrator: ({ organization }) => `Das hat die Administration von ${organization} getan.`,
    },
    notYou:
      'Waren Sie es, brauchen Sie nichts zu tun. Wenn nicht, melden Sie sich an, öffnen Sie die Seite „Sicherheit“, entfernen Sie, was Sie nicht kennen, und melden Sie fremde Sitzungen ab.',
    notKnown: ({ organization }) =>
      `Wissen Sie davon, brauchen Sie nichts zu tun. Wenn nicht, melden Sie sich an, öffnen Sie die Seite „Sicherheit“, entfernen Sie, was Sie nicht kennen, melden Sie fremde Sitzungen ab und sagen Sie der Administration von ${organization} Bescheid.`,
    open: 'Die Seite „Sicherheit“ öffnen',
  },

  invitation: {
    subject: ({ organization }) => `${organization} lädt Sie ein`,
    lead: ({ organization, inviter }) =>
      `${inviter} von ${organization} lädt Sie ein, als Gast mitzuarbeiten.`,
    leadOrganization: ({ organization }) => `${organization} lädt Sie ein, als Gast mitzuarbeiten.`,
    open: 'Ansehen, worum es geht, und annehmen oder ablehnen',
    once: ({ time }) => `Die Adresse ist nur für Sie, gilt einmal und endet am ${time}.`,
    declining: 'Zum Ablehnen brauchen Sie sich nicht anzumelden.',
    unexpected: ({ organization, domain }) =>
      `Haben Sie das nicht erwartet? Dann öffnen Sie die Adresse erst, wenn Sie jemanden bei ${organization} (${domain}) gefragt haben, den Sie kennen. Weiß dort niemand davon, löschen Sie diese E-Mail.`,
    reply: ({ inviter }) => `Eine Antwort auf diese E-Mail geht an ${inviter}.`,
  },

  invitationCopy: {
    subject: ({ organization, address }) => `${organization} hat ${address} eingeladen`,
    lead: ({ organization, inviter, address }) =>
      `${inviter} von ${organization} hat ${address} als Gast eingeladen und wollte, dass Sie davon wissen.`,
    leadOrganization: ({ organization, address }) =>
      `${organization} hat ${address} als Gast eingeladen und wollte, dass Sie davon wissen.`,
  },

  removalAsked: {
    subject: ({ organization, name }) =>
      `${name} bittet darum, von ${organization} entfernt zu werden`,
    lead: ({ organization, name, principalName }) =>
      `${name} (${principalName}) bittet darum, von ${organization} entfernt zu werden, und kann ohne die Administration nicht gehen.`,
    theirMessage: 'Die Nachricht dazu:',
    answer: {
      enable:
        'Die Administration antwortet im Admin-Center auf der Seite „Anfragen“: das Konto freigeben, damit die Person selbst gehen kann, es entfernen, oder ablehnen.',
      remove:
        'Die Administration antwortet im Admin-Center auf der Seite „Anfragen“: das Konto entfernen oder ablehnen.',
    },
    closed: ({ organization }) =>
      `${organization} ist geschlossen, darum muss niemand antworten: Das Konto dort wird von selbst gelöscht, sofern die Anfrage nicht zurückgezogen wird.`,
    open: 'Die Anfrage im Admin-Center öffnen',
  },
}

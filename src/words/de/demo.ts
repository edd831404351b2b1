/** The first page of the demo, in German. */
import type { DemoWords } from '../en/demo.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('de')

export const demo: DemoWords = {
  title: 'Vorführung',
  intro:
    'Sechs erfundene Organisationen und ihre Leute. Nichts hier handelt von einem echten Menschen, und keine E-Mail geht hinaus.',
  cast: {
    ada: {
      who: 'Gast in vier Organisationen und in eine weitere eingeladen',
      see: 'Fabrikam verlassen, sehen, warum Northwind und Tailspin sie behalten, und ihre Daten mitnehmen.',
    },
    bob: {
      who: 'Gast bei Fabrikam und Tailspin',
      see: 'Eine Bitte um Entfernung, die auf Antwort wartet, mit ihrem Termin.',
    },
    frank: {
      who: 'Globaler Administrator von Fabrikam',
      see: 'Sobald Ada gegangen ist: sie unter „Gelöschte Benutzer“ mit allem wiederherstellen, was sie hatte, oder endgültig löschen.',
    },
    fiona: {
      who: 'Benutzeradministratorin von Fabrikam',
      see: 'Dieselben Listen, und was ihre Rolle nicht darf.',
    },
    nora: {
      who: 'Globale Administratorin von Northwind',
      see: 'Ada ist hier gesperrt: freigeben oder löschen.',
    },
    tom: {
      who: 'Globaler Administrator von Tailspin',
      see: 'Gäste dürfen hier nicht von selbst gehen: Bob antworten, bevor sein Termin kommt.',
    },
    carol: {
      who: 'Globale Administratorin von Contoso',
      see: 'Die Heimatorganisation von Ada und Bob.',
    },
    lena: {
      who: 'Globale Administratorin von Litware',
      see: 'Ada ist hier eingeladen und hat noch nicht angenommen.',
    },
  },
  castTitle: 'Mit einem Klick anmelden',
  signInAs: (name) => `Anmelden als ${name}`,
  timeTitle: 'Zeitmaschine',
  today: (date) => `In dieser Vorführung ist der ${date}.`,
  skipHint:
    'Für jeden übersprungenen Tag läuft, was täglich läuft: Erinnerungen werden geschrieben, Bitten kommen an ihr Ende, und wer gegangen ist, wird gelöscht, sobald die Zeit zum Wiederherstellen vorbei ist. Danach ist vielleicht eine neue Anmeldung nötig.',
  skip: (days) => plural(days, { one: 'Einen Tag überspringen', other: '# Tage überspringen' }),
  skipped: (days) => `Die Zeit ist weitergegangen. Übersprungene Tage: ${days}`,
  happened: {
    erased: 'Endgültig gelöschte Konten, jedes mit Beleg',
    ended: 'Konten, die eine Regel oder ihr Termin beendet hat',
    requestsEnded: 'Bitten, die ohne Antwort an ihr Ende kamen',
    objectsErased: 'Gelöschte Gruppen und Anwendungen',
    mails: 'Geschriebene E-Mails, auch Erinnerungen',
    entries: 'Neue Einträge in den Audit-Protokollen',
  },
  proof:
    'Die E-Mail an die gelöschte Person führt zu ihrem Beleg. Die Administration findet den Nachweis unter „Löschungen“.',
  mailTitle: 'Neueste E-Mails',
  mailNone: 'Noch nichts. Verlassen Sie eine Organisation, und kommen Sie zurück.',
  mailTo: (recipient) => `An ${recipient}`,
  allMail: 'Alle E-Mails lesen',
  mailPage: {
    title: 'E-Mails dieser Vorführung',
    intro:
      'Keine E-Mail verlässt die Vorführung. Was gesendet worden wäre, steht hier, das Neueste zuerst. Laden Sie die Seite neu, um mehr zu sehen.',
    none: 'Noch nichts. Lassen Sie sich auf der Anmeldeseite einen Code schicken, oder laden Sie jemanden ein.',
    to: (recipient, when) => `An ${recipient}, ${when}`,
    replyTo: (address) => `Antworten gehen an ${address}`,
    asPage: 'So ansehen, wie ein E-Mail-Programm sie zeigt',
    gone: 'Diese E-Mail gibt es nicht mehr.',
  },
  gone: (name) => `${name} hat in dieser Vorführung kein Konto mehr. Wählen Sie jemand anderen.`,
}

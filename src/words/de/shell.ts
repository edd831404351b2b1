/** What the admin centre says around every screen, in German. */
import type { ShellWords } from '../en/shell.ts'

export const shell: ShellWords = {
  pageTitle: (page) => `${page} · Guesthouse`,
  skip: 'Zum Inhalt springen',
  navigation: 'Hauptnavigation',
  openNavigation: 'Navigation öffnen',
  closeNavigation: 'Navigation schließen',
  viewAccount: 'Konto anzeigen',
  manageOrganizations: 'Organisationen verwalten',
  toDemo: 'Zurück zur Vorführung',
  signOut: 'Abmelden',
  cancel: 'Abbrechen',
  discard: {
    title: 'Verwerfen, was Sie eingegeben haben?',
    text: 'Was Sie hier eingegeben oder gewählt haben, ist nicht gespeichert und ginge verloren.',
    confirm: 'Verwerfen',
    keep: 'Behalten',
  },
  loading: 'Wird geladen …',
  notices: 'Meldungen',
  problem: 'Das hat nicht geklappt',
  noConnection:
    'Der Server ist nicht zu erreichen. Prüfen Sie Ihre Verbindung, und versuchen Sie es noch einmal.',
  unreadableAnswer:
    'Die Antwort des Servers war nicht lesbar. Versuchen Sie es gleich noch einmal.',
  unexpectedProblem:
    'Auf dieser Seite ist etwas schiefgegangen. Laden Sie sie neu, und versuchen Sie es noch einmal.',
  quote: (requestId) => `Wenn Sie um Hilfe bitten, nennen Sie diese Anfragenummer: ${requestId}`,
  nothingHere: 'Hier ist nichts',
  nothingHereHint:
    'Unter dieser Adresse gibt es keine Seite. Prüfen Sie die Schreibweise, oder gehen Sie zur Startseite.',
  toTheStart: 'Zur Startseite',
  brokenPage: 'Diese Seite ist abgestürzt',
  reload: 'Neu laden',
  wrongAddress: 'Das ist nicht die Adresse von Guesthouse',
  wrongAddressHint: (right, here) =>
    `Guesthouse ist für die Adresse ${right} eingerichtet, und nur dort kann man sich anmelden. Sie haben es unter ${here} geöffnet. Soll es unter dieser Adresse benutzt werden, muss das in der Einstellung GUESTHOUSE_URL stehen; setzen kann sie, wer Guesthouse betreibt.`,
  toRightAddress: 'Zur richtigen Adresse',
  language: 'Sprache',
  clearSearch: 'Suche leeren',
  openList: 'Liste öffnen',
}

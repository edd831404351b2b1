/** What stands around the pages of the admin centre and in all of their lists, in German. */
import type { FrameWords } from '../../en/admin/frame.ts'
import { numberOf, pluralOf } from '../../speech.ts'

const number = numberOf('de')
const plural = pluralOf('de')

export const frame: FrameWords = {
  product: 'Guesthouse Admin-Center',
  chooseTitle: 'Organisation wählen',
  chooseIntro: 'Diese Organisationen können Sie verwalten.',
  noneToAdminister: 'Sie verwalten keine Organisation',
  noneToAdministerHint:
    'Hier steht eine Organisation, sobald deren Administration Ihnen eine Verzeichnisrolle gibt, die das Admin-Center öffnet.',
  toPortal: 'Zu meinen Apps',
  manage: 'Verwalten',
  activity: 'Aktivität',
  overview: 'Übersicht',
  users: 'Benutzer',
  groups: 'Gruppen',
  applications: 'Anwendungen',
  roles: 'Rollen',
  properties: 'Eigenschaften',
  requests: 'Anfragen',
  auditLog: 'Audit-Protokoll',
  erasures: 'Löschungen',
  opening: 'Das Admin-Center wird geöffnet …',
  otherOrganizations: 'Andere Organisationen',
  gone: 'Hier nicht zu finden',
  goneHint:
    'Unter dieser Adresse ist nichts: Vielleicht wurde es gelöscht, oder die Adresse stimmt nicht.',
  goTo: (list) => `Zu „${list}“`,
  whereYouAre: 'Wo Sie sind',
  needsRole: (roles) =>
    roles === ''
      ? 'Keine Rolle erlaubt das hier.'
      : `Ihre Rollen erlauben das nicht. Dafür braucht man: ${roles}.`,
  cancel: 'Abbrechen',
  close: 'Schließen',
  save: 'Speichern',
  add: 'Hinzufügen',
  remove: 'Entfernen',
  edit: 'Bearbeiten',
  delete: 'Löschen',
  name: 'Name',
  description: 'Beschreibung',
  actions: 'Aktionen',
  none: '–',
  owner: 'Besitzer',
  ownerAny: 'Irgendjemand oder niemand',
  ownerNone: 'Ohne Besitzer',
  yes: 'Ja',
  no: 'Nein',
  reading: (what) => `Die Liste „${what}“ wird geladen …`,
  loadMore: 'Mehr laden',
  countAll: 'Alle zählen',
  shown: (shown) => plural(shown, { one: 'Ein Eintrag', other: '# Einträge' }),
  shownOf: (shown, count) => `${number(shown)} von ${number(count)} angezeigt`,
  select: (name) => `${name} auswählen`,
  selectAllShown: 'Alle angezeigten auswählen',
  sortBy: 'Sortieren nach',
  ascending: (column) => `${column}, aufsteigend`,
  descending: (column) => `${column}, absteigend`,
  copyNamed: (name) => `Kopieren: ${name}`,
  removeNamed: (name) => `${name} entfernen`,
  nothingFound: 'Nichts gefunden',
  nothingFoundHint:
    'Hier passt nichts. Suchen Sie nach dem Anfang eines Namens oder einer Adresse, oder lockern Sie den Filter.',
  andMore: (count) => plural(count, { one: 'und noch 1', other: 'und noch #' }),
  searching: 'Es wird gesucht …',
  pickHint: 'Schreiben Sie den Anfang eines Namens oder einer Adresse, und wählen Sie dann.',
  choiceKinds: { user: 'Benutzer', group: 'Gruppen', application: 'Anwendungen' },
  erased: (id) => `Gelöscht (${id})`,
}

/** The search box of the admin centre, in German. */
import type { AdminWords } from '../../en/admin/admin.ts'
import { pluralOf } from '../../speech.ts'

const plural = pluralOf('de')

export const find: AdminWords['find'] = {
  open: 'Alles durchsuchen',
  title: 'Die Organisation durchsuchen',
  box: 'Aktenzeichen, ID, Adresse oder Name',
  hint: 'Fügen Sie das Aktenzeichen eines Belegs, die ID einer Anfrage oder eine andere ID ein; oder tippen Sie eine Adresse oder den Anfang eines Namens.',
  looking: 'Suche läuft…',
  nothing:
    'Nichts gefunden. Bei Namen zählt der Anfang; IDs und Aktenzeichen müssen vollständig sein.',
  found: (count) => plural(count, { one: 'Ein Treffer', other: '# Treffer' }),
  byKey: 'Mit der Taste / öffnen',
  kind: {
    receipt: 'Beleg',
    request: 'Anfrage',
    user: 'Benutzer',
    deletedUser: 'Gelöschter Benutzer',
    group: 'Gruppe',
    application: 'Anwendung',
    auditEntry: 'Audit-Protokoll',
  },
  receipt: {
    left: 'Hat die Organisation verlassen',
    declined: 'Einladung abgelehnt',
    removed: 'Von der Administration entfernt',
    removedByOperator: 'Vom Betrieb entfernt',
    removedByPolicy: 'Von einer Richtlinie entfernt',
    homeGone: 'Konto in der Heimatorganisation weg',
    merged: 'Aus zwei Gästen wurde einer',
    neverAccepted: 'Einladung nie angenommen',
    erased: 'Gelöscht',
  },
  request: { removal: 'Entfernt zu werden', restore: 'Wiederhergestellt zu werden' },
}

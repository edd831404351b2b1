/** The pages about groups, in German. */
import type { GroupWords } from '../../en/admin/groups.ts'

export const groups: GroupWords = {
  search: 'Gruppen suchen',
  tools: 'Gruppen finden und hinzufügen',
  new: 'Neue Gruppe',
  create: 'Anlegen',
  created: (name) => `Die Gruppe ${name} ist angelegt.`,
  empty: 'Noch keine Gruppen',
  emptyHint:
    'Eine Gruppe gibt ihren Mitgliedern gemeinsam Anwendungen. Legen Sie die erste mit „Neue Gruppe“ an.',
  mailNickname: 'Mail-Alias',
  mailNicknameHint: 'Bleibt das Feld leer, wird der Alias aus dem Namen gebildet.',
  assignable: 'Den Mitgliedern können Verzeichnisrollen gegeben werden',
  assignableShort: 'Rollen zuweisbar',
  assignableHint:
    'Eine solche Gruppe ist so mächtig wie eine Rolle: Nur wer Rollen zuweisen darf, kann sie ändern. Später lässt sich das nicht ändern.',
  createdAt: 'Angelegt',
  tabs: 'Teile dieser Gruppe',
  tabMembers: 'Mitglieder',
  tabOwners: 'Besitzer',
  tabApplications: 'Anwendungen',
  tabProperties: 'Eigenschaften',
  editTitle: (name) => `${name} bearbeiten`,
  saved: (name) => `Die Gruppe ${name} ist gespeichert.`,
  deleteTitle: (name) => `Die Gruppe ${name} löschen?`,
  deleteText:
    'Ihre Mitglieder verlieren die Anwendungen, die sie durch die Gruppe haben. Bis zum Ende der Wiederherstellungsfrist lässt sie sich unter „Gelöschte Gruppen“ wiederherstellen, mit Mitgliedern, Besitzern und Zuweisungen.',
  deleted: (name) => `Die Gruppe ${name} ist gelöscht.`,
  members: {
    label: 'Mitglieder',
    add: 'Mitglied hinzufügen',
    addTitle: 'Ein Mitglied hinzufügen',
    pick: 'Benutzer',
    search: 'Mitglieder suchen',
    removeTitle: (name) => `${name} aus der Gruppe entfernen?`,
    removeText: (name) => `${name} verliert die Anwendungen, die diese Gruppe gibt.`,
    added: (name) => `${name} ist jetzt Mitglied.`,
    removed: (name) => `${name} ist nicht mehr Mitglied.`,
    emptyTitle: 'Keine Mitglieder',
    emptyHint:
      'Hier stehen Benutzer, sobald sie in diese Gruppe aufgenommen sind. Tun Sie es mit „Mitglied hinzufügen“.',
  },
  owners: {
    label: 'Besitzer',
    add: 'Besitzer hinzufügen',
    addTitle: 'Einen Besitzer hinzufügen',
    pick: 'Benutzer',
    search: 'Besitzer suchen',
    removeTitle: (name) => `${name} als Besitzer entfernen?`,
    removeText: (name) =>
      `${name} ist dann nicht mehr für diese Gruppe verantwortlich. Eine Gruppe, die Besitzer hat, behält mindestens einen.`,
    added: (name) => `${name} ist jetzt Besitzer.`,
    removed: (name) => `${name} ist nicht mehr Besitzer.`,
    emptyTitle: 'Keine Besitzer',
    emptyHint:
      'Besitzer sind für die Gruppe verantwortlich. Bestimmen Sie einen mit „Besitzer hinzufügen“.',
  },
}

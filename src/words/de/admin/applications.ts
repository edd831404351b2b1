/** The pages about applications, in German. */
import type { ApplicationWords } from '../../en/admin/applications.ts'
import { groups } from './groups.ts'

export const applications: ApplicationWords = {
  search: 'Anwendungen suchen',
  tools: 'Anwendungen finden und hinzufügen',
  new: 'Neue Anwendung',
  create: 'Anlegen',
  created: (name) => `Die Anwendung ${name} ist angelegt.`,
  empty: 'Noch keine Anwendungen',
  emptyHint:
    'Hier steht, was Benutzern und Gruppen zugewiesen wird. Legen Sie die erste mit „Neue Anwendung“ an.',
  homepage: 'Startseite',
  homepageHint: 'Wohin die Kachel im Portal führt, zum Beispiel https://expenses.contoso.example',
  tabs: 'Teile dieser Anwendung',
  tabAssignments: 'Benutzer und Gruppen',
  tabRoles: 'App-Rollen',
  tabOwners: 'Besitzer',
  tabProperties: 'Eigenschaften',
  ofItsHome:
    'Das gehört der Organisation, in der die Anwendung registriert ist, und nur sie kann es ändern.',
  deleteHereText:
    'Niemand meldet sich hier mehr bei ihr an, und sie kann hier nichts mehr tun. In ihrer eigenen Organisation bleibt sie. Bis zum Ende der Wiederherstellungsfrist lässt sie sich unter „Gelöschte Anwendungen“ wiederherstellen.',
  editTitle: (name) => `${name} bearbeiten`,
  saved: (name) => `Die Anwendung ${name} ist gespeichert.`,
  deleteTitle: (name) => `Die Anwendung ${name} löschen?`,
  deleteText:
    'Alle, denen sie zugewiesen ist, verlieren sie, und niemand kann sich bei ihr anmelden. Bis zum Ende der Wiederherstellungsfrist lässt sie sich unter „Gelöschte Anwendungen“ wiederherstellen, mit Besitzern und Zuweisungen.',
  deleted: (name) => `Die Anwendung ${name} ist gelöscht.`,
  appRole: 'App-Rolle',
  appRoles: 'App-Rollen',
  newRole: 'Neue App-Rolle',
  roleTitle: (name) => `App-Rolle ${name} bearbeiten`,
  roleName: 'Name',
  roleValue: 'Wert',
  roleValueHint:
    'Was der Anwendung mitgeteilt wird: ein Wort ohne Leerzeichen, zum Beispiel approve',
  roleSaved: (name) => `Die App-Rolle ${name} ist gespeichert.`,
  roleDeleteTitle: (name) => `Die App-Rolle ${name} löschen?`,
  roleDeleteText:
    'Alle, denen die Anwendung mit dieser Rolle zugewiesen ist, verlieren diese Zuweisung.',
  roleDeleted: (name) => `Die App-Rolle ${name} ist gelöscht.`,
  rolesEmpty: 'Keine App-Rollen',
  rolesEmptyHint:
    'Ohne App-Rollen haben alle, denen die Anwendung zugewiesen ist, den Standardzugriff. Legen Sie Rollen mit „Neue App-Rolle“ an.',
  defaultAccess: 'Standardzugriff',
  editRole: (name) => `${name} bearbeiten`,
  deleteRole: (name) => `${name} löschen`,
  assign: 'Zuweisen',
  assignTitle: 'Einem Benutzer oder einer Gruppe zuweisen',
  assignPick: 'Benutzer oder Gruppe',
  assignApplication: 'Anwendung zuweisen',
  application: 'Anwendung',
  principal: 'Benutzer oder Gruppe',
  assigned: (name) => `Zugewiesen: ${name}.`,
  assignedOn: 'Zugewiesen am',
  unassignTitle: (name) => `Die Zuweisung an ${name} entfernen?`,
  unassignText: 'Der Zugriff endet sofort. Er lässt sich wieder zuweisen.',
  unassigned: (name) => `Die Zuweisung an ${name} ist entfernt.`,
  assignmentsEmpty: 'Niemandem zugewiesen',
  assignmentsEmptyHint:
    'Hier stehen Benutzer und Gruppen, sobald ihnen diese Anwendung zugewiesen ist. Tun Sie es mit „Zuweisen“.',
  userAssignmentsEmpty: 'Keine Anwendungen',
  userAssignmentsEmptyHint:
    'Hier stehen Anwendungen, sobald sie zugewiesen sind. Tun Sie es mit „Anwendung zuweisen“. Was durch eine Gruppe kommt, steht auf der Seite der Gruppe.',
  groupAssignmentsEmpty: 'Keine Anwendungen',
  groupAssignmentsEmptyHint:
    'Hier stehen Anwendungen, sobald sie dieser Gruppe auf der Seite der Anwendung zugewiesen sind.',
  owners: {
    ...groups.owners,
    removeText: (name) => `${name} ist dann nicht mehr für diese Anwendung verantwortlich.`,
    emptyHint:
      'Besitzer sind für die Anwendung verantwortlich. Bestimmen Sie einen mit „Besitzer hinzufügen“.',
  },
}

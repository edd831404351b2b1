/** Directory roles and who holds them, in German. */
import type { RoleWords } from '../../en/admin/roles.ts'

export const roles: RoleWords = {
  intro: 'Mit einer Verzeichnisrolle kann man diese Organisation verwalten.',
  memberCount: 'Mitglieder',
  empty: 'Keine Rollen',
  emptyHint: 'Hier stehen die eingebauten Verzeichnisrollen.',
  assign: 'Mitglied hinzufügen',
  assignTitle: (role) => `Die Rolle ${role} vergeben`,
  pickUser: 'Benutzer',
  pickRole: 'Rolle',
  choose: 'Rolle wählen',
  assigned: (name, waysInEnded = false) =>
    waysInEnded
      ? `${name} hat die Rolle jetzt. Die bisherige Anmeldung hatte jemand mit weniger Rechten eingerichtet, darum ist sie beendet: Erstellen Sie einen neuen Passwort-Link oder eine neue Einladung.`
      : `${name} hat die Rolle jetzt.`,
  unassignTitle: (name, role) => `${name} die Rolle ${role} nehmen?`,
  unassignText: 'Was die Rolle erlaubt, endet sofort.',
  unassigned: (name) => `${name} hat die Rolle nicht mehr.`,
  membersEmpty: 'Niemand hat diese Rolle',
  membersEmptyHint:
    'Hier stehen Benutzer, sobald ihnen die Rolle gegeben ist. Tun Sie es mit „Mitglied hinzufügen“.',
  assignRole: 'Rolle geben',
  assignRoleTitle: 'Eine Verzeichnisrolle geben',
  userEmpty: 'Keine Verzeichnisrollen',
  userEmptyHint:
    'Hier stehen Rollen, sobald sie diesem Benutzer gegeben sind. Tun Sie es mit „Rolle geben“.',
  members: 'Mitglieder der Rolle',
}

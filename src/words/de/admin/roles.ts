/** Directory roles and who holds them, in German. */
import { roleNames } from '../role-names.ts'
import type { RoleWords } from '../../en/admin/roles.ts'

export const roles: RoleWords = {
  /** By the name that the directory API gives a role, as their descriptions below. */
  names: roleNames,
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
  unassignsLast:
    'Sonst könnte hier niemand als globaler Administrator handeln. Geben Sie die Rolle zuerst jemand anderem.',
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
  descriptions: {
    'Global Administrator': 'Darf in dieser Organisation alles.',
    'Privileged Role Administrator':
      'Gibt Rollen und gibt Anwendungen, was sie dürfen; liest das Audit-Protokoll.',
    'Privileged Authentication Administrator':
      'Sperrt, löscht und stellt alle wieder her und setzt ihre Anmeldung zurück, auch die der Administration.',
    'User Administrator':
      'Legt Benutzer an, ändert, sperrt, löscht sie, stellt sie wieder her und löscht sie endgültig, und verwaltet Gruppen.',
    'Authentication Administrator':
      'Setzt die Anmeldung von Benutzern zurück, die nicht zur Administration gehören, und sperrt sie.',
    'Helpdesk Administrator':
      'Setzt Passwörter von Benutzern zurück, die nicht zur Administration gehören, und beendet ihre Sitzungen.',
    'Password Administrator':
      'Setzt Passwörter von Benutzern zurück, die nicht zur Administration gehören.',
    'Groups Administrator': 'Verwaltet Gruppen, ihre Mitglieder und Besitzer.',
    'Application Administrator': 'Verwaltet Anwendungen, und wem sie zugewiesen sind.',
    'External Identity Provider Administrator':
      'Liest, wie sich Gäste und Mitglieder anmelden, und die anderen Einstellungen; ändern kann sie nur, wer die Rolle „Globaler Administrator“ hat.',
    'Global Reader': 'Liest alles in dieser Organisation und ändert nichts.',
    'Guest Inviter': 'Lädt Gäste ein und darf bei Benutzern sonst nichts.',
    'Directory Readers': 'Listet Benutzer und Gruppen auf und ändert nichts.',
    'Message Center Reader': 'Liest die Einstellungen. Ankündigungen gibt es hier nicht.',
    'Reports Reader': 'Liest das Audit-Protokoll, Anmeldungen und die Einstellungen.',
    'Usage Summary Reports Reader':
      'Liest die Einstellungen. Übersichten zur Nutzung gibt es hier nicht.',
  },
}

/** What the built-in directory roles are called, in German. */
import type { RoleNames } from '../en/role-names.ts'

export const roleNames: RoleNames = {
  'Global Administrator': 'Globaler Administrator',
  'Privileged Role Administrator': 'Administrator für privilegierte Rollen',
  'Privileged Authentication Administrator': 'Administrator für privilegierte Authentifizierung',
  'User Administrator': 'Benutzeradministrator',
  'Authentication Administrator': 'Authentifizierungsadministrator',
  'Helpdesk Administrator': 'Helpdeskadministrator',
  'Password Administrator': 'Passwortadministrator',
  'Groups Administrator': 'Gruppenadministrator',
  'Application Administrator': 'Anwendungsadministrator',
  'External Identity Provider Administrator': 'Administrator für externe Identitätsanbieter',
  'Global Reader': 'Globaler Leser',
  'Guest Inviter': 'Gasteinladender',
  'Directory Readers': 'Verzeichnisleser',
  'Message Center Reader': 'Nachrichtencenterleser',
  'Reports Reader': 'Berichtsleser',
  'Usage Summary Reports Reader': 'Leser von Nutzungsübersichten',
}

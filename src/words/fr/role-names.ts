/** What the built-in directory roles are called, in French. */
import type { RoleNames } from '../en/role-names.ts'

export const roleNames: RoleNames = {
  'Global Administrator': 'Administrateur général',
  'Privileged Role Administrator': 'Administrateur de rôles privilégiés',
  'Privileged Authentication Administrator': 'Administrateur d’authentification privilégié',
  'User Administrator': 'Administrateur d’utilisateurs',
  'Authentication Administrator': 'Administrateur d’authentification',
  'Helpdesk Administrator': 'Administrateur du support technique',
  'Password Administrator': 'Administrateur de mots de passe',
  'Groups Administrator': 'Administrateur de groupes',
  'Application Administrator': 'Administrateur d’applications',
  'External Identity Provider Administrator': 'Administrateur de fournisseurs d’identité externes',
  'Global Reader': 'Lecteur général',
  'Guest Inviter': 'Inviteur de personnes externes',
  'Directory Readers': 'Lecteurs de répertoires',
  'Message Center Reader': 'Lecteur du Centre de messages',
  'Reports Reader': 'Lecteur de rapports',
  'Usage Summary Reports Reader': 'Lecteur de rapports de synthèse sur l’utilisation',
}

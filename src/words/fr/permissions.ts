/** What scopes of the directory let an application do for somebody, in French. */
import type { PermissionWords } from '../en/permissions.ts'

export const permissions: PermissionWords = {
  'AppRegistration.Create': 'enregistrer des applications',
  'AppRoleAssignment.ReadWrite.All':
    'affecter des personnes, des groupes et des applications à des applications',
  'Application.Read.All': 'lire les applications',
  'Application.ReadWrite.All': 'lire et modifier les applications',
  'AuditLog.Read.All': 'lire le journal et les connexions',
  'DelegatedPermissionGrant.ReadWrite.All':
    'lire et modifier ce que les applications peuvent faire pour des personnes',
  'Directory.AccessAsUser.All': 'y faire ce que vous pouvez faire',
  'Directory.Read.All': 'y lire l’annuaire',
  'Directory.ReadWrite.All': 'y lire et modifier l’annuaire',
  'Domain.Read.All': 'lire les domaines',
  'Domain.ReadWrite.All': 'lire et modifier les domaines',
  'Group.Read.All': 'lire les groupes',
  'Group.ReadWrite.All': 'lire et modifier les groupes',
  'GroupMember.Read.All': 'lire qui est dans les groupes',
  'GroupMember.ReadWrite.All': 'lire et modifier qui est dans les groupes',
  'IdentityProvider.Read.All': 'lire comment on se connecte depuis ailleurs',
  'IdentityProvider.ReadWrite.All': 'lire et modifier comment on se connecte depuis ailleurs',
  'Organization.Read.All': 'lire les paramètres de l’organisation',
  'Organization.ReadWrite.All': 'lire et modifier les paramètres de l’organisation',
  'Policy.Read.All': 'lire les règles',
  'Policy.ReadWrite.Authorization': 'modifier ce que voient les invités et qui peut inviter',
  'Policy.ReadWrite.CrossTenantAccess': 'modifier les paramètres des organisations partenaires',
  'Policy.ReadWrite.ExternalIdentities': 'modifier les règles concernant les invités',
  'RoleManagement.Read.Directory': 'lire qui détient des rôles d’annuaire',
  'RoleManagement.ReadWrite.Directory': 'donner et retirer des rôles d’annuaire',
  'User-Mail.ReadWrite.All': 'modifier d’autres adresses des utilisateurs',
  'User-PasswordProfile.ReadWrite.All':
    'réinitialiser la façon dont les utilisateurs se connectent',
  'User-Phone.ReadWrite.All': 'modifier les numéros de téléphone des utilisateurs',
  'User.DeleteRestore.All': 'supprimer et restaurer des utilisateurs',
  'User.EnableDisableAccount.All': 'désactiver et réactiver des utilisateurs',
  'User.Export.All': 'exporter ce qui est conservé sur les utilisateurs',
  'User.Invite.All': 'inviter des personnes',
  'User.ManageIdentities.All':
    'modifier les comptes externes avec lesquels les utilisateurs se connectent',
  'User.Read': 'y lire votre compte d’utilisateur',
  'User.Read.All': 'lire les utilisateurs',
  'User.ReadWrite.All': 'lire et modifier les utilisateurs',
  'User.RevokeSessions.All': 'déconnecter les utilisateurs partout',
  'UserAuthenticationMethod.Read': 'lire la façon dont vous vous connectez',
  'UserAuthenticationMethod.Read.All': 'lire la façon dont les utilisateurs se connectent',
  'UserAuthenticationMethod.ReadWrite.All': 'modifier la façon dont les utilisateurs se connectent',
}

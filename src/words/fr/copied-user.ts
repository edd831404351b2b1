/** What the copy of my data tells of a user and the directory API does not; in French. */
import type { CopiedUserWords } from '../en/copied-user.ts'

export const copiedUser: CopiedUserWords = {
  tenantId: 'Identifiant de l’organisation',
  personId: 'Mon identifiant dans toutes les organisations',
  originalUserPrincipalName: 'Nom d’utilisateur principal avant la suppression',
  disabledAt: 'Désactivé le',
  everAccepted: 'Une invitation a déjà été acceptée',
  accessEndedAt: 'Accès terminé pour la dernière fois le',
  withoutHomeUntil: 'Supprimé là-bas faute d’origine le',
  attestedAt: 'Besoin confirmé pour la dernière fois le',
  lifecycleFrom: 'Règles recomptées à partir du',
  disabledByPolicy: 'Désactivé par une règle de l’organisation',
  endNoticeFor: 'Date de fin annoncée en dernier',
  deletedByKind: 'Supprimé par',
  deletionEventId: 'Référence de la fin',
  restorableUntil: 'Restaurable jusqu’au',
  heldAt: 'Conservé en raison d’une obligation depuis',
}

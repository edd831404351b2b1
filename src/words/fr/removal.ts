/** The page on which somebody who cannot sign in asks to be removed or restored, in French. */
import type { RemovalWords } from '../en/removal.ts'

export const removal: RemovalWords = {
  title: 'Demander mon retrait ou ma restauration',
  intro:
    'Si vous ne pouvez pas vous connecter, parce que votre compte dans votre organisation d’origine est désactivé ou supprimé, que cette organisation est fermée ou qu’une organisation vous a retiré, vous pouvez tout de même demander aux organisations chez qui vous êtes invité de vous retirer, et à celles qui vous ont retiré de restaurer votre compte. Prouvez d’abord que l’adresse qu’elles ont invitée vous appartient.',
  sendCode: 'M’envoyer un code par e-mail',
  toOrganizations: 'Je peux me connecter : afficher mes organisations',
  some: (address) =>
    `${address} vous appartient. Voici ce que vous pouvez demander aux organisations en tant qu’invité avec cette adresse :`,
  none: (address) =>
    `${address} vous appartient, et aucune organisation n’a ici d’invité avec cette adresse, ni ne pourrait encore en restaurer un. Il n’y a donc rien à demander.`,
  ask: {
    removal: (organization) => `Demander à ${organization} de me retirer`,
    restore: (organization) => `Demander à ${organization} de restaurer mon compte`,
  },
  ended: (until) => `Votre compte y a pris fin. Il peut être restauré jusqu’au ${until}.`,
  message: 'Message à l’administration (facultatif)',
  sent: 'Votre demande est parvenue à l’administration. La réponse arrive par e-mail.',
  withdrawn: 'Votre demande est retirée.',
  notFound:
    'Il n’y a plus rien à demander à cette organisation en tant qu’invité avec cette adresse.',
  tooLong: (most) => `Le message dépasse ${most} caractères. Raccourcissez-le.`,
  otherAddress: 'Prouver une autre adresse',
}

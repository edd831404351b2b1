/** The page on which somebody who cannot sign in asks to be removed, in French. */
import type { RemovalWords } from '../en/removal.ts'

export const removal: RemovalWords = {
  title: 'Demander mon retrait',
  intro:
    'Si vous ne pouvez pas vous connecter, parce que votre compte dans votre organisation d’origine est désactivé ou supprimé, ou que cette organisation est fermée, vous pouvez tout de même demander aux organisations chez qui vous êtes invité de vous retirer. Prouvez d’abord que l’adresse qu’elles ont invitée vous appartient.',
  sendCode: 'M’envoyer un code par e-mail',
  toOrganizations: 'Je peux me connecter : afficher mes organisations',
  some: (address) =>
    `${address} vous appartient. Ces organisations ont un invité avec cette adresse :`,
  none: (address) =>
    `${address} vous appartient, et aucune organisation n’a ici d’invité avec cette adresse. Il n’y a donc aucun retrait à demander.`,
  ask: (organization) => `Demander à ${organization} de me retirer`,
  message: 'Message à l’administration (facultatif)',
  sent: 'Votre demande est parvenue à l’administration. La réponse arrive par e-mail.',
  withdrawn: 'Votre demande est retirée.',
  notFound: 'Cette organisation n’a plus d’invité avec cette adresse.',
  tooLong: 'Le message dépasse 1024 caractères. Raccourcissez-le.',
  otherAddress: 'Prouver une autre adresse',
}

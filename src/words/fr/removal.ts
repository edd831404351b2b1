/** The page on which somebody who cannot sign in asks to be removed or restored, in French. */
import type { RemovalWords } from '../en/removal.ts'

export const removal: RemovalWords = {
  title: 'Demander mon retrait ou ma restauration',
  intro:
    'Si vous ne pouvez pas vous connecter, parce que votre compte dans votre organisation d’origine est désactivé ou supprimé, que cette organisation est fermée ou qu’une organisation vous a retiré, vous pouvez tout de même demander aux organisations chez qui vous êtes invité de vous retirer, et à celles qui vous ont retiré de restaurer votre compte. Prouvez d’abord que l’adresse qu’elles ont invitée vous appartient.',
  sendCode: 'M’envoyer un code par e-mail',
  toOrganizations: 'Je peux me connecter : afficher mes organisations',
  some: (address) =>
    `${address} vous appartient. Voici les organisations qui ont, ou avaient, un invité avec cette adresse :`,
  none: (address) =>
    `${address} vous appartient, et aucune organisation n’a ici d’invité avec cette adresse, ni ne pourrait encore en restaurer un. Il n’y a donc rien à demander.`,
  ask: {
    removal: (organization) => `Demander à ${organization} de me retirer`,
    restore: (organization) => `Demander à ${organization} de restaurer mon compte`,
  },
  endedClosed: (organization) =>
    `Votre compte y a pris fin. ${organization} est fermée, donc personne ne l’y restaure.`,
  held: 'Vos données y sont conservées en raison d’une obligation de conservation. Elles seront effacées dès que celle-ci aura pris fin.',
  ended: (until) => `Votre compte y a pris fin. Il peut être restauré jusqu’au ${until}.`,
  message: 'Message à l’administration (facultatif)',
  sent: 'Votre demande est parvenue à l’administration. La réponse arrive par e-mail.',
  sentClosed: (organization) =>
    `Votre demande est enregistrée. ${organization} est fermée, donc personne n’a à y répondre. La suite est indiquée ci-dessous et dans l’e-mail que vous recevez.`,
  ofClosed: {
    text: (organization) =>
      `${organization} est fermée, donc personne n’a à répondre. Votre compte y est supprimé automatiquement dans quelques jours ; la demande indique quel jour. Jusque-là, vous pouvez la retirer.`,
    asked: {
      removal: 'Vous avez demandé votre retrait.',
      restore: 'Vous avez demandé la restauration de votre compte.',
    },
    withdraw: {
      removal: (organization) =>
        `Votre compte chez ${organization} ne sera alors pas supprimé à cause d’elle. Vous pourrez en faire une nouvelle.`,
      restore: (organization) =>
        `${organization} est fermée, donc personne n’y restaure votre compte. Une fois la demande annulée, vous ne pourrez pas en faire une nouvelle tant que l’organisation est fermée.`,
    },
  },
  canSignIn: (organization) =>
    `Vous pouvez vous connecter : la liste de vos organisations montre où vous en êtes chez ${organization} et ce que vous pouvez y faire.`,
  withdrawn: 'Votre demande est retirée.',
  notFound:
    'Il n’y a plus rien à demander à cette organisation en tant qu’invité avec cette adresse.',
  tooLong: (most) => `Le message dépasse ${most} caractères. Raccourcissez-le.`,
  otherAddress: 'Prouver une autre adresse',
}

/** What becomes of somebody's request to an organization, in French. */
import type { RequestsWords } from '../en/requests.ts'

export const requests: RequestsWords = {
  asked: {
    removal: ({ organization, time }) =>
      `Le ${time}, vous avez demandé votre retrait à ${organization}.`,
    restore: ({ organization, time }) =>
      `Le ${time}, vous avez demandé à ${organization} de restaurer votre compte.`,
  },
  whenDue: {
    removed: ({ organization, time }) =>
      `Si personne ne répond chez ${organization} avant le ${time}, votre compte y est supprimé automatiquement.`,
    kept: ({ organization, time }) =>
      `${organization} ne retire personne automatiquement. Si personne ne répond avant le ${time}, la demande prend fin et vous pouvez la renouveler.`,
    restore: ({ organization, time }) =>
      `L’administration, chez ${organization}, peut restaurer votre compte jusqu’au ${time} ; la demande prend fin ensuite.`,
  },
  whenDueClosed: {
    removed: ({ organization, time }) =>
      `${organization} est fermée, donc personne n’a à répondre. Votre compte y est supprimé automatiquement le ${time}, sauf si vous retirez la demande avant.`,
    restore: ({ organization, time }) =>
      `${organization} est fermée, donc personne n’y restaure votre compte. La demande prend fin le ${time}.`,
  },
  why: ({ organization }) => `La raison donnée par ${organization} :`,
  held: ({ organization, time }) =>
    `${organization} suspend la demande depuis le ${time}. Son délai ne court plus jusqu’à une réponse de l’administration, ou jusqu’à la fin de la suspension.`,
  ended: {
    done: ({ time }) => `Elle a reçu une réponse le ${time}.`,
    declined: ({ organization, time }) => `${organization} l’a refusée le ${time}.`,
    withdrawn: ({ time }) => `Vous l’avez retirée le ${time}.`,
    expired: ({ time }) => `Elle a pris fin sans réponse le ${time}.`,
  },
  withdraw: 'Retirer la demande',
  cannotSignIn:
    'Vous ne pouvez pas vous connecter ? Voir la demande avec un code envoyé à cette adresse',

  mail: {
    subject: {
      asked: {
        removal: ({ organization }) => `Votre demande de retrait de ${organization}`,
        restore: ({ organization }) => `Votre demande à ${organization} de restaurer votre compte`,
      },
      held: ({ organization }) => `${organization} suspend votre demande de retrait`,
      goesOn: ({ organization }) => `Votre demande de retrait de ${organization} reprend`,
      ruleChanged: ({ organization }) =>
        `Ce que devient votre demande de retrait de ${organization}`,
      removed: ({ organization }) => `Vous êtes retiré de ${organization}, comme demandé`,
      expired: {
        removal: ({ organization }) =>
          `Votre demande de retrait de ${organization} a pris fin sans réponse`,
        restore: ({ organization }) => `Votre demande à ${organization} a pris fin sans réponse`,
      },
      withdrawn: ({ organization }) => `Votre demande à ${organization} est retirée`,
    },
    held: ({ organization }) =>
      `${organization} suspend votre demande de retrait. Son délai ne court plus jusqu’à une réponse de l’administration, ou jusqu’à la fin de la suspension.`,
    goesOn: ({ organization }) => `${organization} ne suspend plus votre demande de retrait.`,
    removesAgain: ({ organization }) =>
      `${organization} a décidé de retirer les personnes dont la demande reste sans réponse.`,
    closedNow: ({ organization }) =>
      `${organization} est fermée, donc personne n’y répond plus aux demandes ni ne les retient.`,
    dayChanged: ({ organization }) =>
      `${organization} a désormais jusqu’à une date plus tardive pour répondre à votre demande de retrait.`,
    removesNoMore: ({ organization }) =>
      `${organization} a décidé de ne retirer personne automatiquement quand une demande reste sans réponse.`,
    removed: ({ organization }) =>
      `Personne chez ${organization} n’a répondu à votre demande de retrait ; votre compte y est donc supprimé, comme vous l’avez demandé. Un autre e-mail indique jusqu’à quand cela peut être annulé.`,
    removedInvited: ({ organization }) =>
      `Vous avez demandé votre retrait à ${organization}, et c’est fait : le compte qui y était préparé pour vous est supprimé.`,
    unanswered: ({ organization }) =>
      `Personne chez ${organization} n’a répondu à votre demande de retrait, et ${organization} ne retire personne automatiquement. Vous pouvez renouveler votre demande.`,
    lastAdministrator: ({ organization }) =>
      `Votre compte chez ${organization} ne peut pas être supprimé, car une organisation resterait sans administrateur général. Donnez ce rôle à une autre personne, puis partez ou renouvelez votre demande.`,
    windowOver: ({ organization }) =>
      `Personne chez ${organization} n’y a répondu, et le délai pendant lequel votre compte pouvait être restauré est écoulé. Vous ne pouvez revenir que par une nouvelle invitation.`,
    accepted: ({ organization }) =>
      `L’invitation de ${organization} est acceptée. La demande de retrait venue de cette adresse est donc annulée, et personne n’est retiré pour cette raison.`,
    corrected: ({ organization }) =>
      `${organization} invite une autre adresse à la place de celle-ci. Votre demande de retrait est donc annulée. Le compte qui y était préparé ne vous est plus destiné, et le lien que vous avez reçu n’est plus valable.`,
    withdrawn: ({ organization }) =>
      `Vous avez retiré votre demande. Votre compte chez ${organization} reste tel qu’il est, et vous pouvez demander de nouveau.`,
  },

  deletions: {
    subject: ({ organization }) =>
      `Des suppressions définitives chez ${organization} attendent une réponse`,
    needsYes:
      'Quelqu’un a demandé une suppression définitive, ou une protection moindre contre ces suppressions. Rien n’est fait sans l’accord d’un second administrateur ; la personne qui a demandé ne peut pas être le second.',
    waits:
      'Quelqu’un a demandé une suppression définitive, ou une protection moindre contre ces suppressions. C’est fait automatiquement le moment venu ; jusque-là, on peut le refuser.',
    count: 'Demandées',
    firstDue: 'Première exécution',
    open: 'Ouvrir ces demandes dans le centre d’administration',
    answered: ({ organization }) =>
      `Vos suppressions définitives chez ${organization} ont reçu une réponse`,
    answeredLead:
      'Ce que vous avez demandé est fait ou refusé. Ce qui est fait ne peut pas être annulé.',
    done: 'Faites',
    refused: 'Refusées',
  },
  holdsEnded: {
    subject: ({ organization }) => `Des demandes chez ${organization} ne sont plus suspendues`,
    lead: ({ organization }) =>
      `${organization} est fermée, donc plus personne ne peut y répondre aux demandes ni les suspendre. Les demandes de retrait suspendues reprennent, et les personnes concernées en ont été informées.`,
    next: 'La personne qui a demandé est supprimée automatiquement le jour de l’échéance. Si quelqu’un doit être conservé, demandez avant ce jour à qui exploite cette installation de rouvrir l’organisation.',
    firstDue: 'Première suppression',
  },
  waiting: {
    subject: ({ organization }) => `Des demandes chez ${organization} attendent votre réponse`,
    half: 'La moitié du délai de réponse à ces demandes est écoulée.',
    last: 'Ces demandes arrivent bientôt à échéance ; la date de la première figure ci-dessous.',
    removed:
      'Sans réponse, la personne est supprimée ce jour-là et peut être restaurée quelque temps. Pour garder quelqu’un, il faut suspendre la demande, avec une raison que la personne lit.',
    kept: 'Une demande sans réponse prend fin ce jour-là ; l’invité reste et peut demander de nouveau.',
    restore: 'Après ce jour, ces comptes ne peuvent plus être restaurés.',
    removals: 'Demandes de retrait',
    restores: 'Demandes de restauration',
    firstDue: 'Première échéance',
    open: 'Ouvrir les demandes dans le centre d’administration',
  },
}

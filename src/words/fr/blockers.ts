/**
 * What stands in the way of leaving, and why something that a person asks for is not done; in
 * French.
 */
import type { BlockersWords } from '../en/blockers.ts'

export const blockers: BlockersWords = {
  yourHome: 'votre organisation d’origine',
  reason: {
    homeOrganization: {
      message: (organization) =>
        `${organization} est votre organisation d’origine. On ne peut pas quitter son organisation d’origine.`,
      nextStep: (organization) =>
        `Si votre compte chez ${organization} doit prendre fin, demandez à son administration de le supprimer.`,
    },
    disabledAtHome: {
      message: (_, home) =>
        `Votre compte est désactivé chez ${home}, où vous avez votre compte d’origine. Vous ne pouvez donc quitter aucune organisation.`,
      nextStep: (_, home) =>
        `Demandez à l’administration, chez ${home}, de réactiver votre compte, puis partez. Ou demandez à être retiré, car l’administration d’ici peut supprimer votre compte d’invité.`,
    },
    homeDeleted: {
      message: (_, home) =>
        `Votre compte chez ${home}, où vous aviez votre compte d’origine, est supprimé. Vous ne pouvez donc quitter aucune organisation par vous-même.`,
      nextStep: (organization) =>
        `Demandez à être retiré. L’administration, chez ${organization}, peut supprimer votre compte d’invité.`,
    },
    homeClosed: {
      message: (_, home) =>
        `${home}, où vous avez votre compte d’origine, est fermée. Vous ne pouvez donc quitter aucune organisation par vous-même.`,
      nextStep: (organization) =>
        `Demandez à être retiré, ici ou avec un code envoyé à l’adresse invitée. L’administration, chez ${organization}, peut supprimer votre compte d’invité.`,
    },
    disabledInOrganization: {
      message: (organization) =>
        `Votre compte est désactivé chez ${organization}. Vous ne pouvez donc pas partir par vous-même.`,
      nextStep: (organization) =>
        `Demandez à être retiré. L’administration, chez ${organization}, peut supprimer votre compte, ou le réactiver pour que vous puissiez partir.`,
    },
    leavingNotAllowed: {
      message: (organization) => `${organization} ne laisse pas les invités partir par eux-mêmes.`,
      nextStep: (organization) =>
        `Demandez à être retiré, ou écrivez au contact chargé de la confidentialité chez ${organization}.`,
    },
    lastAdministrator: {
      message: (organization) =>
        `Vous êtes, chez ${organization}, la seule personne encore en mesure d’agir avec le rôle « Administrateur général ».`,
      nextStep: () =>
        'Désignez un successeur et partez en même temps. Ou attribuez d’abord le rôle « Administrateur général » à quelqu’un d’autre, puis partez.',
    },
  },
  closed: {
    disabledAtHome: {
      nextStep: (organization, home) =>
        `Demandez à l’administration, chez ${home}, de réactiver votre compte, puis partez. Ou demandez à être retiré, ici ou avec un code envoyé à l’adresse invitée. ${organization} est fermée, donc personne n’a à répondre, et votre compte d’invité est supprimé automatiquement.`,
      liftedBy: (organization, home) =>
        `L’administration, chez ${home}. ${organization} est fermée, et qui demande à être retiré l’est automatiquement.`,
    },
    homeDeleted: {
      nextStep: (organization) =>
        `Demandez à être retiré, ici ou avec un code envoyé à l’adresse invitée. ${organization} est fermée, donc personne n’a à répondre, et votre compte d’invité est supprimé automatiquement.`,
      liftedBy: (organization) =>
        `Personne n’a à le faire. ${organization} est fermée, et qui demande à être retiré l’est automatiquement.`,
    },
  },
  liftedBy: {
    nobody: (organization) =>
      `Personne. L’administration, chez ${organization}, peut supprimer votre compte.`,
    homeOrAdministrators: (organization, home) =>
      `L’administration, chez ${home}, ou bien chez ${organization} en supprimant votre compte d’invité.`,
    administrators: (organization) => `L’administration, chez ${organization}.`,
    themselves: () => 'Vous-même.',
  },
  refusal: {
    leaveBlocked: (organization, why) =>
      `Vous ne pouvez pas quitter ${organization} pour le moment. ${why}`,
    nothingToShow:
      'Il n’y a rien à accepter : vous n’y êtes pas un invité ayant une organisation d’origine, ou cette organisation n’indique ses invités à aucune organisation d’origine.',
    organizationNotFound: 'Vous n’appartenez à aucune organisation ayant cet identifiant.',
    neverThere:
      'Vous n’appartenez à aucune organisation ayant cet identifiant, et vous n’en avez pas quitté.',
    alreadyRemoved:
      'Votre compte dans cette organisation a déjà été retiré. Il n’y a plus rien à quitter.',
    homeClosed:
      'Votre organisation d’origine est fermée, vous ne pouvez donc plus utiliser les autres grâce à elle. Vous pouvez leur demander de vous retirer.',
    noLongerThere: (organization) =>
      `Vous n’êtes plus chez ${organization}. Demandez à être restauré, ou une nouvelle invitation.`,
    organizationClosed: (organization) =>
      `${organization} a fermé. Plus personne ne peut l’utiliser.`,
    organizationClosedLeave: (organization) =>
      `${organization} a fermé. Vous pouvez toujours quitter cette organisation.`,
    notAccepted: (organization) =>
      `Vous n’avez pas encore accepté l’invitation envoyée par ${organization}. Acceptez-la d’abord.`,
    providerNotTrusted: (organization) =>
      `${organization} ne fait plus confiance au fournisseur par lequel vous vous êtes connecté. Connectez-vous autrement, ou adressez-vous à son administration.`,
    disabledThere: (organization) =>
      `Votre compte est désactivé chez ${organization}. Adressez-vous à son administration.`,
    homeAccountDeleted:
      'Votre compte dans votre organisation d’origine est supprimé. Vous pouvez toujours voir vos organisations, et leur demander de vous retirer.',
    homeAccountDisabled:
      'Votre compte est désactivé dans votre organisation d’origine. Demandez à son administration de le réactiver.',
    signedOut: 'Vous n’êtes plus connecté. Connectez-vous à nouveau.',
    canLeave: 'Rien ne s’y oppose. Vous pouvez quitter cette organisation par vous-même.',
    nothingToRestore:
      'Il n’y a rien à restaurer ici. Votre compte est présent, l’organisation est fermée, ou le délai de restauration est écoulé.',
    requestNotFound: 'Vous n’avez dans cette organisation aucune demande ayant cet identifiant.',
    alreadyAnswered:
      'Cette demande a déjà reçu une réponse ou a été retirée. Il n’y a rien à reprendre.',
    stillHere:
      'Vous êtes encore dans cette organisation. Quittez-la d’abord, ou refusez son invitation. Vous pourrez ensuite refuser les suivantes.',
    refusalNotFound:
      'Vous n’avez aucun refus ayant cet identifiant. Il a peut-être déjà été annulé.',
    sessionNotFound:
      'Vous n’avez aucune session ayant cet identifiant. Elle est peut-être déjà terminée.',
    consentNotFound:
      'Aucune application ayant cet identifiant ne peut agir pour vous. C’est peut-être déjà terminé.',
    invitationOver:
      'Il n’y a là aucune invitation en cours pour vous. Si vous voulez entrer, demandez-en une nouvelle à l’organisation.',
    domainNotAllowed: (organization) =>
      `${organization} ne laisse plus entrer les personnes de votre domaine. Adressez-vous à qui vous a invité.`,
    ownDomain: (organization) =>
      `L’adresse invitée est désormais dans un domaine qui appartient à ${organization}. Demandez à son administration de faire de vous un membre.`,
    guestDisabled: (organization) =>
      `Votre compte chez ${organization} est désactivé, l’invitation ne peut donc pas être acceptée. Demandez à son administration de le réactiver, ou demandez à être retiré.`,
    inviteeRefuses: (organization) =>
      `Vous avez refusé toute nouvelle invitation venant de chez ${organization}. Annulez d’abord ce refus, puis acceptez.`,
    declineBlocked:
      'Vous avez déjà un compte là-bas, refuser reviendrait donc à partir, et quelque chose s’y oppose. La liste de vos organisations dit quoi.',
  },
}

/** What mails say about somebody's standing in an organization, in French. */
import type { StandingWords } from '../en/standing.ts'

export const standing: StandingWords = {
  leavingLater: {
    alone: 'En tant qu’invité, vous pouvez repartir à tout moment, par vous-même.',
    asking: ({ organization }) =>
      `Chez ${organization}, les invités ne peuvent pas partir par eux-mêmes : qui veut partir demande son retrait à l’administration.`,
  },
  wayOut: {
    home: ({ organization }) =>
      `Si votre compte chez ${organization} doit prendre fin, demandez à l’administration de le supprimer.`,
    guestAlone: ({ organization }) =>
      `Si vous ne voulez plus être invité chez ${organization}, quittez l’organisation sur la page « Organisations » ; l’administration n’a pas à intervenir.`,
    guestAsking: ({ organization }) =>
      `Chez ${organization}, les invités ne peuvent pas partir par eux-mêmes. Si vous ne voulez plus y être invité, demandez votre retrait sur la page « Organisations ».`,
    guestDisabled: ({ organization }) =>
      `Tant que votre compte chez ${organization} est désactivé, vous ne pouvez pas partir par vous-même. Si vous ne voulez plus y être invité, demandez votre retrait sur la page « Organisations ».`,
    eitherAlone: ({ organization }) =>
      `Votre organisation d’origine est une autre ; vous pouvez donc quitter ${organization} quand vous le voulez, sur la page « Organisations » ; l’administration n’a pas à intervenir.`,
    eitherAsking: ({ organization }) =>
      `Chez ${organization}, les personnes venues d’ailleurs ne peuvent pas partir par elles-mêmes. Si votre compte doit y prendre fin, demandez votre retrait sur la page « Organisations ».`,
  },
  receipt: {
    left: ({ organization }) => `Vous avez quitté ${organization}`,
    leftLead: ({ organization }) =>
      `Vous avez quitté ${organization}. Votre compte là-bas a pris fin.`,
    ended: ({ organization }) => `Votre compte chez ${organization} a pris fin`,
    endedLead: ({ organization }) => `Votre compte chez ${organization} a été retiré.`,
    reference: 'Référence',
    open: 'Afficher l’attestation et ce que sont devenues vos données',
    endedAt: 'Fin',
    restorableUntil: 'Peut être restauré jusqu’au',
    hold: ({ organization }) =>
      `Si ${organization} doit les conserver plus longtemps en raison d’une obligation légale, votre page « Organisations » l’indique.`,
    undoing: ({ organization, until }) =>
      `Si vous êtes parti par erreur, vous pouvez l’annuler vous-même jusqu’au ${until} : sur la page Organisations, à la ligne de ${organization}.`,
    each: (restorableUntil) => `Peut être restauré jusqu’au ${restorableUntil}.`,
    eachClosed:
      'L’organisation est fermée ; personne n’y restaure donc votre compte pour l’instant.',
    holdMany:
      'Si l’une d’elles doit conserver vos données plus longtemps en raison d’une obligation légale, votre page « Organisations » l’indique.',
    comingBackMany:
      'Jusqu’à sa date, l’administration de chacune peut rétablir votre compte, avec ses groupes, ses applications et ses rôles. Demandez-le sur la page « Organisations », ou indiquez la référence.',
    comingBack: ({ organization, until }) =>
      `Jusqu’au ${until}, l’administration de ${organization} peut rétablir votre compte, avec ses groupes, ses applications et ses rôles. Demandez-le sur la page « Organisations », ou indiquez la référence.`,
    cannotSignIn:
      'Vous étiez invité et ne pouvez pas vous connecter ? Demandez-le avec un code envoyé à cette adresse',
    comingBackClosed: ({ organization }) =>
      `${organization} est fermée ; personne n’y restaure donc votre compte pour l’instant. Si l’organisation rouvre d’ici là, son administration pourra le faire : demandez-le sur la page « Organisations », ou indiquez la référence.`,
  },
  redemptionReset: {
    subject: ({ organization }) => `Veuillez accepter à nouveau l’invitation de ${organization}`,
    lead: ({ organization, address }) =>
      `L’administration de ${organization} a réinitialisé votre invitation. Tant qu’elle n’est pas acceptée à nouveau par la personne qui prouve que ${address} lui appartient, vous ne pouvez pas vous y connecter ; vos groupes, applications et rôles sont conservés.`,
    unexpected:
      'Si vous ne vous y attendiez pas, ou si cette adresse n’est pas la vôtre, interrogez l’organisation avant que quelqu’un n’accepte.',
  },
  held: {
    subject: ({ organization }) =>
      `${organization} conserve vos données en raison d’une obligation légale`,
    lead: ({ organization }) =>
      `Votre compte chez ${organization} a pris fin. L’administration y a inscrit une obligation légale de conservation : ce qu’il en reste n’est pas effacé avant la fin de celle-ci, même si le jour qui vous a été indiqué est passé. Personne ne peut s’en servir d’ici là, et vous pouvez toujours en obtenir une copie sur la page « Organisations ».`,
  },
  holdEnded: {
    subject: ({ organization }) => `${organization} ne conserve plus vos données`,
    lead: ({ organization }) =>
      `Votre compte chez ${organization} a pris fin, et l’administration y a levé l’obligation légale de conservation. Les jours qui vous ont été indiqués comptent de nouveau : si le jour jusqu’auquel il pouvait être restauré est passé, ce qu’il en reste est effacé maintenant.`,
  },
  disabled: {
    subject: ({ organization }) => `Votre compte chez ${organization} est désactivé`,
    home: ({ organization }) =>
      `L’administration de ${organization} y a désactivé votre compte. Tant qu’il n’est pas réactivé, vous ne pouvez vous connecter ni là-bas, ni là où vous êtes invité. Rien n’est supprimé.`,
    guest: ({ organization }) =>
      `L’administration de ${organization} y a désactivé votre compte. Tant qu’il n’est pas réactivé, vous ne pouvez pas utiliser ${organization}. Rien n’est supprimé, et rien ne change dans vos autres organisations.`,
    homeNext: ({ organization }) =>
      `Si vous ne vous y attendiez pas, interrogez l’administration de ${organization}.`,
    homeGuest:
      'Là où vous êtes invité, vous pouvez tout de même demander votre retrait : avec un code envoyé à cette adresse, sans vous connecter.',
    askFromHome: 'Demander le retrait avec un code envoyé à cette adresse',
    ask: 'Vous ne pouvez pas vous connecter ? Demandez-le avec un code envoyé à cette adresse',
    guestNext:
      'Si vous préférez qu’il soit supprimé, demandez votre retrait sur la page « Organisations ».',
  },
  enabled: {
    subject: ({ organization }) => `Votre compte chez ${organization} est réactivé`,
    lead: ({ organization }) =>
      `L’administration de ${organization} y a réactivé votre compte, avec ses groupes, ses applications et ses rôles. Vos connexions précédentes ont pris fin ; connectez-vous à nouveau.`,
  },
  restored: {
    subject: ({ organization }) => `Votre compte chez ${organization} est de retour`,
    lead: ({ organization }) =>
      `L’administration de ${organization} y a restauré votre compte, avec ses groupes, ses applications et ses rôles.`,
  },
  stillDisabled: {
    byPolicy: ({ organization }) =>
      `Il reste désactivé, par une règle de ${organization} : vous ne pourrez l’utiliser que lorsque l’administration l’aura réactivé.`,
    bySomebody: ({ organization }) =>
      `Il reste désactivé : vous ne pourrez l’utiliser que lorsque l’administration de ${organization} l’aura réactivé.`,
  },
  undone: {
    subject: ({ organization }) => `Votre compte chez ${organization} est de retour`,
    lead: ({ organization }) =>
      `Vous avez annulé votre départ de ${organization}. Votre compte y est de retour, avec ses groupes, applications et rôles.`,
    unexpected:
      'Si ce n’était pas vous, déconnectez-vous partout et changez votre moyen de connexion.',
  },
  handedOver: {
    subject: ({ organization }) => `Vous prenez la suite chez ${organization}`,
    lead: ({ organization, what }) =>
      `Une personne qui a quitté ${organization} vous a désigné pour lui succéder. Vous y avez désormais : ${what}.`,
    next: ({ organization }) =>
      `Si quelqu’un d’autre doit s’en charger, adressez-vous à l’administration de ${organization}.`,
  },
  restoredAsks: {
    subject: ({ organization }) => `${organization} aimerait que vous reveniez`,
    lead: ({ organization }) =>
      `Votre compte chez ${organization} avait pris fin. Son administration l’a restauré, et rien n’en est utilisé tant que vous n’avez pas dit oui : acceptez ou refusez sur la page « Organisations ».`,
    nothing: 'Si vous ne faites rien, vous n’y revenez pas.',
  },
  roleGiven: {
    subject: ({ organization, role }) =>
      `Vous avez maintenant le rôle ${role} chez ${organization}`,
    lead: ({ organization, role }) =>
      `L’administration de ${organization} vous a donné le rôle ${role}. Ce qu’il permet est à vous dès maintenant.`,
  },
  roleTaken: {
    subject: ({ organization, role }) => `Vous n’avez plus le rôle ${role} chez ${organization}`,
    lead: ({ organization, role }) =>
      `L’administration de ${organization} vous a retiré le rôle ${role}. Votre compte là-bas, ses groupes et ses applications restent inchangés.`,
  },
  sessionsEnded: {
    subject: ({ organization }) => `Vous avez été déconnecté de ${organization}`,
    home: ({ organization }) =>
      `L’administration de ${organization} vous a déconnecté partout, y compris là où vous êtes invité, et a mis fin à ce que des applications avaient reçu pour vous. Connectez-vous à nouveau pour continuer.`,
    guest: ({ organization }) =>
      `L’administration de ${organization} vous y a déconnecté et a mis fin à ce que ses applications avaient reçu pour vous. Connectez-vous à nouveau pour continuer ; vos autres organisations restent inchangées.`,
    unexpected: ({ organization }) =>
      `Si vous ne vous y attendiez pas, adressez-vous à l’administration de ${organization}.`,
  },
  waysInEnded: {
    subject: ({ organization }) => `Votre accès à ${organization} doit être configuré à nouveau`,
    lead: ({ organization }) =>
      `Vous avez reçu plus de droits chez ${organization}. Ce qui vous sert à vous y connecter avait été configuré par quelqu’un qui en a moins ; cela a donc pris fin, et personne ne peut entrer par là. L’administration de ${organization} vous donne un nouvel accès.`,
  },
  userTypeChanged: {
    subject: {
      Member: ({ organization }) => `Vous êtes désormais membre de ${organization}`,
      Guest: ({ organization }) => `Vous êtes désormais invité chez ${organization}`,
    },
    lead: {
      Member: ({ organization }) =>
        `L’administration de ${organization} a fait de vous un membre. Vos groupes, applications et rôles sont conservés, et vous vous connectez comme avant.`,
      Guest: ({ organization }) =>
        `L’administration de ${organization} a fait de vous un invité. Vos groupes, applications et rôles sont conservés, et vous vous connectez comme avant.`,
    },
  },
  erased: {
    subject: ({ organization }) => `Vos données chez ${organization} sont effacées`,
    lead: ({ organization }) =>
      `Votre compte chez ${organization} a été définitivement supprimé, avec toutes vos données là-bas. Personne ne peut le restaurer.`,
    unanswered: ({ organization, time }) =>
      `Le ${time}, vous aviez demandé à ${organization} de restaurer votre compte. Personne n’y a répondu avant qu’il ne soit définitivement supprimé.`,
    again: ({ organization }) =>
      `${organization} peut vous inviter à nouveau ; vous repartiriez de zéro.`,
  },
  requestAnswered: {
    subject: {
      removalDone: ({ organization }) => `${organization} a répondu à votre demande de retrait`,
      removalDeclined: ({ organization }) => `${organization} a refusé votre demande de retrait`,
      restoreDone: ({ organization }) => `Votre compte chez ${organization} est de retour`,
      restoreDeclined: ({ organization }) =>
        `${organization} a refusé votre demande de restauration`,
    },
    enable: ({ organization }) =>
      `Vous avez demandé votre retrait à ${organization}. Son administration a réactivé votre compte à la place.`,
    delete: ({ organization }) =>
      `Vous avez demandé votre retrait à ${organization}, et c’est fait. Un autre e-mail indique jusqu’à quand cela peut être annulé.`,
    restore: ({ organization }) =>
      `Vous avez demandé à ${organization} de restaurer votre compte, et il y est de retour, avec ses groupes, ses applications et ses rôles.`,
    removalDeclined: ({ organization }) =>
      `Vous avez demandé votre retrait à ${organization}. Son administration a refusé ; votre compte reste donc tel qu’il est.`,
    restoreDeclined: ({ organization }) =>
      `Vous avez demandé à ${organization} de restaurer votre compte. Son administration a refusé ; votre compte reste donc fermé.`,
    turnTo: ({ organization }) =>
      `Vous pouvez renouveler votre demande sur la page « Organisations », ou vous adresser à qui répond de vos données chez ${organization}.`,
  },
}

/** What people read when they hand over and leave, and why they cannot undo it; in French. */
import type { HandOverWords, UndoWords } from '../en/hand-over.ts'

const refused: HandOverWords['refused'] = {
  oneself: () => 'Vous ne pouvez pas vous succéder à vous-même. Désignez quelqu’un d’autre.',
  notAccepted: (organization) =>
    `La personne désignée n’a pas encore accepté l’invitation de ${organization} ; elle ne peut donc pas prendre la suite. Désignez quelqu’un d’autre.`,
  disabled: (organization) =>
    `Le compte de la personne désignée est désactivé chez ${organization} ; elle ne peut donc pas prendre la suite. Désignez quelqu’un d’autre.`,
  guest: (organization) =>
    `La personne désignée est invitée chez ${organization}, et seul un membre peut prendre la suite. Désignez un membre.`,
  homeClosed: () =>
    'L’organisation d’origine de la personne désignée ne la laisse pas entrer ; elle ne pourrait donc pas agir. Désignez quelqu’un d’autre.',
}

export const handOver: HandOverWords = {
  offer: 'Désigner un successeur et partir',
  soleAdministrator: (organization) =>
    `Désignez qui reçoit le rôle « Administrateur général » de ${organization} à votre place, et partez en même temps.`,
  sole: (organization) =>
    `Une partie n’a personne d’autre chez ${organization}. Vous pouvez désigner qui la reprend ; si vous partez sans, elle reste sans personne jusqu’à ce que l’administration s’en occupe.`,
  title: (organization) => `Transmettre et quitter ${organization} ?`,
  lead: (organization) =>
    `Vous quittez ${organization} immédiatement. La personne que vous désignez reprend ce qui n’aurait plus personne :`,
  nothing:
    'Rien de ce que vous y avez ne resterait sans personne ; vous pouvez partir sans désigner de successeur.',
  role: (role) => `le rôle « ${role} »`,
  find: 'Chercher un membre par son nom',
  search: 'Chercher',
  who: 'Qui prend la suite',
  more: 'Il y en a d’autres. Cherchez par nom.',
  nobody:
    'Vous n’y voyez personne qui puisse prendre la suite. Si vous ne trouvez personne, écrivez à l’administration.',
  afterwards:
    'La personne désignée l’apprend par courriel. Ce qui est transmis lui reste, même si vous revenez.',
  refused,
  notFound:
    'Vous n’y voyez personne avec cet identifiant. Choisissez parmi les personnes affichées.',
}

export const undo: UndoWords = {
  notByThemselves: (organization) =>
    `Vous n’avez pas quitté ${organization} de vous-même ; vous ne pouvez donc pas l’annuler vous-même. Demandez à son administration de vous restaurer.`,
  timeOver: (organization) =>
    `Le délai pour annuler vous-même votre départ de ${organization} est passé, ou cela n’y est pas proposé. Demandez à son administration de vous restaurer.`,
  homeDisabled: (organization) =>
    `Votre compte d’origine ne peut pas être utilisé ; vous ne pouvez donc pas revenir chez ${organization}. Adressez-vous à l’administration de votre organisation d’origine.`,
  homeClosed: (organization) =>
    `Votre organisation d’origine est fermée ; vous ne pourriez donc plus quitter ${organization} de vous-même. Si vous voulez revenir, demandez à son administration de vous restaurer.`,
  organizationClosed: (organization) => `${organization} est fermée ; personne n’y revient donc.`,
  held: (organization) =>
    `${organization} conserve vos données en raison d’une obligation. Demandez à son administration de vous restaurer.`,
  refuses: (organization) =>
    `Vous avez refusé toute autre invitation de ${organization}. Revenez d’abord sur ce refus, puis annulez votre départ.`,
  domainNotAllowed: (organization) =>
    `${organization} n’accepte plus personne de votre domaine. Adressez-vous à son administration.`,
  taken: (organization) =>
    `Quelqu’un chez ${organization} a entre-temps votre nom ou l’une de vos adresses. Demandez à son administration de vous restaurer.`,
}

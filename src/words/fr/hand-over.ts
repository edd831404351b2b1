/** What people read when they hand over and leave; in French. */
import type { HandOverWords } from '../en/hand-over.ts'

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

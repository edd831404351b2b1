/** Why somebody cannot undo by themselves that they left; in French. */
import type { UndoWords } from '../en/undo.ts'

export const undo: UndoWords = {
  notByThemselves: (organization) =>
    `Vous n’avez pas quitté ${organization} de vous-même ; vous ne pouvez donc pas l’annuler vous-même. Demandez à son administration de vous restaurer.`,
  timeOver: (organization) =>
    `Le délai pour annuler vous-même votre départ de ${organization} est passé, ou cela n’y est pas proposé. Demandez à son administration de vous restaurer.`,
  homeDisabled: (organization) =>
    `Votre compte d’origine ne peut pas être utilisé ; vous ne pouvez donc pas revenir chez ${organization}. Adressez-vous à l’administration de votre organisation d’origine.`,
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

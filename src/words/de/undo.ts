/** Why somebody cannot undo by themselves that they left; in German. */
import type { UndoWords } from '../en/undo.ts'

export const undo: UndoWords = {
  notByThemselves: (organization) =>
    `Sie haben ${organization} nicht selbst verlassen und können das darum nicht selbst rückgängig machen. Bitten Sie dort die Administration, Sie wiederherzustellen.`,
  timeOver: (organization) =>
    `Die Zeit, in der Sie das Verlassen von ${organization} selbst rückgängig machen konnten, ist vorbei, oder es wird dort nicht angeboten. Bitten Sie dort die Administration, Sie wiederherzustellen.`,
  homeDisabled: (organization) =>
    `Ihr Konto in Ihrer Heimatorganisation lässt sich nicht verwenden, darum können Sie nicht zu ${organization} zurück. Fragen Sie die Administration Ihrer Heimatorganisation.`,
  organizationClosed: (organization) =>
    `${organization} ist geschlossen, darum kommt niemand dorthin zurück.`,
  held: (organization) =>
    `${organization} bewahrt Ihre Daten wegen einer Aufbewahrungspflicht auf. Bitten Sie dort die Administration, Sie wiederherzustellen.`,
  refuses: (organization) =>
    `Sie haben alle weiteren Einladungen von ${organization} abgelehnt. Nehmen Sie das zuerst zurück, und machen Sie dann das Verlassen rückgängig.`,
  domainNotAllowed: (organization) =>
    `${organization} lässt niemanden aus Ihrer Domain mehr ein. Fragen Sie dort die Administration.`,
  taken: (organization) =>
    `Jemand bei ${organization} hat inzwischen Ihren Namen oder eine Ihrer Adressen. Bitten Sie dort die Administration, Sie wiederherzustellen.`,
}

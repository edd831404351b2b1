/**
 * What stands in the way of leaving, and why something that a person asks for is not done; in
 * German.
 */
import type { BlockersWords } from '../en/blockers.ts'

export const blockers: BlockersWords = {
  yourHome: 'Ihrer Heimatorganisation',
  reason: {
    homeOrganization: {
      message: (organization) =>
        `${organization} ist Ihre Heimatorganisation. Die eigene Heimatorganisation kann man nicht verlassen.`,
      nextStep: (organization) =>
        `Wenn Ihr Konto bei ${organization} enden soll, bitten Sie dort die Administration, es zu löschen.`,
    },
    disabledAtHome: {
      message: (_, home) =>
        `Ihr Konto ist bei ${home} gesperrt, wo es zu Hause ist, darum können Sie keine Organisation verlassen.`,
      nextStep: (_, home) =>
        `Bitten Sie die Administration von ${home}, Ihr Konto freizugeben, und gehen Sie dann; oder bitten Sie um Entfernung: Die Administration hier kann Ihr Gastkonto löschen.`,
    },
    homeDeleted: {
      message: (_, home) =>
        `Ihr Konto bei ${home}, wo Sie zu Hause waren, ist gelöscht, darum können Sie keine Organisation selbst verlassen.`,
      nextStep: (organization) =>
        `Bitten Sie um Entfernung: Die Administration von ${organization} kann Ihr Gastkonto löschen.`,
    },
    homeClosed: {
      message: (_, home) =>
        `${home}, wo Sie zu Hause sind, ist geschlossen, darum können Sie keine Organisation selbst verlassen.`,
      nextStep: (organization) =>
        `Bitten Sie um Entfernung, hier oder mit einem Code an die eingeladene Adresse: Die Administration von ${organization} kann Ihr Gastkonto löschen.`,
    },
    disabledInOrganization: {
      message: (organization) =>
        `Ihr Konto ist bei ${organization} gesperrt, darum können Sie nicht selbst gehen.`,
      nextStep: (organization) =>
        `Bitten Sie um Entfernung: Die Administration von ${organization} kann Ihr Konto löschen, oder es freigeben, damit Sie gehen können.`,
    },
    leavingNotAllowed: {
      message: (organization) => `${organization} lässt Gäste nicht selbst gehen.`,
      nextStep: (organization) =>
        `Bitten Sie um Entfernung, oder schreiben Sie an den Datenschutzkontakt von ${organization}.`,
    },
    lastAdministrator: {
      message: (organization) =>
        `Sie haben als Einzige die Rolle „Globaler Administrator“ bei ${organization} und könnten noch handeln.`,
      nextStep: () =>
        'Benennen Sie eine Nachfolge und gehen Sie im selben Schritt. Oder geben Sie zuerst jemand anderem die Rolle „Globaler Administrator“, und gehen Sie dann.',
    },
  },
  closed: {
    disabledAtHome: {
      nextStep: (organization, home) =>
        `Bitten Sie die Administration von ${home}, Ihr Konto freizugeben, und gehen Sie dann; oder bitten Sie um Entfernung, hier oder mit einem Code an die eingeladene Adresse: ${organization} ist geschlossen, darum muss niemand antworten, und Ihr Gastkonto wird von selbst gelöscht.`,
      liftedBy: (organization, home) =>
        `Die Administration von ${home}; ${organization} ist geschlossen, und wer um Entfernung bittet, wird von selbst entfernt.`,
    },
    homeDeleted: {
      nextStep: (organization) =>
        `Bitten Sie um Entfernung, hier oder mit einem Code an die eingeladene Adresse: ${organization} ist geschlossen, darum muss niemand antworten, und Ihr Gastkonto wird von selbst gelöscht.`,
      liftedBy: (organization) =>
        `Niemand muss es: ${organization} ist geschlossen, und wer um Entfernung bittet, wird von selbst entfernt.`,
    },
  },
  liftedBy: {
    nobody: (organization) =>
      `Niemand; die Administration von ${organization} kann Ihr Konto löschen.`,
    homeOrAdministrators: (organization, home) =>
      `Die Administration von ${home}, oder die von ${organization}, indem sie Ihr Gastkonto löscht.`,
    administrators: (organization) => `Die Administration von ${organization}.`,
    themselves: () => 'Sie selbst.',
  },
  refusal: {
    leaveBlocked: (organization, why) =>
      `Sie können ${organization} gerade nicht verlassen. ${why}`,
    nothingToShow:
      'Es gibt nichts, dem Sie zustimmen könnten: Sie sind dort kein Gast mit einer eigenen Heimat, oder diese Organisation nennt ihre Gäste keiner Heimat.',
    organizationNotFound: 'Sie gehören zu keiner Organisation mit dieser Kennung.',
    neverThere:
      'Sie gehören zu keiner Organisation mit dieser Kennung und haben auch keine verlassen.',
    alreadyRemoved:
      'Ihr Konto in dieser Organisation wurde schon entfernt; es gibt nichts mehr zu verlassen.',
    homeClosed:
      'Ihre Heimatorganisation ist geschlossen, darum können Sie mit ihr keine anderen benutzen. Sie können dort um Entfernung bitten.',
    noLongerThere: (organization) =>
      `Sie gehören nicht mehr zu ${organization}. Bitten Sie um Wiederherstellung oder um eine neue Einladung.`,
    organizationClosed: (organization) =>
      `${organization} ist geschlossen. Niemand kann sie mehr benutzen.`,
    organizationClosedLeave: (organization) =>
      `${organization} ist geschlossen. Verlassen können Sie die Organisation weiterhin.`,
    notAccepted: (organization) =>
      `Sie haben die Einladung von ${organization} noch nicht angenommen. Nehmen Sie sie zuerst an.`,
    providerNotTrusted: (organization) =>
      `${organization} vertraut dem Anbieter nicht mehr, über den Sie sich angemeldet haben. Melden Sie sich anders an, oder fragen Sie dort die Administration.`,
    disabledThere: (organization) =>
      `Ihr Konto ist bei ${organization} gesperrt. Fragen Sie dort die Administration.`,
    homeAccountDeleted:
      'Ihr Konto bei Ihrer Heimatorganisation ist gelöscht. Ihre Organisationen können Sie weiterhin sehen und um Entfernung bitten.',
    homeAccountDisabled:
      'Ihr Konto ist bei Ihrer Heimatorganisation gesperrt. Bitten Sie dort die Administration, es freizugeben.',
    signedOut: 'Sie sind nicht mehr angemeldet. Melden Sie sich wieder an.',
    canLeave: 'Nichts steht im Weg: Sie können diese Organisation selbst verlassen.',
    nothingToRestore:
      'Hier gibt es nichts wiederherzustellen: Ihr Konto ist da, die Organisation ist geschlossen, oder die Frist dafür ist vorbei.',
    requestNotFound: 'Sie haben in dieser Organisation keine Anfrage mit dieser Kennung.',
    alreadyAnswered:
      'Diese Anfrage ist schon beantwortet oder zurückgenommen; es gibt nichts zurückzunehmen.',
    stillHere:
      'Sie gehören noch zu dieser Organisation. Verlassen Sie sie zuerst, oder lehnen Sie ihre Einladung ab; dann können Sie weitere ablehnen.',
    refusalNotFound:
      'Sie haben keine Ablehnung mit dieser Kennung. Vielleicht ist sie schon zurückgenommen.',
    sessionNotFound:
      'Sie haben keine Sitzung mit dieser Kennung. Vielleicht ist sie schon beendet.',
    consentNotFound:
      'Keine Anwendung mit dieser Kennung kann für Sie handeln. Vielleicht ist das schon beendet.',
    invitationOver:
      'Dort gibt es keine offene Einladung für Sie. Wenn Sie dazugehören möchten, bitten Sie die Organisation um eine neue.',
    domainNotAllowed: (organization) =>
      `${organization} lässt niemanden aus Ihrer Domain mehr ein. Fragen Sie, wer Sie eingeladen hat.`,
    ownDomain: (organization) =>
      `Die eingeladene Adresse liegt inzwischen in einer Domain von ${organization} selbst. Bitten Sie dort die Administration, Sie zum Mitglied zu machen.`,
    guestDisabled: (organization) =>
      `Ihr Konto bei ${organization} ist gesperrt, darum lässt sich die Einladung nicht annehmen. Bitten Sie dort die Administration, es freizugeben, oder bitten Sie um Entfernung.`,
    inviteeRefuses: (organization) =>
      `Sie haben alle weiteren Einladungen von ${organization} abgelehnt. Nehmen Sie das zuerst zurück, und nehmen Sie dann an.`,
    declineBlocked:
      'Sie haben dort schon ein Konto; ablehnen hieße also gehen, und dem steht etwas im Weg. Was es ist, steht in der Liste Ihrer Organisationen.',
  },
}

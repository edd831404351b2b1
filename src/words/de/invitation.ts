/** The pages behind an invitation's link, in German. */
import type { InvitationWords } from '../en/invitation.ts'

export const invitation: InvitationWords = {
  title: (organization) => `${organization} lädt Sie ein`,
  from: (inviter) => `${inviter} schreibt Ihnen dazu:`,
  intro: (organization) => `Als Gast können Sie benutzen, was ${organization} mit Ihnen teilt.`,
  prove: (address) => `Zeigen Sie vor dem Annehmen, dass ${address} Ihnen gehört.`,
  proveAtHome: (home, address) => `Um anzunehmen, melden Sie sich bei ${home} als ${address} an.`,
  signIn: 'Anmelden',
  sendCode: 'Code per E-Mail senden',
  otherProvider: 'Mit einem anderen Anbieter anmelden',
  signInWith: (provider) => `Mit ${provider} anmelden`,
  signedInAsOther: (name, address) =>
    `Sie sind als ${name} angemeldet. Gehört auch ${address} Ihnen, zeigen Sie das unten. Ist hier jemand anderes angemeldet als die eingeladene Person, melden Sie sich zuerst ab, und öffnen Sie dann den Link noch einmal.`,
  review: 'Berechtigungen prüfen',
  receives: (organization) => `Wenn Sie annehmen, erhält ${organization}:`,
  receivesName: 'Ihren Namen',
  receivesAddress: (address) => `die Adresse ${address}`,
  receivesSignIn: 'wann Sie sich dort zuletzt angemeldet haben und was Sie dort tun',
  statement: (organization) => `Datenschutzerklärung von ${organization} lesen`,
  noStatement: (organization) => `${organization} hat keine Datenschutzerklärung angegeben.`,
  contact: (contact) => `Mit Fragen zu Ihren Daten wenden Sie sich an ${contact}.`,
  accept: 'Annehmen',
  decline: 'Ablehnen',
  declineHint: 'Zum Ablehnen brauchen Sie sich nicht anzumelden.',
  forGood: (organization) => `Alle weiteren Einladungen von ${organization} blockieren`,
  over: 'Diese Einladung gilt nicht mehr',
  overWhy:
    'Der Link wurde schon benutzt, ist zu alt, wurde durch einen neueren ersetzt oder zurückgenommen.',
  overProve: 'Melden Sie sich an, um zu sehen, was daraus wurde',
  overFor: {
    accepted: (organization) =>
      `Die Einladung von ${organization} wurde schon angenommen, mit einer anderen Anmeldung als der, die Sie jetzt gezeigt haben. Melden Sie sich mit jener an.`,
    revoked: (organization) =>
      `${organization} hat diese Einladung zurückgenommen. Möchten Sie dort mitarbeiten, bitten Sie um eine neue.`,
    replaced: (organization) =>
      `${organization} hat einen neueren Link geschickt, der diesen ersetzt. Sie finden ihn in der neuesten E-Mail von dort.`,
    expired: (organization, time) =>
      `Diese Einladung von ${organization} endete am ${time}. Bitten Sie darum, dass sie noch einmal geschickt wird.`,
  },
  guestAlready: (organization) => `Sie sind Gast bei ${organization}`,
  guestAlreadyWhy:
    'Sie haben diese Einladung schon angenommen, der Link hat seinen Zweck erfüllt. Hier geht es weiter.',
  notNow: 'Sie können diese Einladung jetzt nicht annehmen',
  refused: {
    domainNotAllowed: (organization) =>
      `${organization} lässt niemanden mehr mit dieser Domain ein. Fragen Sie die Person, die Sie eingeladen hat.`,
    guestDisabled: (organization) =>
      `Ihr Konto bei ${organization} ist gesperrt. Die Administration von ${organization} kann es freigeben; öffnen Sie danach diesen Link noch einmal. Möchten Sie nichts davon, bitten Sie um Entfernung.`,
    inviteeRefuses: (organization) =>
      `Sie haben alle weiteren Einladungen von ${organization} blockiert. Heben Sie das zuerst auf der Seite „Organisationen“ auf, und öffnen Sie dann diesen Link noch einmal.`,
  },
  askRemoval: 'Um Entfernung bitten',
  overNext:
    'Möchten Sie mit der Organisation arbeiten, bitten Sie sie um eine neue Einladung. Wozu Sie gehören, steht in der Liste Ihrer Organisationen.',
  toOrganizations: 'Meine Organisationen',
  accepted: (organization) => `Sie sind jetzt Gast bei ${organization}`,
  acceptedNext: (organization) =>
    `${organization} hat eine Adresse angegeben, auf der es weitergeht. Sie gehört zu dieser Organisation:`,
  alreadyHere: (organization) => `Sie sind schon bei ${organization}`,
  alreadyHereWhy:
    'Die Einladung ging an eine andere Adresse von Ihnen. Es geht mit dem Konto weiter, das Sie dort haben.',
  takenOver: 'Was für die eingeladene Adresse vorbereitet war, gehört jetzt Ihnen:',
  notTakenOver:
    'Dies wurde nicht übernommen; wenn Sie es brauchen, fragen Sie die Administration dort:',
  link: {
    group: (name) => `Gruppe: ${name}`,
    ownedGroup: (name) => `Besitz der Gruppe: ${name}`,
    application: (name) => `Anwendung: ${name}`,
    ownedApplication: (name) => `Besitz der Anwendung: ${name}`,
    role: (name) => `Rolle: ${name}`,
    sponsor: (name) => `Sponsor: ${name}`,
    sponsorOf: (name) => `Sponsor von: ${name}`,
    manager: (name) => `Führungskraft: ${name}`,
    directReport: (name) => `Ihnen unterstellt: ${name}`,
  },
  declined: (organization) => `Sie haben die Einladung von ${organization} abgelehnt`,
  declinedWhy: 'Von Ihnen bleibt dort nichts zurück.',
  declinedAndLeft: (organization) =>
    `Sie hatten ein Konto bei ${organization} und haben die Organisation jetzt verlassen. In der E-Mail, die wir Ihnen geschickt haben, steht, bis wann sich das Konto wiederherstellen lässt.`,
  declineBlocked: (organization) => `Sie haben ${organization} nicht verlassen`,
  declineBlockedWhy: (organization) =>
    `Sie haben bei ${organization} schon ein Konto, darum hieße ablehnen, die Organisation zu verlassen, und dem steht etwas im Weg. Was das ist und was Sie tun können, steht in der Liste Ihrer Organisationen.`,
  openPortal: 'Zu meinen Apps',
}

/**
 * What the OpenID Connect provider asks: agreeing, choosing an account, devices, signing out; in
 * German.
 */
import { permissions } from './permissions.ts'
import type { ConsentWords } from '../en/consent.ts'

export const consent: ConsentWords = {
  goOn: 'Weiter',
  goingOn: 'Einen Moment',
  goingOnWhy: 'Es geht zurück zur Anwendung.',
  back: 'Zurück zur Anwendung',
  portal: 'Meine Organisationen',
  accept: 'Annehmen',
  decline: 'Ablehnen',
  consentTitle: (application) => `Bei ${application} anmelden?`,
  consent: (application, organization) =>
    `${application} ist eine Anwendung von ${organization}. Die Anwendung erfährt Ihren Namen, Ihre Adresse und die Rollen, die Sie in ihr haben.`,
  consentWithGroups: (application, organization) =>
    `${application} ist eine Anwendung von ${organization}. Die Anwendung erfährt Ihren Namen, Ihre Adresse, Ihre Gruppen bei ${organization} und die Rollen, die Sie in ihr haben.`,
  foreign: (publisher) =>
    `Sie gehört einer anderen Organisation, ${publisher}. Niemand hat hier überprüft, wer das ist.`,
  consentForeign: (application, publisher, organization) =>
    `${application} ist eine Anwendung von ${publisher}, die von ${organization} genutzt wird. Die Anwendung erfährt Ihren Namen, Ihre Adresse und die Rollen, die Sie in ihr haben.`,
  consentForeignWithGroups: (application, publisher, organization) =>
    `${application} ist eine Anwendung von ${publisher}, die von ${organization} genutzt wird. Die Anwendung erfährt Ihren Namen, Ihre Adresse, Ihre Gruppen bei ${organization} und die Rollen, die Sie in ihr haben.`,
  allowAt: (application, resource) =>
    `Wenn Sie es erlauben, kann ${application} bei ${resource} in Ihrem Namen:`,
  admin: {
    title: (application, organization) =>
      `Soll ${application} bei ${organization} arbeiten dürfen?`,
    ofOwn: (application, organization) => `${application} ist eine Anwendung von ${organization}.`,
    forPeople: (organization) =>
      `Für Personen bei ${organization}, mit deren Rechten und sobald sie es selbst erlaubt haben:`,
    forPeopleAt: (resource) => `Bei ${resource}, im Namen aller, ohne sie zu fragen:`,
    byItself: (organization) =>
      `Von sich aus, im Verzeichnis von ${organization}, ohne dass jemand angemeldet ist:`,
    byItselfAt: (resource) => `Von sich aus, bei ${resource}:`,
    ofEach: {
      'Directory.AccessAsUser.All': 'dort tun, was die jeweilige Person tun darf',
      'User.Read': 'den Benutzer der jeweiligen Person lesen',
      'UserAuthenticationMethod.Read': 'lesen, wie sich die jeweilige Person anmeldet',
    },
    ownApplications: 'Anwendungen registrieren und die eigenen lesen und ändern',
    createGroups: 'Gruppen anlegen',
    nothing: 'Die Anwendung bittet um nichts weiter, als Personen anzumelden.',
    undo: 'Alles davon lässt sich jederzeit zurücknehmen, im Admin-Center unter „Anwendungen“.',
    accept: 'Für die Organisation zustimmen',
    cannotTitle: 'Diese Anfrage lässt sich nicht beantworten',
    mayNot: (organization) =>
      `Dafür braucht es jemanden aus der Administration von ${organization}, der Anwendungen verwaltet und, für das, worum im Verzeichnis gebeten wird, Rollen vergibt. Bitten Sie eine solche Person, diesen Link zu öffnen.`,
    unknown:
      'Es gibt keine Anwendung mit dieser Client-ID und dieser Adresse, die diese Organisation nutzen kann. Bitten Sie die Person, von der Sie den Link haben, beides zu prüfen.',
  },
  anywhere: {
    startTitle: (application, organization) => `${application} bei ${organization} nutzen?`,
    startForMe: (application, organization) =>
      `Wenn Sie zustimmen, werden Sie mit Ihrem Konto bei ${organization} bei ${application} angemeldet, und die Anwendung erfährt Ihren Namen, Ihre Adresse, Ihre Rollen in ihr und, wo sie danach fragt, Ihre Gruppen. Mehr kann sie dadurch nicht, sonst wird dadurch niemand angemeldet, und die Administration von ${organization} kann es jederzeit beenden.`,
    start: (application, organization) =>
      `${application} wird bei ${organization} noch nicht genutzt. Wenn Sie zustimmen, können sich Personen bei ${organization} dort anmelden, und die Anwendung erfährt von denen, die das tun, Name, Adresse, Rollen und, wo sie danach fragt, die Gruppen. Mehr kann sie dadurch nicht, und die Administration von ${organization} kann es jederzeit beenden.`,
    administratorTitle: (application) => `Die Administration muss ${application} erlauben`,
    administrator: (application, organization) =>
      `Bei ${organization} entscheidet die Administration, ob Sie ${application} nutzen. Schicken Sie ihr diesen Link:`,
    noHome:
      'Ihr Konto gehört hier zu keiner Organisation, deshalb ist nicht klar, wo diese Anwendung Sie anmelden soll. Bitten Sie die Personen, die sie betreiben, um die Adresse der Organisation, bei der Sie Gast sind.',
  },
  allowTitle: (application) => `Soll ${application} für Sie handeln dürfen?`,
  allow: (application) =>
    `${application} gehört nicht zu Guesthouse. Die Anwendung bittet um die Erlaubnis, in allen Ihren Organisationen:`,
  allowRead: {
    you: 'zu sehen, wer Sie sind, in welchen Organisationen Sie sind und was diese über Sie speichern',
    signIns:
      'zu sehen, wo und wann Sie sich angemeldet haben und welche Anwendungen für Sie handeln können',
  },
  allowWrite: {
    leave: 'für Sie Organisationen zu verlassen und Einladungen anzunehmen und abzulehnen',
    end: 'Ihre Sitzungen und den Zugriff von Anwendungen zu beenden und in Ihrem Namen an Administrationen zu schreiben',
  },
  allowInDirectory: (application, organization) =>
    `Wenn Sie es erlauben, kann ${application} im Verzeichnis von ${organization} mit den Rechten, die Sie dort haben:`,
  allowReadDirectory: (organization) =>
    `lesen, was Sie von den Benutzern, Gruppen und Anwendungen von ${organization} lesen dürfen`,
  allowAll: {
    read: 'alles lesen, was Sie lesen dürfen',
    act: 'in Ihrem Namen alles tun, was Sie tun dürfen, auch in der Administration',
  },
  permissions,
  allowGoesTo: (host) => `Was Sie erlauben, geht an ${host}.`,
  allowOnlyWhen:
    'Erlauben Sie es nur, wenn Sie diese Anwendung selbst geöffnet haben und damit rechnen. Sie werden wieder gefragt, wenn sich ihre Adressen oder Berechtigungen ändern, und können ihren Zugriff unter „Konto anzeigen“ beenden.',
  allowUntil: 'Es endet, wenn Sie sich abmelden oder den Zugriff unter „Konto anzeigen“ beenden.',
  allowAccept: 'Erlauben',
  chooseTitle: (application) => `Welches Konto für ${application}?`,
  chooseNow: (displayName) => `Sie sind als ${displayName} angemeldet.`,
  chooseNowNamed: (displayName, name) => `Sie sind als ${displayName} (${name}) angemeldet.`,
  chooseStay: (displayName) => `Weiter als ${displayName}`,
  another: 'Anderes Konto verwenden',
  cannotTitle: (application) => `Sie können ${application} nicht öffnen`,
  stranger: (organization) =>
    `Sie gehören nicht zu ${organization}. Bitten Sie die Person, von der Sie diesen Link haben, um eine Einladung.`,
  invited: (organization) =>
    `Ihre Einladung zu ${organization} ist noch nicht angenommen. Öffnen Sie den Link in der Einladung, die Sie bekommen haben, und nehmen Sie sie zuerst an.`,
  disabled: (organization) =>
    `Ihr Konto bei ${organization} ist gesperrt. Bitten Sie die Administration von ${organization}, es freizugeben.`,
  left: (organization) =>
    `Sie haben ${organization} verlassen. War das ein Versehen, bitten Sie die Administration dort um Wiederherstellung; unter „Meine Organisationen“ steht, bis wann das geht.`,
  removed: (organization) =>
    `Ihr Konto bei ${organization} wurde entfernt. War das ein Versehen, fragen Sie die Administration von ${organization}.`,
  closed: (organization) =>
    `${organization} ist geschlossen, darum kann sich dort niemand anmelden. Ihre anderen Organisationen betrifft das nicht.`,
  factorNeeded: (application) =>
    `${application} verlangt eine stärkere Anmeldung als Ihre. Öffnen Sie „Meine Organisationen“, fügen Sie unter „Konto anzeigen“ einen Passkey oder eine Authenticator-App hinzu, und melden Sie sich damit an.`,
  notAssigned: (organization) =>
    `Diese Anwendung ist nur für Personen, denen sie zugewiesen wurde, und Ihnen wurde sie nicht zugewiesen. Bitten Sie die Administration von ${organization}, sie Ihnen zuzuweisen.`,
  deviceTitle: 'Gerät verbinden',
  deviceCode: 'Code',
  deviceHint: 'Der Code, den das Gerät anzeigt, zum Beispiel WDJB-MJHT',
  deviceAsk: (application) => `Ist das der Code, den ${application} auf Ihrem Gerät anzeigt?`,
  deviceWarning:
    'Hat Ihnen jemand diesen Code geschickt, lehnen Sie ab: Wer ihn hat anzeigen lassen, wäre sonst als Sie angemeldet. Nehmen Sie nur einen Code an, den Sie auf einem eigenen Gerät sehen.',
  deviceDone: 'Das Gerät ist verbunden. Sie können diese Seite schließen und dort weitermachen.',
  deviceWrong:
    'Dieser Code gilt nicht. Vielleicht ist er falsch eingegeben, schon benutzt oder zu alt. Lassen Sie sich vom Gerät einen neuen geben, und versuchen Sie es noch einmal.',
  deviceOver:
    'Diese Seite war zu lange offen, oder dieser Browser nimmt keine Cookies für sie an. Erlauben Sie sie, und geben Sie den Code noch einmal ein.',
  deviceAgain: 'Code noch einmal eingeben',
  deviceDeclined: 'Sie haben abgelehnt. Das Gerät wurde nicht verbunden.',
  signOutTitle: 'Abmelden',
  signOutAsk:
    'Möchten Sie sich von Guesthouse abmelden und von allen Anwendungen, die Sie auf diesem Gerät damit geöffnet haben?',
  signOut: 'Abmelden',
  stay: 'Angemeldet bleiben',
  signedOut: 'Sie sind abgemeldet.',
  stayed: 'Sie sind weiterhin bei Guesthouse angemeldet.',
  alsoSignedOut: 'Auch bei diesen Anwendungen wird dieser Browser abgemeldet:',
  notAnswered:
    'Diese haben nicht geantwortet. Vielleicht sind Sie dort noch angemeldet: Melden Sie sich auch dort ab, oder schließen Sie den Browser.',
  notTold:
    'Diese sind mehr, als auf einmal benachrichtigt werden können. Vielleicht sind Sie dort noch angemeldet: Melden Sie sich auch dort ab, oder schließen Sie den Browser.',
  errorTitle: 'Diese Anmeldung kann nicht weitergehen',
  errorNext:
    'Öffnen Sie die Anwendung noch einmal, und beginnen Sie dort. Bleibt es dabei, sagen Sie denen, die die Anwendung betreiben, was unten steht.',
}

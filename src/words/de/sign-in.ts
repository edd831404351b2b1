/** Signing in, signing out, passwords and the first organization, in German. */
import type { SignInWords } from '../en/sign-in.ts'
import { pluralOf, waitOf } from '../speech.ts'

const plural = pluralOf('de')
const wait = waitOf('de')
const soon = {
  minutes: { one: 'in einer Minute', other: 'in # Minuten' },
  hours: { one: 'in einer Stunde', other: 'in # Stunden' },
} as const

export const signIn: SignInWords = {
  signIn: 'Anmelden',
  next: 'Weiter',
  signInName: 'Anmeldename',
  signInNameOrAddress: 'Anmeldename oder E-Mail-Adresse',
  signInNameHint:
    'Zum Beispiel ada@contoso.example. Auf der nächsten Seite sehen Sie, wie Sie sich anmelden.',
  anotherName: 'Anderen Namen verwenden',
  withPassword: 'Mit einem Passwort anmelden',
  otherWays: 'Andere Wege, sich anzumelden',
  noName:
    'Mit diesem Namen kann man sich nicht anmelden. Geben Sie ihn vollständig ein, etwa ada@contoso.example.',
  noWays: (name) =>
    `Geben Sie Ihren Namen oder Ihre Adresse vollständig ein, etwa ada@contoso.example: „${name}“ allein sagt nicht, wie Sie sich anmelden.`,
  nameLost:
    'Geben Sie hier noch einmal Ihren Namen ein. Haben Sie das gerade getan, nimmt Ihr Browser keine Cookies an: Erlauben Sie sie für diese Website, sonst können Sie sich mit ihm nicht anmelden.',
  password: 'Passwort',
  forgot:
    'Passwort vergessen? Bitten Sie die Administration Ihrer Heimatorganisation um einen Link für ein neues Passwort.',
  stepUp:
    'Bevor Sie ändern, womit Sie sich anmelden, weisen Sie sich bitte noch einmal aus. Sie bleiben dabei angemeldet.',
  cookiesOff:
    'Eben waren Sie angemeldet, aber Ihr Browser nimmt keine Cookies an und hat es gleich wieder vergessen. Erlauben Sie Cookies für diese Website, und melden Sie sich noch einmal an.',
  emptyTitle: 'Hier ist noch nichts eingerichtet',
  empty: 'In diesem Guesthouse gibt es noch keine Organisation, darum kann sich niemand anmelden.',
  emptyNext:
    'Wer es betreibt, öffnet den Einrichtungslink, der beim Start ausgegeben wurde; bei einem neuen Start wird ein neuer ausgegeben. Laden Sie danach diese Seite neu.',
  wrong:
    'Name und Passwort passen nicht zusammen. Prüfen Sie beides, und versuchen Sie es noch einmal.',
  throttled: (seconds) => `Zu viele Versuche. Versuchen Sie es ${wait(seconds, soon)} noch einmal.`,
  disabledTitle: 'Ihr Konto ist gesperrt',
  disabled: (organization) =>
    `Das Passwort ist richtig, aber Ihr Konto bei ${organization}, Ihrer Heimatorganisation, ist gesperrt. Sie können sich damit nirgends anmelden und solange auch andere Organisationen nicht selbst verlassen.`,
  disabledNext: (organization) =>
    `Bitten Sie die Administration von ${organization}, Ihr Konto freizugeben.`,
  closed: (organization) =>
    `${organization} ist geschlossen, darum kann sich dort niemand anmelden.`,
  askRemovalHint:
    'Möchten Sie von Organisationen, bei denen Sie Gast sind, entfernt oder von einer, die Sie entfernt hat, wiederhergestellt werden, bitten Sie mit Ihrer E-Mail-Adresse darum:',
  closedData:
    'Wenn Sie eine Kopie Ihrer Daten dort möchten oder eine Frage dazu haben, schreiben Sie an die Stelle, die dafür zuständig ist:',
  writeTo: (contact) => `An ${contact} schreiben`,
  signOut: 'Abmelden',
  signOutQuestion: 'Möchten Sie sich auf diesem Gerät von Guesthouse abmelden?',
  signedOut: 'Sie sind abgemeldet.',
  changePassword: 'Passwort ändern',
  mustChange: 'Wählen Sie ein neues Passwort, bevor es weitergeht.',
  currentPassword: 'Aktuelles Passwort',
  newPassword: 'Neues Passwort',
  repeatPassword: 'Neues Passwort wiederholen',
  passwordHint: (least) =>
    `Mindestens ${plural(least, { one: '# Zeichen', other: '# Zeichen' })}. Ein Satz aus mehreren Wörtern ist gut; Ziffern oder Sonderzeichen sind nicht nötig.`,
  changed: 'Ihr Passwort ist geändert. Ihre anderen Sitzungen sind beendet.',
  goOn: 'Weiter',
  back: 'Zurück',
  notTheSame: 'Die beiden neuen Passwörter sind nicht gleich. Geben Sie beide noch einmal ein.',
  currentWrong: 'Das aktuelle Passwort stimmt nicht. Ihr Passwort wurde nicht geändert.',
  noPassword: 'Sie melden sich hier nicht mit einem Passwort an, darum gibt es keines zu ändern.',
  choosePassword: 'Wählen Sie Ihr Passwort',
  passwordFor: (name, organization) => `Für ${name} bei ${organization}.`,
  passwordSet: 'Ihr Passwort ist festgelegt. Melden Sie sich jetzt damit an.',
  linkOver: 'Dieser Link gilt nicht mehr',
  linkOverWhy: 'Er wurde schon benutzt, ist zu alt oder wurde durch einen neueren ersetzt.',
  passwordLinkNext: 'Bitten Sie die Administration Ihrer Organisation um einen neuen Link.',
  setUpLinkNext:
    'Starten Sie Guesthouse neu: Solange es keine Organisation gibt, wird dabei ein neuer Link ausgegeben.',
  setUp: 'Guesthouse einrichten',
  setUpIntro:
    'Legen Sie die erste Organisation an und die erste Person, die sie verwaltet. Dieser Link gilt nur einmal.',
  organizationName: 'Name der Organisation',
  domain: 'Domain',
  domainHint: 'Damit enden die Anmeldenamen, zum Beispiel contoso.example',
  displayName: 'Ihr Name',
  localPart: 'Anmeldename, der Teil vor dem @',
  make: 'Organisation anlegen',
  setUpDone: 'Die Organisation ist bereit',
  setUpDoneNext: (name) => `Melden Sie sich als ${name} an, dann geht es weiter.`,

  weak: {
    tooShort: (least) =>
      `Das neue Passwort ist zu kurz. Nehmen Sie mindestens ${plural(least, { one: '# Zeichen', other: '# Zeichen' })}; ein paar Wörter ergeben ein gutes.`,
    tooLong:
      'Das neue Passwort ist länger, als gespeichert werden kann. Nehmen Sie höchstens 1024 Byte.',
    common:
      'Das neue Passwort würden andere früh erraten. Nehmen Sie mehrere Wörter, die nicht zusammengehören.',
    unchanged: 'Das neue Passwort ist das bisherige. Wählen Sie ein anderes.',
    containsName:
      'Das neue Passwort besteht vor allem aus Ihrem Namen oder Ihrer Adresse. Nehmen Sie etwas, das andere nicht von Ihnen wissen.',
  },
  setUpProblem: {
    organizationName: 'Geben Sie der Organisation einen Namen mit 1 bis 256 Zeichen.',
    domain:
      'Eine Domain sieht aus wie contoso.example: Buchstaben, Ziffern und Bindestriche, mit einem Punkt.',
    displayName: 'Geben Sie Ihren Namen an, 1 bis 256 Zeichen.',
    localPart:
      'Der Anmeldename besteht aus Buchstaben, Ziffern, Punkten, Bindestrichen und Unterstrichen; das @ und was darauf folgt, lassen Sie weg.',
    password: 'Wählen Sie ein Passwort.',
  },
}

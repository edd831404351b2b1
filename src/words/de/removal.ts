/** The page on which somebody who cannot sign in asks to be removed or restored, in German. */
import type { RemovalWords } from '../en/removal.ts'

export const removal: RemovalWords = {
  title: 'Um Entfernung oder Wiederherstellung bitten',
  intro:
    'Auch wenn Sie sich nicht anmelden können, weil Ihr Konto bei Ihrer Heimatorganisation gesperrt oder gelöscht oder die Organisation geschlossen ist oder weil eine Organisation Sie entfernt hat, können Sie die Organisationen, bei denen Sie Gast sind, bitten, Sie zu entfernen, und die, die Sie entfernt haben, Sie wiederherzustellen. Zeigen Sie zuerst, dass die eingeladene Adresse Ihnen gehört.',
  sendCode: 'Code per E-Mail senden',
  toOrganizations: 'Ich kann mich anmelden: meine Organisationen zeigen',
  some: (address) =>
    `${address} gehört Ihnen. Diese Organisationen haben oder hatten einen Gast mit dieser Adresse:`,
  none: (address) =>
    `${address} gehört Ihnen, und keine Organisation hier hat einen Gast mit dieser Adresse oder könnte einen noch wiederherstellen. Es gibt nichts, worum Sie bitten könnten.`,
  ask: {
    removal: (organization) => `${organization} bitten, mich zu entfernen`,
    restore: (organization) => `${organization} bitten, mich wiederherzustellen`,
  },
  endedClosed: (organization) =>
    `Ihr Konto dort ist gelöscht. ${organization} ist geschlossen, darum stellt es dort niemand wieder her.`,
  held: 'Ihre Daten dort werden wegen einer Aufbewahrung behalten. Sie werden gelöscht, sobald die Aufbewahrung endet.',
  ended: (until) => `Ihr Konto dort ist gelöscht. Es kann bis ${until} wiederhergestellt werden.`,
  message: 'Nachricht an die Administration (freiwillig)',
  sent: 'Ihre Anfrage liegt bei der Administration. Die Antwort kommt per E-Mail.',
  sentClosed: (organization) =>
    `Ihre Anfrage ist gestellt. ${organization} ist geschlossen, darum muss niemand antworten: Was daraus wird, steht unten und in der E-Mail, die Sie bekommen.`,
  ofClosed: {
    text: (organization) =>
      `${organization} ist geschlossen, darum muss niemand antworten. Ihr Konto dort wird in wenigen Tagen von selbst gelöscht; an welchem Tag, sagt die Anfrage. Bis dahin können Sie sie zurücknehmen.`,
    asked: {
      removal: 'Sie haben darum gebeten, entfernt zu werden.',
      restore: 'Sie haben um Wiederherstellung gebeten.',
    },
    withdraw: {
      removal: (organization) =>
        `Ihr Konto bei ${organization} wird dann nicht ihretwegen gelöscht. Sie können noch einmal anfragen.`,
      restore: (organization) =>
        `${organization} ist geschlossen, darum stellt dort niemand Ihr Konto wieder her. Nach dem Zurückziehen können Sie nicht noch einmal anfragen, solange sie geschlossen ist.`,
    },
  },
  canSignIn: (organization) =>
    `Sie können sich anmelden: Was Sie bei ${organization} sind und was Sie tun können, steht in der Liste Ihrer Organisationen.`,
  withdrawn: 'Ihre Anfrage ist zurückgenommen.',
  notFound:
    'Es gibt nichts mehr, worum Sie diese Organisation als Gast mit dieser Adresse bitten könnten.',
  tooLong: (most) => `Die Nachricht ist länger als ${most} Zeichen. Kürzen Sie sie.`,
  otherAddress: 'Andere Adresse zeigen',
}

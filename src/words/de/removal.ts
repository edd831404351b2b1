/** The page on which somebody who cannot sign in asks to be removed, in German. */
import type { RemovalWords } from '../en/removal.ts'

export const removal: RemovalWords = {
  title: 'Um Entfernung bitten',
  intro:
    'Auch wenn Sie sich nicht anmelden können, weil Ihr Konto bei Ihrer Heimatorganisation gesperrt oder gelöscht oder die Organisation geschlossen ist, können Sie die Organisationen, bei denen Sie Gast sind, bitten, Sie zu entfernen. Zeigen Sie zuerst, dass die eingeladene Adresse Ihnen gehört.',
  sendCode: 'Code per E-Mail senden',
  toOrganizations: 'Ich kann mich anmelden: meine Organisationen zeigen',
  some: (address) =>
    `${address} gehört Ihnen. Diese Organisationen haben einen Gast mit dieser Adresse:`,
  none: (address) =>
    `${address} gehört Ihnen, und keine Organisation hier hat einen Gast mit dieser Adresse. Es gibt nichts, wovon Sie entfernt werden könnten.`,
  ask: (organization) => `${organization} bitten, mich zu entfernen`,
  message: 'Nachricht an die Administration (freiwillig)',
  sent: 'Ihre Anfrage liegt bei der Administration. Die Antwort kommt per E-Mail.',
  withdrawn: 'Ihre Anfrage ist zurückgenommen.',
  notFound: 'Diese Organisation hat keinen Gast mit dieser Adresse mehr.',
  tooLong: 'Die Nachricht ist länger als 1024 Zeichen. Kürzen Sie sie.',
  otherAddress: 'Andere Adresse zeigen',
}

/** Ways to sign in other than a password here: codes by mail and providers, in German. */
import type { WaysWords } from '../en/ways.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('de')

export const ways: WaysWords = {
  withCode: 'Code per E-Mail senden',
  codeIntro:
    'An diese Adresse wird ein Code gesendet. Mit ihm kommen Sie hinein, oder Sie sehen, wie Sie sich anmelden.',
  back: 'Zurück zur Anmeldung',
  codeTitle: 'Mit einem Code anmelden',
  address: 'Ihre E-Mail-Adresse',
  addressHint:
    'Dorthin senden wir einen Code. Das ist für alle, die kein anderes Konto haben, mit dem sie sich anmelden.',
  addressHintAsking:
    'Dorthin senden wir einen Code. Nehmen Sie die Adresse, an die Sie eingeladen wurden. Wer sich anmelden kann, fragt stattdessen in der Liste der eigenen Organisationen an.',
  send: 'Code senden',
  notAnAddress: 'An diese Adresse kann kein Code gesendet werden. Prüfen Sie die Schreibweise.',
  codeSent: (address) =>
    `Wenn E-Mails an ${address} ankommen, ist ein Code mit 8 Ziffern unterwegs. Geben Sie ihn hier ein, in diesem Browser.`,
  code: 'Code',
  codeHint: (minutes) =>
    `Er gilt einmal, ${plural(minutes, { one: '# Minute', other: '# Minuten' })} lang.`,
  check: 'Weiter',
  notACode: 'Ein Code hat 8 Ziffern. Sehen Sie noch einmal in der E-Mail nach.',
  wrongCode: (left) =>
    `Das ist nicht der Code. Sie haben noch ${plural(left, { one: 'einen Versuch', other: '# Versuche' })}.`,
  codeOver:
    'Dieser Code gilt nicht mehr: Er wurde schon benutzt, ist zu alt oder wurde zu oft falsch eingegeben. Fordern Sie einen neuen an.',
  newCode: 'Neuen Code senden',

  unknownTitle: 'Zu Ihnen ist hier kein Konto bekannt',
  unknownAddress: (address) =>
    `Sie haben gezeigt, dass ${address} Ihnen gehört, aber kein Konto hier gehört zu dieser Adresse.`,
  unknownIdentity: (provider) =>
    `${provider} sagt, wer Sie sind, aber kein Konto hier gehört dazu.`,
  unknownGuest:
    'Hat eine Organisation hier einen Gast mit dieser Adresse, können Sie sie bitten, ihn zu entfernen; hat sie ihn vor Kurzem entfernt, ihn wiederherzustellen:',
  unknownNext:
    'Wurden Sie eingeladen, öffnen Sie den Link in der Einladung jetzt, in diesem Browser. Wenn nicht, bitten Sie die Organisation um eine Einladung. Haben Sie ein Konto bei einer Heimatorganisation, melden Sie sich damit an.',
  homeGoneTitle: 'Ihr Konto gibt es nicht mehr',
  homeGone:
    'Das Konto bei Ihrer Heimatorganisation wurde gelöscht, darum kann sich niemand mehr damit anmelden.',
  homeGoneNext:
    'Ist das in den letzten Wochen geschehen, kann die Administration Ihrer Heimatorganisation es vielleicht noch wiederherstellen. Die Organisationen, bei denen Sie Gast sind, können Sie bitten, Sie zu entfernen:',

  providerTitle: 'Mit einem anderen Anbieter anmelden',
  providerName: 'Ihre Adresse oder die Domain Ihrer Heimatorganisation',
  providerNameHint:
    'Zum Beispiel ada@contoso.example oder contoso.example. Die Domain einer Organisation, die Sie eingeladen hat, geht auch.',
  find: 'Weiter',
  again: (provider) => `Wieder mit ${provider} anmelden`,
  noProvider: (domain) =>
    `Für ${domain} ist kein Anbieter bekannt. Prüfen Sie die Schreibweise, oder zeigen Sie mit einem Code, dass die Adresse Ihnen gehört: Dann sehen Sie, wie Sie sich damit anmelden.`,
  proveFirst: 'Code senden und zeigen, wie ich mich anmelde',
  waysTitle: 'Bei Ihrem Anbieter anmelden',
  ways: (address) =>
    `Sie haben gezeigt, dass ${address} Ihnen gehört. Ein Gast mit dieser Adresse meldet sich hier an:`,
  atProvider: (host) => `Sie melden sich dort an, bei ${host}, und kommen wieder zurück.`,
  whichTitle: 'Wählen Sie, wie Sie sich anmelden',
  which: (domain) => `Diese Wege stehen allen offen, die mit ${domain} arbeiten:`,
  use: (provider, host) => `${provider} (${host})`,
  onTheWay: (provider) => `Es geht weiter zu ${provider}.`,
  goTo: (provider) => `Weiter zu ${provider}`,
  startAgain: 'Noch einmal anmelden',
  flowOverTitle: 'Fangen Sie noch einmal an',
  flowOver:
    'Diese Antwort eines Anbieters gehört zu keiner Anmeldung in diesem Browser: Sie ist zu alt, wurde schon verwendet, oder die Anmeldung hat anderswo begonnen.',
  stopped: (provider) =>
    `Sie haben sich bei ${provider} nicht angemeldet. Es wurde nichts geändert.`,
  refusedTitle: 'Diese Anmeldung wurde nicht angenommen',
  refused: (provider) =>
    `Der Antwort von ${provider} war nicht zu trauen, darum wurde niemand angemeldet. Versuchen Sie es noch einmal; bleibt es dabei, sagen Sie der Administration Ihrer Heimatorganisation Bescheid.`,
  unavailable: (provider) =>
    `${provider} antwortet gerade nicht. Versuchen Sie es gleich noch einmal, oder melden Sie sich auf einem anderen Weg an.`,
  notTrusted:
    'Dieser Anbieter wird hier nicht mehr verwendet. Melden Sie sich auf einem anderen Weg an, oder fragen Sie die Administration Ihrer Organisation.',
}

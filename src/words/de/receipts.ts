/** The page of a receipt, in German. */
import type { ErasureWords, ReceiptWords } from '../en/receipts.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('de')

/** When the data of who has left or was deleted is erased, wherever that is said. */
export const erasure: ErasureWords = {
  comes: (by) =>
    `Sobald das Konto nicht mehr wiederhergestellt werden kann, werden alle seine Daten gelöscht; das ist spätestens am ${by} geschehen.`,
  comesMany: (by) =>
    `Sobald diese Konten nicht mehr wiederhergestellt werden können, werden alle ihre Daten gelöscht; das ist spätestens am ${by} geschehen.`,
  runs: (by) =>
    `Das Konto kann nicht mehr wiederhergestellt werden. Alle seine Daten werden gelöscht; das ist spätestens am ${by} geschehen.`,
}

export const receipts: ReceiptWords = {
  title: 'Beleg',
  doorIntro:
    'Ein Beleg sagt, was aus einem beendeten Konto geworden ist: bis wann es wiederhergestellt werden kann und wann seine Daten gelöscht werden. Er wird der Person gezeigt, der das Konto gehörte, bis alle seine Daten gelöscht sind, außerdem der Administration der Organisation und allen, die den Code aus seiner E-Mail haben.',
  doorCode: 'Code aus der E-Mail mit dem Beleg',
  show: 'Beleg zeigen',
  signIn: 'Stattdessen anmelden',
  wrong:
    'Kein Beleg hat dieses Aktenzeichen und diesen Code. Folgen Sie noch einmal dem Link in der E-Mail, oder melden Sie sich an.',
  signedIn:
    'Sie sind angemeldet, und Ihrem Konto wird dieser Beleg nicht gezeigt. Sind alle Daten gelöscht, weiß niemand mehr, wem das Konto gehörte: Dann öffnet nur der Code aus einer E-Mail darüber den Beleg.',
  wrongSignedIn:
    'Kein Beleg hat dieses Aktenzeichen und diesen Code. Folgen Sie noch einmal dem Link in der E-Mail.',
  heading: (organization) => `Beleg: Konto bei ${organization}`,
  headingMany: (count) =>
    plural(count, {
      one: 'Beleg: eine Organisation verlassen',
      other: 'Beleg: # Organisationen verlassen',
    }),
  manyIntro:
    'Diese Konten wurden beendet, weil die Person die Organisationen verlassen hat, alle auf einmal. Jedes hat einen eigenen Beleg mit eigenem Aktenzeichen; dieser ist für alle zusammen.',
  kind: {
    left: (organization) =>
      `Das Konto bei ${organization} wurde beendet, weil die Person die Organisation verlassen hat.`,
    declined: (organization) =>
      `Das Konto bei ${organization} wurde beendet, weil die Einladung abgelehnt wurde.`,
    removed: (organization) =>
      `Das Konto bei ${organization} wurde beendet, weil die Administration es entfernt hat.`,
    removedByOperator: (organization) =>
      `Das Konto bei ${organization} wurde beendet, weil der Betrieb dieses Servers es entfernt hat.`,
    removedByPolicy: (organization) =>
      `Das Konto bei ${organization} wurde beendet, weil eine Regel der Organisation es entfernt hat.`,
    endDate: (organization) =>
      `Das Konto bei ${organization} wurde beendet, weil das dafür festgelegte Enddatum erreicht war.`,
    homeGone: (organization) =>
      `Das Konto bei ${organization} wurde beendet, weil es das Konto der Person in ihrer Heimatorganisation nicht mehr gibt.`,
    merged: (organization) =>
      `Das Konto bei ${organization} wurde beendet, weil dieselbe Person dort ein anderes hat, das bleibt.`,
    neverAccepted: (organization) =>
      `Das Konto bei ${organization} wurde beendet, weil niemand die Einladung rechtzeitig angenommen hat.`,
    erased: (organization) =>
      `Das Konto bei ${organization} und alle Daten der Person dort sind gelöscht.`,
  },
  state: {
    restorable: (until) =>
      `Es kann bis ${until} wiederhergestellt werden. Bis dahin benutzt es niemand.`,
    restorableClosed: (until, organization) =>
      `${organization} ist geschlossen, darum stellt es niemand wieder her, es sei denn, die Organisation öffnet vor dem ${until} wieder.`,
    held: 'Seine Daten werden wegen einer gesetzlichen Aufbewahrung behalten, solange sie gilt, auch nach dem Tag, bis zu dem es wiederhergestellt werden kann, und danach gelöscht.',
    restored: (at) => `Es wurde am ${at} wiederhergestellt und wird wieder benutzt.`,
    wasRestored: (at) => `Es wurde am ${at} wiederhergestellt und endete später erneut.`,
    erased: (at) => `Seine Daten wurden am ${at} gelöscht. Niemand kann es wiederherstellen.`,
  },
  reference: 'Aktenzeichen',
  organization: 'Organisation',
  account: 'ID des Kontos',
  endedAt: 'Beendet',
  restorableUntil: 'Wiederherstellbar bis',
  restoredAt: 'Wiederhergestellt',
  erasedAt: 'Gelöscht',
  shownAt: 'Stand',
  systems: 'Systeme, denen das Ende mitgeteilt wird',
  noSystems: 'Niemand war bei einem System angemeldet, dem es mitgeteilt werden muss.',
  goneSystem: 'Ein System, das es nicht mehr gibt',
  acknowledged: (at) => `bestätigt am ${at}`,
  waiting: 'noch nicht bestätigt',
  unreachable: 'nicht erreichbar; die Sitzung dort endet von selbst',
  mail: 'Mail darüber',
  mailStates: {
    waiting: 'wartet auf den Versand',
    taken: (at) => `am ${at} dem Mailserver übergeben`,
    noAddress: 'nicht gesendet: Es war keine Mailadresse bekannt',
    noServer: 'nicht gesendet: Diese Installation hat keinen Mailserver',
    refused: 'nicht gesendet: Der Mailserver hat sie endgültig abgelehnt',
    unconfirmed: 'aufgegeben: Sie wurde mehrmals übergeben und nie bestätigt',
    expired: (tries) =>
      plural(tries, {
        one: 'nicht gesendet: nach einem Versuch aufgegeben',
        other: 'nicht gesendet: nach # Versuchen aufgegeben',
      }),
    replaced: 'nicht gesendet: Eine neuere Mail trat an ihre Stelle',
    neverCame: 'nicht gesendet: Niemand hatte die Einladung angenommen',
    toldBefore: 'nicht gesendet: Die Person erfuhr es, bevor eine Sicherung eingespielt wurde',
  },
  stays: 'Was bleibt',
  log: 'Das Protokoll der Organisation sagt, was geschehen ist, mit der ID des Kontos und ohne Namen oder Adresse.',
  logs: 'Das Protokoll jeder Organisation sagt, was dort geschehen ist, mit der ID des Kontos und ohne Namen oder Adresse.',
  download: 'Signierten Beleg herunterladen',
  keys: 'Schlüssel zum Prüfen herunterladen',
  verify: 'Wer beide Dateien hat, kann den Beleg prüfen, ohne jemanden zu fragen:',
}

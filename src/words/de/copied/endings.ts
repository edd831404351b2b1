/** How accounts and mails end, in the copy of my data; in German. */
import type { CopiedEndingWords } from '../../en/copied/endings.ts'

export const copiedEndings: CopiedEndingWords = {
  lifecycle: {
    inactivity: 'Zu lange nicht genutzt',
    sponsor: 'Niemand steht für mich ein',
    attestation: 'Bedarf nicht bestätigt',
    redemption: 'Einladung nicht rechtzeitig angenommen',
  },
  receipt: {
    left: 'Ich bin gegangen',
    declined: 'Einladung abgelehnt',
    removed: 'Von der Administration entfernt',
    removedByOperator: 'Vom Betrieb dieses Servers entfernt',
    removedByPolicy: 'Durch eine Regel entfernt',
    endDate: 'Enddatum erreicht',
    homeGone: 'Heimatkonto ist fort',
    merged: 'Zwei meiner Konten wurden eines',
    neverAccepted: 'Einladung nie angenommen',
    erased: 'Alle Daten gelöscht',
  },
  mailState: {
    waiting: 'Wartet auf den Versand',
    taken: 'Dem Mailserver übergeben',
    noAddress: 'Nicht gesendet, keine Adresse bekannt',
    noServer: 'Nicht gesendet, kein Mailserver',
    refused: 'Vom Mailserver abgelehnt',
    unconfirmed: 'Nie bestätigt',
    expired: 'Nicht rechtzeitig gesendet',
    replaced: 'Durch eine neuere ersetzt',
    neverCame: 'Nicht gesendet, niemand hatte angenommen',
    toldBefore: 'Nicht gesendet, schon früher mitgeteilt',
  },
}

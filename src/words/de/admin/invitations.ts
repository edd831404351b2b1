/** Invitations, in German. */
import type { InvitationsWords } from '../../en/admin/invitations.ts'
import { numberOf, pluralOf } from '../../speech.ts'

const number = numberOf('de')
const plural = pluralOf('de')

export const invitations: InvitationsWords = {
  title: 'Einladungen',
  intro: 'Wer als Gast eingeladen wurde, und was daraus geworden ist.',
  invite: 'Gast einladen',
  inviteMany: 'Aus einer CSV-Datei einladen',
  tools: 'Welche Einladungen angezeigt werden',
  stateFilter: 'Zustand',
  anyState: 'Alle',
  states: {
    pending: 'Offen',
    accepted: 'Angenommen',
    revoked: 'Widerrufen',
    expired: 'Abgelaufen',
  },
  mailStates: {
    waiting: 'Die E-Mail wartet darauf, verschickt zu werden.',
    refused:
      'Der Mailserver nimmt diese Adresse nicht an. Widerrufen Sie die Einladung, und laden Sie die richtige Adresse ein.',
    expired: 'Die E-Mail konnte nicht rechtzeitig verschickt werden. Senden Sie sie noch einmal.',
    unconfirmed: 'Niemand hat bestätigt, dass die E-Mail angekommen ist. Fragen Sie den Gast.',
  },
  mayNotInvite:
    'Die Einstellungen zur Zusammenarbeit mit Externen erlauben Ihnen keine Einladungen.',
  empty: 'Keine Einladungen',
  emptyHint:
    'Hier stehen Gäste, die jemand aus dieser Organisation einlädt, bis sie gelöscht werden.',
  address: 'E-Mail',
  invitedBy: 'Eingeladen von',
  invitedOn: 'Eingeladen am',
  expires: 'Endet am',
  name: 'Name (optional)',
  nameHint: 'Wie der Gast heißt, bis er annimmt.',
  message: 'Nachricht (optional)',
  redirect: 'Wohin es nach dem Annehmen geht',
  redirectHint: 'Die Adresse einer Anwendung oder einer Begrüßungsseite.',
  endDate: 'Endet am (optional)',
  endDateHint:
    'Am Ende dieses Tages (UTC) wird der Gast entfernt. Er und wer für ihn verantwortlich ist, erfahren es vorher.',
  send: 'Einladung per E-Mail senden',
  linkTitle: 'Der Gast ist eingeladen',
  linkOnce:
    'Das ist der Link für den Gast. Er ist nur für diesen Gast bestimmt, gilt ein einziges Mal und wird nicht noch einmal angezeigt.',
  linkLabel: 'Link',
  linkUntil: 'Er endet am',
  list: 'Die Liste der Einladungen',
  showMet: 'Wer diese Adresse hat, anzeigen',
  inviteNew: 'Trotzdem als neuen Gast einladen',
  resend: 'Noch einmal senden',
  revoke: 'Widerrufen',
  resent: 'Eine neue Einladung ist verschickt; die vorige gilt nicht mehr.',
  revoked: 'Die Einladung ist widerrufen.',
  revokeTitle: (address) => `Die Einladung an ${address} widerrufen?`,
  revokeText:
    'Der Link gilt dann nicht mehr. Der Gast bleibt als eingeladen in der Liste, bis Sie ihn wieder einladen oder löschen.',
  fileTitle: 'Gäste aus einer CSV-Datei einladen',
  fileHint:
    'Die erste Zeile benennt die Spalten: email, displayName, message, endDate. Nur email ist nötig. Die Vorlage von Entra wird unverändert angenommen.',
  file: 'CSV-Datei',
  fileNoEmail: (found) => `Die erste Zeile nennt keine Spalte email. Sie nennt ${found}.`,
  notTaken: (columns) =>
    `Nicht aus der Datei übernommen: ${columns}. In Klammern steht, wie viele Zeilen es haben.`,
  rowProblem: (problem) => {
    switch (problem.fault) {
      case 'moreCells':
        return `Zeile ${number(problem.line)} hat mehr Zellen als die Überschriften. Setzen Sie eine Zelle, in der das Trennzeichen vorkommt, in Anführungszeichen.`
      case 'notYesOrNo':
        return `„${problem.found}“ sagt nicht, ob eine E-Mail gesendet wird. Schreiben Sie true oder false.`
      case 'noDay':
        return `„${problem.found}“ ist kein Tag, an dem etwas endet. Schreiben Sie einen wie 2027-03-31.`
    }
  },
  start: 'Einladen',
  finished: (done, failed) =>
    failed === 0
      ? plural(done, { one: 'Der eine Gast ist eingeladen.', other: 'Alle # sind eingeladen.' })
      : `Eingeladen: ${number(done)}. Nicht eingeladen: ${number(failed)}.`,
}

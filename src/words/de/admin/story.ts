/** What the page of a user begins with, and their timeline; in German. */
import type { StoryWords } from '../../en/admin/story.ts'
import { pluralOf } from '../../speech.ts'

const plural = pluralOf('de')

export const story: StoryWords = {
  title: 'Kurz gesagt',
  came: 'Herkunft',
  why: 'Warum',
  answers: 'Wer einsteht',
  use: 'Zuletzt benutzt',
  reach: 'Reichweite',
  state: 'Zustand',
  invited: (who, at) => `Am ${at} von ${who} eingeladen.`,
  invitedByGone: (at) => `Am ${at} eingeladen, von jemandem, den es hier nicht mehr gibt.`,
  invitedUnknown: (at) => `Am ${at} eingeladen; von wem, ist nicht aufgezeichnet.`,
  invitationNotKept: (at) =>
    `Hier seit ${at}, durch eine Einladung; wer eingeladen hat, ist nicht aufgezeichnet.`,
  made: (at) => `Am ${at} hier angelegt, ohne Einladung.`,
  states: {
    accepted: (at) => `Angenommen am ${at}.`,
    pending: (at) => `Noch nicht angenommen; die Einladung gilt bis ${at}.`,
    expired: (at) => `Nicht angenommen; die Einladung endete am ${at}.`,
    revoked: () => 'Nicht angenommen; die Einladung wurde widerrufen.',
  },
  acceptedSometime: 'Angenommen; wann, ist nicht aufgezeichnet.',
  mail: {
    waiting: 'Die E-Mail dazu wartet darauf, gesendet zu werden.',
    taken: 'Die E-Mail dazu wurde dem Mailserver übergeben.',
    refused: 'Die E-Mail dazu wurde endgültig abgelehnt.',
    unconfirmed: 'Die E-Mail dazu wurde mehrmals übergeben und nie bestätigt.',
    expired: 'Die E-Mail dazu konnte nicht rechtzeitig übergeben werden.',
  },
  noMail: 'Eine E-Mail dazu gab es nicht: Wer eingeladen hat, gibt den Link selbst weiter.',
  noMessage: 'Zur Einladung wurde nichts geschrieben.',
  sponsors: (count, who) =>
    plural(count, {
      one: `Dafür steht ${who} ein.`,
      other: `Dafür stehen ${who} ein.`,
    }),
  noSponsor: 'Niemand steht dafür ein.',
  lastUsed: (at) => `Zuletzt hier aktiv am ${at}.`,
  notCome: 'Noch nie hier aktiv: Die Einladung ist nicht angenommen.',
  notRecorded: 'Wann zuletzt jemand hier aktiv war, ist nicht aufgezeichnet.',
  reaches: (groups, applications, roles) =>
    `Mitglied in ${groups}; zugewiesen: ${applications}; Rollen: ${roles}.`,
  groups: (count) =>
    plural(count, { none: 'keiner Gruppe', one: 'einer Gruppe', other: '# Gruppen' }),
  applications: (count) =>
    plural(count, { none: 'keine Anwendung', one: 'eine Anwendung', other: '# Anwendungen' }),
  roles: (count) => plural(count, { none: 'keine', one: 'eine', other: '#' }),
  reachesNothing: 'In keiner Gruppe, ohne zugewiesene Anwendung und ohne Rolle.',
  enabled: 'Freigegeben.',
  disabled: (who, at) => `Am ${at} von ${who} gesperrt.`,
  disabledByPolicy: (at) => `Am ${at} von einer Richtlinie gesperrt.`,
  disabledUnknown: (at) => `Am ${at} gesperrt; von wem, ist nicht aufgezeichnet.`,
  disabledSometime: 'Gesperrt; seit wann, ist nicht aufgezeichnet.',
  homeGone: (at) =>
    `Das Konto in der Heimatorganisation wurde am ${at} endgültig gelöscht; niemand kann sich damit anmelden.`,
  homeDisabled: 'Das Konto in der Heimatorganisation ist gesperrt.',
  homeDisabledSince: (at) =>
    `Das Konto in der Heimatorganisation ist seit dem ${at} gesperrt oder gelöscht.`,
  timeline: 'Zeitleiste',
  timelineHint:
    'Was mit diesem Benutzer geschah, und welche Mails darüber gesendet wurden, das Neueste zuerst. Von den Anmeldungen die letzte und die erste, die noch aufbewahrt ist.',
  timelineEmpty: 'Nichts ist aufgezeichnet',
  timelineEmptyHint:
    'Hier steht, was mit diesem Benutzer geschieht, solange die Einträge des Protokolls aufbewahrt werden.',
  by: (who) => `Von ${who}`,
  byOperator: 'Vom Betrieb',
  bySystem: 'Von Guesthouse selbst',
  lastSignIn: 'Letzte Anmeldung',
  firstSignIn: 'Erste Anmeldung, die noch aufbewahrt ist',
  deleted: 'Gelöscht',
  ended: {
    self: (at) => `Am ${at} selbst gegangen.`,
    administrator: (at) => `Am ${at} von der Administration gelöscht.`,
    policy: (at) => `Am ${at} von einer Richtlinie gelöscht.`,
    operator: (at) => `Am ${at} vom Betrieb gelöscht.`,
  },
  deletedBy: (who, at) => `Am ${at} von ${who} gelöscht.`,
  howEnded: 'Wie es endete',
  next: 'Was als Nächstes kommt',
  restorable: (at) => `Bis ${at} lässt sich der Benutzer wiederherstellen.`,
  heldRestorable: 'Der Benutzer lässt sich noch wiederherstellen.',
  heldOver: 'Die Wiederherstellungsfrist des Benutzers ist vorbei.',
  held: (at) => `Seit ${at} aufbewahrt: wird nicht endgültig gelöscht, bis die Aufbewahrung endet.`,
  heldBecause: (at, why) =>
    `Seit ${at} aufbewahrt: wird nicht endgültig gelöscht, bis die Aufbewahrung endet. Grund: ${why}`,
}

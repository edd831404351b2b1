/** Permanent deletions that are protected, and those that wait; in German. */
import type { ProtectionWords } from '../../en/admin/protection.ts'
import { pluralOf } from '../../speech.ts'

const plural = pluralOf('de')

export const protection: ProtectionWords = {
  title: 'Geschützte Löschungen',
  intro:
    'Was verlangt wird, bevor die Administration etwas endgültig löscht, und was darauf wartet. Am Ende der Wiederherstellungsfrist wird trotzdem gelöscht.',
  setting: 'Schutz',
  question: 'Bevor etwas endgültig gelöscht wird',
  choices: {
    none: 'Nichts wird verlangt',
    waiting: 'Es wartet, und bis dahin kann die Administration es aufhalten',
    secondAdministrator: 'Eine zweite Person aus der Administration stimmt zu',
  },
  hours: 'Wie viele Stunden es wartet',
  hint: 'Mehr Schutz gilt sofort. Weniger braucht, was jetzt verlangt wird: die zweite Person oder die Zeit.',
  saved: {
    changed: 'Der Schutz ist geändert.',
    asked: 'Angefragt. Der Schutz ändert sich, wenn eine zweite Person zugestimmt hat.',
    waits: 'Angefragt. Der Schutz ändert sich, wenn die Zeit vergangen ist.',
  },
  asked: (count: number) =>
    plural(count, {
      one: 'Eine endgültige Löschung ist angefragt. Sie wartet unter Geschützte Löschungen.',
      other: '# endgültige Löschungen sind angefragt. Sie warten unter Geschützte Löschungen.',
    }),
  asksFirst: {
    waiting:
      'Gelöscht wird nicht sofort: Die Löschung ist angefragt und wartet unter „Geschützte Löschungen“, wo die Administration sie aufhalten kann.',
    secondAdministrator:
      'Gelöscht wird nicht sofort: Die Löschung ist angefragt und wartet unter „Geschützte Löschungen“, bis eine zweite Person zustimmt.',
  },
  waitingTitle: 'Was wartet',
  historyTitle: 'Alles, was angefragt wurde',
  became: 'Was daraus wurde',
  states: {
    open: 'Wartet',
    done: 'Ausgeführt',
    refused: 'Abgelehnt',
    withdrawn: 'Zurückgenommen',
    lapsed: 'Vorbei: Es gab nichts mehr zu tun, oder es wird aufbewahrt',
  },
  statesBy: {
    done: (name: string) => `Ausgeführt, mit Zustimmung von ${name}`,
    refused: (name: string) => `Abgelehnt von ${name}`,
    withdrawn: (name: string) => `Zurückgenommen von ${name}`,
  },
  refusedWhy: {
    mayNoLonger: 'Von niemandem abgelehnt: Wer darum gebeten hat, darf es nicht mehr',
  },
  whatIs: 'Was',
  kinds: {
    user: 'Benutzer',
    group: 'Gruppe',
    application: 'Anwendung',
    protection: 'Weniger Schutz',
  },
  gone: 'Nicht mehr unter dem Gelöschten',
  askedBy: 'Angefragt von',
  somebodyGone: 'Jemand, der nicht mehr hier ist',
  askedAt: 'Angefragt am',
  dueAt: 'Geschieht am',
  needsYes: 'wenn eine zweite Person zustimmt',
  answer: 'Antwort',
  approve: 'Zustimmen',
  refuse: 'Ablehnen',
  withdraw: 'Zurücknehmen',
  approveNamed: (what: string) => `Zustimmen: ${what}`,
  refuseNamed: (what: string) => `Ablehnen: ${what}`,
  withdrawNamed: (what: string) => `Zurücknehmen: ${what}`,
  ownRequest: 'Sie haben das selbst angefragt, darum muss jemand anderes zustimmen.',
  approveTitle: 'Endgültig löschen?',
  approveText: (what: string) =>
    `${what} wird sofort endgültig gelöscht. Danach kann das niemand wiederherstellen.`,
  approveProtectionTitle: 'Endgültige Löschungen weniger schützen?',
  approveProtectionText: (what: string) => `Von nun an gilt: ${what}.`,
  refuseTitle: 'Ablehnen?',
  withdrawTitle: 'Zurücknehmen?',
  refuseText: (what: string) => `${what} bleibt, wie es ist. Es kann wieder angefragt werden.`,
  approved: 'Zugestimmt und ausgeführt.',
  refused: 'Abgelehnt.',
  withdrawn: 'Zurückgenommen.',
  empty: 'Nichts wartet',
  emptyHint:
    'Solange der Schutz eingeschaltet ist, steht eine endgültige Löschung hier, bis ihr zugestimmt wird, sie abgelehnt wird oder ihre Zeit gekommen ist.',
}

/** What ends guests by themselves: what comes for one, and the policies; in German. */
import { coming } from '../lifecycle.ts'
import type { PoliciesWords } from '../../en/admin/policies.ts'
import { pluralOf } from '../../speech.ts'

const plural = pluralOf('de')

export const policies: PoliciesWords = {
  title: 'Lebenszyklus der Gäste',
  intro:
    'Regeln, die Gäste einhalten, und was aus denen wird, die es nicht tun. Die Richtlinie mit der kleinsten Nummer, unter die ein Gast fällt, entscheidet allein. Gäste und wer für sie verantwortlich ist erfahren es, bevor etwas geschieht, und wen eine Richtlinie gesperrt hat, kann trotzdem gehen.',
  new: 'Neue Richtlinie',
  newTitle: 'Neue Richtlinie für Gäste',
  empty: 'Noch keine Richtlinie',
  emptyHint:
    'Eine Richtlinie nennt eine Regel, etwa drei Monate nicht benutzt, und was aus Gästen wird, die sie nicht einhalten: Sie erfahren es, werden gesperrt und dann gelöscht. Vor dem Speichern sehen Sie, wen sie betrifft. Solange es keine gibt, enden Gäste nur durch ihr Enddatum.',
  name: 'Name',
  order: 'Reihenfolge',
  orderHint: 'Die kleinste Nummer entscheidet zuerst; bei gleicher Nummer die ältere Richtlinie.',
  isOn: 'Eingeschaltet',
  on: 'Ein',
  off: 'Aus',
  offHint:
    'Eine ausgeschaltete Richtlinie tut nichts, und was sie schon angekündigt hat, ist vergessen.',
  groupGone: 'Ihre Gruppe ist weg',
  groupGoneHint:
    'Die Gruppe, für die diese Richtlinie war, ist endgültig gelöscht. Sie ist aus, bis Sie sagen, für wen sie ist.',
  forWhom: 'Für wen',
  who: { all: 'Alle Gäste', group: 'Gäste in einer Gruppe' },
  aGroup: 'Eine Gruppe',
  group: 'Gruppe',
  exceptGroup: 'Außer den Mitgliedern dieser Gruppe',
  settings: 'Einstellungen',
  rules: 'Regeln',
  rulesHint: 'Wer eine davon nicht einhält, erfährt es, und die Frist beginnt.',
  inactive: 'Innerhalb einer Zahl von Tagen benutzt',
  inactiveDays: 'Tage ohne Benutzung',
  needsSponsor: 'Jemand ist für den Gast verantwortlich',
  attestation: 'Innerhalb einer Zahl von Tagen als gebraucht bestätigt',
  attestationDays: 'Tage seit der letzten Bestätigung',
  redemption: 'Die Einladung wird innerhalb einer Zahl von Tagen angenommen',
  redemptionDays: 'Tage seit der Einladung',
  ending: 'Was geschieht',
  graceDays: 'Tage der Frist',
  graceHint:
    'Wie lange ein Gast es erfährt, bevor etwas geschieht: sofort, nach einem und nach zwei Dritteln und am Tag davor. Wer etwas Milderes oder Späteres erfahren hat, vor Ihrer Änderung oder durch eine andere Richtlinie, erfährt es neu und hat die ganze Frist.',
  action: 'Wenn die Frist vorbei ist',
  actions: {
    disable: 'Der Gast wird gesperrt',
    delete: 'Der Gast wird gelöscht',
    disableThenDelete: 'Der Gast wird gesperrt und später gelöscht',
  },
  deletionDays: 'Tage vom Sperren bis zum Löschen',
  lastRun: 'Letzter Lauf',
  notRunYet: 'Noch keiner',
  short: {
    inactive: (days: number) =>
      plural(days, {
        one: 'innerhalb eines Tages benutzt',
        other: 'innerhalb von # Tagen benutzt',
      }),
    sponsor: 'hat einen Sponsor',
    attestation: (days: number) =>
      plural(days, {
        one: 'innerhalb eines Tages bestätigt',
        other: 'innerhalb von # Tagen bestätigt',
      }),
    redemption: (days: number) =>
      plural(days, {
        one: 'innerhalb eines Tages angenommen',
        other: 'innerhalb von # Tagen angenommen',
      }),
  },
  trial: {
    title: 'Was sie tun würde',
    look: 'Zeigen, was sie tun würde',
    lookFirst: 'Sehen Sie zuerst an, was sie tun würde: „Zeigen, was sie tun würde“.',
    changed:
      'Die Einstellungen sind seither andere. Sehen Sie es vor dem Speichern noch einmal an.',
    noRule: 'Wählen Sie zuerst eine Regel.',
    noGroup: 'Wählen Sie zuerst die Gruppe.',
    hint: (days: number) =>
      plural(days, {
        one: 'Durch das Ansehen wird nichts gespeichert, und niemand erfährt etwas. Genannt wird, wer es innerhalb eines Tages erfahren würde oder schon erfahren hat.',
        other:
          'Durch das Ansehen wird nichts gespeichert, und niemand erfährt etwas. Genannt wird, wer es innerhalb von # Tagen erfahren würde oder schon erfahren hat.',
      }),
    nobody: 'Sie würde in nächster Zeit niemanden betreffen',
    nobodyHint: 'Alle Gäste, die unter sie fallen, halten ihre Regeln vorerst ein.',
    told: (count: number) =>
      plural(count, { one: 'Ein Gast erfährt es', other: '# Gäste erfahren es' }),
    disabled: (count: number) =>
      plural(count, { one: 'Einer wird gesperrt', other: '# werden gesperrt' }),
    deleted: (count: number) =>
      plural(count, { one: 'Einer wird gelöscht', other: '# werden gelöscht' }),
    notWhole: 'Es gibt mehr Gäste, als angesehen wurden; es können also mehr sein.',
    guest: 'Gast',
    why: 'Warum',
    toldOn: 'Erfährt es am',
    disabledOn: 'Gesperrt am',
    deletedOn: 'Gelöscht am',
  },
  switch: (name) => `${name} ist eingeschaltet`,
  turnOn: 'Einschalten',
  turnOnTitle: (name) => `Die Richtlinie ${name} einschalten?`,
  isTurnedOn: (name) => `Die Richtlinie ${name} ist eingeschaltet.`,
  turnOff: 'Ausschalten',
  turnOffTitle: (name) => `Die Richtlinie ${name} ausschalten?`,
  turnOffText:
    'Ausgeschaltet tut sie nichts, und begonnene Fristen von Gästen sind vergessen. Wen sie gesperrt hat, bleibt gesperrt, bis jemand das Konto freigibt.',
  isTurnedOff: (name) => `Die Richtlinie ${name} ist ausgeschaltet.`,
  create: 'Richtlinie speichern',
  saved: (name: string) => `Die Richtlinie ${name} ist gespeichert.`,
  removeTitle: (name: string) => `Die Richtlinie ${name} entfernen?`,
  removeText:
    'Sie tut nichts mehr. Wen sie gesperrt hat, bleibt gesperrt, bis jemand das Konto freigibt.',
  removed: (name: string) => `Die Richtlinie ${name} ist entfernt.`,
  results: {
    title: 'Was sie getan hat',
    day: 'Tag',
    told: 'Mitteilungen',
    disabled: 'Gesperrt',
    deleted: 'Gelöscht',
    empty: 'Noch nichts',
    emptyHint:
      'Ein Tag steht hier, sobald die Richtlinie an ihm jemanden benachrichtigt, gesperrt oder gelöscht hat.',
  },
  history: {
    title: 'Wer sie geändert hat',
    when: 'Wann',
    who: 'Wer',
    what: 'Was',
    empty: 'Keine Änderung ist im Protokoll',
    emptyHint: 'Änderungen stehen hier, solange das Audit-Protokoll sie behält.',
    change: (property: string, old: string, now: string) => `${property}: ${old} → ${now}`,
  },
  next: {
    title: 'Was es als Nächstes beendet',
    keep: 'Bedarf bestätigen',
    keepTitle: (guest) => `Wird ${guest} noch gebraucht?`,
    keepText: 'Vermerkt wird, dass der Gast noch gebraucht wird; es steht dann im Audit-Protokoll.',
    kept: (guest) => `Bestätigt: ${guest} wird noch gebraucht.`,
    confirmed: (date) => `Bedarf zuletzt bestätigt am ${date}.`,
    notConfirmed: 'Noch niemand hat bestätigt, dass der Gast gebraucht wird.',
    endDate: 'Enddatum',
    stays: (date) => `bei ${date} lassen`,
    nothing: 'Nichts beendet dieses Konto von selbst.',
    disabledByPolicy:
      'Eine Richtlinie hat dieses Konto gesperrt. Der Gast kann trotzdem gehen; wird es freigegeben, beginnen die Fristen neu.',
    by: (policy: string) => `Die Richtlinie, die über diesen Gast entscheidet: ${policy}.`,
    steps: {
      told: 'Gast und verantwortliche Personen erfahren es',
      disabled: 'Gesperrt',
      deleted:
        'Gelöscht. Die Administration kann das Konto bis zur endgültigen Löschung wiederherstellen.',
      purged: 'Endgültig gelöscht',
    },
    coming,
  },
}

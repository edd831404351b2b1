/** The portal's list of organizations, and leaving many at once; in German. */
import type { DeskWords } from '../en/desk.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('de')

export const desk: DeskWords = {
  back: 'Zurück zu meinen Organisationen',
  openApps: 'Ihre Apps öffnen',
  filter: 'Anzeigen',
  filters: {
    all: 'Alle',
    active: 'Aktiv',
    unused: (days) =>
      plural(days, { one: 'Einen Tag nicht benutzt', other: '# Tage nicht benutzt' }),
    waiting: 'Offene Einladungen',
    blocked: 'Gerade nicht zu verlassen',
    ended: 'Verlassen oder entfernt',
    hidden: 'Ausgeblendet',
  },
  counted: (name, count) => plural(count, { one: `${name} (#)`, other: `${name} (#)` }),
  order: 'Reihenfolge',
  orders: {
    use: 'Zuletzt benutzte zuerst',
    longestUnused: 'Am längsten unbenutzte zuerst',
    name: 'Nach Namen',
  },
  apply: 'Suchen',
  nothingHere: 'Nichts davon da. Wählen Sie „Alle“, um die anderen zu sehen.',
  lastUsed: (date) => `zuletzt benutzt am ${date}`,
  notRecorded: 'Nutzung nicht aufgezeichnet',
  select: (organization) => `${organization} auswählen`,
  selectAll: 'Alle auf dieser Seite auswählen',
  selected: 'Ausgewählt:',
  clear: 'Auswahl aufheben',
  selectFound: (count) =>
    plural(count, {
      one: 'Die gefundene auswählen',
      other: 'Alle # gefundenen auswählen',
    }),
  leaveSelected: 'Ausgewählte verlassen',
  firstPage: 'Erste Seite',
  nextPage: 'Nächste Seite',
  hide: 'In meiner Liste ausblenden',
  show: 'In meiner Liste wieder zeigen',
  hidden: (organization) =>
    `${organization} ist in Ihrer Liste ausgeblendet. Sie finden es dort unter „Ausgeblendet“; Gast sind Sie wie zuvor.`,
  shown: (organization) => `${organization} steht wieder in Ihrer Liste.`,
  showAtHome: 'Meine Heimatorganisation dies sehen lassen',
  hideAtHome: 'Meine Heimatorganisation dies nicht mehr sehen lassen',
  shownAtHome: (organization) =>
    `Administratoren Ihrer Heimatorganisation sehen nun, dass Sie Gast von ${organization} sind, und wann sich das ändert, und ${organization} sieht womöglich, ob Ihr Konto in der Heimat gesperrt ist und seit wann. Sie können das jederzeit zurücknehmen.`,
  hiddenAtHome: (organization) =>
    `Ihre Heimatorganisation sieht nicht mehr, dass Sie Gast von ${organization} sind. Und jene Organisation sieht Ihr Konto in der Heimat nicht mehr. Was schon in Protokollen steht, bleibt dort.`,
  notYours: 'Nicht unter Ihren Organisationen',
  many: {
    title: (count) =>
      plural(count, { one: 'Eine Organisation verlassen?', other: '# Organisationen verlassen?' }),
    lead: 'Ihre Konten dort enden sofort, und mit ihnen, alles zusammen:',
    nothing: 'Ihre Konten dort enden sofort. Sie haben in keiner davon Gruppen, Apps oder Rollen.',
    atOnce: (most, rest) =>
      `Höchstens ${most} werden auf einmal verlassen; die übrigen ${rest} können Sie danach verlassen.`,
    each: 'Jede für sich',
    restorable: (organization, date) => `${organization}: wiederherstellbar bis ${date}.`,
    afterwards:
      'Wer dort administriert, kann Sie bis zum jeweiligen Tag zurückholen. Danach brauchen Sie eine neue Einladung.',
    afterwardsOpen:
      'Wer bei einer Organisation administriert, die nicht geschlossen ist, kann Sie bis zum jeweiligen Tag zurückholen. Danach brauchen Sie eine neue Einladung.',
    undo: (until) =>
      `Falls Sie aus Versehen gehen, können Sie jedes bis ${until} selbst rückgängig machen.`,
    undoSome: (count, until) =>
      plural(count, {
        one: `Eines davon können Sie bis ${until} selbst rückgängig machen; „Jede für sich“ sagt, welches.`,
        other: `# davon können Sie bis ${until} selbst rückgängig machen; „Jede für sich“ sagt, welche.`,
      }),
    undoable: (date) => `Bis ${date} können Sie es selbst rückgängig machen.`,
    unowned: 'Das hätte danach niemand mehr',
    unownedText:
      'Sie können für jede dieser Organisationen eine Nachfolge benennen und sie im selben Schritt verlassen. Gehen Sie ohne, gehört es niemandem, bis die Administration es regelt.',
    blocked: 'Diese können Sie gerade nicht verlassen',
    ask: (count) =>
      plural(count, {
        one: 'Stattdessen bitten, dass man mich dort entfernt',
        other: 'Stattdessen bei diesen # bitten, dass man mich entfernt',
      }),
    left: (count) =>
      plural(count, {
        one: 'Sie haben eine Organisation verlassen.',
        other: 'Sie haben # Organisationen verlassen.',
      }),
    receipt: 'Ein Beleg für alle',
    leftNone: 'Sie haben keine davon verlassen.',
    notLeft: (organization) => `${organization} haben Sie nicht verlassen.`,
  },
  apps: {
    none: (search) => `Keine Organisation, die Ihnen offensteht, passt zu „${search}“.`,
    all: 'Alle meine Organisationen',
  },
}

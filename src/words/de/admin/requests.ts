/** The queue of requests, and what becomes of those that nobody answers; in German. */
import type { AskingWords } from '../../en/admin/requests.ts'
import { pluralOf } from '../../speech.ts'

const plural = pluralOf('de')

export const asking: AskingWords = {
  search: 'Nach Namen suchen',
  show: 'Anzeigen',
  views: { open: 'Offene', held: 'Angehaltene', answered: 'Nicht mehr offene', all: 'Alle' },
  anyKind: 'Alles',
  due: 'Fällig am',
  anyDay: 'An jedem Tag',
  oneRequest: 'Sie sehen eine Anfrage allein. Die anderen sehen Sie, wenn Sie die Filter löschen.',
  dueToday: 'Heute',
  dueWithin: (days) => plural(days, { one: 'In # Tag', other: 'In den nächsten # Tagen' }),
  thenRemoved: 'dann von selbst gelöscht',
  thenEnds: 'dann endet sie',
  onHold: 'Angehalten',
  tools: 'Die angekreuzten Anfragen beantworten',
  tickSome: 'Kreuzen Sie zuerst Anfragen an.',
  notForAll: 'Nicht jede angekreuzte Anfrage lässt sich so beantworten.',
  answerTicked: {
    enable: 'Freigeben, wer in den angekreuzten Anfragen gefragt hat',
    delete: 'Löschen, wer in den angekreuzten Anfragen gefragt hat',
    restore: 'Wiederherstellen, wer in den angekreuzten Anfragen gefragt hat',
    decline: 'Die angekreuzten Anfragen ablehnen',
    hold: 'Die angekreuzten Anfragen anhalten',
    release: 'Anhalten beenden: angekreuzte Anfragen',
  },
  manyTitles: {
    enable: (count) => plural(count, { one: '# Konto freigeben?', other: '# Konten freigeben?' }),
    delete: (count) => plural(count, { one: '# Konto löschen?', other: '# Konten löschen?' }),
    restore: (count) =>
      plural(count, { one: '# Konto wiederherstellen?', other: '# Konten wiederherstellen?' }),
    decline: (count) =>
      plural(count, { one: '# Anfrage ablehnen?', other: '# Anfragen ablehnen?' }),
    hold: (count) => plural(count, { one: '# Anfrage anhalten?', other: '# Anfragen anhalten?' }),
    release: (count) =>
      plural(count, {
        one: 'Das Anhalten von # Anfrage beenden?',
        other: 'Das Anhalten von # Anfragen beenden?',
      }),
  },
  manyDone: (count) =>
    plural(count, { one: '# Anfrage ist beantwortet.', other: '# Anfragen sind beantwortet.' }),
  manyPartly: (done, failed) =>
    `${plural(done, { one: '# Anfrage ist beantwortet', other: '# Anfragen sind beantwortet' })}, ${plural(
      failed,
      { one: '# ist es nicht:', other: '# sind es nicht:' },
    )}`,
  settings: 'Wenn niemand antwortet',
  days: 'Tage für die Antwort auf eine Bitte um Entfernung',
  daysHint: (lastDays) =>
    `Anfragen, die schon offen sind, behalten ihren Tag. Die Administration wird nach der Hälfte und ${plural(lastDays, { one: 'einen Tag', other: '# Tage' })} vorher erinnert.`,
  removes: 'Löschen, wer um Entfernung gebeten und nicht rechtzeitig Antwort bekommen hat',
  removesHint:
    'Sie lassen sich wie immer wiederherstellen. Wer bleiben muss, braucht ein Anhalten der Anfrage, mit einem Grund. Schalten Sie dies aus, erfährt es per E-Mail, wer eine offene Anfrage hat.',
  keptReason: 'Warum niemand von selbst entfernt wird',
  keptReasonHint: 'Das liest, wer um Entfernung bittet.',
  saved: 'Die Einstellungen sind gespeichert.',
}

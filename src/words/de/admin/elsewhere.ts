/** Wo Leute anderswo Gäste sind, wie es ihre Heimat sieht; auf Deutsch. */
import type { ElsewhereWords } from '../../en/admin/elsewhere.ts'

export const elsewhere: ElsewhereWords = {
  title: 'Gäste anderswo',
  intro:
    'Wo Leute, deren Heimat hier ist, Gäste sind. Hier steht nur, was die andere Organisation mitteilt und wozu die Person zugestimmt hat; es kann mehr geben.',
  agreement: 'Was über Gäste mitgeteilt wird',
  names: 'Heimatorganisationen mitteilen, wer hier Gast ist, wenn der Gast zustimmt',
  namesHint:
    'Gäste können dann im Portal zustimmen. Ihre Heimat sieht, dass sie hier Gast sind, und liest in ihrem Protokoll, wenn sie gehen, entfernt, wiederhergestellt, gesperrt oder freigegeben werden.',
  named: 'Die Heimat von Gästen, die zustimmen, sieht sie nun.',
  notNamed: 'Die Heimat von Gästen sieht nichts mehr.',
  tells: 'Anderen Organisationen mitteilen, wessen Konto hier gesperrt ist',
  tellsHint:
    'Nur Organisationen, die uns mitteilen, dass jemand dort Gast ist, sehen, seit wann dieses Konto hier gesperrt oder gelöscht ist, und lesen es in ihrem Protokoll; und nur von Leuten, die zugestimmt haben.',
  told: 'Organisationen, die uns unsere Leute nennen, sehen, wessen Konto gesperrt ist.',
  notTold: 'Keine Organisation sieht mehr, wessen Konto gesperrt ist.',
  person: 'Person',
  organization: 'Organisation',
  state: 'Dort',
  enabled: 'Freigegeben',
  disabled: 'Gesperrt',
  since: 'Dort seit',
  agreed: 'Zugestimmt am',
  empty: 'Niemand wird gezeigt',
  emptyHint:
    'Hier steht jemand, sobald eine Organisation ihre Gäste deren Heimat nennt und die Person dem im Portal zugestimmt hat.',
}

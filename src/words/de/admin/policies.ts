/** What ends guests by themselves: what comes for one, and the policies; in German. */
import type { PoliciesWords } from '../../en/admin/policies.ts'

export const policies: PoliciesWords = {
  next: {
    title: 'Was es als Nächstes beendet',
    nothing: 'Nichts beendet dieses Konto von selbst.',
    disabledByPolicy:
      'Eine Richtlinie hat dieses Konto deaktiviert. Der Gast kann trotzdem gehen; wird es aktiviert, beginnen die Fristen neu.',
    by: (policy: string) => `Die Richtlinie, die über diesen Gast entscheidet: ${policy}.`,
    steps: {
      told: 'Gast und verantwortliche Personen erfahren es',
      disabled: 'Deaktiviert',
      deleted: 'Gelöscht; wiederherstellbar bis zum nächsten hier genannten Tag',
      purged: 'Endgültig gelöscht',
    },
    why: {
      endDate: 'Das Enddatum ist da.',
      inactivity: 'Zu lange nicht benutzt.',
      sponsor: 'Niemand ist für den Gast verantwortlich.',
      attestation: 'Zu lange hat niemand bestätigt, dass der Gast gebraucht wird.',
      redemption: 'Die Einladung wird nicht angenommen.',
      homeGone: 'Das Konto zu Hause wurde endgültig gelöscht.',
      neverAccepted: 'Die Einladung ist abgelaufen, und niemand ist je gekommen.',
    },
  },
}

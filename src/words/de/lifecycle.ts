/** What mails say before an account of a guest ends by itself, in German. */
import type { ComingWords, LifecycleWords } from '../en/lifecycle.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('de')

export const lifecycle: LifecycleWords = {
  guest: {
    subject: {
      delete: ({ organization }) => `Ihr Konto bei ${organization} endet bald`,
      disable: ({ organization }) => `Ihr Konto bei ${organization} wird bald gesperrt`,
      done: ({ organization }) => `Ihr Konto bei ${organization} ist gesperrt`,
    },
    why: {
      endDate: ({ organization }) =>
        `Für Ihr Konto bei ${organization} ist ein Enddatum festgelegt.`,
      inactivity: ({ organization }) =>
        `Sie haben ${organization} lange nicht benutzt, und wer als Gast keinen Zugang mehr braucht, verliert ihn dort.`,
      sponsor: ({ organization }) =>
        `Bei ${organization} ist niemand mehr für Sie verantwortlich, und jeder Gast braucht dort jemanden.`,
      attestation: ({ organization }) =>
        `Seit langem hat niemand bestätigt, dass Sie Ihr Konto bei ${organization} noch brauchen.`,
      redemption: ({ organization }) =>
        `Sie haben die Einladung von ${organization} noch nicht angenommen.`,
    },
    delete: ({ organization, time }) =>
      `Am ${time} wird Ihr Konto bei ${organization} entfernt. Eine Zeit lang kann die Administration dort es danach wiederherstellen.`,
    disable: ({ organization, time }) =>
      `Am ${time} wird Ihr Konto bei ${organization} gesperrt: Sie können es dann nicht benutzen; gelöscht wird noch nichts.`,
    done: ({ organization }) =>
      `Ihr Konto bei ${organization} ist jetzt gesperrt. Die Administration dort kann es wieder freigeben, und Sie können es auf der Seite „Organisationen“ weiterhin verlassen.`,
    doneHere: ({ organization }) =>
      `Ihr Konto bei ${organization} ist gesperrt. Die Administration dort kann es wieder freigeben, und Sie können die Organisation weiterhin verlassen.`,
    later: ({ time }) => `Wird es nicht wieder freigegeben, wird es am ${time} entfernt.`,
    attest: ({ organization }) =>
      `Brauchen Sie es noch, bestätigen Sie es selbst: Das ist ein Schritt, und ${organization} zählt von da an. Sie können dort auch gehen.`,
    stay: {
      endDate: ({ organization }) =>
        `Brauchen Sie es länger, bitten Sie die Person, die bei ${organization} für Sie verantwortlich ist, oder die Administration dort um ein späteres Datum.`,
      inactivity: ({ organization }) =>
        `Brauchen Sie es noch, melden Sie sich vorher bei ${organization} an; mehr ist nicht nötig.`,
      sponsor: ({ organization }) =>
        `Brauchen Sie es noch, bitten Sie jemanden bei ${organization}, für Sie verantwortlich zu sein.`,
      attestation: ({ organization }) =>
        `Brauchen Sie es noch, bitten Sie die Person, die bei ${organization} für Sie verantwortlich ist, oder die Administration dort, es zu bestätigen.`,
      redemption: () => 'Möchten Sie es haben, nehmen Sie die Einladung vorher an.',
    },
  },
  sponsor: {
    subject: {
      delete: ({ organization, guest }) => `Das Konto von ${guest} bei ${organization} endet bald`,
      disable: ({ organization, guest }) =>
        `Das Konto von ${guest} bei ${organization} wird bald gesperrt`,
      done: ({ organization, guest }) => `Das Konto von ${guest} bei ${organization} ist gesperrt`,
      removed: ({ organization, guest }) =>
        `Das Konto von ${guest} bei ${organization} ist beendet`,
    },
    you: ({ organization, guest }) =>
      `Sie erhalten diese Mail, weil Sie bei ${organization} für ${guest} verantwortlich sind.`,
    why: {
      endDate: ({ guest }) => `Für das Konto von ${guest} ist ein Enddatum festgelegt.`,
      inactivity: ({ organization, guest }) => `${guest} hat ${organization} lange nicht benutzt.`,
      sponsor: ({ organization, guest }) =>
        `Bei ${organization} war niemand mehr für ${guest} verantwortlich.`,
      attestation: ({ organization, guest }) =>
        `Seit langem hat niemand bestätigt, dass ${guest} das Konto bei ${organization} noch braucht.`,
      redemption: ({ organization, guest }) =>
        `${guest} hat die Einladung von ${organization} noch nicht angenommen.`,
    },
    delete: ({ guest, time }) =>
      `Am ${time} wird das Konto von ${guest} entfernt. Eine Zeit lang kann die Administration es danach wiederherstellen.`,
    disable: ({ guest, time }) =>
      `Am ${time} wird das Konto von ${guest} gesperrt; gelöscht wird noch nichts.`,
    done: ({ guest }) => `Das Konto von ${guest} ist jetzt gesperrt.`,
    removed: ({ guest }) =>
      `Das Konto von ${guest} ist jetzt entfernt. Eine Zeit lang kann die Administration es wiederherstellen.`,
    later: ({ time }) => `Wird es nicht wieder freigegeben, wird es am ${time} entfernt.`,
    stay: {
      endDate: ({ guest }) =>
        `Braucht ${guest} es länger, wählen Sie auf der Seite „Gäste, für die ich verantwortlich bin“ ein späteres Datum.`,
      inactivity: ({ organization, guest }) =>
        `Braucht ${guest} es noch, genügt eine Anmeldung bei ${organization} vor diesem Tag.`,
      sponsor: ({ organization, guest }) =>
        `Braucht ${guest} es noch, muss bei ${organization} jemand für ${guest} verantwortlich sein.`,
      attestation: ({ guest }) =>
        `Braucht ${guest} es noch, bestätigen Sie es auf der Seite „Gäste, für die ich verantwortlich bin“. Wenn nicht, brauchen Sie nichts zu tun.`,
      redemption: ({ guest }) =>
        `Soll ${guest} noch kommen, muss die Einladung vorher angenommen werden.`,
    },
  },
  links: {
    signIn: ({ organization }) => `Bei ${organization} anmelden`,
    own: 'Sagen, dass ich es noch brauche',
    guests: 'Gäste ansehen, für die ich verantwortlich bin',
    review: 'Ansehen und verlassen, was ich nicht brauche',
  },
  passedOn: {
    subject: ({ organization }) => `Sie sind bei ${organization} für einen Gast verantwortlich`,
    lead: ({ organization, guest }) =>
      `Jemand aus dem Kollegium hat Sie benannt: Von jetzt an sind Sie bei ${organization} für ${guest} verantwortlich. Sie werden gefragt, ob das Konto noch gebraucht wird; Rechte erhalten Sie dadurch nicht.`,
  },
  review: {
    subject: (count) =>
      plural(count, {
        one: 'Sie sind in einer Organisation: Brauchen Sie sie noch?',
        other: 'Sie sind in # Organisationen: Brauchen Sie noch alle?',
      }),
    why: 'Sie erhalten diese Mail einmal im Jahr, weil Sie in vielen Organisationen sind und nicht alle benutzen. Auf derselben Seite können Sie sagen, dass Sie keine solche Mail möchten.',
  },
}

export const coming: ComingWords = {
  reason: {
    endDate: 'Es gibt ein Enddatum',
    inactivity: 'Zu lange nicht benutzt',
    sponsor: 'Niemand ist für den Gast verantwortlich',
    attestation: 'Der Bedarf ist nicht bestätigt',
    redemption: 'Die Einladung ist nicht angenommen',
    homeGone: 'Das Konto in der Heimatorganisation gibt es nicht mehr',
    neverAccepted: 'Die Einladung ist nicht angenommen',
  },
  condition: {
    inactivity: 'Nur wenn es bis dahin nicht benutzt wird',
    attestation: 'Nur wenn bis dahin niemand den Bedarf bestätigt',
    redemption: 'Nur wenn die Einladung bis dahin nicht angenommen wird',
  },
  ifKept: {
    nothing: 'Dann beendet nichts das Konto von selbst.',
    deleted: (date) => `Wenn sonst nichts geschieht, endet das Konto dann am ${date}.`,
    disabled: (date) => `Wenn sonst nichts geschieht, wird das Konto dann am ${date} gesperrt.`,
  },
  notStopped: {
    deleted: (date) => `Das allein hält das Ende nicht auf: Das Konto endet trotzdem am ${date}.`,
    disabled: (date) =>
      `Das allein hält es nicht auf: Das Konto wird trotzdem am ${date} gesperrt.`,
    beside: 'Behalten allein hält das nicht auf.',
  },
  sendAgain: 'Einladung erneut senden',
  stops: {
    endDate: 'Das verschiebt nur ein späteres Enddatum.',
    inactivity: 'Der Gast muss sich bis dahin dort anmelden.',
    sponsor: 'Bis dahin muss jemand für den Gast verantwortlich sein.',
    attestation: 'Der Bedarf muss bis dahin erneut bestätigt werden.',
    redemption: 'Der Gast muss die Einladung bis dahin annehmen.',
    homeGone: 'Die Administration muss den Gast bis dahin eine Einladung neu einlösen lassen.',
    neverAccepted:
      'Der Gast muss die Einladung annehmen; eine abgelaufene muss zuerst erneut gesendet werden.',
  },
  youStop: {
    endDate: 'Das verschiebt nur ein späteres Enddatum.',
    inactivity: 'Melden Sie sich bis dahin dort an.',
    sponsor: 'Bitten Sie dort jemanden, für Sie verantwortlich zu sein.',
    attestation: 'Bestätigen Sie es bis dahin erneut.',
    redemption: 'Nehmen Sie die Einladung bis dahin an.',
    homeGone: 'Bitten Sie die Administration dort, Sie eine Einladung neu einlösen zu lassen.',
    neverAccepted:
      'Nehmen Sie die Einladung an; eine abgelaufene muss zuerst erneut gesendet werden.',
  },
}

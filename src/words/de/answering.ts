/**
 * What people read when they say that an account is still needed, their own or of a guest for whom
 * they answer, and when they look back at where they are; in German.
 */
import { coming } from './lifecycle.ts'
import type { AnsweringWords } from '../en/answering.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('de')

export const answering: AnsweringWords = {
  coming,
  facts: {
    attested: 'Zuletzt bestätigt',
    never: 'noch nicht',
    endDate: 'Enddatum',
    why: 'Warum',
    removedOn: 'Entfernt am',
  },
  own: {
    title: (organization) => `Brauchen Sie Ihr Konto bei ${organization} noch?`,
    text: (organization) =>
      `Wenn Sie es bestätigen, weiß ${organization}, dass Sie es noch brauchen.`,
    until: (organization, date) =>
      `Wenn sonst nichts geschieht, bleibt Ihr Konto bei ${organization} bis zum ${date} bestehen.`,
    over: (organization, date) =>
      `Ihr Enddatum bei ${organization}, der ${date}, ist erreicht: Ihr Konto wird als Nächstes entfernt. Nur die Administration dort kann das Datum noch verschieben.`,
    open: (organization) => `Nichts beendet Ihr Konto bei ${organization} von selbst.`,
    endDate:
      'Ein Enddatum verschiebt, wer für Sie verantwortlich ist, oder die Administration; das Bestätigen verschiebt es nicht.',
    confirm: 'Ich brauche es noch',
    link: 'Wird es noch gebraucht?',
    done: (organization) =>
      `Sie haben bestätigt, dass Sie Ihr Konto bei ${organization} noch brauchen.`,
    leave: (organization) => `Stattdessen ${organization} verlassen`,
    reason: {
      notAGuest: (organization) =>
        `Bei ${organization} ist nichts zu bestätigen: Das wird nur Gäste gefragt, und Sie sind dort keiner.`,
      notAccepted: (organization) =>
        `Sie haben die Einladung von ${organization} noch nicht angenommen. Nehmen Sie sie zuerst an; dann lässt sich Ihr Konto dort bestätigen.`,
      disabled: (organization) =>
        `Ihr Konto bei ${organization} ist gesperrt, daher können Sie es nicht bestätigen. Bitten Sie die Person, die dort für Sie verantwortlich ist, oder die Administration.`,
      over: (organization) =>
        `Ihr Enddatum bei ${organization} ist erreicht, eine Bestätigung würde daher nichts ändern: Nur die Administration dort kann es noch verschieben.`,
      notAllowed: (organization) =>
        `${organization} überlässt das nicht den Gästen. Bitten Sie die Person, die dort für Sie verantwortlich ist, oder die Administration, zu bestätigen, dass Sie Ihr Konto noch brauchen.`,
      organizationClosed: (organization) =>
        `${organization} ist geschlossen, daher gibt es nichts zu bestätigen.`,
    },
  },
  refused: {
    notFound:
      'Sie sind dort für keinen Gast mit dieser ID verantwortlich. Vielleicht ist es inzwischen jemand anderes, oder der Gast ist nicht mehr da.',
    guestDisabled:
      'Die Administration hat diesen Gast gesperrt, daher entscheidet nur sie, was aus ihm wird.',
    throughGroup:
      'Für diesen Gast ist eine Gruppe verantwortlich, die Ihnen gehört, nicht Sie selbst. Die Administration kann ändern, wer verantwortlich ist.',
    noEndDate: 'Dieser Gast hat kein Enddatum, daher gibt es nichts zu verlängern.',
    over: 'Das Enddatum dieses Gastes ist erreicht, daher kann nur noch die Administration es verschieben.',
    notLater: 'Das neue Enddatum muss später sein als das jetzige.',
    tooFar: 'Das Enddatum lässt sich höchstens um ein Jahr ab heute verschieben.',
    answered:
      'Dieser Gast lässt sich nicht übernehmen: Inzwischen ist jemand verantwortlich, oder der Gast ist nicht mehr da.',
  },
  guests: {
    title: 'Gäste, für die ich verantwortlich bin',
    intro:
      'Die Organisationen möchten wissen, ob diese Gäste noch gebraucht werden. Behalten Sie, wen Sie brauchen, und übergeben Sie, wen andere besser kennen; für die übrigen brauchen Sie nichts zu tun. Was wen beendet und was es aufhielte, steht jeweils dabei.',
    mine: 'Ich bin verantwortlich',
    nobodys: 'Niemand ist verantwortlich',
    nobodyIntro:
      'Gäste von Organisationen, deren Mitglieder Sie sehen, für die jetzt niemand verantwortlich ist: Wer es war, ist gegangen oder gesperrt, oder es war nie jemand genannt. Sie können sie übernehmen.',
    emptyTitle: 'Sie sind für keinen Gast verantwortlich',
    emptyHint:
      'Wer einen Gast einlädt, ist zuerst für ihn verantwortlich; auch die Administration oder jemand aus dem Kollegium kann Sie benennen.',
    nobodyEmptyTitle: 'Für jeden Gast, den Sie sehen, ist jemand verantwortlich',
    nobodyEmptyHint:
      'Geht, wer für einen Gast verantwortlich ist, oder wird gesperrt, so steht der Gast hier.',
    states: { active: 'Aktiv', invited: 'Eingeladen', disabled: 'Gesperrt' },
    since: (date) => `Gast seit ${date}`,
    throughGroup: 'Für diesen Gast ist eine Gruppe verantwortlich, die Ihnen gehört.',
    until: (date) => `Wenn nichts geschieht, endet das Konto am ${date}.`,
    over: (date) =>
      `Das Enddatum, der ${date}, ist erreicht: Das Konto wird als Nächstes entfernt. Nur die Administration kann das Datum noch verschieben.`,
    disabledUntil: (date) => `Wenn nichts geschieht, wird das Konto am ${date} gesperrt.`,
    open: 'Nichts beendet dieses Konto von selbst.',
    keep: 'Behalten',
    passOn: 'Übergeben',
    giveUp: 'Nicht mehr verantwortlich',
    takeOver: 'Übernehmen',
    keepTitle: (guest) => `${guest} behalten?`,
    keepText: (guest, organization) =>
      `Sie bestätigen, dass ${guest} das Konto bei ${organization} noch braucht. Das wird dort in das Audit-Protokoll geschrieben.`,
    keepDisabled:
      'Eine Regel hat dieses Konto gesperrt. Nur die Administration gibt es wieder frei.',
    prolong: 'Enddatum',
    prolongStay: (date) => `beim ${date} lassen`,
    kept: (guest) => `Es ist vermerkt, dass ${guest} noch gebraucht wird.`,
    giveUpTitle: (guest) => `Nicht mehr für ${guest} verantwortlich sein?`,
    giveUpText: (guest, organization) =>
      `${guest} bleibt wie bisher bei ${organization}, aber Sie werden nicht mehr gefragt. Ist sonst niemand für ${guest} verantwortlich, sieht das die Administration.`,
    givenUp: (guest) => `Sie sind nicht mehr für ${guest} verantwortlich.`,
    passOnTitle: (guest) => `${guest} übergeben?`,
    passOnText: (guest, organization) =>
      `Wählen Sie, wer bei ${organization} an Ihrer Stelle für ${guest} verantwortlich ist. Die Person erfährt es per Mail.`,
    passedOn: (guest) => `Für ${guest} ist jetzt jemand anderes verantwortlich.`,
    takeOverTitle: (guest) => `${guest} übernehmen?`,
    takeOverText: (guest, organization) =>
      `Von jetzt an sind Sie bei ${organization} für ${guest} verantwortlich: Sie werden gefragt, ob das Konto noch gebraucht wird. Rechte erhalten Sie dadurch nicht.`,
    takenOver: (guest) => `Sie sind jetzt für ${guest} verantwortlich.`,
  },
  review: {
    title: 'Rückblick',
    summary: (organizations) =>
      plural(organizations, {
        one: 'Sie sind neben Ihrer Heimatorganisation in einer Organisation.',
        other: 'Sie sind neben Ihrer Heimatorganisation in # Organisationen.',
      }),
    unused: (count, days) =>
      plural(count, {
        one: `Bei einer davon ist seit ${days} Tagen keine Nutzung verzeichnet.`,
        other: `Bei # davon ist seit ${days} Tagen keine Nutzung verzeichnet.`,
      }),
    allUsed: (days) => `Alle davon wurden in den letzten ${days} Tagen benutzt.`,
    hint: 'Am längsten nicht Benutztes zuerst. Wählen Sie aus, was Sie nicht brauchen, und verlassen Sie es mit einer Frage; oder blenden Sie aus, was Sie nur nicht sehen möchten.',
    mailOn: 'Einmal im Jahr sagt Ihnen das eine Mail.',
    mailOff: 'Keine Mail sagt Ihnen das einmal im Jahr.',
    stopMails: 'Keine solche Mail mehr',
    wantMails: 'Einmal im Jahr Bescheid geben',
    stopped: 'Sie erhalten keine solche Mail mehr.',
    wanted: 'Sie erhalten einmal im Jahr eine Mail.',
  },
}

/** What mails say about somebody's standing in an organization, in German. */
import type { StandingWords } from '../en/standing.ts'

export const standing: StandingWords = {
  leavingLater: {
    alone: 'Als Gast können Sie jederzeit selbst wieder gehen.',
    asking: ({ organization }) =>
      `Bei ${organization} können Gäste nicht selbst gehen: Wer gehen möchte, bittet die Administration darum, entfernt zu werden.`,
  },

  wayOut: {
    home: ({ organization }) =>
      `Soll Ihr Konto bei ${organization} enden, bitten Sie die Administration dort, es zu löschen.`,
    guestAlone: ({ organization }) =>
      `Wenn Sie nicht mehr Gast bei ${organization} sein möchten, verlassen Sie die Organisation auf der Seite „Organisationen“. Die Administration braucht es dazu nicht.`,
    guestAsking: ({ organization }) =>
      `Bei ${organization} können Gäste nicht selbst gehen. Wenn Sie dort nicht mehr Gast sein möchten, bitten Sie auf der Seite „Organisationen“ darum, entfernt zu werden.`,
    guestDisabled: ({ organization }) =>
      `Solange Ihr Konto bei ${organization} gesperrt ist, können Sie nicht selbst gehen. Wenn Sie dort nicht mehr Gast sein möchten, bitten Sie auf der Seite „Organisationen“ darum, entfernt zu werden.`,
    eitherAlone: ({ organization }) =>
      `Ihre Heimatorganisation ist eine andere. Sie können ${organization} daher jederzeit auf der Seite „Organisationen“ verlassen. Die Administration braucht es dazu nicht.`,
    eitherAsking: ({ organization }) =>
      `Bei ${organization} können Personen aus anderen Organisationen nicht selbst gehen. Soll Ihr Konto dort enden, bitten Sie auf der Seite „Organisationen“ darum, entfernt zu werden.`,
  },

  receipt: {
    left: ({ organization }) => `Sie haben ${organization} verlassen`,
    leftLead: ({ organization }) =>
      `Sie haben ${organization} verlassen. Ihr Konto dort ist beendet.`,
    ended: ({ organization }) => `Ihr Konto bei ${organization} ist beendet`,
    endedLead: ({ organization }) => `Ihr Konto bei ${organization} wurde entfernt.`,
    reference: 'Aktenzeichen',
    open: 'Beleg zeigen, und was aus Ihren Daten geworden ist',
    endedAt: 'Beendet',
    restorableUntil: 'Wiederherstellbar bis',
    hold: ({ organization }) =>
      `Muss ${organization} sie wegen einer gesetzlichen Aufbewahrung länger behalten, steht das auf Ihrer Seite „Organisationen“.`,
    undoing: ({ organization, until }) =>
      `Wenn Sie aus Versehen gegangen sind, können Sie es bis ${until} selbst rückgängig machen: auf der Seite Organisationen, in der Zeile von ${organization}.`,
    each: (restorableUntil) => `Wiederherstellbar bis ${restorableUntil}.`,
    eachClosed:
      'Die Organisation ist geschlossen, darum stellt dort jetzt niemand Ihr Konto wieder her.',
    holdMany:
      'Muss eine davon Ihre Daten wegen einer gesetzlichen Aufbewahrung länger behalten, steht das auf Ihrer Seite „Organisationen“.',
    comingBackMany:
      'Bis zum jeweiligen Tag kann die Administration Ihr Konto dort mit seinen Gruppen, Anwendungen und Rollen zurückholen. Bitten Sie auf der Seite „Organisationen“ darum, oder nennen Sie das Aktenzeichen.',
    comingBack: ({ organization, until }) =>
      `Bis ${until} kann die Administration von ${organization} Ihr Konto mit seinen Gruppen, Anwendungen und Rollen zurückholen. Bitten Sie auf der Seite „Organisationen“ darum, oder nennen Sie das Aktenzeichen.`,
    cannotSignIn:
      'Sie waren Gast und können sich nicht anmelden? Mit einem Code an diese Adresse darum bitten',
    comingBackClosed: ({ organization }) =>
      `${organization} ist geschlossen, darum stellt dort jetzt niemand Ihr Konto wieder her. Öffnet die Organisation vorher wieder, kann die Administration es tun; bitten Sie auf der Seite „Organisationen“ darum, oder nennen Sie das Aktenzeichen.`,
  },

  redemptionReset: {
    subject: ({ organization }) =>
      `Sie werden gebeten, die Einladung von ${organization} noch einmal anzunehmen`,
    lead: ({ organization, address }) =>
      `Die Administration von ${organization} hat Ihre Einladung zurückgesetzt. Bis sie wieder angenommen ist, und zwar von der Person, die nachweist, dass ihr ${address} gehört, können Sie sich dort nicht anmelden. Ihre Gruppen, Anwendungen und Rollen bleiben erhalten.`,
    unexpected:
      'Haben Sie das nicht erwartet, oder ist das nicht Ihre Adresse, fragen Sie die Organisation, bevor jemand annimmt.',
  },
  held: {
    subject: ({ organization }) =>
      `${organization} behält Ihre Daten wegen einer gesetzlichen Aufbewahrung`,
    lead: ({ organization }) =>
      `Ihr Konto bei ${organization} ist beendet. Die Administration dort hat dafür eine gesetzliche Aufbewahrung eingetragen: Was davon übrig ist, wird nicht gelöscht, bevor sie endet, auch wenn der Ihnen genannte Tag vorbei ist. Benutzen kann es bis dahin niemand, und eine Kopie bekommen Sie weiterhin auf der Seite „Organisationen“.`,
  },
  holdEnded: {
    subject: ({ organization }) => `${organization} behält Ihre Daten nicht mehr`,
    lead: ({ organization }) =>
      `Ihr Konto bei ${organization} ist beendet, und die Administration dort hat die gesetzliche Aufbewahrung aufgehoben. Es gelten wieder die Ihnen genannten Tage: Ist der Tag vorbei, bis zu dem es wiederhergestellt werden konnte, wird jetzt gelöscht, was davon übrig ist.`,
  },
  disabled: {
    subject: ({ organization }) => `Ihr Konto bei ${organization} ist gesperrt`,
    home: ({ organization }) =>
      `Die Administration von ${organization} hat Ihr Konto dort gesperrt. Bis es wieder freigegeben ist, können Sie sich nicht anmelden, weder dort noch wo Sie Gast sind. Gelöscht ist nichts.`,
    guest: ({ organization }) =>
      `Die Administration von ${organization} hat Ihr Konto dort gesperrt. Bis es wieder freigegeben ist, können Sie ${organization} nicht benutzen. Gelöscht ist nichts, und in Ihren anderen Organisationen bleibt alles, wie es war.`,
    homeNext: ({ organization }) =>
      `Haben Sie das nicht erwartet, fragen Sie die Administration von ${organization}.`,
    homeGuest:
      'Wo Sie Gast sind, können Sie trotzdem darum bitten, entfernt zu werden: mit einem Code an diese Adresse, ohne Anmeldung.',
    askFromHome: 'Mit einem Code an diese Adresse darum bitten, entfernt zu werden',
    ask: 'Sie können sich nicht anmelden? Mit einem Code an diese Adresse darum bitten',
    guestNext:
      'Soll es lieber gelöscht werden, bitten Sie auf der Seite „Organisationen“ darum, entfernt zu werden.',
  },
  enabled: {
    subject: ({ organization }) => `Ihr Konto bei ${organization} ist wieder freigegeben`,
    lead: ({ organization }) =>
      `Die Administration von ${organization} hat Ihr Konto dort wieder freigegeben, mit seinen Gruppen, Anwendungen und Rollen. Ihre früheren Anmeldungen sind beendet; melden Sie sich neu an.`,
  },
  restored: {
    subject: ({ organization }) => `Ihr Konto bei ${organization} ist wieder da`,
    lead: ({ organization }) =>
      `Die Administration von ${organization} hat Ihr Konto dort wiederhergestellt, mit seinen Gruppen, Anwendungen und Rollen.`,
  },
  stillDisabled: {
    byPolicy: ({ organization }) =>
      `Es ist weiterhin gesperrt, durch eine Regel von ${organization}: Sie können es erst benutzen, wenn die Administration dort es freigibt.`,
    bySomebody: ({ organization }) =>
      `Es ist weiterhin gesperrt: Sie können es erst benutzen, wenn die Administration von ${organization} es freigibt.`,
  },
  undone: {
    subject: ({ organization }) => `Ihr Konto bei ${organization} ist wieder da`,
    lead: ({ organization }) =>
      `Sie haben rückgängig gemacht, dass Sie ${organization} verlassen haben. Ihr Konto dort ist wieder da, mit seinen Gruppen, Anwendungen und Rollen.`,
    unexpected:
      'Wenn Sie das nicht waren, melden Sie sich überall ab und ändern Sie, womit Sie sich anmelden.',
  },
  handedOver: {
    subject: ({ organization }) => `Sie übernehmen bei ${organization}`,
    lead: ({ organization, what }) =>
      `Jemand hat ${organization} verlassen und Sie für die Nachfolge benannt. Ab jetzt haben Sie dort: ${what}.`,
    next: ({ organization }) =>
      `Soll es jemand anderes sein, fragen Sie die Administration von ${organization}.`,
  },
  restoredAsks: {
    subject: ({ organization }) => `${organization} hätte Sie gern zurück`,
    lead: ({ organization }) =>
      `Ihr Konto bei ${organization} war beendet. Die Administration dort hat es wiederhergestellt, und nichts davon wird benutzt, bis Sie zustimmen: Nehmen Sie auf der Seite „Organisationen“ an, oder lehnen Sie ab.`,
    nothing: 'Wenn Sie nichts tun, bleibt es dabei, dass Sie nicht dabei sind.',
  },
  roleGiven: {
    subject: ({ organization, role }) => `Sie haben jetzt die Rolle ${role} bei ${organization}`,
    lead: ({ organization, role }) =>
      `Die Administration von ${organization} hat Ihnen die Rolle ${role} gegeben. Was sie erlaubt, können Sie ab jetzt tun.`,
  },
  roleTaken: {
    subject: ({ organization, role }) =>
      `Sie haben die Rolle ${role} bei ${organization} nicht mehr`,
    lead: ({ organization, role }) =>
      `Die Administration von ${organization} hat Ihnen die Rolle ${role} genommen. Ihr Konto dort, seine Gruppen und Anwendungen sind wie zuvor.`,
  },
  sessionsEnded: {
    subject: ({ organization }) => `Sie wurden bei ${organization} abgemeldet`,
    home: ({ organization }) =>
      `Die Administration von ${organization} hat Sie überall abgemeldet, auch dort, wo Sie Gast sind, und beendet, was Anwendungen für Sie erhalten hatten. Melden Sie sich neu an, um weiterzuarbeiten.`,
    guest: ({ organization }) =>
      `Die Administration von ${organization} hat Sie dort abgemeldet und beendet, was ihre Anwendungen für Sie erhalten hatten. Melden Sie sich neu an, um weiterzuarbeiten; Ihre anderen Organisationen sind wie zuvor.`,
    unexpected: ({ organization }) =>
      `Wenn Sie das nicht erwartet haben, fragen Sie die Administration von ${organization}.`,
  },
  waysInEnded: {
    subject: ({ organization }) => `Ihr Zugang zu ${organization} muss neu eingerichtet werden`,
    lead: ({ organization }) =>
      `Sie haben bei ${organization} mehr Rechte bekommen. Womit Sie sich dort anmelden, hatte jemand mit weniger Rechten eingerichtet; es gilt darum nicht mehr, und niemand kommt damit hinein. Die Administration von ${organization} gibt Ihnen einen neuen Zugang.`,
  },
  userTypeChanged: {
    subject: {
      Member: ({ organization }) => `Sie sind jetzt Mitglied von ${organization}`,
      Guest: ({ organization }) => `Sie sind jetzt Gast bei ${organization}`,
    },
    lead: {
      Member: ({ organization }) =>
        `Die Administration von ${organization} hat Sie dort zum Mitglied gemacht. Ihre Gruppen, Anwendungen und Rollen bleiben erhalten, und Sie melden sich an wie bisher.`,
      Guest: ({ organization }) =>
        `Die Administration von ${organization} hat Sie dort zum Gast gemacht. Ihre Gruppen, Anwendungen und Rollen bleiben erhalten, und Sie melden sich an wie bisher.`,
    },
  },
  erased: {
    subject: ({ organization }) => `Ihre Daten bei ${organization} sind gelöscht`,
    lead: ({ organization }) =>
      `Ihr Konto bei ${organization} ist endgültig gelöscht, mit allen Ihren Daten dort. Niemand kann es wiederherstellen.`,
    unanswered: ({ organization, time }) =>
      `Am ${time} hatten Sie ${organization} gebeten, Ihr Konto wiederherzustellen. Niemand dort hat darauf geantwortet, bevor es endgültig gelöscht wurde.`,
    again: ({ organization }) =>
      `${organization} kann Sie wieder einladen; Sie würden dann von vorn beginnen.`,
  },
  requestAnswered: {
    subject: {
      removalDone: ({ organization }) =>
        `${organization} hat auf Ihre Bitte, entfernt zu werden, geantwortet`,
      removalDeclined: ({ organization }) =>
        `${organization} hat Ihre Bitte, entfernt zu werden, abgelehnt`,
      restoreDone: ({ organization }) => `Ihr Konto bei ${organization} ist wieder da`,
      restoreDeclined: ({ organization }) =>
        `${organization} hat Ihre Bitte um Wiederherstellung abgelehnt`,
    },
    enable: ({ organization }) =>
      `Sie haben ${organization} gebeten, entfernt zu werden. Die Administration dort hat stattdessen Ihr Konto freigegeben.`,
    delete: ({ organization }) =>
      `Sie haben ${organization} gebeten, entfernt zu werden, und das ist geschehen. Bis wann sich das rückgängig machen lässt, steht in einer eigenen E-Mail.`,
    restore: ({ organization }) =>
      `Sie haben ${organization} um Wiederherstellung gebeten, und Ihr Konto dort ist wieder da, mit seinen Gruppen, Anwendungen und Rollen.`,
    removalDeclined: ({ organization }) =>
      `Sie haben ${organization} gebeten, entfernt zu werden. Die Administration dort hat das abgelehnt; Ihr Konto bleibt, wie es ist.`,
    restoreDeclined: ({ organization }) =>
      `Sie haben ${organization} um Wiederherstellung gebeten. Die Administration dort hat das abgelehnt; Ihr Konto bleibt beendet.`,
    turnTo: ({ organization }) =>
      `Sie können auf der Seite „Organisationen“ noch einmal bitten oder sich an die Stelle wenden, die bei ${organization} für Ihre Daten verantwortlich ist.`,
  },
}

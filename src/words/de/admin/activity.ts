/** The overview, requests, the audit log and erasures; in German. */
import type { ActivityWords } from '../../en/admin/activity.ts'
import { numberOf, pluralOf } from '../../speech.ts'

const number = numberOf('de')
const plural = pluralOf('de')

export const activity: ActivityWords = {
  counts: 'Die Benutzer auf einen Blick',
  members: 'Mitglieder',
  guests: 'Gäste',
  invited: 'Eingeladen',
  disabled: 'Gesperrt',
  deleted: 'Gelöscht',
  firstHour: {
    title: 'Die erste Stunde',
    hide: 'Diese Liste ausblenden',
    done: 'Erledigt',
    toDo: 'Zu tun',
    mail: 'E-Mail einrichten: Wer diesen Server betreibt, setzt GUESTHOUSE_SMTP_URL.',
    backup:
      'Sicherungen einrichten: Wer diesen Server betreibt, ruft jede Nacht guesthouse backup auf.',
    secondAdministrator:
      'Einen zweiten globalen Administrator ernennen, damit niemand der letzte ist.',
    verifiedDomain: 'Eine Domäne bestätigen.',
    privacyContact: 'Einen Datenschutzkontakt nennen, an den Gäste sich wenden können.',
    invitedGuest: 'Den ersten Gast einladen.',
  },
  needsYou: 'Was Sie braucht',
  needsSomebody: 'Was jemanden braucht',
  needsNothing: 'Im Moment nichts.',
  home: (organization) => `Zu Hause bei ${organization}`,
  noHome: 'Keine Heimatorganisation hier',
  hereSince: 'hier seit',
  openRequests: (count) =>
    plural(count, { one: 'Eine Anfrage ist offen', other: '# Anfragen sind offen' }),
  withoutSponsor: (count) =>
    plural(count, { one: 'Ein Gast hat keinen Sponsor', other: '# Gäste haben keinen Sponsor' }),
  groupsWithoutOwner: (count) =>
    plural(count, {
      one: 'Eine Gruppe hat keinen Besitzer',
      other: '# Gruppen haben keinen Besitzer',
    }),
  applicationsWithoutOwner: (count) =>
    plural(count, {
      one: 'Eine Anwendung hat keinen Besitzer',
      other: '# Anwendungen haben keinen Besitzer',
    }),
  chart: 'Gekommen und gegangen, Monat für Monat',
  joined: 'Gekommen',
  departed: 'Gegangen',
  month: 'Monat',
  chartSummary: (months, joined, departed) =>
    `Gekommen in ${plural(months, { one: 'einem Monat', other: '# Monaten' })}: ${number(joined)}. Gegangen: ${number(departed)}.`,
  chartTable: 'Die Zahlen zeigen',
  requestsIntro:
    'Worum Ihre Organisation gebeten wird: um Entfernung, wenn jemand nicht selbst gehen kann, und um Wiederherstellung.',
  requestTools: 'Welche Anfragen',
  requestsEmpty: 'Keine Anfragen',
  requestsEmptyHint:
    'Ein Gast, der gesperrt ist oder nicht selbst gehen darf, kann um Entfernung bitten; wer gegangen ist, kann um Wiederherstellung bitten.',
  requestsAnswered: 'Keine offenen Anfragen',
  kind: 'Bittet um',
  kinds: { removal: 'Entfernung', restore: 'Wieder\u00adherstellung' },
  userDeleted: 'Gelöscht',
  message: 'Nachricht',
  asked: 'Gefragt',
  state: 'Zustand',
  answerMessage: 'Nachricht an die Person, die fragt (optional)',
  answerReason: 'Grund, wie ihn liest, wer gefragt hat',
  states: {
    open: 'Offen',
    done: 'Erledigt',
    declined: 'Abgelehnt',
    withdrawn: 'Zurückgenommen',
    expired: 'Ohne Antwort beendet',
  },
  answer: 'Antwort',
  answers: {
    enable: 'Freigeben',
    delete: 'Löschen',
    restore: 'Wiederherstellen',
    decline: 'Ablehnen',
    hold: 'Anhalten',
    release: 'Anhalten beenden',
  },
  answerNamed: {
    enable: (name) => `${name} freigeben`,
    delete: (name) => `${name} löschen`,
    restore: (name) => `${name} wiederherstellen`,
    decline: (name) => `Die Anfrage von ${name} ablehnen`,
    hold: (name) => `Die Anfrage von ${name} anhalten`,
    release: (name) => `Anhalten beenden: Anfrage von ${name}`,
  },
  answerTitles: {
    enable: (name) => `${name} freigeben?`,
    delete: (name) => `${name} löschen?`,
    restore: (name) => `${name} wiederherstellen?`,
    decline: (name) => `Die Anfrage von ${name} ablehnen?`,
    hold: (name) => `Die Anfrage von ${name} anhalten?`,
    release: (name) => `Das Anhalten der Anfrage von ${name} beenden?`,
  },
  answerTexts: {
    enable: (count) =>
      plural(count, {
        one: 'Der Benutzer kann sich hier wieder anmelden und selbst gehen. Die Anfrage ist damit erledigt.',
        other:
          'Die Benutzer können sich hier wieder anmelden und selbst gehen. Die Anfragen sind damit erledigt.',
      }),
    delete: (count) =>
      plural(count, {
        one: 'Der Benutzer verliert sofort den Zugang und steht dann unter „Gelöschte Benutzer“, wo er sich eine Zeit lang wiederherstellen lässt. Die Anfrage ist damit erledigt.',
        other:
          'Die Benutzer verlieren sofort den Zugang und stehen dann unter „Gelöschte Benutzer“, wo sie sich eine Zeit lang wiederherstellen lassen. Die Anfragen sind damit erledigt.',
      }),
    restore: (count) =>
      plural(count, {
        one: 'Der Benutzer kommt mit dem zurück, was angekreuzt bleibt. Wovon Sie das Häkchen entfernen, das endet und steht im Audit-Protokoll. Die Anfrage ist damit erledigt.',
        other:
          'Die Benutzer kommen mit dem zurück, was angekreuzt bleibt. Wovon Sie das Häkchen entfernen, das endet und steht im Audit-Protokoll. Die Anfragen sind damit erledigt.',
      }),
    decline: (count) =>
      plural(count, {
        one: 'Für den Benutzer ändert sich nichts. Er liest Ihren Grund und kann noch einmal fragen.',
        other:
          'Für die Benutzer ändert sich nichts. Sie lesen Ihren Grund und können noch einmal fragen.',
      }),
    hold: (count) =>
      plural(count, {
        one: 'Die Frist der Anfrage ruht, bis jemand antwortet oder das Anhalten beendet. Wer gefragt hat, liest Ihren Grund.',
        other:
          'Die Frist der Anfragen ruht, bis jemand antwortet oder das Anhalten beendet. Wer gefragt hat, liest Ihren Grund.',
      }),
    release: (count, leastDays) => {
      const least = plural(leastDays, { one: 'einen Tag', other: '# Tage' })
      return plural(count, {
        one: `Die Anfrage hat so viel Zeit, wie noch übrig war, mindestens aber ${least}.`,
        other: `Jede Anfrage hat so viel Zeit, wie noch übrig war, mindestens aber ${least}.`,
      })
    },
  },
  answered: {
    enable: (name) => `${name} ist freigegeben.`,
    delete: (name) => `${name} ist gelöscht.`,
    restore: (name) => `${name} ist wiederhergestellt.`,
    decline: (name) => `Die Anfrage von ${name} ist abgelehnt.`,
    hold: (name) => `Die Anfrage von ${name} ist angehalten.`,
    release: (name) => `Die Anfrage von ${name} geht weiter.`,
  },
  auditIntro:
    'Wer wann was mit wem getan hat. Nach einer Löschung nennt ein Eintrag die Person nur noch mit ihrer ID.',
  auditTools: 'Das Audit-Protokoll filtern',
  from: 'Von',
  to: 'Bis',
  actor: 'Getan von',
  target: 'Betrifft',
  action: 'Aktion',
  anyAction: 'Jede Aktion',
  clear: 'Filter aufheben',
  exportCsv: 'Als CSV exportieren',
  exporting: 'Wird exportiert …',
  exported: 'Der Export ist fertig.',
  fileName: (day) => `audit-protokoll-${day}.csv`,
  when: 'Wann',
  what: 'Was',
  who: 'Getan von',
  whom: 'Betrifft',
  result: 'Ergebnis',
  success: 'Getan',
  failure: 'Abgelehnt',
  system: 'Das System',
  operator: 'Der Betrieb',
  somethingElse: 'Anfrage',
  auditEmpty: 'Keine Einträge',
  auditEmptyHint:
    'Hier wird jede Änderung an dieser Organisation notiert, und jede Anmeldung bei ihr.',
  oneEntry: 'Sie sehen einen Eintrag allein. Alle sehen Sie, wenn Sie den Filter löschen.',
  auditNothingHint: 'Kein Eintrag passt zum Filter. Lockern Sie ihn, oder heben Sie ihn auf.',
  auditUserEmptyHint: 'Hier wird jede Änderung an diesem Benutzer notiert.',
  toUser: 'Was diesen Benutzer betrifft',
  byUser: 'Was dieser Benutzer getan hat',
  erasuresIntro:
    'Der Nachweis, dass die personenbezogenen Daten eines gelöschten Benutzers gelöscht sind. Eine Zeile nennt niemanden: Nur die ID bleibt.',
  erasuresEmpty: 'Keine Löschungen',
  erasuresEmptyHint:
    'Eine Zeile entsteht, wenn ein Benutzer gelöscht wird. Sie sagt, wann seine Daten endgültig gelöscht werden, und später, dass es geschehen ist.',
  erasureId: 'Objekt-ID',
  cause: 'Anlass',
  causes: {
    administrator: 'Durch die Administration',
    windowEnded: 'Wiederherstellungs\u00ADfrist vorbei',
    operator: 'Durch den Betrieb',
    backupRestored: 'Noch einmal, nach dem Einspielen einer Sicherung',
  },
  deletedAt: 'Gelöscht',
  dueAt: 'Fällig',
  doneAt: 'Endgültig gelöscht',
  status: 'Stand',
  statuses: {
    scheduled: 'Geplant',
    running: 'Läuft',
    done: 'Erledigt',
    onHold: 'Aufbewahrt',
  },
}

/** The portal's page of organizations: belonging, leaving, invitations and requests; in German. */
import type { MembershipWords } from '../en/memberships.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('de')

export const memberships: MembershipWords = {
  organizations: {
    title: 'Organisationen',
    intro: 'Wo Sie dazugehören und wie Sie gehen können.',
    cardHint: (count) =>
      plural(count, {
        one: 'Sie gehören zu einer Organisation.',
        other: 'Sie gehören zu # Organisationen.',
      }),
    home: 'Heimatorganisation',
    homeWhy:
      'Ihr Konto gehört zu dieser Organisation, darum kann man sie von hier aus nicht verlassen.',
    others: 'Andere Organisationen, mit denen Sie zusammenarbeiten',
    filter: 'Organisation suchen',
    matches: (count) =>
      plural(count, { one: 'Eine Organisation passt.', other: '# Organisationen passen.' }),
    loading: 'Ihre Organisationen werden geladen …',
    emptyTitle: 'Keine anderen Organisationen',
    emptyHint: 'Hier erscheint eine Organisation, sobald sie Sie einlädt und Sie annehmen.',
    nothingFound: 'Keine Organisation passt',
    nothingFoundHint: (search) => `„${search}“ steht in keinem Namen und keiner Domain.`,
    notAmongMine:
      'Die Organisation, die der Link nennt, ist nicht unter Ihren. Vielleicht haben Sie sie verlassen, oder sie kennt Sie mit einem anderen Konto.',
    memberSince: 'Mitglied seit',
    guestSince: 'Gast seit',
    joined: 'Beigetreten am',
    invitedSince: 'Eingeladen am',
    states: {
      active: 'Aktiv',
      invited: 'Einladung noch nicht angenommen',
      disabled: 'Gesperrt',
      left: 'Verlassen',
      removed: 'Entfernt',
    },
    invitationEnded: 'Einladung beendet',
    closed: 'Organisation geschlossen',
    closedHint: 'Diese Organisation ist geschlossen. Niemand kann ihre Apps mehr benutzen.',
    closedLeave: 'Diese Organisation ist geschlossen; verlassen können Sie sie weiterhin.',
    openAdmin: 'Admin-Center öffnen',
    privacy: 'Datenschutzerklärung',
    blocked: 'Sie können diese Organisation gerade nicht verlassen',
    write: (email) => `An ${email} schreiben`,
    more: (organization) => `Mehr zu ${organization}`,
    download: 'Meine Daten herunterladen',
    leave: 'Organisation verlassen',
    askRemoval: 'Um Entfernung bitten',
    askRestore: 'Um Wiederherstellung bitten',
    leftOn: 'Verlassen am',
    removedOn: 'Ihr Konto dort wurde entfernt am',
    undoableUntil: 'Rückgängig zu machen bis',
    restorableUntil: 'Wiederherstellbar bis',
    wasRestorableUntil: 'War wiederherstellbar bis',
    erasure: 'Löschung der Daten',
    heldInstead:
      'Ihre Daten dort werden wegen einer Aufbewahrung behalten. Sie werden gelöscht, sobald die Aufbewahrung endet.',
    reference: 'Aktenzeichen',
  },
  leave: {
    title: (organization) => `${organization} verlassen?`,
    confirm: 'Verlassen',
    lead: (organization) => `Ihr Konto bei ${organization} endet sofort und mit ihm:`,
    nothing: (organization) =>
      `Ihr Konto bei ${organization} endet sofort. Gruppen, Apps oder Rollen haben Sie dort nicht.`,
    looking: 'Es wird nachgesehen, was Sie verlieren würden …',
    notShown:
      'Was Sie verlieren würden, lässt sich gerade nicht anzeigen. Verlassen können Sie die Organisation trotzdem.',
    ends: {
      groups: (count) => plural(count, { one: '1 Gruppe', other: '# Gruppen' }),
      applications: (count) => plural(count, { one: '1 App', other: '# Apps' }),
      applicationsThroughGroups: (count) =>
        plural(count, { one: '1 App über eine Gruppe', other: '# Apps über Gruppen' }),
      roles: (count) => plural(count, { one: '1 Verzeichnisrolle', other: '# Verzeichnisrollen' }),
      ownedGroups: (count) =>
        plural(count, { one: '1 Gruppe, die Sie besitzen', other: '# Gruppen, die Sie besitzen' }),
      ownedApplications: (count) =>
        plural(count, { one: '1 App, die Sie besitzen', other: '# Apps, die Sie besitzen' }),
      sponsoredGuests: (count) =>
        plural(count, {
          one: '1 Gast, für den Sie Sponsor sind',
          other: '# Gäste, für die Sie Sponsor sind',
        }),
      directReports: (count) =>
        plural(count, {
          one: '1 Person, die Ihnen unterstellt ist',
          other: '# Personen, die Ihnen unterstellt sind',
        }),
      sponsors: (count) =>
        plural(count, { one: '1 Sponsor von Ihnen', other: '# Sponsoren von Ihnen' }),
      manager: (count) =>
        plural(count, { one: '1 Führungskraft von Ihnen', other: '# Führungskräfte von Ihnen' }),
    },
    onlyOwner: 'sie gehört sonst niemandem und hätte danach keine Besitzer mehr',
    andMore: (count) => plural(count, { one: 'und noch 1', other: 'und noch #' }),
    afterTitle: 'Wenn Sie es sich anders überlegen',
    undo: (until) =>
      `Falls Sie aus Versehen gehen, können Sie es bis ${until} selbst rückgängig machen.`,
    restore: (date) =>
      `Bis zum ${date} kann die Administration Sie zurückholen, mit allem, was hier aufgeführt ist.`,
    restoreClosed: (date, organization) =>
      `${organization} ist geschlossen, darum holt Sie niemand zurück, es sei denn, die Organisation öffnet vor dem ${date} wieder.`,
    again: 'Danach brauchen Sie für die Rückkehr eine neue Einladung.',
    download: 'Zuerst meine Daten herunterladen',
    doneTitle: (organization) => `Sie haben ${organization} verlassen.`,
    doneHint: 'Bewahren Sie das Aktenzeichen auf; bei Fragen zum Weggang nennen Sie es bitte.',
    dismiss: 'Diese Meldung schließen',
  },
  invitation: {
    accept: 'Annehmen',
    decline: 'Ablehnen',
    acceptTitle: (organization) => `Einladung von ${organization} annehmen?`,
    acceptText: (organization) =>
      `${organization} erhält Ihren Namen und Ihre Adresse und erfährt, wann Sie sich dort zuletzt angemeldet haben und was Sie dort tun. Sie können jederzeit selbst wieder gehen.`,
    acceptTextAsking: (organization) =>
      `${organization} erhält Ihren Namen und Ihre Adresse und erfährt, wann Sie sich dort zuletzt angemeldet haben und was Sie dort tun. Bei ${organization} können Gäste nicht selbst gehen: Wer gehen möchte, bittet die Administration darum, entfernt zu werden.`,
    statement: (organization) => `Datenschutzerklärung von ${organization} lesen`,
    noStatement: (organization) => `${organization} hat keine Datenschutzerklärung angegeben.`,
    declineTitle: (organization) => `Einladung von ${organization} ablehnen?`,
    declineText: 'Von Ihnen bleibt dort nichts zurück.',
    forGood: (organization) => `Alle weiteren Einladungen von ${organization} blockieren`,
    remove: 'Aus meiner Liste entfernen',
    removeTitle: (organization) => `${organization} aus Ihrer Liste entfernen?`,
    removeText: (organization) => `Nichts von Ihnen bleibt bei ${organization} zurück.`,
    removed: (organization) => `${organization} ist aus Ihrer Liste entfernt.`,
    homeShut: (organization) =>
      `Ihr Konto in Ihrer Heimatorganisation lässt sich nicht verwenden, darum können Sie die Einladung von ${organization} jetzt nicht annehmen. Ablehnen können Sie sie.`,
    endedHint: (organization) =>
      `Die Einladung ist beendet, und niemand kann sie mehr annehmen. Bitten Sie ${organization} um eine neue.`,
    accepted: (organization) => `Sie sind jetzt Gast bei ${organization}.`,
    declined: (organization) => `Sie haben die Einladung von ${organization} abgelehnt.`,
  },
  request: {
    removalTitle: (organization) => `Bei ${organization} um Entfernung bitten?`,
    removalText: (organization) =>
      `Die Administration von ${organization} sieht Ihre Anfrage. Sie kann Ihr Konto löschen oder es Ihnen möglich machen, selbst zu gehen.`,
    restoreTitle: (organization) => `Bei ${organization} um Wiederherstellung bitten?`,
    restoreText: (organization) =>
      `Die Administration von ${organization} sieht Ihre Anfrage. Stimmt sie zu, ist Ihr Konto mit seinen Gruppen und Apps wieder da.`,
    message: 'Nachricht an die Administration (freiwillig)',
    send: 'Anfrage senden',
    sent: (organization) => `Ihre Anfrage an ${organization} ist gestellt.`,
    state: {
      removal: {
        open: 'Sie haben darum gebeten, entfernt zu werden. Die Administration hat noch nicht geantwortet.',
        done: 'Ihre Bitte, entfernt zu werden, wurde beantwortet: Es kann weitergehen.',
        declined: 'Ihre Bitte, entfernt zu werden, wurde abgelehnt.',
        withdrawn: 'Sie haben Ihre Bitte, entfernt zu werden, zurückgezogen.',
        expired: 'Ihre Bitte, entfernt zu werden, endete ohne Antwort. Sie können erneut bitten.',
      },
      restore: {
        open: 'Sie haben um Wiederherstellung gebeten. Die Administration hat noch nicht geantwortet.',
        done: 'Ihrer Bitte um Wiederherstellung wurde entsprochen.',
        declined: 'Ihre Bitte um Wiederherstellung wurde abgelehnt.',
        withdrawn: 'Sie haben Ihre Bitte um Wiederherstellung zurückgezogen.',
        expired: 'Die Frist, in der Ihr Konto wiederhergestellt werden konnte, ist vorbei.',
      },
    },
    theyWrite: 'Dazu schreibt man Ihnen:',
    asked: 'Angefragt am',
    answered: 'Beantwortet am',
  },
  acts: {
    withdraw: {
      title: (organization) => `Anfrage an ${organization} zurückziehen?`,
      text: (organization) =>
        `Die Administration von ${organization} sieht sie dann nicht mehr. Sie können noch einmal anfragen.`,
      confirm: 'Anfrage zurückziehen',
      done: () => 'Ihre Anfrage ist zurückgezogen.',
    },
    undo: {
      title: (organization) => `Verlassen von ${organization} rückgängig machen?`,
      text: (organization) =>
        `Ihr Konto bei ${organization} kommt zurück, wie es war, mit Gruppen, Apps und Rollen, soweit es sie noch gibt. Die Administration dort sieht, dass Sie wieder da sind.`,
      confirm: 'Verlassen rückgängig machen',
      done: (organization) => `Sie sind wieder bei ${organization}.`,
      doneDisabled: (organization) =>
        `Ihr Konto bei ${organization} ist zurück. Es ist weiterhin gesperrt; Sie können es erst benutzen, wenn die Administration dort es freigibt.`,
    },
    refuse: {
      title: (organization) => `Alle weiteren Einladungen von ${organization} blockieren?`,
      text: (organization) =>
        `${organization} kann Sie dann unter keinem Ihrer Namen mehr einladen, bis Sie das auf dieser Seite aufheben. Haben Sie darum gebeten, Ihr Konto dort wiederherzustellen, und ist das noch unbeantwortet, so wird diese Anfrage zurückgenommen.`,
      confirm: 'Weitere Einladungen blockieren',
      done: (organization) => `${organization} kann Sie nicht mehr einladen.`,
    },
  },
  refusals: {
    title: 'Blockierte Einladungen',
    hint: 'Diese Organisationen können Sie nicht einladen. Heben Sie das auf, wenn sie es wieder dürfen.',
    since: 'blockiert am',
    takeBack: 'Aufheben',
    takeBackNamed: (organization) => `Blockierung von ${organization} aufheben`,
    done: (organization) => `${organization} kann Sie wieder einladen.`,
  },
}

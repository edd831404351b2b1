/** How people and programs sign in to an application, and its secrets; in German. */
import { consent } from '../consent.ts'
import { permissions } from '../permissions.ts'
import type {
  ApplicationPermissionsWords,
  ApplicationSignInWords,
} from '../../en/admin/application-sign-in.ts'
import { pluralOf } from '../../speech.ts'

const plural = pluralOf('de')

export const applicationSignIn: ApplicationSignInWords = {
  tab: 'Anmeldung',
  forDevelopers: 'Was die Anwendung braucht',
  forDevelopersHint:
    'Geben Sie das weiter, wenn jemand anderes die Anwendung einrichtet. Eine Bibliothek für OpenID Connect findet alles Weitere über den Aussteller.',
  clientId: 'Client-ID',
  issuer: 'Aussteller',
  discovery: 'Discovery-Dokument',
  settings: 'Wie man sich anmeldet',
  addresses: {
    web: 'Umleitungsadressen eines Servers',
    spa: 'Umleitungsadressen einer Seite im Browser',
    native: 'Umleitungsadressen eines Programms auf Computer oder Telefon',
  },
  addressesHints: {
    web: 'Wohin es nach der Anmeldung zurückgeht: eine in jeder Zeile, Zeichen für Zeichen genau. Ein Server bewahrt ein Geheimnis und weist sich damit aus.',
    spa: 'Optional. Eine Seite kann kein Geheimnis bewahren; was sie bekommt, gilt höchstens einen Tag.',
    native:
      'Optional. Ein Programm kann kein Geheimnis bewahren. Mit http://localhost darf es an jedem Port warten.',
  },
  pkce: 'Anmeldungen brauchen PKCE',
  pkceHint:
    'Schalten Sie das für einen Server ab, dessen Bibliothek PKCE nicht kennt. Seiten und Programme brauchen es immer.',
  away: 'Sie darf arbeiten, während niemand da ist',
  awayHint: (days) =>
    `Was sie bekommen hat, gilt nach der letzten Verwendung noch ${plural(days, { one: '# Tag', other: '# Tage' })}, auch wenn man sich hier abmeldet. Sonst endet alles mit der Abmeldung.`,
  logoutUrl: 'Was der Browser öffnet, wo sich jemand abmeldet',
  logoutUrlHint:
    'Optional. Es wird in einem verborgenen Rahmen mit iss und sid geöffnet, damit auch die Anwendung ihre Sitzung beendet.',
  backchannel: 'Wer erfährt, dass eine Sitzung endet',
  backchannelHint:
    'Optional. Eine Adresse der Anwendung für Back-Channel Logout: Sie wird aufgerufen, wenn sich jemand abmeldet, geht oder entfernt wird.',
  enabled: 'Freigegeben',
  ofItsHome:
    'Ob sie hier aktiviert ist und wer sich bei ihr anmelden darf, wird hier entschieden. Das Übrige gehört der Organisation, in der die Anwendung registriert ist, und nur sie kann es ändern.',
  enabledHint: 'Ist sie gesperrt, meldet sich niemand bei ihr an, und sie erhält keine Token.',
  assigned: 'Nur wem sie zugewiesen ist, darf sich anmelden',
  assignedHint:
    'Direkt oder durch eine Gruppe. Alle anderen werden an die Administration verwiesen.',
  groups: 'Von welchen Gruppen sie erfährt',
  groupsHint:
    'Über deren IDs, in Token. Eine Anwendung, die selbst nach Gruppen fragt, erfährt in jedem Fall davon.',
  groupChoices: {
    none: 'Von keinen',
    SecurityGroup: 'Von allen, in denen jemand ist',
    ApplicationGroup: 'Von denen, die der Anwendung zugewiesen sind',
  },
  saved: 'Die Einstellungen zur Anmeldung sind gespeichert.',
  secrets: 'Clientgeheimnisse',
  secretsHint:
    'Mit einem Geheimnis weist sich eine Webanwendung aus. Erstellen Sie ein neues, bevor das alte endet, stellen Sie um, und entfernen Sie dann das alte.',
  secretsNone: 'Noch kein Geheimnis',
  secretsNoneHint:
    'Eine Webanwendung braucht eines. Seiten und Programme auf Geräten haben keines.',
  newSecret: 'Neues Geheimnis',
  secretName: 'Wofür es ist',
  secretNameHint:
    'Zum Beispiel der Server, der es verwendet. Daran unterscheiden Sie die Geheimnisse.',
  secretMonths: 'Wie lange es gilt',
  months: (months) => plural(months, { one: '1 Monat', other: '# Monate' }),
  createSecret: 'Geheimnis erstellen',
  secretTitle: 'Das neue Geheimnis',
  secretOnce:
    'Kopieren Sie es jetzt: Es wird nur dieses eine Mal angezeigt und nirgends gespeichert. Wer es hat, kann als diese Anwendung handeln.',
  secretLabel: 'Geheimnis',
  secretStart: 'Beginnt mit',
  secretUntil: 'Gültig bis',
  secretSince: 'Erstellt',
  unnamed: 'Ohne Namen',
  removeSecret: (name) => `Das Geheimnis ${name} entfernen`,
  removeSecretTitle: (name) => `Das Geheimnis „${name}“ entfernen?`,
  removeSecretText:
    'Was es verwendet, kann sich ab der nächsten Anfrage nicht mehr ausweisen. Das lässt sich nicht rückgängig machen.',
  secretRemoved: 'Das Geheimnis ist entfernt.',
}

const { ofEach, ownApplications, createGroups } = consent.admin

export const applicationPermissions: ApplicationPermissionsWords = {
  tab: 'Berechtigungen',
  names: {
    ...permissions,
    ...ofEach,
    'Application.ReadWrite.OwnedBy': ownApplications,
    'Group.Create': createGroups,
  },
  directory: 'Dieses Verzeichnis',
  notHere: (id) => `Hier nicht in Gebrauch (${id})`,
  log: 'Wer wann was erteilt und zurückgenommen hat: Audit-Protokoll',
  permission: 'Berechtigung',
  at: 'Wo',
  kind: 'Wie sie genutzt wird',
  kinds: { Scope: 'Für Personen', Role: 'Von sich aus' },
  state: 'Zustand',
  isGiven: 'Erteilt',
  notGiven: 'Nicht erteilt',
  asked: 'Worum sie bittet',
  askedHint:
    'Was in der Registrierung der Anwendung steht. Nichts davon hat sie, bevor es erteilt ist oder Personen selbst zustimmen.',
  askedNone: 'Sie bittet um nichts weiter',
  askedNoneHint:
    'Personen anzumelden braucht keine Berechtigung. Worum sie bittet, steht in ihrer Registrierung.',
  askedElsewhere:
    'Sie gehört zu einer anderen Organisation, und dort steht, worum sie bittet. Die Administration sieht es, wenn die Anwendung um Zustimmung bittet.',
  ofItself: 'Was sie von sich aus darf',
  ofItselfHint:
    'Ohne dass jemand angemeldet ist, jederzeit. Zurückgenommen, endet es mit der nächsten Anfrage.',
  ofItselfNone: 'Nichts von sich aus',
  ofItselfNoneHint: 'Hier stehen Berechtigungen, die mit „Berechtigung erteilen“ erteilt sind.',
  forPeople: 'Was sie für Personen darf',
  forPeopleHint:
    'Nie mehr, als die Person selbst darf. In diesem Verzeichnis stimmt jede Person bei der nächsten Anmeldung zu; auch wozu Personen selbst zugestimmt haben, steht hier.',
  forPeopleNone: 'Nichts für Personen, außer sie anzumelden',
  forPeopleNoneHint:
    'Hier stehen Berechtigungen, die mit „Berechtigung erteilen“ erteilt sind oder denen Personen zugestimmt haben.',
  forWhom: 'Für wen',
  everybody: 'Alle',
  since: 'Erteilt',
  give: 'Erteilen',
  giveNamed: (permission, kind) => `Erteilen: ${permission}, ${kind}`,
  giveTitle: (permission) => `Die Berechtigung „${permission}“ erteilen?`,
  giveScopeText: (application, resource) =>
    `${application} darf sie für alle in der Organisation nutzen, nie für mehr, als die Person selbst darf. Wo: ${resource}.`,
  giveRoleText: (application, resource) =>
    `${application} darf sie von sich aus nutzen, ohne dass jemand angemeldet ist. Wo: ${resource}. Erteilen Sie das Anwendungen, deren Betrieb Sie vertrauen.`,
  given: (permission) => `Die Berechtigung „${permission}“ ist erteilt.`,
  giveOne: 'Berechtigung erteilen',
  giveHow: 'Wie sie genutzt wird',
  giveHows: {
    everybody: 'Für alle, die sich anmelden',
    person: 'Für eine Person',
    itself: 'Von sich aus, ohne dass jemand angemeldet ist',
  },
  person: 'Person',
  takeBack: 'Zurücknehmen',
  takeNamed: (permission, from) => `Zurücknehmen: ${permission}, ${from}`,
  takeTitle: (permission) => `Die Berechtigung „${permission}“ zurücknehmen?`,
  takeScopeText:
    'Sie endet mit der nächsten Anfrage, was immer in einem Token steht. Sie lässt sich wieder erteilen.',
  takeRoleText: 'Was die Anwendung damit von sich aus tut, scheitert ab der nächsten Anfrage.',
  taken: (permission) => `Die Berechtigung „${permission}“ ist zurückgenommen.`,
}

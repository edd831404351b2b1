/** Deleted users: restoring, holding, deleting permanently; in German. */
import type { DeletedWords } from '../../en/admin/deleted.ts'
import { numberOf, pluralOf } from '../../speech.ts'

const number = numberOf('de')
const plural = pluralOf('de')

export const deleted: DeletedWords = {
  title: 'Gelöschte Benutzer',
  intro:
    'Wer gegangen ist oder gelöscht wurde, bleibt bis zur endgültigen Löschung hier und lässt sich mit Gruppen, Anwendungen und Rollen wiederherstellen.',
  tools: 'Was mit den angekreuzten Benutzern getan werden kann',
  search: 'Gelöschte Benutzer suchen',
  empty: 'Keine gelöschten Benutzer',
  emptyHint:
    'Ein Gast, der geht, und ein Benutzer, den die Administration löscht, steht hier bis zum Ende der Wiederherstellungsfrist.',
  deletedAt: 'Gelöscht am',
  permanentAt: 'Endgültige Löschung am',
  daysLeft: 'Verbleibende Tage',
  days: (days) =>
    days <= 0 ? 'Weniger als ein Tag' : plural(days, { one: 'Ein Tag', other: '# Tage' }),
  deletedBy: 'Gelöscht von',
  by: {
    self: 'Selbst gegangen',
    operator: 'Vom Betrieb',
    system: 'Vom System',
    policy: 'Durch eine Richtlinie',
  },
  bySomebody: 'Von der Administration',
  onHold: 'Aufbewahrt',
  restore: 'Benutzer wiederherstellen',
  restoreTitle: (name) => `${name} wiederherstellen`,
  restoreNow: 'Wiederherstellen',
  purge: 'Endgültig löschen',
  hold: 'Aufbewahrung anordnen',
  endHold: 'Aufbewahrung beenden',
  tickOne: 'Kreuzen Sie zuerst einen Benutzer an.',
  tickExactlyOne: 'Kreuzen Sie nur einen Benutzer an: Benutzer werden einzeln wiederhergestellt.',
  tickSome: 'Kreuzen Sie zuerst einen oder mehrere Benutzer an.',
  tickHeld: 'Kreuzen Sie einen Benutzer an, für den eine Aufbewahrung besteht.',
  tickNotHeld: 'Kreuzen Sie einen Benutzer an, für den keine Aufbewahrung besteht.',
  purgeTitle: (count) =>
    plural(count, {
      one: 'Diesen Benutzer endgültig löschen?',
      other: '# Benutzer endgültig löschen?',
    }),
  purgeText:
    'Das lässt sich nicht rückgängig machen. Danach kann niemand sie wiederherstellen, und alle ihre personenbezogenen Daten in dieser Organisation werden gelöscht.',
  purgeList: 'Endgültig gelöscht werden:',
  purged: (count) =>
    plural(count, {
      one: 'Ein Benutzer ist endgültig gelöscht.',
      other: '# Benutzer sind endgültig gelöscht.',
    }),
  purgePartly: (done, failed) =>
    `Endgültig gelöscht: ${number(done)}. Nicht gelöscht: ${number(failed)}, aus diesen Gründen:`,
  previewing: 'Es wird nachgesehen, was wiederkommt …',
  comesBack: 'Was wiederkommt',
  nothingComesBack:
    'Der Benutzer kommt ohne Gruppen, Anwendungen, Rollen und andere Verbindungen wieder, weil es keine gab.',
  cannotComeBack: 'Was nicht wiederkommen kann, und warum',
  kinds: {
    group: 'Gruppe',
    ownedGroup: 'Besitz der Gruppe',
    application: 'Anwendung',
    ownedApplication: 'Besitz der Anwendung',
    role: 'Verzeichnisrolle',
    sponsor: 'Sponsor',
    sponsorOf: 'Sponsor von',
    manager: 'Führungskraft',
    directReport: 'Führungskraft von',
  },
  lost: {
    groupDeleted: (name) => `Die Gruppe ${name} wurde inzwischen gelöscht.`,
    applicationDeleted: (name) => `Die Anwendung ${name} wurde inzwischen gelöscht.`,
    appRoleRemoved: (name) => `Die Rolle ${name} wurde inzwischen aus der Anwendung entfernt.`,
    userDeleted: (name) =>
      `${name} wurde inzwischen gelöscht. Stellen Sie diesen Benutzer wieder her, um die Verbindung zurückzubekommen.`,
    roleGone: () => 'Die Verzeichnisrolle gibt es nicht mehr.',
    tooManySponsors: (name) =>
      `${name}: Der Gast hat inzwischen so viele Sponsoren, wie er höchstens haben darf.`,
  },
  conflicts: {
    restoreWindowClosed: () =>
      'Die Wiederherstellungsfrist dieses Benutzers ist vorbei. Er wird endgültig gelöscht; das kann niemand mehr aufhalten.',
    userPrincipalNameConflict: (holder) =>
      `Diesen Benutzerprinzipalnamen hat jetzt ${holder}. Stellen Sie den Benutzer mit einem neuen wieder her.`,
    proxyAddressConflict: (holder) =>
      `Eine Adresse dieses Benutzers hat jetzt ${holder}. Stellen Sie ihn ohne die vergebenen Adressen wieder her, oder ändern Sie sie dort zuerst.`,
    personConflict: (holder) =>
      `Dieselbe Person ist schon als ${holder} wieder da. Löschen Sie zuerst diesen Benutzer.`,
    targetTooHigh: () =>
      'Die Rolle dieses Benutzers steht über Ihrer: Fragen Sie jemanden mit der Rolle „Globaler Administrator“.',
  },
  conflictTitle: 'Etwas steht im Weg',
  newName: 'Neuer Benutzerprinzipalname',
  newNameHint:
    'Der Name, mit dem sich der Benutzer von jetzt an anmeldet, zum Beispiel ada@contoso.example',
  dropAddresses: 'Ohne die Adressen wiederherstellen, die schon vergeben sind',
  restored: (name) => `${name} ist wiederhergestellt.`,
  reportRestored: 'Was wiedergekommen ist',
  reportNothing:
    'Es gab keine Gruppen, Anwendungen, Rollen oder andere Verbindungen, die wiederkommen konnten.',
  reportSkipped: 'Was nicht wiedergekommen ist, und warum',
  toUser: 'Zum Benutzer',
  holdTitle: (name) => `Aufbewahrung für ${name} anordnen`,
  holdText:
    'Solange die Aufbewahrung besteht, wird der Benutzer nicht endgültig gelöscht, weder von Hand noch am Ende der Wiederherstellungsfrist.',
  holdReason: 'Grund',
  holdReasonHint:
    'Warum die Daten aufbewahrt werden müssen. Der Grund wird mit dem Benutzer gelöscht.',
  held: (name) => `Für ${name} ist die Aufbewahrung angeordnet.`,
  endHoldTitle: (name) => `Aufbewahrung für ${name} beenden?`,
  endHoldText:
    'Ist die Wiederherstellungsfrist vorbei, wird der Benutzer bald danach endgültig gelöscht.',
  holdEnded: (name) => `Die Aufbewahrung für ${name} ist beendet.`,
}

/** Deleted users: restoring, holding, deleting permanently; in German. */
import { deletedObjects } from './deleted-objects.ts'
import type { DeletedWords } from '../../en/admin/deleted.ts'
import { numberOf, pluralOf } from '../../speech.ts'

const number = numberOf('de')
const plural = pluralOf('de')

export const deleted: DeletedWords = {
  title: 'Gelöschte Benutzer',
  intro:
    'Wer gegangen ist oder gelöscht wurde, bleibt bis zur endgültigen Löschung hier und lässt sich mit Gruppen, Anwendungen und Rollen wiederherstellen.',
  erased: (days) =>
    plural(days, {
      one: 'Mit der endgültigen Löschung werden alle ihre Daten hier gelöscht; das ist innerhalb eines Tages geschehen.',
      other:
        'Mit der endgültigen Löschung werden alle ihre Daten hier gelöscht; das ist innerhalb von # Tagen geschehen.',
    }),
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
  notWhileHeld: 'Nicht, solange aufbewahrt',
  restore: 'Benutzer wiederherstellen',
  restoreTitle: (name) => `${name} wiederherstellen`,
  restoreNow: 'Wiederherstellen',
  purge: 'Endgültig löschen',
  hold: 'Aufbewahrung anordnen',
  endHold: 'Aufbewahrung beenden',
  tickSome: 'Kreuzen Sie zuerst einen oder mehrere Benutzer an.',
  tickRestorable:
    'Die Wiederherstellungsfrist ist vorbei. Die Daten bleiben nur, solange der Benutzer aufbewahrt wird.',
  tickHeld: 'Kreuzen Sie Benutzer an, für die eine Aufbewahrung besteht.',
  tickNotHeld: 'Kreuzen Sie Benutzer an, für die keine Aufbewahrung besteht.',
  restoreManyTitle: (count) =>
    plural(count, {
      one: 'Einen Benutzer wiederherstellen?',
      other: '# Benutzer wiederherstellen?',
    }),
  fromList: 'Aus einer Datei',
  listTitle: 'Die Benutzer einer Datei wiederherstellen oder löschen',
  listAct: 'Was getan werden soll',
  manyActs: { restore: 'Wiederherstellen', delete: 'Löschen', purge: 'Endgültig löschen' },
  listFile: 'CSV-Datei',
  listHint:
    'Ein Benutzer je Zeile, mit Objekt-ID oder Benutzerprinzipalname, in einer Spalte id oder userPrincipalName. Die Vorlagen von Entra werden genommen, wie sie sind.',
  listNoUser: (found) =>
    `Die erste Zeile nennt keine Spalte id oder userPrincipalName. Sie nennt ${found}.`,
  listFirst: 'Wählen Sie zuerst eine Datei.',
  listSure: 'Ich weiß, dass endgültiges Löschen unwiderruflich ist.',
  listSureFirst: 'Bestätigen Sie zuerst, dass Sie wissen, dass es unwiderruflich ist.',
  manyDone: {
    restore: (done, failed) =>
      failed === 0
        ? plural(done, {
            one: 'Ein Benutzer ist wiederhergestellt.',
            other: '# Benutzer sind wiederhergestellt.',
          })
        : `Wiederhergestellt: ${number(done)}. Nicht wiederhergestellt: ${number(failed)}.`,
    delete: (done, failed) =>
      failed === 0
        ? plural(done, { one: 'Ein Benutzer ist gelöscht.', other: '# Benutzer sind gelöscht.' })
        : `Gelöscht: ${number(done)}. Nicht gelöscht: ${number(failed)}.`,
    purge: (done, failed) =>
      failed === 0
        ? plural(done, {
            one: 'Ein Benutzer ist endgültig gelöscht.',
            other: '# Benutzer sind endgültig gelöscht.',
          })
        : `Endgültig gelöscht: ${number(done)}. Nicht gelöscht: ${number(failed)}.`,
    hold: (done, failed) =>
      failed === 0
        ? plural(done, {
            one: 'Für einen Benutzer ist die Aufbewahrung angeordnet.',
            other: 'Für # Benutzer ist die Aufbewahrung angeordnet.',
          })
        : `Aufbewahrung angeordnet: ${number(done)}. Nicht angeordnet: ${number(failed)}.`,
    endHold: (done, failed) =>
      failed === 0
        ? plural(done, {
            one: 'Die Aufbewahrung für einen Benutzer ist beendet.',
            other: 'Die Aufbewahrung für # Benutzer ist beendet.',
          })
        : `Aufbewahrung beendet: ${number(done)}. Nicht beendet: ${number(failed)}.`,
  },
  purgeTitle: (count) =>
    plural(count, {
      one: 'Diesen Benutzer endgültig löschen?',
      other: '# Benutzer endgültig löschen?',
    }),
  purgeText: 'Das lässt sich nicht rückgängig machen. Danach kann niemand sie wiederherstellen.',
  purgeList: 'Endgültig gelöscht werden:',
  heldStay: (count) =>
    plural(count, {
      one: 'Einer der Angekreuzten bleibt, weil für ihn eine Aufbewahrung besteht.',
      other: '# der Angekreuzten bleiben, weil für sie eine Aufbewahrung besteht.',
    }),
  purged: (count) =>
    plural(count, {
      one: 'Ein Benutzer ist endgültig gelöscht.',
      other: '# Benutzer sind endgültig gelöscht.',
    }),
  purgePartly: (done, failed) =>
    `Endgültig gelöscht: ${number(done)}. Nicht gelöscht: ${number(failed)}, aus diesen Gründen:`,
  previewing: 'Es wird nachgesehen, was wiederkommt …',
  leftAll: 'Kommt ohne all das wieder.',
  comesBack: 'Was wiederkommt',
  nothingComesBack:
    'Der Benutzer kommt ohne Gruppen, Anwendungen, Rollen und andere Verbindungen wieder, weil es keine gab.',
  untickHint:
    'Entfernen Sie das Häkchen von allem, was nicht zurückkommen soll. Es endet und steht im Bericht und im Audit-Protokoll.',
  previewOf: (back, lost, none) => {
    if (back === '') return lost === '' ? none : `Kommt nicht wieder: ${lost}.`
    return lost === '' ? `Kommt wieder: ${back}.` : `Kommt wieder: ${back}. Nicht: ${lost}.`
  },
  kindCounts: {
    group: (count) => plural(count, { one: '# Gruppe', other: '# Gruppen' }),
    ownedGroup: (count) => plural(count, { one: '# eigene Gruppe', other: '# eigene Gruppen' }),
    application: (count) => plural(count, { one: '# Anwendung', other: '# Anwendungen' }),
    ownedApplication: (count) =>
      plural(count, { one: '# eigene Anwendung', other: '# eigene Anwendungen' }),
    role: (count) => plural(count, { one: '# Verzeichnisrolle', other: '# Verzeichnisrollen' }),
    sponsor: (count) => plural(count, { one: '# Sponsor', other: '# Sponsoren' }),
    sponsorOf: (count) =>
      plural(count, { one: '# gesponserter Gast', other: '# gesponserte Gäste' }),
    manager: (count) => plural(count, { one: '# Führungskraft', other: '# Führungskräfte' }),
    directReport: (count) =>
      plural(count, { one: '# unterstellte Person', other: '# unterstellte Personen' }),
  },
  cannotBeRestored: 'Kann jetzt nicht wiederhergestellt werden',
  nothingToRestore: 'Es gibt nichts mehr wiederherzustellen.',
  previewMore: (count) =>
    plural(count, { one: 'Einen weiteren ansehen', other: '# weitere ansehen' }),
  asksPerson:
    'Diese Person ist selbst gegangen oder blockiert Einladungen von hier. Sie wird zuerst gefragt und ist wieder da, wenn sie zustimmt.',
  reportLeftOut: 'Was ausgelassen wurde',
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
      'Die Wiederherstellungsfrist dieses Benutzers ist vorbei: Niemand kann ihn zurückholen. Seine Daten werden endgültig gelöscht, aber nicht, solange er aufbewahrt wird.',
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
  holdManyTitle: (count) =>
    plural(count, {
      one: 'Aufbewahrung für einen Benutzer anordnen',
      other: 'Aufbewahrung für # Benutzer anordnen',
    }),
  endHoldManyTitle: (count) =>
    plural(count, {
      one: 'Aufbewahrung für einen Benutzer beenden?',
      other: 'Aufbewahrung für # Benutzer beenden?',
    }),
  endHoldManyText: (over) =>
    over === 0
      ? 'Danach werden sie am Ende der Wiederherstellungsfrist endgültig gelöscht; bis dahin lassen sie sich wiederherstellen. Alle erfahren davon.'
      : plural(over, {
          one: 'Bei einem davon ist die Wiederherstellungsfrist vorbei: Er wird bald danach endgültig gelöscht. Alle erfahren davon.',
          other:
            'Bei # davon ist die Wiederherstellungsfrist vorbei: Sie werden bald danach endgültig gelöscht. Alle erfahren davon.',
        }),
  holdManyText:
    'Solange die Aufbewahrung besteht, werden die Benutzer nicht endgültig gelöscht, weder von Hand noch am Ende der Wiederherstellungsfrist. Für alle gilt derselbe Grund. Sie erfahren, dass es eine Aufbewahrung gibt, aber nicht, warum.',
  holdText:
    'Solange die Aufbewahrung besteht, wird der Benutzer nicht endgültig gelöscht, weder von Hand noch am Ende der Wiederherstellungsfrist.',
  holdReason: 'Grund',
  holdReasonHint:
    'Warum die Daten aufbewahrt werden müssen. Der Grund wird mit dem Benutzer gelöscht.',
  held: (name) => `Für ${name} ist die Aufbewahrung angeordnet.`,
  endHoldTitle: (name) => `Aufbewahrung für ${name} beenden?`,
  endHoldText: {
    restorable:
      'Danach wird der Benutzer am Ende der Wiederherstellungsfrist endgültig gelöscht; bis dahin lässt er sich wiederherstellen.',
    over: 'Die Wiederherstellungsfrist des Benutzers ist vorbei: Er wird bald danach endgültig gelöscht.',
  },
  holdEnded: (name) => `Die Aufbewahrung für ${name} ist beendet.`,
  objects: deletedObjects,
}

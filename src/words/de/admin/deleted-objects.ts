/** Deleted groups and applications: restoring, deleting permanently; in German. */
import type { DeletedWords } from '../../en/admin/deleted.ts'
import { numberOf, pluralOf } from '../../speech.ts'

const number = numberOf('de')
const plural = pluralOf('de')

export const deletedObjects: DeletedWords['objects'] = {
  group: {
    sections: 'Gruppen, vorhandene und gelöschte',
    all: 'Alle Gruppen',
    deleted: 'Gelöschte Gruppen',
    intro:
      'Eine gelöschte Gruppe bleibt bis zur endgültigen Löschung hier und lässt sich mit Mitgliedern, Besitzern und Anwendungen wiederherstellen.',
    search: 'Gelöschte Gruppen suchen',
    empty: 'Keine gelöschten Gruppen',
    tickSome: 'Kreuzen Sie zuerst eine oder mehrere Gruppen an.',
    restoreManyTitle: (count) =>
      plural(count, {
        one: 'Eine Gruppe wiederherstellen?',
        other: '# Gruppen wiederherstellen?',
      }),
    purgeManyTitle: (count) =>
      plural(count, {
        one: 'Diese Gruppe endgültig löschen?',
        other: '# Gruppen endgültig löschen?',
      }),
    manyPurged: (done, failed) =>
      failed === 0
        ? plural(done, {
            one: 'Eine Gruppe ist endgültig gelöscht.',
            other: '# Gruppen sind endgültig gelöscht.',
          })
        : `Endgültig gelöscht: ${number(done)}. Nicht gelöscht: ${number(failed)}.`,
    fileTitle: 'Die Gruppen einer Datei wiederherstellen oder endgültig löschen',
    fileHint: 'Eine Gruppe je Zeile, mit ihrer Objekt-ID, in einer Spalte id.',
    manyRestored: (done, failed) =>
      failed === 0
        ? plural(done, {
            one: 'Eine Gruppe ist wiederhergestellt.',
            other: '# Gruppen sind wiederhergestellt.',
          })
        : `Wiederhergestellt: ${number(done)}. Nicht wiederhergestellt: ${number(failed)}.`,
  },
  application: {
    sections: 'Anwendungen, vorhandene und gelöschte',
    all: 'Alle Anwendungen',
    deleted: 'Gelöschte Anwendungen',
    intro:
      'Eine gelöschte Anwendung bleibt bis zur endgültigen Löschung hier und lässt sich mit Registrierung, Besitzern und Zuweisungen wiederherstellen. Alle melden sich neu bei ihr an.',
    search: 'Gelöschte Anwendungen suchen',
    empty: 'Keine gelöschten Anwendungen',
    tickSome: 'Kreuzen Sie zuerst eine oder mehrere Anwendungen an.',
    restoreManyTitle: (count) =>
      plural(count, {
        one: 'Eine Anwendung wiederherstellen?',
        other: '# Anwendungen wiederherstellen?',
      }),
    purgeManyTitle: (count) =>
      plural(count, {
        one: 'Diese Anwendung endgültig löschen?',
        other: '# Anwendungen endgültig löschen?',
      }),
    manyPurged: (done, failed) =>
      failed === 0
        ? plural(done, {
            one: 'Eine Anwendung ist endgültig gelöscht.',
            other: '# Anwendungen sind endgültig gelöscht.',
          })
        : `Endgültig gelöscht: ${number(done)}. Nicht gelöscht: ${number(failed)}.`,
    fileTitle: 'Die Anwendungen einer Datei wiederherstellen oder endgültig löschen',
    fileHint: 'Eine Anwendung je Zeile, mit ihrer Objekt-ID, in einer Spalte id.',
    manyRestored: (done, failed) =>
      failed === 0
        ? plural(done, {
            one: 'Eine Anwendung ist wiederhergestellt.',
            other: '# Anwendungen sind wiederhergestellt.',
          })
        : `Wiederhergestellt: ${number(done)}. Nicht wiederhergestellt: ${number(failed)}.`,
  },
  emptyHint: 'Was gelöscht wird, ist bis zum Ende der Wiederherstellungsfrist hier.',
  acts: 'Was getan werden kann',
  tools: 'Was mit allem Angekreuzten getan werden kann',
  restoreTicked: 'Angekreuzte wiederherstellen',
  purgeTicked: 'Angekreuzte endgültig löschen',
  restoreManyText:
    'Alle kommen mit dem zurück, was angekreuzt bleibt. Wovon Sie das Häkchen entfernen, das endet und steht im Audit-Protokoll.',
  fileNoId: (found) => `Die erste Zeile nennt keine Spalte id. Sie nennt ${found}.`,
  noId: 'Das ist keine Objekt-ID.',
  untickHint:
    'Entfernen Sie das Häkchen von allem, was nicht zurückkommen soll. Es endet und steht im Audit-Protokoll.',
  oneByOne: {
    member: 'Mitglieder einzeln',
    memberGroup: 'Gruppen darin einzeln',
    memberApplication: 'Anwendungen darin einzeln',
    memberOf: 'Übergeordnete Gruppen einzeln',
    owner: 'Besitzer einzeln',
    ownerApplication: 'Besitzende Anwendungen einzeln',
    ownedGroup: 'Gruppen in ihrem Besitz einzeln',
    ownedApplication: 'Anwendungen in ihrem Besitz einzeln',
    ownedRegistration: 'Registrierungen in ihrem Besitz einzeln',
    application: 'Anwendungen einzeln',
    sponsorOf: 'Gäste einzeln',
    user: 'Benutzer einzeln',
    group: 'Gruppen einzeln',
  },
  others: (count) =>
    plural(count, {
      one: 'Noch etwas kommt zurück, solange nicht alles abgewählt ist.',
      other: '# weitere kommen zurück, solange nicht alles abgewählt ist.',
    }),
  restore: (name) => `${name} wiederherstellen`,
  purge: (name) => `Endgültig löschen: ${name}`,
  purgeTitle: (name) => `${name} endgültig löschen?`,
  purgeText: 'Das ist unwiderruflich. Danach lässt sich nichts mehr wiederherstellen.',
  purgeManyText: 'Das ist unwiderruflich. Danach lassen sie sich nicht mehr wiederherstellen.',
  restored: (name) => `${name} ist wiederhergestellt.`,
  purged: (name) => `${name} ist endgültig gelöscht.`,
  nothing: 'Alles kommt zurück, wie es war; niemand und nichts war damit verbunden.',
  namesake: (name) =>
    `Inzwischen gibt es noch etwas mit dem Namen ${name}. Beide heißen dann gleich.`,
  kinds: {
    member: (count) => plural(count, { one: '# Mitglied', other: '# Mitglieder' }),
    memberGroup: (count) => plural(count, { one: '# Gruppe darin', other: '# Gruppen darin' }),
    memberApplication: (count) =>
      plural(count, { one: '# Anwendung darin', other: '# Anwendungen darin' }),
    memberOf: (count) =>
      plural(count, { one: '# übergeordnete Gruppe', other: '# übergeordnete Gruppen' }),
    owner: (count) => plural(count, { one: '# Besitzer', other: '# Besitzer' }),
    ownerApplication: (count) =>
      plural(count, { one: '# besitzende Anwendung', other: '# besitzende Anwendungen' }),
    ownedGroup: (count) =>
      plural(count, { one: '# Gruppe in ihrem Besitz', other: '# Gruppen in ihrem Besitz' }),
    ownedApplication: (count) =>
      plural(count, {
        one: '# Anwendung in ihrem Besitz',
        other: '# Anwendungen in ihrem Besitz',
      }),
    ownedRegistration: (count) =>
      plural(count, {
        one: '# Registrierung in ihrem Besitz',
        other: '# Registrierungen in ihrem Besitz',
      }),
    application: (count) => plural(count, { one: '# Anwendung', other: '# Anwendungen' }),
    sponsorOf: (count) =>
      plural(count, { one: '# gesponserter Gast', other: '# gesponserte Gäste' }),
    user: (count) =>
      plural(count, { one: '# zugewiesener Benutzer', other: '# zugewiesene Benutzer' }),
    group: (count) =>
      plural(count, { one: '# zugewiesene Gruppe', other: '# zugewiesene Gruppen' }),
  },
  lost: {
    userDeleted: 'inzwischen gelöscht',
    groupDeleted: 'inzwischen gelöscht',
    applicationDeleted: 'inzwischen gelöscht',
    appRoleRemoved: 'die Rolle wurde inzwischen entfernt',
    tooManySponsors: 'inzwischen so viele Sponsoren, wie man höchstens haben darf',
  },
  conflicts: {
    restoreWindowClosed: 'Die Wiederherstellungsfrist ist vorbei.',
    needsRoleAssigner:
      'Dieser Gruppe können Verzeichnisrollen zugewiesen werden. Wiederherstellen kann sie nur, wer Rollen zuweisen darf.',
    hasAnother:
      'Die Anwendung hat inzwischen ein anderes Dienstprinzipal. Löschen Sie dieses, bevor Sie das alte wiederherstellen.',
    needsScopeGiver:
      'Diese Anwendung handelt im Verzeichnis, für andere oder von selbst. Wiederherstellen kann sie nur, wer ihr das geben darf.',
  },
}

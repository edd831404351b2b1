/** What is done with many users at once, in German. */
import type {
  ManyWords,
  meAmongMany as meAmongManyIn,
  notOnOneself as notOnOneselfIn,
} from '../../en/admin/many.ts'
import { numberOf, pluralOf } from '../../speech.ts'

const number = numberOf('de')
const plural = pluralOf('de')

export const many: ManyWords = {
  tools: 'Was mit den angekreuzten Benutzern getan werden kann',
  chosen: (count) => plural(count, { one: 'Einer ist angekreuzt', other: '# sind angekreuzt' }),
  chooseAll: 'Alle wählen, die die Liste findet',
  countingAll: 'Alle, die die Liste findet, werden gezählt …',
  allChosen: (count) =>
    plural(count, {
      one: 'Der eine, den die Liste findet, ist gewählt',
      other: 'Alle #, die die Liste findet, sind gewählt',
    }),
  foreseeing: 'Es wird nachgesehen, wen das löschen würde …',
  willBeDeleted: (count) =>
    plural(count, { one: 'Ein Benutzer wird gelöscht.', other: '# Benutzer werden gelöscht.' }),
  stays: {
    yourself: () => 'Sie selbst sind dabei und bleiben.',
    targetTooHigh: (count) =>
      plural(count, {
        one: 'Einer bleibt: Er hat eine Rolle, die über Ihrer steht.',
        other: '# bleiben: Sie haben Rollen, die über Ihrer stehen.',
      }),
    lastAdministrator: (count) =>
      plural(count, {
        one: 'Einer bleibt: Sonst könnte niemand mehr als globaler Administrator handeln.',
        other:
          '# bleiben: Ohne jeden von ihnen könnte niemand mehr als globaler Administrator handeln.',
      }),
    Request_ResourceNotFound: (count) =>
      plural(count, { one: 'Einen gibt es hier nicht mehr.', other: '# gibt es hier nicht mehr.' }),
  },
  staysElse: (count) => plural(count, { one: 'Einer bleibt.', other: '# bleiben.' }),
  deletedAlready: (count) =>
    plural(count, { one: 'Einer ist schon gelöscht.', other: '# sind schon gelöscht.' }),
  withRoles: (count) =>
    plural(count, {
      one: 'Einer von denen, die gelöscht werden, hat eine Verzeichnisrolle.',
      other: '# von denen, die gelöscht werden, haben Verzeichnisrollen.',
    }),
  onlyTicked: 'Nur die angekreuzten',
  acts: {
    disable: 'Sperren',
    enable: 'Freigeben',
    sponsor: 'Sponsor hinzufügen',
    delete: 'Löschen',
  },
  titles: {
    disable: (count) =>
      plural(count, { one: 'Einen Benutzer sperren?', other: '# Benutzer sperren?' }),
    enable: (count) =>
      plural(count, { one: 'Einen Benutzer freigeben?', other: '# Benutzer freigeben?' }),
    sponsor: (count) =>
      plural(count, {
        one: 'Einem Benutzer einen Sponsor hinzufügen?',
        other: '# Benutzern einen Sponsor hinzufügen?',
      }),
    delete: (count) =>
      plural(count, { one: 'Einen Benutzer löschen?', other: '# Benutzer löschen?' }),
  },
  texts: {
    disable:
      'Sie behalten alles und können sich hier nicht anmelden, bis sie freigegeben werden. Ihre Sitzungen enden jetzt, und sie erfahren es.',
    enable: 'Sie können sich hier wieder anmelden und erfahren es.',
    sponsor: 'Wer gewählt ist, steht von nun an für sie ein, neben den Sponsoren, die sie haben.',
    delete:
      'Ihr Zugang endet jetzt, und sie erfahren es. Bis die Frist vorbei ist, können sie wiederhergestellt werden.',
  },
  done: (done, failed) =>
    failed === 0
      ? `Getan: ${number(done)}.`
      : `Getan: ${number(done)}. Nicht getan: ${number(failed)}.`,
  fileFaults: {
    notText: () => 'Das ist kein Text in UTF-8. Speichern Sie die Datei in Excel als CSV UTF-8.',
    openQuote: (line) =>
      `Ein Anführungszeichen, das in Zeile ${number(line)} beginnt, endet nicht.`,
    afterQuote: (line) =>
      `Zeile ${number(line)} geht hinter einem schließenden Anführungszeichen weiter. Schreiben Sie ein Anführungszeichen in Anführungszeichen doppelt.`,
    empty: () => 'Diese Datei ist leer.',
  },
  fileEmpty: 'In dieser Datei steht niemand.',
  found: (count) => plural(count, { one: 'Eine Zeile gefunden.', other: '# Zeilen gefunden.' }),
  progress: (done, all) => `${number(done)} von ${number(all)}`,
  stop: 'Anhalten',
  results: 'Ergebnisse herunterladen',
}

/** Why an administrator does not do something to themselves. */
export const notOnOneself: typeof notOnOneselfIn = {
  disable: 'Sie können sich nicht selbst sperren. Jemand anderes aus der Administration kann es.',
  delete: 'Sie können sich nicht selbst löschen. Jemand anderes aus der Administration kann es.',
  convert:
    'Niemand macht sich selbst zum Mitglied oder zum Gast. Jemand anderes aus der Administration kann es.',
  givePassword:
    'Das sind Sie selbst. Ihr eigenes Passwort ändern Sie unter „Konto anzeigen“ mit „Passwort ändern“.',
  tie: 'Das sind Sie selbst. Mit einem Konto bei einem Anbieter verknüpft Sie nur jemand anderes aus der Administration.',
  resetFactors:
    'Das sind Sie selbst. Ihre eigenen Passkeys und Ihre Authenticator-App entfernen Sie unter „Konto anzeigen“ auf der Seite „Sicherheit“.',
  redeemAgain:
    'Das sind Sie selbst. Ihre Einladung noch einmal einlösen lässt Sie nur jemand anderes aus der Administration.',
}

export const meAmongMany: typeof meAmongManyIn = {
  ticked: 'Sie selbst sind dabei. „Sperren“ und „Löschen“ lassen Sie aus.',
  leftOut: (reason) => `Eine Person wird ausgelassen: Sie selbst. ${reason}`,
}

/** The pages about users, in German. */
import type { UserWords } from '../../en/admin/users.ts'
import { numberOf, pluralOf } from '../../speech.ts'

const number = numberOf('de')
const plural = pluralOf('de')

export const users: UserWords = {
  hints: {
    userPrincipalName: 'Der Name, mit dem sich dieser Benutzer anmeldet.',
    preferredLanguage: 'Als Sprachkürzel, zum Beispiel de-AT',
    usageLocation: 'Zwei Buchstaben, zum Beispiel DE',
  },
  sections: 'Arten von Benutzern',
  all: 'Alle Benutzer',
  members: 'Mitglieder',
  guests: 'Gäste',
  deleted: 'Gelöschte Benutzer',
  search: 'Benutzer suchen',
  tools: 'Benutzer finden und hinzufügen',
  new: 'Neuer Benutzer',
  newTitle: 'Neuer Benutzer',
  newHint: 'Hier werden Mitglieder dieser Organisation angelegt. Gäste werden eingeladen.',
  create: 'Anlegen',
  created: (name) => `${name} ist angelegt.`,
  userState: 'Zustand',
  allStates: 'Jeder Zustand',
  enabled: 'Freigegeben',
  disabled: 'Gesperrt',
  invited: 'Eingeladen',
  invitedHint: 'Die Einladung ist noch nicht angenommen.',
  homeDisabled: 'Im Zuhause gesperrt',
  homeDisabledSince: (at) => `Das Konto im Zuhause ist seit dem ${at} gesperrt oder gelöscht.`,
  homeDeleted: 'Kein Zuhause mehr',
  homeDeletedHint:
    'Das Konto in der Heimatorganisation wurde endgültig gelöscht. Niemand kann sich damit anmelden; lassen Sie den Gast neu annehmen, oder löschen Sie den Benutzer.',
  stateFilters: {
    enabled: 'Freigegeben',
    disabled: 'Gesperrt',
    invited: 'Einladung nicht angenommen',
    noSponsor: 'Ohne Sponsor',
    homeGone: 'Zuhause gibt es nicht mehr',
  },
  homeDomain: 'Domäne des Zuhauses',
  homeDomainFilter: 'Domäne des Zuhauses, etwa contoso.com',
  invitedBy: 'Eingeladen von',
  sponsor: 'Sponsor',
  moreFilters: 'Weitere Filter',
  unused: 'Unbenutzt',
  unusedAny: 'Egal wann benutzt',
  unusedFor: (days) => `Seit ${number(days)} Tagen`,
  columns: 'Spalten',
  member: 'Mitglied',
  guest: 'Gast',
  emptyAll: 'Noch keine Benutzer',
  emptyAllHint:
    'Hier stehen die Mitglieder und Gäste dieser Organisation. Legen Sie den ersten mit „Neuer Benutzer“ an.',
  emptyGuests: 'Keine Gäste',
  emptyGuestsHint:
    'Hier stehen Menschen, die anderswo zu Hause sind, sobald sie eingeladen oder importiert sind.',
  signInNameStart: 'Anmeldename vor dem @',
  domain: 'Domain',
  onePerLine: 'Jeder Eintrag in einer eigenen Zeile.',
  neverSignedIn: 'Nie: Die Einladung ist nicht angenommen',
  notRecorded: 'Nicht aufgezeichnet',
  notShown: 'Nur für die Administration sichtbar',
  byInvitation: 'Durch eine Einladung',
  invitationStates: { PendingAcceptance: 'Noch nicht angenommen', Accepted: 'Angenommen' },
  makePasswordLink: 'Einen Link erstellen, mit dem der Benutzer einmalig ein Passwort wählen kann',
  edit: 'Bearbeiten',
  editTitle: (name) => `${name} bearbeiten`,
  saved: (name) => `${name} ist gespeichert.`,
  disable: 'Sperren',
  disableTitle: (name) => `${name} sperren?`,
  disableText:
    'Der Benutzer kann sich bei dieser Organisation nicht mehr anmelden. Sitzungen, die hier offen sind, enden mit der nächsten Anfrage.',
  disableGuestText:
    'Ein gesperrter Gast kann nicht mehr selbst gehen und muss Sie um Entfernung bitten.',
  isDisabled: (name) => `${name} ist gesperrt.`,
  enable: 'Freigeben',
  enableTitle: (name) => `${name} freigeben?`,
  enableText:
    'Der Benutzer kann sich bei dieser Organisation wieder anmelden, mit den Gruppen, Anwendungen und Rollen von vorher.',
  isEnabled: (name) => `${name} ist freigegeben.`,
  convert: { Guest: 'Zum Mitglied machen', Member: 'Zum Gast machen' },
  convertTitle: {
    Guest: (name) => `${name} zum Mitglied machen?`,
    Member: (name) => `${name} zum Gast machen?`,
  },
  convertText: {
    Guest:
      'Mitglieder dürfen hier mehr als Gäste. Gruppen, Rollen und Anwendungen bleiben; auch die Heimatorganisation bleibt, die Anmeldung ändert sich also nicht. Regeln für Gäste betreffen Mitglieder nicht. Die Person erfährt es per E-Mail.',
    Member:
      'Gäste dürfen hier weniger als Mitglieder. Gruppen, Rollen und Anwendungen bleiben; auch die Heimatorganisation bleibt, die Anmeldung ändert sich also nicht. Die Person erfährt es per E-Mail.',
  },
  isConverted: {
    Guest: (name) => `${name} ist jetzt Mitglied.`,
    Member: (name) => `${name} ist jetzt Gast.`,
  },
  delete: 'Löschen',
  deleteTitle: (name) => `${name} löschen?`,
  deleteText: (days) =>
    plural(days, {
      one: 'Der Benutzer verliert sofort den Zugang und steht dann unter „Gelöschte Benutzer“. Dort können Sie ihn einen Tag lang wiederherstellen, mit Gruppen, Anwendungen und Rollen. Danach wird er endgültig gelöscht.',
      other:
        'Der Benutzer verliert sofort den Zugang und steht dann unter „Gelöschte Benutzer“. Dort können Sie ihn # Tage lang wiederherstellen, mit Gruppen, Anwendungen und Rollen. Danach wird er endgültig gelöscht.',
    }),
  deleteTextNotShown:
    'Der Benutzer verliert sofort den Zugang und steht dann unter „Gelöschte Benutzer“. Dort können Sie ihn bis zum Ende der Wiederherstellungsfrist dieser Organisation wiederherstellen, mit Gruppen, Anwendungen und Rollen. Danach wird er endgültig gelöscht.',
  isDeleted: (name) =>
    `${name} ist gelöscht und lässt sich unter „Gelöschte Benutzer“ wiederherstellen.`,
  resetPassword: 'Passwort zurücksetzen',
  resetTitle: (name) => `Passwort von ${name} zurücksetzen?`,
  resetText:
    'Sie erhalten einen Link, mit dem der Benutzer ein neues Passwort wählt. Ein früherer Link wird ungültig.',
  resetOnlyHome:
    'Gäste melden sich mit dem Konto ihrer Heimatorganisation an; ihr Passwort wird dort zurückgesetzt.',
  createLink: 'Link erstellen',
  linkTitle: 'Einmaliger Passwort-Link',
  linkOnce:
    'Dieser Link wird nur jetzt angezeigt. Kopieren Sie ihn, und geben Sie ihn dem Benutzer auf einem Weg, dem Sie vertrauen.',
  linkLabel: 'Passwort-Link',
  linkUntil: 'Er gilt ein einziges Mal, bis',
  copy: 'Kopieren',
  copied: 'Kopiert.',
  notCopied:
    'Kopieren ist hier nicht möglich. Markieren Sie den Text, und kopieren Sie ihn selbst.',
  revoke: 'Sitzungen beenden',
  revokeTitle: (name) => `Sitzungen von ${name} beenden?`,
  revokeText:
    'Überall, wo dieser Benutzer bei dieser Organisation angemeldet ist, endet die Sitzung. Anmelden kann er sich wieder.',
  revoked: (name) => `Die Sitzungen von ${name} sind beendet.`,
  exportPersonalData: 'Personenbezogene Daten exportieren',
  exportTitle: (name) => `Exportieren, was über ${name} gespeichert ist?`,
  exportText: (days) =>
    `Es entsteht eine Datei mit allem, was diese Organisation über den Benutzer gespeichert hat, und mit nichts, was diesem anderswo gehört. Sie wird ${plural(days, { one: '# Tag', other: '# Tage' })} aufbewahrt, für Sie allein. Der Benutzer sieht in seinen eigenen Daten, dass sie angefordert wurde.`,
  exportStatus: {
    notStarted: 'Wartet auf den Beginn.',
    running: 'Wird erstellt.',
    complete: 'Fertig.',
    failed:
      'Die Datei konnte nicht erstellt werden. Fordern Sie sie erneut an; bleibt es dabei, sagen Sie es dem Betrieb.',
  },
  exportDownload: 'Als JSON herunterladen',
  exportUntil: 'Aufbewahrt für Sie bis',
  tabs: 'Teile dieses Benutzers',
  tabProperties: 'Eigenschaften',
  notSet: 'Ohne Wert',
  tabGroups: 'Gruppen',
  tabApplications: 'Anwendungen',
  tabRoles: 'Rollen',
  tabPeople: 'Sponsoren und Führungskraft',
  tabAudit: 'Audit',
  moreActions: 'Was mit diesem Benutzer getan werden kann',
  manager: 'Führungskraft',
  noManager: 'Dieser Benutzer hat keine Führungskraft.',
  setManager: 'Führungskraft festlegen',
  changeManager: 'Führungskraft ändern',
  removeManager: 'Führungskraft entfernen',
  pickManager: 'Führungskraft',
  managerSet: (name) => `${name} ist jetzt die Führungskraft.`,
  removeManagerTitle: 'Führungskraft entfernen?',
  removeManagerText: (name) => `${name} ist dann nicht mehr die Führungskraft dieses Benutzers.`,
  managerRemoved: 'Die Führungskraft ist entfernt.',
  lists: {
    ownedObjects: {
      title: 'Gruppen und Anwendungen in seinem Besitz',
      empty: 'Besitzt nichts',
      hint: 'Hier stehen Gruppen und Anwendungen, sobald dieser Benutzer auf deren Seiten als Besitzer eingetragen ist.',
    },
    directReports: {
      title: 'Direkt unterstellt',
      empty: 'Niemand ist unterstellt',
      hint: 'Hier stehen Benutzer, sobald dieser als ihre Führungskraft festgelegt ist.',
    },
    sponsoredGuests: {
      title: 'Sponsor von',
      empty: 'Niemandes Sponsor',
      hint: 'Gäste stehen hier, wenn dieser Benutzer einer ihrer Sponsoren ist.',
    },
  },
  sponsors: {
    label: 'Sponsoren',
    add: 'Sponsor hinzufügen',
    addTitle: 'Einen Sponsor hinzufügen',
    pick: 'Benutzer oder Gruppe',
    removeTitle: (name) => `${name} als Sponsor entfernen?`,
    removeText: (name) =>
      `${name} steht dann nicht mehr für diesen Benutzer ein. Niemand verliert dadurch Zugang.`,
    added: (name) => `${name} ist jetzt Sponsor.`,
    removed: (name) => `${name} ist nicht mehr Sponsor.`,
    emptyTitle: 'Keine Sponsoren',
    emptyHint:
      'Ein Sponsor steht für einen Gast ein: ein bis fünf Benutzer oder Gruppen. Rechte gibt das keine. Tragen Sie einen mit „Sponsor hinzufügen“ ein.',
  },
  sponsorsFull: (most) =>
    `Ein Benutzer hat höchstens ${number(most)} Sponsoren. Entfernen Sie zuerst einen.`,
  memberships: {
    label: 'Gruppen',
    add: 'In eine Gruppe aufnehmen',
    addTitle: 'In eine Gruppe aufnehmen',
    pick: 'Gruppe',
    removeTitle: (name) => `Diesen Benutzer aus ${name} entfernen?`,
    removeText: (name) => `Der Benutzer verliert, was er durch ${name} hat.`,
    added: (name) => `Der Benutzer ist jetzt Mitglied von ${name}.`,
    removed: (name) => `Der Benutzer ist nicht mehr Mitglied von ${name}.`,
    emptyTitle: 'In keiner Gruppe',
    emptyHint:
      'Hier stehen Gruppen, sobald dieser Benutzer in sie aufgenommen ist. Tun Sie es mit „In eine Gruppe aufnehmen“ oder auf der Seite einer Gruppe.',
  },
}

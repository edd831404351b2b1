/** The properties of the organization, in German. */
import type { DomainWords, PropertyWords } from '../../en/admin/properties.ts'
import { pluralOf } from '../../speech.ts'

const plural = pluralOf('de')

export const properties: PropertyWords = {
  organization: 'Organisation',
  name: 'Name',
  id: 'ID der Organisation',
  domains: 'Bestätigte Domains',
  defaultDomain: 'Standard',
  technicalContact: 'Technischer Kontakt',
  technicalContactHint: 'Wer angeschrieben wird, wenn es um den Betrieb dieser Organisation geht.',
  privacyContact: 'Datenschutzkontakt',
  privacyContactHint: 'An wen ein Gast verwiesen wird, der gehen möchte und nicht kann.',
  privacyStatement: 'Datenschutzerklärung',
  privacyStatementHint:
    'Die Adresse Ihrer Datenschutzerklärung, zum Beispiel https://contoso.example/privacy',
  language: 'Sprache',
  languageHint:
    'Was Menschen lesen, die keine Sprache gewählt haben und deren Heimatorganisation keine nennt: Seiten, Einladungen und E-Mails.',
  languageNone: 'Die Sprache, die der Browser verlangt',
  kept: {
    deletedRetentionDays: {
      label: 'Tage, bis gelöschte Benutzer endgültig gelöscht werden',
      hint: 'Das gilt für Benutzer, die von jetzt an gelöscht werden.',
    },
    signInRecordsDays: {
      label: 'Tage, die Aufzeichnungen über Anmeldungen aufbewahrt werden',
      hint: 'Ältere verlassen das Audit-Protokoll innerhalb einer Stunde, auch die schon vorhandenen.',
    },
    auditRecordsDays: {
      label: 'Tage, die alle anderen Einträge des Audit-Protokolls aufbewahrt werden',
      hint: 'Ältere verlassen das Audit-Protokoll innerhalb einer Stunde, auch die schon vorhandenen.',
    },
    unacceptedGuestsDays: {
      label: 'Tage, bis ein Gast entfernt wird, der nie angenommen hat',
      hint: 'Gezählt vom Ende der Einladung. Die Adresse wird mit entfernt; Sie können sie wieder einladen.',
    },
  },
  saved: 'Die Eigenschaften sind gespeichert.',
  leaveTitle: 'Wie externe Benutzer gehen können',
  leaveSwitch: 'Externe Benutzer dürfen selbst gehen',
  leaveHint:
    'Ist das ausgeschaltet, sieht ein Gast, der gehen möchte, Ihren Datenschutzkontakt und Ihre Datenschutzerklärung und kann Sie um Entfernung bitten.',
  leaveNeedsContact:
    'Bevor sich das ausschalten lässt, ist ein Datenschutzkontakt nötig, damit Gäste wissen, wen sie fragen können. Tragen Sie oben einen ein, und speichern Sie.',
  undoLabel: 'Verlassen rückgängig machen',
  undoHint:
    'So lange kann, wer selbst gegangen ist, selbst zurückkommen, mit Gruppen, Anwendungen und Rollen. Wer entfernt wurde, kann es nicht.',
  undoNot: 'Nicht selbst',
  undoFor: (hours) => plural(hours, { one: '# Stunde', other: '# Stunden' }),
  undoChanged: 'Geändert, wie lange sich das Verlassen rückgängig machen lässt.',
  attestSwitch: 'Gäste bestätigen selbst, dass sie ihr Konto noch brauchen',
  attestHint:
    'Bevor eine Richtlinie einen Gast beendet, dessen Bedarf nicht bestätigt ist, wird auch der Gast gefragt, und ein Klick behält das Konto. Ausgeschaltet bestätigen es nur Verantwortliche und die Administration.',
  attestAllowed: 'Gäste können selbst bestätigen, dass sie ihr Konto noch brauchen.',
  attestRefused:
    'Nur Verantwortliche und die Administration bestätigen, dass ein Gast gebraucht wird.',
  homelessSwitch: (days) =>
    `Gäste ${plural(days, { one: '# Tag', other: '# Tage' })} nach ihrem Konto in der Heimatorganisation löschen`,
  homelessHint:
    'Wird ein Konto in der Heimatorganisation endgültig gelöscht, kann sich niemand mehr als dieser Gast anmelden. Wiederherstellen lässt er sich wie üblich.',
  homelessDeleted: (days) =>
    `Gäste ohne Konto in einer Heimatorganisation werden nach ${plural(days, { one: '# Tag', other: '# Tagen' })} gelöscht.`,
  homelessKept: 'Gäste ohne Konto in einer Heimatorganisation bleiben.',
  leaveAllowed: 'Externe Benutzer können selbst gehen.',
  forbidTitle: 'Externe Benutzer nicht mehr selbst gehen lassen?',
  forbid: 'Nicht mehr gehen lassen',
  forbidText: (days) =>
    plural(days, {
      one: 'Sie sehen dann Ihren Datenschutzkontakt und können um Entfernung bitten. Solche Anfragen beantworten Sie hier auf der Seite „Anfragen“; wem einen Tag lang niemand antwortet, der wird entfernt, außer Sie halten die Anfrage an.',
      other:
        'Sie sehen dann Ihren Datenschutzkontakt und können um Entfernung bitten. Solche Anfragen beantworten Sie hier auf der Seite „Anfragen“; wem # Tage lang niemand antwortet, der wird entfernt, außer Sie halten die Anfrage an.',
    }),
  forbidTextKept:
    'Sie sehen dann Ihren Datenschutzkontakt und können um Entfernung bitten. Solche Anfragen beantworten Sie hier auf der Seite „Anfragen“; wem niemand antwortet, der bleibt, wie Sie es dort gewählt haben, und liest Ihre Begründung.',
  leaveRefused: 'Externe Benutzer können nicht mehr selbst gehen.',
}

/** Of the page about domains. */
export const domains: DomainWords = {
  title: 'Domains',
  intro:
    'Auf eine davon enden die Namen Ihrer Benutzer. Eine Domain gilt, sobald ihr DNS zeigt, dass sie Ihnen gehört.',
  new: 'Domain hinzufügen',
  name: 'Domain',
  nameHint: 'Zum Beispiel contoso.example. Danach sehen Sie, was Sie in ihr DNS eintragen.',
  added: (name) => `${name} ist hinzugefügt. Zeigen Sie durch das DNS, dass sie Ihnen gehört.`,
  empty: 'Keine Domains',
  emptyHint:
    'Hier stehen die Domains Ihrer Organisation. Fügen Sie eine mit „Domain hinzufügen“ hinzu.',
  state: 'Zustand',
  states: { default: 'Standard', verified: 'Bestätigt', unverified: 'Nicht bestätigt' },
  signIn: 'Anmeldung',
  signsIn: { Managed: 'Hier', Federated: 'Bei einem Identitätsanbieter' },
  verify: 'Bestätigen',
  verifyNamed: (name) => `${name} bestätigen`,
  verifyTitle: (name) => `Zeigen, dass ${name} Ihnen gehört`,
  verifyText:
    'Tragen Sie diesen Eintrag in das DNS der Domain ein, dort, wo Sie sie registriert haben, und wählen Sie dann „Bestätigen“. Bis ein Eintrag überall zu sehen ist, können Stunden vergehen; Sie können später wiederkommen, er bleibt derselbe.',
  verifyAfter: 'Ist die Domain bestätigt, kann der Eintrag wieder weg.',
  recordType: 'Typ',
  recordHost: 'Name (Host)',
  recordText: 'Wert',
  recordTtl: 'TTL in Sekunden',
  verified: (name) => `${name} ist bestätigt.`,
  makeDefault: 'Zum Standard machen',
  makeDefaultNamed: (name) => `${name} zum Standard machen`,
  makeDefaultTitle: (name) => `${name} zur Standarddomain machen?`,
  makeDefaultText:
    'Neue Benutzer und Gäste bekommen einen Namen, der darauf endet. An bestehenden Namen ändert sich nichts.',
  isDefault: (name) => `${name} ist die Standarddomain.`,
  removeTitle: (name) => `${name} entfernen?`,
  removeText:
    'Niemand kann dort mehr einen Namen bekommen, und eine andere Organisation kann zeigen, dass sie ihr gehört. Sie können sie wieder hinzufügen und neu bestätigen.',
  removeUnverifiedText: 'Sie können sie wieder hinzufügen.',
  removed: (name) => `${name} ist entfernt.`,
  defaultStays: 'Die Standarddomain bleibt. Machen Sie zuerst eine andere dazu.',
  initialStays: 'Mit dieser Domain wurde die Organisation angelegt; darum bleibt sie.',
}

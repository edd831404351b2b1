/** Passkeys, authenticator apps and the page about both, in German. */
import type { SecurityWords } from '../en/security.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('de')

export const security: SecurityWords = {
  security: 'Sicherheit',
  securityIntro: 'Womit Sie sich anmelden, und wo Sie angemeldet sind.',
  toProfile: 'Zurück zu meinem Konto',
  toSecurity: 'Zurück zu „Sicherheit“',

  passkeys: 'Passkeys',
  passkeysIntro:
    'Mit einem Passkey melden Sie sich so an, wie Sie Ihr Gerät entsperren, ohne Passwort.',
  noPasskeys: 'Sie haben noch keinen Passkey.',
  addPasskey: 'Passkey hinzufügen',
  passkeysHere: (host) =>
    `Passkeys gehören zu einem Namen, und dieses Guesthouse ist unter der Adresse ${host} zu erreichen. Bitten Sie diejenigen, die es betreiben, ihm einen Namen mit https zu geben.`,
  tooManyPasskeys: (most) =>
    `Sie haben ${plural(most, { one: '# Passkey', other: '# Passkeys' })}, mehr sind nicht möglich. Entfernen Sie einen, den Sie nicht benutzen.`,
  passkeyName: 'Name dieses Passkeys',
  passkeyNameHint: 'Damit Sie ihn wiedererkennen, zum Beispiel „Mein Telefon“',
  passkeyNamePlain: 'Passkey',
  badName: 'Geben Sie dem Passkey einen Namen mit 1 bis 64 Zeichen.',
  askBrowser: 'Weiter',
  askBrowserHint:
    'Ihr Browser bittet Sie, dieses Gerät oder ein anderes in der Nähe zu entsperren.',
  addedOn: (date) => `Hinzugefügt am ${date}`,
  lastUsedOn: (date) => `zuletzt benutzt am ${date}`,
  neverUsed: 'noch nicht benutzt',
  remove: 'Entfernen',
  removeNamed: (name) => `${name} entfernen`,
  removePasskey: 'Diesen Passkey entfernen?',
  removePasskeyText: (name) =>
    `Mit „${name}“ können Sie sich dann nicht mehr anmelden. Ihr Gerät zeigt ihn vielleicht noch an, bis Sie ihn auch dort entfernen.`,
  removePasskeyLast:
    'Sie haben hier kein Passwort, und das ist Ihr letzter Passkey. Vergewissern Sie sich, dass Sie sich auf einem anderen Weg anmelden können.',
  keep: 'Behalten',

  withPasskey: 'Mit einem Passkey anmelden',
  passkeyIntro:
    'Ihr Browser zeigt die Passkeys, die er kennt. Sie brauchen weder Namen noch Passwort.',
  usePasskey: 'Passkey verwenden',
  otherWay: 'Auf einem anderen Weg anmelden',
  needsScript:
    'Passkeys brauchen JavaScript, und das ist in diesem Browser ausgeschaltet. Schalten Sie es für diese Website ein, oder melden Sie sich auf einem anderen Weg an.',
  unsupported:
    'Dieser Browser kennt keine Passkeys. Versuchen Sie es mit einem neueren, oder melden Sie sich auf einem anderen Weg an.',
  cancelled:
    'Es wurde kein Passkey verwendet: Der Vorgang wurde abgebrochen oder hat zu lange gedauert. Versuchen Sie es noch einmal, wenn Sie so weit sind.',
  alreadyThere:
    'Auf diesem Gerät gibt es schon einen Passkey von Ihnen. Nehmen Sie ein anderes Gerät, oder behalten Sie ihn.',
  expired: 'Das hat zu lange gedauert oder wurde zweimal gesendet. Versuchen Sie es noch einmal.',
  notVerified:
    'Der Passkey ließ sich nicht prüfen, darum wurde nichts geändert. Versuchen Sie es noch einmal; bleibt es dabei, nehmen Sie einen anderen Passkey.',
  unknownPasskey:
    'Dieser Passkey ist hier nicht bekannt. Vielleicht wurde er entfernt. Melden Sie sich auf einem anderen Weg an, und fügen Sie dann einen neuen hinzu.',

  authenticator: 'Authenticator-App',
  authenticatorIntro:
    'Ein Code aus einer App auf Ihrem Telefon, der nach dem Passwort verlangt wird.',
  authenticatorOff: 'Nicht eingerichtet.',
  authenticatorOn: (date) => `Eingerichtet am ${date}.`,
  authenticatorNeedsPassword:
    'Sie melden sich hier nicht mit einem Passwort an, darum werden Sie nach keinem Code gefragt. Ihr Konto ist so sicher wie das, womit Sie sich anmelden: ein Passkey, Ihr Postfach oder der Anbieter, der sagt, wer Sie sind.',
  setUpAuthenticator: 'Authenticator-App einrichten',
  setUpTitle: 'Richten Sie Ihre Authenticator-App ein',
  setUpSteps:
    'Scannen Sie dieses Bild mit der App, oder geben Sie dort den Schlüssel ein. Geben Sie dann hier den Code ein, den die App anzeigt.',
  qr: 'QR-Code mit dem Schlüssel, der darunter steht',
  key: 'Schlüssel:',
  code: 'Code',
  codeHint: 'Sechs Ziffern aus der App',
  confirm: 'Bestätigen',
  codeWrongSetUp:
    'Das ist nicht der jetzige Code. Prüfen Sie, ob die Uhr Ihres Telefons richtig geht, warten Sie auf den nächsten Code, und geben Sie ihn ein. Eingeschaltet ist noch nichts.',
  setUpOver:
    'Der Schlüssel der letzten Seite ist zu alt. Hier beginnen Sie neu: Scannen Sie noch einmal.',
  recoveryTitle: 'Ihre Wiederherstellungscodes',
  recoveryText:
    'Bewahren Sie sie dort auf, wo Sie sie ohne Ihr Telefon finden, zum Beispiel auf Papier. Mit jedem melden Sie sich einmal an, anstelle eines Codes aus der App. Sie werden nicht noch einmal angezeigt.',
  recoveryKept: 'Ich habe sie aufbewahrt',
  noRecoveryLeft: 'Sie haben keine Wiederherstellungscodes mehr.',
  recoveryLeft: (count) =>
    plural(count, {
      one: 'Sie haben noch einen Wiederherstellungscode.',
      other: 'Sie haben noch # Wiederherstellungscodes.',
    }),
  newRecoveryCodes: 'Neue Wiederherstellungscodes erstellen',
  newRecoveryText:
    'Die bisherigen gelten dann nicht mehr. Geben Sie einen Code ein, um fortzufahren.',
  removeAuthenticator: 'Authenticator-App entfernen',
  removeAuthenticatorText:
    'Danach melden Sie sich mit dem Passwort allein an, und Ihre Wiederherstellungscodes gelten nicht mehr. Geben Sie einen Code ein, um fortzufahren; haben Sie weder App noch Wiederherstellungscodes, bitten Sie die Administration Ihrer Heimatorganisation, sie zurückzusetzen.',
  anyCode: 'Code oder Wiederherstellungscode',
  anyCodeHint: 'Sechs Ziffern aus der App oder einer Ihrer Wiederherstellungscodes',
  secondStep: 'Geben Sie Ihren Code ein',
  secondStepFor: (name) => `Für ${name}.`,
  codeWrong:
    'Dieser Code stimmt nicht oder wurde schon benutzt. Warten Sie, bis die App den nächsten anzeigt, und geben Sie diesen ein.',
  lostPhone:
    'Ohne Telefon? Geben Sie einen Wiederherstellungscode ein. Ohne diese bitten Sie die Administration Ihrer Heimatorganisation, Ihre Anmeldung zurückzusetzen.',
  startAgain: 'Von vorn beginnen',
  noAuthenticator:
    'Sie haben keine Authenticator-App eingerichtet, darum gibt es nichts zu ändern.',

  sessions: 'Wo Sie angemeldet sind',
  thisSession: 'diese Sitzung',
  lastSeenAt: (time) => `Zuletzt benutzt am ${time}`,
  endSession: 'Abmelden',
  endNamed: (device) => `${device} abmelden`,
  sessionEnded: 'Die Sitzung ist abgemeldet.',
  sessionGone: 'Diese Sitzung war schon beendet.',
  passkeyAdded: 'Der Passkey ist hinzugefügt. Von nun an können Sie sich mit ihm anmelden.',
  passkeyRemoved: 'Der Passkey ist entfernt.',
  authenticatorRemoved:
    'Die Authenticator-App ist entfernt. Sie melden sich jetzt mit dem Passwort allein an.',
}

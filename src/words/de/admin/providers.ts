/** Other providers that sign people in, and the ways in which a user does; in German. */
import type { ProviderWords } from '../../en/admin/providers.ts'
import { pluralOf } from '../../speech.ts'

const plural = pluralOf('de')

export const providers: ProviderWords = {
  title: 'Identitätsanbieter',
  intro:
    'Andere Anbieter für OpenID Connect, die Menschen aus Ihren Domains anmelden, oder Gäste, die Sie einladen.',
  new: 'Neuer Anbieter',
  newTitle: 'Neuer Anbieter',
  editTitle: (name) => `${name} bearbeiten`,
  empty: 'Kein anderer Anbieter',
  emptyHint:
    'Mitglieder melden sich mit Passwort, Passkey oder Code an. Tragen Sie einen Anbieter ein, wenn Ihre Leute oder Ihre Gäste anderswo Konten haben.',
  register: 'Beim Anbieter einzutragen',
  registerHint:
    'Legen Sie für diese Installation zuerst beim Anbieter einen Client an: eine Webanwendung mit dem Code-Flow und dieser Umleitungsadresse.',
  redirectUri: 'Umleitungsadresse',
  name: 'Name',
  nameHint: 'Was auf der Schaltfläche zum Anmelden steht.',
  issuer: 'Aussteller',
  issuerHint:
    'Zeichen für Zeichen, wie der Anbieter ihn schreibt, zum Beispiel https://login.contoso.example. Später lässt er sich nicht ändern.',
  clientId: 'Client-ID',
  clientSecret: 'Clientgeheimnis',
  secretHint: 'Es wird versiegelt aufbewahrt und nie wieder angezeigt.',
  secretStays: 'Lassen Sie das Feld leer, um das vorhandene zu behalten.',
  role: 'Wer sich dort anmeldet',
  roles: {
    home: 'Menschen aus unseren Domains: Dort sind sie zu Hause',
    guests: 'Gäste, die wir einladen',
  },
  domains: 'Domains',
  forGuests: 'Eingeladene Gäste',
  signsIn: 'Meldet an',
  disabled: 'Gesperrt',
  hasSecret: 'Clientgeheimnis',
  secretKept: 'Vorhanden',
  add: 'Anbieter hinzufügen',
  added: (name) => `${name} ist hinzugefügt.`,
  saved: (name) => `${name} ist gespeichert.`,
  edit: (name) => `${name} bearbeiten`,
  test: 'Testen',
  testNamed: (name) => `${name} testen`,
  findings: {
    answers: 'Der Aussteller antwortet und ist ein OpenID-Anbieter.',
    issuerAsKept: 'Er schreibt seinen Aussteller so, wie er hier steht.',
    private:
      'Der Aussteller liegt an einer internen Adresse, die nichts gefragt wird. Das kann erlauben, wer dieses Guesthouse betreibt.',
    silent:
      'Der Aussteller antwortet nicht. Prüfen Sie die Adresse und ob dieser Server sie über https erreicht, und versuchen Sie es noch einmal.',
    noProvider:
      'Was dort antwortet, ist kein OpenID-Anbieter: /.well-known/openid-configuration sagt nicht, was ein Anbieter sagt. Prüfen Sie die Adresse.',
    anotherName:
      'Was dort antwortet, schreibt seinen Aussteller anders. Kopieren Sie den Aussteller Zeichen für Zeichen vom Anbieter, mit oder ohne Schrägstrich am Ende.',
    noKeys:
      'Der Anbieter veröffentlicht keinen Schlüssel, mit dem sich seine Signaturen prüfen lassen; so könnte sich niemand anmelden. Er muss unter jwks_uri einen nennen.',
    keysSilent:
      'Die Schlüssel des Anbieters lassen sich unter der Adresse, die er als jwks_uri nennt, nicht abrufen.',
    keysPrivate:
      'Die Schlüssel des Anbieters liegen an einer internen Adresse, die nichts gefragt wird. Das kann erlauben, wer dieses Guesthouse betreibt.',
    clientRefused:
      'Er lehnt den Client ab: Client-ID oder Clientgeheimnis ist falsch. Kopieren Sie beide neu vom Anbieter.',
    clientUnknown:
      'Er hat den Client nicht abgelehnt. Ob ID, Geheimnis und Umleitungsadresse stimmen, ist nach der ersten Anmeldung sicher.',
    hasKeys: 'Er veröffentlicht Schlüssel, mit denen sich seine Signaturen prüfen lassen.',
  },
  isRight: 'Richtig',
  isWrong: 'Falsch',
  isOpen: 'Nicht bekannt',
  disable: 'Sperren',
  disableNamed: (name) => `${name} sperren`,
  disableTitle: (name) => `${name} sperren?`,
  disableText:
    'Der Anbieter meldet niemanden mehr an, und jede Sitzung, die er geöffnet hat, endet. Sie können ihn wieder freigeben.',
  isDisabled: (name) => `${name} ist gesperrt.`,
  enable: 'Freigeben',
  enableNamed: (name) => `${name} freigeben`,
  isEnabled: (name) => `${name} ist freigegeben.`,
  removeNamed: (name) => `${name} entfernen`,
  removeTitle: (name) => `${name} entfernen?`,
  removeText:
    'Der Anbieter meldet niemanden mehr an, jede Sitzung, die er geöffnet hat, endet, und es wird vergessen, welche Konten dort zu welchen Benutzern gehören. Die Benutzer selbst bleiben.',
  isRemoved: (name) => `${name} ist entfernt.`,

  ways: 'Wege, sich anzumelden',
  factors: 'Passkeys und Authenticator-App',
  factorsHint:
    'Für jemanden, der Telefon oder Schlüssel verloren hat: Entfernt alle, mit den Wiederherstellungscodes. Danach genügt zum Anmelden das Passwort allein; vergewissern Sie sich also, wer Sie bittet.',
  reset: 'Passkeys und Authenticator-App zurücksetzen',
  resetTitle: (name) => `Passkeys und Authenticator-App von ${name} zurücksetzen?`,
  resetConfirm: 'Zurücksetzen',
  wasReset: (passkeys, authenticator) => {
    if (passkeys === 0)
      return authenticator ? 'Entfernt: die Authenticator-App.' : 'Es gab nichts zurückzusetzen.'
    return authenticator
      ? plural(passkeys, {
          one: 'Entfernt: ein Passkey und die Authenticator-App.',
          other: 'Entfernt: # Passkeys und die Authenticator-App.',
        })
      : plural(passkeys, { one: 'Entfernt: ein Passkey.', other: 'Entfernt: # Passkeys.' })
  },
  accounts: 'Konten bei anderen Anbietern',
  accountsHint:
    'Ein Mitglied, das mit einem Konto bei Ihrem Anbieter verknüpft ist, meldet sich dort an.',
  accountsNone: 'Mit keinem Konto anderswo verknüpft.',
  noProvider:
    'Kein freigegebener Anbieter ist das Zuhause einer Ihrer Domains. Tragen Sie zuerst einen unter „Identitätsanbieter“ ein.',
  tie: 'Mit einem Konto verknüpfen',
  tieTitle: (name) => `${name} mit einem Konto bei einem Anbieter verknüpfen`,
  tieConfirm: 'Verknüpfen',
  provider: 'Anbieter',
  subject: 'ID des Kontos dort',
  subjectHint: 'Das „sub“, das der Anbieter dieser Person gibt. Eine E-Mail-Adresse ist es nicht.',
  tied: 'Das Konto ist verknüpft.',
  untieNamed: (subject) => `Verknüpfung mit ${subject} lösen`,
  untieTitle: 'Die Verknüpfung mit diesem Konto lösen?',
  untieText: 'Wer sich damit anmeldet, ist ab der nächsten Anfrage nicht mehr dieser Benutzer.',
  untie: 'Verknüpfung lösen',
  untied: 'Die Verknüpfung ist gelöst.',
  since: 'Seit',

  redemption: 'Annahme der Einladung',
  redemptionHint:
    'Gäste melden sich mit dem Konto an, mit dem sie die Einladung angenommen haben. Wer die Adresse gewechselt oder dieses Konto verloren hat, kann neu annehmen: Gruppen, Anwendungen und Rollen bleiben.',
  redeemPending:
    'Die Einladung ist noch nicht angenommen. Senden Sie sie unter „Einladungen“ noch einmal.',
  redeemNever: 'Dieser Gast kam ohne Einladung.',
  redeem: 'Neu annehmen lassen',
  redeemTitle: (name) => `${name} neu annehmen lassen?`,
  redeemText:
    'Das Konto, mit dem sich dieser Gast jetzt anmeldet, öffnet hier nichts mehr, und seine Sitzungen enden, bis die neue Einladung angenommen ist.',
  redeemAddress: 'Adresse, die eingeladen wird',
  redeemSend: 'Einladung per E-Mail senden',
}

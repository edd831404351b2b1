/** Why the directory API refuses something, in German. */
import type { ProblemWords } from '../../problems.ts'
import { providers } from './providers.ts'

export const problems: ProblemWords = {
  inEnglish: 'Der Server sagt dazu auf Englisch:',
  wrongValue: 'Dieser Wert geht hier nicht.',
  about: (value) => `„${value}“:`,
  byCode: {
    Authorization_RequestDenied:
      'Ihre Rollen erlauben das nicht, oder nicht bei jemandem, dessen Rolle über Ihrer steht. Fragen Sie jemanden mit der Rolle „Globaler Administrator“.',
    Forbidden:
      'Das ist hier nicht erlaubt. Fragen Sie jemanden mit der Rolle „Globaler Administrator“.',
    InvalidAuthenticationToken: 'Ihre Anmeldung ist vorbei. Laden Sie die Seite neu.',
    ObjectConflict:
      'Einen Wert, der nur einmal vorkommen darf, hat hier schon jemand anderes. Wählen Sie einen anderen.',
    Request_MultipleObjectsWithSameKeyValue: 'Das gibt es hier schon.',
    Request_ResourceNotFound:
      'Das gibt es hier nicht oder nicht mehr. Laden Sie die Liste neu, und sehen Sie nach.',
    TooManyRequests: 'Das war für den Moment zu viel. Versuchen Sie es später noch einmal.',
    addressOfAnotherGuest:
      'Diese Adresse gehört zu einem anderen Gast, der noch nicht angenommen hat. Löschen Sie zuerst diesen Gast, oder wählen Sie eine andere Adresse.',
    alreadyAccepted: 'Diese Einladung ist schon angenommen.',
    alreadyAnswered: 'Diese Anfrage hat schon jemand beantwortet.',
    askerMayNot:
      'Wer darum gebeten hat, darf es nicht mehr; damit ist es abgelehnt. Bitten Sie selbst darum, wenn es noch gewollt ist; zustimmen muss dann jemand anderes.',
    alreadyGuest: 'Wer diese Adresse hat, ist schon Gast hier und hat angenommen.',
    alreadyHeld:
      'Für diesen Benutzer besteht schon eine Aufbewahrung. Beenden Sie sie zuerst, um eine andere anzuordnen.',
    alreadyMember:
      'Diese Adresse gehört zu einem Mitglied dieser Organisation. Ein Mitglied braucht keine Einladung und meldet sich hier an.',
    bodyTooLarge: 'Das war zu viel auf einmal. Senden Sie weniger.',
    busy: 'Im Moment wollen mehr Menschen etwas, als auf einmal geht. Geändert wurde nichts; versuchen Sie es gleich noch einmal.',
    domainNotAllowed:
      'Die Einstellungen dieser Organisation erlauben nicht, Menschen aus dieser Domain einzuladen.',
    emptyBody:
      'Es wurde nichts gesendet. Laden Sie die Seite neu, und versuchen Sie es noch einmal.',
    guestDisabled:
      'Wer diese Adresse hat, ist schon Gast hier, aber gesperrt. Geben Sie stattdessen diesen Gast frei.',
    guestHomeGone:
      'Einen Gast mit dieser Adresse gibt es, aber sein Konto in der Heimatorganisation ist gelöscht. Lassen Sie ihn neu annehmen, oder löschen Sie ihn, und laden Sie wieder ein.',
    guestOfNobody:
      'Ein Gast mit dieser Adresse kam durch einen Import, und noch kann sich niemand damit anmelden. Lassen Sie ihn neu annehmen.',
    internalError:
      'Auf unserer Seite ist etwas schiefgegangen. Versuchen Sie es noch einmal; bleibt es dabei, nennen Sie denen, die dieses Guesthouse betreiben, die Anfragenummer.',
    invalidJson:
      'Was gesendet wurde, ließ sich nicht lesen. Laden Sie die Seite neu, und versuchen Sie es noch einmal.',
    inviteeRefuses:
      'Die eingeladene Person hat alle weiteren Einladungen dieser Organisation blockiert. Nur sie selbst kann das aufheben.',
    lastAdministrator:
      'Danach hätte eine Organisation niemanden mehr mit der Rolle „Globaler Administrator“, der handeln kann. Geben Sie diese Rolle dort zuerst jemand anderem.',
    methodNotAllowed:
      'So lässt sich das nicht aufrufen. Laden Sie die Seite neu, und versuchen Sie es noch einmal.',
    noLongerPossible:
      'Der Benutzer ist nicht mehr in dem Zustand, den diese Antwort braucht. Sehen Sie nach, und lehnen Sie die Anfrage dann ab.',
    notDeleted: 'Dieser Benutzer ist nicht gelöscht. Löschen Sie ihn zuerst.',
    onHold: 'Für diesen Benutzer besteht eine Aufbewahrung. Beenden Sie zuerst die Aufbewahrung.',
    otherProtectionWaits:
      'Eine andere Änderung dieses Schutzes ist angefordert und wartet. Lehnen Sie sie zuerst ab, oder nehmen Sie sie zurück.',
    personConflict: 'Dieselbe Person ist schon mit einem anderen Benutzer wieder hier.',
    proxyAddressConflict:
      'Eine Adresse dieses Benutzers hat jetzt jemand anderes. Stellen Sie ihn ohne diese Adressen wieder her.',
    restoreWindowClosed:
      'Die Zeit, in der das möglich war, ist vorbei. Die Daten werden endgültig gelöscht, sofern keine frühere Aufbewahrung sie erhält.',
    simulationOutdated:
      'Was die Richtlinie tun würde, wurde so nicht angesehen: Ihre Einstellungen sind andere, oder inzwischen sind andere Gäste betroffen. Sehen Sie es noch einmal an.',
    secondAdministratorNeeded:
      'Das haben Sie selbst angefordert; ja sagen muss jemand anderes aus der Administration.',
    softDeletedUserExists:
      'Ein gelöschter Benutzer mit dieser Adresse lässt sich noch wiederherstellen. Stellen Sie ihn wieder her, oder laden Sie trotzdem als neuen Gast ein.',
    storeUnavailable:
      'Das Verzeichnis ist gerade nicht erreichbar. Was Sie wollten, kann geschehen sein oder nicht: Sehen Sie nach, bevor Sie es wiederholen.',
    targetTooHigh:
      'Die Rolle dieses Benutzers steht über Ihrer: Fragen Sie jemanden mit der Rolle „Globaler Administrator“.',
    userPrincipalNameConflict:
      'Den Benutzerprinzipalnamen dieses Benutzers hat jetzt jemand anderes. Stellen Sie ihn mit einem neuen wieder her.',
    wrongContentType:
      'Was gesendet wurde, ließ sich nicht lesen. Laden Sie die Seite neu, und versuchen Sie es noch einmal.',
    yourself: 'Das geht nicht bei Ihnen selbst. Fragen Sie jemand anderen aus der Administration.',
    ownType:
      'Niemand macht sich selbst zum Mitglied oder zum Gast. Fragen Sie jemand anderen aus der Administration.',
    homeElsewhere:
      'Dieser Benutzer ist in einer anderen Organisation zu Hause. Womit er sich anmeldet, lässt sich nur dort ändern.',
    linkedToSelf:
      'Niemand kann der eigene Vorgesetzte oder Sponsor sein. Wählen Sie jemand anderen.',
    managersInCircle:
      'Wer Vorgesetzter werden soll, untersteht diesem Benutzer selbst, direkt oder über andere. Wählen Sie jemand anderen.',
    tooManySponsors:
      'Dieser Benutzer hat schon so viele Sponsoren, wie es geht. Entfernen Sie zuerst einen.',
    sponsorNotFound:
      'Ein Sponsor ist kein Benutzer und keine Gruppe hier, oder steht zweimal in der Liste.',
    notAGuest: 'Bestätigen lassen sich nur Gäste, die in einer anderen Organisation zu Hause sind.',
    notInvited:
      'Dieser Benutzer wurde nicht eingeladen; darum lässt sich auch keine Annahme zurücksetzen.',
    addressNotTheirs:
      'Diese Adresse gehört nicht zu diesem Gast. Tragen Sie sie zuerst als E-Mail oder weitere E-Mail ein; danach kann die Einladung dorthin gehen.',
    foreignDomain:
      'Die Domain dieses Namens ist keine bestätigte Domain Ihrer Organisation. Nehmen Sie eine, die bestätigt ist.',
    unknownLink:
      'Was weggelassen werden sollte, gab es nicht. Sehen Sie noch einmal nach, und stellen Sie dann wieder her.',
    alreadyLinked: 'Das ist schon so eingetragen. Laden Sie die Liste neu, und sehen Sie nach.',
    inItself: 'Eine Gruppe kann nicht ihr eigenes Mitglied sein. Wählen Sie eine andere.',
    groupInRoleGroup:
      'Dieser Gruppe können Verzeichnisrollen zugewiesen werden, daher nimmt sie keine Gruppen als Mitglieder auf. Fügen Sie deren Personen oder Anwendungen hinzu.',
    lastOwner:
      'Eine Gruppe braucht mindestens einen Besitzer. Fügen Sie zuerst einen anderen hinzu.',
    alreadyAssigned: 'Das ist schon zugewiesen. Laden Sie die Liste neu, und sehen Sie nach.',
    roleToAssignNotFound:
      'Diese Anwendung gibt es hier nicht mehr, oder sie hat diese Rolle nicht mehr.',
    principalNotFound: 'Diesen Benutzer oder diese Gruppe gibt es hier nicht mehr.',
    principalThere:
      'Die Registrierung hat inzwischen eine andere Anwendung. Löschen Sie diese, bevor Sie die frühere wiederherstellen.',
    roleRemovedBefore:
      'Diese App-Rolle wurde inzwischen entfernt und kommt nicht wieder. Laden Sie die Seite neu, und legen Sie eine neue an.',
    secretEnd:
      'Ein Geheimnis endet in der Zukunft, und nicht zu spät. Wählen Sie einen anderen Tag.',
    tooManySecrets:
      'Diese Anwendung hat schon so viele Geheimnisse, wie es geht. Entfernen Sie eines, das nicht mehr gebraucht wird.',
    tooManyPolicies:
      'Es sind schon so viele Richtlinien eingeschaltet oder angelegt, wie es geht. Schalten Sie eine aus, oder entfernen Sie eine.',
    policyWithoutRule: 'Eine Richtlinie braucht mindestens eine Regel.',
    tooManyProviders:
      'Ihre Organisation hat schon so viele Anbieter, wie es geht. Entfernen Sie zuerst einen.',
    unknownProvider:
      'Kein eingeschalteter Anbieter mit diesem Aussteller ist das Zuhause einer Domain Ihrer Organisation. Legen Sie ihn zuerst unter Identitätsanbieter an.',
    wrongAnswer:
      'So lässt sich diese Anfrage nicht oder nicht mehr beantworten. Laden Sie die Seite neu, und sehen Sie nach.',
    waitsForTime:
      'Das wartet auf seine Zeit; niemand muss zustimmen. Bis dahin lässt es sich ablehnen.',
    ownDomain:
      'Diese Adresse gehört zu einer bestätigten Domain Ihrer Organisation. Legen Sie ein Mitglied an, statt einen Gast einzuladen.',
    endDateOver:
      'Das Enddatum ist schon vorbei. Wählen Sie einen Tag, der noch kommt, oder löschen Sie den Gast jetzt.',
    answerNeedsReason: 'Wer angefragt hat, liest die Begründung. Schreiben Sie eine.',
    notADomain: 'Das ist keine Domain. Schreiben Sie sie wie contoso.example.',
    domainRuleNeeded:
      'Zu einer Liste von Domains gehört, ob sie erlaubt oder gesperrt sind. Wählen Sie das auch aus.',
    noSuchGroup: 'Diese Gruppe gibt es hier nicht oder nicht mehr. Wählen Sie eine andere.',
    policyGroupGone:
      'Die Gruppe, für die diese Richtlinie war, ist endgültig gelöscht. Wählen Sie, für wen sie gilt, bevor Sie sie einschalten: eine andere Gruppe oder alle Gäste.',
    policyGraceBeforeDeletion:
      'Wer gelöscht wird, erfährt es mindestens einen Tag vorher. Geben Sie als Frist einen Tag oder mehr an.',
    policyDeletionDays:
      'Wer erst sperrt und dann löscht, braucht die Tage dazwischen; sonst gibt es keine. Tragen Sie sie ein, oder lassen Sie sie weg.',
    privacyContactNeeded:
      'Solange Gäste nicht selbst austreten dürfen, braucht Ihre Organisation eine E-Mail-Adresse für den Datenschutz, an die sie sich wenden können. Tragen Sie eine ein, oder erlauben Sie zuerst den Austritt.',
    unansweredReasonNeeded:
      'Wer um Entfernung bittet, liest, warum ohne Antwort niemand von selbst entfernt wird. Schreiben Sie die Begründung, oder lassen Sie von selbst entfernen.',
    notALanguage: 'Eine Sprache ist ein kurzes Kürzel wie de-AT.',
    redirectNotAnAddress:
      'Diese Umleitungsadresse ist keine Adresse. Geben Sie sie ganz an, ohne Leerzeichen, Platzhalter, Namen oder Passwort.',
    redirectFragment:
      'Diese Umleitungsadresse hat ein Fragment. Lassen Sie # und alles danach weg.',
    redirectNeedsHttps:
      'Diese Umleitungsadresse ist nicht sicher. Nehmen Sie https, oder http mit localhost für Programme auf demselben Gerät.',
    redirectScheme:
      'Diese Umleitungsadresse beginnt mit einem Schema, das nicht geht. Nehmen Sie https; ein Programm auf einem Gerät darf eines wie com.example.app: haben.',
    logoutNotAnAddress:
      'Diese Adresse wird von hier nicht aufgerufen. Geben Sie eine ganze https-Adresse an, ohne Fragment, Namen oder Passwort.',
    logoutInternal:
      'Diese Adresse gehört zu einem internen Netz und wird von hier nicht aufgerufen. Geben Sie eine öffentliche an.',
    roleValueTwice: 'Zwei App-Rollen haben denselben Wert. Jeder Wert steht für eine Rolle.',
    domainNotVerified:
      'Das ist keine bestätigte Domain Ihrer Organisation. Domains fügt die Administration der Organisation hinzu, oder wer dieses Guesthouse betreibt.',
    domainOfAnotherProvider:
      'Diese Domain hat schon einen anderen Anbieter als Zuhause. Nehmen Sie sie dort zuerst weg.',
    notAnIssuer:
      'Ein Aussteller ist eine Adresse wie https://login.contoso.example, ohne Fragezeichen, so wie der Anbieter sie selbst schreibt.',
    issuerInternal: providers.findings.private,
    issuerSilent: providers.findings.silent,
    issuerNoProvider: providers.findings.noProvider,
    issuerAnotherName: providers.findings.anotherName,
    issuerNoKeys: providers.findings.noKeys,
    issuerKeysSilent: providers.findings.keysSilent,
    issuerKeysPrivate: providers.findings.keysPrivate,
    domainNotShown:
      'Im DNS der Domain steht dieser Text nicht, oder noch nicht: Bis ein Eintrag überall zu sehen ist, können Stunden vergehen. Prüfen Sie ihn, und versuchen Sie es dann noch einmal.',
    domainStays:
      'Die Standarddomain und die, mit der die Organisation angelegt wurde, lassen sich nicht entfernen.',
    domainUsed:
      'Benutzer, auch gelöschte, oder ein Identitätsanbieter haben diese Domain noch. Benennen Sie diese Benutzer um, oder löschen Sie sie endgültig, und nehmen Sie die Domain beim Anbieter weg.',
    domainNotDefault:
      'Nur eine bestätigte Domain kann die Standarddomain sein. Bestätigen Sie sie zuerst.',
    domainStaysDefault:
      'Machen Sie eine andere Domain zur Standarddomain; damit ist es diese nicht mehr.',
    tooManyDomains:
      'Ihre Organisation hat schon so viele Domains, wie es geht. Entfernen Sie zuerst eine.',
    domainTaken:
      'Eine andere Organisation hat diese Domain schon bestätigt, und sie gilt nur für eine. Erst muss jene sie aufgeben.',
  },
}

/** What stands around every page of the server, and why a page cannot be shown; in German. */
import { blockers } from './blockers.ts'
import type { PageWords } from '../en/page.ts'

const unreadable =
  'Was gesendet wurde, ließ sich nicht lesen. Laden Sie die Seite neu, und versuchen Sie es noch einmal.'

export const page: PageWords = {
  language: 'Sprache',
  useLanguage: 'Diese Sprache verwenden',
  start: 'Zur Startseite',
  request: (id) => `Anfragenummer ${id}`,
  needsScript:
    'Diese Seite von Guesthouse braucht JavaScript. Anmelden, Abmelden und das Ändern Ihres Passworts gehen auch ohne.',
  title: {
    notAllowed: 'Nicht erlaubt',
    notFound: 'Hier ist nichts',
    notPossible: 'Nicht möglich',
    tooMuch: 'Zu viel auf einmal',
    notUnderstood: 'Nicht verstanden',
    busy: 'Einen Moment',
    wrong: 'Etwas ist schiefgegangen',
  },
  refusal: {
    notFound: 'Unter dieser Adresse gibt es nichts. Prüfen Sie die Schreibweise.',
    methodNotAllowed:
      'So kann diese Adresse nicht benutzt werden. Gehen Sie zurück, und versuchen Sie es von dort noch einmal.',
    accountDisabled: blockers.refusal.homeAccountDisabled,
    invalidRequest:
      'Was gesendet wurde, ist nicht zu verstehen. Gehen Sie zurück, laden Sie die Seite neu, und versuchen Sie es noch einmal.',
    crossSiteRequest:
      'Dieses Formular kam von einer anderen Website, darum wurde nichts getan. Öffnen Sie die Seite hier, und versuchen Sie es noch einmal.',
    storeUnavailable:
      'Das Verzeichnis ist gerade nicht zu erreichen. Was Sie wollten, ist vielleicht geschehen, vielleicht nicht: Sehen Sie gleich nach, bevor Sie es wiederholen.',
    internalError:
      'Bei uns ist etwas schiefgegangen. Versuchen Sie es noch einmal; bleibt es dabei, nennen Sie denen, die dieses Guesthouse betreiben, die Anfragenummer.',
    signInOver:
      'Diese Anmeldung ist vorbei oder hat in einem anderen Browser begonnen. Öffnen Sie die Anwendung noch einmal, und beginnen Sie dort.',
    busy: 'Gerade kommen mehr Anfragen, als sich auf einmal beantworten lassen. Es wurde nichts geändert; warten Sie einen Moment, und versuchen Sie es dann noch einmal.',
    bodyTooLarge: 'Das war mehr, als sich auf einmal annehmen lässt. Senden Sie weniger.',
    emptyBody: unreadable,
    invalidJson: unreadable,
    wrongContentType: unreadable,
  },
}

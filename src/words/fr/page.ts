/** What stands around every page of the server, and why a page cannot be shown; in French. */
import { blockers } from './blockers.ts'
import type { PageWords } from '../en/page.ts'

const unreadable = 'Ce qui a été envoyé n’a pas pu être lu. Rechargez la page et réessayez.'

export const page: PageWords = {
  language: 'Langue',
  useLanguage: 'Utiliser cette langue',
  start: 'Aller à l’accueil',
  request: (id) => `Identifiant de requête : ${id}`,
  needsScript:
    'Cette page de Guesthouse a besoin de JavaScript. La connexion, la déconnexion et le changement de mot de passe fonctionnent sans.',
  title: {
    notAllowed: 'Non autorisé',
    notFound: 'Rien ici',
    notPossible: 'Impossible',
    tooMuch: 'Trop à la fois',
    notUnderstood: 'Demande incomprise',
    busy: 'Un instant',
    wrong: 'Un problème est survenu',
  },
  refusal: {
    notFound: 'Il n’y a rien à cette adresse. Vérifiez-en l’orthographe.',
    methodNotAllowed:
      'Cette adresse ne peut pas être utilisée ainsi. Revenez en arrière et réessayez à partir de là.',
    accountDisabled: blockers.refusal.homeAccountDisabled,
    invalidRequest:
      'Ce qui a été envoyé n’a pas pu être compris. Revenez en arrière, rechargez la page et réessayez.',
    crossSiteRequest:
      'Ce formulaire a été envoyé depuis un autre site ; rien n’a donc été fait. Ouvrez la page ici et réessayez.',
    storeUnavailable:
      'L’annuaire est injoignable pour l’instant. Ce que vous avez demandé a peut-être été fait, peut-être pas : vérifiez dans un moment, avant de recommencer.',
    internalError:
      'Un problème est survenu de notre côté. Réessayez ; si cela persiste, indiquez l’identifiant de requête à la personne qui exploite ce Guesthouse.',
    signInOver:
      'Cette connexion a pris fin, ou a commencé dans un autre navigateur. Ouvrez à nouveau l’application et recommencez à partir de là.',
    busy: 'Il y a pour l’instant plus de demandes qu’il n’est possible d’en traiter à la fois. Rien n’a été modifié ; attendez un instant, puis réessayez.',
    bodyTooLarge: 'C’est plus que ce qui peut être reçu en une fois. Envoyez-en moins.',
    emptyBody: unreadable,
    invalidJson: unreadable,
    wrongContentType: unreadable,
  },
}

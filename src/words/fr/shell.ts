/** What the admin centre says around every screen, in French. */
import type { ShellWords } from '../en/shell.ts'

export const shell: ShellWords = {
  pageTitle: (page) => `${page} · Guesthouse`,
  skip: 'Aller au contenu',
  navigation: 'Navigation principale',
  openNavigation: 'Ouvrir la navigation',
  closeNavigation: 'Fermer la navigation',
  viewAccount: 'Afficher le compte',
  manageOrganizations: 'Gérer les organisations',
  toDemo: 'Retour à la démonstration',
  signOut: 'Se déconnecter',
  cancel: 'Annuler',
  discard: {
    title: 'Abandonner ce que vous avez saisi ?',
    text: 'Ce que vous avez saisi ou choisi ici n’est pas enregistré et serait perdu.',
    confirm: 'Abandonner',
    keep: 'Garder',
  },
  loading: 'Chargement…',
  notices: 'Messages',
  problem: 'Cela n’a pas fonctionné',
  noConnection: 'Le serveur est injoignable. Vérifiez votre connexion, puis réessayez.',
  unreadableAnswer: 'Le serveur a donné une réponse illisible. Réessayez dans un instant.',
  unexpectedProblem: 'Un problème est survenu sur cette page. Rechargez-la et réessayez.',
  quote: (requestId) =>
    `Si vous demandez de l’aide, indiquez cet identifiant de requête : ${requestId}`,
  nothingHere: 'Rien ici',
  nothingHereHint:
    'Il n’y a pas de page à cette adresse. Vérifiez-en l’orthographe, ou retournez à l’accueil.',
  toTheStart: 'Aller à l’accueil',
  brokenPage: 'Cette page a cessé de fonctionner',
  reload: 'Recharger',
  wrongAddress: 'Ce n’est pas l’adresse de Guesthouse',
  wrongAddressHint: (right, here) =>
    `Guesthouse est configuré pour l’adresse ${right}, et la connexion ne fonctionne que là. Vous l’avez ouvert à l’adresse ${here}. Si c’est l’adresse qu’il faut utiliser, la personne qui l’exploite doit l’indiquer dans le paramètre GUESTHOUSE_URL.`,
  toRightAddress: 'Aller à la bonne adresse',
  language: 'Langue',
  clearSearch: 'Effacer la recherche',
  openList: 'Ouvrir la liste',
}

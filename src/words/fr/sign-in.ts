/** Signing in, signing out, passwords and the first organization, in French. */
import type { SignInWords } from '../en/sign-in.ts'
import { pluralOf, waitOf } from '../speech.ts'

const plural = pluralOf('fr')
const wait = waitOf('fr')
const soon = {
  minutes: { one: 'dans une minute', many: 'dans # minutes', other: 'dans # minutes' },
  hours: { one: 'dans une heure', many: 'dans # heures', other: 'dans # heures' },
} as const
const characters = { one: '# caractère', many: '# caractères', other: '# caractères' }

export const signIn: SignInWords = {
  signIn: 'Se connecter',
  next: 'Suivant',
  signInName: 'Nom de connexion',
  signInNameOrAddress: 'Nom de connexion ou adresse e-mail',
  signInNameHint:
    'Par exemple ada@contoso.example. La page suivante vous montre comment vous connecter.',
  anotherName: 'Utiliser un autre nom',
  withPassword: 'Se connecter avec un mot de passe',
  otherWays: 'Autres façons de se connecter',
  noName:
    'Ce nom ne permet pas de se connecter. Saisissez-le en entier, par exemple ada@contoso.example.',
  noWays: (name) =>
    `Saisissez votre nom ou votre adresse en entier, par exemple ada@contoso.example : « ${name} » seul ne dit pas comment vous vous connectez.`,
  nameLost:
    'Saisissez à nouveau votre nom ici. Si vous venez de le faire, c’est que votre navigateur refuse les cookies : autorisez-les pour ce site, sans quoi vous ne pourrez pas vous y connecter.',
  password: 'Mot de passe',
  forgot:
    'Mot de passe oublié ? Demandez à l’administration de votre organisation d’origine un lien pour en choisir un nouveau.',
  stepUp:
    'Avant de modifier ce qui vous sert à vous connecter, prouvez encore une fois votre identité. Votre session reste ouverte.',
  cookiesOff:
    'Vous veniez de vous connecter, mais votre navigateur refuse les cookies et l’a aussitôt oublié. Autorisez les cookies pour ce site, puis connectez-vous à nouveau.',
  emptyTitle: 'Rien n’est encore configuré ici',
  empty:
    'Ce Guesthouse ne compte encore aucune organisation ; personne ne peut donc s’y connecter.',
  emptyNext:
    'La personne qui l’exploite ouvre le lien de configuration affiché au démarrage ; un redémarrage en affiche un nouveau. Rechargez ensuite cette page.',
  wrong: 'Ce nom et ce mot de passe ne vont pas ensemble. Vérifiez-les et réessayez.',
  throttled: (seconds) => `Trop de tentatives. Réessayez ${wait(seconds, soon)}.`,
  disabledTitle: 'Votre compte est désactivé',
  disabled: (organization) =>
    `Le mot de passe est correct, mais votre compte chez ${organization}, votre organisation d’origine, est désactivé. Il ne vous permet de vous connecter nulle part et, en attendant, vous ne pouvez pas quitter d’autres organisations par vous-même.`,
  disabledNext: (organization) =>
    `Demandez à l’administration de ${organization} de réactiver votre compte.`,
  closed: (organization) => `${organization} est fermée ; personne ne peut donc s’y connecter.`,
  askRemovalHint:
    'Si vous voulez que les organisations chez qui vous êtes invité vous retirent, ou que celle qui vous a retiré restaure votre compte, demandez-le-leur avec votre adresse e-mail :',
  closedData:
    'Pour obtenir une copie de vos données ou poser une question à leur sujet, écrivez à la personne qui en répond :',
  writeTo: (contact) => `Écrire à ${contact}`,
  signOut: 'Se déconnecter',
  signOutQuestion: 'Voulez-vous vous déconnecter de Guesthouse sur cet appareil ?',
  signedOut: 'Votre session est fermée.',
  changePassword: 'Changer de mot de passe',
  mustChange: 'Choisissez un nouveau mot de passe avant de continuer.',
  currentPassword: 'Mot de passe actuel',
  newPassword: 'Nouveau mot de passe',
  repeatPassword: 'Nouveau mot de passe, encore une fois',
  passwordHint: (least) =>
    `Au moins ${plural(least, characters)}. Une phrase de plusieurs mots convient bien ; ni chiffres ni symboles ne sont exigés.`,
  changed: 'Votre mot de passe est modifié. Vos autres sessions ont pris fin.',
  goOn: 'Continuer',
  back: 'Retour',
  notTheSame: 'Les deux nouveaux mots de passe ne sont pas identiques. Saisissez-les à nouveau.',
  currentWrong: 'Le mot de passe actuel n’est pas le bon. Votre mot de passe n’a pas été modifié.',
  noPassword:
    'Vous ne vous connectez pas ici avec un mot de passe ; il n’y en a donc aucun à changer.',
  choosePassword: 'Choisissez votre mot de passe',
  passwordFor: (name, organization) => `Pour ${name} chez ${organization}.`,
  passwordSet: 'Votre mot de passe est défini. Connectez-vous maintenant avec lui.',
  linkOver: 'Ce lien ne fonctionne plus',
  linkOverWhy: 'Il a déjà servi, il est trop ancien ou un lien plus récent l’a remplacé.',
  passwordLinkNext: 'Demandez un nouveau lien à l’administration de votre organisation.',
  setUpLinkNext:
    'Redémarrez Guesthouse : tant qu’aucune organisation n’existe, un nouveau lien s’affiche.',
  setUp: 'Configurer Guesthouse',
  setUpIntro:
    'Créez la première organisation et la première personne qui l’administre. Ce lien fonctionne une seule fois.',
  organizationName: 'Nom de l’organisation',
  domain: 'Domaine',
  domainHint: 'Les noms de connexion se terminent par lui, par exemple contoso.example',
  displayName: 'Votre nom',
  localPart: 'Nom de connexion, avant le @',
  make: 'Créer l’organisation',
  setUpDone: 'L’organisation est prête',
  setUpDoneNext: (name) => `Connectez-vous en tant que ${name} pour continuer.`,

  weak: {
    tooShort: (least) =>
      `Le nouveau mot de passe est trop court. Utilisez au moins ${plural(least, characters)} ; quelques mots en font un bon.`,
    tooLong:
      'Le nouveau mot de passe est plus long que ce qui peut être enregistré. Utilisez au plus 1024 octets.',
    common:
      'Le nouveau mot de passe est de ceux que d’autres devineraient vite. Utilisez plusieurs mots sans rapport entre eux.',
    unchanged: 'Le nouveau mot de passe est identique à l’actuel. Choisissez-en un autre.',
    containsName:
      'Le nouveau mot de passe est fait surtout de votre nom ou de votre adresse. Utilisez quelque chose que les autres ne savent pas de vous.',
  },
  setUpProblem: {
    organizationName: 'Donnez à l’organisation un nom de 1 à 256 caractères.',
    domain:
      'Un domaine ressemble à contoso.example : des lettres, des chiffres et des traits d’union, avec un point.',
    displayName: 'Indiquez votre nom, de 1 à 256 caractères.',
    localPart:
      'Le nom de connexion se compose de lettres, de chiffres, de points, de traits d’union et de tirets bas ; omettez le @ et ce qui suit.',
    password: 'Choisissez un mot de passe.',
  },
}

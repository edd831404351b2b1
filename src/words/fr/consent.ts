/**
 * What the OpenID Connect provider asks: agreeing, choosing an account, devices, signing out; in
 * French.
 */
import { permissions } from './permissions.ts'
import type { ConsentWords } from '../en/consent.ts'

export const consent: ConsentWords = {
  goOn: 'Continuer',
  goingOn: 'Un instant',
  goingOnWhy: 'Vous retournez à l’application.',
  back: 'Retour à l’application',
  portal: 'Mes organisations',
  accept: 'Accepter',
  decline: 'Refuser',
  consentTitle: (application) => `Se connecter à ${application} ?`,
  consent: (application, organization) =>
    `${application} est une application de ${organization}. Elle connaîtra votre nom, votre adresse et les rôles que vous avez dans l’application.`,
  consentWithGroups: (application, organization) =>
    `${application} est une application de ${organization}. Elle connaîtra votre nom, votre adresse, vos groupes chez ${organization} et les rôles que vous avez dans l’application.`,
  foreign: (publisher) =>
    `Elle appartient à une autre organisation, ${publisher}. Personne ici n’a vérifié de qui il s’agit.`,
  consentForeign: (application, publisher, organization) =>
    `${application} est une application de ${publisher} que ${organization} utilise. Elle connaîtra votre nom, votre adresse et les rôles que vous avez dans l’application.`,
  consentForeignWithGroups: (application, publisher, organization) =>
    `${application} est une application de ${publisher} que ${organization} utilise. Elle connaîtra votre nom, votre adresse, vos groupes chez ${organization} et les rôles que vous avez dans l’application.`,
  allowAt: (application, resource) =>
    `Si vous l’autorisez, ${application} peut, auprès de ${resource} et en votre nom :`,
  admin: {
    title: (application, organization) =>
      `Laisser ${application} travailler chez ${organization} ?`,
    ofOwn: (application, organization) => `${application} est une application de ${organization}.`,
    forPeople: (organization) =>
      `Pour les personnes de ${organization}, avec les droits de chacune et une fois qu’elles l’ont autorisé elles-mêmes :`,
    forPeopleAt: (resource) =>
      `Auprès de ${resource}, au nom de tout le monde, sans demander à personne :`,
    byItself: (organization) =>
      `D’elle-même, dans l’annuaire de ${organization}, sans que personne soit connecté :`,
    byItselfAt: (resource) => `D’elle-même, auprès de ${resource} :`,
    ofEach: {
      'Directory.AccessAsUser.All': 'y faire ce que chaque personne peut faire',
      'User.Read': 'y lire l’utilisateur de chaque personne',
      'UserAuthenticationMethod.Read': 'lire comment chaque personne se connecte',
    },
    ownApplications:
      'enregistrer des applications, et lire et modifier celles qui lui appartiennent',
    createGroups: 'créer des groupes',
    nothing: 'Elle ne demande rien de plus que de connecter des personnes.',
    undo: 'Tout cela peut être repris à tout moment, dans le centre d’administration, sous « Applications ».',
    accept: 'Accepter pour l’organisation',
    cannotTitle: 'Cette demande ne peut pas recevoir de réponse',
    mayNot: (organization) =>
      `Il faut pour cela quelqu’un de l’administration de ${organization} qui gère les applications et, pour ce qui est demandé dans l’annuaire, qui attribue les rôles. Demandez à une telle personne d’ouvrir ce lien.`,
    unknown:
      'Aucune application que cette organisation peut utiliser n’a cet identifiant client et cette adresse. Demandez à la personne qui vous a donné le lien de vérifier les deux.',
  },
  anywhere: {
    startTitle: (application, organization) => `Utiliser ${application} chez ${organization} ?`,
    startForMe: (application, organization) =>
      `Si vous acceptez, vous êtes connecté à ${application} avec votre compte chez ${organization}, et elle apprend votre nom, votre adresse, vos rôles chez elle et, si elle les demande, vos groupes. Elle ne peut rien de plus par là, personne d’autre n’est connecté par là, et les administrateurs de ${organization} peuvent y mettre fin à tout moment.`,
    start: (application, organization) =>
      `${application} n’est pas encore utilisée chez ${organization}. Si vous acceptez, les personnes de ${organization} pourront s’y connecter, et elle apprendra le nom, l’adresse, les rôles et, si elle les demande, les groupes de celles qui le font. Elle ne peut rien de plus par là, et les administrateurs de ${organization} peuvent y mettre fin à tout moment.`,
    administratorTitle: (application) => `Un administrateur doit autoriser ${application}`,
    administrator: (application, organization) =>
      `Chez ${organization}, seul un administrateur peut décider que vous utilisez ${application}. Envoyez-lui ce lien :`,
    noHome:
      'Votre compte n’appartient ici à aucune organisation, et cette application ne peut donc pas savoir où vous connecter. Demandez aux personnes qui s’en occupent l’adresse de l’organisation dont vous êtes l’invité.',
  },
  allowTitle: (application) => `Laisser ${application} agir pour vous ?`,
  allow: (application) =>
    `${application} ne fait pas partie de Guesthouse. Cette application demande l’autorisation, dans toutes vos organisations :`,
  allowRead: {
    you: 'de voir qui vous êtes, de quelles organisations vous faites partie et ce qu’elles conservent sur vous',
    signIns:
      'de voir où et quand vous vous connectez, et quelles applications peuvent agir pour vous',
  },
  allowWrite: {
    leave: 'de quitter des organisations pour vous, et d’accepter ou de refuser des invitations',
    end: 'de mettre fin à vos sessions et à l’accès d’applications, et d’écrire en votre nom à des administrations',
  },
  allowInDirectory: (application, organization) =>
    `Si vous l’autorisez, ${application} peut, dans l’annuaire de ${organization} et avec les droits que vous y avez :`,
  allowReadDirectory: (organization) =>
    `lire ce que vous pouvez lire des utilisateurs, des groupes et des applications de ${organization}`,
  allowAll: {
    read: 'lire tout ce que vous pouvez lire',
    act: 'faire en votre nom tout ce que vous pouvez faire, y compris dans l’administration',
  },
  permissions,
  allowGoesTo: (host) => `Ce que vous autorisez parvient à ${host}.`,
  allowOnlyWhen:
    'N’autorisez que si vous avez ouvert cette application vous-même et que vous vous y attendez. La question vous est posée à nouveau si ses adresses ou ses autorisations changent, et vous pouvez mettre fin à son accès sous « Afficher le compte ».',
  allowUntil:
    'Cela prend fin quand vous vous déconnectez, ou quand vous mettez fin à son accès sous « Afficher le compte ».',
  allowAccept: 'Autoriser',
  chooseTitle: (application) => `Quel compte pour ${application} ?`,
  chooseNow: (displayName) => `Une session est ouverte au nom de ${displayName}.`,
  chooseNowNamed: (displayName, name) =>
    `Une session est ouverte au nom de ${displayName} (${name}).`,
  chooseStay: (displayName) => `Continuer en tant que ${displayName}`,
  another: 'Utiliser un autre compte',
  cannotTitle: (application) => `Vous ne pouvez pas ouvrir ${application}`,
  stranger: (organization) =>
    `Vous ne faites pas partie de ${organization}. Demandez une invitation à la personne qui vous a donné ce lien.`,
  invited: (organization) =>
    `Votre invitation chez ${organization} n’est pas encore acceptée. Ouvrez le lien de l’invitation qui vous a été envoyée, et acceptez-la d’abord.`,
  disabled: (organization) =>
    `Votre compte chez ${organization} est désactivé. Demandez à l’administration de ${organization} de le réactiver.`,
  left: (organization) =>
    `Vous avez quitté ${organization}. Si c’était une erreur, demandez à son administration de restaurer votre compte ; « Mes organisations » indique jusqu’à quand c’est possible.`,
  removed: (organization) =>
    `Votre compte chez ${organization} a été retiré. Si c’était une erreur, adressez-vous à l’administration de ${organization}.`,
  closed: (organization) =>
    `${organization} est fermée ; personne ne peut donc s’y connecter. Vos autres organisations ne sont pas concernées.`,
  factorNeeded: (application) =>
    `${application} exige une connexion plus forte que la vôtre. Ouvrez « Mes organisations », ajoutez une clé d’accès ou une application d’authentification sous « Afficher le compte », et connectez-vous avec elle.`,
  notAssigned: (organization) =>
    `Cette application est réservée aux personnes à qui elle est attribuée, et elle ne l’est pas à vous. Demandez à l’administration de ${organization} de vous l’attribuer.`,
  deviceTitle: 'Connecter un appareil',
  deviceCode: 'Code',
  deviceHint: 'Le code que l’appareil affiche, par exemple WDJB-MJHT',
  deviceAsk: (application) => `Est-ce le code que ${application} affiche sur votre appareil ?`,
  deviceWarning:
    'Si quelqu’un vous a envoyé ce code, refusez : la personne qui l’a fait afficher serait connectée à votre place. N’acceptez qu’un code que vous voyez sur un appareil à vous.',
  deviceDone: 'L’appareil est connecté. Vous pouvez fermer cette page et continuer là-bas.',
  deviceWrong:
    'Ce code ne fonctionne pas. Il est peut-être mal saisi, déjà utilisé ou trop ancien. Demandez-en un nouveau à l’appareil et réessayez.',
  deviceOver:
    'Cette page est restée ouverte trop longtemps, ou ce navigateur refuse ses cookies. Autorisez-les et saisissez à nouveau le code.',
  deviceAgain: 'Saisir à nouveau le code',
  deviceDeclined: 'Vous avez refusé. L’appareil n’a pas été connecté.',
  signOutTitle: 'Se déconnecter',
  signOutAsk:
    'Voulez-vous vous déconnecter de Guesthouse et de toutes les applications que vous avez ouvertes avec lui sur cet appareil ?',
  signOut: 'Se déconnecter',
  stay: 'Garder ma session ouverte',
  signedOut: 'Votre session est fermée.',
  stayed: 'Votre session Guesthouse reste ouverte.',
  alsoSignedOut: 'La session de ce navigateur est aussi fermée dans ces applications :',
  notAnswered:
    'Celles-ci n’ont pas répondu. Votre session y est peut-être encore ouverte : fermez-la aussi là-bas, ou fermez le navigateur.',
  notTold:
    'Celles-ci sont trop nombreuses pour être averties en une fois. Votre session y est peut-être encore ouverte : fermez-la aussi là-bas, ou fermez le navigateur.',
  errorTitle: 'Cette connexion ne peut pas continuer',
  errorNext:
    'Ouvrez à nouveau l’application et recommencez à partir de là. Si cela persiste, transmettez ce qui figure ci-dessous aux personnes qui exploitent l’application.',
}

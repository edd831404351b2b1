/** Passkeys, authenticator apps and the page about both, in French. */
import type { SecurityWords } from '../en/security.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('fr')

export const security: SecurityWords = {
  security: 'Sécurité',
  securityIntro: 'Ce qui vous sert à vous connecter, et vos sessions ouvertes.',
  toProfile: 'Retour à mon compte',
  toSecurity: 'Retour à « Sécurité »',

  passkeys: 'Clés d’accès',
  passkeysIntro:
    'Une clé d’accès vous connecte en déverrouillant votre appareil, sans mot de passe.',
  noPasskeys: 'Vous n’avez encore aucune clé d’accès.',
  addPasskey: 'Ajouter une clé d’accès',
  passkeysHere: (host) =>
    `Les clés d’accès sont liées à un nom, or ce Guesthouse est joignable à l’adresse ${host}. Demandez à la personne qui l’exploite de lui donner un nom avec https.`,
  tooManyPasskeys: (most) =>
    `Vous avez ${plural(most, { one: '# clé d’accès', many: '# clés d’accès', other: '# clés d’accès' })}, le maximum possible. Retirez-en une que vous n’utilisez pas.`,
  passkeyName: 'Nom de cette clé d’accès',
  passkeyNameHint: 'Pour la reconnaître, par exemple : Mon téléphone',
  passkeyNamePlain: 'Clé d’accès',
  badName: 'Donnez à la clé d’accès un nom de 1 à 64 caractères.',
  askBrowser: 'Continuer',
  askBrowserHint:
    'Votre navigateur vous demande de déverrouiller cet appareil, ou un autre à proximité.',
  addedOn: (date) => `Ajoutée le ${date}`,
  lastUsedOn: (date) => `dernière utilisation le ${date}`,
  neverUsed: 'pas encore utilisée',
  remove: 'Retirer',
  removeNamed: (name) => `Retirer ${name}`,
  removePasskey: 'Retirer cette clé d’accès ?',
  removePasskeyText: (name) =>
    `« ${name} » ne vous connectera plus. Votre appareil l’affichera peut-être encore, tant que vous ne l’y aurez pas retirée aussi.`,
  removePasskeyLast:
    'Vous n’avez pas de mot de passe ici, et c’est votre dernière clé d’accès. Assurez-vous de pouvoir vous connecter d’une autre façon.',
  keep: 'La garder',

  withPasskey: 'Se connecter avec une clé d’accès',
  passkeyIntro:
    'Votre navigateur affiche les clés d’accès qu’il connaît. Vous n’avez besoin ni de nom ni de mot de passe.',
  usePasskey: 'Utiliser une clé d’accès',
  otherWay: 'Se connecter d’une autre façon',
  needsScript:
    'Les clés d’accès ont besoin de JavaScript, qui est désactivé dans ce navigateur. Activez-le pour ce site, ou connectez-vous d’une autre façon.',
  unsupported:
    'Ce navigateur ne connaît pas les clés d’accès. Essayez avec un navigateur plus récent, ou connectez-vous d’une autre façon.',
  cancelled:
    'Aucune clé d’accès n’a été utilisée : l’opération a été annulée ou a pris trop de temps. Réessayez quand vous le voudrez.',
  alreadyThere:
    'Cet appareil a déjà une clé d’accès à vous. Utilisez un autre appareil, ou gardez celle que vous avez.',
  expired: 'Cela a pris trop de temps ou a été envoyé deux fois. Réessayez.',
  notVerified:
    'La clé d’accès n’a pas pu être vérifiée ; rien n’a donc été modifié. Réessayez ; si cela persiste, utilisez une autre clé d’accès.',
  unknownPasskey:
    'Cette clé d’accès n’est pas connue ici. Elle a peut-être été retirée. Connectez-vous d’une autre façon, puis ajoutez-en une nouvelle.',

  authenticator: 'Application d’authentification',
  authenticatorIntro:
    'Un code d’une application de votre téléphone, demandé après votre mot de passe.',
  authenticatorOff: 'Pas configurée.',
  authenticatorOn: (date) => `Configurée le ${date}.`,
  authenticatorNeedsPassword:
    'Vous ne vous connectez pas ici avec un mot de passe ; aucun code n’est donc demandé. Votre compte est aussi sûr que ce avec quoi vous vous connectez : une clé d’accès, votre boîte aux lettres ou le fournisseur qui dit qui vous êtes.',
  setUpAuthenticator: 'Configurer une application d’authentification',
  setUpTitle: 'Configurez votre application d’authentification',
  setUpSteps:
    'Scannez cette image avec l’application, ou saisissez-y la clé. Saisissez ensuite le code que l’application affiche.',
  qr: 'Code QR contenant la clé qui est écrite dessous',
  key: 'Clé :',
  code: 'Code',
  codeHint: 'Six chiffres, de l’application',
  confirm: 'Confirmer',
  codeWrongSetUp:
    'Ce n’est pas le code du moment. Vérifiez que l’horloge de votre téléphone est à l’heure, attendez le code suivant et saisissez-le. Rien n’est encore activé.',
  setUpOver:
    'La clé de la page précédente est trop ancienne. En voici une nouvelle : scannez à nouveau.',
  recoveryTitle: 'Vos codes de récupération',
  recoveryText:
    'Gardez-les là où vous les trouverez sans votre téléphone, par exemple sur papier. Chacun vous connecte une fois, à la place d’un code de l’application. Ils ne seront plus affichés.',
  recoveryKept: 'Je les ai mis de côté',
  noRecoveryLeft: 'Il ne vous reste aucun code de récupération.',
  recoveryLeft: (count) =>
    plural(count, {
      one: 'Il vous reste # code de récupération.',
      many: 'Il vous reste # codes de récupération.',
      other: 'Il vous reste # codes de récupération.',
    }),
  newRecoveryCodes: 'Créer de nouveaux codes de récupération',
  newRecoveryText: 'Les anciens ne fonctionneront plus. Saisissez un code pour continuer.',
  removeAuthenticator: 'Retirer l’application d’authentification',
  removeAuthenticatorText:
    'Ensuite, votre mot de passe suffira à vous connecter, et vos codes de récupération ne fonctionneront plus. Saisissez un code pour continuer ; si vous n’avez ni l’application ni codes de récupération, demandez à l’administration de votre organisation d’origine de les réinitialiser.',
  anyCode: 'Code ou code de récupération',
  anyCodeHint: 'Six chiffres de l’application, ou l’un de vos codes de récupération',
  secondStep: 'Saisissez votre code',
  secondStepFor: (name) => `Pour ${name}.`,
  codeWrong:
    'Ce code n’est pas le bon, ou il a déjà servi. Attendez que l’application affiche le suivant, puis saisissez-le.',
  lostPhone:
    'Sans votre téléphone ? Saisissez un code de récupération. Si vous n’en avez pas, demandez à l’administration de votre organisation d’origine de réinitialiser votre connexion.',
  startAgain: 'Recommencer',
  noAuthenticator:
    'Vous n’avez configuré aucune application d’authentification ; il n’y a donc rien à modifier.',

  sessions: 'Vos sessions ouvertes',
  thisSession: 'cette session',
  lastSeenAt: (time) => `Dernière utilisation le ${time}`,
  endSession: 'Déconnecter',
  endNamed: (device) => `Déconnecter ${device}`,
  sessionEnded: 'La session est déconnectée.',
  sessionGone: 'Cette session avait déjà pris fin.',
  passkeyAdded: 'La clé d’accès est ajoutée. Vous pouvez désormais vous connecter avec elle.',
  passkeyRemoved: 'La clé d’accès est retirée.',
  authenticatorRemoved:
    'L’application d’authentification est retirée. Votre mot de passe suffit désormais à vous connecter.',
}

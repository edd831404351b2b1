/** Ways to sign in other than a password here: codes by mail and providers, in French. */
import type { WaysWords } from '../en/ways.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('fr')

export const ways: WaysWords = {
  withCode: 'M’envoyer un code par e-mail',
  codeIntro:
    'Un code est envoyé à cette adresse. Il vous permet d’entrer, ou vous montre comment vous connecter.',
  back: 'Retour à la page de connexion',
  codeTitle: 'Se connecter avec un code',
  address: 'Votre adresse e-mail',
  addressHint:
    'Nous y envoyons un code. C’est pour les personnes qui n’ont pas d’autre compte avec lequel se connecter.',
  addressHintAsking:
    'Nous y envoyons un code. Indiquez l’adresse à laquelle vous avez été invité. Si vous pouvez vous connecter, faites plutôt la demande dans la liste de vos organisations.',
  send: 'Envoyer le code',
  notAnAddress: 'Aucun code ne peut être envoyé à cette adresse. Vérifiez-en l’orthographe.',
  codeSent: (address) =>
    `Si les e-mails parviennent à ${address}, un code à 8 chiffres est en route. Saisissez-le ici, dans ce navigateur.`,
  code: 'Code',
  codeHint: (minutes) =>
    `Il fonctionne une seule fois, pendant ${plural(minutes, { one: '# minute', many: '# minutes', other: '# minutes' })}.`,
  check: 'Continuer',
  notACode: 'Un code comporte 8 chiffres. Regardez à nouveau l’e-mail.',
  wrongCode: (left) =>
    `Ce n’est pas le bon code. Il vous reste ${plural(left, { one: '# tentative', many: '# tentatives', other: '# tentatives' })}.`,
  codeOver:
    'Ce code ne fonctionne plus : il a servi, il est trop ancien ou il a fait l’objet de trop de tentatives. Demandez-en un nouveau.',
  newCode: 'Envoyer un nouveau code',

  unknownTitle: 'Aucun compte n’est connu ici à votre nom',
  unknownAddress: (address) =>
    `Vous avez prouvé que ${address} vous appartient, mais aucun compte ici ne correspond à cette adresse.`,
  unknownIdentity: (provider) =>
    `${provider} indique qui vous êtes, mais aucun compte ici n’y correspond.`,
  unknownGuest:
    'Si une organisation a ici un invité avec cette adresse, vous pouvez lui demander de le retirer ; si elle l’a retiré récemment, de le restaurer :',
  unknownNext:
    'Si vous avez reçu une invitation, ouvrez maintenant le lien qu’elle contient, dans ce navigateur. Sinon, demandez à l’organisation de vous inviter. Si vous avez un compte dans une organisation d’origine, connectez-vous avec lui.',
  homeGoneTitle: 'Votre compte n’existe plus',
  homeGone:
    'Le compte de votre organisation d’origine a été supprimé ; personne ne peut donc plus se connecter avec lui.',
  homeGoneNext:
    'Si cela date des dernières semaines, l’administration de votre organisation d’origine peut peut-être encore le restaurer. Les organisations chez qui vous êtes invité peuvent vous retirer si vous le leur demandez :',

  providerTitle: 'Se connecter avec un autre fournisseur',
  providerName: 'Votre adresse, ou le domaine de votre organisation d’origine',
  providerNameHint:
    'Par exemple ada@contoso.example ou contoso.example. Le domaine d’une organisation qui vous a envoyé une invitation convient aussi.',
  find: 'Continuer',
  again: (provider) => `Se connecter à nouveau avec ${provider}`,
  noProvider: (domain) =>
    `Aucun fournisseur n’est connu pour ${domain}. Vérifiez l’orthographe, ou prouvez avec un code que l’adresse vous appartient : vous verrez alors comment vous connecter avec elle.`,
  proveFirst: 'M’envoyer un code et me montrer comment me connecter',
  waysTitle: 'Se connecter avec votre fournisseur',
  ways: (address) =>
    `Vous avez prouvé que ${address} vous appartient. Un invité avec cette adresse se connecte ici :`,
  atProvider: (host) => `Vous vous connectez là-bas, à l’adresse ${host}, puis vous revenez.`,
  whichTitle: 'Choisissez comment vous connecter',
  which: (domain) =>
    `Voici les façons de se connecter pour les personnes qui travaillent avec ${domain} :`,
  use: (provider, host) => `${provider} (${host})`,
  onTheWay: (provider) => `Vous continuez chez ${provider}.`,
  goTo: (provider) => `Continuer chez ${provider}`,
  startAgain: 'Se connecter à nouveau',
  flowOverTitle: 'Recommencez',
  flowOver:
    'Cette réponse d’un fournisseur ne correspond à aucune connexion de ce navigateur : elle est trop ancienne, elle a déjà servi ou la connexion a commencé ailleurs.',
  stopped: (provider) => `La connexion chez ${provider} n’a pas eu lieu. Rien n’a été modifié.`,
  refusedTitle: 'Cette connexion n’a pas été acceptée',
  refused: (provider) =>
    `La réponse de ${provider} n’était pas digne de confiance ; personne n’a donc été connecté. Réessayez ; si cela persiste, prévenez l’administration de votre organisation d’origine.`,
  unavailable: (provider) =>
    `${provider} ne répond pas pour l’instant. Réessayez dans un moment, ou connectez-vous d’une autre façon.`,
  notTrusted:
    'Ce fournisseur n’est plus utilisé ici. Connectez-vous d’une autre façon, ou adressez-vous à l’administration de votre organisation.',
}

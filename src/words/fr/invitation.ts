/** The pages behind an invitation's link, in French. */
import type { InvitationWords } from '../en/invitation.ts'

export const invitation: InvitationWords = {
  title: (organization) => `${organization} vous invite`,
  from: (inviter) => `${inviter} vous a écrit :`,
  intro: (organization) =>
    `En tant qu’invité, vous pouvez utiliser ce que ${organization} partage avec vous.`,
  prove: (address) => `Pour accepter, prouvez d’abord que ${address} vous appartient.`,
  proveAtHome: (home, address) =>
    `Pour accepter, connectez-vous chez ${home} en tant que ${address}.`,
  signIn: 'Se connecter',
  sendCode: 'M’envoyer un code par e-mail',
  otherProvider: 'Se connecter avec un autre fournisseur',
  signInWith: (provider) => `Se connecter avec ${provider}`,
  signedInAsOther: (name, address) =>
    `Une session est ouverte au nom de ${name}. Si ${address} vous appartient aussi, prouvez-le ci-dessous ; si la session est celle d’une autre personne que celle qui est invitée, déconnectez-vous d’abord, puis ouvrez à nouveau le lien.`,
  review: 'Vérifier les autorisations',
  receives: (organization) => `Si vous acceptez, ${organization} reçoit :`,
  receivesName: 'votre nom',
  receivesAddress: (address) => `l’adresse ${address}`,
  receivesSignIn: 'la date de votre dernière connexion là-bas, et ce que vous y faites',
  statement: (organization) => `Lire la déclaration de confidentialité de ${organization}`,
  noStatement: (organization) =>
    `${organization} n’a pas fourni de déclaration de confidentialité.`,
  contact: (contact) => `Pour toute question sur vos données, écrivez à ${contact}.`,
  accept: 'Accepter',
  decline: 'Refuser',
  declineHint: 'Pour refuser, vous n’avez pas besoin de vous connecter.',
  forGood: (organization) => `Bloquer toute nouvelle invitation de ${organization}`,
  over: 'Cette invitation n’est plus valable',
  overWhy:
    'Le lien a déjà servi, il est trop ancien, un lien plus récent l’a remplacé ou l’invitation a été annulée.',
  overProve: 'Connectez-vous pour voir ce qu’elle est devenue',
  overFor: {
    accepted: (organization) =>
      `L’invitation de ${organization} a déjà été acceptée, avec une autre connexion que celle que vous venez de montrer. Connectez-vous avec celle-là.`,
    revoked: (organization) =>
      `${organization} a annulé cette invitation. Si vous voulez collaborer avec cette organisation, demandez-lui-en une nouvelle.`,
    replaced: (organization) =>
      `${organization} a envoyé un lien plus récent, qui remplace celui-ci. Cherchez-le dans le dernier e-mail que vous en avez reçu.`,
    expired: (organization, time) =>
      `Cette invitation de ${organization} a pris fin le ${time}. Demandez qu’elle vous soit envoyée à nouveau.`,
  },
  guestAlready: (organization) => `Vous êtes invité chez ${organization}`,
  guestAlreadyWhy:
    'Vous avez déjà accepté cette invitation ; le lien a rempli son rôle. Continuez à partir d’ici.',
  notNow: 'Vous ne pouvez pas accepter cette invitation maintenant',
  refused: {
    domainNotAllowed: (organization) =>
      `${organization} n’admet plus personne de ce domaine. Adressez-vous à la personne qui vous a envoyé l’invitation.`,
    guestDisabled: (organization) =>
      `Votre compte chez ${organization} est désactivé. L’administration de ${organization} peut le réactiver ; ouvrez ensuite ce lien à nouveau. Si vous n’en voulez pas, demandez votre retrait.`,
    inviteeRefuses: (organization) =>
      `Vous avez bloqué toute nouvelle invitation de ${organization}. Débloquez d’abord cette organisation sur la page « Organisations », puis ouvrez à nouveau ce lien.`,
  },
  askRemoval: 'Demander mon retrait',
  overNext:
    'Si vous voulez collaborer avec l’organisation, demandez-lui une nouvelle invitation. Celles dont vous faites partie figurent dans la liste de vos organisations.',
  toOrganizations: 'Mes organisations',
  accepted: (organization) => `Vous êtes désormais invité chez ${organization}`,
  acceptedNext: (organization) =>
    `${organization} a indiqué une adresse où continuer. Elle lui appartient :`,
  alreadyHere: (organization) => `Vous faites déjà partie de ${organization}`,
  alreadyHereWhy:
    'L’invitation est parvenue à une autre de vos adresses. Vous continuez avec le compte que vous y avez.',
  takenOver: 'Ce qui était préparé pour l’adresse invitée est maintenant à vous :',
  notTakenOver:
    'Ceci n’a pas été repris ; si vous en avez besoin, adressez-vous à l’administration là-bas :',
  link: {
    group: (name) => `Groupe : ${name}`,
    ownedGroup: (name) => `Propriétaire du groupe : ${name}`,
    application: (name) => `Application : ${name}`,
    ownedApplication: (name) => `Propriétaire de l’application : ${name}`,
    role: (name) => `Rôle : ${name}`,
    sponsor: (name) => `Vous parraine : ${name}`,
    sponsorOf: (name) => `Vous parrainez : ${name}`,
    manager: (name) => `Responsable : ${name}`,
    directReport: (name) => `Sous votre responsabilité : ${name}`,
  },
  declined: (organization) => `Vous avez refusé l’invitation de ${organization}`,
  declinedWhy: 'Il n’y reste rien de vous.',
  declinedAndLeft: (organization) =>
    `Vous aviez un compte chez ${organization}, que vous venez de quitter. L’e-mail que nous vous avons envoyé indique jusqu’à quand ce compte peut être restauré.`,
  declineBlocked: (organization) => `Vous n’avez pas quitté ${organization}`,
  declineBlockedWhy: (organization) =>
    `Vous avez déjà un compte chez ${organization} ; refuser reviendrait donc à quitter l’organisation, et quelque chose s’y oppose. La liste de vos organisations indique quoi, et ce que vous pouvez faire.`,
  openPortal: 'Aller à mes applications',
}

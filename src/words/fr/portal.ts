/** The portal: apps, the account, and what can act for somebody; in French. */
import { permissions } from './permissions.ts'
import type { PortalWords } from '../en/portal.ts'

export const portal: PortalWords = {
  apps: {
    title: 'Applications',
    intro: (organization) => `Ce que ${organization} vous a attribué.`,
    organization: 'Organisation',
    chooseOrganization: (organization) => `Organisation : ${organization}`,
    search: 'Rechercher des applications',
    more: 'En charger plus',
    loading: 'Chargement de vos applications…',
    opensNewTab: (app) => `${app} (s’ouvre dans un nouvel onglet)`,
    noAddress: 'Cette application n’a pas d’adresse à ouvrir.',
    emptyTitle: 'Pas encore d’applications',
    emptyHint: (organization) =>
      `Des applications apparaissent ici quand l’administration de ${organization} vous les attribue, à vous ou à un groupe dont vous faites partie.`,
    nothingFound: 'Aucune application ne correspond',
    nothingFoundHint: (search) =>
      `Aucune de vos applications ici ne s’appelle « ${search} ». Essayez avec moins de lettres, ou dans une autre organisation.`,
    noOrganization: 'Aucune organisation à afficher',
    noOrganizationHint:
      'Des applications apparaissent ici quand vous faites partie d’une organisation et que votre compte y est actif. Vos organisations, et ce qui fait obstacle, se trouvent sur la page « Organisations ».',
    toOrganizations: 'Afficher mes organisations',
  },
  account: {
    language: 'Langue et fuseau horaire',
    languageHint:
      'Vous lisez Guesthouse et ses e-mails dans cette langue, avec les heures de ce fuseau horaire.',
    timeZone: 'Fuseau horaire',
    timeZoneSaved: 'Après l’enregistrement',
    save: 'Enregistrer',
    title: 'Compte',
    intro:
      'Qui vous êtes, comment vous vous connectez et de quelles organisations vous faites partie.',
    aboutMe: 'À propos de moi',
    signInName: 'Nom de connexion',
    home: 'Organisation d’origine',
    noHome: 'Aucune',
    disabledTitle: 'Votre compte est désactivé',
    disabled: (home) =>
      `Votre compte est désactivé chez ${home}. Vous pouvez voir vos organisations ici, mais seule l’administration là-bas peut réactiver votre compte.`,
    yourHome: 'votre organisation d’origine',
    signIn: 'Comment je me connecte',
    ways: {
      password: (issuer) => `Avec un mot de passe, chez ${issuer}`,
      emailCode: (issuer) => `Avec un code envoyé à ${issuer}`,
      provider: (issuer) => `Chez ${issuer}`,
    },
    passwordChanged: 'Mot de passe modifié',
    noSignIn: 'Vous n’avez ici aucune façon de vous connecter qui vous soit propre.',
    changePassword: 'Changer de mot de passe',
    security: 'Sécurité : clés d’accès, application d’authentification',
    signIns: 'Mes connexions',
    signInsHint: {
      password:
        'Les 100 plus récentes. Si vous n’en reconnaissez pas une, changez votre mot de passe et consultez « Sécurité ».',
      provider:
        'Les 100 plus récentes. Si vous n’en reconnaissez pas une, changez chez votre fournisseur ce qui vous sert à vous connecter, et consultez « Sécurité ».',
      mail: 'Les 100 plus récentes. Si vous n’en reconnaissez pas une, veillez à ce que personne d’autre ne lise vos e-mails, et consultez « Sécurité ».',
    },
    moreSignIns: 'Les afficher toutes',
    noSignIns: 'Aucune connexion n’est encore enregistrée.',
    signedInAt: (organization) => `Connexion chez ${organization}`,
    wentOnTo: (organization) => `Passage chez ${organization}`,
    cameFrom: (organization, home) => `Connexion chez ${organization}, depuis ${home}`,
    signInFailed: (organization) => `Échec de connexion chez ${organization}`,
    signedOutAt: (organization) => `Déconnexion chez ${organization}`,
    signInMethods: {
      password: 'avec un mot de passe',
      passkey: 'avec une clé d’accès',
      authenticator: 'avec un mot de passe et un code',
      recoveryCode: 'avec un mot de passe et un code de récupération',
      emailCode: 'avec un code par e-mail',
      provider: 'avec un autre fournisseur',
    },
    signInReasons: {
      wrongPassword: 'mot de passe incorrect',
      wrongCode: 'mot de passe correct, code incorrect',
      disabledAtHome: 'le compte est désactivé',
      organizationClosed: 'l’organisation est fermée',
    },
    sessions: 'Mes sessions ouvertes',
    sessionsHint: {
      password: 'Si vous n’en reconnaissez pas une, déconnectez-la et changez votre mot de passe.',
      provider:
        'Si vous n’en reconnaissez pas une, déconnectez-la et changez chez votre fournisseur ce qui vous sert à vous connecter.',
      mail: 'Si vous n’en reconnaissez pas une, déconnectez-la et veillez à ce que personne d’autre ne lise vos e-mails.',
    },
    thisSession: 'Cette session',
    lastSeen: 'Dernière utilisation le',
    endSession: 'Déconnecter',
    endSessionNamed: (device) => `Déconnecter ${device}`,
    endTitle: 'Déconnecter cette session ?',
    endText: (device) =>
      `${device} devra se connecter à nouveau avant de pouvoir faire quoi que ce soit.`,
    sessionEnded: 'La session est déconnectée.',
  },
  consents: {
    title: 'Applications ayant un accès',
    hint: 'Elles peuvent agir pour vous, dans la mesure où vous le pourriez vous-même. Mettez fin à l’accès de celles que vous n’utilisez pas.',
    none: 'Aucune application ne peut agir pour vous pour l’instant.',
    everywhere: 'Toutes vos organisations',
    since: 'Depuis le',
    lastUsed: 'dernière utilisation le',
    lasting: 'Se poursuit quand vous vous déconnectez',
    scopes: {
      openid: 'vous reconnaître',
      profile: 'voir votre nom',
      email: 'voir votre adresse e-mail',
      ...permissions,
      'Account.Read': 'voir votre compte et toutes vos organisations',
      'Account.ReadWrite': 'voir et modifier votre compte, et quitter des organisations pour vous',
    },
    can: (what) => `Peut ${what}.`,
    end: 'Mettre fin à l’accès',
    endNamed: (application) => `Mettre fin à l’accès de ${application}`,
    endTitle: (application) => `Mettre fin à l’accès de ${application} ?`,
    endText: (application) =>
      `${application} ne pourra plus rien faire pour vous, dès cet instant. Votre compte et vos applications restent ; si vous l’ouvrez à nouveau, elle vous demandera d’abord votre accord.`,
    ended: (application) => `L’accès de ${application} a pris fin.`,
  },
}

/** The mails, in French. */
import type { MailWords } from '../en/mail.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('fr')

export const mail: MailWords = {
  frame: {
    fact: ({ label, value }) => `${label} : ${value}`,
    before: ({ label }) => `${label} :`,
    fromOrganization: ({ organization, domain, host }) =>
      `Cet e-mail concerne ${organization} (${domain}). Il a été envoyé par Guesthouse, à l’adresse ${host}.`,
    fromInstallation: ({ host }) => `Cet e-mail a été envoyé par Guesthouse, à l’adresse ${host}.`,
    questions: ({ organization }) => `Questions sur vos données chez ${organization}`,
    openOrganization: ({ organization }) => `Ouvrir ${organization} dans vos organisations`,
    theyWrite: 'Message qui vous est adressé :',
  },

  signInCode: {
    subject: 'Votre code pour Guesthouse',
    yours: ({ code }) => `Votre code est ${code}`,
    works: ({ minutes }) =>
      `Il fonctionne une seule fois, pendant ${plural(minutes, { one: '# minute', many: '# minutes', other: '# minutes' })}, dans le navigateur où il a été demandé. Personne chez Guesthouse ne vous le demandera jamais.`,
    notYou:
      'Si vous n’avez pas demandé de code, vous n’avez rien à faire : sans lui, personne n’entre.',
  },

  newBrowser: {
    subject: 'Une nouvelle connexion à votre compte',
    lead: 'Quelqu’un s’est connecté à votre compte avec un navigateur qui n’avait encore jamais servi pour cela.',
    when: 'Quand',
    browser: 'Navigateur',
    browserOn: ({ browser, system }) => `${browser} sous ${system}`,
    unknownBrowser: 'Un navigateur qui ne dit pas son nom',
    unknownBrowserOn: ({ system }) => `Un navigateur qui ne dit pas son nom, sous ${system}`,
    notYouPassword:
      'Si c’était vous, vous n’avez rien à faire. Sinon, mettez fin à cette session et changez votre mot de passe sur cette page.',
    notYou:
      'Si c’était vous, vous n’avez rien à faire. Sinon, mettez fin à cette session sur cette page et veillez à ce que personne d’autre ne puisse utiliser ce qui vous sert à vous connecter, par exemple votre boîte aux lettres.',
    open: 'Voir vos sessions',
  },

  factorChanged: {
    subject: {
      passkeyAdded: 'Une clé d’accès a été ajoutée à votre compte',
      passkeyRemoved: 'Une clé d’accès a été retirée de votre compte',
      authenticatorAdded: 'Une application d’authentification a été configurée pour votre compte',
      authenticatorRemoved: 'L’application d’authentification a été retirée de votre compte',
      recoveryCodesMade: 'De nouveaux codes de récupération ont été créés pour votre compte',
      factorsReset: 'Vos clés d’accès et votre application d’authentification ont été retirées',
      passwordSet: 'Un mot de passe a été défini pour votre compte',
      passwordChanged: 'Le mot de passe de votre compte a été modifié',
      identityAdded: 'Une nouvelle façon de vous connecter à votre compte',
      identityRemoved: 'Une façon de vous connecter à votre compte a été retirée',
    },
    meaning: {
      passkeyAdded:
        'Une clé d’accès a été ajoutée à votre compte. Elle vous connecte désormais, sans mot de passe.',
      passkeyRemoved: 'Une clé d’accès a été retirée de votre compte. Elle ne vous connecte plus.',
      authenticatorAdded:
        'Une application d’authentification a été configurée pour votre compte. Son code vous est désormais demandé après votre mot de passe.',
      authenticatorRemoved:
        'L’application d’authentification a été retirée de votre compte. Plus aucun code ne vous est demandé après votre mot de passe, et vos codes de récupération ne fonctionnent plus.',
      recoveryCodesMade:
        'De nouveaux codes de récupération ont été créés pour votre compte. Les anciens ne fonctionnent plus.',
      factorsReset:
        'Vos clés d’accès et votre application d’authentification ont été retirées. Elles ne vous connectent plus, et vos codes de récupération ne fonctionnent plus.',
      passwordSet: 'Un mot de passe a été défini pour votre compte. Il vous connecte désormais.',
      passwordChanged:
        'Le mot de passe de votre compte a été modifié. L’ancien ne vous connecte plus.',
    },
    identityAdded: ({ host }) =>
      `Votre compte est lié à un compte chez ${host}. Qui se connecte là-bas est aussi connecté ici.`,
    identityRemoved: ({ host }) => `Votre compte n’est plus lié à celui chez ${host}.`,
    aProvider: 'un fournisseur',
    when: 'Quand',
    by: {
      oneself: 'Cela a été fait dans l’une de vos sessions, ou avec un lien créé pour vous.',
      operator: 'Cela a été fait par la personne qui exploite ce Guesthouse.',
      administrator: ({ organization }) =>
        `Cela a été fait par l’administration de ${organization}.`,
    },
    notYou:
      'Si c’était vous, vous n’avez rien à faire. Sinon, connectez-vous, ouvrez la page « Sécurité », retirez ce que vous ne connaissez pas et déconnectez les sessions qui ne sont pas les vôtres.',
    notKnown: ({ organization }) =>
      `Si vous êtes au courant, vous n’avez rien à faire. Sinon, connectez-vous, ouvrez la page « Sécurité », retirez ce que vous ne connaissez pas, déconnectez les sessions qui ne sont pas les vôtres et prévenez l’administration de ${organization}.`,
    open: 'Ouvrir la page « Sécurité »',
  },

  invitation: {
    subject: ({ organization }) => `${organization} vous invite`,
    lead: ({ organization, inviter }) =>
      `${inviter}, de ${organization}, vous invite à collaborer en tant qu’invité.`,
    leadOrganization: ({ organization }) =>
      `${organization} vous invite à collaborer en tant qu’invité.`,
    open: 'Voir de quoi il s’agit, puis accepter ou refuser',
    once: ({ time }) =>
      `L’adresse n’est que pour vous, fonctionne une seule fois et prend fin le ${time}.`,
    declining: 'Pour refuser, vous n’avez pas besoin de vous connecter.',
    unexpected: ({ organization, domain }) =>
      `Vous ne vous y attendiez pas ? Alors n’ouvrez pas l’adresse avant d’avoir interrogé quelqu’un que vous connaissez chez ${organization} (${domain}). Si personne n’y est au courant, supprimez cet e-mail.`,
    reply: ({ inviter }) => `Une réponse à cet e-mail parvient à ${inviter}.`,
  },

  invitationCopy: {
    subject: ({ organization, address }) => `${organization} a invité ${address}`,
    lead: ({ organization, inviter, address }) =>
      `${inviter}, de ${organization}, a invité ${address} et souhaitait que vous le sachiez.`,
    leadOrganization: ({ organization, address }) =>
      `${organization} a invité ${address} et souhaitait que vous le sachiez.`,
  },

  removalAsked: {
    subject: ({ organization, name }) => `${name} demande son retrait de ${organization}`,
    lead: ({ organization, name, principalName }) =>
      `${name} (${principalName}) demande son retrait de ${organization} et ne peut pas partir sans l’administration.`,
    theirMessage: 'Son message :',
    answer: {
      enable:
        'L’administration répond dans le centre d’administration, sur la page « Demandes » : réactiver le compte pour que la personne puisse partir, le retirer, ou refuser.',
      remove:
        'L’administration répond dans le centre d’administration, sur la page « Demandes » : retirer le compte, ou refuser.',
    },
    closed: ({ organization }) =>
      `${organization} est fermée ; personne n’a donc à répondre : le compte y est supprimé automatiquement, sauf si la demande est retirée.`,
    open: 'Ouvrir la demande dans le centre d’administration',
  },
}

/** What mails say before an account of a guest ends by itself, in French. */
import type { ComingWords, LifecycleWords } from '../en/lifecycle.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('fr')

export const lifecycle: LifecycleWords = {
  guest: {
    subject: {
      delete: ({ organization }) => `Votre compte chez ${organization} prend bientôt fin`,
      disable: ({ organization }) => `Votre compte chez ${organization} sera bientôt désactivé`,
      done: ({ organization }) => `Votre compte chez ${organization} est désactivé`,
    },
    why: {
      endDate: ({ organization }) =>
        `Une date de fin est fixée pour votre compte chez ${organization}.`,
      inactivity: ({ organization }) =>
        `Vous n’avez pas utilisé ${organization} depuis longtemps, et l’accès des invités qui n’en ont plus besoin y est retiré.`,
      sponsor: ({ organization }) =>
        `Plus personne chez ${organization} ne répond de vous, et chaque invité y a besoin de quelqu’un.`,
      attestation: ({ organization }) =>
        `Personne n’a confirmé depuis longtemps que vous avez encore besoin de votre compte chez ${organization}.`,
      redemption: ({ organization }) =>
        `Vous n’avez pas encore accepté l’invitation de ${organization}.`,
    },
    delete: ({ organization, time }) =>
      `Le ${time}, votre compte chez ${organization} est supprimé. Pendant quelque temps, l’administration pourra encore le restaurer.`,
    disable: ({ organization, time }) =>
      `Le ${time}, votre compte chez ${organization} est désactivé : vous ne pourrez plus l’utiliser, et rien n’est encore supprimé.`,
    done: ({ organization }) =>
      `Votre compte chez ${organization} est maintenant désactivé. L’administration peut le réactiver, et vous pouvez toujours quitter l’organisation sur la page « Organisations ».`,
    doneHere: ({ organization }) =>
      `Votre compte chez ${organization} est désactivé. L’administration peut le réactiver, et vous pouvez toujours quitter l’organisation.`,
    later: ({ time }) => `S’il n’est pas réactivé, il est supprimé le ${time}.`,
    attest: ({ organization }) =>
      `Si vous en avez encore besoin, confirmez-le vous-même : une étape suffit, et ${organization} compte à partir de là. Vous pouvez aussi partir au même endroit.`,
    stay: {
      endDate: ({ organization }) =>
        `Si vous en avez besoin plus longtemps, demandez une date ultérieure à la personne qui répond de vous chez ${organization}, ou à l’administration.`,
      inactivity: ({ organization }) =>
        `Si vous en avez encore besoin, connectez-vous à ${organization} avant cette date ; rien d’autre n’est nécessaire.`,
      sponsor: ({ organization }) =>
        `Si vous en avez encore besoin, demandez à quelqu’un chez ${organization} de répondre de vous.`,
      attestation: ({ organization }) =>
        `Si vous en avez encore besoin, demandez à la personne qui répond de vous chez ${organization}, ou à l’administration, de le confirmer.`,
      redemption: () => 'Si vous le souhaitez, acceptez l’invitation avant cette date.',
    },
  },
  sponsor: {
    subject: {
      delete: ({ organization, guest }) =>
        `Le compte de ${guest} chez ${organization} prend bientôt fin`,
      disable: ({ organization, guest }) =>
        `Le compte de ${guest} chez ${organization} sera bientôt désactivé`,
      done: ({ organization, guest }) => `Le compte de ${guest} chez ${organization} est désactivé`,
      removed: ({ organization, guest }) => `Le compte de ${guest} chez ${organization} a pris fin`,
    },
    you: ({ organization, guest }) =>
      `Vous recevez ce message parce que vous répondez de ${guest} chez ${organization}.`,
    why: {
      endDate: ({ guest }) => `Une date de fin est fixée pour le compte de ${guest}.`,
      inactivity: ({ organization, guest }) =>
        `${guest} n’a pas utilisé ${organization} depuis longtemps.`,
      sponsor: ({ organization, guest }) =>
        `Plus personne chez ${organization} ne répondait de ${guest}.`,
      attestation: ({ organization, guest }) =>
        `Personne n’a confirmé depuis longtemps que ${guest} a encore besoin du compte chez ${organization}.`,
      redemption: ({ organization, guest }) =>
        `${guest} n’a pas encore accepté l’invitation de ${organization}.`,
    },
    delete: ({ guest, time }) =>
      `Le ${time}, le compte de ${guest} est supprimé. Pendant quelque temps, l’administration pourra encore le restaurer.`,
    disable: ({ guest, time }) =>
      `Le ${time}, le compte de ${guest} est désactivé ; rien n’est encore supprimé.`,
    done: ({ guest }) => `Le compte de ${guest} est maintenant désactivé.`,
    removed: ({ guest }) =>
      `Le compte de ${guest} est maintenant supprimé. Pendant quelque temps, l’administration peut le restaurer.`,
    later: ({ time }) => `S’il n’est pas réactivé, il est supprimé le ${time}.`,
    stay: {
      endDate: ({ guest }) =>
        `Si ${guest} en a besoin plus longtemps, choisissez une date ultérieure sur la page « Invités dont je réponds ».`,
      inactivity: ({ organization, guest }) =>
        `Si ${guest} en a encore besoin, il suffit d’une connexion à ${organization} avant cette date.`,
      sponsor: ({ organization, guest }) =>
        `Si ${guest} en a encore besoin, quelqu’un chez ${organization} doit en répondre.`,
      attestation: ({ guest }) =>
        `Si ${guest} en a encore besoin, confirmez-le sur la page « Invités dont je réponds ». Sinon, ne faites rien.`,
      redemption: ({ guest }) =>
        `Si ${guest} doit encore venir, l’invitation doit être acceptée avant cette date.`,
    },
  },
  links: {
    signIn: ({ organization }) => `Se connecter à ${organization}`,
    own: 'Dire que j’en ai encore besoin',
    guests: 'Voir les invités dont je réponds',
    review: 'Voir lesquelles, et quitter celles dont je n’ai pas besoin',
  },
  passedOn: {
    subject: ({ organization }) => `Vous répondez d’un invité chez ${organization}`,
    lead: ({ organization, guest }) =>
      `Un collègue vous a désigné : désormais, vous répondez de ${guest} chez ${organization}. On vous demande si le compte est encore nécessaire ; cela ne vous donne aucun droit.`,
  },
  review: {
    subject: (count) =>
      plural(count, {
        one: 'Vous êtes dans # organisation : en avez-vous encore besoin ?',
        many: 'Vous êtes dans # d’organisations : avez-vous encore besoin de toutes ?',
        other: 'Vous êtes dans # organisations : avez-vous encore besoin de toutes ?',
      }),
    why: 'Vous recevez cet e-mail une fois par an, car vous êtes dans de nombreuses organisations et ne les utilisez pas toutes. Sur la même page, vous pouvez indiquer que vous n’en voulez plus.',
  },
}

export const coming: ComingWords = {
  reason: {
    endDate: 'Une date de fin est fixée',
    inactivity: 'Inutilisé depuis trop longtemps',
    sponsor: 'Personne ne répond de l’invité',
    attestation: 'Le besoin n’est pas confirmé',
    redemption: 'L’invitation n’est pas acceptée',
    homeGone: 'Le compte d’origine n’existe plus',
    neverAccepted: 'L’invitation n’est pas acceptée',
  },
  condition: {
    inactivity: 'Seulement s’il n’est pas utilisé d’ici là',
    attestation: 'Seulement si personne ne confirme le besoin d’ici là',
    redemption: 'Seulement si l’invitation n’est pas acceptée d’ici là',
  },
  ifKept: {
    nothing: 'Rien ne met alors fin de soi-même au compte.',
    deleted: (date) => `Si rien d’autre ne se passe, le compte prend alors fin le ${date}.`,
    disabled: (date) => `Si rien d’autre ne se passe, le compte est alors désactivé le ${date}.`,
  },
  notStopped: {
    deleted: (date) =>
      `Cela seul n’empêche pas la fin, et le compte prend tout de même fin le ${date}.`,
    disabled: (date) =>
      `Cela seul ne suffit pas, et le compte est tout de même désactivé le ${date}.`,
    beside: 'Le garder ne suffit pas à l’empêcher.',
  },
  sendAgain: 'Renvoyer l’invitation',
  stops: {
    endDate: 'Seule une date de fin plus tardive change cela.',
    inactivity: 'L’invité doit s’y connecter d’ici là.',
    sponsor: 'Quelqu’un doit répondre de l’invité d’ici là.',
    attestation: 'Le besoin doit être confirmé à nouveau d’ici là.',
    redemption: 'L’invité doit accepter l’invitation d’ici là.',
    homeGone:
      'L’administration doit permettre d’ici là à l’invité d’utiliser une nouvelle invitation.',
    neverAccepted:
      'L’invité doit accepter l’invitation, et celle qui a expiré doit d’abord être renvoyée.',
  },
  youStop: {
    endDate: 'Seule une date de fin plus tardive change cela.',
    inactivity: 'Connectez-vous-y d’ici là.',
    sponsor: 'Demandez à quelqu’un de cette organisation de répondre de vous.',
    attestation: 'Confirmez-le à nouveau d’ici là.',
    redemption: 'Acceptez l’invitation d’ici là.',
    homeGone: 'Demandez à l’administration de vous permettre d’utiliser une nouvelle invitation.',
    neverAccepted: 'Acceptez l’invitation ; celle qui a expiré doit d’abord être renvoyée.',
  },
}

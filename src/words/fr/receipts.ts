/** The page of a receipt, in French. */
import type { ErasureWords, ReceiptWords } from '../en/receipts.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('fr')

/** When the data of who has left or was deleted is erased, wherever that is said. */
export const erasure: ErasureWords = {
  comes: (by) =>
    `Dès que le compte ne peut plus être restauré, toutes ses données sont effacées ; c’est fait au plus tard le ${by}.`,
  comesMany: (by) =>
    `Dès que ces comptes ne peuvent plus être restaurés, toutes leurs données sont effacées ; c’est fait au plus tard le ${by}.`,
  runs: (by) =>
    `Le compte ne peut plus être restauré. Toutes ses données sont en cours d’effacement ; ce sera fait au plus tard le ${by}.`,
}

export const receipts: ReceiptWords = {
  title: 'Attestation',
  doorIntro:
    'Une attestation dit ce qu’est devenu un compte qui a pris fin : jusqu’à quand il peut être restauré et quand ses données sont effacées. Elle est montrée à la personne dont c’était le compte jusqu’à l’effacement de toutes ses données, à l’administration de l’organisation et à quiconque a le code de son e-mail.',
  doorCode: 'Code figurant dans l’e-mail de l’attestation',
  show: 'Afficher l’attestation',
  signIn: 'Se connecter plutôt',
  wrong:
    'Aucune attestation n’a cette référence et ce code. Suivez à nouveau le lien de l’e-mail, ou connectez-vous.',
  signedIn:
    'Vous êtes connecté, et cette attestation n’est pas montrée à votre compte. Une fois toutes les données effacées, plus rien ne dit à qui était le compte : seul le code d’un e-mail à son sujet ouvre alors l’attestation.',
  wrongSignedIn:
    'Aucune attestation n’a cette référence et ce code. Suivez à nouveau le lien de l’e-mail.',
  heading: (organization) => `Attestation : compte chez ${organization}`,
  headingMany: (count) =>
    plural(count, {
      one: 'Attestation : une organisation quittée',
      many: 'Attestation : # d’organisations quittées',
      other: 'Attestation : # organisations quittées',
    }),
  manyIntro:
    'Ces comptes ont pris fin parce que la personne est partie, en une fois. Chacun a sa propre attestation, avec sa propre référence ; celle-ci vaut pour tous ensemble.',
  kind: {
    left: (organization) =>
      `Le compte chez ${organization} a pris fin parce que la personne est partie.`,
    declined: (organization) =>
      `Le compte chez ${organization} a pris fin parce que l’invitation a été refusée.`,
    removed: (organization) =>
      `Le compte chez ${organization} a pris fin parce que l’administration l’a retiré.`,
    removedByOperator: (organization) =>
      `Le compte chez ${organization} a pris fin parce que l’exploitant de ce serveur l’a retiré.`,
    removedByPolicy: (organization) =>
      `Le compte chez ${organization} a pris fin parce qu’une règle de l’organisation l’a retiré.`,
    endDate: (organization) =>
      `Le compte chez ${organization} a pris fin parce que la date de fin fixée pour lui est arrivée.`,
    homeGone: (organization) =>
      `Le compte chez ${organization} a pris fin parce que le compte de la personne dans son organisation d’origine n’existe plus.`,
    merged: (organization) =>
      `Le compte chez ${organization} a pris fin parce que la même personne y en a un autre, qui reste.`,
    neverAccepted: (organization) =>
      `Le compte chez ${organization} a pris fin parce que personne n’a accepté l’invitation à temps.`,
    erased: (organization) =>
      `Le compte chez ${organization} et toutes les données de la personne là-bas ont été effacés.`,
  },
  state: {
    restorable: (until) =>
      `Il peut être restauré jusqu’au ${until}. D’ici là, personne ne l’utilise.`,
    restorableClosed: (until, organization) =>
      `${organization} est fermée ; personne ne peut donc le restaurer, à moins qu’elle ne rouvre avant le ${until}.`,
    held: 'Ses données sont conservées en raison d’une obligation légale, tant qu’elle dure, même après le jour jusqu’auquel il peut être restauré, puis effacées.',
    restored: (at) => `Il a été restauré le ${at} et est de nouveau utilisé.`,
    wasRestored: (at) => `Il a été restauré le ${at}, puis a de nouveau pris fin.`,
    erased: (at) => `Ses données ont été effacées le ${at}. Personne ne peut le restaurer.`,
  },
  reference: 'Référence',
  organization: 'Organisation',
  account: 'Identifiant du compte',
  endedAt: 'Fin',
  restorableUntil: 'Peut être restauré jusqu’au',
  restoredAt: 'Restauré',
  erasedAt: 'Effacé',
  shownAt: 'État au',
  systems: 'Systèmes informés de la fin',
  noSystems: 'Aucune connexion n’était ouverte à un système qui doit en être informé.',
  goneSystem: 'Un système qui n’existe plus',
  acknowledged: (at) => `confirmé le ${at}`,
  waiting: 'pas encore confirmé',
  unreachable: 'injoignable ; la session s’y termine d’elle-même',
  mail: 'E-mail à ce sujet',
  mailStates: {
    waiting: 'en attente d’envoi',
    taken: (at) => `remis au serveur de messagerie le ${at}`,
    noAddress: 'non envoyé : aucune adresse e-mail n’était connue',
    noServer: 'non envoyé : cette installation n’a pas de serveur de messagerie',
    refused: 'non envoyé : le serveur de messagerie l’a refusé définitivement',
    unconfirmed: 'abandonné : remis plusieurs fois, jamais confirmé',
    expired: (tries) =>
      plural(tries, {
        one: 'non envoyé : abandonné après une tentative',
        many: 'non envoyé : abandonné après # de tentatives',
        other: 'non envoyé : abandonné après # tentatives',
      }),
    replaced: 'non envoyé : un e-mail plus récent a pris sa place',
    neverCame: 'non envoyé : personne n’avait accepté l’invitation',
    toldBefore:
      'non envoyé : la personne avait été informée avant la restauration d’une sauvegarde',
  },
  stays: 'Ce qui reste',
  log: 'Le journal de l’organisation dit ce qui s’est passé, avec l’identifiant du compte et sans nom ni adresse.',
  logs: 'Le journal de chaque organisation dit ce qui s’y est passé, avec l’identifiant du compte et sans nom ni adresse.',
  download: 'Télécharger l’attestation signée',
  keys: 'Télécharger les clés pour la vérifier',
  verify: 'Avec ces deux fichiers, on peut vérifier l’attestation sans rien demander à personne :',
}

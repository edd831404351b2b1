/** The first page of the demo, in French. */
import type { DemoWords } from '../en/demo.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('fr')

export const demo: DemoWords = {
  title: 'Démonstration',
  intro:
    'Six organisations inventées et leurs membres. Rien ici ne concerne une personne réelle, et aucun e-mail ne part.',
  cast: {
    ada: {
      who: 'membre invitée de quatre organisations, avec une invitation à une autre',
      see: 'Quitter Fabrikam, voir pourquoi Northwind et Tailspin la gardent, et emporter ses données.',
    },
    bob: {
      who: 'invité chez Fabrikam et Tailspin',
      see: 'Une demande de retrait qui attend une réponse, avec son échéance.',
    },
    frank: {
      who: 'administrateur général de Fabrikam',
      see: 'Une fois Ada partie : la restaurer dans Utilisateurs supprimés, avec ce qu’elle avait, ou la supprimer définitivement.',
    },
    fiona: {
      who: 'administratrice des utilisateurs de Fabrikam',
      see: 'Les mêmes listes, et ce que son rôle ne permet pas.',
    },
    nora: {
      who: 'administratrice générale de Northwind',
      see: 'Ada est désactivée ici : la réactiver ou la supprimer.',
    },
    tom: {
      who: 'administrateur général de Tailspin',
      see: 'Ici, les invités ne peuvent pas partir d’eux-mêmes : répondre à Bob avant l’échéance.',
    },
    carol: {
      who: 'administratrice générale de Contoso',
      see: 'L’organisation d’origine d’Ada et de Bob.',
    },
    lena: {
      who: 'administratrice générale de Litware',
      see: 'Ada est invitée ici et n’a pas encore accepté.',
    },
  },
  castTitle: 'Se connecter en un clic',
  signInAs: (name) => `Se connecter en tant que ${name}`,
  timeTitle: 'Machine à voyager dans le temps',
  today: (date) => `Dans cette démonstration, nous sommes le ${date}.`,
  skipHint:
    'Pour chaque jour sauté, les tâches quotidiennes s’exécutent : les rappels sont écrits, les demandes arrivent à leur terme, et qui est parti est effacé quand le délai de restauration est passé. Il faudra peut-être vous reconnecter ensuite.',
  skip: (days) =>
    plural(days, { one: 'Sauter un jour', many: 'Sauter # jours', other: 'Sauter # jours' }),
  skipped: (days) => `Le temps a passé. Jours sautés : ${days}`,
  happened: {
    erased: 'Comptes effacés pour toujours, chacun avec un reçu',
    ended: 'Comptes supprimés par une règle ou à l’échéance',
    requestsEnded: 'Demandes arrivées à leur terme sans réponse',
    objectsErased: 'Groupes et applications effacés',
    mails: 'E-mails écrits, rappels compris',
    entries: 'Entrées ajoutées aux journaux d’audit',
  },
  proof:
    'L’e-mail à la personne effacée mène à son reçu. L’administration trouve la preuve parmi les effacements.',
  mailTitle: 'Derniers e-mails',
  mailNone: 'Rien pour l’instant. Quittez une organisation, puis revenez.',
  mailTo: (recipient) => `À ${recipient}`,
  allMail: 'Lire tous les e-mails',
  mailPage: {
    title: 'E-mails de cette démonstration',
    intro:
      'Aucun e-mail ne quitte la démonstration. Ce qui aurait été envoyé se trouve ici, le plus récent d’abord. Rechargez la page pour en voir d’autres.',
    none: 'Rien pour l’instant. Demandez un code sur la page de connexion, ou invitez quelqu’un.',
    to: (recipient, when) => `À ${recipient}, ${when}`,
    replyTo: (address) => `Les réponses vont à ${address}`,
    asPage: 'Le voir comme l’affiche un logiciel de messagerie',
    gone: 'Cet e-mail n’est plus là.',
  },
  gone: (name) =>
    `${name} n’a plus de compte dans cette démonstration. Choisissez quelqu’un d’autre.`,
}

/** The portal's list of organizations, and leaving many at once; in French. */
import type { DeskWords } from '../en/desk.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('fr')

export const desk: DeskWords = {
  back: 'Retour à mes organisations',
  openApps: 'Ouvrir ses applications',
  filter: 'Afficher',
  filters: {
    all: 'Toutes',
    active: 'Actives',
    unused: (days) =>
      `Inutilisées depuis ${plural(days, { one: '# jour', many: '# jours', other: '# jours' })}`,
    waiting: 'Invitations en attente',
    blocked: 'Impossibles à quitter pour le moment',
    ended: 'Quittées ou retirées',
    hidden: 'Masquées',
  },
  counted: (name, count) =>
    plural(count, { one: `${name} (#)`, many: `${name} (#)`, other: `${name} (#)` }),
  order: 'Ordre',
  orders: {
    use: 'Dernière utilisation d’abord',
    longestUnused: 'Inutilisées depuis longtemps d’abord',
    name: 'Par nom',
  },
  apply: 'Chercher',
  nothingHere: 'Rien de ce genre. Choisissez « Toutes » pour voir les autres.',
  lastUsed: (date) => `dernière utilisation le ${date}`,
  notRecorded: 'utilisation non enregistrée',
  select: (organization) => `Sélectionner ${organization}`,
  selectAll: 'Tout sélectionner sur cette page',
  selected: 'Sélection :',
  clear: 'Effacer la sélection',
  selectFound: (count) =>
    plural(count, {
      one: 'Sélectionner celle qui est trouvée',
      many: 'Sélectionner toutes celles trouvées (#)',
      other: 'Sélectionner toutes celles trouvées (#)',
    }),
  leaveSelected: 'Quitter la sélection',
  firstPage: 'Première page',
  nextPage: 'Page suivante',
  hide: 'Masquer dans ma liste',
  show: 'Afficher de nouveau dans ma liste',
  hidden: (organization) =>
    `${organization} est masquée dans votre liste. Vous la retrouvez sous « Masquées » ; vous y restez comme avant.`,
  shown: (organization) => `${organization} figure de nouveau dans votre liste.`,
  showAtHome: 'Laisser mon organisation d’origine le voir',
  hideAtHome: 'Ne plus laisser mon organisation d’origine le voir',
  shownAtHome: (organization) =>
    `Les administrateurs de votre organisation d’origine voient désormais que vous êtes invité de ${organization}, et quand cela change, et ${organization} peut voir si votre compte d’origine est activé, et depuis quand il ne l’est plus. Vous pouvez revenir sur ce choix à tout moment.`,
  hiddenAtHome: (organization) =>
    `Votre organisation d’origine ne voit plus que vous êtes invité de ${organization}. Cette organisation ne voit plus non plus votre compte d’origine. Ce qui figure déjà dans les journaux y reste.`,
  notYours: 'Pas parmi vos organisations',
  many: {
    title: (count) =>
      plural(count, {
        one: 'Quitter une organisation ?',
        many: 'Quitter # d’organisations ?',
        other: 'Quitter # organisations ?',
      }),
    lead: 'Vos comptes y prennent fin aussitôt, et avec eux, au total :',
    nothing:
      'Vos comptes y prennent fin aussitôt. Vous n’y avez ni groupes, ni applications, ni rôles.',
    atOnce: (most, rest) =>
      `Au plus ${most} sont quittées à la fois ; vous pourrez quitter les ${rest} autres ensuite.`,
    each: 'Chacune séparément',
    restorable: (organization, date) => `${organization} : restauration possible jusqu’au ${date}.`,
    afterwards:
      'L’administration de chacune peut vous faire revenir jusqu’à sa date. Ensuite, il faut une nouvelle invitation.',
    afterwardsOpen:
      'L’administration de chaque organisation qui n’est pas fermée peut vous faire revenir jusqu’à sa date. Ensuite, il faut une nouvelle invitation.',
    undo: (until) =>
      `Si vous partez par erreur, vous pouvez annuler chaque départ vous-même jusqu’au ${until}.`,
    undoSome: (count, until) =>
      plural(count, {
        one: `Vous pouvez annuler l’un de ces départs vous-même jusqu’au ${until} ; « Chacune séparément » indique lequel.`,
        many: `Vous pouvez annuler # de ces départs vous-même jusqu’au ${until} ; « Chacune séparément » indique lesquels.`,
        other: `Vous pouvez annuler # de ces départs vous-même jusqu’au ${until} ; « Chacune séparément » indique lesquels.`,
      }),
    undoable: (date) => `Vous pouvez l’annuler vous-même jusqu’au ${date}.`,
    unowned: 'Ceci n’aurait plus personne',
    unownedText:
      'Pour chacune, vous pouvez désigner un successeur et partir dans la même étape. Si vous partez sans, cela reste sans personne jusqu’à ce que l’administration s’en occupe.',
    blocked: 'Celles-ci ne peuvent pas être quittées pour le moment',
    ask: (count) =>
      plural(count, {
        one: 'Demander plutôt à son administration de me retirer',
        many: 'Demander plutôt à l’administration de ces # de me retirer',
        other: 'Demander plutôt à l’administration de ces # de me retirer',
      }),
    left: (count) =>
      plural(count, {
        one: 'Vous avez quitté une organisation.',
        many: 'Vous avez quitté # d’organisations.',
        other: 'Vous avez quitté # organisations.',
      }),
    receipt: 'Une attestation pour toutes',
    leftNone: 'Vous n’en avez quitté aucune.',
    notLeft: (organization) => `Vous n’avez pas quitté ${organization}.`,
  },
  apps: {
    none: (search) => `Aucune organisation qui vous est ouverte ne correspond à « ${search} ».`,
    all: 'Toutes mes organisations',
  },
}

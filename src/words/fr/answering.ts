/**
 * What people read when they say that an account is still needed, their own or of a guest for whom
 * they answer, and when they look back at where they are; in French.
 */
import { coming } from './lifecycle.ts'
import type { AnsweringWords } from '../en/answering.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('fr')

export const answering: AnsweringWords = {
  coming,
  facts: {
    attested: 'Dernière confirmation',
    never: 'pas encore',
    endDate: 'Date de fin',
    why: 'Pourquoi',
    removedOn: 'Supprimé le',
  },
  own: {
    title: (organization) => `Avez-vous encore besoin de votre compte chez ${organization} ?`,
    text: (organization) =>
      `Si vous le confirmez, ${organization} sait que vous en avez encore besoin.`,
    until: (organization, date) =>
      `Si rien d’autre ne se passe, votre compte chez ${organization} reste jusqu’au ${date}.`,
    over: (organization, date) =>
      `Votre date de fin chez ${organization}, le ${date}, est atteinte : votre compte va être supprimé. Seule l’administration de cette organisation peut encore repousser la date.`,
    open: (organization) => `Rien ne met fin de soi-même à votre compte chez ${organization}.`,
    endDate:
      'Une date de fin est repoussée par la personne qui répond de vous ou par l’administration ; confirmer ne la repousse pas.',
    confirm: 'J’en ai encore besoin',
    link: 'Est-il encore nécessaire ?',
    done: (organization) =>
      `Vous avez confirmé avoir encore besoin de votre compte chez ${organization}.`,
    leave: (organization) => `Plutôt quitter ${organization}`,
    reason: {
      notAGuest: (organization) =>
        `Il n’y a rien à confirmer chez ${organization} : cela n’est demandé qu’aux invités, et vous ne l’êtes pas.`,
      notAccepted: (organization) =>
        `Vous n’avez pas encore accepté l’invitation de ${organization}. Acceptez-la d’abord ; votre compte pourra ensuite être confirmé.`,
      disabled: (organization) =>
        `Votre compte chez ${organization} est désactivé ; vous ne pouvez donc pas le confirmer. Adressez-vous à la personne qui répond de vous, ou à l’administration.`,
      over: (organization) =>
        `Votre date de fin chez ${organization} est atteinte ; confirmer ne changerait donc rien : seule l’administration de cette organisation peut encore la repousser.`,
      notAllowed: (organization) =>
        `${organization} ne laisse pas ce choix aux invités. Demandez à la personne qui répond de vous, ou à l’administration, de confirmer que vous avez encore besoin de votre compte.`,
      organizationClosed: (organization) =>
        `${organization} est fermée ; il n’y a donc rien à confirmer.`,
    },
  },
  refused: {
    notFound:
      'Vous n’y répondez d’aucun invité portant cet identifiant. Quelqu’un d’autre en répond peut-être, ou l’invité n’y est plus.',
    guestDisabled: 'L’administration a désactivé cet invité ; elle seule décide donc de la suite.',
    throughGroup:
      'Un groupe dont vous êtes propriétaire répond de cet invité, et non vous-même. L’administration peut changer qui en répond.',
    noEndDate: 'Cet invité n’a pas de date de fin ; il n’y a donc rien à prolonger.',
    over: 'La date de fin de cet invité est atteinte ; seule l’administration peut encore la repousser.',
    notLater: 'La nouvelle date de fin doit être postérieure à l’actuelle.',
    tooFar: 'La date de fin peut être repoussée d’un an au plus à partir d’aujourd’hui.',
    answered:
      'Cet invité ne peut pas être repris : quelqu’un en répond désormais, ou il n’y est plus.',
  },
  guests: {
    title: 'Invités dont je réponds',
    intro:
      'Leurs organisations veulent savoir si ces invités sont encore nécessaires. Gardez ceux dont vous avez besoin, transmettez ceux que d’autres connaissent mieux ; pour les autres, ne faites rien. Ce qui met fin à chaque compte, et ce qui l’empêcherait, est indiqué à côté.',
    mine: 'J’en réponds',
    nobodys: 'Personne n’en répond',
    nobodyIntro:
      'Invités d’organisations dont vous voyez les membres et dont personne ne répond : la personne est partie ou désactivée, ou personne n’était désigné. Vous pouvez les reprendre.',
    emptyTitle: 'Vous ne répondez d’aucun invité',
    emptyHint:
      'Qui invite répond d’abord de l’invité ; l’administration ou un collègue peut aussi vous désigner.',
    nobodyEmptyTitle: 'Quelqu’un répond de chaque invité que vous voyez',
    nobodyEmptyHint:
      'Quand la personne qui répond d’un invité part ou est désactivée, l’invité figure ici.',
    states: { active: 'Actif', invited: 'En attente', disabled: 'Désactivé' },
    since: (date) => `invité depuis le ${date}`,
    throughGroup: 'Un groupe dont vous êtes propriétaire répond de cet invité.',
    until: (date) => `Si rien ne se passe, le compte prend fin le ${date}.`,
    over: (date) =>
      `La date de fin, le ${date}, est atteinte : le compte va être supprimé. Seule l’administration peut encore repousser la date.`,
    disabledUntil: (date) => `Si rien ne se passe, le compte est désactivé le ${date}.`,
    open: 'Rien ne met fin de soi-même à ce compte.',
    keep: 'Garder',
    passOn: 'Transmettre',
    giveUp: 'Ne plus en répondre',
    takeOver: 'Reprendre',
    keepTitle: (guest) => `Garder ${guest} ?`,
    keepText: (guest, organization) =>
      `Vous confirmez que ${guest} a encore besoin du compte chez ${organization}. Cela est inscrit dans le journal d’audit de l’organisation.`,
    keepDisabled: 'Une règle a désactivé ce compte. Seule l’administration le réactive.',
    prolong: 'Date de fin',
    prolongStay: (date) => `laisser au ${date}`,
    kept: (guest) => `Il est noté que ${guest} est encore nécessaire.`,
    giveUpTitle: (guest) => `Ne plus répondre de ${guest} ?`,
    giveUpText: (guest, organization) =>
      `${guest} reste chez ${organization} comme avant, mais on ne vous demande plus rien. Si personne d’autre ne répond de ${guest}, l’administration le voit.`,
    givenUp: (guest) => `Vous ne répondez plus de ${guest}.`,
    passOnTitle: (guest) => `Transmettre ${guest} ?`,
    passOnText: (guest, organization) =>
      `Choisissez qui répond de ${guest} chez ${organization} à votre place. Cette personne l’apprend par e-mail.`,
    passedOn: (guest) => `Quelqu’un d’autre répond maintenant de ${guest}.`,
    takeOverTitle: (guest) => `Reprendre ${guest} ?`,
    takeOverText: (guest, organization) =>
      `Désormais, vous répondez de ${guest} chez ${organization} : on vous demande si le compte est encore nécessaire. Cela ne vous donne aucun droit.`,
    takenOver: (guest) => `Vous répondez maintenant de ${guest}.`,
  },
  review: {
    title: 'Rétrospective',
    summary: (organizations) =>
      plural(organizations, {
        one: 'Outre votre organisation d’origine, vous êtes dans # organisation.',
        many: 'Outre votre organisation d’origine, vous êtes dans # d’organisations.',
        other: 'Outre votre organisation d’origine, vous êtes dans # organisations.',
      }),
    unused: (count, days) =>
      plural(count, {
        one: `Pour # d’entre elles, aucune utilisation n’est enregistrée depuis ${days} jours.`,
        many: `Pour # d’entre elles, aucune utilisation n’est enregistrée depuis ${days} jours.`,
        other: `Pour # d’entre elles, aucune utilisation n’est enregistrée depuis ${days} jours.`,
      }),
    allUsed: (days) => `Toutes ont été utilisées au cours des ${days} derniers jours.`,
    hint: 'Les plus longtemps inutilisées d’abord. Sélectionnez celles dont vous n’avez pas besoin et quittez-les en une seule question ; ou masquez celles que vous ne voulez simplement pas voir.',
    mailOn: 'Une fois par an, un e-mail vous le rappelle.',
    mailOff: 'Aucun e-mail ne vous le rappelle une fois par an.',
    stopMails: 'Ne plus recevoir cet e-mail',
    wantMails: 'Me le rappeler une fois par an',
    stopped: 'Vous ne recevez plus cet e-mail.',
    wanted: 'Vous recevez un e-mail une fois par an.',
  },
}

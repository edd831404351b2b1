/** The portal's page of organizations: belonging, leaving, invitations and requests; in French. */
import type { MembershipWords } from '../en/memberships.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('fr')

/** Things that are counted by one word for one of them, and one for several. */
const counted = (count: number, one: string, several: string): string =>
  plural(count, { one, many: several, other: several })

export const memberships: MembershipWords = {
  organizations: {
    title: 'Organisations',
    intro: 'Celles dont vous faites partie, et comment partir.',
    cardHint: (count) =>
      counted(
        count,
        'Vous faites partie de # organisation.',
        'Vous faites partie de # organisations.',
      ),
    home: 'Organisation d’origine',
    homeWhy:
      'Votre compte appartient à cette organisation ; vous ne pouvez donc pas la quitter d’ici.',
    others: 'Autres organisations avec lesquelles vous collaborez',
    filter: 'Rechercher une organisation',
    matches: (count) =>
      counted(count, '# organisation correspond.', '# organisations correspondent.'),
    loading: 'Chargement de vos organisations…',
    emptyTitle: 'Aucune autre organisation',
    emptyHint: 'Une organisation apparaît ici quand elle vous invite et que vous acceptez.',
    nothingFound: 'Aucune organisation ne correspond',
    nothingFoundHint: (search) =>
      `Aucune de vos organisations n’a « ${search} » dans son nom ou son domaine.`,
    notAmongMine:
      'L’organisation que le lien désigne n’est pas parmi les vôtres. Vous l’avez peut-être quittée, ou elle vous connaît sous un autre compte.',
    memberSince: 'Membre depuis le',
    guestSince: 'Invité depuis le',
    joined: 'Arrivée le',
    invitedSince: 'Invitation envoyée le',
    states: {
      active: 'Actif',
      invited: 'Invitation pas encore acceptée',
      disabled: 'Désactivé',
      left: 'Quittée',
      removed: 'Retiré',
    },
    invitationEnded: 'Invitation terminée',
    closed: 'Organisation fermée',
    closedHint: 'Cette organisation est fermée. Plus personne ne peut utiliser ses applications.',
    closedLeave:
      'Cette organisation est fermée. Plus personne ne peut utiliser ses applications ; vous pouvez toujours la quitter.',
    openAdmin: 'Ouvrir le centre d’administration',
    privacy: 'Déclaration de confidentialité',
    blocked: 'Vous ne pouvez pas quitter cette organisation pour l’instant',
    write: (email) => `Écrire à ${email}`,
    more: (organization) => `Plus d’actions pour ${organization}`,
    download: 'Télécharger mes données',
    leave: 'Quitter l’organisation',
    askRemoval: 'Demander mon retrait',
    askRestore: 'Demander la restauration',
    leftOn: 'Quittée le',
    removedOn: 'Votre compte y a été retiré le',
    undoableUntil: 'Annulable par vous jusqu’au',
    restorableUntil: 'Peut être restauré jusqu’au',
    wasRestorableUntil: 'Pouvait être restauré jusqu’au',
    erasure: 'Effacement des données',
    heldInstead:
      'Vos données y sont conservées en raison d’une obligation de conservation. Elles seront effacées dès que celle-ci aura pris fin.',
    reference: 'Référence',
  },
  leave: {
    title: (organization) => `Quitter ${organization} ?`,
    confirm: 'Quitter',
    lead: (organization) =>
      `Votre compte chez ${organization} prend fin immédiatement et, avec lui :`,
    nothing: (organization) =>
      `Votre compte chez ${organization} prend fin immédiatement. Vous n’y avez ni groupe, ni application, ni rôle.`,
    looking: 'Recherche de ce que vous perdriez…',
    notShown:
      'Ce que vous perdriez ne peut pas être affiché pour l’instant. Vous pouvez tout de même quitter l’organisation.',
    ends: {
      groups: (count) => counted(count, '# groupe', '# groupes'),
      applications: (count) => counted(count, '# application', '# applications'),
      applicationsThroughGroups: (count) =>
        counted(count, '# application par un groupe', '# applications par des groupes'),
      roles: (count) => counted(count, '# rôle d’annuaire', '# rôles d’annuaire'),
      ownedGroups: (count) =>
        counted(
          count,
          '# groupe dont vous êtes propriétaire',
          '# groupes dont vous êtes propriétaire',
        ),
      ownedApplications: (count) =>
        counted(
          count,
          '# application dont vous êtes propriétaire',
          '# applications dont vous êtes propriétaire',
        ),
      sponsoredGuests: (count) =>
        counted(count, '# invité que vous parrainez', '# invités que vous parrainez'),
      directReports: (count) =>
        counted(
          count,
          '# personne sous votre responsabilité',
          '# personnes sous votre responsabilité',
        ),
      sponsors: (count) =>
        counted(count, '# personne qui vous parraine', '# personnes qui vous parrainent'),
      manager: (count) =>
        counted(count, '# personne dont vous dépendez', '# personnes dont vous dépendez'),
    },
    onlyOwner: 'aucun autre propriétaire ; il n’y en aura plus',
    andMore: (count) => counted(count, 'et # de plus', 'et # de plus'),
    afterTitle: 'Si vous changez d’avis',
    undo: (until) =>
      `Si vous partez par erreur, vous pouvez l’annuler vous-même jusqu’au ${until}.`,
    restore: (date) =>
      `Jusqu’au ${date}, l’administration peut vous faire revenir, avec tout ce qui figure ici.`,
    restoreClosed: (date, organization) =>
      `${organization} est fermée ; personne ne peut donc vous faire revenir, à moins qu’elle ne rouvre avant le ${date}.`,
    again: 'Après cela, il faudra une nouvelle invitation pour revenir.',
    download: 'Télécharger d’abord mes données',
    doneTitle: (organization) => `Vous avez quitté ${organization}.`,
    doneHint: 'Conservez la référence : indiquez-la si vous avez des questions sur votre départ.',
    dismiss: 'Fermer ce message',
  },
  invitation: {
    accept: 'Accepter',
    decline: 'Refuser',
    acceptTitle: (organization) => `Accepter l’invitation de ${organization} ?`,
    acceptText: (organization) =>
      `${organization} reçoit votre nom, votre adresse, la date de votre dernière connexion là-bas et ce que vous y faites. Vous pouvez repartir à tout moment, par vous-même.`,
    acceptTextAsking: (organization) =>
      `${organization} reçoit votre nom, votre adresse, la date de votre dernière connexion là-bas et ce que vous y faites. Chez ${organization}, les invités ne peuvent pas partir par eux-mêmes : qui veut partir demande son retrait à l’administration.`,
    statement: (organization) => `Lire la déclaration de confidentialité de ${organization}`,
    noStatement: (organization) =>
      `${organization} n’a pas fourni de déclaration de confidentialité.`,
    declineTitle: (organization) => `Refuser l’invitation de ${organization} ?`,
    declineText: 'Il n’y reste rien de vous.',
    forGood: (organization) => `Bloquer toute nouvelle invitation de ${organization}`,
    remove: 'Retirer de ma liste',
    removeTitle: (organization) => `Retirer ${organization} de votre liste ?`,
    removeText: (organization) =>
      `L’invitation est supprimée chez ${organization} et il n’y reste rien de vous. ${organization} peut vous inviter de nouveau.`,
    removed: (organization) => `${organization} est retirée de votre liste.`,
    homeShut: (organization) =>
      `Votre compte dans votre organisation d’origine ne peut pas être utilisé ; vous ne pouvez donc pas accepter l’invitation de ${organization} pour l’instant. Vous pouvez la refuser.`,
    endedHint: (organization) =>
      `L’invitation a pris fin et personne ne peut plus l’accepter. Demandez-en une nouvelle à ${organization}.`,
    accepted: (organization) => `Vous êtes désormais invité chez ${organization}.`,
    declined: (organization) => `Vous avez refusé l’invitation de ${organization}.`,
  },
  request: {
    removalTitle: (organization) => `Demander votre retrait de ${organization} ?`,
    removalText: (organization) =>
      `L’administration de ${organization} voit votre demande. Elle peut supprimer votre compte, ou faire en sorte que vous puissiez partir.`,
    restoreTitle: (organization) =>
      `Demander la restauration de votre compte chez ${organization} ?`,
    restoreText: (organization) =>
      `L’administration de ${organization} voit votre demande. Si elle accepte, votre compte revient avec ses groupes et ses applications.`,
    message: 'Message à l’administration (facultatif)',
    send: 'Envoyer la demande',
    sent: (organization) => `Votre demande à ${organization} est enregistrée.`,
    state: {
      removal: {
        open: 'Vous avez demandé votre retrait. L’administration n’a pas encore répondu.',
        done: 'Votre demande de retrait a reçu une réponse : elle peut suivre son cours.',
        declined: 'Votre demande de retrait a été refusée.',
        withdrawn: 'Vous avez annulé votre demande de retrait.',
        expired: 'Votre demande de retrait a pris fin sans réponse. Vous pouvez la renouveler.',
      },
      restore: {
        open: 'Vous avez demandé la restauration de votre compte. L’administration n’a pas encore répondu.',
        done: 'Votre demande de restauration a été acceptée.',
        declined: 'Votre demande de restauration a été refusée.',
        withdrawn: 'Vous avez annulé votre demande de restauration.',
        expired: 'Le délai de restauration de votre compte est écoulé.',
      },
    },
    theyWrite: 'Message qui vous est adressé :',
    asked: 'Demandé le',
    answered: 'Réponse donnée le',
  },
  acts: {
    withdraw: {
      title: (organization) => `Annuler votre demande à ${organization} ?`,
      text: (organization) =>
        `L’administration de ${organization} ne la verra plus. Vous pourrez en faire une nouvelle.`,
      confirm: 'Annuler la demande',
      done: () => 'Votre demande est annulée.',
    },
    undo: {
      title: (organization) => `Annuler votre départ de ${organization} ?`,
      text: (organization) =>
        `Votre compte chez ${organization} revient tel qu’il était, avec ses groupes, applications et rôles, pour autant qu’ils existent encore. Son administration voit que vous êtes de retour.`,
      confirm: 'Annuler le départ',
      done: (organization) => `Vous êtes de retour chez ${organization}.`,
      doneDisabled: (organization) =>
        `Votre compte chez ${organization} est rétabli. Il reste désactivé : vous ne pourrez l’utiliser que lorsque l’administration l’aura réactivé.`,
    },
    refuse: {
      title: (organization) => `Bloquer toute nouvelle invitation de ${organization} ?`,
      text: (organization) =>
        `${organization} ne pourra plus vous inviter, sous aucun de vos noms, tant que vous ne l’aurez pas débloquée sur cette page. Si vous lui avez demandé de restaurer votre compte et que personne n’a répondu, cette demande est retirée.`,
      confirm: 'Bloquer les invitations',
      done: (organization) => `${organization} ne peut plus vous inviter.`,
    },
  },
  refusals: {
    title: 'Invitations bloquées',
    hint: 'Ces organisations ne peuvent pas vous inviter. Débloquez celles qui doivent le pouvoir à nouveau.',
    since: 'bloquée le',
    takeBack: 'Débloquer',
    takeBackNamed: (organization) => `Débloquer ${organization}`,
    done: (organization) => `${organization} peut à nouveau vous inviter.`,
  },
}

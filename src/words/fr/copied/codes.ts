/** What the codes in the copy of my data mean: its page says none as it is; in French. */
import type { CopiedCodeWords } from '../../en/copied/codes.ts'

export const copiedCodes: CopiedCodeWords = {
  other: 'Quelque chose d’antérieur',
  inJson: 'Elles figurent dans le JSON ci-dessous.',
  userType: {
    Guest: 'Invité',
    Member: 'Membre',
  },
  creationType: {
    Invitation: 'Par une invitation',
  },
  invitationState: {
    PendingAcceptance: 'Pas encore acceptée',
    Accepted: 'Déjà acceptée',
  },
  deletedBy: {
    self: 'Moi-même, en partant',
    administrator: 'Un administrateur',
    policy: 'Une règle de l’organisation',
    operator: 'L’exploitant de ce serveur',
  },
  requestKind: {
    removal: 'Être retiré',
    restore: 'Être restauré',
  },
  requestState: {
    open: 'En attente de réponse',
    done: 'Satisfaite',
    declined: 'Refusée',
    withdrawn: 'Retirée',
    expired: 'Terminée sans réponse',
  },
  wayIn: {
    passwordLink: 'Un lien qui définit un mot de passe',
    tie: 'Un compte associé',
    invitation: 'Une invitation',
    reset: 'Une réinitialisation',
    address: 'Une adresse e-mail',
  },
  issuer: {
    email: 'Une boîte aux lettres',
    here: 'Le compte dans cette organisation',
    provider: 'Un fournisseur de cette organisation',
  },
  target: {
    organization: 'L’organisation',
    user: 'Un compte',
    group: 'Un groupe',
    application: 'Une application',
    role: 'Un rôle',
    request: 'Une demande',
    policy: 'Une règle',
  },
  scope: {
    openid: 'Savoir qui je suis',
    profile: 'Connaître mon nom',
    email: 'Connaître mon adresse',
    offline_access: 'Continuer en mon absence',
    others: 'D’autres droits, nommés dans le JSON',
  },
}

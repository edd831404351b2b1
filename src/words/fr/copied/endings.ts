/** How accounts and mails end, in the copy of my data; in French. */
import type { CopiedEndingWords } from '../../en/copied/endings.ts'

export const copiedEndings: CopiedEndingWords = {
  lifecycle: {
    inactivity: 'Inutilisé depuis trop longtemps',
    sponsor: 'Personne ne répond de moi',
    attestation: 'Besoin non confirmé',
    redemption: 'Invitation non acceptée à temps',
  },
  receipt: {
    left: 'Je suis parti',
    declined: 'Invitation refusée',
    removed: 'Retiré par un administrateur',
    removedByOperator: 'Retiré par l’exploitant de ce serveur',
    removedByPolicy: 'Retiré par une règle',
    endDate: 'Date de fin atteinte',
    homeGone: 'Le compte d’origine n’existe plus',
    merged: 'Deux de mes comptes réunis',
    neverAccepted: 'Invitation jamais acceptée',
    erased: 'Toutes les données effacées',
  },
  mailState: {
    waiting: 'En attente d’envoi',
    taken: 'Remis au serveur de messagerie',
    noAddress: 'Non envoyé, aucune adresse connue',
    noServer: 'Non envoyé, pas de serveur de messagerie',
    refused: 'Refusé par le serveur de messagerie',
    unconfirmed: 'Jamais confirmé',
    expired: 'Non envoyé à temps',
    replaced: 'Remplacé par un plus récent',
    neverCame: 'Non envoyé, personne n’avait accepté',
    toldBefore: 'Non envoyé, déjà annoncé',
  },
}

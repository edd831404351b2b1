/** What the codes in the copy of my data mean: its page says none as it is; in German. */
import type { CopiedCodeWords } from '../../en/copied/codes.ts'

export const copiedCodes: CopiedCodeWords = {
  other: 'Etwas von früher',
  inJson: 'Sie stehen unten im JSON.',
  userType: {
    Guest: 'Gast',
    Member: 'Mitglied',
  },
  creationType: {
    Invitation: 'Durch eine Einladung',
  },
  invitationState: {
    PendingAcceptance: 'Noch nicht angenommen',
    Accepted: 'Bereits angenommen',
  },
  deletedBy: {
    self: 'Mich selbst, durch Verlassen',
    administrator: 'Die Administration',
    policy: 'Eine Regel der Organisation',
    operator: 'Den Betrieb dieses Servers',
  },
  requestKind: {
    removal: 'Entfernt zu werden',
    restore: 'Wiederhergestellt zu werden',
  },
  requestState: {
    open: 'Wartet auf Antwort',
    done: 'Wurde erfüllt',
    declined: 'Wurde abgelehnt',
    withdrawn: 'Zurückgenommen',
    expired: 'Ohne Antwort beendet',
  },
  wayIn: {
    passwordLink: 'Ein Link, der ein Passwort setzt',
    tie: 'Ein verknüpftes Konto',
    invitation: 'Eine Einladung',
    reset: 'Eine Zurücksetzung',
    address: 'Eine Mailadresse',
  },
  issuer: {
    email: 'Ein Postfach',
    here: 'Das Konto in dieser Organisation',
    provider: 'Ein Anbieter dieser Organisation',
  },
  target: {
    organization: 'Die Organisation',
    user: 'Ein Konto',
    group: 'Eine Gruppe',
    application: 'Eine App',
    role: 'Eine Rolle',
    request: 'Eine Anfrage',
    policy: 'Eine Regel',
  },
  scope: {
    openid: 'Zu wissen, wer ich bin',
    profile: 'Meinen Namen zu kennen',
    email: 'Meine Adresse zu kennen',
    offline_access: 'Weiterzumachen, während ich fort bin',
    others: 'Weitere Rechte, mit Namen im JSON',
  },
}

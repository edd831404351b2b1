/** Who may invite whom (R73–R77, R93–R96, R37). */
import type { RoleName } from '../access/roles.ts'
import type { invitersAllowed } from '../wire/graph/organization.ts'

export type AllowInvitesFrom = (typeof invitersAllowed)[number]

export type Inviter = { readonly userType: 'Member' | 'Guest'; readonly roles: readonly RoleName[] }

const isAdministrator = ({ roles }: Inviter): boolean =>
  roles.includes('globalAdministrator') || roles.includes('userAdministrator')

/** Those whose job inviting is, whatever the setting says of everybody else (R118). */
export const mayInviteAlways = (inviter: Inviter): boolean =>
  isAdministrator(inviter) || inviter.roles.includes('guestInviter')

/** Whether the organization's setting lets this user invite (R94, R118). */
export const mayInvite = (allowed: AllowInvitesFrom, inviter: Inviter): boolean => {
  if (allowed === 'none') return false
  if (mayInviteAlways(inviter)) return true
  if (allowed === 'adminsAndGuestInviters') return false
  return allowed === 'everyone' || inviter.userType === 'Member'
}

/** Whether this user may invite somebody as a member (R93). */
export const mayInviteMembers = isAdministrator

/**
 * Whether an invitation by this user may say when the guest whom it meets ends (R133). Who was here
 * once is removed by administrators only, also on a later day (R118). Undefined for an operator.
 */
export const maySetEndDate = (
  inviter: Inviter | undefined,
  guest: { readonly everAccepted: boolean } | null,
): boolean => inviter === undefined || guest?.everAccepted !== true || isAdministrator(inviter)

/**
 * Whether an invitation by this user may give the pending guest whom it meets an address that does
 * not stand on them any more: who holds it could become that guest, so administrators say so, as
 * everywhere. Undefined for an operator.
 */
export const mayAddAddress = (
  inviter: Inviter | undefined,
  guest: { readonly hasAddress: boolean } | null,
): boolean => inviter === undefined || guest?.hasAddress !== false || isAdministrator(inviter)

/**
 * Whether this user decides what an invitation says that is there already: who made it, and
 * administrators; whoever may invite, once it is over or who made it is gone. Undefined for an
 * operator, who always does.
 */
export const decidesInvitation = (
  inviter: (Inviter & { readonly id: string }) | undefined,
  written: {
    readonly inviterId: string | null
    readonly inviter: object | null
    readonly over: boolean
  },
): boolean =>
  inviter === undefined ||
  written.over ||
  isAdministrator(inviter) ||
  inviter.id === written.inviterId ||
  (written.inviterId !== null && written.inviter === null)

/**
 * What a user is whom an invitation meets. `homeGone`: a guest whose account at home is deleted.
 * `nobody`: a guest who came by an import, and whom nobody can sign in as yet. `member`: somebody
 * whose home this organization is.
 */
export type Standing = 'pending' | 'accepted' | 'homeGone' | 'nobody' | 'member'
export type Met = {
  readonly id: string
  readonly accountEnabled: boolean
  readonly standing: Standing
}

/**
 * Facts of every door by which somebody is asked in: a new invitation, the same again, a reset, and
 * accepting.
 */
export type InviteFacts = {
  readonly ownDomain: boolean
  readonly domainAllowed: boolean
  /** The person has refused this organization, under whichever of their names (R37, R132). */
  readonly refuses: boolean
  /** The guest who is invited again; undefined for a new invitation. */
  readonly guest: { readonly id: string; readonly accountEnabled: boolean } | undefined
  /** Another live user that the address or its person has here. */
  readonly existing: Met | undefined
  /** The deleted guest of this address that can still be restored. */
  readonly deletedId: string | undefined
  readonly forceNew: boolean
}

export type InviteRefusal =
  | { outcome: 'ownDomain' }
  | { outcome: 'domainNotAllowed' }
  | { outcome: 'inviteeRefuses' }
  | { outcome: 'guestDisabled'; userId: string }
  /** There is nothing to invite to: they have accepted. */
  | { outcome: 'alreadyGuest'; userId: string }
  | { outcome: 'guestHomeGone'; userId: string }
  | { outcome: 'guestOfNobody'; userId: string }
  | { outcome: 'alreadyMember'; userId: string }
  /** A reset only: the address is that of another guest who has not accepted yet. */
  | { outcome: 'addressOfAnotherGuest'; userId: string }
  | { outcome: 'softDeletedUserExists'; userId: string }

const ofStanding = {
  accepted: 'alreadyGuest',
  homeGone: 'guestHomeGone',
  nobody: 'guestOfNobody',
  member: 'alreadyMember',
} as const satisfies Record<Exclude<Standing, 'pending'>, InviteRefusal['outcome']>

/** Why whoever has the address here already is not invited by it; a pending guest is, again. */
const refusalOfMet = (
  { id: userId, accountEnabled, standing }: Met,
  isReset: boolean,
): InviteRefusal | undefined => {
  if (standing === 'pending' && isReset) return { outcome: 'addressOfAnotherGuest', userId }
  if (!accountEnabled && standing !== 'member') return { outcome: 'guestDisabled', userId }
  return standing === 'pending' ? undefined : { outcome: ofStanding[standing], userId }
}

/**
 * Why an address cannot be invited now; undefined when it can, as a new guest or again. The one
 * judgement of every door.
 */
export const inviteRefusal = (facts: InviteFacts): InviteRefusal | undefined => {
  if (facts.ownDomain) return { outcome: 'ownDomain' }
  if (!facts.domainAllowed) return { outcome: 'domainNotAllowed' }
  if (facts.refuses) return { outcome: 'inviteeRefuses' }
  if (facts.guest?.accountEnabled === false)
    return { outcome: 'guestDisabled', userId: facts.guest.id }
  if (facts.existing !== undefined) return refusalOfMet(facts.existing, facts.guest !== undefined)
  if (facts.guest !== undefined) return undefined
  return facts.deletedId !== undefined && !facts.forceNew
    ? { outcome: 'softDeletedUserExists', userId: facts.deletedId }
    : undefined
}

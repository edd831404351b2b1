/** Who may invite whom (R73–R77, R93–R96, R37). */
import type { RoleName } from '../access/roles.ts'
import { domainOf } from './address.rule.ts'

export const invitersAllowed = ['none', 'adminsAndGuestInviters', 'adminsGuestInvitersAndAllMembers', 'everyone'] as const
export type AllowInvitesFrom = (typeof invitersAllowed)[number]
export type DomainRule = 'none' | 'allow' | 'block'

export type Inviter = { readonly userType: 'Member' | 'Guest'; readonly roles: readonly RoleName[] }

const isAdministrator = ({ roles }: Inviter): boolean => roles.includes('globalAdministrator') || roles.includes('userAdministrator')

/** Whether the organization's setting lets this user invite (R94, R118). */
export const mayInvite = (allowed: AllowInvitesFrom, inviter: Inviter): boolean => {
  if (allowed === 'none') return false
  if (isAdministrator(inviter) || inviter.roles.includes('guestInviter')) return true
  if (allowed === 'adminsAndGuestInviters') return false
  return allowed === 'everyone' || inviter.userType === 'Member'
}

/** Whether this user may invite somebody as a member (R93). */
export const mayInviteMembers = isAdministrator

/** Whether the domain list lets an address in (R95). A domain stands for its subdomains too. */
export const domainAllowed = (address: string, rule: DomainRule, domains: readonly string[]): boolean => {
  const domain = domainOf(address)
  const listed = domains.some((one) => domain === one || domain.endsWith(`.${one}`))
  return rule === 'none' || (rule === 'allow') === listed
}

export type InviteFacts = {
  readonly ownDomain: boolean
  readonly domainAllowed: boolean
  readonly refuses: boolean
  /** The live user that the address or its person has here. */
  readonly existing: { readonly id: string; readonly accountEnabled: boolean; readonly pending: boolean } | undefined
  /** The deleted guest of this address that can still be restored. */
  readonly deletedId: string | undefined
  readonly forceNew: boolean
}

export type InviteRefusal =
  | { outcome: 'ownDomain' }
  | { outcome: 'domainNotAllowed' }
  | { outcome: 'inviteeRefuses' }
  | { outcome: 'guestDisabled'; userId: string }
  | { outcome: 'alreadyGuest'; userId: string }
  | { outcome: 'softDeletedUserExists'; userId: string }

/** Why an address cannot be invited now; undefined when it can, as a new guest or again. */
export const inviteRefusal = (facts: InviteFacts): InviteRefusal | undefined => {
  if (facts.ownDomain) return { outcome: 'ownDomain' }
  if (!facts.domainAllowed) return { outcome: 'domainNotAllowed' }
  if (facts.refuses) return { outcome: 'inviteeRefuses' }
  if (facts.existing !== undefined) {
    const { id: userId, accountEnabled, pending } = facts.existing
    if (!accountEnabled) return { outcome: 'guestDisabled', userId }
    return pending ? undefined : { outcome: 'alreadyGuest', userId }
  }
  return facts.deletedId !== undefined && !facts.forceNew ? { outcome: 'softDeletedUserExists', userId: facts.deletedId } : undefined
}

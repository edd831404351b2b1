/**
 * Why somebody could not be invited, or invited again, in the words of the directory API: what it
 * is, and the next step (R73, R76, K7).
 */
import { Refusal } from '../../edge/refusal.ts'
import { refusals, type RefusalCode } from '../../edge/refusals/refusals.ts'
import type { InviteResult } from '../../invitations/make-guest.ts'
import type { InviteRefusal } from '../../invitations/invite.rule.ts'
import type { TooMany } from '../../invitations/quota.ts'
import type { BadWish } from '../../invitations/wish.rule.ts'
import { hourMs, secondMs } from '../../kernel/time.ts'
import { badRequest } from '../refusals.ts'

type Why = Exclude<InviteResult['outcome'], 'invited' | BadWish['outcome'] | TooMany['outcome']>
type Words = readonly [code: RefusalCode, message: (userId: string) => string]

const forbidden = (message: string): Words => ['Forbidden', () => message]
const conflict = (code: InviteRefusal['outcome'], message: (userId: string) => string): Words => [
  code,
  message,
]

const words = {
  notAllowed: forbidden(
    'Guest invitations not allowed for your company. Contact your company administrator for more details.',
  ),
  targetTooHigh: forbidden(
    'This guest holds a role that needs a higher administrator to be invited again: ask a Global Administrator.',
  ),
  memberNeedsAdministrator: forbidden(
    'Only an administrator invites somebody as a member. Invite them as a guest, or ask a User Administrator.',
  ),
  endDateNeedsAdministrator: forbidden(
    'This guest had accepted before, so only an administrator sets their end date. Invite them without one, or ask a User Administrator.',
  ),
  addressNeedsAdministrator: forbidden(
    'This address was invited before, and the guest has another one by now, so only an administrator gives it back to them. Invite the address that the guest has, or ask a User Administrator.',
  ),
  ownDomain: [
    'ownDomain',
    () =>
      'The invited address is in a verified domain of this organization. Make a member instead of inviting a guest.',
  ],
  domainNotAllowed: [
    'domainNotAllowed',
    () =>
      'The settings of this organization do not allow inviting people of that domain. Ask a Global Administrator.',
  ],
  inviteeRefuses: conflict(
    'inviteeRefuses',
    () =>
      'The invited person has refused all further invitations from this organization. Only they can take that back.',
  ),
  guestDisabled: conflict(
    'guestDisabled',
    (id) =>
      `The invited user already exists in the directory as object ID: ${id}, but the account is blocked from signing in. Enable that user instead.`,
  ),
  alreadyGuest: conflict(
    'alreadyGuest',
    (id) =>
      `The invited user already exists in the directory as object ID: ${id} and has accepted. There is nothing to invite to.`,
  ),
  guestHomeGone: conflict(
    'guestHomeGone',
    (id) =>
      `A guest of this address exists as object ID: ${id}, but the account at home that they accepted with is deleted. Delete that user and invite again, or let them accept again with resetRedemption.`,
  ),
  guestOfNobody: conflict(
    'guestOfNobody',
    (id) =>
      `A guest of this address came by an import as object ID: ${id}, and nobody can sign in as them yet. Let them accept with resetRedemption.`,
  ),
  alreadyMember: conflict(
    'alreadyMember',
    (id) =>
      `The address is that of a member of this organization, object ID: ${id}. A member needs no invitation; they sign in here.`,
  ),
  addressOfAnotherGuest: conflict(
    'addressOfAnotherGuest',
    (id) =>
      `The address is that of another guest who has not accepted yet, object ID: ${id}. Delete that guest first, or choose another address.`,
  ),
  softDeletedUserExists: conflict(
    'softDeletedUserExists',
    (id) =>
      `A deleted user of this address can still be restored, object ID: ${id}. Restore that user, or invite as a new guest all the same (guesthouse.forceNew).`,
  ),
  sponsorNotFound: ['sponsorNotFound', () => refusals.sponsorNotFound.caller],
  organizationClosed: forbidden('This organization is closed; nobody is invited to it.'),
} as const satisfies Record<Why, Words>

// The property of the body that carries each part of the wish.
const properties: Readonly<Record<BadWish['part'], string>> = {
  address: 'invitedUserEmailAddress',
  displayName: 'invitedUserDisplayName',
  message: 'invitedUserMessageInfo.customizedMessageBody',
  language: 'invitedUserMessageInfo.messageLanguage',
  redirectUrl: 'inviteRedirectUrl',
  copyTo: 'invitedUserMessageInfo.ccRecipients',
  endsAt: 'guesthouse.endDateTime',
}

const enough = {
  inviter: 'You have sent as many invitations as one person may in a day.',
  organization: 'Your organization has sent as many invitations as it may in a day.',
  mailbox:
    'This address has got as many invitations by mail as one may in a day. You can still hand the link over yourself.',
} as const satisfies Record<TooMany['who'], string>

const tooMany = ({ who, retryAfterMs }: TooMany): Refusal => {
  const seconds = Math.ceil(retryAfterMs / secondMs)
  const message = `${enough[who]} Try again in ${Math.ceil(retryAfterMs / hourMs)} hours.`
  return new Refusal('TooManyRequests', message, { headers: { 'retry-after': String(seconds) } })
}

const badWish = ({ part, why }: BadWish): Refusal => {
  const target = properties[part]
  const message =
    part === 'address'
      ? `The invited address is none that can be invited: ${why}.`
      : `Invalid value specified for property '${target}' of resource 'Invitation': ${why}.`
  return badRequest(message, {
    details: [{ code: 'InvalidValue', message: why, target }],
  })
}

/** The refusal of an invitation; `details` name the property that is wrong, or the user it met. */
export const invitationRefusal = (
  result: BadWish | TooMany | { readonly outcome: Why; readonly userId?: string },
): Refusal => {
  if ('part' in result) return badWish(result)
  if ('retryAfterMs' in result) return tooMany(result)
  const [code, message] = words[result.outcome]
  const { userId } = result
  const said = message(userId ?? '')
  return new Refusal(code, said, {
    ...(code === 'ownDomain' ? { status: 400 } : {}),
    ...(userId === undefined
      ? {}
      : { details: { details: [{ code, message: said, target: userId }] } }),
  })
}

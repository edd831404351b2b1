/** How many invitations a day: nobody is a mail relay, and no mailbox is flooded (K21). */
import { dayMs } from '../kernel/time.ts'
import { mayInviteAlways, type Inviter } from './invite.rule.ts'

/** The window in which invitations are counted, in milliseconds. */
export const quotaWindowMs = dayMs
/** What an organization may send in a window, all inviters together. */
export const organizationQuota = 10_000
/**
 * How many mails about invitations one mailbox gets in a window, from all organizations together.
 */
export const mailboxQuota = 5

const inviterQuotas = { always: 2_000, member: 100, guest: 20 } as const

/** What one inviter may send in a window: those whose job it is, members, and guests. */
export const inviterQuota = (inviter: Inviter): number =>
  mayInviteAlways(inviter)
    ? inviterQuotas.always
    : inviter.userType === 'Member'
      ? inviterQuotas.member
      : inviterQuotas.guest

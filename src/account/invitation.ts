/**
 * /account/organizations/{id}/invitation: accepting or declining from my list, when I am known to
 * be the invited one (R35–R37).
 */
import { readJson } from '../edge/body.ts'
import { Refusal } from '../edge/refusal.ts'
import { acceptFound } from '../invitations/accept.ts'
import { declineFound } from '../invitations/decline.ts'
import { findMyInvitation, type OpenInvitation } from '../invitations/find.sql.ts'
import { isUuid, type TenantId } from '../kernel/ids.ts'
import { invitationDecline } from '../wire/account.ts'
import type { Exchange, Handler } from './exchange.ts'

const none = (): Refusal =>
  new Refusal(
    404,
    'invitationOver',
    'There is no open invitation for you there. If you want to join, ask the organization for a new one.',
  )

const mine = async (x: Exchange): Promise<OpenInvitation> => {
  const id = x.c.req.param('id') ?? ''
  const found = isUuid(id)
    ? await findMyInvitation(x.db, x.session.personId, id.toLowerCase() as TenantId, x.now)
    : undefined
  if (found === undefined) throw none()
  return found
}

const refused = {
  domainNotAllowed: (organization: string) =>
    `${organization} does not let people of your domain in any more. Ask whoever invited you.`,
  ownDomain: (organization: string) =>
    `The invited address is in a domain of ${organization} itself by now. Ask its administrators to make you a member.`,
  guestDisabled: (organization: string) =>
    `Your account at ${organization} is disabled, so its invitation cannot be accepted. Ask its administrators to enable it, or ask to be removed.`,
  inviteeRefuses: (organization: string) =>
    `You have refused all further invitations from ${organization}. Take that back first, then accept.`,
} as const

const refusalOf = (why: keyof typeof refused, { organizationName }: OpenInvitation): Refusal =>
  new Refusal(403, why, refused[why](organizationName))

export const acceptMyInvitation: Handler = async (x) => {
  const acceptor = { who: { personId: x.session.personId }, addressProved: true }
  const result = await acceptFound(x.db, await mine(x), acceptor, x)
  if ('invitation' in result && result.outcome in refused)
    throw refusalOf(result.outcome as keyof typeof refused, result.invitation)
  if (result.outcome !== 'accepted' && result.outcome !== 'alreadyHere') throw none()
  return x.c.json({
    organizationId: result.invitation.tenantId,
    redirectUrl: result.invitation.redirectUrl,
  })
}

export const declineMyInvitation: Handler = async (x) => {
  const { forGood } = await readJson(x.c, invitationDecline, { mayBeEmpty: true })
  const { outcome } = await declineFound(x.db, await mine(x), { forGood }, x)
  if (outcome === 'over') throw none()
  if (outcome === 'blocked')
    throw new Refusal(
      409,
      'leaveBlocked',
      'You have an account there already, so declining would be leaving, and something stands in the way of that. Your list of organizations says what.',
    )
  return x.c.body(null, 204)
}

/**
 * /account/organizations/{id}/invitation: accepting or declining from my list, when I am known to
 * be the invited one (R35–R37).
 */
import { readJson } from '../edge/body.ts'
import { acceptFound, type AcceptResult } from '../invitations/accept.ts'
import { declineFound } from '../invitations/decline.ts'
import { findMyInvitation, type OpenInvitation } from '../invitations/find.sql.ts'
import { pathId } from '../edge/path-id.ts'
import type { TenantId } from '../kernel/ids.ts'
import { invitationDecline } from '../wire/account.ts'
import type { Exchange, Handler } from './exchange.ts'
import { SpokenRefusal } from './spoken.ts'

const none = ({ words }: Exchange): SpokenRefusal =>
  new SpokenRefusal('invitationOver', words.refusal.invitationOver)

const mine = async (x: Exchange): Promise<OpenInvitation> => {
  const id = pathId<TenantId>(x.c)
  const found = id && (await findMyInvitation(x.db, x.session.personId, id, x.now))
  if (found === undefined) throw none(x)
  return found
}

const refused = [
  'domainNotAllowed',
  'ownDomain',
  'guestDisabled',
  'inviteeRefuses',
] as const satisfies readonly AcceptResult['outcome'][]

export const acceptMyInvitation: Handler = async (x) => {
  const acceptor = { who: { personId: x.session.personId }, addressProved: true }
  const result = await acceptFound(x.db, await mine(x), acceptor, x)
  const why = refused.find((one) => one === result.outcome)
  if (why !== undefined && 'invitation' in result)
    throw new SpokenRefusal(why, x.words.refusal[why](result.invitation.organizationName), {
      status: 403,
    })
  if (result.outcome !== 'accepted' && result.outcome !== 'alreadyHere') throw none(x)
  return x.c.json({
    organizationId: result.invitation.tenantId,
    redirectUrl: result.invitation.redirectUrl,
  })
}

export const declineMyInvitation: Handler = async (x) => {
  const { forGood } = await readJson(x.c, invitationDecline, { mayBeEmpty: true })
  const { outcome } = await declineFound(x.db, await mine(x), { forGood }, x)
  if (outcome === 'over') throw none(x)
  if (outcome === 'blocked') throw new SpokenRefusal('leaveBlocked', x.words.refusal.declineBlocked)
  return x.c.body(null, 204)
}

/**
 * /account/organizations/{id}/invitation: accepting or declining from my list, when I am known to
 * be the invited one (R35–R37).
 */
import { readJson } from '../edge/body.ts'
import { acceptFound, type AcceptResult } from '../invitations/accept.ts'
import { declineFound } from '../invitations/decline.ts'
import { findMyInvitation, type Answer, type OpenInvitation } from '../invitations/find.sql.ts'
import { pathId } from '../edge/path-id.ts'
import type { TenantId } from '../kernel/ids.ts'
import { invitationDecline } from '../wire/account.ts'
import type { Exchange, Handler } from './exchange.ts'
import { SpokenRefusal } from './spoken.ts'

const none = ({ words }: Exchange): SpokenRefusal =>
  new SpokenRefusal('invitationOver', words.refusal.invitationOver)

const mine = async (
  x: Exchange,
  id: TenantId | undefined,
  answer: Answer,
): Promise<OpenInvitation> => {
  const found = id && (await findMyInvitation(x.db, x.session.personId, id, answer, x.now))
  if (found === undefined) throw none(x)
  return found
}

const refused = [
  'domainNotAllowed',
  'ownDomain',
  'guestDisabled',
  'inviteeRefuses',
] as const satisfies readonly AcceptResult['outcome'][]

/** Accepts the invitation that waits for me there; refuses where it cannot be. */
export const acceptAt = async (x: Exchange, id: TenantId | undefined): Promise<OpenInvitation> => {
  const acceptor = { who: { personId: x.session.personId }, addressProved: true }
  const result = await acceptFound(x.db, await mine(x, id, 'accept'), acceptor, x)
  const why = refused.find((one) => one === result.outcome)
  if (why !== undefined && 'invitation' in result)
    throw new SpokenRefusal(why, x.words.refusal[why](result.invitation.organizationName), {
      status: 403,
    })
  if (result.outcome !== 'accepted' && result.outcome !== 'alreadyHere') throw none(x)
  return result.invitation
}

export const acceptMyInvitation: Handler = async (x) => {
  const { tenantId, redirectUrl } = await acceptAt(x, pathId<TenantId>(x.c))
  return x.c.json({ organizationId: tenantId, redirectUrl })
}

/** Declines the invitation there is for me, also one that has ended; or every further one too. */
export const declineAt = async (
  x: Exchange,
  id: TenantId | undefined,
  forGood: boolean,
): Promise<void> => {
  const { outcome } = await declineFound(x.db, await mine(x, id, 'decline'), { forGood }, x)
  if (outcome === 'over') throw none(x)
  if (outcome === 'blocked') throw new SpokenRefusal('leaveBlocked', x.words.refusal.declineBlocked)
}

export const declineMyInvitation: Handler = async (x) => {
  const { forGood } = await readJson(x.c, invitationDecline, { mayBeEmpty: true })
  await declineAt(x, pathId<TenantId>(x.c), forGood)
  return x.c.body(null, 204)
}

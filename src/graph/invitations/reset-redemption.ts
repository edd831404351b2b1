/** POST /invitations with `resetRedemption`: a guest who has accepted accepts anew (R100). */
import { Refusal } from '../../edge/refusal.ts'
import { resetRedemption } from '../../invitations/reset.ts'
import type { UserId } from '../../kernel/ids.ts'
import { invitation } from '../../wire/graph/invitation.ts'
import { authorityOf, type Exchange } from '../exchange.ts'
import { lastAdministratorRefusal } from '../last-administrator.ts'
import { notAllowedOnTarget, notFound, programFault, valueRequired } from '../refusals.ts'
import { answerMade, madeShape, type Body } from './made.ts'
import { messageIn } from './message-in.ts'
import { invitationRefusal } from './words.ts'

type NotReset = Exclude<Awaited<ReturnType<typeof resetRedemption>>, { outcome: 'reset' }>

const resetRefusal = (result: NotReset, userId: UserId): Refusal => {
  if (result.outcome === 'notFound') return notFound(userId)
  if (result.outcome === 'targetTooHigh') return notAllowedOnTarget()
  if (result.outcome === 'yourself') return new Refusal('yourself')
  if (result.outcome === 'notAGuest') return new Refusal('notInvited')
  if (result.outcome === 'notTheirAddress') return new Refusal('addressNotTheirs')
  return result.outcome === 'lastAdministrator'
    ? lastAdministratorRefusal(result)
    : invitationRefusal(result)
}

/** What is said of a guest, or to others: nothing of it is done by a reset. */
const ofNewGuests = [
  'invitedUserDisplayName',
  'invitedUserType',
  'invitedUserSponsors',
  'invitedUserSponsors@odata.bind',
  'guesthouse.endDateTime',
  'guesthouse.forceNew',
] as const satisfies readonly (keyof Body)[]

const refuseOfNewGuests = (body: Body): void => {
  const sent = ofNewGuests.find((name) => body[name] !== undefined && body[name] !== null)
  const refused =
    sent ??
    (messageIn(body).copyTo === undefined ? undefined : 'invitedUserMessageInfo/ccRecipients')
  if (refused !== undefined)
    throw programFault(
      `${refused} is not taken with resetRedemption, which changes nothing of the guest and is told to nobody else. Leave it out, and change the user (PATCH /users/{id}).`,
    )
}

/** Does it. What is sent with it and would not be done is refused. */
export const reset = async (x: Exchange, body: Body): Promise<Response> => {
  if (body.invitedUser === undefined)
    throw programFault(valueRequired('invitedUser', invitation.called))
  refuseOfNewGuests(body)
  const userId = body.invitedUser.id as UserId
  const { message, language } = messageIn(body)
  const wish = {
    address: body.invitedUserEmailAddress,
    redirectUrl: body.inviteRedirectUrl,
    language,
    message,
    sendMail: body.sendInvitationMessage ?? false,
  }
  const result = await resetRedemption(
    x.db,
    { tenantId: x.tenantId, userId },
    wish,
    authorityOf(x),
    x.context,
  )
  if (result.outcome !== 'reset') throw resetRefusal(result, userId)
  return answerMade(x, madeShape(x, body, result))
}

/** How an invitation is answered to whoever has made it. */
import { organizationPath } from '../../kernel/page-address.ts'
import { redeemUrl, type Invited } from '../../invitations/write.ts'
import type { Answer } from '../../wire/graph/definition/answer.ts'
import type { GivenCreation } from '../../wire/graph/definition/sent.ts'
import type { invitation } from '../../wire/graph/invitation.ts'
import type { Exchange } from '../exchange.ts'
import { entity } from '../query/answers.ts'

/** What is sent to invite somebody. */
export type Body = GivenCreation<typeof invitation>

const messageOf = (body: Body, message: string | null) => {
  const info = body.invitedUserMessageInfo
  const { name = null, address = null } = info?.ccRecipients?.[0]?.emailAddress ?? {}
  return message === null
    ? null
    : {
        customizedMessageBody: message,
        messageLanguage: info?.messageLanguage ?? null,
        ccRecipients: [{ emailAddress: { name, address } }],
      }
}

const saidIn = (body: Body) => ({
  invitedUserDisplayName: body.invitedUserDisplayName ?? null,
  invitedUserEmailAddress: body.invitedUserEmailAddress,
  invitedUserType: body.invitedUserType ?? ('Guest' as const),
  sendInvitationMessage: body.sendInvitationMessage ?? false,
  resetRedemption: body.resetRedemption ?? false,
})

/** The answer to an invitation that was made. */
export const madeShape = (x: Exchange, body: Body, made: Invited): Answer<typeof invitation> => ({
  ...saidIn(body),
  id: made.invitationId,
  inviteRedeemUrl: redeemUrl(new URL(x.root).origin, made.token),
  // As the invitation says it: one that somebody else has made stays as it is.
  inviteRedirectUrl: made.redirectUrl,
  status: 'PendingAcceptance',
  invitedUserMessageInfo: messageOf(body, made.message),
  invitedUser: { id: made.userId },
  'guesthouse.expirationDateTime': made.expiresAt.toISOString(),
})

/**
 * The answer where they have accepted before: as in Graph that is no mistake, and it leads to where
 * they see that they are here.
 */
export const completedShape = (x: Exchange, body: Body, id: string): Answer<typeof invitation> => ({
  ...saidIn(body),
  id,
  inviteRedeemUrl: new URL(x.root).origin + organizationPath(x.tenantId),
  inviteRedirectUrl: body.inviteRedirectUrl,
  status: 'Completed',
  invitedUserMessageInfo: messageOf(body, null),
  invitedUser: { id },
  'guesthouse.expirationDateTime': x.now.toISOString(),
})

/** Answers an invitation. */
export const answerMade = (x: Exchange, made: Answer<typeof invitation>): Response =>
  entity(x, 'invitations', { type: 'microsoft.graph.invitation', of: () => made }, made, 201)

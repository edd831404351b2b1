/** /invitations, their list, and the settings of who may invite whom. */
import { managingInvitations } from '../../wire/actions.ts'
import { asks, need } from '../../access/permission.ts'
import { Refusal } from '../../edge/refusal.ts'
import { invite } from '../../invitations/invite.ts'
import type { By } from '../../invitations/make-guest.ts'
import { redeemUrl } from '../../invitations/write.ts'
import {
  countInvitations,
  listInvitations,
  type InvitationRow,
} from '../../invitations/list.sql.ts'
import { resendInvitation, revokeInvitation } from '../../invitations/manage.ts'
import { maxSponsors } from '../../wire/ties.ts'
import { whyNot } from '../users/why-not.ts'
import { idsOfReferences, readCreation, readSent } from '../body.ts'
import { messageIn } from './message-in.ts'
import { reset } from './reset-redemption.ts'
import { answerMade, completedShape, madeShape, type Body } from './made.ts'
import { invitationRefusal } from './words.ts'
import { authorityOf, idParam, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
import { conditionIn } from '../query/filter-values.ts'
import { answerList, noContent, pageOf, told } from '../query/answers.ts'
import { ordersOf } from '../../wire/graph/definition/filters.ts'
import {
  invitation,
  listedInvitation,
  resendInvitation as resending,
} from '../../wire/graph/invitation.ts'
import { shaped } from '../shape.ts'
import { tryingSettings } from '../../wire/graph/settings-trial.ts'
import { automatic, policyShape, showPolicy, tryPolicy, updatePolicy } from './policy.ts'
import { notAllowedOnTarget, notFound, programFault } from '../refusals.ts'

const sponsorsIn = async (
  x: Exchange,
  { invitedUserSponsors: named, 'invitedUserSponsors@odata.bind': bound }: Body,
): Promise<string[] | undefined> => {
  if (named === undefined && bound === undefined) return undefined
  const ids = [...(named ?? []).map(({ id }) => id), ...(await idsOfReferences(x, bound))]
  if (ids.length > maxSponsors) throw new Refusal('tooManySponsors', whyNot.tooManySponsors)
  return ids
}

// What lets an application write users lets it invite as those whose job that is.
const writesUsers = new Set<string>(['User.ReadWrite.All', 'Directory.ReadWrite.All'])

const byOf = (x: Exchange): By => {
  const { caller } = x
  if (caller.kind === 'person') return { kind: 'user', id: caller.userId, inviter: caller }
  const writes = caller.permissions.some((one) => writesUsers.has(one))
  const job = writes ? 'userAdministrator' : 'guestInviter'
  return {
    kind: 'application',
    id: caller.applicationId,
    inviter: { userType: 'Member', roles: [...caller.roles, job] },
    authority: authorityOf(x),
  }
}

const create: Handler = async (x) => {
  const body = await readCreation(x, invitation)
  if (body.resetRedemption === true) return reset(x, body)
  if (body.invitedUser !== undefined)
    throw programFault(
      'invitedUser is taken with resetRedemption: true alone. To invite somebody leave it out.',
    )
  const wish = {
    ...messageIn(body),
    address: body.invitedUserEmailAddress,
    redirectUrl: body.inviteRedirectUrl,
    displayName: body.invitedUserDisplayName ?? undefined,
    userType: body.invitedUserType,
    sendMail: body.sendInvitationMessage,
    sponsorIds: await sponsorsIn(x, body),
    endsAt: body['guesthouse.endDateTime'],
    forceNew: body['guesthouse.forceNew'],
  }
  const result = await invite(x.db, x.tenantId, wish, byOf(x), x.context)
  if (result.outcome === 'alreadyGuest')
    return answerMade(x, completedShape(x, body, result.userId))
  if (result.outcome !== 'invited') throw invitationRefusal(result)
  return answerMade(x, madeShape(x, body, result))
}

const rowShape = shaped<typeof listedInvitation, InvitationRow>(listedInvitation, {
  invitedUserEmailAddress: (row) => row.address,
  invitedUser: (row) => ({ id: row.userId, displayName: row.displayName }),
  invitedBy: (row) => row.invitedByName,
  createdDateTime: (row) => row.createdAt.toISOString(),
  // What the mail server will never take has not been sent, whenever it was tried.
  sentDateTime: ({ sentAt, mailState }) =>
    mailState === 'refused' || mailState === 'expired' ? null : (sentAt?.toISOString() ?? null),
  mailState: ({ mailState }) => mailState,
  expirationDateTime: (row) => row.expiresAt.toISOString(),
})

const list: Handler = async (x) => {
  const filter = conditionIn(x)
  const page = pageOf(x, x.query.orderBy?.descending ?? true)
  const found = await listInvitations(x.db, x.tenantId, x.now, filter, page)
  const count = x.query.count ? await countInvitations(x.db, x.tenantId, x.now, filter) : undefined
  return answerList(x, 'guesthouse.invitations', found, rowShape, count)
}

const accepted = (): Refusal => new Refusal('alreadyAccepted')

const resend: Handler = async (x) => {
  const invitationId = idParam<string>(x, 'id')
  const origin = new URL(x.root).origin
  const { sendInvitationMessage = true } = await readSent(x, resending)
  const result = await resendInvitation(
    x.db,
    { tenantId: x.tenantId, invitationId },
    sendInvitationMessage,
    authorityOf(x),
    x.context,
  )
  if (result.outcome === 'targetTooHigh') throw notAllowedOnTarget()
  if (result.outcome === 'notFound') throw notFound(invitationId)
  if (result.outcome === 'accepted') throw accepted()
  if (result.outcome !== 'sent') throw invitationRefusal(result)
  return told(x, resending, {
    inviteRedeemUrl: redeemUrl(origin, result.token),
    expirationDateTime: result.expiresAt.toISOString(),
  })
}

const revoke: Handler = async (x) => {
  const invitationId = idParam<string>(x, 'id')
  const { outcome } = await revokeInvitation(
    x.db,
    { tenantId: x.tenantId, invitationId },
    x.context,
  )
  if (outcome === 'notFound') throw notFound(invitationId)
  if (outcome === 'accepted') throw accepted()
  return noContent(x)
}

const one = '/guesthouse.invitations/:id'

const partner = '/policies/guesthouse.automaticRedemptions/:id'

const inviteAsks = asks('invite', 'POST /invitations', {
  besides: { 'resetRedemption=true': need('users.resetPassword', 'reset redemption') },
})

const listTakes = {
  page: true,
  count: true,
  filter: listedInvitation,
  orderBy: ordersOf(listedInvitation),
  select: rowShape,
} as const

export const invitationRoutes: readonly GraphRoute[] = [
  // Who may invite is the organization's own setting, judged by its rule (R94).
  { method: 'POST', path: '/invitations', permission: inviteAsks, handler: create },
  {
    method: 'GET',
    path: '/guesthouse.invitations',
    permission: asks('users.inspect', 'read invitations'),
    takes: listTakes,
    handler: list,
  },
  {
    method: 'POST',
    path: `${one}/guesthouse.resend`,
    permission: asks(managingInvitations, 'manage invitations'),
    operation: resending,
    handler: resend,
  },
  {
    method: 'POST',
    path: `${one}/guesthouse.revoke`,
    permission: asks(managingInvitations, 'manage invitations'),
    handler: revoke,
  },
  {
    method: 'GET',
    path: '/policies/authorizationPolicy',
    permission: asks('policies.read', 'GET /policies/authorizationPolicy'),
    takes: { select: policyShape },
    handler: showPolicy,
  },
  // A collection of one in /beta.
  {
    method: 'GET',
    path: '/policies/authorizationPolicy/authorizationPolicy',
    permission: asks('policies.read', 'GET /policies/authorizationPolicy'),
    takes: { select: policyShape },
    handler: showPolicy,
  },
  {
    method: 'PATCH',
    path: '/policies/authorizationPolicy',
    permission: asks('organization.write', 'PATCH /policies/authorizationPolicy'),
    handler: updatePolicy,
  },
  {
    method: 'POST',
    path: '/policies/guesthouse.simulate',
    permission: asks('organization.write', 'try settings'),
    operation: tryingSettings,
    handler: tryPolicy,
  },
  {
    method: 'PUT',
    path: partner,
    permission: asks('organization.write', 'write partners'),
    handler: automatic(true),
  },
  {
    method: 'DELETE',
    path: partner,
    permission: asks('organization.write', 'write partners'),
    handler: automatic(false),
  },
]

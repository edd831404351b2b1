/** Where I belong, and leaving it: the rules and acts of the account API (R1, R25). */
import { asks } from '../access/permission.ts'
import { leave, type LeaveResult } from '../directory/users/leave.ts'
import { leaveReasons, type LeaveReason } from '../directory/users/leave.rule.ts'
import { aroundOf } from '../edge/request.ts'
import { Refusal } from '../edge/refusal.ts'
import { receiptPath } from '../kernel/page-address.ts'
import { listMyOrganizations, type MyOrganization } from '../people/my-organizations.sql.ts'
import { stateOf } from '../people/organization-state.rule.ts'
import { leaveOrganization, myOrganizations } from '../wire/graph/me.ts'
import { blockers } from '../words/en/blockers.ts'
import type { PersonCaller } from './bearer-caller.ts'
import { personOf, type Exchange, type GraphRoute, type Handler } from './exchange.ts'
import { noContent, told } from './query/answers.ts'
import { badRequest, denied, notFound } from './refusals.ts'

/**
 * Home knows where it sends its people (contract §11). What other organizations its guests are in
 * is none of an organization's business, so a token of one tells of that one alone.
 */
const isTold = ({ homeTenantId }: PersonCaller, { tenantId }: Exchange): boolean =>
  homeTenantId === tenantId

const toldOf = (one: MyOrganization) => {
  const reasons = one.deletedAt === null ? leaveReasons(one) : []
  return {
    tenantId: one.tenantId,
    displayName: one.displayName,
    defaultDomainName: one.domain,
    isHome: one.isHome,
    userId: one.userId,
    userType: one.userType,
    externalUserState: one.isHome
      ? null
      : one.invited
        ? ('PendingAcceptance' as const)
        : ('Accepted' as const),
    state: stateOf(one),
    canLeave: one.deletedAt === null && reasons.length === 0,
    reasons: [...reasons],
  }
}

const list: Handler = async (x) => {
  const me = personOf(x)
  const only = isTold(me, x) ? undefined : x.tenantId
  const found = await listMyOrganizations(x.db, me.personId, x.now, only)
  return told(x, myOrganizations, { value: found.map(toldOf) })
}

// In the words of the account API. Forbidden is what an organization forbids (contract §11).
const blocked = async (
  x: Exchange,
  { personId, homeTenantId }: PersonCaller,
  reasons: readonly LeaveReason[],
): Promise<Refusal> => {
  const nameAt = async (tenantId: typeof x.tenantId) =>
    (await listMyOrganizations(x.db, personId, x.now, tenantId))[0]?.displayName
  const here = (await nameAt(x.tenantId)) ?? ''
  const home = homeTenantId === null ? undefined : await nameAt(homeTenantId)
  const yours = home ?? blockers.yourHome
  const details = reasons.map((code) => {
    const { message, nextStep } = blockers.reason[code]
    return {
      code,
      message: `${message(here, yours)} ${nextStep(here, yours)}`,
      target: 'leaveOrganization',
    }
  })
  const why = blockers.refusal.leaveBlocked(here, details.map(({ message }) => message).join(' '))
  if (!reasons.includes('leavingNotAllowed')) return badRequest(why, { details })
  return new Refusal('Authorization_RequestDenied', denied(why).message, { details: { details } })
}

const answerLeave = async (
  x: Exchange,
  me: PersonCaller,
  result: LeaveResult,
): Promise<Response> => {
  if (result.outcome === 'blocked') throw await blocked(x, me, result.reasons)
  // Somebody else was faster: there is nothing left to leave.
  if (result.outcome !== 'left') throw notFound(me.userId)
  x.c.header('location', x.services.publicUrl + receiptPath(result.departure.reference))
  return noContent(x)
}

const leaveHere: Handler = async (x) => {
  const me = personOf(x)
  const who = { personId: me.personId, tenantId: x.tenantId }
  return answerLeave(x, me, await leave(x.db, who, aroundOf(x.c)))
}

export const myOrganizationRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/me/guesthouse.organizations',
    permission: asks('self.read', 'read organizations of mine'),
    operation: myOrganizations,
    handler: list,
  },
  {
    method: 'POST',
    path: '/me/guesthouse.leaveOrganization',
    permission: asks('self.write', 'leave organizations'),
    operation: leaveOrganization,
    handler: leaveHere,
  },
]

/** /guesthouse.purgeRequests: permanent deletions that wait for a second yes, or for their time. */
import { asks, need } from '../../access/permission.ts'
import {
  answerPurgeRequest,
  mayNoLonger,
  type Answer as GivenAnswer,
  type AnswerOutcome,
} from '../../directory/protection/answer.ts'
import { changeProtection } from '../../directory/protection/change.ts'
import { listPurgeRequests, type PurgeRequestRow } from '../../directory/protection/list.sql.ts'
import { readProtection } from '../../directory/deleted/protected.ts'
import { Refusal } from '../../edge/refusal.ts'
import { answerPurge, protectPurges, purgeRequest } from '../../wire/graph/purge-protection.ts'
import { ordersOf } from '../../wire/graph/definition/filters.ts'
import { readSent } from '../body.ts'
import { authorityOf, idParam, type GraphRoute, type Handler } from '../exchange.ts'
import { needsRoleAssigner } from '../linked-users.ts'
import { answerList, noContent, pageOf, told } from '../query/answers.ts'
import { needsPerson, notAllowedOnTarget, notFound, programFault } from '../refusals.ts'
import { shaped } from '../shape.ts'

const requestShape = shaped<typeof purgeRequest, PurgeRequestRow>(purgeRequest, {
  targetDisplayName: ({ targetName }) => targetName,
  protection: ({ wantedProtection }) => wantedProtection,
  waitingHours: ({ wantedHours }) => wantedHours,
  askedByDisplayName: ({ askedByName }) => askedByName,
  isMine: ({ askedBy }, x) => x.caller.kind === 'person' && askedBy === x.caller.userId,
  askedDateTime: ({ askedAt }) => askedAt.toISOString(),
  dueDateTime: ({ dueAt }) => dueAt?.toISOString() ?? null,
  answeredByDisplayName: ({ answeredByName }) => answeredByName,
  reason: ({ state, answeredBy }) =>
    state === 'refused' && answeredBy === null ? mayNoLonger : null,
  answeredDateTime: ({ answeredAt }) => answeredAt?.toISOString() ?? null,
})

const list: Handler = async (x) => {
  // Newest first is for what has been; oldest first for what waits.
  const descending = x.query.orderBy?.descending ?? false
  const found = await listPurgeRequests(
    x.db,
    x.tenantId,
    { onlyOpen: !descending },
    pageOf(x, descending),
  )
  return answerList(x, 'guesthouse.purgeRequests', found, requestShape)
}

const refusalOf = (outcome: Exclude<AnswerOutcome, 'answered'>, id: string): Refusal => {
  const others: Partial<Record<AnswerOutcome, () => Refusal>> = {
    notFound: () => notFound(id),
    alreadyAnswered: () =>
      new Refusal('alreadyAnswered', 'This has been answered already, or was done.'),
    sameAdministrator: () => new Refusal('secondAdministratorNeeded'),
    targetTooHigh: () => notAllowedOnTarget(),
    needsRoleAssigner: () => needsRoleAssigner(),
    onHold: () => new Refusal('onHold'),
    askerMayNot: () => new Refusal('askerMayNot'),
    waitsForTime: () => new Refusal('waitsForTime'),
    wrongAnswer: () =>
      programFault(
        'A yes says to what: approve to the permanent deletion of a user, approveGroup, approveApplication, or approveProtection to less protection.',
      ),
  }
  return others[outcome]?.() ?? new Refusal('noLongerPossible')
}

const answer: Handler = async (x) => {
  const id = idParam<string>(x, 'id')
  const { action } = await readSent(x, answerPurge)
  const which = { tenantId: x.tenantId, id }
  const given: GivenAnswer = action
  const outcome = await answerPurgeRequest(x.db, which, given, authorityOf(x), x.context)
  if (outcome !== 'answered') throw refusalOf(outcome, id)
  return noContent(x)
}

const protect: Handler = async (x) => {
  const { protection, waitingHours } = await readSent(x, protectPurges)
  const before = await readProtection(x.db, x.tenantId)
  const wanted = { protection, waitingHours: waitingHours ?? before.waitingHours }
  const { outcome } = await changeProtection(x.db, x.tenantId, wanted, x.context)
  if (outcome === 'otherProtectionWaits') throw new Refusal(outcome)
  // Nothing waits of what nobody asked for: an application is nobody who could be the first of two.
  if (outcome === 'protected') throw needsPerson()
  return told(x, protectPurges, { outcome })
}

export const purgeRequestRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/guesthouse.purgeRequests',
    permission: asks('users.inspect', 'read deleted users'),
    takes: { page: true, orderBy: ordersOf(purgeRequest), select: requestShape },
    handler: list,
  },
  {
    method: 'POST',
    path: '/guesthouse.purgeRequests/:id/guesthouse.answer',
    permission: asks('users.purge', 'answer purges', {
      besides: {
        'action=approveGroup': need('groups.write', 'restore groups'),
        'action=approveApplication': need('applications.write', 'restore applications'),
        'action=approveProtection': need('organization.write', 'PATCH /organization/{id}'),
      },
    }),
    operation: answerPurge,
    handler: answer,
  },
  {
    method: 'POST',
    path: '/organization/guesthouse.protectPurges',
    permission: asks('organization.write', 'PATCH /organization/{id}'),
    operation: protectPurges,
    handler: protect,
  },
]

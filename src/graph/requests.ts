/**
 * /guesthouse.requests: what guests ask of the administrators, and the answer; and the proof of
 * erasure.
 */
import { asks, need } from '../access/permission.ts'
import { answerRequest, answerRequests, type AnswerResult } from '../directory/requests/answer.ts'
import { listErasures, type ErasureRow } from '../privacy/proof.sql.ts'
import { countRequests, listRequests, type RequestRow } from '../directory/requests/list.sql.ts'
import { Refusal } from '../edge/refusal.ts'
import type { RequestId } from '../kernel/ids.ts'
import { readSent } from './body.ts'
import { leftOfEach } from './deleted/left-out.ts'
import { authorityOf, idParam, isCaller, type GraphRoute, type Handler } from './exchange.ts'
import { conditionIn } from './query/filter-values.ts'
import { answerList, noContent, pageOf, told } from './query/answers.ts'
import { lastAdministratorRefusal } from './last-administrator.ts'
import { restoreRefused, unknownLink } from './users/restore-words.ts'
import { whyNot } from './users/why-not.ts'
import {
  answerRequest as answering,
  answerRequests as answeringMany,
  erasure,
  request,
  type RequestAnswer,
} from '../wire/graph/requests.ts'
import { ordersOf } from '../wire/graph/definition/filters.ts'
import { shaped } from './shape.ts'
import { badProperty, notAllowedOnTarget, notFound, refusedProperty } from './refusals.ts'

const requestShape = shaped<typeof request, RequestRow>(request, {
  createdDateTime: ({ createdAt }) => createdAt.toISOString(),
  answeredDateTime: ({ answeredAt }) => answeredAt?.toISOString() ?? null,
  dueDateTime: ({ end, dueAt }) => (end === null ? null : (dueAt?.toISOString() ?? null)),
  whenDue: ({ end }) => end,
  user: ({ user }, x) => ({
    id: user.id,
    displayName: user.displayName,
    userPrincipalName: user.userPrincipalName,
    mail: user.mail,
    homeOrganization: user.home,
    createdDateTime: new Date(user.since).toISOString(),
    accountEnabled: user.accountEnabled,
    freedByEnabling: user.freedByEnabling,
    deletedDateTime: user.deletedAt === null ? null : new Date(user.deletedAt).toISOString(),
    isMe: isCaller(x, user.id),
  }),
})

const list: Handler = async (x) => {
  const wanted = { filter: conditionIn(x), search: x.query.search }
  const found = await listRequests(x.db, x.tenantId, wanted, pageOf(x))
  const count = x.query.count ? await countRequests(x.db, x.tenantId, wanted) : undefined
  return answerList(x, 'guesthouse.requests', found, requestShape, count)
}

type Refused = Extract<AnswerResult, { outcome: 'refused' }>
type Problem = Exclude<AnswerResult, Refused | { outcome: 'answered' }>['outcome']

const problems: Readonly<Record<Problem, (id: string) => Refusal>> = {
  notFound,
  alreadyAnswered: () =>
    new Refusal('alreadyAnswered', 'Somebody has answered this request already.'),
  wrongAnswer: () => new Refusal('wrongAnswer'),
  reasonNeeded: () => badProperty('message', 'answerNeedsReason'),
}

const refusalOf = (result: Exclude<AnswerResult, { outcome: 'answered' }>, id: string): Refusal => {
  if (result.outcome !== 'refused') return problems[result.outcome](id)
  const { why } = result
  if (why.outcome === 'targetTooHigh') return notAllowedOnTarget()
  if (why.outcome === 'conflicts') return restoreRefused(why.conflicts)
  if (why.outcome === 'unknownLink') return unknownLink(why.link)
  if (why.outcome === 'lastAdministrator') return lastAdministratorRefusal(why)
  if (why.outcome === 'yourself') return new Refusal('yourself', whyNot.deletesYourself)
  return new Refusal('noLongerPossible')
}

/** What is said, as the act takes it. */
const saidOf = <LeftOut>({
  action,
  message = null,
  leaveOut = [],
}: {
  readonly action: RequestAnswer
  readonly message?: string | null | undefined
  readonly leaveOut?: readonly LeftOut[] | undefined
}) => {
  if (leaveOut.length > 0 && action !== 'restore')
    throw refusedProperty('leaveOut', 'Only a restore leaves links out.', 'InvalidValue')
  return { action, text: message === '' ? null : message, leaveOut }
}

const answer: Handler = async (x) => {
  const requestId = idParam<RequestId>(x, 'id')
  const said = saidOf(await readSent(x, answering))
  const result = await answerRequest(
    x.db,
    { tenantId: x.tenantId, requestId },
    said,
    authorityOf(x),
    x.context,
  )
  if (result.outcome !== 'answered') throw refusalOf(result, requestId)
  return noContent(x)
}

const answerMany: Handler = async (x) => {
  const { ids, ...sent } = await readSent(x, answeringMany)
  const said = saidOf({ ...sent, leaveOut: leftOfEach(ids, sent.leaveOut ?? []) })
  const which = { tenantId: x.tenantId, requestIds: ids as readonly RequestId[] }
  const results = await answerRequests(x.db, which, said, authorityOf(x), x.context)
  const value = [...results].map(([id, result]) => {
    if (result.outcome === 'answered') return { id, done: true }
    const { code, message: why } = refusalOf(result, id)
    return { id, done: false, code, message: why }
  })
  return told(x, answeringMany, { value })
}

const erasureShape = shaped<typeof erasure, ErasureRow>(erasure, {
  deletedDateTime: ({ deletedAt }) => deletedAt.toISOString(),
  dueDateTime: ({ dueAt }) => dueAt?.toISOString() ?? null,
  doneDateTime: ({ doneAt }) => doneAt?.toISOString() ?? null,
})

const listProofs: Handler = async (x) => {
  const found = await listErasures(
    x.db,
    x.tenantId,
    x.now,
    pageOf(x, x.query.orderBy?.descending ?? true),
  )
  return answerList(x, 'guesthouse.erasures', found, erasureShape)
}

// An answer that does something asks for what doing it asks.
const answerAsks = asks('requests.answer', 'answer requests', {
  besides: {
    'action=enable': need('users.disable', 'PATCH /users/{id} accountEnabled'),
    'action=delete': need('users.delete', 'DELETE /users/{id}'),
    'action=restore': need('users.restore', 'POST /directory/deletedItems/{id}/restore'),
  },
})

const requestTakes = {
  page: true,
  count: true,
  search: requestShape,
  filter: request,
  orderBy: ordersOf(request),
  select: requestShape,
} as const

export const requestRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/guesthouse.requests',
    permission: asks('requests.read', 'read requests'),
    takes: requestTakes,
    handler: list,
  },
  {
    method: 'POST',
    path: '/guesthouse.requests/:id/guesthouse.answer',
    permission: answerAsks,
    operation: answering,
    handler: answer,
  },
  {
    method: 'POST',
    path: '/guesthouse.requests/guesthouse.answer',
    permission: answerAsks,
    operation: answeringMany,
    handler: answerMany,
  },
  {
    method: 'GET',
    path: '/guesthouse.erasures',
    permission: asks('users.inspect', 'read deleted users'),
    takes: { page: true, orderBy: ordersOf(erasure), select: erasureShape },
    handler: listProofs,
  },
]

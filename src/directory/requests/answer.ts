/** An administrator answers requests of guests, each in one action (R29). */
import type { Context } from '../../events/event.ts'
import type { RequestId, TenantId, UserId } from '../../kernel/ids.ts'
import { transaction, type Database } from '../../store/database.ts'
import type { Authority } from '../authority.ts'
import type { LinkName } from '../deleted/plan.rule.ts'
import { restoreThem, type RestoreResult } from '../deleted/restore.ts'
import type { Several } from '../lock-user.sql.ts'
import { bySlices, theOne, type Outcomes } from '../slices.ts'
import { deleteUsers, type DeleteUserResult } from '../users/delete.ts'
import { enableUsers, type EnableUserResult } from '../users/disable.ts'
import { answerProblem, type Answer, type AnswerProblem } from './answer.rule.ts'
import { lockRequests, type Asking } from './answer.sql.ts'
import { close, reopen, tellAnswered, type Closing } from './close-answered.ts'
import { hold, release } from './hold.ts'

export type AnswerResult =
  | { outcome: 'answered' }
  | { outcome: 'notFound' }
  | { [P in AnswerProblem]: { outcome: P } }[AnswerProblem]
  | {
      outcome: 'refused'
      why: Exclude<
        DeleteUserResult | EnableUserResult | RestoreResult,
        { outcome: 'deleted' | 'enabled' | 'restored' }
      >
    }

type WhyNot = Extract<AnswerResult, { outcome: 'refused' }>['why']

/** What is left out of a restore, of which of the requests; of each where none is named. */
type LeftOut = LinkName & { readonly of?: string | undefined }

type Said = {
  readonly action: Answer
  readonly text: string | null
  readonly leaveOut?: readonly LeftOut[] | undefined
}

/** What is answered, of one organization. */
type Those = { readonly tenantId: TenantId; readonly requestIds: readonly RequestId[] }

/**
 * Does what `answer` says and closes the request, together or not at all; or stops its clock, or
 * starts it again.
 */
export const answerRequest = async (
  db: Database,
  { tenantId, requestId }: { tenantId: TenantId; requestId: RequestId },
  answer: Said,
  authority: Authority,
  context: Context,
): Promise<AnswerResult> =>
  theOne(await answerThem(db, { tenantId, requestIds: [requestId] }, answer, authority, context))

/** The same for many, each for itself: a slice in as many statements as one. */
export const answerRequests = (
  db: Database,
  { tenantId, requestIds }: Those,
  answer: Said,
  authority: Authority,
  context: Context,
): Promise<Outcomes<AnswerResult, RequestId>> =>
  bySlices([...new Set(requestIds)], (ids) =>
    answerThem(db, { tenantId, requestIds: ids }, answer, authority, context),
  )

const answerThem = (
  db: Database,
  { tenantId, requestIds }: Those,
  answer: Said,
  authority: Authority,
  context: Context,
): Promise<Outcomes<AnswerResult, RequestId>> =>
  transaction(db, async (tx) => {
    const asked = await lockRequests(tx, tenantId, requestIds)
    const problemOf = (request: Asking | undefined) =>
      request === undefined ? 'notFound' : answerProblem(request, answer.action, answer.text)
    const open = [...asked.values()].filter((request) => problemOf(request) === undefined)
    const refused = await settle(tx, { tenantId, open }, answer, authority, context)
    const resultOf = (requestId: RequestId): AnswerResult => {
      const request = asked.get(requestId)
      const problem = problemOf(request)
      if (problem !== undefined) return { outcome: problem }
      const why = request && refused.get(request.userId)
      return why === undefined ? { outcome: 'answered' } : { outcome: 'refused', why }
    }
    return new Map(requestIds.map((requestId) => [requestId, resultOf(requestId)]))
  })

/** The same by who comes back. */
const leftOfUsers = (leaveOut: readonly LeftOut[], open: readonly Asking[]) =>
  open.flatMap(({ requestId, userId }) =>
    leaveOut
      .filter(({ of }) => of === undefined || of === requestId)
      .map(({ kind, item }) => ({ kind, item, of: userId })),
  )

/** What was refused, of whom; all others are answered. */
const settle = async (
  tx: Database,
  { tenantId, open }: { readonly tenantId: TenantId; readonly open: readonly Asking[] },
  { action, text, leaveOut = [] }: Said,
  authority: Authority,
  context: Context,
): Promise<ReadonlyMap<UserId, WhyNot>> => {
  const nobody = new Map<UserId, WhyNot>()
  if (open.length === 0) return nobody
  if (action === 'hold') await hold(tx, tenantId, open, text ?? '', context)
  if (action === 'release') await release(tx, tenantId, open, context)
  if (action === 'hold' || action === 'release') return nobody
  const closing = { answer: action, text }
  await close(tx, tenantId, open, closing, context)
  const which = { tenantId, userIds: open.map(({ userId }) => userId) }
  const left = leftOfUsers(leaveOut, open)
  const saidYes = new Set(open.flatMap(({ byPerson, userId }) => (byPerson ? [userId] : [])))
  const done = { answer: action, left, saidYes }
  const { refused, asked } = await carryOut(tx, which, done, authority, context)
  const { kept = [], answered = [] } = Object.groupBy(open, ({ userId }) =>
    refused.has(userId) ? 'kept' : 'answered',
  )
  await reopen(tx, tenantId, kept)
  await tellAnswered(tx, tenantId, answered, { ...closing, asked }, context)
  return refused
}

type Done = {
  readonly answer: Closing['answer']
  readonly left: ReturnType<typeof leftOfUsers>
  readonly saidYes: ReadonlySet<UserId>
}

/** What was refused, of whom, and who was asked first and is not back yet. */
type CarriedOut = {
  readonly refused: ReadonlyMap<UserId, WhyNot>
  readonly asked: ReadonlySet<UserId>
}

const carryOut = async (
  tx: Database,
  which: Several,
  { answer, left, saidYes }: Done,
  authority: Authority,
  context: Context,
): Promise<CarriedOut> => {
  if (answer === 'decline') return { refused: new Map(), asked: new Set() }
  const results: Outcomes<DeleteUserResult | EnableUserResult | RestoreResult> =
    answer === 'delete'
      ? await deleteUsers(tx, which, authority, context)
      : answer === 'enable'
        ? await enableUsers(tx, which, authority, context, { answersRequest: true })
        : await restoreThem(
            tx,
            which,
            { answersRequest: { saidYes }, leaveOut: left },
            authority,
            context,
          )
  const refused = new Map<UserId, WhyNot>()
  const asked = new Set<UserId>()
  for (const [userId, result] of results) {
    if (result.outcome === 'restored' && result.report.asksPerson) asked.add(userId)
    if (!isDone(result)) refused.set(userId, result)
  }
  return { refused, asked }
}

type Result = DeleteUserResult | EnableUserResult | RestoreResult

const isDone = (
  result: Result,
): result is Extract<Result, { outcome: 'deleted' | 'enabled' | 'restored' }> =>
  ['deleted', 'enabled', 'restored'].includes(result.outcome)

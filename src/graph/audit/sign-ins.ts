/**
 * /auditLogs/signIns: who signed in, and who was refused; entries of the audit log in other words.
 */
import { asks } from '../../access/permission.ts'
import { listEvents, type EventRow } from '../../events/list.sql.ts'
import { every, is, type Condition } from '../../kernel/condition.ts'
import { ordersOf } from '../../wire/graph/definition/filters.ts'
import { signIn, signInCodes } from '../../wire/graph/sign-in.ts'
import { idParam, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
import { answerList, entity, pageOf } from '../query/answers.ts'
import { notFound } from '../refusals.ts'
import { conditionIn } from '../query/filter-values.ts'
import { shaped } from '../shape.ts'

const came = 'user.signedIn'
const refused = 'user.signInFailed'

const methodOf = ({ details }: EventRow): string | null =>
  typeof details['method'] === 'string' ? details['method'] : null

const signInShape = shaped<typeof signIn, EventRow>(signIn, {
  createdDateTime: ({ at }) => at.toISOString(),
  userId: ({ targetId }) => targetId,
  userDisplayName: ({ targetName }) => targetName,
  userPrincipalName: ({ targetPrincipalName }) => targetPrincipalName,
  ipAddress: ({ actorAddress }) => actorAddress,
  isInteractive: () => true,
  clientAppUsed: () => 'Browser',
  status: ({ activity, reason }) => ({
    errorCode: activity === came ? signInCodes.done : signInCodes.refused,
    failureReason: reason,
    additionalDetails: null,
  }),
  'guesthouse.method': methodOf,
})

const ofCode = (code: unknown): Condition => {
  if (code === signInCodes.done) return is('activity', came)
  return is('activity', code === signInCodes.refused ? refused : '')
}

/** A filter in the properties of sign-ins, as one in those of events. */
const asEvents = (condition: Condition): Condition => {
  if (condition.kind === 'and' || condition.kind === 'or')
    return { ...condition, of: condition.of.map(asEvents) }
  if (condition.kind === 'not') return { ...condition, of: asEvents(condition.of) }
  if (condition.kind !== 'compare') throw new Error(`No sign-in is filtered by ${condition.kind}.`)
  const { property, operator, value } = condition
  if (property === 'createdDateTime') return { ...condition, property: 'at' }
  if (property === 'userId') return { kind: 'any', property: 'objects', of: is('id', value) }
  return operator === 'ne' ? { kind: 'not', of: ofCode(value) } : ofCode(value)
}

const isSignIn: Condition = { kind: 'in', property: 'activity', values: [came, refused] }

const wanted = (x: Exchange): Condition | undefined => {
  const condition = conditionIn(x)
  const parts =
    condition?.kind === 'and' ? condition.of : condition === undefined ? [] : [condition]
  return every(isSignIn, ...parts.map(asEvents))
}

const list: Handler = async (x) => {
  const page = pageOf(x, x.query.orderBy?.descending ?? true)
  const found = await listEvents(x.db, x.tenantId, wanted(x), page)
  return answerList(x, 'auditLogs/signIns', found, signInShape)
}

const show: Handler = async (x) => {
  const id = idParam(x, 'id')
  const [found] = await listEvents(x.db, x.tenantId, every(isSignIn, is('id', id)), pageOf(x))
  if (found === undefined) throw notFound(id)
  return entity(x, 'auditLogs/signIns', signInShape, found)
}

export const signInRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/auditLogs/signIns',
    permission: asks('audit.read', 'GET /auditLogs/signIns'),
    takes: {
      page: true,
      mostOfPage: 1_000,
      filter: signIn,
      orderBy: ordersOf(signIn),
      select: signInShape,
    },
    handler: list,
  },
  {
    method: 'GET',
    path: '/auditLogs/signIns/:id',
    permission: asks('audit.read', 'GET /auditLogs/signIns/{id}'),
    takes: { select: signInShape },
    handler: show,
  },
]

/** /auditLogs: what happened in the organization, filtered, and as CSV. */
import { asks } from '../../access/permission.ts'
import { is, type Condition } from '../../kernel/condition.ts'
import { pipeline, Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { listEvents, type EventProperty, type EventRow } from '../../events/list.sql.ts'
import { fold } from '../../kernel/text.ts'
import { csvOptions } from '../../kernel/csv/csv-writing.ts'
import { activityNamed, activityNames, displayNameOf, serviceOf, wordsOf } from './audit-words.ts'
import { idParam, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
import { conditionIn } from '../query/filter-values.ts'
import { answerList, collection, entity, pageOf } from '../query/answers.ts'
import { notFound } from '../refusals.ts'
import { activity, directoryAudit } from '../../wire/graph/audit.ts'
import { ordersOf } from '../../wire/graph/definition/filters.ts'
import { shaped } from '../shape.ts'
import { auditShape, initiatorOf, relatedName, resultOf, typeOf } from './audit-shape.ts'

const renamed: Readonly<Record<string, EventProperty>> = {
  activityDateTime: 'at',
  'initiatedBy/user/id': 'actorId',
  'initiatedBy/user/userPrincipalName': 'actorPrincipalName',
  'initiatedBy/app/appId': 'actorAppId',
  targetResources: 'objects',
}

const ofActivity = (displayName: string): Condition => {
  const of = Object.entries(activityNamed(displayName) ?? {}).map(([name, value]) =>
    is(name, value),
  )
  return { kind: 'and', of }
}

type Named = (typeof activityNames)[number]

/** What follows from the activity alone; a filter by it is one by activities. */
const follows: Readonly<Record<string, (one: Named) => string>> = {
  activityDisplayName: ({ displayName }) => displayName,
  category: ({ category }) => category,
  result: ({ name }) => resultOf({ activity: name }),
  loggedByService: ({ name }) => serviceOf(name),
}

type Simple = Extract<Condition, { kind: 'compare' | 'in' }>

const saysSo = (condition: Simple, text: string): boolean => {
  if (condition.kind === 'in')
    return condition.values.some((value) => fold(String(value)) === fold(text))
  const wanted = fold(String(condition.value))
  return condition.operator === 'startsWith' ? fold(text).startsWith(wanted) : fold(text) === wanted
}

const ofActivities = (condition: Simple, of: (one: Named) => string): Condition => {
  const found = activityNames.filter((one) => saysSo(condition, of(one)))
  // Words that nothing has happened by find nothing.
  if (found.length === 0) return is('activity', '')
  return condition.property === 'activityDisplayName'
    ? { kind: 'or', of: found.map(({ displayName }) => ofActivity(displayName)) }
    : { kind: 'in', property: 'activity', values: [...new Set(found.map(({ name }) => name))] }
}

/** A filter in the properties of the log, as one in those of events. */
const asEvents = (condition: Condition): Condition => {
  if (condition.kind === 'and' || condition.kind === 'or')
    return { ...condition, of: condition.of.map(asEvents) }
  if (condition.kind === 'not') return { ...condition, of: asEvents(condition.of) }
  const of = follows[condition.property]
  if (of !== undefined && (condition.kind === 'compare' || condition.kind === 'in'))
    return ofActivities(condition, of)
  return { ...condition, property: renamed[condition.property] ?? condition.property }
}

const eventsIn = (x: Exchange): Condition | undefined => {
  const condition = conditionIn(x)
  return condition && asEvents(condition)
}

const list: Handler = async (x) => {
  const found = await listEvents(
    x.db,
    x.tenantId,
    eventsIn(x),
    pageOf(x, x.query.orderBy?.descending ?? true),
  )
  return answerList(x, 'auditLogs/directoryAudits', found, auditShape)
}

const show: Handler = async (x) => {
  const id = idParam(x, 'id')
  const [found] = await listEvents(x.db, x.tenantId, is('id', id), pageOf(x))
  if (found === undefined) throw notFound(id)
  return entity(x, 'auditLogs/directoryAudits', auditShape, found)
}

const columns = [
  'date',
  'activity',
  'category',
  'result',
  'reason',
  'actor',
  'actor id',
  'ip address',
  'target type',
  'target',
  'target id',
  'other',
  'other id',
  'correlation id',
]

const exportPage = 1_000

const rowOf = (event: EventRow): (string | null)[] => {
  const { user, app } = initiatorOf(event)
  return [
    event.at.toISOString(),
    displayNameOf(event),
    wordsOf(event.activity).category,
    resultOf(event),
    event.reason ?? '',
    user?.displayName ?? app?.displayName ?? null,
    event.actorId,
    event.actorAddress,
    typeOf(event, event.targetKind),
    event.targetName,
    event.targetId,
    relatedName(event),
    event.relatedId,
    event.correlationId,
  ]
}

async function* exportRows(
  x: Exchange,
  filter: Condition | undefined,
): AsyncGenerator<(string | null)[]> {
  yield columns
  for (let after: string[] | undefined; ;) {
    const found = await listEvents(x.db, x.tenantId, filter, {
      descending: true,
      after,
      limit: exportPage,
    })
    yield* found.map(rowOf)
    const last = found.at(-1)
    if (found.length < exportPage || last === undefined) return
    after = [last.sortValue, last.id]
  }
}

/** Streamed page by page, so that a log of any length takes little memory. */
const exportCsv: Handler = async (x) => {
  const filter = eventsIn(x)
  const source = Readable.from(exportRows(x, filter))
  const csv = stringify({ ...csvOptions, bom: true })
  // Whoever hangs up in the middle stops the reading too; a store that fails breaks the download
  // off instead of ending it early.
  pipeline(source, csv, () => {})
  const name = `audit-${x.now.toISOString().slice(0, 10)}.csv`
  return x.c.body(Readable.toWeb(csv) as ReadableStream<Uint8Array>, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  })
}

const listActivities: Handler = async (x) =>
  collection(x, 'guesthouse.activities', activityNames, activityShape)

const activityShape = shaped<typeof activity, (typeof activityNames)[number]>(activity, {})

const listTakes = {
  page: true,
  mostOfPage: 1_000,
  filter: directoryAudit,
  orderBy: ordersOf(directoryAudit),
  select: auditShape,
} as const

export const auditRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/auditLogs/directoryAudits',
    permission: asks('audit.read', 'GET /auditLogs/directoryAudits'),
    takes: listTakes,
    handler: list,
  },
  {
    method: 'GET',
    path: '/auditLogs/directoryAudits/:id',
    permission: asks('audit.read', 'GET /auditLogs/directoryAudits/{id}'),
    takes: { select: auditShape },
    handler: show,
  },
  {
    method: 'GET',
    path: '/auditLogs/guesthouse.exportDirectoryAudits',
    permission: asks('audit.read', 'GET /auditLogs/directoryAudits'),
    takes: { filter: directoryAudit },
    handler: exportCsv,
  },
  {
    method: 'GET',
    path: '/auditLogs/guesthouse.activities',
    permission: asks('audit.read', 'GET /auditLogs/directoryAudits'),
    takes: { list: true, select: activityShape },
    handler: listActivities,
  },
]

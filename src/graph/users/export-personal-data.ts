/**
 * /users/{id}/exportPersonalData and /dataPolicyOperations: what is held about a user, as a job
 * (R108). An operation is there for whoever asked for it, and for nobody else.
 */
import { asks } from '../../access/permission.ts'
import type { ExportId, UserId } from '../../kernel/ids.ts'
import { askForExport, openExport } from '../../privacy/export.ts'
import { hasFailed, readExport, type Export } from '../../privacy/export.sql.ts'
import {
  exportPersonalData,
  readDataPolicyOperation,
  type DataPolicyOperation,
} from '../../wire/graph/users/exporting.ts'
import { readSent } from '../body.ts'
import { idParam, personOf, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
import { told } from '../query/answers.ts'
import { notFound, programFault } from '../refusals.ts'
import { userParam } from './param.ts'

/** How soon it is worth looking again, in seconds. */
const retryAfter = '2'

const askedBy = (x: Exchange): UserId => personOf(x).userId
const addressOf = (x: Exchange, id: ExportId): string => `${x.root}/dataPolicyOperations/${id}`

const statusOf = (found: Export, now: Date): DataPolicyOperation['status'] => {
  if (found.completedAt !== null) return 'complete'
  if (hasFailed(found, now)) return 'failed'
  return found.triedAt === null ? 'notStarted' : 'running'
}

const progress = { notStarted: 0, running: 50, failed: 0, complete: 100 } as const

const operationOf = (x: Exchange, found: Export): DataPolicyOperation => {
  const status = statusOf(found, x.now)
  return {
    id: found.id,
    status,
    progress: progress[status],
    storageLocation: status === 'complete' ? `${addressOf(x, found.id)}/guesthouse.content` : null,
    userId: found.userId,
    submittedDateTime: found.askedAt.toISOString(),
    completedDateTime: found.completedAt?.toISOString() ?? null,
    'guesthouse.expiresDateTime': found.expiresAt.toISOString(),
  }
}

const find = async (x: Exchange, id: ExportId): Promise<Export> => {
  const which = { tenantId: x.tenantId, askedBy: askedBy(x), id }
  const found = await readExport(x.db, which, x.now)
  if (found === undefined) throw notFound(id)
  return found
}

const ask: Handler = async (x) => {
  const { storageLocation } = await readSent(x, exportPersonalData, { mayBeEmpty: true })
  if (storageLocation !== undefined && storageLocation !== null)
    throw programFault(
      'The content is not sent anywhere. Leave storageLocation out, and fetch it from the one that the operation names.',
    )
  const which = await userParam(x)
  const id = await askForExport(x.db, { ...which, askedBy: askedBy(x) }, x.context)
  if (id === undefined) throw notFound(which.userId)
  x.c.header('location', addressOf(x, id))
  x.c.header('retry-after', retryAfter)
  x.c.status(202)
  return told(x, exportPersonalData, operationOf(x, await find(x, id)))
}

const show: Handler = async (x) => {
  const found = await find(x, idParam<ExportId>(x, 'operationId'))
  if (found.completedAt === null) x.c.header('retry-after', retryAfter)
  return told(x, readDataPolicyOperation, operationOf(x, found))
}

const download: Handler = async (x) => {
  const id = idParam<ExportId>(x, 'operationId')
  const which = { tenantId: x.tenantId, askedBy: askedBy(x), id }
  const opened = await openExport(x.db, which, x.services.sealKey, x.context)
  if (opened === undefined) throw notFound(id)
  x.c.header(
    'content-disposition',
    `attachment; filename="personal-data-${opened.export.userId}.json"`,
  )
  return x.c.body(opened.text, 200, { 'content-type': 'application/json; charset=utf-8' })
}

export const exportRoutes: readonly GraphRoute[] = [
  {
    method: 'POST',
    path: '/users/:id/exportPersonalData',
    permission: asks('users.export', 'export users'),
    operation: exportPersonalData,
    handler: ask,
  },
  {
    method: 'GET',
    path: '/dataPolicyOperations/:operationId',
    permission: asks('users.export', 'export users'),
    operation: readDataPolicyOperation,
    handler: show,
  },
  {
    method: 'GET',
    path: '/dataPolicyOperations/:operationId/guesthouse.content',
    permission: asks('users.export', 'export users'),
    handler: download,
  },
]

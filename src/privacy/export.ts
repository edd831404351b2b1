/**
 * An administrator's export of a user (R108): asked for, made by a job, kept for a week for whoever
 * asked. It holds the user of this organization, and nothing of the person elsewhere.
 */
import { authorityNow } from '../directory/authority-now.sql.ts'
import { isLiveUser } from '../directory/lock-user.sql.ts'
import { bySystem } from '../events/context.ts'
import type { Context } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import { newId, type ExportId, type TenantId, type UserId } from '../kernel/ids.ts'
import { exportKeptDays } from '../kernel/kept-days.ts'
import { seal, unseal } from '../kernel/sealing.ts'
import { dayMs, plus } from '../kernel/time.ts'
import { answering } from '../store/columns.ts'
import { firstRow, sql, transaction, type Database } from '../store/database.ts'
import { userItself } from './copy-columns.ts'
import { copyOfUser, type CopiedUser } from './copy.ts'
import {
  addExport,
  dropExport,
  keepContent,
  readContent,
  readExport,
  readWaitingExport,
  takeExports,
  type Export,
  type ToMake,
} from './export.sql.ts'

export { pruneExports } from './export.sql.ts'

/** How long an export is kept. */
const keptMs = exportKeptDays * dayMs

/** How many a run of the job makes. */
const batch = 20

type Asked = { readonly tenantId: TenantId; readonly askedBy: UserId; readonly userId: UserId }

/**
 * Asks for the export of a live user, or comes back to the one that this administrator waits for.
 * Undefined where there is no such user. Records that it was asked for.
 */
export const askForExport = (
  db: Database,
  asked: Asked,
  context: Context,
): Promise<ExportId | undefined> =>
  transaction(db, async (tx) => {
    const { tenantId, userId } = asked
    if (!(await isLiveUser(tx, { tenantId, userId }))) return undefined
    const waiting = await readWaitingExport(tx, asked, context.now)
    if (waiting !== undefined) return waiting.id
    const id = newId<ExportId>()
    await addExport(
      tx,
      { ...asked, id },
      { now: context.now, expiresAt: plus(context.now, keptMs) },
    )
    await noteExport(tx, 'user.exportAsked', tenantId, userId, context)
    return id
  })

const noteExport = (
  tx: Database,
  activity: 'user.exportAsked' | 'user.exportFetched',
  tenantId: TenantId,
  userId: UserId,
  context: Context,
): Promise<void> =>
  record(tx, eventOf(context, { tenantId, activity, target: { kind: 'user', id: userId } }))

const purposeOf = (id: ExportId): string => `export:${id}`

/** The job: makes what was asked for. Returns how many. */
export const makeExports = async (
  db: Database,
  now: Date,
  { sealKey }: { readonly sealKey: Buffer },
): Promise<number> => {
  let count = 0
  // One at a time: what fails has used up the tries of nobody else.
  for (let n = 0; n < batch; n++) {
    const [one] = await takeExports(db, now, 1)
    if (one === undefined) break
    if (await make(db, one, now, sealKey)) count++
  }
  return count
}

/** Makes one, for whoever asked as long as they may; else it is refused, and the log says so. */
const make = async (db: Database, one: ToMake, now: Date, sealKey: Buffer): Promise<boolean> => {
  const { tenantId, userId } = one
  const asker = { tenantId, userId: one.askedBy }
  if ((await authorityNow(db, asker, 'users.export')) === undefined) {
    await refuse(db, one, now)
    return false
  }
  const text = await exportOf(db, { tenantId, userId }, now)
  if (text === undefined) return false
  await keepContent(db, one, seal(sealKey, purposeOf(one.id), text), now)
  return true
}

const refuse = (db: Database, one: ToMake, now: Date): Promise<void> =>
  transaction(db, async (tx) => {
    await dropExport(tx, one)
    const { tenantId, userId, askedBy } = one
    await record(
      tx,
      eventOf(bySystem(now), {
        tenantId,
        activity: 'user.exportRefused',
        target: { kind: 'user', id: userId },
        related: { kind: 'user', id: askedBy },
        reason: 'mayNoLonger',
      }),
    )
  })

const exportOf = async (
  db: Database,
  { tenantId, userId }: Pick<ToMake, 'tenantId' | 'userId'>,
  now: Date,
): Promise<string | undefined> => {
  const found = await firstRow(
    db,
    answering<CopiedUser>(
      { id: 'u.id', user: userItself('administrator'), organization: 't.display_name' },
      (list) => sql`select ${list} from users u join tenants t on t.id = u.tenant_id
        where u.tenant_id = ${tenantId} and u.id = ${userId}`,
    ),
  )
  if (found === undefined) return undefined
  const copy = await copyOfUser(db, tenantId, found, 'administrator')
  const { organization } = found
  return JSON.stringify({ copiedAt: now.toISOString(), organization, ...copy }, null, 2)
}

type Opened = { readonly export: Export; readonly text: string }

/** The content of a finished export, for whoever asked for it. Records that it was fetched. */
export const openExport = (
  db: Database,
  which: { readonly tenantId: TenantId; readonly askedBy: UserId; readonly id: ExportId },
  sealKey: Buffer,
  context: Context,
): Promise<Opened | undefined> =>
  transaction(db, async (tx) => {
    const found = await readExport(tx, which, context.now)
    const content = found && (await readContent(tx, which.tenantId, which.id))
    if (found === undefined || content === undefined) return undefined
    await noteExport(tx, 'user.exportFetched', which.tenantId, found.userId, context)
    return { export: found, text: unseal(sealKey, purposeOf(which.id), content) }
  })

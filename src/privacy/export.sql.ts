/** What administrators have asked to be exported, and how far it is. */
import type { ExportId, TenantId, UserId } from '../kernel/ids.ts'
import { minuteMs, plus } from '../kernel/time.ts'
import { answering, select, type Columns } from '../store/columns.ts'
import { changed, firstRow, rows, sql, type Database } from '../store/database.ts'

/** How often it is tried to make one, and how long a try may take. */
export const mostTries = 3
const longestTryMs = 15 * minuteMs

export type Export = {
  readonly id: ExportId
  readonly userId: UserId
  readonly askedAt: Date
  readonly triedAt: Date | null
  readonly tries: number
  readonly completedAt: Date | null
  readonly expiresAt: Date
}

const exportColumns: Columns<Export> = {
  id: 'e.id',
  userId: 'e.user_id',
  askedAt: 'e.asked_at',
  triedAt: 'e.tried_at',
  tries: 'e.tries',
  completedAt: 'e.completed_at',
  expiresAt: 'e.expires_at',
}

type Asked = { readonly tenantId: TenantId; readonly askedBy: UserId }

/** One of this asker that is not over. */
export const readExport = (
  db: Database,
  { tenantId, askedBy, id }: Asked & { readonly id: ExportId },
  now: Date,
): Promise<Export | undefined> =>
  firstRow(
    db,
    select(
      exportColumns,
    )`from exports e where e.tenant_id = ${tenantId} and e.id = ${id} and e.asked_by = ${askedBy}
      and e.expires_at > ${now}`,
  )

/** One of this user that this asker waits for already. */
export const readWaitingExport = (
  db: Database,
  { tenantId, askedBy, userId }: Asked & { readonly userId: UserId },
  now: Date,
): Promise<Export | undefined> =>
  firstRow(
    db,
    select(
      exportColumns,
    )`from exports e where e.tenant_id = ${tenantId} and e.user_id = ${userId} and e.asked_by = ${askedBy}
      and e.completed_at is null and e.tries < ${mostTries} and e.expires_at > ${now}`,
  )

export const addExport = async (
  tx: Database,
  { tenantId, askedBy, userId, id }: Asked & { readonly userId: UserId; readonly id: ExportId },
  { now, expiresAt }: { readonly now: Date; readonly expiresAt: Date },
): Promise<void> => {
  await sql`insert into exports (tenant_id, id, user_id, asked_by, asked_at, expires_at)
    values (${tenantId}, ${id}, ${userId}, ${askedBy}, ${now}, ${expiresAt})`.execute(tx)
}

export type ToMake = {
  readonly tenantId: TenantId
  readonly id: ExportId
  readonly userId: UserId
  readonly askedBy: UserId
}

/** Takes up to `limit` that nobody makes: they are tried, from now on. */
export const takeExports = (db: Database, now: Date, limit: number): Promise<ToMake[]> =>
  rows(
    db,
    answering<ToMake>(
      { tenantId: 'e.tenant_id', id: 'e.id', userId: 'e.user_id', askedBy: 'e.asked_by' },
      (list) => sql`
        with next as materialized (
          select w.tenant_id, w.id from exports w where w.completed_at is null and w.tries < ${mostTries}
            and (w.tried_at is null or w.tried_at <= ${plus(now, -longestTryMs)}) and w.expires_at > ${now}
          order by w.asked_at, w.id limit ${limit} for update skip locked)
        update exports e set tries = e.tries + 1, tried_at = ${now} from next
        where e.tenant_id = next.tenant_id and e.id = next.id returning ${list}`,
    ),
  )

export const keepContent = async (
  db: Database,
  { tenantId, id }: ToMake,
  content: Buffer,
  now: Date,
): Promise<void> => {
  await sql`update exports set content = ${content}, completed_at = ${now} where tenant_id = ${tenantId} and id = ${id}`.execute(
    db,
  )
}

/** It is not made, and whoever asked finds nothing. */
export const dropExport = async (tx: Database, { tenantId, id }: ToMake): Promise<void> => {
  await sql`delete from exports where tenant_id = ${tenantId} and id = ${id}`.execute(tx)
}

/** The sealed content of one that `readExport` has found. */
export const readContent = async (
  db: Database,
  tenantId: TenantId,
  id: ExportId,
): Promise<Uint8Array | undefined> =>
  (
    await firstRow(
      db,
      select<{ content: Uint8Array | null }>({
        content: 'e.content',
      })`from exports e where e.tenant_id = ${tenantId} and e.id = ${id}`,
    )
  )?.content ?? undefined

/** Whether one is given up: it was tried often enough, and the last try is over. */
export const hasFailed = ({ completedAt, tries, triedAt }: Export, now: Date): boolean =>
  completedAt === null &&
  tries >= mostTries &&
  triedAt !== null &&
  triedAt <= plus(now, -longestTryMs)

/** Forgets those whose time is over. */
export const pruneExports = (db: Database, now: Date): Promise<number> =>
  changed(db, sql`delete from exports where expires_at <= ${now}`)

/** What the doctor reads in the store. Changes nothing. */
import { select } from '../../store/columns.ts'
import { firstRow, sql, type Database } from '../../store/database.ts'
import { countPending } from '../../store/migrate.ts'
import type { StoreFacts } from './judged.rule.ts'

type Server = Omit<StoreFacts, 'kind' | 'pending'>

/** The server, our role in it, and whether our limits came through. */
export const readStoreFacts = async (
  db: Database,
  kind: StoreFacts['kind'],
): Promise<StoreFacts> => {
  const server = await firstRow(
    db,
    select<Server>({
      serverNumber: sql`current_setting('server_version_num')::int`,
      version: sql`current_setting('server_version')`,
      mayCreate: sql`has_schema_privilege(current_schema(), 'create')`,
      ownsTables: sql`not exists (select from pg_tables where schemaname = current_schema() and not pg_has_role(tableowner, 'usage'))`,
      isSuperuser: sql`(select rolsuper from pg_roles where rolname = current_user)`,
      hasLimits: sql`current_setting('statement_timeout') <> '0' and current_setting('idle_in_transaction_session_timeout') <> '0'`,
    })``,
  )
  if (server === undefined) throw new Error('A row of settings is always there.')
  return { ...server, kind, pending: await countPending(db) }
}

/** How many mails wait, and since when the oldest. */
export const readWaitingMail = async (
  db: Database,
): Promise<{ readonly waiting: number; readonly since: Date | undefined }> => {
  const found = await firstRow(
    db,
    select<{ waiting: number; since: Date | null }>({
      waiting: sql`count(*)::int`,
      since: sql`min(created_at)`,
    })`from mails`,
  )
  return { waiting: found?.waiting ?? 0, since: found?.since ?? undefined }
}

/** From when the oldest of the keys signs that sign tokens at `now`. */
export const readOldestSigner = async (db: Database, now: Date): Promise<Date | undefined> => {
  const found = await firstRow(
    db,
    select<{ at: Date | null }>({
      at: sql`min(newest.at)`,
    })`from (select tenant_id, max(signs_from) as at from signing_keys where signs_from <= ${now} group by tenant_id) newest`,
  )
  return found?.at ?? undefined
}

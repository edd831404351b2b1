/**
 * Whom an application acts for without a token: what somebody has asked it for stands for as long
 * as nothing has ended the access under which they did (R126).
 */
import type { PersonHolder } from '../access/lack.ts'
import { isPowerful } from '../access/graph-scopes.ts'
import type { TenantId } from '../kernel/ids.ts'
import { select } from '../store/columns.ts'
import { firstRow, sql, type Database } from '../store/database.ts'
import { readActing, type Bearer } from './account.sql.ts'
import { isOwnApp } from './own-applications.ts'
import { wholeStanding } from './standing.sql.ts'

type Who = { readonly tenantId: TenantId; readonly userId: string | null }

/** Under which moments somebody has access now, as a text; null for an application. */
export const standingOf = async (
  db: Database,
  { tenantId, userId }: Who,
): Promise<string | null> => {
  if (userId === null) return null
  const found = await firstRow(
    db,
    select<{ standing: string }>({
      standing: sql`(${wholeStanding})::text`,
    })`from live_users u join tenants t on t.id = u.tenant_id join persons p on p.id = u.person_id
      left join tenants ht on ht.id = p.home_tenant_id where u.tenant_id = ${tenantId} and u.id = ${userId}::uuid`,
  )
  return found?.standing ?? null
}

/**
 * Somebody, with what of `scopes` the application may still do for them; undefined when they, it or
 * the access under which it was asked is over.
 */
export const readUnattended = async (
  db: Database,
  { tenantId, userId, appId }: Who & { readonly userId: string; readonly appId: string },
  { standing, scopes }: { readonly standing: string | null; readonly scopes: readonly string[] },
): Promise<(Bearer & PersonHolder) | undefined> => {
  const isOwn = isOwnApp(appId)
  const stands = sql`(${wholeStanding})::text = ${standing}::text`
  const found = await readActing(db, { tenantId, userId, appId, isOwn }, stands)
  if (found === undefined) return undefined
  const counts = (scope: string) => isOwn || !isPowerful(scope) || found.scopes.includes(scope)
  return { ...found, kind: 'person', scopes: scopes.filter(counts) }
}

/**
 * Somebody agrees that they are signed in to an application, and that it acts in the directory for
 * them.
 */
import { may } from '../access/may.rule.ts'
import { roleNamed } from '../access/roles.ts'
import type { Around } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import { scopesChanged } from '../events/scopes-changed.ts'
import type { TenantId } from '../kernel/ids.ts'
import { select } from '../store/columns.ts'
import { firstRow, sql, transaction, type Database } from '../store/database.ts'
import { agreesTo, roleIdsOf } from '../store/relations.sql.ts'
import { noteAgreement } from './permission-grants.sql.ts'
import type { PowerAsked } from './scopes.ts'

/**
 * Notes it, and in the log with which scopes; what the application was not given, whoever may give
 * it gives by this for themselves.
 */
export const agreeTo = (
  db: Database,
  which: Parameters<typeof noteAgreement>[1],
  { asked, missing }: PowerAsked,
  context: Around,
): Promise<void> =>
  transaction(db, async (tx) => {
    const { tenantId, userId, applicationId } = which
    await noteAgreement(tx, which, { scopes: asked, giving: missing }, context.now)
    const target = { kind: 'user', id: userId } as const
    await record(
      tx,
      eventOf(
        { ...context, actor: target },
        {
          tenantId,
          activity: 'user.consentGiven',
          target,
          related: { kind: 'application', id: applicationId },
          details: scopesChanged([], asked),
        },
      ),
    )
  })

type User = { readonly tenantId: TenantId; readonly userId: string }

export type Agreeing = {
  /** Their organization lets people agree by themselves. */
  readonly usersConsent: boolean
  /** They administer applications, and so agree to whatever that gives. */
  readonly administers: boolean
}

/** Whether a live user may agree by themselves. One statement. */
export const readAgreeing = async (db: Database, { tenantId, userId }: User): Promise<Agreeing> => {
  type Found = { readonly usersConsent: boolean; readonly roleIds: readonly string[] }
  const found = await firstRow(
    db,
    select<Found>({
      usersConsent: 't.users_consent',
      roleIds: roleIdsOf(),
    })`from live_users u join tenants t on t.id = u.tenant_id where u.tenant_id = ${tenantId} and u.id = ${userId}::uuid`,
  )
  if (found === undefined) return { usersConsent: false, administers: false }
  const roles = found.roleIds.flatMap((id) => roleNamed(id) ?? [])
  return { usersConsent: found.usersConsent, administers: may(roles, 'grants.write') }
}

/**
 * Whether a user has agreed that they are signed in to an application, where everybody agrees for
 * themselves.
 */
export const hasAgreedToUse = async (
  db: Database,
  { tenantId, userId, applicationId }: User & { readonly applicationId: string },
): Promise<boolean> =>
  (await firstRow(
    db,
    sql`select 1 from service_principals p
      where p.tenant_id = ${tenantId} and p.id = ${applicationId}::uuid and ${agreesTo(sql`${userId}::uuid`)}`,
  )) !== undefined

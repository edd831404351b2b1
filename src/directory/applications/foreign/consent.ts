/**
 * An administrator gives an application everything that it asks for, for the whole organization:
 * its service principal is made where there is none, and what was given before stays.
 */
import type { GraphRole, GraphScope } from '../../../access/graph-scopes.ts'
import type { Context } from '../../../events/event.ts'
import type { ApplicationId, AppRoleId, GrantId, TenantId } from '../../../kernel/ids.ts'
import { select } from '../../../store/columns.ts'
import { attempt, firstRow, sql, undo, type Database } from '../../../store/database.ts'
import { assignApplication } from '../assign.ts'
import { createPrincipal } from '../create.ts'
import { givePermission } from '../give-permission.ts'
import { changeGrant, giveGrant } from '../grants/give-grant.ts'
import { lockApplication } from '../list.sql.ts'
import { applicationNamed } from '../exposed/application-named.sql.ts'
import type { Asking, AskedAt } from './asked.sql.ts'

export type Wanted = {
  readonly scopes: readonly GraphScope[]
  readonly roles: readonly GraphRole[]
  readonly others: readonly AskedAt[]
}

type Given = { outcome: 'given'; applicationId: ApplicationId } | { outcome: 'notFound' }

type Which = { readonly tenantId: TenantId; readonly applicationId: ApplicationId }

/**
 * Gives `wanted` of what it asks for, all of it or nothing. `notFound`: it cannot be used here, or
 * something of it is not there any more. Its service principal is held before what it has is read,
 * so that nothing comes back that somebody takes away at the same moment.
 */
export const consentForAll = (
  db: Database,
  tenantId: TenantId,
  asking: Asking,
  { scopes, roles, others }: Wanted,
  context: Context,
): Promise<Given> =>
  attempt(db, async (tx) => {
    const applicationId = await principalOf(tx, tenantId, asking, context)
    if (applicationId === undefined || !(await lockApplication(tx, tenantId, applicationId)))
      return undo<Given>({ outcome: 'notFound' })
    const which = { tenantId, applicationId }
    await sql`update service_principals set each_agrees = false where tenant_id = ${tenantId} and id = ${applicationId} and each_agrees`.execute(
      tx,
    )
    const outcomes: string[] = [await giveScopes(tx, which, null, scopes, context)]
    for (const role of roles)
      outcomes.push((await givePermission(tx, which, role, true, context)).outcome)
    for (const [resourceId, all] of Map.groupBy(others, (one) => one.resourceId)) {
      const names = all.flatMap(({ kind, value }) => (kind === 'scope' ? [value] : []))
      outcomes.push(await giveScopes(tx, which, resourceId, names, context))
    }
    for (const one of others)
      if (one.kind === 'role') outcomes.push(await giveRole(tx, which, one, context))
    return outcomes.every((one) => hasIt.has(one))
      ? ({ outcome: 'given', applicationId } satisfies Given)
      : undo<Given>({ outcome: 'notFound' })
  })

/** After these it has what was wished. */
const hasIt = new Set(['given', 'changed', 'assigned', 'alreadyGiven', 'alreadyAssigned'])

const principalOf = async (
  tx: Database,
  tenantId: TenantId,
  { appId, homeTenantId, registrationId }: Asking,
  context: Context,
): Promise<ApplicationId | undefined> => {
  const there = await applicationNamed(tx, tenantId, appId)
  if (there !== undefined) return there
  const which = { tenantId, homeTenantId, registrationId }
  const made = await createPrincipal(tx, which, {}, context)
  if (made.outcome === 'created') return made.applicationId
  // Somebody else has begun to use it at the same moment.
  return made.outcome === 'alreadyThere' ? applicationNamed(tx, tenantId, appId) : undefined
}

const giveRole = async (
  tx: Database,
  { tenantId, applicationId }: Which,
  { resourceId, id }: AskedAt,
  context: Context,
): Promise<string> => {
  const assignment = {
    principalId: applicationId,
    applicationId: resourceId,
    appRoleId: id as AppRoleId,
  }
  return (await assignApplication(tx, tenantId, assignment, context)).outcome
}

type Stored = { readonly id: GrantId; readonly scopes: readonly string[] }

const giveScopes = async (
  tx: Database,
  which: Which,
  resourceId: ApplicationId | null,
  names: readonly string[],
  context: Context,
): Promise<string> => {
  const { tenantId, applicationId } = which
  const before = await firstRow(
    tx,
    select<Stored>({
      id: 'id',
      scopes: 'scopes',
    })`from permission_grants where tenant_id = ${tenantId} and application_id = ${applicationId}
      and user_id is null and resource_id is not distinct from ${resourceId}::uuid`,
  )
  const missing = names.filter((one) => before?.scopes.includes(one) !== true)
  if (missing.length === 0) return 'alreadyGiven'
  const done =
    before === undefined
      ? await giveGrant(tx, which, { userId: null, scopes: missing, resourceId }, context)
      : await changeGrant(tx, { tenantId, id: before.id }, [...before.scopes, ...missing], context)
  return done.outcome
}

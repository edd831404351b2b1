/** The app roles of an application, as the whole list is set; and which of them can be assigned. */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import { newId, type ApplicationId, type AppRoleId, type TenantId } from '../../kernel/ids.ts'
import { rows, sql, type Database } from '../../store/database.ts'
import { insertOf } from '../../store/listed.ts'
import type { AppRole } from './app-role.rule.ts'
import { targetOf, type Program, type WhichRegistration } from './program.sql.ts'

/** What people hold is not to vanish by an incomplete list (Graph's rule). */
export const removesEnabled = (before: readonly Known[], wanted: readonly AppRole[]): boolean =>
  before.some((one) => one.isEnabled && !wanted.some(({ id }) => id === one.id))

type Known = AppRole & { readonly id: AppRoleId; readonly isEnabled: boolean }

/** The roles that stay and say something else now, each with what it said. */
const alteredOf = (
  wanted: readonly AppRole[],
  known: ReadonlyMap<string, Known>,
): (AppRole & { readonly old: Known })[] =>
  wanted.flatMap((role) => {
    const old = role.id === undefined ? undefined : known.get(role.id)
    const same =
      old === undefined ||
      (old.value === role.value &&
        old.displayName === role.displayName &&
        old.description === role.description &&
        old.isEnabled === (role.isEnabled ?? old.isEnabled))
    return same ? [] : [{ ...role, old }]
  })

/** Has a held application these roles, and says in the log what of them is new, other or gone. */
export const replaceAppRoles = async (
  tx: Database,
  program: Program,
  before: readonly Known[],
  wanted: readonly AppRole[],
  context: Context,
): Promise<void> => {
  const { tenantId, registrationId } = program
  const kept = new Set(wanted.flatMap(({ id }) => id ?? []))
  const known = new Map(before.map((role) => [role.id, role]))
  const gone = before.filter(({ id }) => !kept.has(id))
  const added = wanted.filter(({ id }) => id === undefined || !known.has(id))
  // Removed ones first: an added one may take over their value.
  await sql`update app_roles set deleted_at = ${context.now}
    where tenant_id = ${tenantId} and registration_id = ${registrationId} and id = any(${gone.map(({ id }) => id)}::uuid[])`.execute(
    tx,
  )
  const altered = alteredOf(wanted, known)
  // Two roles may exchange their values: all are let go before one is taken.
  await sql`update app_roles set value = null
    where tenant_id = ${tenantId} and registration_id = ${registrationId} and id = any(${altered.map(({ old }) => old.id)}::uuid[])`.execute(
    tx,
  )
  for (const { old, value, displayName, description, isEnabled } of altered) {
    await sql`update app_roles set value = ${value}, display_name = ${displayName}, description = ${description}, is_enabled = ${isEnabled ?? old.isEnabled}
      where tenant_id = ${tenantId} and registration_id = ${registrationId} and id = ${old.id}`.execute(
      tx,
    )
  }
  if (added.length > 0) await insertAppRoles(tx, program, added)
  const { target } = targetOf(program, context)
  await record(
    tx,
    ...added.map(() => eventOf(context, { tenantId, activity: 'application.roleAdded', target })),
    ...altered.map(({ old }) =>
      eventOf(context, {
        tenantId,
        activity: 'application.roleChanged',
        target,
        details: { appRoleId: old.id },
      }),
    ),
    ...gone.map(({ id }) =>
      eventOf(context, {
        tenantId,
        activity: 'application.roleRemoved',
        target,
        details: { appRoleId: id },
      }),
    ),
  )
}

/** The live app roles an assignment may name, the zero role included. */
export const readAppRole = async (
  tx: Database,
  {
    tenantId,
    applicationId,
  }: { readonly tenantId: TenantId; readonly applicationId: ApplicationId },
  appRoleId: AppRoleId,
): Promise<boolean> =>
  (
    await rows(
      tx,
      sql`select 1 from live_applications a join app_roles r on r.tenant_id = a.home_tenant_id and r.registration_id = a.registration_id and r.deleted_at is null
        where a.tenant_id = ${tenantId} and a.id = ${applicationId} and r.is_enabled and r.id = ${appRoleId}`,
    )
  ).length > 0

/** Adds app roles. One statement. */
export const insertAppRoles = async (
  tx: Database,
  { tenantId, registrationId }: WhichRegistration,
  appRoles: readonly AppRole[],
): Promise<void> => {
  const written = appRoles.map((role) => ({
    tenant_id: tenantId,
    registration_id: registrationId,
    id: role.id ?? newId<AppRoleId>(),
    value: role.value,
    display_name: role.displayName,
    description: role.description,
    is_enabled: role.isEnabled ?? true,
  }))
  await insertOf('app_roles', roleTypes, written).execute(tx)
}

const roleTypes = {
  tenant_id: 'uuid',
  registration_id: 'uuid',
  id: 'uuid',
  value: 'text',
  display_name: 'text',
  description: 'text',
  is_enabled: 'boolean',
} as const

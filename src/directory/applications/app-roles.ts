/** The app roles of an application, as the whole list is set; and which of them can be assigned. */
import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import {
  newId,
  zeroId,
  type ApplicationId,
  type AppRoleId,
  type TenantId,
} from '../../kernel/ids.ts'
import { rows, sql, type Database } from '../../store/database.ts'
import { insertOf } from '../../store/listed.ts'
import { givenOnly } from '../changed-names.ts'
import type { AppRole } from './app-role.rule.ts'
import { targetOf, type Program, type WhichRegistration } from './program.sql.ts'

/** What people hold is not to vanish by an incomplete list (Graph's rule). */
export const removesEnabled = (before: readonly Known[], wanted: readonly AppRole[]): boolean =>
  before.some((one) => one.isEnabled && !wanted.some(({ id }) => id === one.id))

type Known = Required<AppRole> & { readonly id: AppRoleId }

type Altered = AppRole & { readonly old: Known }

/** The roles that stay and say something else now, each with what it said. */
const alteredOf = (
  wanted: readonly AppRole[],
  known: ReadonlyMap<string, Known>,
): readonly Altered[] =>
  wanted.flatMap((role) => {
    const old = role.id === undefined ? undefined : known.get(role.id)
    const isAltered = old !== undefined && !isDeepStrictEqual({ ...old, ...givenOnly(role) }, old)
    return isAltered ? [{ ...role, old }] : []
  })

const alter = async (
  tx: Database,
  { tenantId, registrationId }: WhichRegistration,
  altered: readonly Altered[],
): Promise<void> => {
  // Two roles may exchange their values: all are let go before one is taken.
  await sql`update app_roles set value = null
    where tenant_id = ${tenantId} and registration_id = ${registrationId} and id = any(${altered.map(({ old }) => old.id)}::uuid[])`.execute(
    tx,
  )
  for (const { old, ...role } of altered) {
    const after = { ...old, ...givenOnly(role) }
    await sql`update app_roles set value = ${after.value}, display_name = ${after.displayName}, description = ${after.description},
        is_enabled = ${after.isEnabled}, for_users = ${after.forUsers}, for_applications = ${after.forApplications}
      where tenant_id = ${tenantId} and registration_id = ${registrationId} and id = ${old.id}`.execute(
      tx,
    )
  }
}

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
  await alter(tx, program, altered)
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

/**
 * Whether an assignment of such a principal may name an app role of a live application, the zero
 * role included.
 */
export const isAppRoleFor = async (
  tx: Database,
  {
    tenantId,
    applicationId,
  }: { readonly tenantId: TenantId; readonly applicationId: ApplicationId },
  appRoleId: AppRoleId,
  kind: 'user' | 'group' | 'application',
): Promise<boolean> =>
  (
    await rows(
      tx,
      sql`select 1 from live_applications a join app_roles r on r.tenant_id = a.home_tenant_id and r.registration_id = a.registration_id and r.deleted_at is null
        where a.tenant_id = ${tenantId} and a.id = ${applicationId} and r.is_enabled and r.id = ${appRoleId}
          and ${kind === 'application' ? sql`(r.for_applications or r.id = ${zeroId}::uuid)` : sql`r.for_users`}`,
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
    for_users: role.forUsers ?? true,
    for_applications: role.forApplications ?? false,
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
  for_users: 'boolean',
  for_applications: 'boolean',
} as const

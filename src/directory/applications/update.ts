/** Changing an application's properties and its app roles. */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { ApplicationId, AppRoleId, TenantId } from '../../kernel/ids.ts'
import { fold } from '../../kernel/text.ts'
import { searchLexemes, sortName } from '../../kernel/search-words.ts'
import { attempt, rows, sql, type Database } from '../../store/database.ts'
import { appRoleProblem, type AppRole, type AppRoleProblem } from './app-role.rule.ts'
import { changedNames, givenOnly } from '../changed-names.ts'
import { insertAppRoles, type NewApplication, type PrincipalProperties } from './create.ts'
import { endUnassigned } from './end-unassigned.ts'
import { findApplication } from './list.sql.ts'
import { lockProgram, targetOf, type Program, type WhichRegistration } from './program.sql.ts'
import { findRegistration } from './registrations.sql.ts'
import { searchVector } from '../users/user.ts'

export type ApplicationUpdate = Partial<NewApplication> & {
  readonly principal?: PrincipalProperties | undefined
}

export type UpdateApplicationResult =
  | { outcome: 'updated' }
  | { outcome: 'notFound' }
  | AppRoleProblem
  | { outcome: 'roleRemovedBefore' }
  /** A role has to be disabled before it is removed. */
  | { outcome: 'roleEnabled' }

/**
 * Changes the given properties; `appRoles`, when given, is the whole list: a role that is missing
 * is removed. Assignments of a removed role grant nothing, and stay so that restoring a user can
 * name what is gone (R60); its id cannot be used again (`roleRemovedBefore`).
 */
export const updateApplication = async (
  db: Database,
  which: WhichRegistration,
  changes: ApplicationUpdate,
  context: Context,
): Promise<UpdateApplicationResult> => {
  const problem = appRoleProblem(changes.appRoles ?? [])
  if (problem !== undefined) return problem
  return attempt(db, (tx) => updateIn(tx, which, changes, context), {
    app_roles_pkey: { outcome: 'roleRemovedBefore' },
  })
}

const updateIn = async (
  tx: Database,
  which: WhichRegistration,
  { appRoles, principal, ...changes }: ApplicationUpdate,
  context: Context,
): Promise<UpdateApplicationResult> => {
  const { tenantId, registrationId } = which
  const program = await lockProgram(tx, which)
  const before = await findRegistration(tx, tenantId, registrationId)
  if (program === undefined || before === undefined) return { outcome: 'notFound' }
  if (appRoles !== undefined && removesEnabled(before.appRoles, appRoles))
    return { outcome: 'roleEnabled' }
  const properties = [
    ...(await writeRegistration(tx, which, changes)),
    ...(await writePrincipal(tx, program, principal ?? {})),
  ]
  if (properties.length > 0) {
    const { target, side } = targetOf(program, context)
    await record(
      tx,
      eventOf(context, {
        tenantId,
        activity: 'application.updated',
        target,
        details: { properties, ...side },
      }),
    )
  }
  if (appRoles !== undefined) {
    await replaceAppRoles(tx, program, before.appRoles, appRoles, context)
    const { applicationId } = program
    if (applicationId !== undefined) await endUnassigned(tx, tenantId, { applicationId })
  }
  return { outcome: 'updated' }
}

/** The names of what differs now. */
const writeRegistration = async (
  tx: Database,
  { tenantId, registrationId }: WhichRegistration,
  changes: Omit<ApplicationUpdate, 'appRoles' | 'principal'>,
): Promise<string[]> => {
  const before = await findRegistration(tx, tenantId, registrationId)
  const properties = before === undefined ? [] : changedNames(before, changes)
  if (before === undefined || properties.length === 0) return []
  const after = { ...before, ...givenOnly(changes) }
  await sql`update registrations set display_name = ${after.displayName}, description = ${after.description ?? null}, homepage = ${after.homepage ?? null},
      name_key = ${fold(after.displayName)}, sort_name = ${sortName(after.displayName)}, search_words = ${searchVector(searchLexemes(tenantId, after.displayName))}
    where tenant_id = ${tenantId} and id = ${registrationId}`.execute(tx)
  return properties
}

const writePrincipal = async (
  tx: Database,
  { tenantId, applicationId }: Program,
  changes: PrincipalProperties,
): Promise<string[]> => {
  const before =
    applicationId === undefined ? undefined : await findApplication(tx, tenantId, applicationId)
  const properties = before === undefined ? [] : changedNames(before, changes)
  if (before === undefined || properties.length === 0) return []
  const after = { ...before, ...givenOnly(changes) }
  await sql`update service_principals set description = ${after.description}
    where tenant_id = ${tenantId} and id = ${before.id}`.execute(tx)
  return properties
}

// What people hold is not to vanish by an incomplete list (Graph's rule).
const removesEnabled = (before: readonly Known[], wanted: readonly AppRole[]): boolean =>
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

const replaceAppRoles = async (
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
      sql`select 1 from live_applications a join app_roles r on r.tenant_id = a.tenant_id and r.registration_id = a.registration_id and r.deleted_at is null
        where a.tenant_id = ${tenantId} and a.id = ${applicationId} and r.is_enabled and r.id = ${appRoleId}`,
    )
  ).length > 0

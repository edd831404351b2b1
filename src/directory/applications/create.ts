/** Making an application: a service principal, in Graph's words. */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import { sideOf } from './side.ts'
import {
  newId,
  zeroId,
  type ApplicationId,
  type AppRoleId,
  type TenantId,
} from '../../kernel/ids.ts'
import { fold } from '../../kernel/text.ts'
import { searchLexemes, sortName } from '../../kernel/search-words.ts'
import { sql, transaction, type Database } from '../../store/database.ts'
import { appRoleProblem, type AppRole, type AppRoleProblem } from './app-role.rule.ts'
import { searchVector } from '../users/user.ts'

export type NewApplication = {
  readonly displayName: string
  readonly description?: string | null | undefined
  /** Where its tile leads. */
  readonly homepage?: string | null | undefined
  readonly appRoles?: readonly AppRole[] | undefined
}

export type CreateApplicationResult =
  | { outcome: 'created'; applicationId: ApplicationId }
  | AppRoleProblem

/**
 * Makes an application with its app roles, and the role of id zero, "Default access". A problem
 * with the roles is an outcome.
 */
export const createApplication = async (
  db: Database,
  tenantId: TenantId,
  application: NewApplication,
  context: Context,
): Promise<CreateApplicationResult> => {
  const appRoles = application.appRoles ?? []
  const problem = appRoleProblem(appRoles)
  if (problem !== undefined) return problem
  const applicationId = newId<ApplicationId>()
  await transaction(db, async (tx) => {
    await sql`insert into applications (tenant_id, id, app_id, display_name, description, homepage, created_at, name_key, sort_name, search_words)
      values (${tenantId}, ${applicationId}, ${newId()}, ${application.displayName}, ${application.description ?? null}, ${application.homepage ?? null},
        ${context.now}, ${fold(application.displayName)}, ${sortName(application.displayName)}, ${searchVector(searchLexemes(tenantId, application.displayName))})`.execute(
      tx,
    )
    await insertAppRoles(tx, tenantId, applicationId, [
      { id: zeroId, value: null, displayName: 'Default access', description: null },
      ...appRoles,
    ])
    await record(
      tx,
      eventOf(context, {
        tenantId,
        activity: 'application.created',
        target: { kind: 'application', id: applicationId },
        details: sideOf(context),
      }),
    )
  })
  return { outcome: 'created', applicationId }
}

/** Adds app roles. One statement. */
export const insertAppRoles = async (
  tx: Database,
  tenantId: TenantId,
  applicationId: ApplicationId,
  appRoles: readonly AppRole[],
): Promise<void> => {
  const values = appRoles.map(
    (role) =>
      sql`(${tenantId}, ${applicationId}, ${role.id ?? newId<AppRoleId>()}, ${role.value}, ${role.displayName}, ${role.description}, ${role.isEnabled ?? true})`,
  )
  await sql`insert into app_roles (tenant_id, application_id, id, value, display_name, description, is_enabled) values ${sql.join(values)}`.execute(
    tx,
  )
}

/**
 * Making an application: its registration, which is the application in Graph's words, and its
 * service principal, by which people are assigned to it and sign in.
 */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import {
  newId,
  zeroId,
  type ApplicationId,
  type RegistrationId,
  type TenantId,
} from '../../kernel/ids.ts'
import { fold } from '../../kernel/text.ts'
import { searchLexemes, sortName } from '../../kernel/search-words.ts'
import { attempt, sql, transaction, undo, type Database, type Undo } from '../../store/database.ts'
import { insertAppRoles } from './app-roles.ts'
import { appRoleProblem, type AppRole, type AppRoleProblem } from './app-role.rule.ts'
import { scopeProblem, type ScopeProblem } from './exposed/exposed.rule.ts'
import { setIdentifiers, type IdentifierProblem } from './exposed/identifiers.ts'
import { holdOffered } from './foreign/offered.sql.ts'
import { lockProgram, type RegisteredAt, type WhichRegistration } from './program.sql.ts'
import { audiences, type SignInAudience } from '../../wire/graph/applications/application-parts.ts'
import type { Kept } from '../../wire/graph/applications/application-kept.ts'
import { searchVector } from '../users/user.ts'

export type NewApplication = {
  readonly displayName: string
  readonly description?: string | null | undefined
  /** Where its tile leads. */
  readonly homepage?: string | null | undefined
  readonly appRoles?: readonly AppRole[] | undefined
  /** What it is called as a resource; the whole list. */
  readonly identifierUris?: readonly string[] | undefined
  /** Who may use it: this organization, or others too. */
  readonly signInAudience?: SignInAudience | undefined
  /** It works nowhere, in no organization. */
  readonly isDisabled?: boolean | undefined
  /** What is kept as it was sent. */
  readonly kept?: Kept | undefined
}

/** What a service principal has of its own. */
export type PrincipalProperties = {
  /** What stands on its tile. */
  readonly description?: string | null | undefined
  readonly kept?: Kept | undefined
}
export type NewPrincipal = PrincipalProperties & {
  readonly accountEnabled?: boolean | undefined
  readonly assignmentRequired?: boolean | undefined
  /** Everybody agrees for themselves before they are signed in to it. */
  readonly eachAgrees?: boolean | undefined
}

export type CreateRegistrationResult =
  | { outcome: 'created'; registrationId: RegistrationId }
  | AppRoleProblem
  | ScopeProblem
  | IdentifierProblem
export type CreatePrincipalResult =
  | { outcome: 'created'; applicationId: ApplicationId }
  | { outcome: 'notFound' }
  | { outcome: 'alreadyThere' }
/** Where what a service principal is made of is registered. */
export type RegisteredElsewhere = WhichRegistration & Partial<RegisteredAt>
export type CreateApplicationResult =
  | { outcome: 'created'; applicationId: ApplicationId; registrationId: RegistrationId }
  | Exclude<CreateRegistrationResult, { outcome: 'created' }>

/**
 * Registers an application with its app roles, and the role of id zero, "Default access". A problem
 * with the roles is an outcome. Nobody signs in to it before it has a service principal.
 */
export const createRegistration = async (
  db: Database,
  tenantId: TenantId,
  application: NewApplication,
  context: Context,
): Promise<CreateRegistrationResult> => {
  const appRoles = application.appRoles ?? []
  const kept = application.kept ?? {}
  const problem = appRoleProblem(appRoles) ?? scopeProblem({}, kept)
  if (problem !== undefined) return problem
  const registrationId = newId<RegistrationId>()
  const appId = newId()
  return attempt(
    db,
    async (tx): Promise<CreateRegistrationResult | Undo<CreateRegistrationResult>> => {
      await sql`insert into registrations (tenant_id, id, app_id, display_name, description, homepage, audience, is_disabled, created_at, kept, name_key, sort_name, search_words)
      values (${tenantId}, ${registrationId}, ${appId}, ${application.displayName}, ${application.description ?? null}, ${application.homepage ?? null},
        ${application.signInAudience ?? audiences.own}, ${application.isDisabled ?? false}, ${context.now}, ${JSON.stringify(kept)}::jsonb, ${fold(application.displayName)}, ${sortName(application.displayName)}, ${searchVector(searchLexemes(tenantId, application.displayName))})`.execute(
        tx,
      )
      await insertAppRoles(tx, { tenantId, registrationId }, [
        { id: zeroId, value: null, displayName: 'Default access', description: null },
        ...appRoles,
      ])
      const named = await setIdentifiers(
        tx,
        { tenantId, registrationId, appId },
        application.identifierUris ?? [],
      )
      if (named !== undefined) return undo<CreateRegistrationResult>(named)
      await record(
        tx,
        eventOf(context, {
          tenantId,
          activity: 'application.created',
          target: { kind: 'application', id: registrationId },
          details: { registration: true },
        }),
      )
      return { outcome: 'created', registrationId }
    },
  )
}

/**
 * Makes the service principal of a live registration, which has one at most in an organization;
 * what one held that is deleted, the new one does not. Of another organization's application it is
 * made where that is offered.
 */
export const createPrincipal = (
  db: Database,
  which: RegisteredElsewhere,
  {
    description = null,
    kept = {},
    accountEnabled = true,
    assignmentRequired = false,
    eachAgrees = false,
  }: NewPrincipal,
  context: Context,
): Promise<CreatePrincipalResult> =>
  attempt(
    db,
    async (tx): Promise<CreatePrincipalResult> => {
      const { tenantId, registrationId, homeTenantId = tenantId } = which
      const isThere =
        homeTenantId === tenantId
          ? (await lockProgram(tx, which)) !== undefined
          : await holdOffered(tx, { homeTenantId, registrationId })
      if (!isThere) return { outcome: 'notFound' }
      const applicationId = newId<ApplicationId>()
      await sql`insert into service_principals (tenant_id, id, home_tenant_id, registration_id, description, kept, account_enabled, assignment_required, each_agrees, created_at)
        values (${tenantId}, ${applicationId}, ${homeTenantId}, ${registrationId}, ${description}, ${JSON.stringify(kept)}::jsonb, ${accountEnabled}, ${assignmentRequired}, ${eachAgrees}, ${context.now})`.execute(
        tx,
      )
      await record(
        tx,
        eventOf(context, {
          tenantId,
          activity: 'application.created',
          target: { kind: 'application', id: applicationId },
        }),
      )
      return { outcome: 'created', applicationId }
    },
    { a_registration_has_one_live_service_principal: { outcome: 'alreadyThere' } },
  )

/** Makes both, or neither. A problem with the roles is an outcome. */
export const createApplication = (
  db: Database,
  tenantId: TenantId,
  application: NewApplication,
  context: Context,
  principal: Omit<NewPrincipal, 'description'> = {},
): Promise<CreateApplicationResult> =>
  transaction(db, async (tx): Promise<CreateApplicationResult> => {
    const made = await createRegistration(tx, tenantId, application, context)
    if (made.outcome !== 'created') return made
    const { registrationId } = made
    const { description } = application
    const added = await createPrincipal(
      tx,
      { tenantId, registrationId },
      { ...principal, description },
      context,
    )
    if (added.outcome !== 'created')
      throw new Error('An application that was just registered is gone.')
    return { ...added, registrationId }
  })

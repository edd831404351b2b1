/** Changing an application's properties and its app roles. */
import { audiences } from '../../wire/graph/applications/application-parts.ts'
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import { fold } from '../../kernel/text.ts'
import { searchLexemes, sortName } from '../../kernel/search-words.ts'
import { attempt, sql, undo, type Database, type Undo } from '../../store/database.ts'
import { appRoleProblem, type AppRole, type AppRoleProblem } from './app-role.rule.ts'
import { removesEnabled, replaceAppRoles } from './app-roles.ts'
import { changedNames, givenOnly } from '../changed-names.ts'
import type { NewApplication, PrincipalProperties } from './create.ts'
import { endEverywhere } from './end-applications.ts'
import { endUnassigned } from './end-unassigned.ts'
import { scopeProblem, type ScopeProblem } from './exposed/exposed.rule.ts'
import { setIdentifiers, type IdentifierProblem } from './exposed/identifiers.ts'
import { keptAfter } from './exposed/kept.sql.ts'
import { findApplication } from './list.sql.ts'
import { lockProgram, targetOf, type Program, type WhichRegistration } from './program.sql.ts'
import { findRegistration, type RegistrationRow } from './registrations.sql.ts'
import { searchVector } from '../users/user.ts'

export type ApplicationUpdate = Partial<NewApplication> & {
  readonly principal?: PrincipalProperties | undefined
}

export type UpdateApplicationResult =
  | { outcome: 'updated' }
  | { outcome: 'notFound' }
  | AppRoleProblem
  | ScopeProblem
  | IdentifierProblem
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
): Promise<UpdateApplicationResult | Undo<UpdateApplicationResult>> => {
  const { tenantId, registrationId } = which
  const program = await lockProgram(tx, which)
  const before = await findRegistration(tx, tenantId, registrationId)
  if (program === undefined || before === undefined) return { outcome: 'notFound' }
  if (appRoles !== undefined && removesEnabled(before.appRoles, appRoles))
    return { outcome: 'roleEnabled' }
  const kept = keptAfter(before.registered, changes.kept ?? {})
  const problem = await exposeOtherwise(tx, which, before, {
    kept: kept.after,
    identifierUris: changes.identifierUris,
  })
  if (problem !== undefined) return undo<UpdateApplicationResult>(problem)
  const properties = [
    ...(await writeRegistration(tx, which, before, { ...changes, kept: undefined }, kept)),
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
  if (appRoles !== undefined) await setRoles(tx, program, before, appRoles, context)
  return { outcome: 'updated' }
}

const setRoles = async (
  tx: Database,
  program: Program,
  before: RegistrationRow,
  appRoles: readonly AppRole[],
  context: Context,
): Promise<void> => {
  await replaceAppRoles(tx, program, before.appRoles, appRoles, context)
  const { tenantId, applicationId } = program
  if (applicationId !== undefined) await endUnassigned(tx, tenantId, { applicationId })
}

const exposeOtherwise = async (
  tx: Database,
  which: WhichRegistration,
  { appId, registered }: RegistrationRow,
  { kept, identifierUris }: Pick<ApplicationUpdate, 'kept' | 'identifierUris'>,
): Promise<ScopeProblem | IdentifierProblem | undefined> =>
  scopeProblem(registered, kept ?? registered) ??
  (identifierUris && (await setIdentifiers(tx, { ...which, appId }, identifierUris)))

/** The names of what differs now. */
const writeRegistration = async (
  tx: Database,
  which: WhichRegistration,
  before: RegistrationRow,
  { identifierUris, ...changes }: Omit<ApplicationUpdate, 'appRoles' | 'principal'>,
  kept: ReturnType<typeof keptAfter>,
): Promise<string[]> => {
  const { tenantId, registrationId } = which
  const isRenamed =
    identifierUris !== undefined && !sameTexts(before.identifierUris, identifierUris)
  const properties = [
    ...changedNames(before, changes),
    ...kept.names,
    ...(isRenamed ? ['identifierUris'] : []),
  ]
  const after: RegistrationRow = { ...before, ...givenOnly(changes) } as RegistrationRow
  await sql`update registrations set display_name = ${after.displayName}, description = ${after.description ?? null}, homepage = ${after.homepage ?? null},
      audience = ${after.signInAudience}, is_disabled = ${after.isDisabled},
      kept = ${JSON.stringify(kept.after)}::jsonb,
      name_key = ${fold(after.displayName)}, sort_name = ${sortName(after.displayName)}, search_words = ${searchVector(searchLexemes(tenantId, after.displayName))}
    where tenant_id = ${tenantId} and id = ${registrationId} and ${properties.length > 0}`.execute(
    tx,
  )
  if (isNarrower(before, after)) await endEverywhere(tx, which, { atHome: after.isDisabled })
  return properties
}

// What it holds counts no more, when it is widened again neither (R126).
const isNarrower = (before: RegistrationRow, after: RegistrationRow): boolean =>
  (after.isDisabled && !before.isDisabled) ||
  (after.signInAudience === audiences.own && before.signInAudience !== audiences.own)

const sameTexts = (some: readonly string[], others: readonly string[]): boolean =>
  JSON.stringify(some) === JSON.stringify([...new Set(others)].toSorted())

/** Writes what a held service principal has of its own; the names of what differs now. */
export const writePrincipal = async (
  tx: Database,
  { tenantId, applicationId }: Program,
  { kept: wanted = {}, ...changes }: PrincipalProperties,
): Promise<string[]> => {
  const before =
    applicationId === undefined ? undefined : await findApplication(tx, tenantId, applicationId)
  if (before === undefined) return []
  const kept = keptAfter(before.kept, wanted)
  const properties = [...changedNames(before, changes), ...kept.names]
  const after = { ...before, ...givenOnly(changes) }
  await sql`update service_principals set description = ${after.description}, kept = ${JSON.stringify(kept.after)}::jsonb
    where tenant_id = ${tenantId} and id = ${before.id} and ${properties.length > 0}`.execute(tx)
  return properties
}

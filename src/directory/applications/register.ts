/**
 * Registering an application in one go: what it is, how people sign in to it, and its first secret.
 */
import { isPowerful } from '../../access/graph-scopes.ts'
import type { Context } from '../../events/event.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { attempt, transaction, undo, type Database } from '../../store/database.ts'
import { updateSignInSettings, type SignInChanges } from './sign-in.ts'
import { findApplication } from './list.sql.ts'
import type { Gives } from './gives.ts'
import { addSecret, type NewSecret } from './secrets.ts'
import { createApplication, type CreateApplicationResult, type NewApplication } from './create.ts'
import { redirectsProblem, type BadRedirect } from './redirect-address.rule.ts'

export type RegisterApplicationResult =
  | CreateApplicationResult
  | ({ outcome: 'badRedirect' } & BadRedirect)
  | { outcome: 'needsScopeGiver' }

/**
 * Makes an application with its sign-in settings, both or neither. A bad redirect address and a
 * problem with the roles are outcomes.
 */
export const registerApplication = async (
  db: Database,
  tenantId: TenantId,
  application: NewApplication,
  { settings, gives }: { readonly settings: SignInChanges; readonly gives: Gives },
  context: Context,
): Promise<RegisterApplicationResult> => {
  if (gives === 'nothing' && (settings.graphScopes ?? []).some(isPowerful))
    return { outcome: 'needsScopeGiver' }
  const bad = redirectsProblem(settings.redirectUris ?? [])
  if (bad !== undefined) return { outcome: 'badRedirect', ...bad }
  return transaction(db, async (tx) => {
    const made = await createApplication(tx, tenantId, application, context)
    if (made.outcome !== 'created') return made
    await updateSignInSettings(
      tx,
      { tenantId, applicationId: made.applicationId },
      settings,
      context,
      gives,
    )
    return made
  })
}

export type Program = {
  readonly displayName: string
  readonly settings: SignInChanges
  /** Undefined where it keeps none. */
  readonly secret: NewSecret | undefined
}

export type RegisterProgramResult =
  /** The text of the secret is stored nowhere. */
  { outcome: 'registered'; appId: string; secret: string | null } | { outcome: 'refused' }

/** Makes an application with its sign-in settings and its first secret, all of it or nothing. */
export const registerProgram = (
  db: Database,
  tenantId: TenantId,
  { displayName, settings, secret }: Program,
  context: Context,
): Promise<RegisterProgramResult> =>
  attempt(db, async (tx) => {
    const given = { settings, gives: 'everything' as const }
    const made = await registerApplication(tx, tenantId, { displayName }, given, context)
    if (made.outcome !== 'created') return undo({ outcome: 'refused' })
    const which = { tenantId, applicationId: made.applicationId }
    const added = secret === undefined ? undefined : await addSecret(tx, which, secret, context)
    const found = await findApplication(tx, tenantId, made.applicationId)
    if (found === undefined || (added !== undefined && added.outcome !== 'added'))
      return undo({ outcome: 'refused' })
    return { outcome: 'registered', appId: found.appId, secret: added?.text ?? null }
  })

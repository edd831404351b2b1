/** Registering an application in one go: what it is, and how people sign in to it. */
import { isPowerful } from '../../access/graph-scopes.ts'
import type { Context } from '../../events/event.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { transaction, type Database } from '../../store/database.ts'
import { updateSignInSettings, type SignInChanges } from './sign-in.ts'
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
  { settings, givesScopes }: { readonly settings: SignInChanges; readonly givesScopes: boolean },
  context: Context,
): Promise<RegisterApplicationResult> => {
  if (!givesScopes && (settings.graphScopes ?? []).some(isPowerful))
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
      givesScopes,
    )
    return made
  })
}

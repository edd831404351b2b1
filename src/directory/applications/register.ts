/**
 * Registering an application in one go: what it is, how people sign in to it, and its first secret.
 */
import type { Context } from '../../events/event.ts'
import type { ApplicationId, TenantId } from '../../kernel/ids.ts'
import { attempt, undo, type Database } from '../../store/database.ts'
import { updateSignInSettings, type SignInChanges } from './sign-in.ts'
import { findApplication } from './list.sql.ts'
import type { Gives } from './gives.ts'
import { setKeys, type KeyWish, type SetKeysResult } from './proofs/keys.ts'
import { addSecret, type NewSecret } from './secrets.ts'
import {
  createPrincipal,
  createRegistration,
  type CreateRegistrationResult,
  type NewApplication,
} from './create.ts'
import { redirectsProblem, type BadRedirect } from './redirect-address.rule.ts'

export type RegisterApplicationResult =
  | CreateRegistrationResult
  | ({ outcome: 'badRedirect' } & BadRedirect)
  | Exclude<SetKeysResult, { outcome: 'set' }>

type Given = {
  readonly settings: SignInChanges
  readonly gives: Gives
  readonly keys?: readonly KeyWish[] | undefined
}

/**
 * Registers an application with its sign-in settings and certificates, all or nothing. A bad
 * redirect address, a certificate that is not taken and a problem with the roles are outcomes. It
 * has no service principal yet.
 */
export const registerApplication = (
  db: Database,
  tenantId: TenantId,
  application: NewApplication,
  { settings, gives, keys = [] }: Given,
  context: Context,
): Promise<RegisterApplicationResult> =>
  attempt(db, async (tx) => {
    const bad = redirectsProblem(settings.redirectUris ?? [])
    if (bad !== undefined) return { outcome: 'badRedirect', ...bad }
    const made = await createRegistration(tx, tenantId, application, context)
    if (made.outcome !== 'created') return made
    const { registrationId } = made
    const which = { tenantId, homeTenantId: tenantId, registrationId, applicationId: undefined }
    await updateSignInSettings(tx, which, settings, context, gives)
    const proved = await setKeys(tx, which, keys, gives, context)
    return proved.outcome === 'set' ? made : undo(proved)
  })

export type Program = {
  readonly displayName: string
  readonly settings: SignInChanges
  /** Undefined where it keeps none. */
  readonly secret: NewSecret | undefined
}

export type RegisterProgramResult =
  /** The text of the secret is stored nowhere. */
  | { outcome: 'registered'; applicationId: ApplicationId; appId: string; secret: string | null }
  | { outcome: 'refused' }

/**
 * Makes an application with its service principal, its sign-in settings and its first secret, all
 * of it or nothing.
 */
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
    const which = { tenantId, registrationId: made.registrationId }
    const principal = await createPrincipal(tx, which, {}, context)
    if (principal.outcome !== 'created') return undo({ outcome: 'refused' })
    const { applicationId } = principal
    const added = secret === undefined ? undefined : await addSecret(tx, which, secret, context)
    const found = await findApplication(tx, tenantId, applicationId)
    if (found === undefined || (added !== undefined && added.outcome !== 'added'))
      return undo({ outcome: 'refused' })
    const text = added?.text ?? null
    return { outcome: 'registered', applicationId, appId: found.appId, secret: text }
  })

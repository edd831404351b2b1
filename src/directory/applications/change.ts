/** Changing an application in one go: what it is, and how people sign in to it. */
import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../../events/event.ts'
import { attempt, undo, type Database } from '../../store/database.ts'
import type { Kept } from '../../wire/graph/applications/application-kept.ts'
import type { NewApplication, PrincipalProperties } from './create.ts'
import { wayRefusal, type Gives } from './gives.ts'
import { setKeys, type KeyWish, type SetKeysResult } from './proofs/keys.ts'
import { lockProgram, type Program, type WhichRegistration } from './program.sql.ts'
import { findRegistration } from './registrations.sql.ts'
import {
  readSignInSettings,
  updateSignInSettings,
  type SignInChanges,
  type SignInSettings,
  type UpdateSignInResult,
} from './sign-in.ts'
import { updateApplication, type UpdateApplicationResult } from './update.ts'

export type ApplicationChanges = {
  readonly properties: Partial<NewApplication>
  /** What changes of its service principal. */
  readonly principal?: PrincipalProperties
  /** What changes of how people sign in, where that is as `before`. */
  readonly settings: (before: SignInSettings) => SignInChanges
  /** Its certificates, the whole list; undefined: they stay. */
  readonly keys: readonly KeyWish[] | undefined
  /** What of the directory the caller may give. */
  readonly gives: Gives
}

export type ChangeApplicationResult =
  | UpdateSignInResult
  | UpdateApplicationResult
  | Exclude<SetKeysResult, { outcome: 'set' }>

/**
 * Changes an application and its sign-in settings, both or neither; absent properties stay. It is
 * held before it is read, so that a list that is made from the one that stands loses nothing.
 */
export const changeApplication = (
  db: Database,
  which: WhichRegistration,
  { properties, principal, settings, keys, gives }: ApplicationChanges,
  context: Context,
): Promise<ChangeApplicationResult> =>
  attempt(db, async (tx) => {
    const program = await lockProgram(tx, which)
    const before = program === undefined ? undefined : await readSignInSettings(tx, which)
    if (program === undefined || before === undefined) return { outcome: 'notFound' }
    const signIn = await updateSignInSettings(tx, which, settings(before), context, gives)
    if (signIn.outcome !== 'updated') return undo<ChangeApplicationResult>(signIn)
    const refused = await changeWays(tx, program, { properties, keys, gives }, context)
    if (refused !== undefined) return undo<ChangeApplicationResult>(refused)
    const result = await updateApplication(tx, which, { ...properties, principal }, context)
    return result.outcome === 'updated' ? result : undo<ChangeApplicationResult>(result)
  })

// The certificates are set; whether the others may be, is decided.
const changeWays = async (
  tx: Database,
  program: Program,
  { properties, keys, gives }: Pick<ApplicationChanges, 'properties' | 'keys' | 'gives'>,
  context: Context,
): Promise<Exclude<SetKeysResult, { outcome: 'set' }> | undefined> => {
  const proofs = keys === undefined ? undefined : await setKeys(tx, program, keys, gives, context)
  if (proofs !== undefined && proofs.outcome !== 'set') return proofs
  return (await exposesOtherwise(tx, program, properties))
    ? wayRefusal(tx, program, gives, context)
    : undefined
}

const ofApi = (kept: Kept): Kept => (kept['api'] ?? {}) as Kept

// By which names others ask for tokens for it, and which of them are authorized in advance, are
// ways to what it does.
const exposesOtherwise = async (
  tx: Database,
  { tenantId, registrationId }: WhichRegistration,
  { identifierUris, kept = {} }: Partial<NewApplication>,
): Promise<boolean> => {
  const before = await findRegistration(tx, tenantId, registrationId)
  const { oauth2PermissionScopes, preAuthorizedApplications } = ofApi(kept)
  const now = { identifierUris, oauth2PermissionScopes, preAuthorizedApplications }
  const then: Kept = { ...ofApi(before?.registered ?? {}), identifierUris: before?.identifierUris }
  return Object.entries(now).some(
    ([name, value]) => value !== undefined && !isDeepStrictEqual(value, then[name] ?? []),
  )
}

/**
 * What an organization changes of an application of another one: its own service principal alone.
 * What the application is, and what it proves itself with, is its home's.
 */
import type { Context } from '../../../events/event.ts'
import { eventOf, record } from '../../../events/record.ts'
import type { ApplicationId, TenantId } from '../../../kernel/ids.ts'
import { attempt, undo, type Database } from '../../../store/database.ts'
import type { PrincipalProperties } from '../create.ts'
import type { Gives } from '../gives.ts'
import { lockForeign } from '../program.sql.ts'
import { setHeld, type SignInChanges, type UpdateSignInResult } from '../sign-in.ts'
import { writePrincipal } from '../update.ts'

type Changes = {
  readonly settings: SignInChanges
  readonly principal: PrincipalProperties
  /** What of the directory the caller may give. */
  readonly gives: Gives
}

/** Changes it, wholly or not. `ofItsHome` names what cannot be changed here. */
export const changeForeign = (
  db: Database,
  which: { readonly tenantId: TenantId; readonly applicationId: ApplicationId },
  { settings, principal, gives }: Changes,
  context: Context,
): Promise<UpdateSignInResult> =>
  attempt(db, async (tx) => {
    const program = await lockForeign(tx, which)
    if (program === undefined) return { outcome: 'notFound' }
    const signIn = await setHeld(tx, program, settings, context, gives)
    if (signIn.outcome !== 'updated') return undo<UpdateSignInResult>(signIn)
    const properties = await writePrincipal(tx, program, principal)
    if (properties.length > 0)
      await record(
        tx,
        eventOf(context, {
          tenantId: which.tenantId,
          activity: 'application.updated',
          target: { kind: 'application', id: which.applicationId },
          details: { properties },
        }),
      )
    return signIn
  })

/**
 * What of the directory somebody may give an application, and with that, how an application that
 * has it gets at it: nobody makes an application do for them what they may not give (R49).
 */
import { isItself, isOfMachine } from '../../events/context.ts'
import type { Context } from '../../events/event.ts'
import type { ApplicationId, TenantId } from '../../kernel/ids.ts'
import { firstRow, sql, type Database } from '../../store/database.ts'
import { isPowerfulApplication, isTopApplication } from '../powerful-application.sql.ts'

/** `scopes`: permissions, scopes and most directory roles; `everything`: the top roles too. */
export type Gives = 'nothing' | 'scopes' | 'everything'

/** Why somebody does not change what an application may, or how one gets at it. */
export type WayRefused =
  /** An application cannot raise itself, nor make ways to itself. */
  | { readonly outcome: 'itself' }
  /** It reaches further than what they give. */
  | { readonly outcome: 'needsScopeGiver' }

/** An operator gives everything; of others an edge says what. */
export const givesOf = (context: Context): Gives =>
  isOfMachine(context) ? 'everything' : 'nothing'

const beyond = {
  nothing: isPowerfulApplication('a'),
  scopes: isTopApplication('a'),
  everything: sql`false`,
} as const

// Whether a live application reaches further in the directory than what somebody gives.
const reachesBeyond = async (
  db: Database,
  { tenantId, applicationId }: { tenantId: TenantId; applicationId: ApplicationId },
  gives: Gives,
): Promise<boolean> =>
  (await firstRow(
    db,
    sql`select 1 from live_applications a
      where a.tenant_id = ${tenantId} and a.id = ${applicationId} and ${beyond[gives]}`,
  )) !== undefined

/**
 * Why who acts may not change how one gets at a live application: its secrets, keys, issuers and
 * addresses, or what comes by them. Undefined when they may.
 */
export const wayRefusal = async (
  db: Database,
  which: { readonly tenantId: TenantId; readonly applicationId: ApplicationId },
  gives: Gives,
  context: Context,
): Promise<WayRefused | undefined> => {
  if (isItself(context, which.applicationId)) return { outcome: 'itself' }
  return (await reachesBeyond(db, which, gives)) ? { outcome: 'needsScopeGiver' } : undefined
}

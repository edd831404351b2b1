/**
 * What of the directory somebody may give an application, and with that, how an application that
 * has it gets at it: nobody makes an application do for them what they may not give (R49).
 */
import { isItself, isOfMachine } from '../../events/context.ts'
import type { Context } from '../../events/event.ts'
import { firstRow, sql, type Database } from '../../store/database.ts'
import { isPowerfulApplication, isTopApplication } from '../powerful-application.sql.ts'
import type { Program, WhichRegistration } from './program.sql.ts'

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

// Whether a service principal of a registration reaches further in the directory than what somebody
// gives, also one that is deleted: it could be restored.
const reachesBeyond = async (
  db: Database,
  { tenantId, registrationId }: WhichRegistration,
  gives: Gives,
): Promise<boolean> =>
  (await firstRow(
    db,
    sql`select 1 from service_principals a
      where a.tenant_id = ${tenantId} and a.registration_id = ${registrationId} and ${beyond[gives]}`,
  )) !== undefined

/**
 * Why who acts may not change how one gets at a held application: its secrets, keys, issuers and
 * addresses, or what comes by them. Undefined when they may.
 */
export const wayRefusal = async (
  db: Database,
  program: Program,
  gives: Gives,
  context: Context,
): Promise<WayRefused | undefined> => {
  const { applicationId } = program
  if (applicationId !== undefined && isItself(context, applicationId)) return { outcome: 'itself' }
  return (await reachesBeyond(db, program, gives)) ? { outcome: 'needsScopeGiver' } : undefined
}

/**
 * Trusting an issuer elsewhere to say that what runs there is the application; changing that, and
 * taking it away, which counts from the next token on.
 */
import type { Context } from '../../../events/event.ts'
import { record } from '../../../events/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { attempt, sql, transaction, type Database } from '../../../store/database.ts'
import { mostFederated } from '../../../wire/graph/applications/proof-limits.ts'
import { givenOnly } from '../../changed-names.ts'
import { trustChanged, trustEvent, trustsSame } from './credential-event.ts'
import { wayRefusal, type Gives, type WayRefused } from '../gives.ts'
import { lockProgram, type Program, type WhichRegistration } from '../program.sql.ts'
import { countFederated, findFederated, type FederatedRow } from './federated.sql.ts'

export type Federated = Omit<FederatedRow, 'id' | 'sortValue'>
export type FederatedChanges = { readonly [N in keyof Federated]?: Federated[N] | undefined }

type Refused = 'notFound' | WayRefused['outcome'] | 'nameTaken' | 'alreadyTrusted'
export type FederateResult =
  | { outcome: 'trusted'; id: string }
  | { outcome: Refused | 'tooManyFederated' }
export type ChangeFederatedResult = { outcome: 'changed' | Refused }

const taken = {
  a_federated_credential_has_its_own_name: { outcome: 'nameTaken' },
  a_federated_credential_is_there_once: { outcome: 'alreadyTrusted' },
} as const

/** What is held to be changed, or why it is not. */
const held = async (
  tx: Database,
  which: WhichRegistration,
  gives: Gives,
  context: Context,
): Promise<Program | { outcome: 'notFound' } | WayRefused> => {
  const program = await lockProgram(tx, which)
  if (program === undefined) return { outcome: 'notFound' }
  return (await wayRefusal(tx, program, gives, context)) ?? program
}

/** Has a live application trust an issuer. */
export const trustIssuer = (
  db: Database,
  which: WhichRegistration,
  { name, issuer, subject, audience, description }: Federated,
  gives: Gives,
  context: Context,
): Promise<FederateResult> =>
  attempt(
    db,
    async (tx): Promise<FederateResult> => {
      const program = await held(tx, which, gives, context)
      if ('outcome' in program) return program
      if ((await countFederated(tx, which)) >= mostFederated) return { outcome: 'tooManyFederated' }
      const id = newId()
      await sql`insert into federated_credentials (tenant_id, id, registration_id, name, issuer, subject, audience, description, created_at)
        values (${which.tenantId}, ${id}, ${which.registrationId}, ${name}, ${issuer}, ${subject}, ${audience}, ${description}, ${context.now})`.execute(
        tx,
      )
      const trusted = { id, issuer, subject, audience }
      await record(tx, trustEvent(program, 'application.secretAdded', trusted, context))
      return { outcome: 'trusted', id }
    },
    taken,
  )

/** Changes what it trusts; absent properties stay. */
export const changeTrust = (
  db: Database,
  which: WhichRegistration,
  { named, changes }: { readonly named: string; readonly changes: FederatedChanges },
  gives: Gives,
  context: Context,
): Promise<ChangeFederatedResult> =>
  attempt(
    db,
    async (tx): Promise<ChangeFederatedResult> => {
      const program = await held(tx, which, gives, context)
      if ('outcome' in program) return program
      const found = await findFederated(tx, which, named)
      if (found === undefined) return { outcome: 'notFound' }
      const after = { ...found, ...givenOnly(changes) }
      await sql`update federated_credentials set issuer = ${after.issuer}, subject = ${after.subject}, audience = ${after.audience},
          description = ${after.description} where tenant_id = ${which.tenantId} and id = ${found.id}::uuid`.execute(
        tx,
      )
      // Other tokens prove it from now on: one credential goes, and another comes.
      const events = trustsSame(found, after)
        ? [trustChanged(program, context)]
        : [
            trustEvent(program, 'application.secretRemoved', found, context),
            trustEvent(program, 'application.secretAdded', after, context),
          ]
      await record(tx, ...events)
      return { outcome: 'changed' }
    },
    taken,
  )

/** Trusts it no more. */
export const distrustIssuer = (
  db: Database,
  which: WhichRegistration,
  named: string,
  gives: Gives,
  context: Context,
): Promise<{ outcome: 'distrusted' | 'notFound' } | WayRefused> =>
  transaction(db, async (tx) => {
    const program = await held(tx, which, gives, context)
    if ('outcome' in program) return program
    const found = await findFederated(tx, which, named)
    if (found === undefined) return { outcome: 'notFound' }
    await sql`delete from federated_credentials where tenant_id = ${which.tenantId} and id = ${found.id}::uuid`.execute(
      tx,
    )
    await record(tx, trustEvent(program, 'application.secretRemoved', found, context))
    return { outcome: 'distrusted' }
  })

/**
 * The secrets with which an application proves who it is: shown once, stored as digests, each with
 * an end.
 */
import type { Context } from '../../events/event.ts'
import { record } from '../../events/record.ts'
import { newId, type RegistrationId, type TenantId } from '../../kernel/ids.ts'
import { select, type Columns } from '../../store/columns.ts'
import { changed, rows, sql, transaction, type Database } from '../../store/database.ts'
import { newToken } from '../../store/token.ts'
import { hintLength, mostSecrets } from '../../wire/graph/applications/proof-limits.ts'
import { givesOf, wayRefusal, type Gives, type WayRefused } from './gives.ts'
import { lockProgram, type WhichRegistration } from './program.sql.ts'
import { credentialEvent } from './proofs/credential-event.ts'

export type ApplicationSecret = {
  readonly keyId: string
  readonly displayName: string | null
  /** The first characters, to tell secrets apart. */
  readonly hint: string
  readonly createdAt: Date
  readonly expiresAt: Date
}
export type NewSecret = { readonly displayName: string | null; readonly expiresAt: Date }
export type AddSecretResult =
  | { outcome: 'added'; secret: ApplicationSecret; text: string }
  | { outcome: 'notFound' }
  /** There are as many as an application may have. */
  | { outcome: 'tooMany' }
  /**
   * The application has scopes of the directory: only who may give those makes or removes its
   * secrets, and never it itself.
   */
  | WayRefused

const secretColumns: Columns<ApplicationSecret> = {
  keyId: 'id',
  displayName: 'display_name',
  hint: 'hint',
  createdAt: 'created_at',
  expiresAt: 'expires_at',
}

type OfRegistration = { readonly registrationId: RegistrationId }

/** The secrets of these registrations, the newest first, without the secrets themselves. */
export const listSecretsOf = (
  db: Database,
  tenantId: TenantId,
  ids: readonly RegistrationId[],
): Promise<(ApplicationSecret & OfRegistration)[]> =>
  rows(
    db,
    select<ApplicationSecret & OfRegistration>({
      ...secretColumns,
      registrationId: 'registration_id',
    })`from application_secrets where tenant_id = ${tenantId} and registration_id = any(${[...ids]}::uuid[]) order by created_at desc, id`,
  )

/** Makes a secret and returns its text, which is stored nowhere. */
export const addSecret = (
  db: Database,
  which: WhichRegistration,
  wish: NewSecret,
  context: Context,
  gives: Gives = givesOf(context),
): Promise<AddSecretResult> =>
  transaction(db, async (tx) => {
    const { tenantId, registrationId } = which
    const program = await lockProgram(tx, which)
    if (program === undefined) return { outcome: 'notFound' }
    const refused = await wayRefusal(tx, program, gives, context)
    if (refused !== undefined) return refused
    if ((await listSecretsOf(tx, tenantId, [registrationId])).length >= mostSecrets)
      return { outcome: 'tooMany' }
    const { token, hash } = newToken()
    const secret = {
      ...wish,
      keyId: newId(),
      hint: token.slice(0, hintLength),
      createdAt: context.now,
    }
    await sql`insert into application_secrets (tenant_id, registration_id, id, secret_hash, hint, display_name, created_at, expires_at)
      values (${tenantId}, ${registrationId}, ${secret.keyId}, ${hash}, ${secret.hint}, ${secret.displayName}, ${context.now}, ${secret.expiresAt})`.execute(
      tx,
    )
    await record(tx, credentialEvent(program, 'application.secretAdded', secret.keyId, context))
    return { outcome: 'added', secret, text: token }
  })

/** Removes a secret. It proves nothing from the next request on. */
export const removeSecret = (
  db: Database,
  which: WhichRegistration,
  keyId: string,
  context: Context,
  gives: Gives = givesOf(context),
): Promise<{ outcome: 'removed' | 'notFound' } | WayRefused> =>
  transaction(db, async (tx) => {
    const { tenantId, registrationId } = which
    const program = await lockProgram(tx, which)
    if (program === undefined) return { outcome: 'notFound' }
    const refused = await wayRefusal(tx, program, gives, context)
    if (refused !== undefined) return refused
    const done = await changed(
      tx,
      sql`delete from application_secrets where tenant_id = ${tenantId} and registration_id = ${registrationId} and id = ${keyId}::uuid`,
    )
    if (done === 0) return { outcome: 'notFound' }
    await record(tx, credentialEvent(program, 'application.secretRemoved', keyId, context))
    return { outcome: 'removed' }
  })

/** Authenticator apps and recovery codes in the store. */
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { installationSecret, keyedDigest } from '../../store/installation-secret.ts'
import { select } from '../../store/columns.ts'
import { changed, firstRow, sql, type Database } from '../../store/database.ts'

export type Which = { readonly tenantId: TenantId; readonly userId: UserId }

export type Authenticator = {
  readonly sealedSecret: Uint8Array
  readonly createdAt: Date
  readonly confirmedAt: Date | null
  readonly recoveryCodes: number
}

/** The authenticator app of a user, set up or about to be. */
export const findAuthenticator = (
  db: Database,
  { tenantId, userId }: Which,
): Promise<Authenticator | undefined> =>
  firstRow(
    db,
    select<Authenticator>({
      sealedSecret: 'f.sealed_secret',
      createdAt: 'f.created_at',
      confirmedAt: 'f.confirmed_at',
      recoveryCodes: sql`(select count(*)::int from recovery_codes r where r.tenant_id = f.tenant_id and r.user_id = f.user_id)`,
    })`from authenticators f where f.tenant_id = ${tenantId} and f.user_id = ${userId}`,
  )

/**
 * Keeps a secret that waits for its first code; an earlier one that waited is replaced. False when
 * one is set up already.
 */
export const keepUnconfirmed = async (
  db: Database,
  { tenantId, userId }: Which,
  sealedSecret: Buffer,
  now: Date,
): Promise<boolean> =>
  (await changed(
    db,
    sql`insert into authenticators as f (tenant_id, user_id, sealed_secret, created_at) values (${tenantId}, ${userId}, ${sealedSecret}, ${now})
      on conflict (tenant_id, user_id) do update set sealed_secret = excluded.sealed_secret, created_at = excluded.created_at, last_step = 0
      where f.confirmed_at is null`,
  )) > 0

/**
 * Switches the app on, its first code being of `step`. False when this secret is not waiting any
 * more.
 */
export const confirm = async (
  db: Database,
  { tenantId, userId }: Which,
  { createdAt, step }: { createdAt: Date; step: number },
  now: Date,
): Promise<boolean> =>
  (await changed(
    db,
    sql`update authenticators set confirmed_at = ${now}, last_step = ${step}
      where tenant_id = ${tenantId} and user_id = ${userId} and confirmed_at is null and created_at = ${createdAt}`,
  )) > 0

/**
 * Uses the code of `step` up, and every earlier one. False when it was used before: of two at the
 * same moment one gets it.
 */
export const spendStep = async (
  db: Database,
  { tenantId, userId }: Which,
  step: number,
): Promise<boolean> =>
  (await changed(
    db,
    sql`update authenticators set last_step = ${step}
      where tenant_id = ${tenantId} and user_id = ${userId} and confirmed_at is not null and last_step < ${step}`,
  )) > 0

export const deleteAuthenticator = async (
  db: Database,
  { tenantId, userId }: Which,
): Promise<void> => {
  await sql`delete from recovery_codes where tenant_id = ${tenantId} and user_id = ${userId}`.execute(
    db,
  )
  await sql`delete from authenticators where tenant_id = ${tenantId} and user_id = ${userId}`.execute(
    db,
  )
}

const digestOf = async (db: Database, { tenantId, userId }: Which, code: string): Promise<Buffer> =>
  keyedDigest(await installationSecret(db, 'recovery'), tenantId, userId, code)

/** Replaces the recovery codes of a user; only their digests are stored. */
export const replaceRecoveryCodes = async (
  db: Database,
  which: Which,
  codes: readonly string[],
): Promise<void> => {
  const { tenantId, userId } = which
  const digests = await Promise.all(
    codes.map((code) => digestOf(db, which, code.replaceAll('-', ''))),
  )
  await sql`delete from recovery_codes where tenant_id = ${tenantId} and user_id = ${userId}`.execute(
    db,
  )
  await sql`insert into recovery_codes (tenant_id, user_id, code_hash)
    select ${tenantId}, ${userId}, code_hash from unnest(${digests}::bytea[]) as k(code_hash)`.execute(
    db,
  )
}

/**
 * Uses a recovery code up. False when it is none, or was used: of two at the same moment one gets
 * it.
 */
export const spendRecoveryCode = async (
  db: Database,
  which: Which,
  code: string,
): Promise<boolean> =>
  (await changed(
    db,
    sql`delete from recovery_codes where tenant_id = ${which.tenantId} and user_id = ${which.userId} and code_hash = ${await digestOf(db, which, code)}`,
  )) > 0

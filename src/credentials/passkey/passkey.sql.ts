/** Passkeys in the store. */
import type { PersonId, TenantId, UserId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { changed, firstRow, rows, sql, type Database } from '../../store/database.ts'

/** The most passkeys one person has. */
export const maxPasskeys = 20

export type Passkey = {
  readonly id: string
  readonly name: string
  readonly credentialId: Uint8Array
  readonly transports: string[]
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
}

/** The passkeys of a person, oldest first. */
export const listPasskeys = (db: Database, personId: PersonId): Promise<Passkey[]> =>
  rows(
    db,
    select<Passkey>({
      id: 'id',
      name: 'name',
      credentialId: 'credential_id',
      transports: 'transports',
      createdAt: 'created_at',
      lastUsedAt: 'last_used_at',
    })`from passkeys where person_id = ${personId} order by created_at, id limit ${maxPasskeys}`,
  )

export type KnownCredential = {
  readonly id: string
  readonly personId: PersonId
  readonly homeTenantId: TenantId | null
  readonly publicKey: Uint8Array
  readonly counter: number
  readonly transports: string[]
}

/** The passkey with this credential id, whosoever it is. */
export const findCredential = (
  db: Database,
  credentialId: Buffer,
): Promise<KnownCredential | undefined> =>
  firstRow(
    db,
    select<KnownCredential>({
      id: 'k.id',
      personId: 'k.person_id',
      homeTenantId: 'p.home_tenant_id',
      publicKey: 'k.public_key',
      counter: sql`k.counter::double precision`,
      transports: 'k.transports',
    })`from passkeys k join persons p on p.id = k.person_id where k.credential_id = ${credentialId}`,
  )

export type NewPasskey = {
  readonly id: string
  readonly personId: PersonId
  readonly home: { readonly tenantId: TenantId; readonly userId: UserId } | null
  readonly credentialId: Buffer
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
  readonly name: string
}

/**
 * Stores a passkey. False when the credential is known already, or the person has as many as there
 * can be.
 */
export const insertPasskey = async (db: Database, key: NewPasskey, now: Date): Promise<boolean> => {
  // Taking turns per person, so that two at once cannot go beyond the limit.
  await sql`select 1 from persons where id = ${key.personId} for no key update`.execute(db)
  const done = await changed(
    db,
    sql`insert into passkeys (id, person_id, tenant_id, user_id, credential_id, public_key, counter, transports, name, created_at)
      select ${key.id}, ${key.personId}, ${key.home?.tenantId ?? null}::uuid, ${key.home?.userId ?? null}::uuid, ${key.credentialId}, ${key.publicKey},
        ${key.counter}::bigint, ${[...key.transports]}::text[], ${key.name}, ${now}::timestamptz
      where (select count(*) from passkeys where person_id = ${key.personId}) < ${maxPasskeys}
      on conflict (credential_id) do nothing`,
  )
  return done > 0
}

/**
 * Notes a use. False when the counter has moved past this one meanwhile: the same answer, or a copy
 * of the key, was used.
 */
export const countUse = async (
  db: Database,
  id: string,
  counter: number,
  now: Date,
): Promise<boolean> =>
  (await changed(
    db,
    sql`update passkeys set counter = ${counter}::bigint, last_used_at = ${now}
      where id = ${id} and (counter < ${counter}::bigint or (counter = 0 and ${counter}::bigint = 0))`,
  )) > 0

/** Removes a passkey of this person. False when it is not theirs or not there. */
export const deletePasskey = async (
  db: Database,
  personId: PersonId,
  id: string,
): Promise<boolean> =>
  (await changed(db, sql`delete from passkeys where id = ${id} and person_id = ${personId}`)) > 0

/** Marks a challenge as answered. False when it has been answered before. */
export const spendChallenge = async (
  db: Database,
  digest: Buffer,
  expiresAt: Date,
): Promise<boolean> =>
  (await changed(
    db,
    sql`insert into spent_challenges (digest, expires_at) values (${digest}, ${expiresAt}) on conflict (digest) do nothing`,
  )) > 0

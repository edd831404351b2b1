/**
 * The keys that sign tokens: each organization has its own, so that a token of one can never pass
 * for a token of another. A new key is published before it signs, and an old one verifies until
 * everything that it signed is over.
 */
import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import { calculateJwkThumbprint, importJWK, SignJWT, type JWK } from 'jose'
import { seal, unseal } from '../kernel/sealing.ts'
import type { TenantId } from '../kernel/ids.ts'
import { issuerOf } from '../kernel/page-address.ts'
import { dayMs, hourMs, plus, secondMs } from '../kernel/time.ts'
import { select } from '../store/columns.ts'
import { changed, rows, sql, type Database } from '../store/database.ts'
import type { Installation } from '../store/installation.ts'

/** The one algorithm of every token. */
export const signingAlgorithm = 'RS256'
const modulusBits = 2_048
/** A key signs for this long before the next one is made. */
const signingPeriodMs = 90 * dayMs
/**
 * How long a key is published before it signs: applications keep the published keys for a while.
 */
const publishedAheadMs = hourMs
/**
 * How long an old key still verifies: applications may show the ID token of a session at its end,
 * and a session lasts 14 days.
 */
export const verifiedAfterMs = 15 * dayMs

export type SigningKey = {
  readonly kid: string
  readonly privateJwk: JWK
  readonly signsFrom: Date
  readonly serial: number
}
type Row = { serial: number; kid: string; sealed: Uint8Array; signsFrom: Date }
type With = Pick<Installation, 'db' | 'sealKey'>

const purposeOf = (tenantId: TenantId, serial: number): string =>
  `signing key ${tenantId} ${serial}`

/**
 * The keys of an organization that are published at `now`, the one that signs first. Makes none.
 * One statement.
 */
export const readSigningKeys = async (
  { db, sealKey }: With,
  tenantId: TenantId,
  now: Date,
): Promise<SigningKey[]> => {
  const found = await rows(
    db,
    select<Row>({
      serial: 'serial',
      kid: 'kid',
      sealed: 'sealed',
      signsFrom: 'signs_from',
    })`from signing_keys where tenant_id = ${tenantId} order by serial desc`,
  )
  const keys = found.map(({ sealed, ...key }) => ({
    ...key,
    privateJwk: JSON.parse(unseal(sealKey, purposeOf(tenantId, key.serial), sealed)) as JWK,
  }))
  const kept = keys.filter((_, place) => {
    const successor = keys[place - 1]
    return successor === undefined || plus(successor.signsFrom, verifiedAfterMs) > now
  })
  const signer = kept.find(({ signsFrom }) => signsFrom <= now) ?? kept[0]
  return signer === undefined ? [] : [signer, ...kept.filter((key) => key !== signer)]
}

/**
 * The same, after making the first key, or the next one where the newest has signed for long
 * enough.
 */
export const readOrMakeSigningKeys = async (
  services: With,
  tenantId: TenantId,
  now: Date,
): Promise<SigningKey[]> => {
  const keys = await readSigningKeys(services, tenantId, now)
  const newest = keys.toSorted((a, b) => b.serial - a.serial)[0]
  if (newest !== undefined && plus(newest.signsFrom, signingPeriodMs) > now) return keys
  await makeKey(
    services,
    tenantId,
    (newest?.serial ?? 0) + 1,
    newest === undefined ? now : plus(now, publishedAheadMs),
  )
  return readSigningKeys(services, tenantId, now)
}

/** What an organization says to one application: a JWT of the type `typ`, from now on. */
export type Statement = {
  readonly typ: string
  readonly audience: string
  readonly goodForSeconds: number
  readonly claims: Readonly<Record<string, unknown>>
}

/** The statement, signed by the organization's issuer as of the clock of `services`. */
export const signAsOrganization = async (
  services: With & Pick<Installation, 'publicUrl' | 'clock'>,
  tenantId: TenantId,
  { typ, audience, goodForSeconds, claims }: Statement,
): Promise<string> => {
  const now = services.clock()
  const [key] = await readOrMakeSigningKeys(services, tenantId, now)
  if (key === undefined) throw new Error(`The organization ${tenantId} has no signing key.`)
  const at = Math.floor(now.getTime() / secondMs)
  return new SignJWT(claims)
    .setProtectedHeader({ alg: signingAlgorithm, kid: key.kid, typ })
    .setIssuer(issuerOf(services.publicUrl, tenantId))
    .setAudience(audience)
    .setIssuedAt(at)
    .setExpirationTime(at + goodForSeconds)
    .sign(await importJWK(key.privateJwk, signingAlgorithm))
}

export type KeyRow = {
  readonly kid: string
  readonly signsFrom: Date
  readonly use: 'signs' | 'next' | 'verifies'
}

/** The published keys of an organization at `now`, the newest first, and what each is for. */
export const listSigningKeys = async (
  services: With,
  tenantId: TenantId,
  now: Date,
): Promise<KeyRow[]> => {
  const [signer, ...others] = await readSigningKeys(services, tenantId, now)
  if (signer === undefined) return []
  const useOf = (key: SigningKey): KeyRow['use'] =>
    key === signer ? 'signs' : key.serial > signer.serial ? 'next' : 'verifies'
  return [signer, ...others]
    .toSorted((a, b) => b.serial - a.serial)
    .map((key) => ({ kid: key.kid, signsFrom: key.signsFrom, use: useOf(key) }))
}

/**
 * Makes the next key of an organization. It signs from `signsFrom` on; by default when applications
 * have had the time to read it.
 */
export const rotateSigningKey = async (
  services: With,
  tenantId: TenantId,
  now: Date,
  signsFrom = plus(now, publishedAheadMs),
): Promise<void> =>
  makeKey(services, tenantId, (await newestSerial(services.db, tenantId)) + 1, signsFrom)

/**
 * Takes a key away at once: nothing that it signed is taken any more. Where none is left that
 * signs, a new one does. `notFound` when the organization has no such key.
 */
export const withdrawSigningKey = async (
  services: With,
  tenantId: TenantId,
  kid: string,
  now: Date,
): Promise<{ outcome: 'withdrawn' | 'notFound' }> => {
  const keys = await listSigningKeys(services, tenantId, now)
  const key = keys.find((one) => one.kid === kid)
  if (key === undefined) return { outcome: 'notFound' }
  if (key.use === 'signs') await rotateSigningKey(services, tenantId, now, now)
  await sql`delete from signing_keys where tenant_id = ${tenantId} and kid = ${kid}`.execute(
    services.db,
  )
  return { outcome: 'withdrawn' }
}

const newestSerial = async (db: Database, tenantId: TenantId): Promise<number> => {
  const found = await rows(
    db,
    select<{ serial: number }>({
      serial: sql`coalesce(max(serial), 0)::int`,
    })`from signing_keys where tenant_id = ${tenantId}`,
  )
  return found[0]?.serial ?? 0
}

const makePair = promisify(generateKeyPair)

const makeKey = async (
  services: With,
  tenantId: TenantId,
  serial: number,
  signsFrom: Date,
): Promise<void> => keepKey(services, tenantId, { serial, signsFrom, jwk: await newPrivateKey() })

/** A new private key. Takes some tenths of a second. */
export const newPrivateKey = async (): Promise<JWK> => {
  const { privateKey } = await makePair('rsa', { modulusLength: modulusBits })
  return privateKey.export({ format: 'jwk' }) as JWK
}

type NewKey = { readonly serial: number; readonly signsFrom: Date; readonly jwk: JWK }

/**
 * The name of a key, from its thumbprint. It can be given to a command, where what begins with a
 * hyphen would be an option.
 */
export const keyName = (thumbprint: string): string => thumbprint.replace(/^-/, 'k-')

/**
 * Keeps a key for an organization, sealed. Of several processes that keep the same serial at once,
 * one row stays and all read that one.
 */
export const keepKey = async (
  { db, sealKey }: With,
  tenantId: TenantId,
  { serial, signsFrom, jwk }: NewKey,
): Promise<void> => {
  const kid = keyName(await calculateJwkThumbprint(jwk))
  const full: JWK = { ...jwk, kid, alg: signingAlgorithm, use: 'sig' }
  await sql`insert into signing_keys (tenant_id, serial, kid, sealed, signs_from)
    values (${tenantId}, ${serial}, ${kid}, ${seal(sealKey, purposeOf(tenantId, serial), JSON.stringify(full))}, ${signsFrom})
    on conflict do nothing`.execute(db)
}

/** The public half of a key. */
export const publicJwk = ({ privateJwk }: SigningKey): JWK => {
  const { kty, n, e, kid, alg, use } = privateJwk
  return { kty, n, e, kid, alg, use } as JWK
}

/** Removes keys that nothing is verified with any more. Returns how many. */
export const pruneSigningKeys = (db: Database, now: Date): Promise<number> =>
  changed(
    db,
    sql`delete from signing_keys k where exists (select 1 from signing_keys s
      where s.tenant_id = k.tenant_id and s.serial > k.serial and s.signs_from < ${plus(now, -verifiedAfterMs)})`,
  )

/** The public keys of an application's certificates: the whole list is set. */
import type { Context } from '../../../events/event.ts'
import { record } from '../../../events/record.ts'
import { newId, type RegistrationId, type TenantId } from '../../../kernel/ids.ts'
import { select } from '../../../store/columns.ts'
import { rows, sql, type Database } from '../../../store/database.ts'
import { credentialEvent } from './credential-event.ts'
import type { Program } from '../program.sql.ts'
import { wayRefusal, type Gives, type WayRefused } from '../gives.ts'
import { readCertificate, type Certificate, type CertificateProblem } from './certificate.rule.ts'

export type ApplicationKey = {
  readonly keyId: string
  readonly displayName: string | null
  readonly x5t: string
  readonly startsAt: Date
  readonly expiresAt: Date
}

/** One that stays, by its id, or a new one with its certificate. */
export type KeyWish = {
  readonly keyId?: string | undefined
  readonly displayName?: string | null | undefined
  readonly key?: string | null | undefined
  readonly startsAt?: Date | undefined
  readonly expiresAt?: Date | undefined
}

export type SetKeysResult =
  | { outcome: 'set' }
  | { outcome: 'badKey'; problem: CertificateProblem | 'over' | 'missing' }
  /** Only who gives what the application reaches lets it prove itself, and never it itself. */
  | WayRefused

/** The keys of these applications, the newest first. */
export const listKeysOf = (
  db: Database,
  tenantId: TenantId,
  ids: readonly RegistrationId[],
): Promise<(ApplicationKey & { readonly registrationId: RegistrationId })[]> =>
  rows(
    db,
    select<ApplicationKey & { readonly registrationId: RegistrationId }>({
      registrationId: 'registration_id',
      keyId: 'id',
      displayName: 'display_name',
      x5t: 'x5t',
      startsAt: 'starts_at',
      expiresAt: 'expires_at',
    })`from application_keys where tenant_id = ${tenantId} and registration_id = any(${[...ids]}::uuid[])
      order by created_at desc, id`,
  )

type NewKey = { readonly wish: KeyWish; readonly certificate: Certificate }

/** A new key with its times, which are within those of its certificate; or what is wrong. */
const newKey = (wish: KeyWish, now: Date): NewKey | Exclude<SetKeysResult, { outcome: 'set' }> => {
  if (typeof wish.key !== 'string') return { outcome: 'badKey', problem: 'missing' }
  const read = readCertificate(wish.key)
  if ('problem' in read) return { outcome: 'badKey', problem: read.problem }
  const { certificate } = read
  const startsAt = new Date(Math.max(certificate.startsAt.getTime(), wish.startsAt?.getTime() ?? 0))
  const expiresAt = new Date(
    Math.min(certificate.expiresAt.getTime(), (wish.expiresAt ?? certificate.expiresAt).getTime()),
  )
  if (expiresAt <= now || expiresAt <= startsAt) return { outcome: 'badKey', problem: 'over' }
  return { wish, certificate: { ...certificate, startsAt, expiresAt } }
}

const insertKey = async (
  tx: Database,
  { tenantId, registrationId }: Program,
  { wish, certificate }: NewKey,
  now: Date,
): Promise<string> => {
  const id = newId()
  await sql`insert into application_keys (tenant_id, id, registration_id, public_key, x5t, x5t_s256, display_name, starts_at, expires_at, created_at)
    values (${tenantId}, ${id}, ${registrationId}, ${certificate.publicKey}, ${certificate.x5t}, ${certificate.x5tS256},
      ${wish.displayName ?? null}, ${certificate.startsAt}, ${certificate.expiresAt}, ${now})`.execute(
    tx,
  )
  return id
}

/**
 * Sets the keys of a held live registration: those that are named by an id stay, one without is
 * new, others go and prove nothing from the next request on. In the transaction of the change.
 */
export const setKeys = async (
  tx: Database,
  program: Program,
  wanted: readonly KeyWish[],
  gives: Gives,
  context: Context,
): Promise<SetKeysResult> => {
  const { tenantId, registrationId } = program
  const before = await listKeysOf(tx, tenantId, [registrationId])
  const known = new Set(before.map(({ keyId }) => keyId))
  const stays = new Set(
    wanted.flatMap(({ keyId }) => (keyId !== undefined && known.has(keyId) ? [keyId] : [])),
  )
  const gone = before.filter(({ keyId }) => !stays.has(keyId))
  const added = wanted.filter(({ keyId }) => keyId === undefined || !known.has(keyId))
  if (gone.length + added.length === 0) return { outcome: 'set' }
  const refused = await wayRefusal(tx, program, gives, context)
  if (refused !== undefined) return refused
  await sql`delete from application_keys where tenant_id = ${tenantId} and registration_id = ${registrationId}
      and id = any(${gone.map(({ keyId }) => keyId)}::uuid[])`.execute(tx)
  const events = gone.map(({ keyId }) =>
    credentialEvent(program, 'application.secretRemoved', keyId, context),
  )
  for (const wish of added) {
    const made = newKey(wish, context.now)
    if ('outcome' in made) return made
    const keyId = await insertKey(tx, program, made, context.now)
    events.push(credentialEvent(program, 'application.secretAdded', keyId, context))
  }
  await record(tx, ...events)
  return { outcome: 'set' }
}

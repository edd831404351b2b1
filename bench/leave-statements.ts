/**
 * The statements of one leave, caught from a request, to be run for other guests through the bare
 * driver.
 */
import { randomUUID } from 'node:crypto'
import type { TenantId } from '../src/kernel/ids.ts'
import { decodeJwt } from 'jose'
import { recordHash } from '../src/tokens/access-token.ts'
import { firstRow, rows, type Database } from '../src/store/database.ts'
import { sql } from 'kysely'
import type { Bare, Statement } from './bare.ts'
import type { Guest } from './world.ts'

type Versions = readonly (string | null)[]
/**
 * What of the statements belongs to the guest they were caught from, and has to be another's when
 * they are run again.
 */
export type LeaveSample = {
  readonly statements: readonly Statement[]
  readonly guest: Guest
  readonly versions: Versions
  readonly eventId: string
}

const hex = (value: unknown): string | undefined =>
  value instanceof Uint8Array ? Buffer.from(value).toString('hex') : undefined

// By this the session of a token is found.
const grantOf = ({ token }: Guest): Buffer => recordHash(String(decodeJwt(token)['gid']))

/** Lets `guest` leave by `request`, which says what it asked the store. */
export const sampleLeave = async (
  db: Database,
  tenantId: TenantId,
  guest: Guest,
  request: () => Promise<readonly Statement[]>,
): Promise<LeaveSample> => {
  const found = await firstRow(
    db,
    sql<{ versions: Versions }>`
      select array[(select xmin::text from users where tenant_id = ${tenantId} and id = ${guest.userId}), (select xmin::text from tenants where id = ${tenantId}),
        (select h.xmin::text from persons p join users h on h.tenant_id = p.home_tenant_id and h.person_id = p.id where p.id = ${guest.personId})] as versions`,
  )
  const statements = await request()
  const event = await firstRow(
    db,
    sql<{
      id: string
    }>`select deletion_event_id as id from users where tenant_id = ${tenantId} and id = ${guest.userId}`,
  )
  return { statements, guest, versions: found?.versions ?? [], eventId: event?.id ?? '' }
}

/**
 * Lets another guest leave by the same statements, with what the second of them reads put into the
 * third.
 */
export const replayLeave = async (sample: LeaveSample, guest: Guest, bare: Bare): Promise<void> => {
  const eventId = randomUUID()
  const sampleHash = hex(grantOf(sample.guest))
  let versions: Versions = sample.versions
  for (const { sql: text, parameters } of sample.statements) {
    const own = parameters.map((value) => {
      if (hex(value) !== undefined && hex(value) === sampleHash) return grantOf(guest)
      if (value === sample.guest.personId) return guest.personId
      if (value === sample.guest.userId) return guest.userId
      if (value === sample.eventId) return eventId
      const place = typeof value === 'string' ? sample.versions.indexOf(value) : -1
      return place === -1 ? value : versions[place]
    })
    const { rows: found } = await bare({ sql: text, parameters: own })
    versions = (found[0]?.['versions'] as Versions | undefined) ?? versions
  }
}

/** Throws when one of `guests` has not really left: then nothing was measured. */
export const requireLeft = async (
  db: Database,
  tenantId: TenantId,
  guests: readonly Guest[],
): Promise<void> => {
  const ids = guests.map(({ userId }) => userId)
  const left = await rows(
    db,
    sql`select 1 from users where tenant_id = ${tenantId} and id = any(${ids}::uuid[]) and deleted_at is not null`,
  )
  if (left.length !== ids.length)
    throw new Error(`The bare statements let ${left.length} of ${ids.length} leave.`)
}

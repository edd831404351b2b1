/**
 * Writing what the provider gives: whatever one request gives is one statement, with all that
 * belongs to it. So a code is never there without its grant, nor a session without the sign-on that
 * is told of its end.
 */
import { errors } from 'oidc-provider'
import { eventInsertFrom } from '../../events/record.ts'
import type { Event } from '../../events/event.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { answering, counted } from '../../store/columns.ts'
import {
  firstRow,
  inOneStatement,
  sql,
  type Database,
  type RawBuilder,
} from '../../store/database.ts'
import { listed, type ListedRow } from '../../store/listed.ts'
import { applicationOf } from '../../tokens/consents.sql.ts'
import { heldStanding } from '../../tokens/standing.sql.ts'

const types = {
  kind: 'text',
  id_hash: 'bytea',
  sealed: 'bytea',
  grant_hash: 'bytea',
  uid_hash: 'bytea',
  of_uid_hash: 'bytea',
  user_code_hash: 'bytea',
  user_id: 'uuid',
  session_id: 'uuid',
  person_session_id: 'uuid',
  scope: 'text',
  created_at: 'timestamptz',
  expires_at: 'timestamptz',
  client_id: 'uuid',
  is_held: 'boolean',
} as const

/**
 * A record as it is written: `client_id` where it is to be found by its application, `is_held`
 * where it counts from when its session did.
 */
export type Written = ListedRow<keyof typeof types>

/** What belongs to records that one request writes. */
export type Beside = {
  /** The session whose standing the held ones have. */
  readonly sessionId?: string | undefined
  readonly signOns?: RawBuilder<unknown> | undefined
  readonly forgotten?: RawBuilder<unknown> | undefined
  readonly event?: Event | undefined
}

const named = [
  'kind',
  'id_hash',
  'sealed',
  'grant_hash',
  'uid_hash',
  'of_uid_hash',
  'user_code_hash',
  'user_id',
  'session_id',
  'person_session_id',
  'scope',
  'created_at',
  'expires_at',
] as const

// What was written before is written over, but for when it began and what it stood on.
const kept: ReadonlySet<string> = new Set(['kind', 'id_hash', 'created_at'])
const overwritten = named.filter((name) => !kept.has(name))

const columns = sql.join(named.map((name) => sql.id(name)))
const values = sql.join(named.map((name) => sql.ref(`k.${name}`)))
const again = sql.join(
  overwritten.map((name) => sql`${sql.id(name)} = ${sql.ref(`excluded.${name}`)}`),
)

const insertOf = (
  tenantId: TenantId,
  records: readonly Written[],
  isHeld: boolean,
): RawBuilder<unknown> => {
  const held = isHeld
    ? sql`case when k.is_held then held.standing end, case when k.is_held then held.provider_id end`
    : sql`null::timestamptz[], null::uuid`
  return sql`insert into oidc_records (tenant_id, ${columns}, application_id, standing, provider_id)
    select ${tenantId}::uuid, ${values}, ${applicationOf(tenantId, sql`k.client_id`)}, ${held}
    from ${listed('k', types, records)} ${isHeld ? sql`cross join held` : sql``}
    on conflict (tenant_id, kind, id_hash) do update set ${again},
      standing = coalesce(excluded.standing, oidc_records.standing),
      provider_id = coalesce(excluded.provider_id, oidc_records.provider_id)
    returning 1`
}

/**
 * Writes records and what belongs to them, in one statement: all of it or nothing. Refuses when the
 * session that some of them stand on has ended.
 */
export const writeRecords = async (
  db: Database,
  tenantId: TenantId,
  records: readonly Written[],
  { sessionId, signOns, forgotten, event }: Beside = {},
): Promise<void> => {
  const isHeld = sessionId !== undefined && records.some(({ is_held: held }) => held === true)
  const parts = [
    ...(isHeld ? [sql`held as (${heldStanding(tenantId, sessionId)})`] : []),
    sql`written as (${insertOf(tenantId, records, isHeld)})`,
    ...(signOns === undefined ? [] : [sql`signed_on as (${signOns})`]),
    ...(forgotten === undefined ? [] : [sql`forgotten as (${forgotten})`]),
    ...(event === undefined
      ? []
      : [sql`told as (${eventInsertFrom(event, sql`(select 1 from written limit 1) w`)})`]),
  ]
  const found = await inOneStatement(db, (one) =>
    firstRow(
      one,
      answering(counted, (list) => sql`with ${sql.join(parts)} select ${list} from written`),
    ),
  )
  if (found?.count !== records.length)
    throw new errors.SessionNotFound('the session has ended meanwhile')
}

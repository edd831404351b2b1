/**
 * The provider's store: its records in one table, found by digest, sealed, and gone with the
 * session or the user that they are of.
 */
import { errors, Provider, type Adapter, type AdapterPayload } from 'oidc-provider'
import { kindOfAddress } from '../directory/applications/redirect-address.rule.ts'
import { seal, unseal } from '../kernel/sealing.ts'
import { plus, secondMs, systemClock } from '../kernel/time.ts'
import { select } from '../store/columns.ts'
import { changed, firstRow, sql, transaction, type RawBuilder } from '../store/database.ts'
import { ConstraintViolated } from '../store/store-error.ts'
import { recordHash } from '../tokens/access-token.ts'
import { carriedBack, carry, writtenFor } from './carried-records.ts'
import { consentColumns, forgetEnding } from '../tokens/consents.sql.ts'
import { isOfPeople } from '../tokens/own-applications.ts'
import { graceMs, refreshUntil, successorOf } from './refresh.ts'
import { presentState, type RequestState } from './request-state.ts'
import { noteSignOns } from '../tokens/sign-ons.sql.ts'
import { standsStill } from '../tokens/standing.sql.ts'
import {
  type Kept,
  type Marked,
  type Row,
  type Stores,
  heldBy,
  standingFor,
  standsOn,
  untied,
} from './record-columns.ts'
import { readVerified } from './record-read.ts'

const seconds = (at: Date): number => Math.floor(at.getTime() / secondMs)

const digestOf = (value: string | undefined): Buffer | null =>
  value === undefined ? null : recordHash(value)

const read = async (
  kept: Kept,
  condition: RawBuilder<unknown>,
  id?: string,
): Promise<AdapterPayload | undefined> => {
  const { db, tenantId, sealKey, kind, purpose } = kept
  const now = systemClock()
  const row = await firstRow(
    db,
    select<Row>({
      sealed: 'sealed',
      consumedAt: 'consumed_at',
      expiresAt: 'expires_at',
      sessionId: sql`coalesce(session_id, person_session_id)`,
      isOfSomebody: sql`coalesce(user_id, person_session_id) is not null`,
      successorUsed: successorUsed(kept, id),
    })`from oidc_records r
      where tenant_id = ${tenantId} and kind = ${kind} and ${condition} and expires_at > ${now} and ${standsStill}`,
  )
  if (row === undefined || (kind === 'Session' && row.isOfSomebody && !stands(row.sessionId)))
    return undefined
  // The column tells when it is over: using a token moves it.
  const payload = {
    ...(JSON.parse(unseal(sealKey, purpose, row.sealed)) as AdapterPayload),
    exp: seconds(row.expiresAt),
  }
  if (!(await comesFromItsKind(kind, payload))) return undefined
  if (row.consumedAt === null || (kind === 'RefreshToken' && isAgain(row, now) && isRenewal()))
    return payload
  noteReuse(presentState(), kind, payload)
  return { ...payload, consumed: seconds(row.consumedAt) }
}

const isRenewal = (): boolean => Provider.ctx?.oidc?.route === 'token'

const isAgain = ({ consumedAt, successorUsed: used }: Row, now: Date): boolean =>
  consumedAt !== null && !used && plus(consumedAt, graceMs) > now

const successorUsed = (
  { tenantId, sealKey, kind }: Kept,
  id: string | undefined,
): RawBuilder<unknown> =>
  kind === 'RefreshToken' && id !== undefined
    ? sql`exists (select 1 from oidc_records s where s.tenant_id = ${tenantId} and s.kind = 'RefreshToken'
        and s.id_hash = ${recordHash(successorOf(sealKey, id))} and s.consumed_at is not null)`
    : sql`false`

// What went to a server is taken up with its secret only, also where the application is a page or a
// program besides.
const comesFromItsKind = async (kind: string, payload: AdapterPayload): Promise<boolean> => {
  const state = presentState()
  if (state === undefined || !['AuthorizationCode', 'RefreshToken', 'DeviceCode'].includes(kind))
    return true
  const application = await state.applications.get(String(payload.clientId))
  if (kind === 'AuthorizationCode')
    state.kind = kindOfAddress(application?.redirects ?? [], String(payload.redirectUri))
  else state.kind = kind === 'DeviceCode' ? 'native' : (payload as Marked).addressKind
  return !(state.from.withoutSecret && state.kind === 'web')
}

// A browser session of somebody stands on their own session. After they have signed in anew it is
// the one of before, and counts no more.
const stands = (sessionId: string | null): boolean => {
  const present = presentState()?.standing?.session.sessionId
  return sessionId !== null && (present === undefined || present === sessionId)
}

const marked = (kind: string, payload: AdapterPayload): Marked =>
  kind === 'RefreshToken' ? { ...payload, addressKind: presentState()?.kind } : payload

const upsert = async (
  kept: Kept,
  id: string,
  given: AdapterPayload,
  lifetime: number,
): Promise<void> => {
  const payload = marked(kept.kind, untied(kept.kind, given))
  if (carry({ ...kept, id }, payload, lifetime, presentState())) return
  const expiresIn = writtenFor({ ...kept, id }, payload, lifetime, presentState())
  const { db, tenantId, sealKey, kind, purpose } = kept
  const ofPeople = isOfPeople(tenantId)
  const sessionId = standsOn(kind, payload, presentState())
  const userId = ofPeople ? null : (payload.accountId ?? null)
  const now = systemClock()
  const expiresAt =
    kind === 'RefreshToken' ? refreshUntil(heldBy(payload), now) : plus(now, expiresIn * secondMs)
  const grantHash = kind === 'Grant' ? recordHash(id) : digestOf(payload.grantId)
  await transaction(db, async (tx) => {
    const { standing, providerId } = await standingFor(tx, kept, userId, payload)
    await sql`insert into oidc_records (tenant_id, kind, id_hash, sealed, grant_hash, uid_hash, user_code_hash, user_id, session_id, person_session_id,
        application_id, scope, standing, provider_id, created_at, expires_at)
      values (${tenantId}, ${kind}, ${recordHash(id)}, ${seal(sealKey, purpose, JSON.stringify(payload))}, ${grantHash},
        ${kind === 'Session' ? digestOf(payload.uid) : null}, ${digestOf(payload.userCode)}, ${userId}::uuid,
        ${ofPeople ? null : sessionId}::uuid, ${ofPeople ? sessionId : null}::uuid,
        ${consentColumns(tenantId, kind, payload)}, ${standing}::timestamptz[], ${providerId}::uuid, ${now}, ${expiresAt})
      on conflict (tenant_id, kind, id_hash) do update set sealed = excluded.sealed, grant_hash = excluded.grant_hash,
        uid_hash = excluded.uid_hash, user_code_hash = excluded.user_code_hash, user_id = excluded.user_id,
        session_id = excluded.session_id, person_session_id = excluded.person_session_id, scope = excluded.scope,
        standing = coalesce(excluded.standing, oidc_records.standing),
        provider_id = coalesce(excluded.provider_id, oidc_records.provider_id), expires_at = excluded.expires_at`.execute(
      tx,
    )
    if (kind === 'Session' && userId !== null && sessionId !== null)
      await noteSignOns(tx, { tenantId, userId, sessionId }, payload.authorizations ?? {}, now)
    if (kind === 'Grant' && userId !== null)
      await forgetEnding(tx, tenantId, userId, payload.clientId)
  })
}

const consume = async (kept: Kept, id: string): Promise<void> => {
  const { db, tenantId, kind } = kept
  const done = await changed(
    db,
    sql`update oidc_records set consumed_at = ${systemClock()}
      where tenant_id = ${tenantId} and kind = ${kind} and id_hash = ${recordHash(id)} and consumed_at is null`,
  )
  if (done > 0) return
  // Somebody else was faster: two of the same application a moment apart, or one of the two is a
  // thief, and nobody knows which. Then the whole family ends.
  const again = await read(kept, sql`id_hash = ${recordHash(id)}`, id)
  if (again !== undefined && again.consumed === undefined) return
  await sql`delete from oidc_records where tenant_id = ${tenantId} and grant_hash in
    (select grant_hash from oidc_records where tenant_id = ${tenantId} and kind = ${kind} and id_hash = ${recordHash(id)})`.execute(
    db,
  )
  throw new errors.InvalidGrant('already used')
}

/**
 * The adapter for one kind of record. The library has no clock but the machine's, so the times of
 * records are the machine's too.
 */
export const recordAdapter = (stores: Stores, kind: string): Adapter => {
  const { db, tenantId } = stores
  const kept = { ...stores, kind, purpose: `oidc ${tenantId} ${kind}` }
  const remove = async (condition: RawBuilder<unknown>): Promise<void> => {
    await sql`delete from oidc_records where tenant_id = ${tenantId} and kind = ${kind} and ${condition}`.execute(
      db,
    )
  }
  return {
    upsert: watch((id: string, payload: AdapterPayload, expiresIn?: number) =>
      upsert(kept, id, payload, expiresIn ?? 0),
    ),
    consume: watch((id: string) => consume(kept, id)),
    find: watch(
      async (id: string) =>
        readVerified(stores, kind, id) ??
        (await read(kept, sql`id_hash = ${recordHash(id)}`, id)) ??
        carriedBack({ ...kept, id }, presentState()),
    ),
    findByUid: watch((uid: string) => read(kept, sql`uid_hash = ${recordHash(uid)}`)),
    findByUserCode: watch((userCode: string) =>
      read(kept, sql`user_code_hash = ${recordHash(userCode)}`),
    ),
    destroy: watch((id: string) => remove(sql`id_hash = ${recordHash(id)}`)),
    revokeByGrantId: watch((grantId: string) => remove(sql`grant_hash = ${recordHash(grantId)}`)),
  }
}

const noteReuse = (
  state: RequestState | undefined,
  kind: string,
  payload: AdapterPayload,
): void => {
  if (
    state === undefined ||
    payload.accountId === undefined ||
    !['RefreshToken', 'AuthorizationCode', 'DeviceCode'].includes(kind)
  )
    return
  state.reused = { userId: payload.accountId, applicationId: payload.clientId }
}

// The library answers whatever an adapter throws as an error of its own; what the store said is
// kept for the edge to answer.
const watch =
  <A extends unknown[], R>(method: (...args: A) => Promise<R>) =>
  async (...args: A): Promise<R> => {
    try {
      return await method(...args)
    } catch (error) {
      if (error instanceof errors.OIDCProviderError) throw error
      if (error instanceof ConstraintViolated && error.kind === 'foreignKey')
        throw new errors.SessionNotFound('the session has ended meanwhile')
      const state = presentState()
      if (state !== undefined) state.failure = error
      throw error
    }
  }

/**
 * The provider's store: its records in one table, found by digest, sealed, and gone with the
 * session or the user that they are of.
 */
import { errors, type Adapter, type AdapterPayload } from 'oidc-provider'
import { systemClock } from '../../kernel/time.ts'
import { changed, sql, type RawBuilder } from '../../store/database.ts'
import { ConstraintViolated } from '../../store/store-error.ts'
import { recordHash } from '../../tokens/access-token.ts'
import { carriedBack } from './carried.ts'
import type { Kept, Stores } from './columns.ts'
import { findAnew, findRecord, findSessionRecord, read, readVerified } from './read.ts'
import { upsert } from './upsert.ts'
import { presentState } from '../request-state.ts'

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
  const again = await findAnew(kept, id)
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
        (await findRecord(kept, id)) ??
        carriedBack({ ...kept, id }, presentState()),
    ),
    findByUid: watch((uid: string) => findSessionRecord(kept, uid)),
    findByUserCode: watch((userCode: string) =>
      read(kept, sql`r.user_code_hash = ${recordHash(userCode)}`),
    ),
    destroy: watch((id: string) => remove(sql`id_hash = ${recordHash(id)}`)),
    revokeByGrantId: watch((grantId: string) => remove(sql`grant_hash = ${recordHash(grantId)}`)),
  }
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

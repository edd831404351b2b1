/** What one request gives somebody is written together, or not at all. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { errors } from 'oidc-provider'
import { world } from '../../../test/world.ts'
import { openSession } from '../../people/open-session.ts'
import { findSession } from '../../people/sessions.ts'
import { openTenantSession } from '../../people/tenant-sessions.ts'
import { newId } from '../../kernel/ids.ts'
import { plus, hourMs, systemClock } from '../../kernel/time.ts'
import { rows, sql } from '../../store/database.ts'
import { ConstraintViolated } from '../../store/store-error.ts'
import { recordHash } from '../../tokens/access-token.ts'
import { writeRecords, type Written } from './writing.ts'

const scene = async () => {
  const w = await world()
  const [tenantId, userId] = [w.fabrikam.id, w.userOf(w.ada, w.fabrikam)]
  const device = { address: null, userAgent: 'test' }
  const { token, sessionId } = await openSession(w.db, w.ada.personId, device, w.now())
  const session = await findSession(w.db, token, w.now())
  assert.ok(session)
  const around = { now: w.now(), correlationId: newId<string>(), address: null }
  await openTenantSession(w.db, session, tenantId, around)
  const now = systemClock()
  const of = (kind: string, more: Partial<Written> = {}): Written => ({
    kind,
    id_hash: recordHash(newId()),
    sealed: Buffer.from('sealed'),
    grant_hash: null,
    uid_hash: null,
    of_uid_hash: null,
    user_code_hash: null,
    user_id: userId,
    session_id: null,
    person_session_id: null,
    scope: null,
    client_id: null,
    is_held: kind === 'Grant',
    created_at: now,
    expires_at: plus(now, hourMs),
    ...more,
  })
  const kinds = async (): Promise<unknown[]> =>
    (
      await rows(
        w.db,
        sql`select kind, standing is not null as stands from oidc_records where tenant_id = ${tenantId} and user_id = ${userId} order by kind`,
      )
    ).map((row) => Object.values(row as object).join(' '))
  const endSession = () => sql`delete from sessions where id = ${sessionId}`.execute(w.db)
  return { w, tenantId, sessionId, of, kinds, endSession }
}

test('OIDC: a grant, its code and the browser session come together, what is held under the standing of the session', async () => {
  const { w, tenantId, sessionId, of, kinds } = await scene()
  await writeRecords(w.db, tenantId, [of('Grant'), of('AuthorizationCode')], { sessionId })
  assert.deepEqual(await kinds(), ['AuthorizationCode false', 'Grant true'])
})

test('R17: where the session has ended meanwhile nothing of it is written, and nothing beside it is done', async () => {
  const { w, tenantId, sessionId, of, kinds, endSession } = await scene()
  await endSession()
  const both = [of('Grant'), of('AuthorizationCode')]
  await assert.rejects(writeRecords(w.db, tenantId, both, { sessionId }), errors.SessionNotFound)
  const tied = of('Session', { session_id: sessionId })
  await assert.rejects(
    writeRecords(w.db, tenantId, [tied, of('AuthorizationCode')]),
    ConstraintViolated,
  )
  assert.deepEqual(await kinds(), [])
})

test('OIDC: written again, a record keeps when it began and the standing that it was given under', async () => {
  const { w, tenantId, sessionId, of, kinds } = await scene()
  const grant = of('Grant')
  await writeRecords(w.db, tenantId, [grant], { sessionId })
  await writeRecords(w.db, tenantId, [{ ...grant, is_held: false, scope: 'openid' }])
  assert.deepEqual(await kinds(), ['Grant true'])
})

/** Keeping a record of the provider. */
import { Provider, type AdapterPayload } from 'oidc-provider'
import type { TenantId } from '../../kernel/ids.ts'
import { seal } from '../../kernel/sealing.ts'
import { plus, secondMs, systemClock } from '../../kernel/time.ts'
import { recordHash } from '../../tokens/access-token.ts'
import { grantedScope, type Granted } from '../../tokens/consents.sql.ts'
import { isOfPeople } from '../../tokens/own-applications.ts'
import { carry, writtenFor } from './carried.ts'
import { besideOf } from './beside.ts'
import { heldBy, isHeld, isOfSession, standsOn, untied, type Kept, type Marked } from './columns.ts'
import { writeRecords, type Written } from './writing.ts'
import { refreshUntil } from '../refresh.ts'
import { presentState } from '../request-state.ts'

const digestOf = (value: string | undefined): Buffer | null =>
  value === undefined ? null : recordHash(value)

const marked = (kind: string, payload: AdapterPayload): Marked =>
  kind === 'RefreshToken' ? { ...payload, addressKind: presentState()?.kind } : payload

/** Keeps a record for so many seconds: in the browser, with others of the request, or by itself. */
export const upsert = async (
  kept: Kept,
  id: string,
  given: AdapterPayload,
  lifetime: number,
): Promise<void> => {
  const payload = marked(kept.kind, untied(kept.kind, given))
  if (carry({ ...kept, id }, payload, lifetime, presentState())) return
  const expiresIn = writtenFor({ ...kept, id }, payload, lifetime, presentState())
  const { db, tenantId, kind } = kept
  const state = presentState()
  const written = writtenAs(kept, id, payload, expiresIn)
  if (state === undefined) return writeRecords(db, tenantId, [written])
  if (isWaiting(kind)) {
    state.waiting.set(`${kind} ${id}`, written)
    return
  }
  const all = kind === 'Session' ? [...state.waiting.values(), written] : [written]
  if (kind === 'Session') state.waiting.clear()
  await writeRecords(db, tenantId, all, await besideOf(state, kind, payload, all))
}

// A browser session is always kept last, at the end of the request that gives somebody something.
const isWaiting = (kind: string): boolean =>
  (kind === 'Grant' || kind === 'AuthorizationCode') &&
  ['authorization', 'resume'].includes(Provider.ctx?.oidc?.route ?? '')

const sessionOf = (tenantId: TenantId, id: string | null) =>
  isOfPeople(tenantId)
    ? { session_id: null, person_session_id: id }
    : { session_id: id, person_session_id: null }

const granting = (kind: string, id: string, payload: AdapterPayload) =>
  kind === 'Grant'
    ? {
        grant_hash: recordHash(id),
        scope: grantedScope(payload as Granted),
        client_id: payload.clientId,
      }
    : { grant_hash: digestOf(payload.grantId), scope: null, client_id: null }

const writtenAs = (
  { tenantId, sealKey, kind, purpose }: Kept,
  id: string,
  payload: AdapterPayload,
  expiresIn: number,
): Written => {
  const state = presentState()
  const userId = isOfPeople(tenantId) ? null : (payload.accountId ?? null)
  const now = systemClock()
  return {
    kind,
    id_hash: recordHash(id),
    sealed: seal(sealKey, purpose, JSON.stringify(payload)),
    uid_hash: kind === 'Session' ? digestOf(payload.uid) : null,
    of_uid_hash: isOfSession(kind) ? digestOf(payload.sessionUid) : null,
    user_code_hash: digestOf(payload.userCode),
    user_id: userId,
    ...sessionOf(tenantId, standsOn(kind, payload, state)),
    ...granting(kind, id, payload),
    is_held: isHeld(kind, userId, state),
    created_at: now,
    expires_at:
      kind === 'RefreshToken'
        ? refreshUntil(heldBy(payload), now)
        : plus(now, expiresIn * secondMs),
  }
}

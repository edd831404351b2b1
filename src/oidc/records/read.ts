/** A record as it is read: whether it still counts, and is what it was sealed as. */
import { Provider, type AdapterPayload } from 'oidc-provider'
import { kindOfAddress } from '../../directory/applications/redirect-address.rule.ts'
import { unseal } from '../../kernel/sealing.ts'
import { plus, secondMs, systemClock } from '../../kernel/time.ts'
import { answeredBy, answering, select, type Columns } from '../../store/columns.ts'
import { rows, sql, type RawBuilder } from '../../store/database.ts'
import { recordHash, type AccessClaims } from '../../tokens/access-token.ts'
import { standsStill } from '../../tokens/standing.sql.ts'
import { isOfSession, type Kept, type Marked, type Row, type Stores } from './columns.ts'
import { graceMs, successorOf } from '../refresh.ts'
import { presentState, type RequestState } from '../request-state.ts'

const seconds = (at: Date): number => Math.floor(at.getTime() / secondMs)

const rowColumns = (used: RawBuilder<unknown>): Columns<Row> => ({
  kind: 'r.kind',
  key: sql`encode(coalesce(r.uid_hash, r.id_hash), 'hex')`,
  sealed: 'r.sealed',
  consumedAt: 'r.consumed_at',
  expiresAt: 'r.expires_at',
  sessionId: sql`coalesce(r.session_id, r.person_session_id)`,
  isOfSomebody: sql`coalesce(r.user_id, r.person_session_id) is not null`,
  successorUsed: used,
})

const rowsWhere = (
  { tenantId }: Kept,
  kind: string,
  condition: RawBuilder<unknown>,
  now: Date,
  used: RawBuilder<unknown> = sql`false`,
): RawBuilder<Row> =>
  select(rowColumns(used))`from oidc_records r
      where r.tenant_id = ${tenantId} and r.kind = ${kind} and ${condition} and r.expires_at > ${now} and ${standsStill}`

/** The record of a kind for which this holds, where it counts. One statement. */
export const read = async (
  kept: Kept,
  condition: RawBuilder<unknown>,
): Promise<AdapterPayload | undefined> => {
  const now = systemClock()
  const [row] = await rows(kept.db, rowsWhere(kept, kept.kind, condition, now))
  return opened(kept, row, now)
}

// What the library asks for next at the token endpoint comes along with a code or a renewal: its
// grant, and the browser session that it came of.
const readWithOthers = (kept: Kept, id: string, now: Date): Promise<Row[]> => {
  const { db, tenantId, kind } = kept
  const ofIt = (column: 'grant_hash' | 'of_uid_hash') =>
    sql`(select o.${sql.id(column)} from oidc_records o where o.tenant_id = ${tenantId} and o.kind = ${kind} and o.id_hash = ${recordHash(id)})`
  const first = rowsWhere(
    kept,
    kind,
    sql`r.id_hash = ${recordHash(id)}`,
    now,
    successorUsed(kept, id),
  )
  const grant = rowsWhere(kept, 'Grant', sql`r.id_hash = ${ofIt('grant_hash')}`, now)
  const session = rowsWhere(kept, 'Session', sql`r.uid_hash = ${ofIt('of_uid_hash')}`, now)
  return rows(
    db,
    answering(
      answeredBy('r', rowColumns(sql`false`)),
      (list) => sql`select ${list} from (${first} union all ${grant} union all ${session}) r`,
    ),
  )
}

/** The same by id, as it is in the store at this moment. */
export const findAnew = async (kept: Kept, id: string): Promise<AdapterPayload | undefined> => {
  const now = systemClock()
  if (!isOfSession(kept.kind)) return read(kept, sql`r.id_hash = ${recordHash(id)}`)
  const found = await readWithOthers(kept, id, now)
  const along = presentState()?.alongside
  for (const row of found) if (row.kind !== kept.kind) along?.set(`${row.kind} ${row.key}`, row)
  const row = found.find(({ kind }) => kind === kept.kind)
  return opened(kept, row, now)
}

// What came along with another record of this request is taken once.
const takenAlong = (kind: string, hash: Buffer): Row | undefined => {
  const along = presentState()?.alongside
  const key = `${kind} ${hash.toString('hex')}`
  const row = along?.get(key)
  along?.delete(key)
  return row
}

/** A record by its id. At most one statement. */
export const findRecord = async (kept: Kept, id: string): Promise<AdapterPayload | undefined> => {
  const row = takenAlong(kept.kind, recordHash(id))
  return row === undefined ? findAnew(kept, id) : opened(kept, row, systemClock())
}

/** A browser session by the name that codes know it by. At most one statement. */
export const findSessionRecord = async (
  kept: Kept,
  uid: string,
): Promise<AdapterPayload | undefined> => {
  const row = takenAlong(kept.kind, recordHash(uid))
  return row === undefined
    ? read(kept, sql`r.uid_hash = ${recordHash(uid)}`)
    : opened(kept, row, systemClock())
}

const opened = async (
  { sealKey, kind, purpose }: Kept,
  row: Row | undefined,
  now: Date,
): Promise<AdapterPayload | undefined> => {
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

// Access tokens are not stored. One that comes back is verified, and becomes the record that the
// library asks for.
export const readVerified = (
  { verify }: Stores,
  kind: string,
  id: string,
): AdapterPayload | undefined => {
  if (kind !== 'AccessToken' && kind !== 'ClientCredentials') return undefined
  const known = presentState()?.verified
  const claims = known?.jti === id ? known : verifiedClaims(verify, id)
  if (claims === undefined || (claims.idtyp === 'app') !== (kind === 'ClientCredentials'))
    return undefined
  // A person's token without a grant was not made here.
  return claims.idtyp === 'user' && claims.gid === undefined ? undefined : payloadOf(kind, claims)
}

const verifiedClaims = (verify: Stores['verify'], token: string): AccessClaims | undefined => {
  if (token.split('.').length !== 3) return undefined
  const verdict = verify(token)
  return 'claims' in verdict ? verdict.claims : undefined
}

const payloadOf = (kind: string, claims: AccessClaims): AdapterPayload => ({
  kind,
  jti: claims.jti,
  iat: claims.iat,
  exp: claims.exp,
  clientId: claims.appid,
  ...(claims.scp === undefined ? {} : { scope: claims.scp }),
  ...(claims.uic === undefined
    ? {}
    : { claims: { userinfo: Object.fromEntries(claims.uic.map((name) => [name, null])) } }),
  ...(claims.cnf?.jkt === undefined ? {} : { jkt: claims.cnf.jkt }),
  ...(claims.idtyp === 'app'
    ? { aud: claims.aud }
    : { accountId: claims.oid, ...(claims.gid === undefined ? {} : { grantId: claims.gid }) }),
  extra: { aud: claims.aud, tid: claims.tid, oid: claims.oid },
})

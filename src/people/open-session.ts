/** Opening a session: of a person, in a browser, by what they have shown. */
import { personStanding } from '../directory/users/end-access.ts'
import type { PersonId, SessionId } from '../kernel/ids.ts'
import { newId } from '../kernel/ids.ts'
import { plus } from '../kernel/time.ts'
import { answering } from '../store/columns.ts'
import { firstRow, sql, type Database } from '../store/database.ts'
import { newToken, tokenHash } from '../store/token.ts'
import { noteBrowser } from './known-browsers.ts'
import { type Device, type Standing, sessionLifetimeMs, sessionSource } from './sessions.ts'
import type { SignInMethod } from '../wire/account-access.ts'

/**
 * Opens a session for a person and returns its token, which is stored nowhere. Where the browser
 * has one of this person already that is valid at `now`, that one is renewed under a new token
 * instead: applications that were opened with it stay open. `judgedUnder`: the person's standing
 * when they were judged, where that was read.
 */
export const openSession = async (
  db: Database,
  personId: PersonId,
  device: Device,
  now: Date,
  { method, judgedUnder }: { readonly method?: SignInMethod; readonly judgedUnder?: Standing } = {},
): Promise<{ sessionId: SessionId; token: string }> => {
  const { token, hash } = newToken()
  const opening = { personId, device, now, method: method ?? null, hash, judgedUnder }
  const sessionId = (await renewSession(db, opening)) ?? (await insertSession(db, opening))
  if (device.browser !== undefined)
    await noteBrowser(db, personId, device.browser, device.userAgent, now)
  return { sessionId, token }
}

type Opening = {
  readonly personId: PersonId
  readonly device: Device
  readonly now: Date
  readonly method: SignInMethod | null
  readonly hash: Buffer
  readonly judgedUnder: Standing | undefined
}

const agentOf = ({ userAgent }: Device): string | null => userAgent?.slice(0, 512) ?? null

// A new token, so that whoever knew the old one is out; the provider is noted anew by whoever signs
// in with one.
const renewSession = async (
  db: Database,
  { personId, device, now, method, hash }: Opening,
): Promise<SessionId | undefined> => {
  const before = tokenHash(device.before)
  if (before === undefined) return undefined
  const renewed = await firstRow(
    db,
    answering<{
      id: SessionId
    }>(
      { id: 'id' },
      (
        list,
      ) => sql`update sessions set token_hash = ${hash}, authenticated_at = ${now}, method = ${method}, provider_id = null,
        last_seen_at = ${now}, expires_at = ${plus(now, sessionLifetimeMs)}, address = ${device.address}, user_agent = ${agentOf(device)}
      where person_id = ${personId} and id = (select f."sessionId" from (${sessionSource(sql`s.token_hash = ${before}`, now)}) f)
      returning ${list}`,
    ),
  )
  return renewed?.id
}

const insertSession = async (
  db: Database,
  { personId, device, now, method, hash, judgedUnder }: Opening,
): Promise<SessionId> => {
  const sessionId = newId<SessionId>()
  await sql`insert into sessions (id, person_id, token_hash, created_at, authenticated_at, method, last_seen_at, expires_at, address, user_agent, standing)
    select ${sessionId}, p.id, ${hash}, ${now}, ${now}, ${method}, ${now}, ${plus(now, sessionLifetimeMs)}, ${device.address}, ${agentOf(device)},
      ${judgedUnder === undefined ? personStanding : sql`${judgedUnder}::timestamptz[]`}
    from persons p left join tenants ht on ht.id = p.home_tenant_id where p.id = ${personId}`.execute(
    db,
  )
  return sessionId
}

/** The session of the browser that a request comes from. */
import type { SessionId } from '../kernel/ids.ts'
import { readSessionCookie } from '../edge/session-cookie.ts'
import type { Exchange } from './exchange.ts'
import { findSession, type Session } from '../people/sessions.ts'

/**
 * Who is signed in in this browser; undefined for nobody. One statement, none without the cookie of
 * a session.
 */
export const presentSession = (x: Exchange): Promise<Session | undefined> =>
  findSession(x.db, readSessionCookie(x.c, x.services.publicUrl), x.now)

/**
 * What is begun in a browser belongs to the session that it was begun in: its id, or null while
 * nobody is signed in (K17).
 */
export const presentSessionId = async (x: Exchange): Promise<SessionId | null> =>
  (await presentSession(x))?.sessionId ?? null

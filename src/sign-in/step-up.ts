/**
 * Having shown lately who one is. What a session alone may not do, such as changing what its person
 * signs in with, needs this beside the session's cookie: it is given by signing in, for a few
 * minutes and for that session (K17).
 */
import { z } from 'zod'
import type { SessionId } from '../kernel/ids.ts'
import { minuteMs } from '../kernel/time.ts'
import type { Exchange } from './exchange.ts'
import { clearSealedCookie, readSealedCookie, writeSealedCookie } from '../edge/sealed-cookie.ts'

export const stepUpLifetimeMs = 10 * minuteMs
const cookie = 'guesthouse_recent'
const shape = z.strictObject({ session: z.uuid() })

/** Remembers that the person of this session has just shown who they are. */
export const noteStepUp = (x: Exchange, session: SessionId): void =>
  writeSealedCookie(x, cookie, { session }, stepUpLifetimeMs)

/**
 * Whether the person of this session has shown within the last minutes, in this browser, who they
 * are.
 */
export const isRecent = (x: Exchange, session: SessionId): boolean =>
  readSealedCookie(x, cookie, shape)?.session === session

export const forgetStepUp = (x: Exchange): void => clearSealedCookie(x, cookie)

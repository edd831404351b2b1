/** What a page of the sign-in edge is given. */
import type { EdgeContext, Services } from '../edge/routes.ts'
import type { Around } from '../events/event.ts'
import type { Database } from '../store/database.ts'
import { readSessionCookie } from '../edge/session-cookie.ts'
import { browserOf } from './browser-cookie.ts'
import type { ServerWords } from '../words/server-words.ts'
import type { Speech } from '../words/speech.ts'
import type { Device, Session } from '../people/sessions.ts'

/**
 * `anyone`: no sign-in needed. `session`: signed in, and enabled at home. `recent`: and has shown
 * within the last minutes who they are.
 */
export type Permission = 'anyone' | 'session' | 'recent'

export type Exchange = {
  readonly c: EdgeContext
  readonly services: Services
  readonly db: Database
  readonly now: Date
  readonly context: Around
  readonly session: Session
  /** The words of the page, in the language of who reads it. */
  readonly words: ServerWords
  /** Dates and numbers as they write them. */
  readonly speech: Speech
}

export type Page = (x: Exchange) => Promise<Response>

/** What is known of the device a request comes from. */
export const deviceOf = ({ c, services }: Exchange): Device => ({
  address: c.get('address'),
  userAgent: c.req.header('user-agent') ?? null,
  browser: browserOf(c, services.publicUrl),
  before: readSessionCookie(c, services.publicUrl),
})

/** Somebody at a browser who has just signed in, with what signing in leaves there. */
import type { Services } from '../src/edge/routes.ts'
import type { PersonId } from '../src/kernel/ids.ts'
import { seal } from '../src/kernel/sealing.ts'
import { openSession } from '../src/people/open-session.ts'
import { stepUpLifetimeMs } from '../src/sign-in/step-up.ts'
import type { Database } from '../src/store/database.ts'
import type { Product } from './in-process-browser.ts'
import { visitor } from './visitor.ts'

type At = Product & {
  readonly db: Database
  readonly services: Pick<Services, 'sealKey'>
  readonly now: () => Date
}

/**
 * `stale` is a browser whose person signed in long ago: a session, and nothing that shows who sits
 * there now.
 */
export const signedIn = async (
  w: At,
  personId: PersonId,
  { stale = false }: { stale?: boolean } = {},
) => {
  const someone = visitor(w)
  const prefix = w.publicUrl.startsWith('https:') ? '__Host-' : ''
  const { token, sessionId } = await openSession(
    w.db,
    personId,
    { address: null, userAgent: 'test' },
    w.now(),
  )
  someone.jar.set(`${prefix}guesthouse_session`, { value: token, path: '/' })
  const plain = JSON.stringify({
    until: w.now().getTime() + stepUpLifetimeMs,
    value: { session: sessionId },
  })
  const value = seal(w.services.sealKey, 'cookie/guesthouse_recent', plain).toString('base64url')
  if (!stale) someone.jar.set(`${prefix}guesthouse_recent`, { value, path: '/' })
  return someone
}

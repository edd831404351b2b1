/** What a handler of the account edge is given, and how its permission is judged before it runs. */
import type { EdgeContext, Route, Services } from '../edge/app.ts'
import { Refusal } from '../edge/refusal.ts'
import { readSessionCookie } from '../sign-in/cookie.ts'
import { findSession, type Session } from '../sign-in/session.ts'
import type { Database } from '../store/database.ts'

/**
 * `anyone`: no sign-in. `person`: a session. `enabledPerson`: a session of somebody whose home account is not disabled.
 * Leaving asks for `person` only, so that the rule, and not the door, says why somebody disabled at home cannot leave.
 */
export type Permission = 'anyone' | 'person' | 'enabledPerson'

export type Exchange = {
  readonly c: EdgeContext
  readonly db: Database
  readonly now: Date
  readonly correlationId: string
  readonly publicUrl: string
  readonly session: Session
}

export type Handler = (x: Exchange) => Promise<Response>
export type AccountRoute = Route<Permission, Handler>

const nobody = null as unknown as Session

/** Judges a route's permission and runs its handler. Refuses with 401 or 403. */
export const admitTo =
  (services: Services) =>
  async (c: EdgeContext, route: AccountRoute): Promise<Response> => {
    const session = route.permission === 'anyone' ? nobody : await sessionOf(services, c)
    if (route.permission === 'enabledPerson' && !session.homeEnabled) {
      throw new Refusal(403, 'accountDisabled', 'Your account is disabled at your home organization. Ask its administrators to enable it.')
    }
    return route.handler({
      c,
      db: services.db,
      now: c.get('now'),
      correlationId: c.get('requestId'),
      publicUrl: services.publicUrl,
      session,
    })
  }

const sessionOf = async (services: Services, c: EdgeContext): Promise<Session> => {
  const session = await findSession(services.db, readSessionCookie(c, services.publicUrl), c.get('now'))
  if (session === undefined) throw new Refusal(401, 'signInNeeded', 'You are not signed in, or your session is over. Sign in again.')
  if (session.homeUserId !== null) c.set('userId', session.homeUserId)
  return session
}

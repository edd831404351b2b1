/** How long what renews access lasts, and with it the grant under it. */
import { awayDays } from '../kernel/kept-days.ts'
import { sessionLifetimeMs } from '../people/sessions.ts'
import { dayMs, hourMs } from '../kernel/time.ts'

/**
 * How long a refresh token is good. `lasting` and `signedIn` begin anew at each use, `page` does
 * not; `signedIn` ends with the sign-in in any case.
 */
export const refreshLifetimes = {
  lasting: awayDays * dayMs,
  signedIn: sessionLifetimeMs,
  page: 24 * hourMs,
} as const

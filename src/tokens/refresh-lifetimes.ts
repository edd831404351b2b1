/** How long what renews access lasts, and with it the grant under it. */
import { dayMs, hourMs } from '../kernel/time.ts'

/**
 * How long a refresh token is good. `lasting` and `signedIn` begin anew at each use, `page` does
 * not; `signedIn` ends with the sign-in in any case.
 */
export const refreshLifetimes = {
  lasting: 90 * dayMs,
  signedIn: 14 * dayMs,
  page: 24 * hourMs,
} as const

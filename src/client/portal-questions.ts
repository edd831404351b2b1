/** Which pages of the portal are questions, by their addresses. */
import { pageAddresses } from '../kernel/page-address.ts'

/** Where a page is a question, which the portal's script opens beside what is shown. */
export const questions: RegExp = new RegExp(
  [
    `^${pageAddresses.leave}(?:/|$)`,
    `^${pageAddresses.organizations}/[^/]+/(?:accept|decline|remove|ask|withdraw|refuse|undo|needed)$`,
    `^${pageAddresses.guests}/.+/(?:keep|give-up|take-over)$`,
    `^${pageAddresses.profile}/.+/end$`,
  ].join('|'),
)

/** Where somebody was going before they had to sign in. */

import { longestReturn } from '../kernel/page-address.ts'

const isPath = (text: string): boolean => /^\/(?![/\\])/.test(text)

/**
 * `wish` when it is a path on this site, else `/`. Anything that a browser could read as another
 * site is refused.
 */
export const returnPath = (wish: string | undefined): string => {
  if (
    wish === undefined ||
    wish.length > longestReturn ||
    !isPath(wish) ||
    /[\\\p{Cc}]/u.test(wish)
  )
    return '/'
  const here = new URL('http://guesthouse.invalid')
  const url = new URL(wish, here)
  // Judged again as it will be sent: resolving dots can bring a second slash to the front, and with
  // it another site.
  return url.origin === here.origin && isPath(url.pathname)
    ? url.pathname + url.search + url.hash
    : '/'
}

/** Where somebody was going before they had to sign in. */

const maxLength = 2_048

/** `wish` when it is a path on this site, else `/`. Anything that a browser could read as another site is refused. */
export const returnPath = (wish: string | undefined): string => {
  if (wish === undefined || wish.length > maxLength || !/^\/(?![/\\])/.test(wish) || /[\\\p{Cc}]/u.test(wish)) return '/'
  const here = new URL('http://guesthouse.invalid')
  const url = new URL(wish, here)
  return url.origin === here.origin ? url.pathname + url.search + url.hash : '/'
}

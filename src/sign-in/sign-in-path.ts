/** The addresses of the pages of signing in, each with the way back to where somebody was going. */
import type { Exchange } from './exchange.ts'
import { returnPath } from './return-path.ts'

export type WayBack = {
  readonly returnTo: string
  /** Whoever is signed in is asked all the same. */
  readonly again: boolean
}

/** Where the request of a page wants to go on to. */
export const wayBack = ({ c }: Exchange): WayBack => ({
  returnTo: returnPath(c.req.query('return')),
  again: c.req.query('again') !== undefined,
})

/** A page of signing in, from which one comes back. */
export const signInPath = (
  path: string,
  { returnTo, again }: WayBack,
  more: Readonly<Record<string, string>> = {},
): string =>
  `${path}?${new URLSearchParams({ return: returnTo, ...(again ? { again: '1' } : {}), ...more }).toString()}`

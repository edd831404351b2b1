/** A form that another site sends a browser with, asked for anew. */
import type { EdgeContext } from '../edge/routes.ts'
import { readForm } from '../edge/body.ts'
import { Refusal } from '../edge/refusal.ts'

const longestAddress = 12_000

/**
 * Browsers bring no cookie with a form of another site. Asked for anew, the same request is a usual
 * one (Core 3.1.2.1, RP-Initiated Logout 2).
 */
export const passOn = async (c: EdgeContext): Promise<Response> => {
  const url = new URL(c.req.url)
  for (const [name, value] of Object.entries(await readForm(c)))
    url.searchParams.append(name, value)
  const location = url.pathname + url.search
  if (location.length > longestAddress)
    throw new Refusal('bodyTooLarge', 'This request is too long for a browser. Send less at once.')
  return c.redirect(location, 303)
}

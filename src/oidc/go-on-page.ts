/** Going on where a redirect is not followed, and where a form brings no cookie. */
import { html } from 'hono/html'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { readForm } from '../edge/body.ts'
import { Refusal } from '../edge/refusal.ts'
import type { EdgeContext } from '../edge/routes.ts'
import { noteReaderOf } from './reader-of.ts'
import { nextLink, page } from '../pages/page.ts'
import { wordsOf } from '../pages/reader.ts'
import { telling, tellingPart } from '../pages/signing-out.ts'
import type { FrontChannels } from '../tokens/front-channels.sql.ts'
import type { RequestState } from './request-state.ts'

// Browsers hold a form to our own origin, redirects included; a page that goes on by itself starts
// anew. Where somebody has signed out, it tells applications first.
export const goOnByPage = async (ctx: KoaContextWithOIDC, state: RequestState): Promise<void> => {
  const { services, c, told } = state
  const location = ctx.response.get('location')
  const isOurs =
    URL.parse(location, services.publicUrl)?.origin === new URL(services.publicUrl).origin
  const tells = told !== undefined && told.told.length > 0
  if (isOurs && !tells) return
  await noteReaderOf(state)
  if (tells) return answerWith(ctx, await tellingPage(c, location, told))
  ctx.set('refresh', `0; url=${location}`)
  await answerWith(ctx, await goOnPage(c, location))
}

// In place of the redirect.
const answerWith = async (ctx: KoaContextWithOIDC, shown: Response): Promise<void> => {
  ctx.remove('location')
  ctx.status = 200
  ctx.type = 'html'
  for (const name of ['content-security-policy', 'referrer-policy', 'cache-control']) {
    const value = shown.headers.get(name)
    if (value !== null) ctx.set(name, value)
  }
  ctx.body = await shown.text()
}

const tellingPage = async (
  c: RequestState['c'],
  location: string,
  told: FrontChannels,
): Promise<Response> => {
  const words = wordsOf(c)
  const content = html`<p role="status">${words.consent.signedOut}</p>
    ${tellingPart(words, told, location)}`
  return telling(c, await page(c, words.consent.signOutTitle, content), told)
}

/** A page that goes on to `location` by itself. */
export const goOnPage = async (c: RequestState['c'], location: string): Promise<Response> => {
  c.header('refresh', `0; url=${location}`)
  return page(
    c,
    wordsOf(c).consent.goingOn,
    html`<p role="status">${wordsOf(c).consent.goingOnWhy}</p>
      ${nextLink(location, wordsOf(c).consent.goOn)}`,
  )
}

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

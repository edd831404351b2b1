/** A page that goes on by itself, where a redirect is not followed. */
import { html } from 'hono/html'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { nextLink, page } from '../pages/page.ts'
import { wordsOf } from '../pages/reader.ts'
import type { RequestState } from './request-state.ts'

// Browsers hold a form to our own origin, redirects included; a page that goes on by itself starts
// anew.
export const goOnByPage = async (
  ctx: KoaContextWithOIDC,
  { c, services }: RequestState,
): Promise<void> => {
  const location = ctx.response.get('location')
  if (URL.parse(location, services.publicUrl)?.origin === new URL(services.publicUrl).origin) return
  const shown = await goOnPage(c, location)
  ctx.remove('location')
  ctx.status = 200
  ctx.type = 'html'
  ctx.set('refresh', `0; url=${location}`)
  for (const name of ['content-security-policy', 'referrer-policy', 'cache-control']) {
    const value = shown.headers.get(name)
    if (value !== null) ctx.set(name, value)
  }
  ctx.body = await shown.text()
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

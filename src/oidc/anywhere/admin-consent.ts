/**
 * An administrator's consent where no organization is named: it is that of whoever signs in, and
 * the page is the one of their home, which judges all of it.
 */
import { html } from 'hono/html'
import { signInAndReturn } from '../../kernel/page-address.ts'
import { nextLink, page } from '../../pages/page.ts'
import { wordsOf } from '../../pages/reader.ts'
import { viaPlace } from '../admin-consent/again.ts'
import { notHere, signInRequest, type Anywhere } from './request.ts'
import { homeOf, returnable, sessionOf } from './who.ts'

/** GET: finds out who it is, and leads to the page of their home. */
export const adminConsentAnywhere = async (x: Anywhere): Promise<Response> => {
  const { c, place } = x
  if ((await signInRequest(x)) === undefined) return notHere(x)
  const { pathname, search } = new URL(c.req.url)
  const here = pathname + search
  const session = await sessionOf(x)
  if (session === undefined) return c.redirect(signInAndReturn(returnable(here)), 303)
  const home = homeOf(x, session)
  if ('tenantId' in home)
    return c.redirect(viaPlace(`/${home.tenantId}${here.slice(place.length + 1)}`, place), 303)
  const { consent } = wordsOf(c)
  return page(
    c,
    consent.admin.cannotTitle,
    html`<p>${home.why}</p>
      ${nextLink(signInAndReturn(here, true, { another: '1' }), consent.another)}`,
    403,
  )
}

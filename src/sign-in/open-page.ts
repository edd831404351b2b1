/** Pages of the portal that strangers see too. */
import { html } from 'hono/html'
import type { Framed } from '../pages/frame.ts'
import { framedFor } from '../pages/person-frame.ts'
import type { Exchange } from './exchange.ts'
import { presentSession } from './present-session.ts'

/** A whole page, its title above its content, for whoever is signed in in this browser, if any. */
export const openPage = async (
  x: Exchange,
  { content, ...page }: Pick<Framed, 'title' | 'content' | 'status'>,
): Promise<Response> =>
  framedFor(x.c, x.db, (await presentSession(x))?.personId, {
    ...page,
    scripts: [],
    holds: ['form', 'document'],
    content: html`<h1>${page.title}</h1>
      ${content}`,
  })

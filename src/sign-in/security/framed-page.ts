/** Pages about what I sign in with, in the frame of the portal. */
import { pageAddresses } from '../../kernel/page-address.ts'
import { html } from 'hono/html'
import type { Framed } from '../../pages/frame.ts'
import { nextLink, type Html } from '../../pages/page.ts'
import { framedFor } from '../../pages/person-frame.ts'
import type { Exchange } from '../exchange.ts'

/**
 * A whole page around `content`, for who is signed in. Where somebody types what they sign in with,
 * no script runs but those that are named.
 */
export const framedPage = (
  x: Exchange,
  { scripts = [], ...page }: Pick<Framed, 'title' | 'content' | 'status' | 'scripts'>,
): Promise<Response> =>
  framedFor(x.c, x.db, x.session.personId, { ...page, scripts, place: 'account', holds: ['form'] })

type Step = Pick<Framed, 'title' | 'status' | 'scripts'> & {
  /** What is asked or told. */
  readonly content: Html
  /** The words of the way back to Security, where the content has none. */
  readonly back?: string
}

/** One step of a change: a card with its title, and the way back below. */
export const stepPage = (x: Exchange, { content, back, title, ...page }: Step): Promise<Response> =>
  framedPage(x, {
    ...page,
    title,
    content: html`<h1>${title}</h1>
      <div class="card form">${content}</div>
      ${back === undefined ? '' : html`<p><a href="${pageAddresses.security}">${back}</a></p>`}`,
  })

/** Why nothing can be done here, and the way back. */
export const noStepPage = (
  x: Exchange,
  title: string,
  why: string,
  status?: Framed['status'],
): Promise<Response> =>
  stepPage(x, {
    title,
    status,
    content: html`<p>${why}</p>
      ${nextLink(pageAddresses.security, x.words.security.toSecurity)}`,
  })

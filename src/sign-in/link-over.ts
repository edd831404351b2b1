/** The page behind a link that works no more. */
import { html } from 'hono/html'
import { nextLink, page } from '../pages/page.ts'
import type { Exchange } from './exchange.ts'

/** `next`: how to get a new one. */
export const linkOverPage = (x: Exchange, next: string) =>
  page(
    x.c,
    x.words.signIn.linkOver,
    html`<p>${x.words.signIn.linkOverWhy}</p>
      <p>${next}</p>
      ${nextLink('/', x.words.page.start)}`,
    404,
  )

/** The list that somebody came from, with what they had found in it: they keep their place. */
import { pageAddresses } from '../../kernel/page-address.ts'
import { html } from 'hono/html'
import type { Html } from '../../pages/page.ts'
import type { Exchange } from '../exchange.ts'

const longest = 1_024
const list = pageAddresses.organizations

const listIn = (text: string | undefined, base: string): string => {
  if (text === undefined || text.length > longest) return list
  const url = URL.parse(text, base)
  const isList = url !== null && url.origin === new URL(base).origin && url.pathname === list
  return isList ? list + url.search : list
}

/** Where the page that led here was, when that was the list; else its beginning. */
export const wayBack = (x: Exchange): string =>
  listIn(x.c.req.query('back') ?? x.c.req.header('referer'), x.publicUrl)

/** The same out of a form that was sent. */
export const wayBackIn = (x: Exchange, sent: string | undefined): string =>
  listIn(sent ?? x.c.req.header('referer'), x.publicUrl)

export const backField = (back: string): Html =>
  html`<input type="hidden" name="back" value="${back}" />`

/** The list that somebody came from, with what they had found in it: they keep their place. */
import { pageAddresses } from '../../kernel/page-address.ts'
import { html } from 'hono/html'
import type { Html } from '../../pages/page.ts'
import type { Exchange } from '../exchange.ts'

/** With hundreds that are ticked in it. */
const longest = 8_192
const lists = [pageAddresses.organizations, pageAddresses.guests] as const
type List = (typeof lists)[number]

const listIn = (text: string | undefined, base: string, otherwise: List): string => {
  if (text === undefined || text.length > longest) return otherwise
  const url = URL.parse(text, base)
  if (url === null || url.origin !== new URL(base).origin) return otherwise
  const list = lists.find((one) => one === url.pathname)
  return list === undefined ? otherwise : list + url.search
}

/** Where the page that led here was, when that was a list; else the beginning of one. */
export const wayBack = (x: Exchange, otherwise: List = pageAddresses.organizations): string =>
  listIn(x.c.req.query('back') ?? x.c.req.header('referer'), x.publicUrl, otherwise)

/** The same out of a form that was sent. */
export const wayBackIn = (
  x: Exchange,
  sent: string | undefined,
  otherwise: List = pageAddresses.organizations,
): string => listIn(sent ?? x.c.req.header('referer'), x.publicUrl, otherwise)

export const backField = (back: string): Html =>
  html`<input type="hidden" name="back" value="${back}" />`

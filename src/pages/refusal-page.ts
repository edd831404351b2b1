/**
 * The page for a request that was refused on the way of a person: what happened, and where to go
 * on.
 */
import { isOfApi } from '../kernel/page-address.ts'
import { html } from 'hono/html'
import { asksForPage } from '../edge/request.ts'
import type { EdgeContext } from '../edge/routes.ts'
import type { Refusal } from '../edge/refusal.ts'
import type { PageWords } from '../words/en/page.ts'
import { nextLink, page } from './page.ts'
import { noteRefused, type LookerServices } from './looker.ts'
import { wordsOf } from './reader.ts'

type Titles = PageWords['title']

const titles: Readonly<Record<number, keyof Titles>> = {
  403: 'notAllowed',
  404: 'notFound',
  405: 'notPossible',
  413: 'tooMuch',
  415: 'notUnderstood',
  429: 'busy',
  503: 'busy',
}

/**
 * Whether somebody looks at the answer: a browser says that it takes a page, and the address is
 * none of an API.
 */
export const isForPeople = (c: EdgeContext): boolean => asksForPage(c) && !isOfApi(c.req.path)

/** What happened, in the reader's language; what only programs meet is told in English. */
export const told = (
  { code, message }: Refusal,
  { refusal: words }: PageWords,
): { readonly text: string; readonly isOurs: boolean } => {
  if (!Object.hasOwn(words, code)) return { text: message, isOurs: false }
  return { text: words[code as keyof typeof words], isOurs: true }
}

/**
 * Writes a refusal as a page: in words, with its headers and a next step. `isSpoken` says of which
 * the message is in the reader's language already.
 */
export const refusalPages =
  (services: LookerServices, isSpoken: (refusal: Refusal) => boolean = () => false) =>
  async (c: EdgeContext, refusal: Refusal): Promise<Response> => {
    await noteRefused(c, services)
    for (const [name, value] of Object.entries(refusal.headers)) c.header(name, value)
    const { page: words } = wordsOf(c)
    const { text, isOurs } = isSpoken(refusal)
      ? { text: refusal.message, isOurs: true }
      : told(refusal, words)
    const content = html`<p role="alert" ${isOurs ? '' : html`lang="en" dir="ltr"`}>${text}</p>
      ${nextLink('/', words.start)}
      <p class="quiet">${words.request(c.get('requestId'))}</p>`
    return page(c, words.title[titles[refusal.status] ?? 'wrong'], content, refusal.status as 400)
  }

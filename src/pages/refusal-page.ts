/** The page for a request that was refused on the way of a person: what happened, and where to go on. */
import { html } from 'hono/html'
import type { EdgeContext } from '../edge/routes.ts'
import type { Refusal } from '../edge/refusal.ts'
import { nextLink, page } from './page.ts'

const titles: Readonly<Record<number, string>> = {
  403: 'Not allowed',
  404: 'Nothing here',
  405: 'Not possible',
  413: 'Too much at once',
  415: 'Not understood',
  429: 'Just a moment',
  503: 'Just a moment',
}

/** Whether somebody looks at the answer: a browser says that it takes a page, and the address is none of an API. */
export const isForPeople = (c: EdgeContext): boolean =>
  (c.req.header('accept') ?? '').includes('text/html') && !/^\/(?:account|v1\.0|beta)(?:\/|$)/.test(c.req.path)

/** The refusal in words, with its headers and a next step. */
export const refusalPage = (c: EdgeContext, refusal: Refusal): Response | Promise<Response> => {
  for (const [name, value] of Object.entries(refusal.headers)) c.header(name, value)
  const content = html`<p role="alert">${refusal.message}</p>
    ${nextLink('/', 'Go to the start')}
    <p class="quiet">Request ${c.get('requestId')}</p>`
  return page(c, titles[refusal.status] ?? 'Something went wrong', content, refusal.status as 400)
}

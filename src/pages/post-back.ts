/** An answer that goes to an application as a form of the browser (`response_mode=form_post`). */
import { readFileSync } from 'node:fs'
import { html } from 'hono/html'
import { plainPolicy } from '../edge/request.ts'
import type { EdgeContext } from '../edge/routes.ts'
import { page } from './page.ts'
import { wordsOf } from './reader.ts'

export const postBackScript = readFileSync(new URL('post-back.js', import.meta.url), 'utf8')
/** Where the script stands. */
export const postBackPath = '/post-back.js'

// Nothing is said of where a form may lead: applications lead on from where they take it.
const policy = `${plainPolicy.replace(/ form-action [^;]*;/, '')}; script-src 'self'`

/** A page whose form takes `said` to `target`: by itself with script, else by its button. */
export const postBackPage = async (
  c: EdgeContext,
  target: string,
  said: URLSearchParams,
): Promise<Response> => {
  const { consent } = wordsOf(c)
  const fields = [...said].map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  )
  const content = html`<p role="status">${consent.goingOnWhy}</p>
    <form method="post" action="${target}">
      ${fields}
      <button type="submit">${consent.goOn}</button>
    </form>`
  const shown = await page(c, consent.goingOn, content, 200, [postBackPath])
  c.header('content-security-policy', policy)
  shown.headers.set('content-security-policy', policy)
  return shown
}

/**
 * What a page of signing out tells applications: a hidden frame for each, which says so to the
 * application in this browser. It waits a while for them and goes on by itself, with script as
 * soon as all have answered, and after another while in which it says who has not.
 */
import { readFileSync } from 'node:fs'
import { html } from 'hono/html'
import type { EdgeContext } from '../edge/routes.ts'
import type { ServerWords } from '../words/server-words.ts'
import { nextLink, type Html } from './page.ts'

/** How long the page waits for the applications. */
const waitSeconds = 5

export const signingOutScript = readFileSync(new URL('signing-out.js', import.meta.url), 'utf8')
/** Where the script stands. */
export const signingOutPath = '/signing-out.js'

type Told = { readonly name: string; readonly address: string }
type Telling = { readonly told: readonly Told[]; readonly untold: readonly string[] }

// A frame runs the scripts of its own site and reaches nothing of this one, nor where it leads.
const frameOf = ({ name, address }: Told): Html =>
  html`<iframe
    src="${address}"
    title="${name}"
    sandbox="allow-scripts allow-same-origin"
    referrerpolicy="no-referrer"
    hidden
  ></iframe>`

/**
 * The part of a page that tells them. `next` is where the browser goes afterwards; without one the
 * page stays.
 */
export const tellingPart = (
  { consent }: ServerWords,
  { told, untold }: Telling,
  next?: string,
): Html =>
  html`<script src="${signingOutPath}"></script>
    <div class="signing-out" data-wait="${waitSeconds}">
      <p>${consent.alsoSignedOut}</p>
      <ul>
        ${told.map(({ name }) => html`<li>${name}</li>`)}
      </ul>
      ${
        untold.length === 0
          ? ''
          : html`<div class="untold">
              <p>${consent.notTold}</p>
              <ul>
                ${untold.map((name) => html`<li>${name}</li>`)}
              </ul>
            </div>`
      }
      <div class="late" role="status" hidden>
        <p>${consent.notAnswered}</p>
        <ul></ul>
      </div>
      ${told.map(frameOf)}
      ${
        next === undefined
          ? ''
          : html`<noscript
                ><meta http-equiv="refresh" content="${waitSeconds}; url=${next}"
              /></noscript>
              ${nextLink(next, consent.goOn)}`
      }
    </div>`

// A source of a policy is an address without its query, and holds neither of these signs.
const sourceOf = ({ address }: Told): string => {
  const { origin, pathname } = new URL(address)
  return `${origin}${pathname}`.replaceAll(';', '%3B').replaceAll(',', '%2C')
}

/** The page, under its policy with these frames and our script. */
export const telling = (c: EdgeContext, page: Response, { told }: Telling): Response => {
  const name = 'content-security-policy'
  const frames = [...new Set(told.map(sourceOf))].join(' ')
  const others = (page.headers.get(name) ?? '').replace(/;? *script-src[^;]*/, '')
  const policy = `${others}; script-src 'self'; frame-src ${frames}`
  // What stands on the request's own answer counts where the provider's library writes the page.
  c.header(name, policy)
  page.headers.set(name, policy)
  return page
}

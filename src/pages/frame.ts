/**
 * The frame of the portal's pages: a bar with the way around and the menu of the person, the page,
 * and the choice of a language. Everything in it works without script.
 */
import { pageAddresses } from '../kernel/page-address.ts'
import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { html } from 'hono/html'
import { newNonce } from '../edge/request.ts'
import type { EdgeContext } from '../edge/routes.ts'
import { product } from '../kernel/product.ts'
import { compact } from './compact.ts'
import { languageSwitch, toDemo, wholePage, type Html } from './page.ts'
import { readerOf, type Reader } from './reader.ts'

/** Where a page stands in the portal. */
const places = ['apps', 'account', 'organizations'] as const
type Place = (typeof places)[number]
const paths: Readonly<Record<Place, string>> = {
  apps: '/',
  account: pageAddresses.profile,
  organizations: pageAddresses.organizations,
}

export type Framed = {
  readonly title: string
  /** Undefined where no link of the bar leads to it. */
  readonly place?: Place | undefined
  /** Undefined for a stranger, who has no way around the portal. */
  readonly user: { readonly name: string; readonly detail: string | null } | undefined
  readonly content: Html
  readonly status?: 200 | 400 | 401 | 403 | 404 | 409 | 429 | undefined
  /**
   * Addresses of scripts that it needs, and no other runs on it; where none are named, the one that
   * makes it quicker to use.
   */
  readonly scripts?: readonly string[] | undefined
  /** What it holds that has looks of its own: a form with fields, or a document to be read. */
  readonly holds?: readonly (keyof typeof styles)[] | undefined
}

const policy = (nonce: string, hasScript: boolean): string =>
  [
    `default-src 'none'`,
    ...(hasScript ? [`script-src 'self'`, `connect-src 'self'`] : []),
    `style-src 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')

// In the page itself, so that it is drawn with the first answer. Written without what HTML has to
// escape.
const styleSheet = (written: string): string => {
  const text = written
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{}:;,]) ?/g, '$1')
    .replaceAll(';}', '}')
  if (/[<>&"']/.test(text))
    throw new Error(`A style sheet holds a sign that would be escaped in a page: ${text}`)
  return text
}
const frameStyle = styleSheet(readFileSync(new URL('frame.css', import.meta.url), 'utf8'))
const styles = {
  form: styleSheet(readFileSync(new URL('form.css', import.meta.url), 'utf8')),
  document: styleSheet(readFileSync(new URL('document.css', import.meta.url), 'utf8')),
} as const

const assets = new URL('../../dist/desk/assets/', import.meta.url)

// What is built anew has another name. Without it the pages work as well.
const quickScript = async (): Promise<readonly string[]> => {
  try {
    const name = (await readdir(assets)).find((one) => /^desk-[\w-]+\.js$/.test(one))
    return name === undefined ? [] : [`/assets/${name}`]
  } catch {
    return []
  }
}

const mark = html`<svg
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="currentColor"
  aria-hidden="true"
>
  <path
    fill-rule="evenodd"
    d="M3 11.2 12 4l9 7.2V20a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1zM9.5 14v7h5v-7z"
  />
</svg>`

/** Says to the eye that something opens a menu. */
export const opensMenu = html`<i aria-hidden="true">▾</i>`

const around = (
  c: EdgeContext,
  { place, user }: Framed & { readonly user: NonNullable<Framed['user']> },
): Html => {
  const { shell, portal, memberships } = readerOf(c).words
  const names: Readonly<Record<Place, string>> = {
    apps: portal.apps.title,
    account: portal.account.title,
    organizations: memberships.organizations.title,
  }
  // Who has left everywhere is called nothing any more; the way out stands there all the same.
  const called = [user.name, user.detail ?? ''].find((text) => text !== '') ?? shell.viewAccount
  const link = (one: Place) =>
    html`<a href="${paths[one]}" ${one === place ? html`aria-current="page"` : ''}
      >${names[one]}</a
    >`
  return html`<nav aria-label="${shell.navigation}">${places.map(link)}</nav>
    <details class="menu me">
      <summary><span dir="auto">${called}</span>${opensMenu}</summary>
      <div>
        ${user.detail === null ? '' : html`<p class="quiet">${user.detail}</p>`}
        <a href="${pageAddresses.profile}">${shell.viewAccount}</a>
        <a href="${pageAddresses.organizations}">${shell.manageOrganizations}</a>
        <form method="post" action="/sign-out"><button>${shell.signOut}</button></form>
      </div>
    </details>`
}

const bar = (c: EdgeContext, { user, ...page }: Framed): Html =>
  html`<header class="bar">
    <a class="brand" href="/">${mark}<span>${product}</span></a>
    ${user === undefined ? '' : around(c, { ...page, user })}
  </header>`

/** A whole page of the portal. */
export const framed = async (c: EdgeContext, page: Framed): Promise<Response> => {
  const { locale, words } = readerOf(c)
  const nonce = newNonce()
  c.header('content-language', locale.tag)
  c.header('vary', 'accept-language, cookie', { append: true })
  c.header('cache-control', 'no-store')
  const { scripts = await quickScript(), title } = page
  c.header('content-security-policy', policy(nonce, scripts.length > 0))
  const head = html`<link rel="icon" type="image/svg+xml" href="/favicon.ico" />
    <style nonce="${nonce}">
      ${frameStyle}${page.holds?.map((one) => styles[one])}
    </style>
    ${scripts.map((address) => html`<script src="${address}" defer></script>`)}`
  const body = html`<a class="skip" href="#main">${words.shell.skip}</a>
    ${bar(c, page)}
    <main id="main" tabindex="-1">${page.content}</main>
    <footer>${toDemo(c, words)} ${languageSwitch(c, locale, words)}</footer>`
  const text = await wholePage(locale, title, head, body)
  return c.html(compact(text.toString()), page.status ?? 200)
}

/** A document as a file of its own, to be kept: it loads nothing, from nowhere. */
export const fileOfDocument = async (
  title: string,
  content: Html,
  { locale }: Reader,
): Promise<string> => {
  const head = html`<style>
    ${frameStyle}${styles.document}
  </style>`
  const body = html`<main>
    <h1>${title}</h1>
    ${content}
  </main>`
  return compact((await wholePage(locale, title, head, body)).toString())
}

/**
 * The sign-in pages: HTML that works without script, under a policy that allows none. Every value
 * is escaped by `html`.
 */
import { pageAddresses } from '../kernel/page-address.ts'
import { readFileSync } from 'node:fs'
import { html } from 'hono/html'
import { plainPolicy } from '../edge/request.ts'
import type { EdgeContext } from '../edge/routes.ts'
import { product } from '../kernel/product.ts'
import { languageNames, languages, type Locale } from '../words/locales.ts'
import type { ServerWords } from '../words/server-words.ts'
import { readerOf } from './reader.ts'

export type Html = ReturnType<typeof html>

/**
 * A whole page around `content`. Pages whose address carries a token say nothing about it to
 * others. `scripts` are files of ours, for the few pages that cannot do without.
 */
export const page = (
  c: EdgeContext,
  title: string,
  content: Html,
  status: 200 | 400 | 401 | 403 | 404 | 429 = 200,
  scripts: readonly string[] = [],
): Response | Promise<Response> => {
  const { locale, words } = readerOf(c)
  c.header('content-language', locale.tag)
  c.header('vary', 'accept-language, cookie', { append: true })
  c.header(
    'content-security-policy',
    scripts.length === 0 ? plainPolicy : `${plainPolicy}; script-src 'self'`,
  )
  c.header('referrer-policy', 'no-referrer')
  c.header('cache-control', 'no-store')
  const links = html`<link rel="stylesheet" href="/sign-in.css" />
    <link rel="icon" type="image/svg+xml" href="/favicon.ico" />
    ${scripts.map((source) => html`<script src="${source}" defer></script>`)}`
  const below = html`${toDemo(c, words)}${languageSwitch(c, locale, words)}`
  const body = html`<main>
      <p class="product">${product}</p>
      <h1>${title}</h1>
      ${content}
    </main>
    ${below === '' ? '' : html`<footer>${below}</footer>`}`
  return c.html(wholePage(locale, title, links, body), status)
}

/** What every page has around its body, whatever its frame. */
export const wholePage = (locale: Locale, title: string, head: Html, body: Html): Html =>
  html`<!doctype html>
    <html lang="${locale.language}" dir="${locale.direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${product}</title>
        ${head}
      </head>
      <body>
        ${body}
      </body>
    </html>`

/** In a demo every page leads back to its first. */
export const toDemo = (c: EdgeContext, { shell }: ServerWords): Html | string =>
  c.get('isDemo') && c.req.path !== pageAddresses.demo
    ? html`<a href="${pageAddresses.demo}">${shell.toDemo}</a>`
    : ''

/**
 * What a form was answered with is not kept: in another language the page is shown that it was sent
 * from.
 */
export const languageSwitch = (
  c: EdgeContext,
  { language }: Locale,
  { page: words }: ServerWords,
): Html | string => {
  if (c.req.method !== 'GET' && c.get('canBeAskedFor') !== true) return ''
  const { pathname, search } = new URL(c.req.url)
  return html`<form class="language" method="post" action="${pageAddresses.language}">
    <input type="hidden" name="return" value="${pathname + search}" />
    <label for="language">${words.language}</label>
    <select id="language" name="language">
      ${languages.map((one) => html`<option value="${one}" lang="${one}" ${one === language ? 'selected' : ''}>${languageNames[one]}</option>`)}
    </select>
    <button class="plain" type="submit">${words.useLanguage}</button>
  </form>`
}

/** The style sheet of all pages. */
export const styleSheet = readFileSync(new URL('pages.css', import.meta.url), 'utf8')

type Field = {
  readonly name: string
  readonly label: string
  /**
   * An address is a text: Chromium writes domains in a field of type email anew, in other letters
   * than the person did.
   */
  readonly type?: 'text' | 'password' | 'address'
  readonly autocomplete: string
  readonly value?: string | undefined
  readonly hint?: string
  readonly error?: string | undefined
  readonly autofocus?: boolean
  readonly maxlength?: number
  /** Shown and sent, and not to be changed here. */
  readonly readonly?: boolean
  /** What stands under it. */
  readonly below?: Html
}

const describedBy = ({ name, hint, error }: Field): string =>
  [hint === undefined ? [] : `${name}-hint`, error === undefined ? [] : `${name}-error`]
    .flat()
    .join(' ')

const below = ({ name, hint, error, below: more }: Field): Html =>
  html`${hint === undefined ? '' : html`<p class="hint" id="${name}-hint">${hint}</p>`}
  ${error === undefined ? '' : html`<p class="error" id="${name}-error">${error}</p>`}
  ${more === undefined ? '' : html`<p class="below">${more}</p>`}`

/** A labelled input, with its hint and its error tied to it for screen readers. */
export const field = (one: Field): Html => {
  const described = describedBy(one)
  return html`<div class="field">
    <label for="${one.name}">${one.label}</label>
    <input
      id="${one.name}"
      name="${one.name}"
      type="${one.type === 'password' ? 'password' : 'text'}"
      ${one.type === 'address' ? html`inputmode="email"` : ''}
      autocomplete="${one.autocomplete}"
      value="${one.value ?? ''}"
      maxlength="${one.maxlength ?? 320}"
      ${one.readonly === true ? 'readonly' : 'required'}
      ${one.type === 'password' ? '' : html`dir="auto" autocapitalize="none" spellcheck="false"`}
      ${one.autofocus === true ? 'autofocus' : ''}
      ${described === '' ? '' : html`aria-describedby="${described}"`}
      ${one.error === undefined ? '' : html`aria-invalid="true"`}
    />
    ${below(one)}
  </div>`
}

/**
 * The fields of a form. Where one is wrong the focus begins in the first that is, so that what is
 * wrong with it is read out, without script too; else in the one that wants it.
 */
export const fields = (all: readonly Field[]): Html[] => {
  const focused =
    all.find(({ error }) => error !== undefined) ?? all.find(({ autofocus }) => autofocus === true)
  return all.map((one) => field({ ...one, autofocus: one === focused }))
}

/**
 * What went wrong where no field of the page is to blame, read out at once. What is wrong with a
 * field stands in its `error`.
 */
export const alert = (...messages: readonly string[]): Html | string =>
  messages.length === 0
    ? ''
    : html`<div class="alert" role="alert">
        ${messages.map((message) => html`<p>${message}</p>`)}
      </div>`

/** A form that posts to its own address, or to `action`. */
export const form = (
  action: string,
  button: string,
  ...content: readonly (Html | string)[]
): Html =>
  html`<form method="post" action="${action}">
    ${content}
    <button type="submit">${button}</button>
  </form>`

/** A link that looks like the thing to do next. */
export const nextLink = (href: string, label: string): Html =>
  html`<p><a class="button" href="${href}">${label}</a></p>`

/**
 * /sign-in/ways: the second page of signing in, with the ways of the name that was typed on the
 * first.
 */
import { pageAddresses, signInPages } from '../../kernel/page-address.ts'
import { html } from 'hono/html'
import { readAskedName } from './asked-name.ts'
import type { Exchange, Page } from '../exchange.ts'
import { namePage } from './name-pages.ts'
import { waysOfName, type Offered } from './offered.ts'
import { alert, field, form, nextLink, page, type Html } from '../../pages/page.ts'
import { askForPasskey, passkeyForm, passkeyScripts } from '../passkey-form.ts'
import { presentSession } from '../present-session.ts'
import { signInPath, wayBack, type WayBack } from '../sign-in-path.ts'
import type { Way } from '../../credentials/ways.rule.ts'

type Shown = {
  readonly offered: Offered
  readonly back: WayBack
  /** The page that shows these ways; each of them is shown first with the parameter `way`. */
  readonly path: typeof pageAddresses.signIn | typeof signInPages.ways
  /** The way that is shown first, when it is offered. */
  readonly first?: string | undefined
  /** Why somebody who is signed in is asked. */
  readonly why?: string | undefined
  readonly problem?: string | undefined
  readonly status?: 200 | 401 | 429
}

const providerPath = (id: string, back: WayBack): string =>
  signInPath(signInPages.provider, back, { provider: id })

const anotherName = (x: Exchange, back: WayBack) =>
  html`<a href="${signInPath('/sign-in', back, back.again ? { another: '1' } : {})}"
    >${x.words.signIn.anotherName}</a
  >`

// A password manager sees the name that the password goes with; it is changed on the page before.
const namePart = (
  x: Exchange,
  name: string,
  label: string,
  input: 'name' | 'address',
  back: WayBack,
) =>
  field({
    name: input,
    label,
    value: name,
    autocomplete: 'username',
    readonly: true,
    type: 'text',
    below: anotherName(x, back),
  })

const whoPart = (x: Exchange, name: string, back: WayBack) =>
  name === ''
    ? html`<p>${anotherName(x, back)}</p>`
    : html`<p class="who"><span>${name}</span> ${anotherName(x, back)}</p>`

const firstPart = async (x: Exchange, way: Way, shown: Shown): Promise<Html> => {
  const {
    offered: { name },
    back,
  } = shown
  switch (way.kind) {
    case 'password':
      return form(
        signInPath('/sign-in', back),
        x.words.signIn.signIn,
        namePart(x, name, x.words.signIn.signInName, 'name', back),
        field({
          name: 'password',
          label: x.words.signIn.password,
          type: 'password',
          autocomplete: 'current-password',
          autofocus: true,
          maxlength: 1024,
          error: shown.problem,
        }),
      )
    case 'code':
      return html`<p>${x.words.ways.codeIntro}</p>
        ${form(signInPath(signInPages.code, back), x.words.ways.withCode, namePart(x, way.address, x.words.ways.address, 'address', back))}`
    case 'passkey':
      return html`${whoPart(x, name, back)}
        <p>${x.words.security.passkeyIntro}</p>
        ${passkeyForm(x, { kind: 'get', action: signInPath(signInPages.passkey, back), button: x.words.security.usePasskey, options: await askForPasskey(x) })}`
    case 'provider':
      return html`${whoPart(x, name, back)}
        <p>${x.words.ways.atProvider(way.provider.host)}</p>
        ${nextLink(providerPath(way.provider.id, back), x.words.ways.goTo(way.provider.displayName))}`
  }
}

const otherPart = (x: Exchange, way: Way, { path, back }: Shown) => {
  if (way.kind === 'provider')
    return html`<a href="${providerPath(way.provider.id, back)}"
      >${x.words.ways.use(way.provider.displayName, way.provider.host)}</a
    >`
  const label = {
    password: x.words.signIn.withPassword,
    passkey: x.words.security.withPasskey,
    code: x.words.ways.withCode,
  }[way.kind]
  return html`<a href="${signInPath(path, back, { way: way.kind })}">${label}</a>`
}

const noWaysPage = (x: Exchange, { offered: { name }, back, problem, status }: Shown) => {
  const isSaid = name.includes('@') || name === ''
  const wrong = isSaid ? x.words.signIn.noName : x.words.signIn.noWays(name)
  return namePage(
    x,
    problem === undefined
      ? { back, name, wrong, status: 400 }
      : { back, name, wrong: problem, status: status ?? 200 },
  )
}

/** The page: the first way ready to be used, and links to the others. */
export const waysPage = async (x: Exchange, shown: Shown): Promise<Response> => {
  const { offered, problem, why, status = 200 } = shown
  const first = offered.ways.find(({ kind }) => kind === shown.first) ?? offered.ways[0]
  if (first === undefined) return noWaysPage(x, shown)
  const others = offered.ways.filter((way) => way !== first)
  return page(
    x.c,
    x.words.signIn.signIn,
    html`${problem === undefined || first.kind === 'password' ? '' : alert(problem)}
    ${why === undefined ? '' : html`<p role="status">${why}</p>`}
    ${await firstPart(x, first, shown)}
    ${
      others.length === 0
        ? ''
        : html`<section class="others">
            <h2>${x.words.signIn.otherWays}</h2>
            <ul>
              ${others.map((way) => html`<li>${otherPart(x, way, shown)}</li>`)}
            </ul>
          </section>`
    }
    ${first.kind === 'password' ? html`<p class="quiet">${x.words.signIn.forgot}</p>` : ''}`,
    status,
    first.kind === 'passkey' ? passkeyScripts : [],
  )
}

export const showWays: Page = async (x) => {
  const back = wayBack(x)
  if (!back.again && (await presentSession(x)) !== undefined)
    return x.c.redirect(back.returnTo, 303)
  const name = readAskedName(x)
  // A bookmark, or a page that was left open: the name is asked for anew. Without any cookie it
  // would be so for ever.
  if (name === undefined)
    return x.c.req.header('cookie') === undefined
      ? namePage(x, { back, problem: x.words.signIn.nameLost })
      : x.c.redirect(signInPath('/sign-in', back, back.again ? { another: '1' } : {}), 303)
  return waysPage(x, {
    offered: await waysOfName(x, name),
    back,
    path: signInPages.ways,
    first: x.c.req.query('way'),
  })
}

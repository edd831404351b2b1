/** /sign-in and /sign-out. */
import { getCookie, setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import { readForm } from '../edge/body.ts'
import { secondMs } from '../kernel/time.ts'
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from './cookie.ts'
import { deviceOf, type Exchange, type Page } from './exchange.ts'
import { alert, field, form, nextLink, page } from './pages.ts'
import { returnPath } from './return-path.ts'
import { endSession, findSession } from './session.ts'
import { signIn, type SignInResult } from './sign-in.ts'
import type { LocalAccount } from './sign-in.sql.ts'
import { words } from './words.ts'

const deviceCookie = 'guesthouse_device'
const deviceCookieSeconds = 400 * 24 * 3600

type Shown = { readonly returnTo: string; readonly name?: string; readonly problem?: string; readonly status?: 200 | 401 | 429 }

const signInPage = (x: Exchange, { returnTo, name, problem, status = 200 }: Shown) =>
  page(
    x.c,
    words.signIn,
    html`${problem === undefined ? '' : alert(problem)}
      ${form(
        `/sign-in?return=${encodeURIComponent(returnTo)}`,
        words.signIn,
        field({
          name: 'name',
          label: words.signInName,
          hint: words.signInNameHint,
          autocomplete: 'username',
          value: name,
          autofocus: name === undefined,
          type: 'text',
        }),
        field({
          name: 'password',
          label: words.password,
          type: 'password',
          autocomplete: 'current-password',
          autofocus: name !== undefined,
          maxlength: 1024,
        }),
      )}
      <p class="quiet">${words.forgot}</p>`,
    status,
  )

export const showSignIn: Page = async (x) => {
  const returnTo = returnPath(x.c.req.query('return'))
  const session = await findSession(x.db, readSessionCookie(x.c, x.services.publicUrl), x.now)
  return session === undefined ? signInPage(x, { returnTo }) : x.c.redirect(returnTo, 303)
}

export const doSignIn: Page = async (x) => {
  const { name = '', password = '' } = await readForm(x.c)
  const returnTo = returnPath(x.c.req.query('return'))
  const credentials = { userPrincipalName: name, password, deviceCookie: getCookie(x.c, deviceCookie) }
  const result = await signIn(x.db, credentials, deviceOf(x), x.context)
  if (result.outcome === 'signedIn') return enter(x, result, returnTo)
  if (result.outcome === 'wrong') return signInPage(x, { returnTo, name, problem: words.wrong, status: 401 })
  if (result.outcome === 'throttled') {
    const seconds = Math.ceil(result.retryAfterMs / secondMs)
    x.c.header('retry-after', String(seconds))
    return signInPage(x, { returnTo, name, problem: words.throttled(seconds), status: 429 })
  }
  return refusedPage(x, result.outcome, result.account)
}

const enter = (x: Exchange, result: Extract<SignInResult, { outcome: 'signedIn' }>, returnTo: string): Response => {
  const { publicUrl } = x.services
  writeSessionCookie(x.c, publicUrl, result.token)
  const secure = publicUrl.startsWith('https:')
  setCookie(x.c, deviceCookie, result.deviceCookie, {
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    path: '/sign-in',
    maxAge: deviceCookieSeconds,
  })
  return x.c.redirect(result.mustChangePassword ? `/password?return=${encodeURIComponent(returnTo)}` : returnTo, 303)
}

const refusedPage = (x: Exchange, why: 'disabledAtHome' | 'organizationClosed', { organizationName, technicalContact }: LocalAccount) => {
  const contact = technicalContact === null ? '' : html`<p><a href="mailto:${technicalContact}">${words.writeTo(technicalContact)}</a></p>`
  const content =
    why === 'disabledAtHome'
      ? html`<p>${words.disabled(organizationName)}</p>
          <p>${words.disabledNext(organizationName)}</p>
          ${contact}`
      : html`<p>${words.closed(organizationName)}</p>
          ${contact}`
  return page(
    x.c,
    why === 'disabledAtHome' ? words.disabledTitle : organizationName,
    html`${content} ${nextLink('/sign-in', words.back)}`,
    403,
  )
}

export const askToSignOut: Page = async (x) =>
  page(
    x.c,
    words.signOut,
    html`<p>${words.signOutQuestion}</p>
      ${form('/sign-out', words.signOut)}`,
  )

export const doSignOut: Page = async (x) => {
  const session = await findSession(x.db, readSessionCookie(x.c, x.services.publicUrl), x.now)
  if (session !== undefined) await endSession(x.db, session.personId, session.sessionId)
  clearSessionCookie(x.c, x.services.publicUrl)
  return page(
    x.c,
    words.signOut,
    html`<p role="status">${words.signedOut}</p>
      ${nextLink('/sign-in', words.signIn)}`,
  )
}

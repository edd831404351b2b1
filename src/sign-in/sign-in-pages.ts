/** /sign-in and /sign-out. */
import { html } from 'hono/html'
import { readForm } from '../edge/body.ts'
import { secondMs } from '../kernel/time.ts'
import { clearSessionCookie } from './cookie.ts'
import { enter, readDeviceCookie, refusedPage } from './entering.ts'
import { deviceOf, type Exchange, type Page } from './exchange.ts'
import { factorWords } from './factor-words.ts'
import { homeWords } from './home-words.ts'
import { keepsNoCookies } from './just-entered.ts'
import { alert, field, form, nextLink, page } from './pages.ts'
import { returnPath } from './return-path.ts'
import { presentSession } from './present-session.ts'
import { clearProvedIdentity } from './proved-identity.ts'
import { isEmptyInstallation } from './set-up.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { forgetStepUp } from './step-up.ts'
import { askForCode } from './totp-sign-in-pages.ts'
import { words } from './words.ts'

type Shown = {
  readonly returnTo: string
  readonly name?: string
  /** Why somebody who is signed in is asked. */
  readonly why?: string | undefined
  readonly problem?: string
  readonly status?: 200 | 401 | 429
}

const signInPage = (x: Exchange, { returnTo, name, why, problem, status = 200 }: Shown) =>
  page(
    x.c,
    words.signIn,
    html`${problem === undefined ? '' : alert(problem)} ${why === undefined ? '' : html`<p role="status">${why}</p>`}
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
      <p><a href="/sign-in/passkey?return=${encodeURIComponent(returnTo)}">${factorWords.withPasskey}</a></p>
      <p><a href="/sign-in/code?return=${encodeURIComponent(returnTo)}">${homeWords.withCode}</a></p>
      <p><a href="/sign-in/provider?return=${encodeURIComponent(returnTo)}">${homeWords.withProvider}</a></p>
      <p class="quiet">${words.forgot}</p>`,
    status,
  )

const emptyPage = (x: Exchange) =>
  page(
    x.c,
    words.emptyTitle,
    html`<p>${words.empty}</p>
      <p>${words.emptyNext}</p>`,
  )

export const showSignIn: Page = async (x) => {
  const returnTo = returnPath(x.c.req.query('return'))
  const session = await presentSession(x)
  // An application may want people to sign in again although they are signed in.
  const again = x.c.req.query('again') !== undefined
  const name = x.c.req.query('name')?.slice(0, 320)
  if (session === undefined && (await isEmptyInstallation(x.db))) return emptyPage(x)
  if (session === undefined && keepsNoCookies(x)) return signInPage(x, { returnTo, problem: words.cookiesOff })
  if (session !== undefined && !again) return x.c.redirect(returnTo, 303)
  const why = session !== undefined && returnTo.startsWith('/security') ? words.stepUp : undefined
  return signInPage(x, { returnTo, why, ...(name === undefined ? {} : { name }) })
}

export const doSignIn: Page = async (x) => {
  const { name = '', password = '' } = await readForm(x.c)
  const returnTo = returnPath(x.c.req.query('return'))
  const credentials = { userPrincipalName: name, password, deviceCookie: readDeviceCookie(x) }
  const result = await signIn(x.db, credentials, deviceOf(x), x.context)
  if (result.outcome === 'signedIn') return enter(x, result, returnTo)
  if (result.outcome === 'codeNeeded') return askForCode(x, result.account, returnTo)
  if (result.outcome === 'wrong') return signInPage(x, { returnTo, name, problem: words.wrong, status: 401 })
  if (result.outcome === 'throttled') {
    const seconds = Math.ceil(result.retryAfterMs / secondMs)
    x.c.header('retry-after', String(seconds))
    return signInPage(x, { returnTo, name, problem: words.throttled(seconds), status: 429 })
  }
  return refusedPage(x, result.outcome, result.account)
}

export const askToSignOut: Page = async (x) =>
  page(
    x.c,
    words.signOut,
    html`<p>${words.signOutQuestion}</p>
      ${form('/sign-out', words.signOut)}`,
  )

export const doSignOut: Page = async (x) => {
  const session = await presentSession(x)
  if (session !== undefined) await signOut(x.db, session, session.sessionId, x.context)
  clearSessionCookie(x.c, x.services.publicUrl)
  forgetStepUp(x)
  clearProvedIdentity(x)
  return page(
    x.c,
    words.signOut,
    html`<p role="status">${words.signedOut}</p>
      ${nextLink('/sign-in', words.signIn)}`,
  )
}

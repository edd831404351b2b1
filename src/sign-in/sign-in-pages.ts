/** /sign-in and /sign-out. */
import { pageAddresses, signInPages } from '../kernel/page-address.ts'
import { html } from 'hono/html'
import { readForm } from '../edge/body.ts'
import { secondMs } from '../kernel/time.ts'
import { longestAskedName, writeAskedName } from './ways/asked-name.ts'
import { clearSessionCookie } from '../edge/session-cookie.ts'
import { enter, readDeviceCookie, refusedPage } from './entering.ts'
import { deviceOf, type Exchange, type Page } from './exchange.ts'
import { keepsNoCookies } from './just-entered.ts'
import { namePage } from './ways/name-pages.ts'
import { waysOfName, waysOfPerson } from './ways/offered.ts'
import { form, nextLink, page } from '../pages/page.ts'
import { telling, tellingPart } from '../pages/signing-out.ts'
import { openPage } from './open-page.ts'
import { presentSession } from './present-session.ts'
import { clearProvedIdentity } from './proved-identity.ts'
import type { Session } from '../people/sessions.ts'
import { isEmptyInstallation } from '../credentials/set-up.ts'
import { signIn } from '../credentials/sign-in.ts'
import { signInPath, wayBack, type WayBack } from './sign-in-path.ts'
import { listFrontChannels } from '../tokens/front-channels.sql.ts'
import { signOut } from '../people/sign-out.ts'
import { forgetStepUp } from './step-up.ts'
import { askForCode } from './ways/authenticator-pages.ts'
import { askForNewPassword } from './ways/new-password-pages.ts'
import { waysPage } from './ways/pages.ts'

const emptyPage = (x: Exchange) =>
  page(
    x.c,
    x.words.signIn.emptyTitle,
    html`<p>${x.words.signIn.empty}</p>
      <p>${x.words.signIn.emptyNext}</p>`,
  )

// The person of this session has shown who they are before: they are offered what they have, and
// nothing else.
const showAgain = async (x: Exchange, session: Session, back: WayBack): Promise<Response> => {
  const offered = await waysOfPerson(x, session.personId, '')
  const why = back.returnTo.startsWith(pageAddresses.security) ? x.words.signIn.stepUp : undefined
  if (offered === undefined) return namePage(x, { back })
  return waysPage(x, { offered, back, path: '/sign-in', first: x.c.req.query('way'), why })
}

// Where nobody could come in whatever they typed, they are told so before.
const obstaclePage = async (x: Exchange, back: WayBack): Promise<Response | undefined> => {
  if (await isEmptyInstallation(x.db)) return emptyPage(x)
  return keepsNoCookies(x) ? namePage(x, { back, problem: x.words.signIn.cookiesOff }) : undefined
}

export const showSignIn: Page = async (x) => {
  const back = wayBack(x)
  const session = await presentSession(x)
  const { name, address, another } = x.c.req.query()
  const obstacle = session === undefined ? await obstaclePage(x, back) : undefined
  if (obstacle !== undefined) return obstacle
  // An application may want people to sign in again although they are signed in.
  if (session !== undefined && !back.again) return x.c.redirect(back.returnTo, 303)
  // An application, or a link of an organization, has said who is meant: who does not fit can still
  // type another name.
  if (name !== undefined && name.trim() !== '')
    return (await waysOfName(x, nameIn(name))).ways.length > 0
      ? toWays(x, back, name)
      : namePage(x, { back, name })
  if (session !== undefined && another === undefined) return showAgain(x, session, back)
  return namePage(x, { back, name: address })
}

const nameIn = (typed: string): string => typed.trim().slice(0, longestAskedName)

// The way on goes by another page, so that going back, loading again and a bookmark send no form
// twice.
const toWays = (x: Exchange, back: WayBack, typed: string): Response => {
  writeAskedName(x, nameIn(typed))
  return x.c.redirect(signInPath(signInPages.ways, back), 303)
}

const refuseTry = async (
  x: Exchange,
  back: WayBack,
  name: string,
  refused: { problem: string; status: 401 | 429 },
): Promise<Response> => {
  const asked = nameIn(name)
  writeAskedName(x, asked)
  return waysPage(x, {
    offered: await waysOfName(x, asked),
    back,
    path: signInPages.ways,
    first: 'password',
    ...refused,
  })
}

export const doSignIn: Page = async (x) => {
  const { name = '', password } = await readForm(x.c)
  const back = wayBack(x)
  if (password === undefined) return toWays(x, back, name)
  const credentials = { userPrincipalName: name, password, deviceCookie: readDeviceCookie(x) }
  const result = await signIn(x.db, credentials, deviceOf(x), x.context)
  if (result.outcome === 'signedIn') return enter(x, result, back.returnTo)
  if (result.outcome === 'codeNeeded') return askForCode(x, result.account, back.returnTo, true)
  if (result.outcome === 'newPasswordNeeded') return askForNewPassword(x, result, back.returnTo)
  if (result.outcome === 'wrong')
    return refuseTry(x, back, name, { problem: x.words.signIn.wrong, status: 401 })
  if (result.outcome === 'throttled') {
    const seconds = Math.ceil(result.retryAfterMs / secondMs)
    x.c.header('retry-after', String(seconds))
    return refuseTry(x, back, name, { problem: x.words.signIn.throttled(seconds), status: 429 })
  }
  return refusedPage(x, result.outcome, result.account)
}

export const askToSignOut: Page = async (x) =>
  openPage(x, {
    title: x.words.signIn.signOut,
    content: html`<div class="card form">
      <p>${x.words.signIn.signOutQuestion}</p>
      ${form('/sign-out', x.words.signIn.signOut)}
    </div>`,
  })

export const doSignOut: Page = async (x) => {
  const session = await presentSession(x)
  const told =
    session === undefined
      ? { told: [], untold: [] }
      : await listFrontChannels(x.db, x.services.publicUrl, session.sessionId)
  if (session !== undefined) await signOut(x.db, session, session.sessionId, x.context)
  clearSessionCookie(x.c, x.services.publicUrl)
  forgetStepUp(x)
  clearProvedIdentity(x)
  const shown = await openPage(x, {
    title: x.words.signIn.signOut,
    content: html`<div class="card form">
      <p class="told" role="status" tabindex="-1" autofocus>${x.words.signIn.signedOut}</p>
      ${told.told.length === 0 ? '' : tellingPart(x.words, told)}
      ${nextLink('/sign-in', x.words.signIn.signIn)}
    </div>`,
  })
  return told.told.length === 0 ? shown : telling(x.c, shown, told)
}

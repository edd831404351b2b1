/**
 * What every way of signing in ends with: the cookies of a session, or the page that says why there
 * is none.
 */
import { pageAddresses } from '../kernel/page-address.ts'
import { html } from 'hono/html'
import { forgetAskedName } from './ways/asked-name.ts'
import { readCookie, writeRemembered } from '../edge/cookie.ts'
import { readSessionCookie, writeSessionCookie } from '../edge/session-cookie.ts'
import type { Exchange } from './exchange.ts'
import { noteEntered } from './just-entered.ts'
import { nextLink, page, type Html } from '../pages/page.ts'
import type { ProvedIdentity } from '../people/proved-identity.ts'
import { clearProvedIdentity, writeProvedIdentity } from './proved-identity.ts'
import {
  endReplacedSession,
  findSession,
  sessionLifetimeMs,
  type Session,
} from '../people/sessions.ts'
import { signOut } from '../people/sign-out.ts'
import type { LocalAccount } from '../credentials/account.sql.ts'
import { noteStepUp } from './step-up.ts'

const deviceCookie = { name: 'guesthouse_device', path: '/sign-in' }

/** The cookie by which this browser shows that it has signed in before. */
export const readDeviceCookie = (x: Exchange): string | undefined => readCookie(x.c, deviceCookie)

type Entered = {
  readonly token: string
  readonly deviceCookie?: string
}

// Whoever else was signed in in this browser before is so no longer: nothing that was given to them
// may be taken for the new session's. Of the same person nothing is left to end: their session is
// the one that was renewed, or was over.
const endBefore = async (x: Exchange, token: string, now: Session | undefined): Promise<void> => {
  const before = await findSession(x.db, token, x.now)
  if (before !== undefined && before.personId !== now?.personId)
    await signOut(x.db, before, before.sessionId, x.context)
  else await endReplacedSession(x.db, token)
}

/**
 * Hands the browser its session, in the place of one that it had before, and sends it where it was
 * going. Whatever was proved in this browser before is forgotten; `proved`, which opened this
 * session, is of use to it and to no other (K17).
 */
export const enter = async (
  x: Exchange,
  opened: Entered,
  returnTo: string,
  proved?: ProvedIdentity,
): Promise<Response> => {
  const { publicUrl } = x.services
  const before = readSessionCookie(x.c, publicUrl)
  const session = await findSession(x.db, opened.token, x.now)
  if (before !== undefined) await endBefore(x, before, session)
  writeSessionCookie(x.c, publicUrl, opened.token, sessionLifetimeMs)
  forgetAskedName(x)
  noteEntered(x)
  if (session !== undefined) noteStepUp(x, session.sessionId)
  if (session === undefined || proved === undefined) clearProvedIdentity(x)
  else await writeProvedIdentity(x, proved, session.sessionId)
  if (opened.deviceCookie !== undefined)
    writeRemembered(x.c, publicUrl, deviceCookie, opened.deviceCookie)
  return x.c.redirect(returnTo, 303)
}

const writeTo = ({ words }: Exchange, address: string): Html =>
  html`<p><a href="mailto:${address}">${words.signIn.writeTo(address)}</a></p>`

// Nobody of a closed home gets the copy by signing in, and no mailbox of theirs was ever proved.
const ofData = (x: Exchange, privacyContact: string | null): Html | string =>
  privacyContact === null
    ? ''
    : html`<p>${x.words.signIn.closedData}</p>
        ${writeTo(x, privacyContact)}`

/**
 * The page for somebody who proved who they are, and whose account is not to be used (R28, R47).
 */
export const refusedPage = (
  x: Exchange,
  why: 'disabledAtHome' | 'organizationClosed',
  { organizationName, technicalContact, privacyContact }: LocalAccount,
): Response | Promise<Response> => {
  const contact = technicalContact === null ? '' : writeTo(x, technicalContact)
  const content =
    why === 'disabledAtHome'
      ? html`<p>${x.words.signIn.disabled(organizationName)}</p>
          <p>${x.words.signIn.disabledNext(organizationName)}</p>
          ${contact}`
      : html`<p>${x.words.signIn.closed(organizationName)}</p>
          ${contact} ${ofData(x, privacyContact)}`
  return page(
    x.c,
    why === 'disabledAtHome' ? x.words.signIn.disabledTitle : organizationName,
    html`${content}
      <p>
        ${x.words.signIn.askRemovalHint}
        <a href="${pageAddresses.askByAddress}">${x.words.removal.title}</a>
      </p>
      ${nextLink('/sign-in', x.words.signIn.back)}`,
    403,
  )
}

/**
 * Where somebody goes who has just proved an identity: in, or to the page that says what comes
 * next.
 */
import { pageAddresses, signInBy } from '../kernel/page-address.ts'
import { isLinkPath } from '../kernel/one-time-link.ts'
import { html } from 'hono/html'
import { enter, readDeviceCookie, refusedPage } from './entering.ts'
import { deviceOf, type Exchange } from './exchange.ts'
import {
  signInWithIdentity,
  type IdentitySignInResult,
} from '../credentials/sign-in-by-identity.ts'
import { nextLink, page } from '../pages/page.ts'
import { presentSessionId } from './present-session.ts'
import type { ProvedIdentity } from '../people/proved-identity.ts'
import { writeProvedIdentity } from './proved-identity.ts'
import { findProvidersOfGuest, type Provider } from '../credentials/provider/provider.sql.ts'
import type { SignInMethod } from '../wire/account-access.ts'
import { askForCode } from './ways/authenticator-pages.ts'

/** A path behind an invitation's link. What was proved is of use there, whoever it belongs to. */
const isInvitation = (path: string): boolean => isLinkPath('invitation', path)
/**
 * Where somebody who cannot sign in asks to be removed or restored: the address is what counts
 * there, whatever has become of the account.
 */
const isRemoval = (path: string): boolean => path === pageAddresses.askByAddress

const notTrustedPage = (x: Exchange) =>
  page(
    x.c,
    x.words.ways.refusedTitle,
    html`<p>${x.words.ways.notTrusted}</p>
      ${nextLink('/sign-in', x.words.ways.back)}`,
    403,
  )

const unknownPage = (x: Exchange, said: string) =>
  page(
    x.c,
    x.words.ways.unknownTitle,
    html`<p>${said}</p>
      <p>${x.words.ways.unknownNext}</p>
      <p>
        ${x.words.ways.unknownGuest}
        <a href="${pageAddresses.askByAddress}">${x.words.removal.title}</a>
      </p>
      ${nextLink('/sign-in', x.words.ways.back)}`,
    403,
  )

const waysPage = (x: Exchange, address: string, providers: readonly Provider[], returnTo: string) =>
  page(
    x.c,
    x.words.ways.waysTitle,
    html`<p>${x.words.ways.ways(address)}</p>
      <ul>
        ${providers.map(({ id, displayName, issuer }) => {
          const path = signInBy('provider', returnTo, { provider: id })
          return html`<li>
            <a href="${path}">${x.words.ways.use(displayName, new URL(issuer).host)}</a>
          </li>`
        })}
      </ul>
      ${nextLink('/sign-in', x.words.ways.back)}`,
    403,
  )

const homeGonePage = (x: Exchange) =>
  page(
    x.c,
    x.words.ways.homeGoneTitle,
    html`<p>${x.words.ways.homeGone}</p>
      <p>
        ${x.words.ways.homeGoneNext}
        <a href="${pageAddresses.askByAddress}">${x.words.removal.title}</a>
      </p>
      ${nextLink('/sign-in', x.words.ways.back)}`,
    403,
  )

type StoppedAtHome = Exclude<
  IdentitySignInResult,
  { outcome: 'signedIn' | 'unknown' | 'notTrusted' }
>

const stoppedPage = (x: Exchange, result: StoppedAtHome, returnTo: string) => {
  if (result.outcome === 'homeGone') return homeGonePage(x)
  if (result.outcome === 'codeNeeded') return askForCode(x, result.account, returnTo, false)
  return refusedPage(x, result.outcome, result.account)
}

/**
 * Opens the session of the person behind `identity`. An identity of nobody is remembered in this
 * browser for an invitation; `unknownWords` says so.
 */
export const enterWithIdentity = async (
  x: Exchange,
  identity: ProvedIdentity,
  {
    method,
    returnTo,
    unknownWords,
  }: { method: SignInMethod; returnTo: string; unknownWords: string },
): Promise<Response> => {
  const entry = { device: deviceOf(x), deviceCookie: readDeviceCookie(x), method }
  const result = await signInWithIdentity(x.db, identity, entry, x.context)
  if (result.outcome === 'notTrusted') return notTrustedPage(x)
  if (isRemoval(returnTo) && result.outcome !== 'signedIn') {
    await writeProvedIdentity(x, identity, await presentSessionId(x))
    return x.c.redirect(returnTo, 303)
  }
  if (result.outcome === 'signedIn')
    return enter(
      x,
      result,
      returnTo,
      isInvitation(returnTo) || isRemoval(returnTo) ? identity : undefined,
    )
  if (result.outcome !== 'unknown') return stoppedPage(x, result, returnTo)
  await writeProvedIdentity(x, identity, await presentSessionId(x))
  return isInvitation(returnTo)
    ? x.c.redirect(returnTo, 303)
    : nobodysPage(x, identity, returnTo, unknownWords)
}

// Who has proved an address is shown how its guest signs in; nobody else is told (U9).
const nobodysPage = async (
  x: Exchange,
  { provider, verifiedEmail }: ProvedIdentity,
  returnTo: string,
  unknownWords: string,
): Promise<Response> => {
  if (provider !== undefined || verifiedEmail === undefined) return unknownPage(x, unknownWords)
  const known = await findProvidersOfGuest(x.db, verifiedEmail)
  return known.length === 0
    ? unknownPage(x, unknownWords)
    : waysPage(x, verifiedEmail, known, returnTo)
}

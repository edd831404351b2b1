/**
 * Signing on in the browser: silently while somebody is signed in, otherwise by leaving the page
 * and coming back to it.
 */
import { accountClient } from '../../src/client/account.ts'
import type { Fetch } from '../../src/client/problem.ts'
import {
  beginSignOn,
  callbackOf,
  finishSignOn,
  signOnSilently,
  type Pending,
  type SignOnBrowser,
  type Wish,
} from '../../src/client/sign-on.ts'
import { tokenSource, withToken, type TokenSource } from '../../src/client/token-source.ts'
import { peopleIssuerId, type OwnApp } from '../../src/wire/sign-on.ts'

const webFetch: Fetch = (input, init) => fetch(input, init)

/** The same; what is answered for people is asked for in the language of this page. */
const speakingFetch: Fetch = (input, init) =>
  fetch(input, {
    ...init,
    headers: {
      ...(init?.headers as Record<string, string> | undefined),
      'accept-language': document.documentElement.lang,
    },
  })

const browser: SignOnBrowser = {
  origin: location.origin,
  fetch: webFetch,
  visit: async (url) => {
    const response = await fetch(url, { headers: { accept: 'text/html' } })
    // Read to its end, or the browser keeps the connection for it.
    await response.text()
    return response
  },
}

const storageKey = 'guesthouse-sign-on'
type Kept = { readonly pending: Pending; readonly returnTo: string }

const sources = new Map<string, TokenSource>()

const sourceFor = (wish: Wish): TokenSource => {
  const known = sources.get(wish.issuerId)
  if (known !== undefined) return known
  const made = tokenSource(
    async () => (await signOnSilently(browser, wish)) ?? leaveToSignOn(wish),
    startAnew,
  )
  sources.set(wish.issuerId, made)
  return made
}

// The page shows one person's things and would act as another.
const startAnew = (): Promise<never> => {
  location.reload()
  return new Promise<never>(() => {})
}

// The page is left, so nothing waits for this.
const leaveToSignOn = (wish: Wish): Promise<never> => {
  const { url, pending } = beginSignOn(browser.origin, wish)
  sessionStorage.setItem(
    storageKey,
    JSON.stringify({ pending, returnTo: location.pathname + location.search } satisfies Kept),
  )
  location.assign(url)
  return new Promise<never>(() => {})
}

const peopleWish = (app: OwnApp): Wish => ({
  app,
  issuerId: peopleIssuerId,
  scope: 'Account.ReadWrite',
})

/** The account API for whoever is signed in. */
export const signedInAccount = (app: OwnApp) =>
  accountClient(withToken(speakingFetch, sourceFor(peopleWish(app))))

/** `fetch` for the directory API of one organization. */
export const directoryFetch = (organizationId: string): Fetch =>
  withToken(
    webFetch,
    sourceFor({ app: 'admin', issuerId: organizationId, scope: 'Directory.AccessAsUser.All' }),
  )

/**
 * Takes the provider's answer, where this page was opened by one, and goes back to where the person
 * was. Elsewhere it does nothing.
 */
export const finishSigningOn = async (app: OwnApp): Promise<void> => {
  if (location.origin + location.pathname !== callbackOf(location.origin, app)) return
  const answer = new URL(location.href)
  const kept = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null') as Kept | null
  sessionStorage.removeItem(storageKey)
  // Whoever said no over there, or came by somebody else's link, starts at their own organizations.
  const token =
    kept === null
      ? undefined
      : await finishSignOn(browser, answer, kept.pending).catch(() => undefined)
  if (kept === null || token === undefined) {
    location.replace('/')
    return new Promise<never>(() => {})
  }
  sourceFor(kept.pending).keep(token)
  history.replaceState(null, '', kept.returnTo)
}

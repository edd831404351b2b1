/**
 * Requests that are answered without a page, for whoever is signed in, also where they have not
 * been in this organization: those that may show nothing (`prompt=none`), and those at which our
 * page would ask nothing and only lead back.
 */
import { aroundOf } from '../../edge/request.ts'
import { readSessionCookie } from '../../edge/session-cookie.ts'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { secondMs } from '../../kernel/time.ts'
import { findSession, type Session } from '../../people/sessions.ts'
import { openTenantSession } from '../../people/tenant-sessions.ts'
import { isOfPeople, isOwnApp } from '../../tokens/own-applications.ts'
import { stateOf, type RequestState, type Standing } from '../request-state.ts'
import { mustChoose, mustSignInAgain } from './choosing.ts'
import { factorsOf, levelOf, satisfied, wantedIn } from './factors.ts'

/** The browser session of the library; not whole among its types. */
type BrowserSession = {
  readonly accountId?: string
  readonly new?: boolean
  readonly loginAccount: (details: object) => void
  readonly resetIdentifier: () => void
}

const sessionOf = ({ c, services, standing }: RequestState): Promise<Session | undefined> =>
  standing === undefined
    ? findSession(services.db, readSessionCookie(c, services.publicUrl), c.get('now'))
    : Promise.resolve(standing.session)

const enter = async (
  { c, services: { db }, tenantId }: RequestState,
  session: Session,
): Promise<Standing | undefined> => {
  if (isOfPeople(tenantId) || !session.homeEnabled) return undefined
  const door = await openTenantSession(db, session, tenantId, aroundOf(c))
  return door && { accountId: door.userId, session }
}

const openDoor = async (state: RequestState): Promise<Standing | undefined> => {
  const session = await sessionOf(state)
  return session && enter(state, session)
}

/**
 * Signs somebody in to a request that needs no page for that, as the page would have. Called when
 * application and address are found right.
 */
export const openSilently = async (ctx: KoaContextWithOIDC): Promise<void> => {
  const { route, prompts } = ctx.oidc
  if (route !== 'authorization') return
  const state = stateOf(ctx)
  if (!prompts.has('none')) return openWithoutAsking(ctx, state)
  state.standing ??= await openDoor(state)
  if (state.standing !== undefined) signIn(ctx, state.standing)
}

const browserSession = ({ oidc }: KoaContextWithOIDC): BrowserSession | undefined =>
  oidc.session as unknown as BrowserSession | undefined

const signIn = (ctx: KoaContextWithOIDC, { accountId, session }: Standing): void => {
  const browser = browserSession(ctx)
  if (browser === undefined || browser.accountId === accountId) return
  const loginTs = Math.floor(session.authenticatedAt.getTime() / secondMs)
  browser.loginAccount({ accountId, loginTs, ...factorsOf(session.method) })
  // As after a page: whoever knew the session of before knows none of somebody.
  if (browser.new !== true) browser.resetIdentifier()
}

const openWithoutAsking = async (ctx: KoaContextWithOIDC, state: RequestState): Promise<void> => {
  if (browserSession(ctx)?.accountId !== undefined || !mayGoOn(ctx, state)) return
  const session = await sessionOf(state)
  if (session === undefined || (await asksFor(ctx, state, session))) return
  const standing = await standingAs(state, session)
  if (standing === undefined) return
  state.standing = standing
  state.isMeant = true
  signIn(ctx, standing)
}

/**
 * Whether a request wishes no page by itself, means nobody in particular, and comes from where it
 * may be led on to the application. A form of ours holds a browser to our own origin.
 */
const mayGoOn = ({ oidc }: KoaContextWithOIDC, { c }: RequestState): boolean => {
  const { params, prompts, client, entities } = oidc
  const isLed = c.req.header('sec-fetch-site') !== 'same-origin' || isOwnApp(client?.clientId ?? '')
  const isOfSomebody =
    params?.['id_token_hint'] !== undefined ||
    (entities as { readonly IdTokenHint?: unknown }).IdTokenHint !== undefined ||
    namesSubject(params?.['claims'])
  return prompts.size === 0 && isLed && !isOfSomebody
}

// The library has read it, and found an object of objects.
const namesSubject = (claims: unknown): boolean =>
  typeof claims === 'string' &&
  (JSON.parse(claims) as { id_token?: { sub?: unknown } }).id_token?.sub !== undefined

/** Whether our page would stop: for another person, a newer sign-in, or more factors. */
const asksFor = async (
  { oidc }: KoaContextWithOIDC,
  { services, c }: RequestState,
  session: Session,
): Promise<boolean> => {
  const params = (oidc.params ?? {}) as Readonly<Record<string, unknown>>
  const { values } = wantedIn(params)
  if (values.length > 0 && satisfied(values, levelOf(session.method)) === undefined) return true
  if (mustSignInAgain(params, session, c.get('now'))) return true
  return mustChoose(services.db, params, session)
}

// A door that stands open was judged when it was opened; who has signed in by a provider for guests
// since then is judged anew, as trust is the organization's.
const standingAs = async (state: RequestState, session: Session): Promise<Standing | undefined> =>
  state.standing !== undefined && (isOfPeople(state.tenantId) || !session.isByGuestProvider)
    ? state.standing
    : enter(state, session)

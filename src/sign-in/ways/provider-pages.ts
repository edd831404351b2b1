/** /sign-in/provider: to an external provider and back. */
import { signInAndReturn, signInBy, signInPages } from '../../kernel/page-address.ts'
import { html } from 'hono/html'
import { z } from 'zod'
import type { Route } from '../../edge/routes.ts'
import { readForm } from '../../edge/body.ts'
import { budgetOf } from '../../edge/budget.ts'
import { longestDomain } from '../../kernel/domain.ts'
import { isUuid } from '../../kernel/ids.ts'
import { networkOf } from '../../kernel/network.ts'
import { Overloaded } from '../../kernel/overloaded.ts'
import { domainOfName } from '../../kernel/principal-name.ts'
import { minuteMs, plus } from '../../kernel/time.ts'
import { newToken } from '../../store/token.ts'
import { readAskedName } from './asked-name.ts'
import type { Exchange, Page, Permission } from '../exchange.ts'
import { enterWithIdentity } from '../identity-entering.ts'
import { lastProvider, noteLastProvider } from './last-provider.ts'
import { alert, field, form, nextLink, page } from '../../pages/page.ts'
import { beginAtProvider, finishAtProvider } from '../../credentials/provider/client.ts'
import {
  findProvidersAt,
  findTrustedProvider,
  isAnswerTaken,
  takeAnswer,
  type Provider,
} from '../../credentials/provider/provider.sql.ts'
import { presentSessionId } from '../present-session.ts'
import { returnPath } from '../return-path.ts'
import { clearSealedCookie, readSealedCookie, writeSealedCookie } from '../../edge/sealed-cookie.ts'

const flowCookie = 'guesthouse_flow'
const flowLifetimeMs = 15 * minuteMs
const flowShape = z.strictObject({
  id: z.string(),
  providerId: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  /** The session that it was begun in; null while nobody was signed in. */
  session: z.uuid().nullable(),
})
/** A longer way back would not fit into the cookie. */
const maxReturn = 1_024

/** A longer name of anything is none. */
const longestName = 1_024

const returnOf = (x: Exchange): string => {
  const path = returnPath(x.c.req.query('return'))
  return path.length > maxReturn ? '/' : path
}
const startPath = ({ id }: Provider, x: Exchange): string =>
  signInBy('provider', returnOf(x), { provider: id })
const domainOf = (name: string): string =>
  domainOfName(name.slice(-longestName)).slice(0, longestDomain)
const hostOf = ({ issuer }: Provider): string => new URL(issuer).host
const backLink = (x: Exchange) =>
  html`<p class="quiet">
    <a href="${signInAndReturn(returnOf(x))}">${x.words.ways.back}</a>
  </p>`

const proveLink = (x: Exchange, name: string) =>
  nextLink(
    signInBy('code', returnOf(x), { address: name.trim().slice(0, 320) }),
    x.words.ways.proveFirst,
  )

type Asked = {
  readonly name?: string
  /** What is wrong with the name. */
  readonly wrong?: string
  /** What went wrong beside it. */
  readonly problem?: string
  readonly status?: 200 | 403 | 404
}

const askPage = async (x: Exchange, { name, wrong, problem, status = 200 }: Asked = {}) => {
  const last = await lastProvider(x)
  return page(
    x.c,
    x.words.ways.providerTitle,
    html`${problem === undefined ? '' : alert(problem)}
    ${last === undefined ? '' : nextLink(startPath(last, x), x.words.ways.again(last.displayName))}
    ${form(
      signInBy('provider', returnOf(x)),
      x.words.ways.find,
      field({
        name: 'name',
        label: x.words.ways.providerName,
        hint: x.words.ways.providerNameHint,
        autocomplete: 'username',
        value: name?.slice(0, 320),
        autofocus: true,
        error: wrong,
      }),
    )}
    ${wrong !== undefined && name?.includes('@') === true ? proveLink(x, name) : ''} ${backLink(x)}`,
    status,
  )
}

const unknownPage = (x: Exchange, name: string) =>
  askPage(x, { name, wrong: x.words.ways.noProvider(domainOf(name)), status: 404 })

const choicePage = (x: Exchange, domain: string, providers: readonly Provider[]) =>
  page(
    x.c,
    x.words.ways.whichTitle,
    html`<p>${x.words.ways.which(domain)}</p>
      <ul>
        ${providers.map((one) => html`<li><a href="${startPath(one, x)}">${x.words.ways.use(one.displayName, hostOf(one))}</a></li>`)}
      </ul>
      ${backLink(x)}`,
  )

const failedPage = (
  x: Exchange,
  provider: Provider,
  outcome: 'refused' | 'unavailable' | 'stopped',
) =>
  page(
    x.c,
    x.words.ways.refusedTitle,
    html`${alert(x.words.ways[outcome](provider.displayName))}
      <p class="quiet"><a href="${startPath(provider, x)}">${x.words.ways.startAgain}</a></p>
      ${backLink(x)}`,
    // A provider that is away is no fault of the browser's; one that says something untrue is
    // refused.
    outcome === 'refused' ? 403 : 400,
  )

/**
 * Sends the browser to the provider. What has to come back is sealed in a cookie of this browser.
 */
const start = async (
  x: Exchange,
  provider: Provider,
  hint: string | undefined,
): Promise<Response> => {
  const session = await presentSessionId(x)
  // Who is signed in comes here to show again who they are, or to be somebody else: going through
  // unasked would be neither.
  const begun = await beginAtProvider(x.services, provider, { hint, again: session !== null })
  if (begun.outcome !== 'ready') {
    noteFailure(x, provider, begun.code)
    return failedPage(x, provider, begun.outcome)
  }
  const flow = {
    ...begun.expected,
    id: newToken().token,
    providerId: provider.id,
    returnTo: returnOf(x),
    session,
  }
  writeSealedCookie(x, flowCookie, flow, flowLifetimeMs)
  return x.c.redirect(begun.url.href, 303)
}

const noteFailure = (x: Exchange, { id }: Provider, code: string): void =>
  x.services.log.warn(
    { requestId: x.context.correlationId, providerId: id, code },
    'provider sign-in failed',
  )

// The name that was typed here is told to the provider that is the home of its domain, and to no
// other.
const nameThere = (x: Exchange, { domains }: Provider): string | undefined => {
  const name = readAskedName(x)
  return name?.includes('@') === true && domains?.includes(domainOf(name)) === true
    ? name
    : undefined
}

// The address of an invitation comes along, and nobody has typed it: nothing is wrong with it.
const nonePage = (x: Exchange, typed: string | undefined, given: string) =>
  typed === undefined ? askPage(x) : unknownPage(x, given)

const showProvider: Page = async (x) => {
  const { provider: id, name, address } = x.c.req.query()
  if (id !== undefined) {
    const provider = isUuid(id) ? await findTrustedProvider(x.db, id) : undefined
    return provider === undefined
      ? askPage(x, { problem: x.words.ways.notTrusted, status: 404 })
      : start(x, provider, nameThere(x, provider))
  }
  const given = name ?? address
  if (given === undefined || given.trim() === '') return askPage(x)
  const providers = await findProvidersAt(x.db, domainOf(given))
  const [first] = providers
  if (first === undefined) return nonePage(x, name, given)
  return first.domains === null
    ? choicePage(x, domainOf(given), providers)
    : start(x, first, given.includes('@') ? given.trim() : undefined)
}

// A form may only lead to pages of ours, so the answer to it is a page that goes on by itself.
const findByName: Page = async (x) => {
  const { name = '' } = await readForm(x.c)
  const providers = await findProvidersAt(x.db, domainOf(name))
  const [first] = providers
  if (first === undefined) return unknownPage(x, name)
  if (first.domains === null) return choicePage(x, domainOf(name), providers)
  const next = startPath(first, x)
  x.c.header('refresh', `0; url=${next}`)
  return page(
    x.c,
    x.words.ways.providerTitle,
    html`<p role="status">${x.words.ways.onTheWay(first.displayName)}</p>
      ${nextLink(next, x.words.ways.goTo(first.displayName))}`,
  )
}

/**
 * Answers that prove nothing make this server ask the provider: so many from one network, and then
 * it has to wait (K20).
 */
const failures = budgetOf({ burst: 30, perSecond: 0.5 })

const overPage = (x: Exchange) =>
  page(
    x.c,
    x.words.ways.flowOverTitle,
    html`<p>${x.words.ways.flowOver}</p>
      ${nextLink(signInPages.provider, x.words.ways.startAgain)}`,
    400,
  )

/** Asks a provider, as long as the network has not failed too often at that. */
const finishWithinShare = async <T extends { readonly outcome: string }>(
  x: Exchange,
  finish: () => Promise<T>,
): Promise<T> => {
  const address = x.c.get('address')
  if (address === null) return finish()
  const network = networkOf(address)
  if (failures.isSpent(network, x.now)) throw new Overloaded('Signing in at providers', 10)
  const finished = await finish()
  if (finished.outcome !== 'proved') failures.spend(network, x.now)
  return finished
}

const takeUp: Page = async (x) => {
  const flow = readSealedCookie(x, flowCookie, flowShape)
  const { search } = new URL(x.c.req.url)
  // Another site may send the browser here with anything; that does not end a sign-in that is under
  // way.
  if (flow === undefined || search.length > 8_192 || x.c.req.query('state') !== flow.state)
    return overPage(x)
  clearSealedCookie(x, flowCookie)
  // Somebody has signed in or out here since it began: the answer is not for them (K17).
  if (flow.session !== (await presentSessionId(x))) return overPage(x)
  // Asked again: it may have lost its trust since the flow began.
  const provider = await findTrustedProvider(x.db, flow.providerId)
  if (provider === undefined) return askPage(x, { problem: x.words.ways.notTrusted, status: 403 })
  if (await isAnswerTaken(x.db, flow.id)) return overPage(x)
  const finished = await finishWithinShare(x, () =>
    finishAtProvider(x.services, provider, search, flow),
  )
  if (finished.outcome !== 'proved') {
    noteFailure(x, provider, finished.code)
    return failedPage(x, provider, finished.outcome)
  }
  // Taken once, also when two tabs bring it at the same moment. What proves nothing leaves no row.
  if (!(await takeAnswer(x.db, flow.id, plus(x.now, flowLifetimeMs)))) return overPage(x)
  noteLastProvider(x, provider)
  const unknownWords = x.words.ways.unknownIdentity(provider.displayName)
  return enterWithIdentity(x, finished.identity, {
    method: 'provider',
    returnTo: returnPath(flow.returnTo),
    unknownWords,
  })
}

export const providerRoutes: readonly Route<Permission, Page>[] = [
  { method: 'GET', path: signInPages.provider, permission: 'anyone', handler: showProvider },
  { method: 'POST', path: signInPages.provider, permission: 'anyone', handler: findByName },
  { method: 'GET', path: signInPages.providerCallback, permission: 'anyone', handler: takeUp },
]

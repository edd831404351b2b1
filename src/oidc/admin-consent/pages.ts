/**
 * The page of an administrator's consent, as Entra has it: what an application asks for, by whom it
 * is published, and the answer to the application.
 */
import { html } from 'hono/html'
import type { GraphRole, GraphScope } from '../../access/graph-scopes.ts'
import { consentForAll } from '../../directory/applications/foreign/consent.ts'
import { readOrganization } from '../../directory/organization.sql.ts'
import { readForm } from '../../edge/body.ts'
import { aroundOf } from '../../edge/request.ts'
import { readSessionCookie } from '../../edge/session-cookie.ts'
import { byUser } from '../../events/context.ts'
import { signInAndReturn } from '../../kernel/page-address.ts'
import { page, type Html } from '../../pages/page.ts'
import { wordsOf } from '../../pages/reader.ts'
import { findSession } from '../../people/sessions.ts'
import {
  findTenantSessionOf,
  openTenantSession,
  type TenantSession,
} from '../../people/tenant-sessions.ts'
import { goOnPage } from '../go-on-page.ts'
import type { Exchange } from '../exchange.ts'
import { addressAgain } from './again.ts'
import { consentRequest, digestOf, givesAll, type ConsentRequest } from './asked.ts'

type Shown = Response | Promise<Response>

const cannot = ({ c }: Exchange, why: string, next: Html | string = ''): Shown =>
  page(
    c,
    wordsOf(c).consent.admin.cannotTitle,
    html`<p>${why}</p>
      ${next}`,
    403,
  )

const mayNot = (x: Exchange, organization: string): Shown => {
  const { consent } = wordsOf(x.c)
  const another = signInAndReturn(addressAgain(x.c.req.url), true, { another: '1' })
  return cannot(
    x,
    consent.admin.mayNot(organization),
    html`<p><a href="${another}">${consent.another}</a></p>`,
  )
}

/** Who is at the browser, in the organization; else where they are sent, or why they cannot. */
const administrator = async (x: Exchange): Promise<TenantSession | Response> => {
  const { c, services, tenantId } = x
  const session = await findSession(
    services.db,
    readSessionCookie(c, services.publicUrl),
    c.get('now'),
  )
  if (session === undefined) return c.redirect(signInAndReturn(addressAgain(c.req.url)), 303)
  const { displayName, state } = await readOrganization(services.db, tenantId)
  if (state !== 'active' || !session.homeEnabled) return mayNot(x, displayName)
  await openTenantSession(services.db, session, tenantId, aroundOf(c))
  const found = await findTenantSessionOf(services.db, session, tenantId, c.get('now'))
  return found ?? mayNot(x, displayName)
}

type Ready = { readonly who: TenantSession; readonly request: ConsentRequest; readonly at: string }

// The request is judged first: a stranger learns nothing by it, and an administrator is led nowhere
// that the application has not named.
const ready = async (x: Exchange): Promise<Ready | Response> => {
  const { c, services, tenantId } = x
  const who = await administrator(x)
  if (who instanceof Response) return who
  const request = await consentRequest(x)
  if (request === undefined) return cannot(x, wordsOf(c).consent.admin.unknown)
  const { displayName: at } = await readOrganization(services.db, tenantId)
  if (request.unknown.length > 0)
    return answer(x, request, {
      error: 'invalid_scope',
      error_description: request.unknown.join(' '),
    })
  return givesAll(who.roles, request.wanted) ? { who, request, at } : mayNot(x, at)
}

const answer = (
  { c }: Exchange,
  { redirectUri, state }: ConsentRequest,
  parameters: Readonly<Record<string, string>>,
): Promise<Response> => {
  const target = new URL(redirectUri)
  for (const [name, value] of Object.entries(parameters)) target.searchParams.set(name, value)
  if (state !== undefined) target.searchParams.set('state', state)
  return goOnPage(c, target.href)
}

const listed = (lead: string, items: readonly string[]): Html | string =>
  items.length === 0
    ? ''
    : html`<p>${lead}</p>
        <ul>
          ${items.map((one) => html`<li>${one}</li>`)}
        </ul>`

const lists = ({ c }: Exchange, { wanted }: ConsentRequest, at: string): Html => {
  const { consent } = wordsOf(c)
  const words = consent.admin
  const ofEach: Readonly<Record<string, string>> = words.ofEach
  const scope = (one: GraphScope) => ofEach[one] ?? consent.permissions[one]
  const ofRole = {
    'Group.Create': words.createGroups,
    'Application.ReadWrite.OwnedBy': words.ownApplications,
    ...consent.permissions,
  }
  const own = (one: GraphRole) => ofRole[one]
  const resources = [...Map.groupBy(wanted.others, ({ resourceName }) => resourceName)]
  const ofKind = (kind: 'scope' | 'role', say: (resource: string) => string) =>
    resources.map(([resource, all]) =>
      listed(
        say(resource),
        all.flatMap((one) => (one.kind === kind ? [one.words] : [])),
      ),
    )
  const isNothing = wanted.scopes.length + wanted.roles.length + wanted.others.length === 0
  return html`${listed(words.forPeople(at), wanted.scopes.map(scope))}
  ${listed(words.byItself(at), wanted.roles.map(own))} ${ofKind('scope', words.forPeopleAt)}
  ${ofKind('role', words.byItselfAt)} ${isNothing ? html`<p>${words.nothing}</p>` : ''}`
}

/** GET: what is asked for, and by whom. */
export const showAdminConsent = async (x: Exchange): Promise<Response> => {
  const found = await ready(x)
  if (found instanceof Response) return found
  const { request, at } = found
  const { asking, redirectUri } = request
  const { consent } = wordsOf(x.c)
  const words = consent.admin
  const { host, protocol } = new URL(redirectUri)
  const by =
    asking.homeTenantId === x.tenantId
      ? words.ofOwn(asking.displayName, at)
      : consent.foreign(asking.publisher)
  return page(
    x.c,
    words.title(asking.displayName, at),
    html`<p>${by}</p>
      ${lists(x, request, at)}
      <p>${consent.allowGoesTo(host === '' ? protocol : host)}</p>
      <p class="quiet">${words.undo}</p>
      <form method="post">
        <input type="hidden" name="shown" value="${digestOf(request)}" />
        <button type="submit" name="decision" value="accept">${words.accept}</button>
        <button type="submit" name="decision" value="decline" class="secondary">
          ${consent.decline}
        </button>
      </form>`,
  )
}

/** POST: what the administrator decided; given is what was shown. */
export const decideAdminConsent = async (x: Exchange): Promise<Response> => {
  const { decision, shown } = await readForm(x.c)
  const found = await ready(x)
  if (found instanceof Response) return found
  const { who, request } = found
  if (decision === 'decline')
    return answer(x, request, {
      error: 'access_denied',
      error_description: 'The administrator did not consent.',
    })
  if (decision !== 'accept' || shown !== digestOf(request)) return showAdminConsent(x)
  const context = byUser(aroundOf(x.c), who.userId)
  const { services, tenantId } = x
  const given = await consentForAll(services.db, tenantId, request.asking, request.wanted, context)
  // Something of it has gone meanwhile: the page says anew what there is.
  if (given.outcome !== 'given') return showAdminConsent(x)
  return answer(x, request, { admin_consent: 'True', tenant: tenantId })
}

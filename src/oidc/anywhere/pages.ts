/**
 * What is asked before a request goes on at the home of somebody: as whom, and whether an
 * application that is not used there yet is to be.
 */
import { createHash } from 'node:crypto'
import { html } from 'hono/html'
import { beginsForAll } from '../../directory/applications/foreign/start.rule.ts'
import { readOrganization } from '../../directory/organization.sql.ts'
import { signInAndReturn } from '../../kernel/page-address.ts'
import { nextLink, page, type Html } from '../../pages/page.ts'
import { wordsOf } from '../../pages/reader.ts'
import { readMe } from '../../people/me.sql.ts'
import type { Session } from '../../people/sessions.ts'
import type { TenantSession } from '../../people/tenant-sessions.ts'
import { endpoints } from '../endpoints.ts'
import { afterSignIn, authorizeAt, changed, type Anywhere, type SignInRequest } from './request.ts'

type Shown = Response | Promise<Response>

/** Where the forms of these pages go, below the place. */
export const decidePath = `${endpoints.authorization}/decide`

const decideAt = ({ place }: Anywhere, { params }: SignInRequest): string =>
  `/${place}${decidePath}?${params.toString()}`

const back = (x: Anywhere, request: SignInRequest): Html =>
  html`<form method="post" action="${decideAt(x, request)}">
    <button type="submit" name="decision" value="decline" class="secondary">
      ${wordsOf(x.c).consent.back}
    </button>
  </form>`

const toAnother = (x: Anywhere, request: SignInRequest): Html => {
  const name = request.params.get('login_hint') ?? undefined
  const address = signInAndReturn(afterSignIn(x, request), true, { another: '1', name })
  return html`<p><a href="${address}">${wordsOf(x.c).consent.another}</a></p>`
}

/** Asks whether to go on as the one who is signed in. */
export const choicePage = async (
  x: Anywhere,
  request: SignInRequest,
  { personId }: Session,
): Promise<Response> => {
  const { consent } = wordsOf(x.c)
  const me = await readMe(x.services.db, personId)
  const name = me.userPrincipalName ?? me.emailAddress ?? me.mail
  // Named, so that whoever signs in in another window meanwhile is asked again.
  const stay = changed(request, ['select_account'], { login_hint: name })
  const now =
    name === null ? consent.chooseNow(me.displayName) : consent.chooseNowNamed(me.displayName, name)
  return page(
    x.c,
    consent.chooseTitle(request.asking.displayName),
    html`<p>${now}</p>
      ${nextLink(authorizeAt(x.place, stay), consent.chooseStay(me.displayName))}
      ${toAnother(x, request)} ${back(x, request)}`,
  )
}

/** What was shown, and to whom, so that nothing else is begun. */
export const digestOf = (
  { asking: { appId, displayName, publisher }, redirectUri }: SignInRequest,
  { tenantId, userId, roles }: TenantSession,
): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        appId,
        displayName,
        publisher,
        redirectUri,
        beginsForAll(roles),
        tenantId,
        userId,
      ]),
    )
    .digest('base64url')

const publisherOf = (
  { c }: Anywhere,
  { asking }: SignInRequest,
  { tenantId }: TenantSession,
  at: string,
): string =>
  asking.homeTenantId === tenantId
    ? wordsOf(c).consent.admin.ofOwn(asking.displayName, at)
    : wordsOf(c).consent.foreign(asking.publisher)

/** Asks whether an application is to be used in the organization. */
export const startPage = async (
  x: Anywhere,
  request: SignInRequest,
  who: TenantSession,
): Promise<Response> => {
  const { consent } = wordsOf(x.c)
  const { displayName: at } = await readOrganization(x.services.db, who.tenantId)
  const { displayName } = request.asking
  const { host, protocol } = new URL(request.redirectUri)
  const start = beginsForAll(who.roles) ? consent.anywhere.start : consent.anywhere.startForMe
  return page(
    x.c,
    consent.anywhere.startTitle(displayName, at),
    html`<p>${start(displayName, at)}</p>
      <p>${publisherOf(x, request, who, at)}</p>
      <p>${consent.allowGoesTo(host === '' ? protocol : host)}</p>
      <form method="post" action="${decideAt(x, request)}">
        <input type="hidden" name="shown" value="${digestOf(request, who)}" />
        <button type="submit" name="decision" value="accept">${consent.accept}</button>
        <button type="submit" name="decision" value="decline" class="secondary">
          ${consent.decline}
        </button>
      </form>
      ${toAnother(x, request)}`,
  )
}

/** Says that an administrator has to begin it, and where they do. */
export const administratorPage = async (
  x: Anywhere,
  request: SignInRequest,
  who: TenantSession,
): Promise<Response> => {
  const { consent } = wordsOf(x.c)
  const { displayName: at } = await readOrganization(x.services.db, who.tenantId)
  const { appId, displayName } = request.asking
  const asked = new URLSearchParams({ client_id: appId, redirect_uri: request.redirectUri })
  const link = `${x.services.publicUrl}/${who.tenantId}/adminconsent?${asked.toString()}`
  return page(
    x.c,
    consent.anywhere.administratorTitle(displayName),
    html`<p>${consent.anywhere.administrator(displayName, at)}</p>
      <p>${publisherOf(x, request, who, at)}</p>
      <p><a href="${link}">${link}</a></p>
      ${toAnother(x, request)} ${back(x, request)}`,
    403,
  )
}

/** Says why somebody cannot go on as who they are. */
export const cannotPage = (x: Anywhere, request: SignInRequest, why: string): Shown =>
  page(
    x.c,
    wordsOf(x.c).consent.cannotTitle(request.asking.displayName),
    html`<p>${why}</p>
      ${nextLink('/', wordsOf(x.c).consent.portal)} ${toAnother(x, request)} ${back(x, request)}`,
    403,
  )

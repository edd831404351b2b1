/** The pages behind an invitation's link: prove who you are, review permissions, accept or decline (R35, R97–R99). */
import { html } from 'hono/html'
import { readForm } from '../edge/body.ts'
import type { Merged } from '../directory/merge-guest.ts'
import { acceptInvitation, type AcceptResult } from '../invitations/accept.ts'
import { declineInvitation } from '../invitations/decline.ts'
import { findInvitation, type OpenInvitation } from '../invitations/find-invitation.sql.ts'
import { readSessionCookie, writeSessionCookie } from './cookie.ts'
import { deviceOf, type Exchange, type Page } from './exchange.ts'
import { invitationWords as words } from './invitation-words.ts'
import { alert, form, nextLink, page } from './pages.ts'
import { clearProvedIdentity } from './proved-identity.ts'
import { findProver, type Prover } from './prover.ts'
import { listGuestProviders } from './provider.sql.ts'
import { findSession, openSession, openTenantSession } from './session.ts'

const tokenOf = (x: Exchange): string => x.c.req.param('token') ?? ''
const addressOf = (x: Exchange): string => `/invitation/${tokenOf(x)}`

const overPage = (x: Exchange) =>
  page(
    x.c,
    words.over,
    html`<p>${words.overWhy}</p>
      <p>${words.overNext}</p>
      ${nextLink('/organizations', words.toOrganizations)}`,
    404,
  )

const declineForm = (x: Exchange, { organizationName }: OpenInvitation) =>
  html`<hr />
    <div class="second">
      ${form(
        `${addressOf(x)}/decline`,
        words.decline,
        html`<p class="hint">${words.declineHint}</p>
          <label class="choice"><input type="checkbox" name="forGood" value="yes" /> ${words.forGood(organizationName)}</label>`,
      )}
    </div>`

const letterOf = ({ message, inviterName, organizationName }: OpenInvitation) =>
  html`<p>${words.intro(organizationName)}</p>
    ${
      message === null
        ? ''
        : html`<p>${words.from(inviterName ?? organizationName)}</p>
            <blockquote>${message}</blockquote>`
    }`

/** What is shown to somebody who has not shown yet that they are the invited one. */
const provePage = async (x: Exchange, invitation: OpenInvitation, prover: Prover | undefined) => {
  const to = (path: string): string =>
    `${path}?return=${encodeURIComponent(addressOf(x))}&address=${encodeURIComponent(invitation.address)}`
  const { personId, homeName, address, organizationName } = invitation
  const home = homeName ?? ''
  const offered = personId === null ? await listGuestProviders(x.db, invitation.tenantId) : []
  const content =
    personId !== null
      ? prover?.personId === undefined
        ? html`<p>${words.proveAtHome(home, address)}</p>
            ${nextLink(to('/sign-in'), words.signIn)}`
        : alert(words.wrongPerson(address, home))
      : html`<p>${words.prove(address)}</p>
          ${prover === undefined ? '' : html`<p class="quiet">${words.signedInAsOther(prover.name)}</p>`}
          ${nextLink(to('/sign-in/code'), words.sendCode)}
          ${offered.map((one) => html`<p><a href="${to('/sign-in/provider')}&amp;provider=${one.id}">${words.signInWith(one.displayName)}</a></p>`)}
          <p><a href="${to('/sign-in/provider')}">${words.otherProvider}</a></p>`
  return page(x.c, words.title(organizationName), html`${letterOf(invitation)} ${content} ${declineForm(x, invitation)}`)
}

const blockedPage = (x: Exchange, organizationName: string) =>
  page(
    x.c,
    words.declineBlocked(organizationName),
    html`<p>${words.declineBlockedWhy(organizationName)}</p>
      ${nextLink('/organizations', words.toOrganizations)}`,
    403,
  )

const reviewPage = (x: Exchange, invitation: OpenInvitation) => {
  const { organizationName, address, privacyStatementUrl, privacyContact } = invitation
  const statement =
    privacyStatementUrl === null
      ? html`<p>${words.noStatement(organizationName)}</p>`
      : html`<p><a href="${privacyStatementUrl}" rel="noreferrer noopener">${words.statement(organizationName)}</a></p>`
  const content = html`${letterOf(invitation)}
    <h2>${words.review}</h2>
    <p>${words.receives(organizationName)}</p>
    <ul>
      <li>${words.receivesName}</li>
      <li>${words.receivesAddress(address)}</li>
      <li>${words.receivesSignIn}</li>
    </ul>
    ${statement} ${privacyContact === null ? '' : html`<p class="quiet">${words.contact(privacyContact)}</p>`}
    ${form(addressOf(x), words.accept)} ${declineForm(x, invitation)}`
  return page(x.c, words.title(organizationName), content)
}

const isProved = (invitation: OpenInvitation, prover: Prover | undefined): prover is Prover =>
  prover !== undefined &&
  (invitation.personId === null ? prover.addresses.includes(invitation.addressKey) : prover.personId === invitation.personId)

export const showInvitation: Page = async (x) => {
  const invitation = await findInvitation(x.db, tokenOf(x), x.now)
  if (invitation === undefined) return overPage(x)
  const prover = await findProver(x, invitation.tenantId)
  if (!isProved(invitation, prover)) return provePage(x, invitation, prover)
  // Both organizations have agreed to ask nothing more (R98).
  return invitation.automatic ? accept(x, prover) : reviewPage(x, invitation)
}

export const acceptPage: Page = async (x) => {
  await readForm(x.c)
  const invitation = await findInvitation(x.db, tokenOf(x), x.now)
  if (invitation === undefined) return overPage(x)
  const prover = await findProver(x, invitation.tenantId)
  return isProved(invitation, prover) ? accept(x, prover) : provePage(x, invitation, prover)
}

const accept = async (x: Exchange, prover: Prover): Promise<Response> => {
  const who = prover.personId === undefined ? prover.identity : { personId: prover.personId }
  const result = await acceptInvitation(x.db, tokenOf(x), { who, addressProved: true, displayName: prover.identityName }, x.context)
  if (result.outcome === 'accepted' || result.outcome === 'alreadyHere') return entered(x, result)
  if (result.outcome === 'domainNotAllowed') {
    const invitation = await findInvitation(x.db, tokenOf(x), x.now)
    return page(x.c, words.over, html`<p>${words.domainNotAllowed(invitation?.organizationName ?? '')}</p>`, 403)
  }
  return overPage(x)
}

/** Signs the person in, where they were not, and opens the organization they have just joined. */
const entered = async (x: Exchange, result: Extract<AcceptResult, { outcome: 'accepted' | 'alreadyHere' }>): Promise<Response> => {
  const { invitation, personId } = result
  const { publicUrl } = x.services
  let token = readSessionCookie(x.c, publicUrl)
  const before = await findSession(x.db, token, x.now)
  if (before?.personId !== personId) {
    token = (await openSession(x.db, personId, deviceOf(x), x.now)).token
    writeSessionCookie(x.c, publicUrl, token)
  }
  clearProvedIdentity(x)
  const session = await findSession(x.db, token, x.now)
  if (session !== undefined) await openTenantSession(x.db, session, invitation.tenantId, x.now)
  const { organizationName, redirectUrl } = invitation
  if (result.outcome === 'alreadyHere')
    return page(
      x.c,
      words.alreadyHere(organizationName),
      html`<p role="status">${words.alreadyHereWhy}</p>
        ${mergedList(result.merged)} ${nextLink('/', words.openPortal)}`,
    )
  // Shown, not followed: the inviter chose the address, and nobody is sent to another site without seeing where.
  const content = html`<p role="status">${words.acceptedNext(organizationName)}</p>
    <p><a href="${redirectUrl}" rel="noreferrer noopener">${redirectUrl}</a></p>
    ${mergedList(result.merged)} ${nextLink('/', words.openPortal)}`
  return page(x.c, words.accepted(organizationName), content)
}

const linkList = (title: string, links: Merged['takenOver']) =>
  links.length === 0
    ? ''
    : html`<p>${title}</p>
        <ul>
          ${links.map(({ kind, displayName }) => html`<li>${words.link[kind](displayName)}</li>`)}
        </ul>`

// Two guests became one: what was on the other is here now, or is named (R92).
const mergedList = ({ takenOver, notTakenOver }: Merged) =>
  html`${linkList(words.takenOver, takenOver)} ${linkList(words.notTakenOver, notTakenOver)}`

export const declinePage: Page = async (x) => {
  const { forGood } = await readForm(x.c)
  const result = await declineInvitation(x.db, tokenOf(x), { forGood: forGood === 'yes' }, x.context)
  if (result.outcome === 'over') return overPage(x)
  if (result.outcome === 'blocked') return blockedPage(x, result.organizationName)
  return page(
    x.c,
    words.declined(result.organizationName),
    html`<p role="status">${result.left ? words.declinedAndLeft(result.organizationName) : words.declinedWhy}</p>
      ${nextLink('/organizations', words.toOrganizations)}`,
  )
}

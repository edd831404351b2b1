/**
 * The pages behind an invitation's link: prove who you are, review permissions, accept or decline
 * (R35, R97–R99).
 */
import { pageAddresses, receiptPath, signInPages } from '../../kernel/page-address.ts'
import { linkPath } from '../../kernel/one-time-link.ts'
import { html } from 'hono/html'
import { readForm } from '../../edge/body.ts'
import type { Merged } from '../../directory/guests/merge.ts'
import { acceptFound, type AcceptResult } from '../../invitations/accept.ts'
import type { HeldReceipt } from '../../directory/guests/end-pending.ts'
import { declineInvitation } from '../../invitations/decline.ts'
import { findLink, type Link, type OpenInvitation } from '../../invitations/find.sql.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { transaction } from '../../store/database.ts'
import { readSessionCookie, writeSessionCookie } from '../../edge/session-cookie.ts'
import { deviceOf, type Exchange, type Page } from '../exchange.ts'
import { isProved, overPage, refusedPage } from './over-pages.ts'
import { form, nextLink, page } from '../../pages/page.ts'
import { roleNameIn } from '../../words/role-name.ts'
import { clearProvedIdentity } from '../proved-identity.ts'
import { findProver, type Prover } from './prover.ts'
import {
  holdTrust,
  listGuestProviders,
  noteProvider,
} from '../../credentials/provider/provider.sql.ts'
import { findSession, sessionLifetimeMs } from '../../people/sessions.ts'
import { openSession } from '../../people/open-session.ts'
import { openTenantSession } from '../../people/tenant-sessions.ts'

const tokenOf = (x: Exchange): string => x.c.req.param('token') ?? ''
const addressOf = (x: Exchange): string => linkPath('invitation', tokenOf(x))

const declineForm = (x: Exchange, { organizationName }: OpenInvitation) =>
  html`<hr />
    <div class="second">
      ${form(
        `${addressOf(x)}/decline`,
        x.words.invitation.decline,
        html`<p class="hint">${x.words.invitation.declineHint}</p>
          <label class="choice"
            ><input type="checkbox" name="forGood" value="yes" />
            ${x.words.invitation.forGood(organizationName)}</label
          >`,
      )}
    </div>`

const leavingLater = (
  x: Exchange,
  { organizationName, externalUsersMayLeave }: OpenInvitation,
): string => {
  const { leavingLater: said } = x.words.standing
  return externalUsersMayLeave ? said.alone : said.asking({ organization: organizationName })
}

const letterOf = (x: Exchange, invitation: OpenInvitation) => {
  const { message, inviterName, organizationName } = invitation
  return html`<p>${x.words.invitation.intro(organizationName)} ${leavingLater(x, invitation)}</p>
    ${
      message === null
        ? ''
        : html`<p>${x.words.invitation.from(inviterName ?? organizationName)}</p>
            <blockquote dir="auto">${message}</blockquote>`
    }`
}

/**
 * What is shown to somebody who has not shown yet that they are the invited one. Where the address
 * has an account is known by other organizations, and told only to who has proved it (K22):
 * everybody else sees the same, whoever is invited.
 */
const provePage = async (x: Exchange, invitation: OpenInvitation, prover: Prover | undefined) => {
  const to = (path: string): string =>
    `${path}?return=${encodeURIComponent(addressOf(x))}&address=${encodeURIComponent(invitation.address)}`
  const { personId, homeName, address, addressKey, organizationName } = invitation
  const atHome = personId !== null && prover?.addresses.includes(addressKey) === true
  const content = atHome
    ? html`<p>${x.words.invitation.proveAtHome(homeName ?? '', address)}</p>
        ${nextLink(to('/sign-in'), x.words.invitation.signIn)}`
    : html`<p>${x.words.invitation.prove(address)}</p>
        ${prover === undefined ? '' : html`<p class="quiet">${x.words.invitation.signedInAsOther(prover.name, address)}</p>`}
        ${nextLink(to('/sign-in'), x.words.invitation.signIn)}
        <p><a href="${to(signInPages.code)}">${x.words.invitation.sendCode}</a></p>
        ${(await listGuestProviders(x.db, invitation.tenantId)).map(
          (one) =>
            html`<p>
              <a href="${to(signInPages.provider)}&amp;provider=${one.id}"
                >${x.words.invitation.signInWith(one.displayName)}</a
              >
            </p>`,
        )}
        <p><a href="${to(signInPages.provider)}">${x.words.invitation.otherProvider}</a></p>`
  return page(
    x.c,
    x.words.invitation.title(organizationName),
    html`${letterOf(x, invitation)} ${content} ${declineForm(x, invitation)}`,
  )
}

const blockedPage = (x: Exchange, organizationName: string) =>
  page(
    x.c,
    x.words.invitation.declineBlocked(organizationName),
    html`<p>${x.words.invitation.declineBlockedWhy(organizationName)}</p>
      ${nextLink(pageAddresses.organizations, x.words.invitation.toOrganizations)}`,
    403,
  )

const reviewPage = (x: Exchange, invitation: OpenInvitation) => {
  const { organizationName, address, privacyStatementUrl, privacyContact } = invitation
  const statement =
    privacyStatementUrl === null
      ? html`<p>${x.words.invitation.noStatement(organizationName)}</p>`
      : html`<p>
          <a href="${privacyStatementUrl}" rel="noreferrer noopener"
            >${x.words.invitation.statement(organizationName)}</a
          >
        </p>`
  const content = html`${letterOf(x, invitation)}
    <h2>${x.words.invitation.review}</h2>
    <p>${x.words.invitation.receives(organizationName)}</p>
    <ul>
      <li>${x.words.invitation.receivesName}</li>
      <li>${x.words.invitation.receivesAddress(address)}</li>
      <li>${x.words.invitation.receivesSignIn}</li>
    </ul>
    ${statement}
    ${privacyContact === null ? '' : html`<p class="quiet">${x.words.invitation.contact(privacyContact)}</p>`}
    ${form(addressOf(x), x.words.invitation.accept)} ${declineForm(x, invitation)}`
  return page(x.c, x.words.invitation.title(organizationName), content)
}

type Found = { readonly link: Link | undefined; readonly prover: Prover | undefined }

const find = async (x: Exchange): Promise<Found> => {
  const link = await findLink(x.db, tokenOf(x), x.now)
  return { link, prover: link === undefined ? undefined : await findProver(x, link.tenantId) }
}

export const showInvitation: Page = async (x) => {
  const { link, prover } = await find(x)
  if (link?.state !== 'open') return overPage(x, link, prover)
  if (!isProved(link, prover)) return provePage(x, link, prover)
  if (!link.accountEnabled) return refusedPage(x, 'guestDisabled', link)
  // Both organizations have agreed to ask nothing more (R98).
  return link.automatic ? accept(x, link, prover) : reviewPage(x, link)
}

export const acceptPage: Page = async (x) => {
  await readForm(x.c)
  const { link, prover } = await find(x)
  if (link?.state !== 'open') return overPage(x, link, prover)
  return isProved(link, prover) ? accept(x, link, prover) : provePage(x, link, prover)
}

const accept = async (x: Exchange, link: Link, prover: Prover): Promise<Response> => {
  const { personId, account } = prover
  const who = personId === undefined ? prover.identity : { personId, account }
  const result = await acceptFound(
    x.db,
    link,
    { who, addressProved: true, displayName: prover.identityName },
    x.context,
  )
  switch (result.outcome) {
    case 'accepted':
    case 'alreadyHere':
      return entered(x, result, prover.providerId)
    case 'domainNotAllowed':
    case 'ownDomain':
    case 'guestDisabled':
    case 'inviteeRefuses':
      return refusedPage(x, result.outcome, result.invitation)
    default: {
      const now = await find(x)
      return overPage(x, now.link, now.prover)
    }
  }
}

// Undefined when the provider that vouches for them has lost its trust meanwhile.
const openVouched = (
  x: Exchange,
  personId: PersonId,
  providerId: string | undefined,
): Promise<string | undefined> =>
  transaction(x.db, async (tx) => {
    if (providerId !== undefined && !(await holdTrust(tx, providerId))) return undefined
    const { token } = await openSession(tx, personId, deviceOf(x), x.now)
    if (providerId !== undefined) await noteProvider(tx, token, providerId)
    return token
  })

/** Signs the person in, where they were not, and opens the organization they have just joined. */
const entered = async (
  x: Exchange,
  result: Extract<AcceptResult, { outcome: 'accepted' | 'alreadyHere' }>,
  providerId: string | undefined,
): Promise<Response> => {
  const { invitation, personId } = result
  const { publicUrl } = x.services
  let token = readSessionCookie(x.c, publicUrl)
  const before = await findSession(x.db, token, x.now)
  if (before?.personId !== personId) {
    token = await openVouched(x, personId, providerId)
    if (token !== undefined) writeSessionCookie(x.c, publicUrl, token, sessionLifetimeMs)
  }
  clearProvedIdentity(x)
  const session = await findSession(x.db, token, x.now)
  if (session !== undefined) await openTenantSession(x.db, session, invitation.tenantId, x.context)
  const { organizationName, redirectUrl } = invitation
  if (result.outcome === 'alreadyHere')
    return page(
      x.c,
      x.words.invitation.alreadyHere(organizationName),
      html`<p role="status">${x.words.invitation.alreadyHereWhy}</p>
        ${mergedList(x, result.merged)} ${nextLink('/', x.words.invitation.openPortal)}`,
    )
  const content = html`${goingOn(x, organizationName, redirectUrl)} ${mergedList(x, result.merged)}
  ${nextLink('/', x.words.invitation.openPortal)}`
  return page(x.c, x.words.invitation.accepted(organizationName), content)
}

// Shown, not followed: the inviter chose the address, and nobody is sent to another site without
// seeing where. A page of ours is nobody else's.
const goingOn = (x: Exchange, organizationName: string, redirectUrl: string) => {
  const { origin, pathname, search } = new URL(redirectUrl)
  const isHere = origin === new URL(x.services.publicUrl).origin
  if (!isHere)
    return html`<p role="status">${x.words.invitation.acceptedNext(organizationName)}</p>
      <p><a href="${redirectUrl}" rel="noreferrer noopener">${redirectUrl}</a></p>`
  return pathname === '/' ? '' : nextLink(pathname + search, x.words.signIn.goOn)
}

const linkList = (x: Exchange, title: string, links: Merged['takenOver']) =>
  links.length === 0
    ? ''
    : html`<p>${title}</p>
        <ul>
          ${links.map(
            ({ kind, displayName }) =>
              html`<li>
                ${x.words.invitation.link[kind](kind === 'role' ? roleNameIn(x.words.roleNames, displayName) : displayName)}
              </li>`,
          )}
        </ul>`

// Two guests became one: what was on the other is here now, or is named (R92).
const mergedList = (x: Exchange, { takenOver, notTakenOver }: Merged) =>
  html`${linkList(x, x.words.invitation.takenOver, takenOver)}
  ${linkList(x, x.words.invitation.notTakenOver, notTakenOver)}`

export const declinePage: Page = async (x) => {
  const { forGood } = await readForm(x.c)
  const result = await declineInvitation(
    x.db,
    tokenOf(x),
    { forGood: forGood === 'yes' },
    x.context,
  )
  if (result.outcome === 'over') {
    const { link, prover } = await find(x)
    return overPage(x, link, prover)
  }
  if (result.outcome === 'blocked') return blockedPage(x, result.organizationName)
  return page(
    x.c,
    x.words.invitation.declined(result.organizationName),
    html`<p role="status">
        ${result.left ? x.words.invitation.declinedAndLeft(result.organizationName) : x.words.invitation.declinedWhy}
      </p>
      ${receiptLine(x, result.receipt)}
      ${nextLink(pageAddresses.organizations, x.words.invitation.toOrganizations)}`,
  )
}

// Nothing is kept that a mail could be sent to, so the receipt is handed over here.
const receiptLine = (x: Exchange, receipt: HeldReceipt | undefined) =>
  receipt === undefined
    ? ''
    : html`<p>${x.words.receipts.reference}: ${receipt.reference}</p>
        <p>
          <a href="${receiptPath(receipt.reference, receipt.code)}">${x.words.receipts.show}</a>
        </p>`

/** What a link says that accepts nothing any more: to who may know, what became of it; to everybody else, that it is over (K7, K22). */
import { html } from 'hono/html'
import type { Link, OpenInvitation } from '../../invitations/find.sql.ts'
import type { Exchange } from '../exchange.ts'
import { invitationWords as words } from './words.ts'
import { nextLink, page } from '../../pages/page.ts'
import type { Prover } from './prover.ts'

/** Whether this is the invited person: they have proved the address, or are the person whom the invitation is for. */
export const isProved = (invitation: OpenInvitation, prover: Prover | undefined): prover is Prover =>
  prover !== undefined &&
  (invitation.personId === null ? prover.addresses.includes(invitation.addressKey) : prover.personId === invitation.personId)

// Also who has come as this guest since, by whichever address.
const mayKnow = (link: Link, prover: Prover | undefined): prover is Prover => {
  if (prover === undefined) return false
  const { personId, addresses } = prover
  return addresses.includes(link.addressKey) || (personId !== undefined && (personId === link.guestPersonId || personId === link.personId))
}

const guestPage = (x: Exchange, { organizationName }: Link) =>
  page(
    x.c,
    words.guestAlready(organizationName),
    html`<p>${words.guestAlreadyWhy}</p>
      ${nextLink('/', words.openPortal)}`,
  )

/** The page of a link that is over. */
export const overPage = (x: Exchange, link: Link | undefined, prover: Prover | undefined) => {
  if (link === undefined || link.state === 'open' || !mayKnow(link, prover)) return strangersPage(x, link)
  if (link.state === 'accepted' && prover.personId !== undefined && prover.personId === link.guestPersonId) return guestPage(x, link)
  return page(
    x.c,
    words.over,
    html`<p>${words.overFor[link.state](link.organizationName, link.expiresAt)}</p>
      ${nextLink('/organizations', words.toOrganizations)}`,
    404,
  )
}

const strangersPage = (x: Exchange, link: Link | undefined) =>
  page(
    x.c,
    words.over,
    html`<p>${words.overWhy}</p>
      <p>${words.overNext}</p>
      ${link === undefined ? '' : html`<p><a href="/sign-in?return=${encodeURIComponent(x.c.req.path)}">${words.overProve}</a></p>`}
      ${nextLink('/organizations', words.toOrganizations)}`,
    404,
  )

type Refused = 'domainNotAllowed' | 'ownDomain' | 'guestDisabled' | 'inviteeRefuses'

/** The page of an invitation that is open, and cannot be accepted all the same. */
export const refusedPage = (x: Exchange, why: Refused, { organizationName }: OpenInvitation) =>
  page(
    x.c,
    words.notNow,
    html`<p>${words.refused[why](organizationName)}</p>
      ${why === 'guestDisabled' ? nextLink('/ask-removal', words.askRemoval) : ''} ${nextLink('/organizations', words.toOrganizations)}`,
    403,
  )

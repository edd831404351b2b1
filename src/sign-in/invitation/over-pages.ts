/**
 * What a link says that accepts nothing any more: to who may know, what became of it; to everybody
 * else, that it is over (K7, K22).
 */
import { pageAddresses, signInAndReturn } from '../../kernel/page-address.ts'
import { html } from 'hono/html'
import type { Link, OpenInvitation } from '../../invitations/find.sql.ts'
import type { Exchange } from '../exchange.ts'
import { nextLink, page } from '../../pages/page.ts'
import type { Prover } from './prover.ts'

/**
 * Whether this is the invited person: they have proved the address, or are the person whom the
 * invitation is for.
 */
export const isProved = (
  invitation: OpenInvitation,
  prover: Prover | undefined,
): prover is Prover =>
  prover !== undefined &&
  (invitation.personId === null
    ? prover.addresses.includes(invitation.addressKey)
    : prover.personId === invitation.personId)

// Also who has come as this guest since, by whichever address.
const mayKnow = (link: Link, prover: Prover | undefined): prover is Prover => {
  if (prover === undefined) return false
  const { personId, addresses } = prover
  return (
    addresses.includes(link.addressKey) ||
    (personId !== undefined && (personId === link.guestPersonId || personId === link.personId))
  )
}

const guestPage = (x: Exchange, { organizationName }: Link) =>
  page(
    x.c,
    x.words.invitation.guestAlready(organizationName),
    html`<p>${x.words.invitation.guestAlreadyWhy}</p>
      ${nextLink('/', x.words.invitation.openPortal)}`,
  )

/** The page of a link that is over. */
export const overPage = (x: Exchange, link: Link | undefined, prover: Prover | undefined) => {
  if (link === undefined || link.state === 'open' || !mayKnow(link, prover))
    return strangersPage(x, link)
  if (
    link.state === 'accepted' &&
    prover.personId !== undefined &&
    prover.personId === link.guestPersonId
  )
    return guestPage(x, link)
  return page(
    x.c,
    x.words.invitation.over,
    html`<p>
        ${x.words.invitation.overFor[link.state](link.organizationName, x.speech.time(link.expiresAt))}
      </p>
      ${nextLink(pageAddresses.organizations, x.words.invitation.toOrganizations)}`,
    404,
  )
}

const strangersPage = (x: Exchange, link: Link | undefined) =>
  page(
    x.c,
    x.words.invitation.over,
    html`<p>${x.words.invitation.overWhy}</p>
      <p>${x.words.invitation.overNext}</p>
      ${link === undefined ? '' : html`<p><a href="${signInAndReturn(x.c.req.path)}">${x.words.invitation.overProve}</a></p>`}
      ${nextLink(pageAddresses.organizations, x.words.invitation.toOrganizations)}`,
    404,
  )

type Refused = 'domainNotAllowed' | 'ownDomain' | 'guestDisabled' | 'inviteeRefuses'

const whyRefused = ({ words }: Exchange, why: Refused): ((organization: string) => string) =>
  why === 'ownDomain' ? words.blockers.refusal.ownDomain : words.invitation.refused[why]

/** The page of an invitation that is open, and cannot be accepted all the same. */
export const refusedPage = (x: Exchange, why: Refused, { organizationName }: OpenInvitation) =>
  page(
    x.c,
    x.words.invitation.notNow,
    html`<p>${whyRefused(x, why)(organizationName)}</p>
      ${why === 'guestDisabled' ? nextLink(pageAddresses.askByAddress, x.words.invitation.askRemoval) : ''}
      ${nextLink(pageAddresses.organizations, x.words.invitation.toOrganizations)}`,
    403,
  )

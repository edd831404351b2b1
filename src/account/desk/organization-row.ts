/**
 * One of my organizations: what I am there, what stands in the way of leaving, and what I can do.
 */
import { leavePath, organizationPath } from '../../kernel/page-address.ts'
import { html } from 'hono/html'
import type { Html } from '../../pages/page.ts'
import { readerOf, type Reader } from '../../pages/reader.ts'
import { requestLines } from '../../words/request-lines.ts'
import type { AccountOrganization, Blocker } from '../../wire/account.ts'
import type { Exchange } from '../exchange.ts'
import { departureFacts } from './afterwards.ts'
import {
  canAccept,
  canBeSelected,
  isAsked,
  isEnded,
  isEndedInvitation,
  isOpenInvitation,
  needsSuccessor,
  showsLeave,
} from './leave-control.ts'
import { whatComes } from './what-comes.ts'

/**
 * Everything that stands in the way of leaving, each with what to do next, and whom to write to.
 * `asked`: the administrators are asked to remove me already, so nobody is advised to ask.
 */
export const whyNot = (
  blockers: readonly Blocker[],
  asked: boolean,
  { words }: Reader,
): Html | string => {
  if (blockers.length === 0) return ''
  const email = blockers.find(({ contact }) => contact?.email !== undefined)?.contact?.email
  const said = words.memberships.organizations
  return html`<div class="why">
    ${blockers.map(
      ({ message, nextStep, liftedByAsking }) =>
        html`<p><strong>${message}</strong> ${asked && liftedByAsking ? '' : nextStep}</p>`,
    )}
    ${email === undefined ? '' : html`<p><a href="mailto:${email}">${said.write(email)}</a></p>`}
  </div>`
}

/** Where the newest request of the kind that counts now stands, and what was answered. */
export const requestState = (
  organization: AccountOrganization,
  { words, speech }: Reader,
): Html | string => {
  // An answer to an earlier stay is history.
  const kind = isEnded(organization) ? 'restore' : 'removal'
  const found = organization.requests.find((one) => one.kind === kind)
  if (found === undefined) return ''
  const { closed } = organization
  const state =
    closed && found.state === 'open'
      ? words.removal.ofClosed.asked[kind]
      : words.memberships.request.state[kind][found.state]
  const lines = requestLines(
    found,
    { name: organization.displayName, closed },
    words.requests,
    speech,
  )
  return html`<p><strong>${state}</strong></p>
    ${lines.map(({ text, theirs }) =>
      theirs ? html`<blockquote dir="auto">${text}</blockquote>` : html`<p>${text}</p>`,
    )}`
}

const detailOf = (organization: AccountOrganization, { words, speech }: Reader): string => {
  const said = words.memberships.organizations
  const { state, userType, accepted, since, lastUsedAt, domain } = organization
  const isOne = userType === 'Guest' ? said.guestSince : said.memberSince
  const wasOne = isEnded(organization) ? said.joined : isOne
  const began = accepted ? wasOne : said.invitedSince
  const used =
    lastUsedAt === null ? words.desk.notRecorded : words.desk.lastUsed(speech.date(lastUsedAt))
  const isHere = accepted && (state === 'active' || state === 'disabled')
  return speech.beside([domain ?? '', `${began} ${speech.date(since)}`, isHere ? used : ''])
}

/** What I am in an organization. */
export const standingTags = (organization: AccountOrganization, { words }: Reader): Html => {
  const { state, closed } = organization
  const said = words.memberships.organizations
  // Who is active in a closed organization is active nowhere.
  const tag =
    closed && state === 'active'
      ? ''
      : html`<span class="tag ${state}"
          >${isEndedInvitation(organization) ? said.invitationEnded : said.states[state]}</span
        >`
  return html`${tag} ${closed ? html`<span class="tag closed">${said.closed}</span>` : ''}`
}

/**
 * The name of an organization with what I am there. `isUnderTitle`: no other heading stands between
 * the page's and this one, which is a step lower then and looks the same.
 */
export const heading = (
  organization: AccountOrganization,
  reader: Reader,
  isUnderTitle = false,
): Html =>
  html`<h3${isUnderTitle ? html` aria-level="2"` : ''}>${organization.displayName}</h3>
    ${standingTags(organization, reader)}`

// Its name is what it does and to whom; to be seen, the first of the two is enough.
const act = (href: string, text: string, name: string, isFirst = false): Html =>
  html`<a ${isFirst ? html`class="do"` : ''} href="${href}">${text} <b>${name}</b></a>`

/** What can be done with it at once, by what I am there. */
export const actions = (organization: AccountOrganization, reader: Reader): Html | string => {
  const { id, displayName: name, canAsk } = organization
  const { memberships: said, handOver } = reader.words
  const at = organizationPath(id)
  const all = [
    ...(canAccept(organization) ? [act(`${at}/accept`, said.invitation.accept, name, true)] : []),
    ...(isOpenInvitation(organization)
      ? [act(`${at}/decline`, said.invitation.decline, name)]
      : []),
    ...(isEndedInvitation(organization) ? [act(`${at}/remove`, said.invitation.remove, name)] : []),
    ...(showsLeave(organization) ? [act(leavePath(id), said.organizations.leave, name)] : []),
    ...(needsSuccessor(organization) ? [act(`${at}/hand-over`, handOver.offer, name)] : []),
    ...(organization.undoableUntil === null
      ? []
      : [act(`${at}/undo`, said.acts.undo.confirm, name, true)]),
    ...canAsk.map((kind) =>
      act(
        `${at}/ask`,
        kind === 'removal' ? said.organizations.askRemoval : said.organizations.askRestore,
        name,
      ),
    ),
  ]
  return all.length === 0 ? '' : html`<span class="acts">${all}</span>`
}

// What it opens is a page of its own, which script shows as a menu: in each row it would weigh as
// much as all the rest.
const more = ({ id, displayName }: AccountOrganization, { words }: Reader): Html =>
  html`<a
    class="more"
    href="${organizationPath(id)}"
    aria-label="${words.memberships.organizations.more(displayName)}"
    >⋯</a
  >`

const tick = (
  organization: AccountOrganization,
  isTicked: boolean,
  { words }: Reader,
): Html | string =>
  canBeSelected(organization)
    ? html`<input
        type="checkbox"
        name="o"
        value="${organization.id}"
        ${isTicked ? 'checked' : ''}
        aria-label="${words.desk.select(organization.displayName)}"
      />`
    : html`<i></i>`

// An invitation that has ended is let go of, whatever would stand in the way of leaving.
// One that waits is declined, and not left.
const hindrance = (organization: AccountOrganization, reader: Reader): Html | string => {
  const { invitation } = reader.words.memberships
  if (isEndedInvitation(organization))
    return html`<p>${invitation.endedHint(organization.displayName)}</p>`
  if (isOpenInvitation(organization) && !canAccept(organization))
    return html`<p class="why">${invitation.homeShut(organization.displayName)}</p>`
  return whyNot(organization.blockers, isAsked(organization), reader)
}

/** What I am there, and what stands in the way of leaving. */
export const standing = (organization: AccountOrganization, reader: Reader, now: Date): Html => {
  const { kind, closed, departure } = organization
  const said = reader.words.memberships.organizations
  return html`<p>${detailOf(organization, reader)}</p>
    ${kind === 'home' ? html`<p>${said.homeWhy}</p>` : hindrance(organization, reader)}
    ${closed ? html`<p>${showsLeave(organization) ? said.closedLeave : said.closedHint}</p>` : ''}
    ${whatComes(organization, reader, now)}
    ${departure === null ? '' : departureFacts(departure, organization, reader)}
    ${requestState(organization, reader)}`
}

type Seen = { readonly named: boolean; readonly ticked: boolean; readonly isUnderTitle: boolean }

/** The row. `named`: a link has named it (R11); `ticked`: it is selected. */
export const organizationRow = (
  x: Exchange,
  organization: AccountOrganization,
  { named, ticked, isUnderTitle }: Seen,
): Html => {
  const reader = readerOf(x.c)
  return html`<li class="row${named ? ' named' : ''}" ${named ? html`aria-current="true"` : ''}>
    ${tick(organization, ticked, reader)}
    <div>
      ${heading(organization, reader, isUnderTitle)} ${standing(organization, reader, x.now)}
    </div>
    ${actions(organization, reader)} ${more(organization, reader)}
  </li>`
}

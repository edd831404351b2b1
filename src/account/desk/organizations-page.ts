/**
 * My organizations: home first, then the others, with what stands in the way of leaving before any
 * click (R26). A page of them at a time, however many there are.
 */
import { pageAddresses } from '../../kernel/page-address.ts'
import { html } from 'hono/html'
import { cursorAfter } from '../../edge/cursor.ts'
import type { Html } from '../../pages/page.ts'
import { readerOf, type Reader } from '../../pages/reader.ts'
import { unusedDays } from '../../people/yearly-review.rule.ts'
import type { AccountOrganization, AccountRefusals } from '../../wire/account.ts'
import type { Exchange, Handler } from '../exchange.ts'
import { myOrganizations } from '../organizations.ts'
import { myRefusals } from '../refusals.ts'
import { answersForSomebody } from '../answering/guests.ts'
import { reviewPart } from './answering/review-part.ts'
import { departureFacts } from './afterwards.ts'
import { deskPage } from './desk-page.ts'
import { canBeSelected, sectionsOf } from './leave-control.ts'
import {
  filters,
  isNamed,
  orders,
  pageOf,
  type Filter,
  type Found,
  type Order,
  type Wish,
} from './list.ts'
import { organizationRow, requestState } from './organization-row.ts'
import { tickedIn, writtenTicks } from './ticks.ts'
import { addressOf, listOf, wishOf } from './wish.ts'
import { takeTold, toldMessage, type Told } from './told.ts'

/** Where the page that is shown begins, as its address says it; undefined for the first. */
const placeIn = (x: Exchange, { after }: Wish): string | undefined =>
  after === undefined ? undefined : x.c.req.query('after')

/** From here on finding one is worth its place. */
const fewOrganizations = 5

const labelOf = ({ filters: named }: Reader['words']['desk'], filter: Filter): string =>
  filter === 'unused' ? named.unused(unusedDays) : named[filter]

// What is unused is looked at from its other end.
const orderName = (order: Order, { filter }: Wish, { desk }: Reader['words']): string =>
  order === 'use' && filter === 'unused' ? desk.orders.longestUnused : desk.orders[order]

const tools = (wish: Wish, { counts }: Found, { words }: Reader): Html | string => {
  const { desk, memberships } = words
  if (
    counts.all + counts.hidden <= fewOrganizations &&
    wish.search === '' &&
    wish.filter === 'all' &&
    counts.hidden === 0
  )
    return ''
  const options = filters.filter(
    (filter) => filter === wish.filter || counts[filter] > 0 || filter === 'all',
  )
  return html`<div class="tools" role="search">
    <p>
      <label for="search">${memberships.organizations.filter}</label>
      <input type="search" id="search" name="search" value="${wish.search}" maxlength="256" />
    </p>
    <p>
      <label for="show">${desk.filter}</label>
      <select id="show" name="show">
        ${options.map((filter) => html`<option value="${filter}" ${filter === wish.filter ? 'selected' : ''}>${desk.counted(labelOf(desk, filter), counts[filter])}</option>`)}
      </select>
    </p>
    <p>
      <label for="order">${desk.order}</label>
      <select id="order" name="order">
        ${orders.map((order) => html`<option value="${order}" ${order === wish.order ? 'selected' : ''}>${orderName(order, wish, words)}</option>`)}
      </select>
    </p>
    <p><button>${desk.apply}</button></p>
  </div>`
}

/** What is ticked on other pages goes along with what is ticked here. */
const many = (x: Exchange, found: Found, { wish, ticked }: Shown): Html => {
  const { words, speech } = readerOf(x.c)
  const { desk } = words
  const here = new Set(found.others.map(({ id }) => id))
  const elsewhere = ticked.filter(({ id }) => !here.has(id))
  const { length: all } = found.selectable
  const isAll = all <= found.others.filter(canBeSelected).length
  return html`<div class="many">
    <input type="hidden" name="kept" value="${writtenTicks(elsewhere)}" />
    <label class="choice" hidden><input type="checkbox" data-all /> ${desk.selectAll}</label>
    <button formaction="${pageAddresses.leave}">${desk.leaveSelected}</button>
    ${isAll ? '' : html`<button name="pick" value="all">${desk.selectFound(all)}</button>`}
    <span data-selected="${elsewhere.length}" role="status" ${ticked.length === 0 ? 'hidden' : ''}
      >${desk.selected} <b>${speech.number(ticked.length)}</b>
      <a class="button" href="${addressOf(wish, '', placeIn(x, wish))}">${desk.clear}</a></span
    >
  </div>`
}

type Shown = {
  readonly wish: Wish
  readonly told: Told | undefined
  readonly ticked: readonly AccountOrganization[]
  /** Somebody without a home has one heading over all rows (R5). */
  readonly isUnderTitle: boolean
}

// Where the row is that it was done to, so that the focus goes on from there; the facts are in it.
const rows = (
  x: Exchange,
  organizations: readonly AccountOrganization[],
  { wish, told, ticked, isUnderTitle }: Shown,
) =>
  organizations.map(
    (one) =>
      html`${told?.id === one.id ? html`<li>${message(x, told, one, true)}</li>` : ''}${organizationRow(x, one, { named: isNamed(one, wish.named), ticked: ticked.includes(one), isUnderTitle })}`,
  )

const message = (x: Exchange, told: Told, about: AccountOrganization, hasRow: boolean): Html => {
  const reader = readerOf(x.c)
  const { departure } = about
  if (told.deed === 'asked') return toldMessage(x, told, hasRow ? '' : requestState(about, reader))
  if (told.deed !== 'left' || departure === null) return toldMessage(x, told)
  const facts = hasRow ? '' : departureFacts(departure, about, reader)
  return toldMessage(
    x,
    told,
    html`<p>${reader.words.memberships.leave.doneHint}</p>
      ${facts}`,
  )
}

/** What is told above all, as no row on the page is about it. */
const messageAbove = (
  x: Exchange,
  told: Told | undefined,
  all: readonly AccountOrganization[],
): Html | string => {
  if (told === undefined) return ''
  const about = all.find(({ id }) => id === told.id)
  return about === undefined ? toldMessage(x, told) : message(x, told, about, false)
}

const empty = (wish: Wish, { counts }: Found, { words }: Reader): Html => {
  const said = words.memberships.organizations
  const isNarrowed = wish.search !== '' || wish.filter !== 'all' || counts.hidden > 0
  const [title, hint] = !isNarrowed
    ? [said.emptyTitle, said.emptyHint]
    : [
        said.nothingFound,
        wish.search === '' ? words.desk.nothingHere : said.nothingFoundHint(wish.search),
      ]
  return html`<div class="empty">
    <p><strong>${title}</strong></p>
    <p class="quiet">${hint}</p>
  </div>`
}

// Buttons of the form, so that what is ticked goes along.
const paging = (x: Exchange, wish: Wish, { end }: Found, { words }: Reader): Html | string => {
  if (end === undefined && wish.after === undefined) return ''
  return html`<p class="pages">
    ${wish.after === undefined ? html`<i></i>` : html`<button name="after" value="">${words.desk.firstPage}</button>`}
    ${end === undefined ? '' : html`<button name="after" value="${cursorAfter(end, listOf(x, wish))}">${words.desk.nextPage}</button>`}
  </p>`
}

const named = ({ named: value }: Wish): Html | string =>
  value === undefined ? '' : html`<input type="hidden" name="tenantId" value="${value}" />`

const others = (x: Exchange, found: Found, shown: Shown): Html => {
  const reader = readerOf(x.c)
  const { wish } = shown
  const list = html`<ul class="rows">
    ${rows(x, found.others, shown)}
  </ul>`
  const selectable = found.selectable.length > 1 || shown.ticked.length > 0
  return html`<form id="list" action="${pageAddresses.organizations}">
    ${named(wish)} ${tools(wish, found, reader)}
    ${wish.search === '' ? '' : html`<p role="status">${reader.words.memberships.organizations.matches(found.total)}</p>`}
    ${selectable ? many(x, found, shown) : ''}
    ${found.others.length === 0 ? empty(wish, found, reader) : list}
    ${paging(x, wish, found, reader)}
  </form>`
}

/** Shown only to who has refused something. */
const refused = (refusals: AccountRefusals['value'], { words, speech }: Reader): Html | string => {
  if (refusals.length === 0) return ''
  const said = words.memberships.refusals
  return html`<section class="card">
    <h2>${said.title}</h2>
    <p class="quiet">${said.hint}</p>
    <ul>
      ${refusals.map(
        ({ id, organization, refusedAt }) =>
          html`<li>
            <span
              >${speech.beside([organization.displayName, `${said.since} ${speech.date(refusedAt)}`])}</span
            >
            <button
              form="acts"
              formaction="/refusals/${id}/take-back"
              aria-label="${said.takeBackNamed(organization.displayName)}"
            >
              ${said.takeBack}
            </button>
          </li>`,
      )}
    </ul>
  </section>`
}

type Beside = {
  readonly refusals: AccountRefusals['value']
  /** What stands above the list of what is unused. */
  readonly review: Html | string
  readonly answers: boolean
}

/** Shown only to who answers for somebody. */
const guestsLink = ({ words }: Reader): Html =>
  html`<p><a href="${pageAddresses.guests}">${words.answering.guests.title}</a></p>`

const content = (
  x: Exchange,
  all: readonly AccountOrganization[],
  { refusals, review, answers }: Beside,
  wish: Wish,
): Html => {
  const reader = readerOf(x.c)
  const { memberships } = reader.words
  const told = takeTold(x)
  const found = pageOf(all, wish)
  const onPage = found.others.some(({ id }) => id === told?.id)
  const hasHome = all.some(({ kind }) => kind === 'home')
  const shown = { wish, told, ticked: tickedIn(x, all), isUnderTitle: !hasHome }
  const isMissing = wish.named !== undefined && !all.some((one) => isNamed(one, wish.named))
  return html`<h1>${memberships.organizations.title}</h1>
    <p class="quiet">${memberships.organizations.intro}</p>
    ${answers ? guestsLink(reader) : ''} ${review} ${onPage ? '' : messageAbove(x, told, all)}
    ${isMissing ? html`<p class="told">${memberships.organizations.notAmongMine}</p>` : ''}
    ${sectionsOf(found.home, found.others, hasHome, memberships).map(
      ({ kind, heading, organizations }) => {
        const body =
          kind === 'home'
            ? html`<ul class="rows">
                ${rows(x, organizations, shown)}
              </ul>`
            : others(x, found, shown)
        return html`<section>
          ${heading === undefined ? '' : html`<h2>${heading}</h2>`}${body}
        </section>`
      },
    )}
    ${wish.after === undefined ? refused(refusals, reader) : ''}
    <form method="post" id="acts"></form>`
}

/**
 * Where a form has sent what is ticked, the address that says the same in short; undefined where
 * this is it.
 */
const shorter = (
  x: Exchange,
  all: readonly AccountOrganization[],
  wish: Wish,
): string | undefined => {
  const pick = x.c.req.query('pick')
  if (pick === undefined && x.c.req.query('o') === undefined) return undefined
  const ticked = new Set(tickedIn(x, all))
  if (pick === 'all') for (const one of pageOf(all, wish).selectable) ticked.add(one)
  return addressOf(wish, writtenTicks([...ticked]), placeIn(x, wish))
}

export const showOrganizations: Handler = async (x) => {
  const all = await myOrganizations(x)
  const wish = wishOf(x)
  const address = shorter(x, all, wish)
  if (address !== undefined) return x.c.redirect(address, 303)
  const beside = {
    refusals: await myRefusals(x),
    review: x.c.req.query('show') === 'unused' ? await reviewPart(x) : '',
    answers: await answersForSomebody(x),
  }
  const { title } = readerOf(x.c).words.memberships.organizations
  return deskPage(x, { title, place: 'organizations', content: content(x, all, beside, wish) })
}

/** /guests: the guests for whom I answer, and those for whom nobody does. */
import { html } from 'hono/html'
import type { Html } from '../../../pages/page.ts'
import { readerOf, type Reader } from '../../../pages/reader.ts'
import type { AnsweredGuest, AnsweredGuests } from '../../../wire/account-guests.ts'
import { answerers, guestsOf, type Answerer } from '../../answering/guests.ts'
import type { Exchange, Handler } from '../../exchange.ts'
import { deskPage } from '../desk-page.ts'
import { takeTold, toldMessage, type Told } from '../told.ts'
import { guestUntil, needFacts } from './standing.ts'

/** Where what is done with a guest stands. */
export const guestPath = ({ organization, id }: AnsweredGuest): string =>
  `/guests/${organization.id}/${id}`

const act = (guest: AnsweredGuest, path: string, text: string, isFirst = false): Html =>
  html`<a ${isFirst ? html`class="do"` : ''} href="${guestPath(guest)}/${path}"
    >${text} <b>${guest.displayName}</b></a
  >`

const actions = (guest: AnsweredGuest, of: Answerer, { words }: Reader): Html => {
  const said = words.answering.guests
  const all =
    of === 'nobody'
      ? [act(guest, 'take-over', said.takeOver, true)]
      : [
          act(guest, 'keep', said.keep, true),
          ...(guest.direct
            ? [act(guest, 'pass-on', said.passOn), act(guest, 'give-up', said.giveUp)]
            : []),
        ]
  return html`<span class="acts">${all}</span>`
}

/** Who it is: a name is no identity. */
export const whoIs = (guest: AnsweredGuest, { words, speech }: Reader): string => {
  const { desk, answering } = words
  const used =
    guest.lastUsedAt === null ? desk.notRecorded : desk.lastUsed(speech.date(guest.lastUsedAt))
  return [
    guest.mail ?? guest.userPrincipalName,
    guest.organization.displayName,
    answering.guests.since(speech.date(guest.since)),
    ...(guest.state === 'invited' ? [] : [used]),
  ].join(' · ')
}

const row = (guest: AnsweredGuest, of: Answerer, reader: Reader): Html => {
  const said = reader.words.answering.guests
  return html`<li class="row">
    <i></i>
    <div>
      <h3>${guest.displayName}</h3>
      <span class="tag ${guest.state}">${said.states[guest.state]}</span>
      <p>${whoIs(guest, reader)}</p>
      ${guestUntil(guest, reader)} ${needFacts(guest, reader)}
      ${guest.direct || of === 'nobody' ? '' : html`<p>${said.throughGroup}</p>`}
    </div>
    ${actions(guest, of, reader)}
  </li>`
}

const tabs = (of: Answerer, { words }: Reader): Html => {
  const said = words.answering.guests
  const names: Readonly<Record<Answerer, string>> = { me: said.mine, nobody: said.nobodys }
  const address: Readonly<Record<Answerer, string>> = { me: '/guests', nobody: '/guests?of=nobody' }
  return html`<p class="acts">
    ${answerers.map((one) => html`<a class="button" href="${address[one]}" ${one === of ? html`aria-current="true"` : ''}>${names[one]}</a>`)}
  </p>`
}

const empty = (of: Answerer, { words }: Reader): Html => {
  const said = words.answering.guests
  const [title, hint] =
    of === 'me' ? [said.emptyTitle, said.emptyHint] : [said.nobodyEmptyTitle, said.nobodyEmptyHint]
  return html`<div class="empty">
    <p><strong>${title}</strong></p>
    <p class="quiet">${hint}</p>
  </div>`
}

const paging = (of: Answerer, after: string | undefined, next: string | null, reader: Reader) => {
  const { desk } = reader.words
  const query = of === 'nobody' ? 'of=nobody&' : ''
  const begin = of === 'nobody' ? '/guests?of=nobody' : '/guests'
  if (after === undefined && next === null) return ''
  return html`<p class="pages">
    ${after === undefined ? html`<i></i>` : html`<a class="button" href="${begin}">${desk.firstPage}</a>`}
    ${next === null ? '' : html`<a class="button" href="/guests?${query}after=${encodeURIComponent(next)}">${desk.nextPage}</a>`}
  </p>`
}

type Shown = {
  readonly of: Answerer
  readonly after: string | undefined
  readonly told: Told | undefined
}

const content = (x: Exchange, found: AnsweredGuests, { of, after, told }: Shown): Html => {
  const reader = readerOf(x.c)
  const said = reader.words.answering.guests
  const onPage = found.value.some(({ id }) => id === told?.id)
  const message = told === undefined ? '' : toldMessage(x, told)
  return html`<h1>${said.title}</h1>
    <p class="quiet">${of === 'me' ? said.intro : said.nobodyIntro}</p>
    ${onPage ? '' : message} ${tabs(of, reader)}
    ${
      found.value.length === 0
        ? empty(of, reader)
        : html`<ul class="rows">
            ${found.value.map((guest) => html`${guest.id === told?.id ? html`<li>${message}</li>` : ''}${row(guest, of, reader)}`)}
          </ul>`
    }
    ${paging(of, after, found.next, reader)}`
}

export const showGuests: Handler = async (x) => {
  const of = x.c.req.query('of') === 'nobody' ? 'nobody' : 'me'
  const after = x.c.req.query('after')
  const found = await guestsOf(x, of, after)
  const told = takeTold(x)
  const { title } = readerOf(x.c).words.answering.guests
  return deskPage(x, {
    title,
    place: 'organizations',
    content: content(x, found, { of, after, told }),
  })
}

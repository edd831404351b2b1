/** /guests: the guests for whom I answer, and those for whom nobody does. */
import { pageAddresses } from '../../../kernel/page-address.ts'
import { html } from 'hono/html'
import type { Html } from '../../../pages/page.ts'
import { readerOf, type Reader } from '../../../pages/reader.ts'
import type { AnsweredGuest, AnsweredGuests } from '../../../wire/account-guests.ts'
import { answerers, guestsOf, type Answerer } from '../../answering/guests.ts'
import type { Exchange, Handler } from '../../exchange.ts'
import { nowKept } from '../../../words/why-it-comes.ts'
import { deskPage } from '../desk-page.ts'
import { takeTold, toldMessage, type Told } from '../told.ts'
import { guestRow } from './guest-row.ts'
import { saidOf, together } from './standing.ts'

const tabs = (of: Answerer, { words }: Reader): Html => {
  const said = words.answering.guests
  const names: Readonly<Record<Answerer, string>> = { me: said.mine, nobody: said.nobodys }
  const address: Readonly<Record<Answerer, string>> = {
    me: pageAddresses.guests,
    nobody: `${pageAddresses.guests}?of=nobody`,
  }
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
  const { guests } = pageAddresses
  const begin = of === 'nobody' ? `${guests}?of=nobody` : guests
  if (after === undefined && next === null) return ''
  return html`<p class="pages">
    ${after === undefined ? html`<i></i>` : html`<a class="button" href="${begin}">${desk.firstPage}</a>`}
    ${next === null ? '' : html`<a class="button" href="${guests}?${query}after=${encodeURIComponent(next)}">${desk.nextPage}</a>`}
  </p>`
}

type Shown = {
  readonly of: Answerer
  readonly after: string | undefined
  readonly told: Told | undefined
}

// What ends whom somebody has just kept stands with the message.
const since = (told: Told, kept: AnsweredGuest | undefined, reader: Reader): Html | string =>
  told.deed === 'kept' && kept !== undefined
    ? together(nowKept(kept, saidOf('guests', reader)))
    : ''

const content = (x: Exchange, found: AnsweredGuests, { of, after, told }: Shown): Html => {
  const reader = readerOf(x.c)
  const said = reader.words.answering.guests
  const kept = found.value.find(({ id }) => id === told?.id)
  const message = told === undefined ? '' : toldMessage(x, told, since(told, kept, reader))
  return html`<h1>${said.title}</h1>
    <p class="quiet">${of === 'me' ? said.intro : said.nobodyIntro}</p>
    ${kept === undefined ? message : ''} ${tabs(of, reader)}
    ${
      found.value.length === 0
        ? empty(of, reader)
        : html`<ul class="rows">
            ${found.value.map((guest) => html`${guest.id === told?.id ? html`<li>${message}</li>` : ''}${guestRow(guest, of, reader, x.now)}`)}
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

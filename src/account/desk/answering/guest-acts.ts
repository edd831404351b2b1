/** What is done with one guest: a page that asks, then the change itself. */
import { pageAddresses } from '../../../kernel/page-address.ts'
import { html } from 'hono/html'
import { readForm } from '../../../edge/body.ts'
import type { Html } from '../../../pages/page.ts'
import { readerOf, type Reader } from '../../../pages/reader.ts'
import type { AnsweredGuest } from '../../../wire/account-guests.ts'
import { laterEnds } from '../../../wire/lifecycle.ts'
import type { Which } from '../../../directory/responsibility/guests.sql.ts'
import type { AnsweringWords } from '../../../words/en/answering.ts'
import {
  giveUpAt,
  guestIdOf,
  guestOfNobody,
  keepAt,
  myGuest,
  takeOverAt,
} from '../../answering/guest-acts.ts'
import type { Exchange, Handler } from '../../exchange.ts'
import { onceKept } from '../../../words/why-it-comes.ts'
import { deskPage } from '../desk-page.ts'
import { question } from '../question.ts'
import { keepTold, type Deed } from '../told.ts'
import { wayBack, wayBackIn } from '../way-back.ts'
import { sendAgain, whoIs } from './guest-row.ts'
import { guestUntil, isOverBy, needFacts, saidOf, together } from './standing.ts'

/** Where one comes back to. */
export const list = pageAddresses.guests
type Words = AnsweringWords['guests']

type Asked = {
  readonly title: string
  readonly content: Html
  readonly confirm: string | undefined
}

const about = (x: Exchange, guest: AnsweredGuest, reader: Reader): Html =>
  html`<p>${whoIs(guest, reader)}</p>
    ${guestUntil(guest, reader, x.now)} ${needFacts(guest, reader)}`

// Of an end that has come the page says above that it is for administrators.
const prolonging = (x: Exchange, guest: AnsweredGuest, reader: Reader): Html | string => {
  const { endsAt } = guest
  if (endsAt === null || isOverBy(guest, x.now)) return ''
  const { speech, words } = reader
  const said = words.answering.guests
  const days = laterEnds(endsAt, x.now)
  if (days.length === 0) return ''
  return html`<p class="field">
    <label for="until">${said.prolong}</label>
    <select id="until" name="until">
      <option value="">${said.prolongStay(speech.date(endsAt))}</option>
      ${days.map((at) => html`<option value="${at}">${speech.date(at)}</option>`)}
    </select>
  </p>`
}

// Of an end that has come the page says above that keeping does not move it.
const thenComes = (x: Exchange, guest: AnsweredGuest, reader: Reader): Html | string =>
  isOverBy(guest, x.now) ? '' : together(onceKept(guest, saidOf('guests', reader)))

const keepQuestion = (x: Exchange, guest: AnsweredGuest, reader: Reader): Asked => {
  const { guests: said, refused } = reader.words.answering
  const title = said.keepTitle(guest.displayName)
  if (!guest.canBeKept) {
    const why = html`${about(x, guest, reader)}
      <p>${refused.guestDisabled}</p>`
    return { title, content: why, confirm: undefined }
  }
  const content = html`${about(x, guest, reader)}
    <p>${said.keepText(guest.displayName, guest.organization.displayName)}</p>
    ${thenComes(x, guest, reader)}
    ${guest.canSendAgain ? html`<p>${sendAgain(guest, reader.words)}</p>` : ''}
    ${guest.state === 'disabled' ? html`<p>${said.keepDisabled}</p>` : ''}
    ${prolonging(x, guest, reader)}`
  return { title, content, confirm: said.keep }
}

const simple =
  (
    of: (said: Words) => {
      readonly title: (guest: string) => string
      readonly text: (guest: string, organization: string) => string
      readonly confirm: string
    },
  ) =>
  (x: Exchange, guest: AnsweredGuest, reader: Reader): Asked => {
    const { title, text, confirm } = of(reader.words.answering.guests)
    const content = html`${about(x, guest, reader)}
      <p>${text(guest.displayName, guest.organization.displayName)}</p>`
    return { title: title(guest.displayName), content, confirm }
  }

/** The page that asks. */
export const showAsked = (x: Exchange, asked: Asked): Promise<Response> => {
  const whole = { ...asked, action: x.c.req.path, back: wayBack(x, list) }
  return deskPage(x, {
    title: asked.title,
    place: 'organizations',
    content: question(x, whole),
  })
}

type Read = (x: Exchange, which: Which) => Promise<AnsweredGuest>

const asking =
  (write: (x: Exchange, guest: AnsweredGuest, reader: Reader) => Asked, read: Read): Handler =>
  async (x) =>
    showAsked(x, write(x, await read(x, guestIdOf(x)), readerOf(x.c)))

type Act = (x: Exchange, which: Which, form: Readonly<Record<string, string>>) => Promise<unknown>

const doing =
  (deed: Deed, act: Act, read: Read): Handler =>
  async (x) => {
    const which = guestIdOf(x)
    const form = await readForm(x.c)
    const guest = await read(x, which)
    await act(x, which, form)
    keepTold(x, { deed, about: guest.displayName, id: guest.id })
    return x.c.redirect(wayBackIn(x, form['back'], list), 303)
  }

const isInstant = (text: string): boolean => !Number.isNaN(Date.parse(text))

export const askToKeep = asking(keepQuestion, myGuest)
export const doKeep = doing(
  'kept',
  (x, which, { until = '' }) => keepAt(x, which, isInstant(until) ? new Date(until) : undefined),
  myGuest,
)

export const askToGiveUp = asking(
  simple((said) => ({
    title: said.giveUpTitle,
    text: said.giveUpText,
    confirm: said.giveUp,
  })),
  myGuest,
)
export const doGiveUp = doing('givenUp', giveUpAt, myGuest)

export const askToTakeOver = asking(
  simple((said) => ({
    title: said.takeOverTitle,
    text: said.takeOverText,
    confirm: said.takeOver,
  })),
  guestOfNobody,
)
export const doTakeOver = doing('takenOver', takeOverAt, guestOfNobody)

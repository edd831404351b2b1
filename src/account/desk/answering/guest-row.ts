/** One guest in the list: who it is, what ends it next, and what can be done. */
import { adminPath, guestPath } from '../../../kernel/page-address.ts'
import { html } from 'hono/html'
import type { Html } from '../../../pages/page.ts'
import type { Reader } from '../../../pages/reader.ts'
import type { AnsweredGuest } from '../../../wire/account-guests.ts'
import type { Answerer } from '../../answering/guests.ts'
import { firstEnd, movesTheEnd } from '../../../words/why-it-comes.ts'
import { guestUntil, isOverBy, needFacts, saidOf } from './standing.ts'

const act = (guest: AnsweredGuest, path: string, text: string, isFirst = false): Html =>
  html`<a
    ${isFirst ? html`class="do"` : ''}
    href="${guestPath(guest.organization.id, guest.id, path)}"
    >${text} <b>${guest.displayName}</b></a
  >`

/** The page of the admin centre on which an invitation is sent again. */
export const sendAgain = (guest: AnsweredGuest, { answering }: Reader['words']): Html => {
  const said = answering.coming.sendAgain
  return html`<a
    href="${adminPath(guest.organization.id, 'invitations')}"
    aria-label="${said} ${guest.displayName}"
    >${said}</a
  >`
}

const actions = (guest: AnsweredGuest, of: Answerer, { words }: Reader): Html | string => {
  const said = words.answering.guests
  const all =
    of === 'nobody'
      ? [act(guest, 'take-over', said.takeOver, true)]
      : [
          ...(guest.canBeKept ? [act(guest, 'keep', said.keep, true)] : []),
          ...(guest.direct
            ? [act(guest, 'pass-on', said.passOn), act(guest, 'give-up', said.giveUp)]
            : []),
        ]
  return all.length === 0 ? '' : html`<span class="acts">${all}</span>`
}

/** Who it is: a name is no identity. */
export const whoIs = (guest: AnsweredGuest, { words, speech }: Reader): string => {
  const { desk, answering, memberships } = words
  const used =
    guest.lastUsedAt === null ? desk.notRecorded : desk.lastUsed(speech.date(guest.lastUsedAt))
  return speech.beside([
    guest.mail ?? guest.userPrincipalName,
    guest.organization.displayName,
    guest.accepted
      ? answering.guests.since(speech.date(guest.since))
      : `${memberships.organizations.invitedSince} ${speech.date(guest.since)}`,
    guest.accepted ? used : '',
  ])
}

/** That keeping alone changes nothing of what comes, and what does. */
const notStopped = (guest: AnsweredGuest, reader: Reader, now: Date): Html | string => {
  const { coming } = reader.words.answering
  const end = firstEnd(guest.comesIfKept)
  if (end === undefined || isOverBy(guest, now)) return ''
  if (movesTheEnd(guest, saidOf('guests', reader).on)) return ''
  return html`<p>
    ${coming.notStopped.beside} ${coming.stops[end.why]}
    ${guest.canSendAgain ? sendAgain(guest, reader.words) : ''}
  </p>`
}

export const guestRow = (guest: AnsweredGuest, of: Answerer, reader: Reader, now: Date): Html => {
  const { guests: said, refused } = reader.words.answering
  return html`<li class="row bare">
    <div>
      <h2>${guest.displayName}</h2>
      <span class="tag ${guest.state}">${said.states[guest.state]}</span>
      <p>${whoIs(guest, reader)}</p>
      ${guestUntil(guest, reader, now)} ${needFacts(guest, reader)}
      ${of === 'me' && guest.canBeKept ? notStopped(guest, reader, now) : ''}
      ${guest.canBeKept || of === 'nobody' ? '' : html`<p>${refused.guestDisabled}</p>`}
      ${guest.direct || of === 'nobody' ? '' : html`<p>${said.throughGroup}</p>`}
    </div>
    ${actions(guest, of, reader)}
  </li>`
}

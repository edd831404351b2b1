/** What somebody can ask for by the address that they have proved: a section for each guest. */
import { html } from 'hono/html'
import { listGuestsOfAddress, type AddressGuest } from '../../directory/requests/by-address.sql.ts'
import type { AddressKey } from '../../kernel/address.ts'
import { pageAddresses, signInBy } from '../../kernel/page-address.ts'
import { longestRequestMessage } from '../../kernel/text.ts'
import { form, type Html } from '../../pages/page.ts'
import type { AccountRequest } from '../../wire/account-requests.ts'
import { requestLines } from '../../words/request-lines.ts'
import type { Exchange } from '../exchange.ts'
import { openPage } from '../open-page.ts'

export const here = pageAddresses.askByAddress

/** Where an address is proved by a code, and this page comes next. */
export const codeLink = signInBy('code', here)

/** A message that was not taken: whose it is, and why. */
export type Refused = {
  readonly userId: string
  readonly message: string
  readonly wrong: string
}

const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}" />`

// The focus begins in what is wrong, which is described by why it is.
const messageField = (x: Exchange, { userId }: AddressGuest, refused: Refused | undefined) => {
  const id = `message-${userId}`
  return html`<div class="field">
    <label for="${id}">${x.words.removal.message}</label>
    <textarea
      id="${id}"
      name="message"
      rows="3"
      maxlength="${longestRequestMessage}"
      ${refused === undefined ? '' : html`aria-invalid="true" aria-describedby="${id}-error" autofocus`}
    >
${refused?.message ?? ''}</textarea>
    ${refused === undefined ? '' : html`<p class="error" id="${id}-error">${refused.wrong}</p>`}
  </div>`
}

/** What their open request is, and what it comes to, in our words. */
export const linesOf = (
  { words, speech }: Exchange,
  { organizationName: name, organizationClosed: closed, request }: AddressGuest,
): string[] =>
  request?.state === 'open'
    ? requestLines(request, { name, closed }, words.requests, speech)
        .filter(({ theirs }) => !theirs)
        .map(({ text }) => text)
    : []

/** What has become of what they asked for, and taking it back while it is open. */
const requestPart = (
  x: Exchange,
  { tenantId, organizationName, organizationClosed, cannotSignIn }: AddressGuest,
  request: AccountRequest,
) => html`
  ${requestLines(
    request,
    { name: organizationName, closed: organizationClosed },
    x.words.requests,
    x.speech,
  ).map(({ text, theirs }) =>
    theirs ? html`<blockquote>${text}</blockquote>` : html`<p>${text}</p>`,
  )}
  ${
    request.state === 'open' && cannotSignIn
      ? form(
          here,
          x.words.requests.withdraw,
          html`${hidden('organization', tenantId)}${hidden('withdraw', request.id)}`,
        )
      : ''
  }
`

// Who can sign in gets it there, in every state, and asks there.
const copyOrSignIn = (
  { words: { copy, removal }, speech }: Exchange,
  { tenantId, userId, organizationName, cannotSignIn }: AddressGuest,
) =>
  cannotSignIn
    ? html`<p>
        ${copy.title(organizationName)}:
        <a href="${here}/data/${tenantId}/${userId}">${copy.downloadJson}</a>
      </p>`
    : html`<p>${removal.canSignIn(speech.name(organizationName))}</p>
        <p><a href="${pageAddresses.organizations}">${removal.toOrganizations}</a></p>`

const askForm = (x: Exchange, guest: AddressGuest, refused: Refused | undefined) => {
  const { tenantId, userId, organizationName, organizationClosed, kind } = guest
  const mine = refused?.userId === userId ? refused : undefined
  // Of a closed organization nobody reads a message; what was not taken is shown all the same.
  const message = organizationClosed && mine === undefined ? '' : messageField(x, guest, mine)
  return form(
    here,
    x.words.removal.ask[kind](organizationName),
    html`${hidden('organization', tenantId)}${hidden('user', userId)}${hidden('kind', kind)}
    ${message}`,
  )
}

/** Of who has ended: until when they can be restored, or why nobody does. */
const endedPart = (
  { words: { removal }, speech }: Exchange,
  { organizationName, restorableUntil, canAsk, held, organizationClosed }: AddressGuest,
) => {
  if (restorableUntil === null) return ''
  const until = speech.time(restorableUntil.toISOString())
  const closed = organizationClosed ? removal.endedClosed(speech.name(organizationName)) : ''
  const ended = canAsk ? removal.ended(until) : closed
  return [ended, held ? removal.held : ''].filter(Boolean).map((line) => html`<p>${line}</p>`)
}

const section = (x: Exchange, guest: AddressGuest, refused: Refused | undefined) => {
  const { organizationName, request, canAsk } = guest
  return html`<section class="card form">
    <h2>${organizationName}</h2>
    ${endedPart(x, guest)} ${copyOrSignIn(x, guest)}
    ${request === null ? '' : requestPart(x, guest, request)}
    ${request?.state === 'open' || !canAsk ? '' : askForm(x, guest, refused)}
  </section>`
}

/** What came of what was sent, by what there is now. */
export type Said = string | ((guests: readonly AddressGuest[]) => string)

/** The page for whoever has proved this address. `said`: what came of what was sent. */
export const listPage = async (
  x: Exchange,
  key: AddressKey,
  said?: Said,
  refused?: Refused,
): Promise<Response> => {
  const guests = await listGuestsOfAddress(x.db, key, x.now)
  const told = typeof said === 'function' ? said(guests) : said
  return openPage(x, {
    title: x.words.removal.title,
    status: refused === undefined ? 200 : 400,
    content: html`${told === undefined ? '' : html`<p class="told" role="status" tabindex="-1" autofocus>${told}</p>`}
      <p>${guests.length === 0 ? x.words.removal.none(key) : x.words.removal.some(key)}</p>
      ${guests.map((guest) => section(x, guest, refused))}
      <p><a href="${codeLink}">${x.words.removal.otherAddress}</a></p>`,
  })
}

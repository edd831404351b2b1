/**
 * /ask-removal: somebody who cannot sign in asks organizations to remove them, after a code to the
 * address that was invited (R30, R130). Until an address is proved the page says the same to
 * everybody.
 */
import { pageAddresses, signInBy } from '../../kernel/page-address.ts'
import { html } from 'hono/html'
import type { Route } from '../../edge/routes.ts'
import { readForm } from '../../edge/body.ts'
import { jsonFile } from '../../edge/json-file.ts'
import { pathId } from '../../edge/path-id.ts'
import { copyByAddress, copyFileName } from '../../privacy/copy.ts'
import {
  askByAddress,
  listGuestsOfAddress,
  withdrawByAddress,
  type AddressGuest,
} from '../../directory/requests/by-address.ts'
import type { AddressKey } from '../../kernel/address.ts'
import { isUuid, type RequestId, type TenantId, type UserId } from '../../kernel/ids.ts'
import type { Exchange, Page, Permission } from '../exchange.ts'
import type { AccountRequest } from '../../wire/account-requests.ts'
import { requestLines } from '../../words/request-lines.ts'
import { longestRequestMessage } from '../../kernel/text.ts'
import { form, nextLink, page } from '../../pages/page.ts'
import { readProvedIdentity } from '../proved-identity.ts'
import { removalPath } from './path.ts'

// A provider of an organization is believed about addresses by that organization alone, so here
// only a mailbox counts that we have written to.
const provedMailbox = async (x: Exchange): Promise<AddressKey | undefined> => {
  const proved = await readProvedIdentity(x)
  return proved?.provider === undefined ? proved?.verifiedEmail : undefined
}

const codeLink = signInBy('code', removalPath)

const provePage = (x: Exchange) =>
  page(
    x.c,
    x.words.removal.title,
    html`<p>${x.words.removal.intro}</p>
      ${nextLink(codeLink, x.words.removal.sendCode)}
      <p class="quiet">
        <a href="${pageAddresses.organizations}">${x.words.removal.toOrganizations}</a>
      </p>`,
  )

/** A message that was not taken: whose it is, and why. */
type Refused = { readonly userId: string; readonly message: string; readonly wrong: string }

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

/** What has become of what they asked for, and taking it back while it is open. */
const requestPart = (
  x: Exchange,
  { tenantId, organizationName }: AddressGuest,
  request: AccountRequest,
) => html`
  ${requestLines(request, organizationName, x.words.requests, x.speech).map(({ text, theirs }) =>
    theirs ? html`<blockquote>${text}</blockquote>` : html`<p>${text}</p>`,
  )}
  ${
    request.state === 'open'
      ? form(
          removalPath,
          x.words.requests.withdraw,
          html`<input type="hidden" name="organization" value="${tenantId}" /><input
              type="hidden"
              name="withdraw"
              value="${request.id}"
            />`,
        )
      : ''
  }
`

// Who can sign in gets it there, in every state.
const copyLink = (
  { words: { copy } }: Exchange,
  { tenantId, userId, organizationName, homeIsGone }: AddressGuest,
) =>
  homeIsGone
    ? html`<p>
        ${copy.title(organizationName)}:
        <a href="${removalPath}/data/${tenantId}/${userId}">${copy.downloadJson}</a>
      </p>`
    : ''

const guestForm = (x: Exchange, guest: AddressGuest, refused: Refused | undefined) => {
  const { tenantId, userId, organizationName, request } = guest
  return html`<h2>${organizationName}</h2>
    ${copyLink(x, guest)} ${request === null ? '' : requestPart(x, guest, request)}
    ${
      request?.state === 'open'
        ? ''
        : form(
            removalPath,
            x.words.removal.ask(organizationName),
            html`<input type="hidden" name="organization" value="${tenantId}" /><input
                type="hidden"
                name="user"
                value="${userId}"
              />
              ${messageField(x, guest, refused?.userId === userId ? refused : undefined)}`,
          )
    }`
}

const listPage = async (x: Exchange, key: AddressKey, said?: string, refused?: Refused) => {
  const guests = await listGuestsOfAddress(x.db, key)
  return page(
    x.c,
    x.words.removal.title,
    html`${said === undefined ? '' : html`<p role="status">${said}</p>`}
      <p>${guests.length === 0 ? x.words.removal.none(key) : x.words.removal.some(key)}</p>
      ${guests.map((guest) => guestForm(x, guest, refused))}
      <p class="quiet"><a href="${codeLink}">${x.words.removal.otherAddress}</a></p>`,
    refused === undefined ? 200 : 400,
  )
}

const show: Page = async (x) => {
  const key = await provedMailbox(x)
  return key === undefined ? provePage(x) : listPage(x, key)
}

const takeBack = async (
  x: Exchange,
  key: AddressKey,
  organization: string,
  request: string,
): Promise<Response> => {
  const which = {
    tenantId: organization.toLowerCase() as TenantId,
    requestId: request.toLowerCase() as RequestId,
  }
  const { outcome } =
    isUuid(organization) && isUuid(request)
      ? await withdrawByAddress(x.db, { ...which, key }, x.context)
      : ({ outcome: 'notFound' } as const)
  const { removal, blockers } = x.words
  if (outcome === 'answered') return listPage(x, key, blockers.refusal.alreadyAnswered)
  return listPage(x, key, outcome === 'withdrawn' ? removal.withdrawn : removal.notFound)
}

const send: Page = async (x) => {
  const { organization = '', user = '', message = '', withdraw } = await readForm(x.c)
  const key = await provedMailbox(x)
  if (key === undefined) return provePage(x)
  return withdraw === undefined
    ? ask(x, key, { organization, user, message })
    : takeBack(x, key, organization, withdraw)
}

type Asked = { readonly organization: string; readonly user: string; readonly message: string }

const ask = async (
  x: Exchange,
  key: AddressKey,
  { organization, user, message }: Asked,
): Promise<Response> => {
  const text = message.trim()
  if (text.length > longestRequestMessage)
    return listPage(x, key, undefined, {
      userId: user.toLowerCase(),
      message: text.slice(0, longestRequestMessage),
      wrong: x.words.removal.tooLong,
    })
  const which = {
    tenantId: organization.toLowerCase() as TenantId,
    userId: user.toLowerCase() as UserId,
  }
  const known = isUuid(organization) && isUuid(user)
  const result = known
    ? await askByAddress(
        x.db,
        { ...which, key, message: text === '' ? undefined : text },
        x.context,
      )
    : ({ outcome: 'notFound' } as const)
  return listPage(
    x,
    key,
    result.outcome === 'asked' ? x.words.removal.sent : x.words.removal.notFound,
  )
}

/** The copy of a guest whose home is gone, as a file (R107). */
const sendCopy: Page = async (x) => {
  const key = await provedMailbox(x)
  if (key === undefined) return provePage(x)
  const tenantId = pathId<TenantId>(x.c, 'organization')
  const userId = pathId<UserId>(x.c, 'user')
  const copy =
    tenantId === undefined || userId === undefined
      ? undefined
      : await copyByAddress(x.db, { key, tenantId, userId }, x.context)
  return copy === undefined
    ? listPage(x, key, x.words.removal.notFound)
    : jsonFile(x.c, copyFileName(tenantId ?? ''), copy)
}

export const removalRoutes: readonly Route<Permission, Page>[] = [
  { method: 'GET', path: removalPath, permission: 'anyone', handler: show },
  {
    method: 'GET',
    path: `${removalPath}/data/:organization/:user`,
    permission: 'anyone',
    handler: sendCopy,
  },
  { method: 'POST', path: removalPath, permission: 'anyone', handler: send },
]

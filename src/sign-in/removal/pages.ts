/**
 * /ask-removal: somebody who cannot sign in asks organizations to remove them, or to restore them
 * where they have ended, after a code to the address that was invited (R30, R40, R130). Until an
 * address is proved the page says the same to everybody.
 */
import { html } from 'hono/html'
import type { Route } from '../../edge/routes.ts'
import { readForm } from '../../edge/body.ts'
import { jsonFile } from '../../edge/json-file.ts'
import { pathId } from '../../edge/path-id.ts'
import { copyByAddress, copyFileName } from '../../privacy/copy.ts'
import { askByAddress, withdrawByAddress } from '../../directory/requests/by-address.ts'
import type { AddressKey } from '../../kernel/address.ts'
import { isUuid, type RequestId, type TenantId, type UserId } from '../../kernel/ids.ts'
import { pageAddresses } from '../../kernel/page-address.ts'
import { longestRequestMessage } from '../../kernel/text.ts'
import { nextLink } from '../../pages/page.ts'
import { requestKinds } from '../../wire/requests.ts'
import type { Exchange, Page, Permission } from '../exchange.ts'
import { openPage } from '../open-page.ts'
import { readProvedIdentity } from '../proved-identity.ts'
import { codeLink, here, linesOf, listPage } from './list-page.ts'

// A provider of an organization is believed about addresses by that organization alone, so here
// only a mailbox counts that we have written to.
const provedMailbox = async (x: Exchange): Promise<AddressKey | undefined> => {
  const proved = await readProvedIdentity(x)
  return proved?.provider === undefined ? proved?.verifiedEmail : undefined
}

const provePage = (x: Exchange) =>
  openPage(x, {
    title: x.words.removal.title,
    content: html`<div class="card form">
      <p>${x.words.removal.intro}</p>
      ${nextLink(codeLink, x.words.removal.sendCode)}
      <p><a href="${pageAddresses.organizations}">${x.words.removal.toOrganizations}</a></p>
    </div>`,
  })

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
  const { organization = '', user = '', kind = '', message = '', withdraw } = await readForm(x.c)
  const key = await provedMailbox(x)
  if (key === undefined) return provePage(x)
  return withdraw === undefined
    ? ask(x, key, { organization, user, kind, message: message.trim() })
    : takeBack(x, key, organization, withdraw)
}

type Asked = Readonly<Record<'organization' | 'user' | 'kind' | 'message', string>>

const ask = async (x: Exchange, key: AddressKey, asked: Asked): Promise<Response> => {
  const { organization, user, message } = asked
  const { removal } = x.words
  if (message.length > longestRequestMessage)
    return listPage(x, key, undefined, {
      userId: user.toLowerCase(),
      message: message.slice(0, longestRequestMessage),
      wrong: removal.tooLong(x.speech.number(longestRequestMessage)),
    })
  const kind = requestKinds.find((one) => one === asked.kind)
  if (!isUuid(organization) || !isUuid(user) || kind === undefined)
    return listPage(x, key, removal.notFound)
  const wish = {
    key,
    tenantId: organization.toLowerCase() as TenantId,
    userId: user.toLowerCase() as UserId,
    kind,
    message: message === '' ? undefined : message,
  }
  const { outcome } = await askByAddress(x.db, wish, x.context)
  if (outcome !== 'asked') return listPage(x, key, removal.notFound)
  return listPage(x, key, (guests) => {
    const asked = guests.find(({ userId }) => userId === wish.userId)
    if (asked === undefined) return removal.sent
    // Nobody is there who would answer (R121).
    const sent = asked.organizationClosed
      ? removal.sentClosed(x.speech.name(asked.organizationName))
      : removal.sent
    return [...linesOf(x, asked), sent].join(' ')
  })
}

/** The copy of a guest who cannot sign in, as a file (R107). */
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
  { method: 'GET', path: here, permission: 'anyone', handler: show },
  {
    method: 'GET',
    path: `${here}/data/:organization/:user`,
    permission: 'anyone',
    handler: sendCopy,
  },
  { method: 'POST', path: here, permission: 'anyone', handler: send },
]

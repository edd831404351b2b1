/** The question before leaving one organization. Asking changes nothing (R6). */
import { myDataPath, pageAddresses } from '../../kernel/page-address.ts'
import { html } from 'hono/html'
import type { TenantId } from '../../kernel/ids.ts'
import type { Html } from '../../pages/page.ts'
import { readerOf, type Reader } from '../../pages/reader.ts'
import type { AccountOrganization } from '../../wire/account.ts'
import type { Exchange, Handler } from '../exchange.ts'
import { previewOf } from '../leave-preview.ts'
import { myOrganizations } from '../organizations.ts'
import { afterwards, departureFacts } from './afterwards.ts'
import { deskPage } from './desk-page.ts'
import { offerToHandOver } from './hand-over.ts'
import { isAsked, showsLeave } from './leave-control.ts'
import { isNamed } from './list.ts'
import { losses } from './losses.ts'
import { actions, requestState, standingTags, whyNot } from './organization-row.ts'
import { question } from './question.ts'
import { wayBack } from './way-back.ts'

/** What a form of leaving carries. */
export const hiddenIds = (organizations: readonly AccountOrganization[]): Html[] =>
  organizations.map(({ id }) => html`<input type="hidden" name="o" value="${id}" />`)

const download = ({ id }: AccountOrganization, { words }: Reader): Html =>
  html`<p class="acts">
    <a class="button" href="${myDataPath(id, 'json')}" download
      >${words.memberships.leave.download}</a
    >
  </p>`

// What can be done instead, where it cannot be left: it has ended, waits, or something stands in
// the way. The title of the page is its name.
const instead = (organization: AccountOrganization, reader: Reader): Html => {
  const { departure } = organization
  return html`<p>${standingTags(organization, reader)}</p>
    ${whyNot(organization.blockers, isAsked(organization), reader)}
    ${departure === null ? '' : departureFacts(departure, organization, reader)}
    ${requestState(organization, reader)} ${actions(organization, reader)}`
}

/** The question about one organization; where it cannot be left, what can be done instead. */
export const askOne = async (x: Exchange, organization: AccountOrganization): Promise<Response> => {
  const reader = readerOf(x.c)
  const { leave: said } = reader.words.memberships
  const back = wayBack(x)
  const place = 'organizations'
  const title = showsLeave(organization)
    ? said.title(organization.displayName)
    : organization.displayName
  const offer = await offerToHandOver(x, organization)
  if (!showsLeave(organization)) {
    const content = html`${instead(organization, reader)} ${offer} ${download(organization, reader)}`
    const asked = { title, content, confirm: undefined, action: pageAddresses.leave, back }
    return deskPage(x, { title, place, content: question(x, asked) })
  }
  const preview = await previewOf(x, organization.id as TenantId)
  const content = html`${hiddenIds([organization])} ${losses(preview, reader)} ${offer}
  ${afterwards(preview, reader)} ${download(organization, reader)}`
  const asked = {
    title,
    content,
    confirm: said.confirm,
    ends: true,
    action: pageAddresses.leave,
    back,
  }
  return deskPage(x, { title, place, content: question(x, asked) })
}

const notAmongMine = (x: Exchange): Promise<Response> => {
  const { words } = readerOf(x.c)
  const title = words.desk.notYours
  const content = html`<p>${words.memberships.organizations.notAmongMine}</p>`
  const asked = {
    title,
    content,
    confirm: undefined,
    action: pageAddresses.leave,
    back: wayBack(x),
  }
  return deskPage(x, {
    title,
    place: 'organizations',
    content: question(x, asked),
    status: 404,
  })
}

/** /leave/{domain or id}: the question for that organization, in one step (R11). */
export const askToLeave: Handler = async (x) => {
  const named = x.c.req.param('named')
  const mine = await myOrganizations(x)
  const found = mine.find((one) => isNamed(one, named))
  return found === undefined ? notAmongMine(x) : askOne(x, found)
}

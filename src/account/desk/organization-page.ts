/**
 * One of my organizations by itself: everything that is known of it, and everything that can be
 * done in whichever state it is. With script its list of acts is the menu of a row.
 */
import { adminPath, appsPath, myDataPath, organizationPath } from '../../kernel/page-address.ts'
import { html } from 'hono/html'
import type { Html } from '../../pages/page.ts'
import { readerOf, type Reader } from '../../pages/reader.ts'
import type { AccountOrganization } from '../../wire/account.ts'
import type { Handler } from '../exchange.ts'
import { myOrganization, tenantIdOf } from '../organizations.ts'
import { deskPage } from './desk-page.ts'
import { isEnded, openRequest } from './leave-control.ts'
import { actions, standing, standingTags } from './organization-row.ts'
import { backField, wayBack } from './way-back.ts'

/** Agreeing that the home sees that they are a guest, or taking it back (R141). */
const homeButton = (
  { id, shownAtHome }: AccountOrganization,
  { desk }: Reader['words'],
): Html | string =>
  shownAtHome === null
    ? ''
    : html`<button
        form="acts"
        formaction="${organizationPath(id, shownAtHome ? 'hide-at-home' : 'show-at-home')}"
      >
        ${shownAtHome ? desk.hideAtHome : desk.showAtHome}
      </button>`

/** Whether a guest still needs it (R136). */
const needed = (organization: AccountOrganization, { answering }: Reader['words']) =>
  organization.userType === 'Guest' && organization.kind === 'other' && isUsable(organization)
    ? html`<a href="${organizationPath(organization.id, 'needed')}">${answering.own.link}</a>`
    : ''

const isUsable = ({ state, closed }: AccountOrganization): boolean => state === 'active' && !closed

/** The items of the menu, which every state has (U3). */
const items = (organization: AccountOrganization, { words }: Reader): (Html | string)[] => {
  const { id, hidden, privacyStatementUrl: privacy, canAdminister, kind } = organization
  const copy = myDataPath(id)
  const said = words.memberships
  const at = organizationPath(id)
  return [
    isUsable(organization) ? html`<a href="${appsPath(id)}">${words.desk.openApps}</a>` : '',
    html`<a href="${copy}">${words.copy.title(organization.displayName)}</a>`,
    html`<a href="${myDataPath(id, 'json')}" download>${said.organizations.download}</a>`,
    kind === 'home'
      ? ''
      : html`<button form="acts" formaction="${at}/${hidden ? 'show' : 'hide'}">
          ${hidden ? words.desk.show : words.desk.hide}
        </button>`,
    homeButton(organization, words),
    needed(organization, words),
    openRequest(organization) === undefined
      ? ''
      : html`<a href="${at}/withdraw">${said.acts.withdraw.confirm}</a>`,
    isEnded(organization) ? html`<a href="${at}/refuse">${said.acts.refuse.confirm}</a>` : '',
    privacy === null
      ? ''
      : html`<a href="${privacy}" target="_blank" rel="noreferrer"
          >${said.organizations.privacy}</a
        >`,
    canAdminister ? html`<a href="${adminPath(id)}">${said.organizations.openAdmin}</a>` : '',
  ]
}

/** /organizations/{id} */
export const showOrganization: Handler = async (x) => {
  const organization = await myOrganization(x, tenantIdOf(x))
  const reader = readerOf(x.c)
  const title = organization.displayName
  const back = wayBack(x)
  const content = html`<section class="card question">
      <h1>${title}</h1>
      <p>${standingTags(organization, reader)}</p>
      ${standing(organization, reader, x.now)} ${actions(organization, reader)}
      <div id="menu">${items(organization, reader)}</div>
    </section>
    <p class="acts"><a href="${back}">${reader.words.desk.back}</a></p>
    <form method="post" id="acts">${backField(back)}</form>`
  return deskPage(x, { title, place: 'organizations', content })
}

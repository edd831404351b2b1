/** The start page: my apps in the organization that I look at. */
import { appsPath, pageAddresses } from '../../kernel/page-address.ts'
import { html } from 'hono/html'
import { opensMenu } from '../../pages/frame.ts'
import { readCookie, writeRemembered } from '../../edge/cookie.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { nextLink, type Html } from '../../pages/page.ts'
import { readerOf, type Reader } from '../../pages/reader.ts'
import type { AccountApplication, AccountOrganization } from '../../wire/account.ts'
import { applicationsAt } from '../applications.ts'
import type { Exchange, Handler } from '../exchange.ts'
import { myOrganizations, openAt } from '../organizations.ts'
import { SpokenRefusal } from '../spoken.ts'
import { deskPage } from './desk-page.ts'
import { matches } from './list.ts'

/** The organizations whose applications can be looked at. */
const isOpen = ({ state, closed }: AccountOrganization): boolean => state === 'active' && !closed

/** One that is hidden is not offered, and opened by who follows a link to it. */
const isOffered = ({ hidden, kind }: AccountOrganization): boolean => kind === 'home' || !hidden

/** Which one was looked at last in this browser. */
const memory = { name: 'guesthouse_organization' }

/** So many are offered at once; the others are found by typing. */
const mostOffered = 20

const byLastUse = (a: AccountOrganization, b: AccountOrganization): number =>
  (b.lastUsedAt ?? b.since).localeCompare(a.lastUsedAt ?? a.since)

const chosenOf = (
  x: Exchange,
  choices: readonly AccountOrganization[],
): AccountOrganization | undefined => {
  const find = (id: string | undefined) => choices.find((one) => one.id === id)
  const remembered = find(readCookie(x.c, memory))
  return (
    find(x.c.req.query('organization')) ??
    (remembered !== undefined && isOffered(remembered) ? remembered : choices.find(isOffered))
  )
}

const offered = (
  choices: readonly AccountOrganization[],
  chosen: AccountOrganization,
  find: string,
): readonly AccountOrganization[] =>
  choices
    .filter((one) => isOffered(one) && one.id !== chosen.id && (find === '' || matches(one, find)))
    .toSorted(byLastUse)
    .slice(0, mostOffered)

/** The switcher: a menu, with a field to find one where there are too many for it. */
const switcher = (
  choices: readonly AccountOrganization[],
  chosen: AccountOrganization,
  find: string,
  { words }: Reader,
): Html => {
  const { desk, portal, shell, memberships } = words
  const found = offered(choices, chosen, find)
  return html`<details class="menu switcher" ${find === '' ? '' : 'open'}>
    <summary>${portal.apps.chooseOrganization(chosen.displayName)}${opensMenu}</summary>
    <div>
      ${
        choices.length <= mostOffered
          ? ''
          : html`<form role="search" action="/">
              <input
                type="search"
                name="find"
                value="${find}"
                aria-label="${memberships.organizations.filter}"
              />
              <button>${desk.apply}</button>
            </form>`
      }
      ${find !== '' && found.length === 0 ? html`<p class="quiet">${desk.apps.none(find)}</p>` : ''}
      <ul>
        ${found.map(({ id, displayName }) => html`<li><a href="${appsPath(id)}">${displayName}</a></li>`)}
      </ul>
      <a href="${pageAddresses.organizations}">${desk.apps.all}</a>
      <a href="${pageAddresses.profile}">${shell.viewAccount}</a>
    </div>
  </details>`
}

const tile = (app: AccountApplication, { words }: Reader): Html => {
  const said = words.portal.apps
  const text = app.description ?? (app.homepage === null ? said.noAddress : null)
  const content = html`<strong>${app.displayName}</strong>
    ${text === null ? '' : html`<span class="quiet line"><bdi>${text}</bdi></span>`}
    ${app.roles.map((role) => html`<span class="tag">${role}</span> `)}`
  return app.homepage === null
    ? html`<li><div class="card tile">${content}</div></li>`
    : html`<li>
        <a
          class="card tile"
          href="${app.homepage}"
          target="_blank"
          rel="noreferrer"
          aria-label="${said.opensNewTab(app.displayName)}"
          >${content}</a
        >
      </li>`
}

const nothing = (title: string, hint: string, link: Html | string = ''): Html =>
  html`<div class="empty">
    <p><strong>${title}</strong></p>
    <p class="quiet">${hint}</p>
    ${link}
  </div>`

const tiles = async (
  x: Exchange,
  { id, displayName }: AccountOrganization,
  search: string,
): Promise<Html> => {
  const reader = readerOf(x.c)
  const said = reader.words.portal.apps
  const tenantId = id as TenantId
  await openAt(x, tenantId)
  const { value, next } = await applicationsAt(x, tenantId, {
    search,
    after: x.c.req.query('after'),
  })
  const more = new URLSearchParams({ organization: id, search, after: next ?? '' }).toString()
  if (value.length === 0)
    return search === ''
      ? nothing(said.emptyTitle, said.emptyHint(displayName))
      : nothing(said.nothingFound, said.nothingFoundHint(search))
  return html`<ul class="tiles">
      ${value.map((app) => tile(app, reader))}
    </ul>
    ${next === null ? '' : html`<p class="pages"><a class="button" href="/?${more}">${said.more}</a></p>`}`
}

/** The tiles, or why the organization cannot be used from this session: another can be chosen. */
const tilesOrWhyNot = async (
  x: Exchange,
  chosen: AccountOrganization,
  search: string,
): Promise<Html> => {
  try {
    return await tiles(x, chosen, search)
  } catch (error) {
    if (!(error instanceof SpokenRefusal) || error.code !== 'noAccess') throw error
    const { toOrganizations } = readerOf(x.c).words.portal.apps
    return html`<div class="empty">
      <p>${error.message}</p>
      ${nextLink(pageAddresses.organizations, toOrganizations)}
    </div>`
  }
}

const ofChosen = async (
  x: Exchange,
  choices: readonly AccountOrganization[],
  chosen: AccountOrganization,
): Promise<Html> => {
  const reader = readerOf(x.c)
  const said = reader.words.portal.apps
  const search = x.c.req.query('search') ?? ''
  const find = (x.c.req.query('find') ?? '').trim()
  if (x.c.req.query('organization') !== undefined)
    writeRemembered(x.c, x.publicUrl, memory, chosen.id)
  return html`<div class="head">
      <div>
        <h1>${said.title}</h1>
        <p class="quiet">${said.intro(chosen.displayName)}</p>
      </div>
      ${switcher(choices, chosen, find, reader)}
    </div>
    <form class="tools" role="search" action="/">
      <input type="hidden" name="organization" value="${chosen.id}" />
      <input
        type="search"
        name="search"
        value="${search}"
        maxlength="256"
        aria-label="${said.search}"
        placeholder="${said.search}"
      />
      <button>${reader.words.desk.apply}</button>
    </form>
    ${await tilesOrWhyNot(x, chosen, search)}`
}

const ofNone = (x: Exchange): Html => {
  const { portal, blockers } = readerOf(x.c).words
  const { apps } = portal
  const hint = x.session.homeEnabled
    ? apps.noOrganizationHint
    : x.session.homeUserId === null
      ? blockers.refusal.homeAccountDeleted
      : blockers.refusal.homeAccountDisabled
  return html`<h1>${apps.title}</h1>
    ${nothing(apps.noOrganization, hint, nextLink(pageAddresses.organizations, apps.toOrganizations))}`
}

export const showApps: Handler = async (x) => {
  const { title } = readerOf(x.c).words.portal.apps
  const choices = x.session.homeEnabled ? (await myOrganizations(x)).filter(isOpen) : []
  const chosen = chosenOf(x, choices)
  const content = chosen === undefined ? ofNone(x) : await ofChosen(x, choices, chosen)
  return deskPage(x, { title, place: 'apps', content })
}

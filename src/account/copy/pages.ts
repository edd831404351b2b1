/** /my-data: the copy of my data as pages, without script, in every organization of mine (U3). */
import { myDataPath, pageAddresses, signInAndReturn } from '../../kernel/page-address.ts'
import { html } from 'hono/html'
import type { Hono } from 'hono'
import {
  edgeApp,
  type EdgeContext,
  type Env,
  type Route,
  type Services,
} from '../../edge/routes.ts'
import { pathId } from '../../edge/path-id.ts'
import type { Refusal } from '../../edge/refusal.ts'
import { aroundOf } from '../../edge/request.ts'
import { readSessionCookie } from '../../edge/session-cookie.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { noteLooker } from '../../pages/looker.ts'
import type { Html } from '../../pages/page.ts'
import { framedFor } from '../../pages/person-frame.ts'
import { readerOf } from '../../pages/reader.ts'
import { refusalPages } from '../../pages/refusal-page.ts'
import { listMyOrganizations, type MyOrganization } from '../../people/my-organizations.sql.ts'
import { findSession } from '../../people/sessions.ts'
import { SpokenRefusal } from '../spoken.ts'
import { copyContent } from './document.ts'
import { archiveFile, copyFor, copyFile, pageFile, type Asking } from './download.ts'

type Permission = 'session'
type Page = (x: Asking) => Promise<Response>

const tenantIn = ({ c }: Asking): TenantId | undefined => pathId<TenantId>(c)

const listed = (x: Asking, { tenantId, displayName, domain }: MyOrganization): Html => {
  const { words } = readerOf(x.c)
  return html`<li class="row bare">
    <div>
      <h2><a href="${myDataPath(tenantId)}">${words.copy.title(displayName)}</a></h2>
      <p>${domain ?? ''}</p>
    </div>
  </li>`
}

const inFrame = (x: Asking, title: string, content: Html): Promise<Response> =>
  framedFor(x.c, x.db, x.session.personId, {
    title,
    place: 'account',
    holds: ['document'],
    content: html`<h1>${title}</h1>
      ${content}`,
  })

const showIndex: Page = async (x) => {
  const { copy: words } = readerOf(x.c).words
  const organizations = await listMyOrganizations(x.db, x.session.personId, x.now)
  const content = html`<p>${words.intro}</p>
    ${
      organizations.length === 0
        ? html`<p>${words.none}</p>`
        : html`<p class="acts">
              <a class="do" href="${pageAddresses.myData}/archive">${words.downloadAll}</a>
            </p>
            <ul>
              ${organizations.map((organization) => listed(x, organization))}
            </ul>`
    }
    <p><a href="${pageAddresses.organizations}">${words.organizations}</a></p>`
  return inFrame(x, words.indexTitle, content)
}

const showCopy: Page = async (x) => {
  const reader = readerOf(x.c)
  const { copy: words } = reader.words
  const copy = await copyFor(x, tenantIn(x))
  const { tenantId } = copy.user
  const content = html`<p class="acts">
      <a class="do" href="${myDataPath(tenantId, 'page')}">${words.downloadPage}</a>
      <a href="${myDataPath(tenantId, 'json')}">${words.downloadJson}</a>
      <a href="${pageAddresses.myData}">${words.allOrganizations}</a>
    </p>
    ${copyContent(copy, reader)}`
  return inFrame(x, words.title(copy.organization), content)
}

const downloadJson: Page = async (x) => {
  const copy = await copyFor(x, tenantIn(x))
  return copyFile(x, copy, copy.user.tenantId)
}

const downloadPage: Page = async (x) => {
  const copy = await copyFor(x, tenantIn(x))
  return pageFile(x, copy, copy.user.tenantId)
}

/** Every page of the copy: for whoever is signed in, also while they are disabled at home. */
export const copyRoutes: readonly Route<Permission, Page>[] = [
  { method: 'GET', path: pageAddresses.myData, permission: 'session', handler: showIndex },
  {
    method: 'GET',
    path: `${pageAddresses.myData}/archive`,
    permission: 'session',
    handler: archiveFile,
  },
  { method: 'GET', path: myDataPath(':id'), permission: 'session', handler: showCopy },
  { method: 'GET', path: myDataPath(':id', 'page'), permission: 'session', handler: downloadPage },
  { method: 'GET', path: myDataPath(':id', 'json'), permission: 'session', handler: downloadJson },
]

const admitTo =
  (services: Services) =>
  async (c: EdgeContext, { handler }: Route<Permission, Page>): Promise<Response> => {
    await noteLooker(c, services)
    const token = readSessionCookie(c, services.publicUrl)
    const session = await findSession(services.db, token, c.get('now'))
    if (session === undefined) return c.redirect(signInAndReturn(c.req.path), 303)
    return handler({ c, db: services.db, session, ...aroundOf(c) })
  }

const isSpoken = (refusal: Refusal): boolean => refusal instanceof SpokenRefusal

export const copyPages = (services: Services): Hono<Env> =>
  edgeApp(services, copyRoutes, admitTo(services), refusalPages(services, isSpoken), 'pass')
